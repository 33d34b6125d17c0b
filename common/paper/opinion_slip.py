"""Phiếu góp ý giấy, A6, four on an A4 with cutting marks (LOOK 3.6)."""

from __future__ import annotations

from common.paper.fonts import Fonts
from common.paper.listed_sheet import A4_TALL, A4_WIDE
from common.paper.slip_page import CARD_BOLD, CARD_ITALIC, MEDIUM, PLAIN, SMALL, Face, SlipPage
from common.words import desk_papers as said

WIDE, TALL = A4_WIDE / 2, A4_TALL / 2
_EDGE = 10.0
_ROOM = WIDE - 2 * _EDGE
_MARK, _SAFE = 6.0, 5.0
_BOX = 3.6


def opinion_slips_pdf(agency: tuple[str, str], fonts: Fonts) -> bytes:
    """The sheet of four; the same bytes for the same office."""
    page = SlipPage(fonts, said.OPINION, A4_WIDE, A4_TALL)
    for across in (0.0, WIDE):
        for down in (0.0, TALL):
            _slip(page, across, down, agency)
    _marks(page)
    return page.finish()


def _slip(page: SlipPage, across: float, down: float, agency: tuple[str, str]) -> None:
    x, middle = across + _EDGE, across + WIDE / 2
    page.text(middle, down + 15, agency[0], Face("EBGaramond", 9, room=_ROOM), at="middle")
    page.text(middle, down + 19.4, agency[1], Face(CARD_BOLD, 9.5, room=_ROOM), at="middle")
    page.band(x, down + 23, _ROOM)
    page.text(middle, down + 36, said.OPINION_ASK, Face(CARD_BOLD, 13.5, room=_ROOM), at="middle")
    for at, answer in enumerate(said.OPINION_ANSWERS):
        _box(page, x + 14, down + 45.5 + at * 8.5, answer, Face(MEDIUM, 11))
    page.text(x, down + 76, said.OPINION_WORDS, Face(MEDIUM, 10))
    for at in range(3):
        page.dots(x, down + 84 + at * 8, _ROOM)
    wide = _box(page, x, down + 112, said.OPINION_CALL, Face(PLAIN, 10))
    page.dots(x + wide + 2, down + 112.6, _ROOM - wide - 2)
    wide = page.text(x, down + 122, said.OPINION_CODE, Face(PLAIN, 10))
    page.dots(x + wide + 2, down + 122.6, _ROOM - wide - 2)
    for at, line in enumerate(page.lines(said.OPINION_END, Face(CARD_ITALIC, 11), _ROOM)):
        page.text(middle, down + 132 + at * 4.8, line, Face(CARD_ITALIC, 11, SMALL), at="middle")


def _box(page: SlipPage, x: float, y: float, text: str, face: Face) -> float:
    """An empty box and its words; how wide both are."""
    page.box(x, y - _BOX + 0.5, _BOX, _BOX, 0.3)
    return _BOX + 2.4 + page.text(x + _BOX + 2.4, y, text, face)


def _marks(page: SlipPage) -> None:
    """Where the knife goes: at the four edges of both cuts, and where they meet."""
    for x in (_SAFE, A4_WIDE - _SAFE - _MARK, WIDE - _MARK / 2):
        page.rule(x, TALL, _MARK, 0.15)
    for y in (_SAFE, A4_TALL - _SAFE - _MARK, TALL - _MARK / 2):
        page.upright(WIDE, y, _MARK, 0.15)
