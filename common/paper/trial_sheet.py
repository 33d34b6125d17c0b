"""The sheet of the first trial on a real PC, A4: steps with boxes to tick at the left, lines for what was seen at the
right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.paper.fonts import Fonts
from common.paper.slip_page import CARD, CARD_ITALIC, LEFT, MEDIUM, MIDDLE, PLAIN, RIGHT, SMALL, STRONG, Face, SlipPage
from common.words import trial_sheet as said

_TALL = 297.0
_TOP, _AFTER_TURN, _BOTTOM = 66.0, 16.0, 281.0
_BOX, _NUMBER_AT, _TEXT_AT, _TEXT_RIGHT, _SEEN = 3.4, 10.6, 12.6, 122.0, 126.0
_ROOM = _TEXT_RIGHT - LEFT - _TEXT_AT
_PART = Face(STRONG, 9.4, room=RIGHT - LEFT)
_STEP, _EXPECTED = Face(MEDIUM, 8.6, room=_ROOM), Face(PLAIN, 7.8, SMALL, room=_ROOM)
_NUMBER, _CAPTION = Face(MEDIUM, 8.6), Face(PLAIN, 8.0, SMALL, room=RIGHT - LEFT)
_PART_TALL, _LINE, _NOTE_LINE, _GAP = 6.6, 3.8, 3.4, 4.3
_WRITING = 5.6
"""Between two lines for a pen."""
_RESULT_TALL = 12.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A step with its number, set in lines."""

    number: int
    act: Sequence[str]
    expected: Sequence[str]

    def tall(self) -> float:
        """How much room it takes, in mm."""
        return len(self.act) * _LINE + len(self.expected) * _NOTE_LINE + _GAP


def trial_pdf(version: str, fonts: Fonts) -> bytes:
    """The sheet for this version as a PDF of two pages; the same bytes for the same version."""
    page = SlipPage(fonts, said.TITLE, tall=_TALL)
    _head(page, version)
    y, number, turned = _TOP, 1, False
    for heading, steps in said.PARTS:
        rows = [_row(page, number + n, step) for n, step in enumerate(steps)]
        if y + _PART_TALL + sum(row.tall() for row in rows) > _BOTTOM and not turned:
            _foot(page, 1)
            page.turn()
            y, turned = _AFTER_TURN, True
        y = _part(page, y, heading, rows)
        number += len(rows)
    _result(page, max(y + 4, _BOTTOM - _RESULT_TALL))
    _foot(page, 2)
    return page.finish()


def _row(page: SlipPage, number: int, step: said.Step) -> _Row:
    act, expected = step
    return _Row(number, page.lines(act, _STEP, _ROOM, False), page.lines(expected, _EXPECTED, _ROOM, False))


def _head(page: SlipPage, version: str) -> None:
    page.text(MIDDLE, 20.5, said.TITLE, Face(CARD, 20, spaced=0.1), at="middle")
    page.text(MIDDLE, 27.2, said.UNDER, Face(CARD_ITALIC, 11.5), at="middle")
    page.band(LEFT, 30.5, RIGHT - LEFT)
    page.text(RIGHT, 13.0, said.release(version), _CAPTION, at="right")
    third = (RIGHT - LEFT + 4) / 3
    blanks = ((said.OFFICE, said.DAY, said.PEOPLE), (said.MACHINE, said.WINDOWS, said.MEMORY))
    for line, captions in enumerate((*blanks, (said.PRINTER, said.SCANNER, said.TYPING))):
        for column, caption in enumerate(captions):
            page.blank((LEFT + column * third, 39.5 + line * 6.4), caption, third - 4, _CAPTION)
    page.text(LEFT, 60.0, said.HOW, _CAPTION)


def _part(page: SlipPage, y: float, heading: str, rows: Sequence[_Row]) -> float:
    """A heading with its steps; where the next one begins."""
    page.text(LEFT, y + 3.6, heading, _PART)
    page.rule(LEFT, y + 4.9, RIGHT - LEFT)
    y += _PART_TALL
    for row in rows:
        _step(page, y, row)
        y += row.tall()
    return y + 0.8


def _step(page: SlipPage, top: float, row: _Row) -> None:
    page.box(LEFT, top + 0.5, _BOX, _BOX, 0.6)
    page.text(LEFT + _NUMBER_AT, top + 3.4, str(row.number), _NUMBER, at="right")
    y = top + 3.4
    for line in row.act:
        page.text(LEFT + _TEXT_AT, y, line, _STEP)
        y += _LINE
    for line in row.expected:
        page.text(LEFT + _TEXT_AT, y - 0.1, line, _EXPECTED)
        y += _NOTE_LINE
    for dotted in (top + 4.4, top + 4.4 + _WRITING):
        page.dots(_SEEN, dotted, RIGHT - _SEEN)


def _result(page: SlipPage, y: float) -> None:
    page.rule(LEFT, y - 4, RIGHT - LEFT)
    x = LEFT + page.text(LEFT, y + 1, said.RESULT, _NUMBER) + 4
    for word in said.RESULTS:
        page.box(x, y - 2, _BOX, _BOX, 0.6)
        x += _BOX + 1.4 + page.text(x + _BOX + 1.4, y + 1, word, _CAPTION) + 5
    page.blank((_SEEN, y + 1), said.SIGN, RIGHT - _SEEN, _CAPTION)
    page.text(LEFT, y + 6, said.SEND, _CAPTION)


def _foot(page: SlipPage, number: int) -> None:
    page.text(RIGHT, _TALL - 9, said.page_of(number, 2), _CAPTION, at="right")
    if number == 1:
        wide = page.text(LEFT, _TALL - 9, said.COMMAND, _CAPTION)
        page.text(LEFT + wide + 1.6, _TALL - 9, said.TYPED, Face(MEDIUM, 8.0))
