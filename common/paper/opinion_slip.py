"""Phiếu góp ý giấy out of a question set: four short ones on an A4, or two with every question, with cutting marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.paper.fonts import Fonts
from common.paper.listed_sheet import A4_TALL, A4_WIDE
from common.paper.slip_page import CARD_BOLD, CARD_ITALIC, MEDIUM, PLAIN, SMALL, STRONG, Face, SlipPage
from common.questions import Choice, QuestionSet
from common.words import desk_papers as said

WIDE, TALL = A4_WIDE / 2, A4_TALL / 2
_EDGE = 10.0
_MARK, _SAFE = 6.0, 5.0
_BOX, _AFTER_BOX, _BETWEEN = 4.0, 2.0, 6.0
_TEXT = 12.0
"""Points of all that is read: people over sixty fill these in."""
_STEP, _GAP = 6.6, 3.0


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something is set: from the left, over so many mm."""

    x: float
    room: float


def opinion_slips_pdf(agency: tuple[str, str], fonts: Fonts, questions: QuestionSet, every: bool = False) -> bytes:
    """The sheet, the same bytes for the same office and set; `every`: two slips that ask every question."""
    page = SlipPage(fonts, said.OPINION, A4_WIDE, A4_TALL)
    for down in (0.0, TALL):
        if every:
            _long(page, down, agency, questions)
        else:
            for across in (0.0, WIDE):
                _short(page, (across, down), agency, questions)
    _marks(page, every)
    return page.finish()


def _short(page: SlipPage, corner: tuple[float, float], agency: tuple[str, str], questions: QuestionSet) -> None:
    across, down = corner
    place = _Place(across + _EDGE, WIDE - 2 * _EDGE)
    _head(page, place, down, agency)
    _ask(page, place, down + 32, questions.overall.say())
    y = down + 45
    for choice in questions.overall.choices:
        _box(page, place.x + 10, y, choice.say(), Face(MEDIUM, _TEXT))
        y += _STEP
    last = _foot(page, place, down + TALL, questions.mark)
    _to_write(page, place, y + 2.5, last - 3)


def _long(page: SlipPage, down: float, agency: tuple[str, str], questions: QuestionSet) -> None:
    column = (A4_WIDE - 3 * _EDGE) / 2
    left, right = _Place(_EDGE, column), _Place(2 * _EDGE + column, column)
    _head(page, _Place(_EDGE, A4_WIDE - 2 * _EDGE), down, agency)
    y = _question(page, left, down + 31, questions.overall.say(), questions.overall.choices)
    y = _question(page, left, y, said.OPINION_MEND, questions.low)
    last = _foot(page, _Place(_EDGE, A4_WIDE - 2 * _EDGE), down + TALL, questions.mark)
    _to_write(page, left, y, last - 3)
    y = down + 31
    for question in questions.more:
        y = _question(page, right, y, question.say(), question.choices)


def _head(page: SlipPage, place: _Place, down: float, agency: tuple[str, str]) -> None:
    middle = place.x + place.room / 2
    page.text(middle, down + 13, agency[0], Face("EBGaramond", 10, room=place.room), at="middle")
    page.text(middle, down + 17.8, agency[1], Face(CARD_BOLD, 11, room=place.room), at="middle")
    page.band(place.x, down + 21, place.room)


def _ask(page: SlipPage, place: _Place, y: float, text: str) -> None:
    face = Face(CARD_BOLD, 14)
    for at, line in enumerate(page.lines(text, face, place.room)):
        page.text(place.x + place.room / 2, y + at * 5.6, line, face, at="middle")


def _question(page: SlipPage, place: _Place, y: float, text: str, choices: Sequence[Choice]) -> float:
    """A question and its boxes side by side as they fit; where the next one may begin."""
    face = Face(STRONG, _TEXT, room=place.room)
    for line in page.lines(text, face, place.room, even=False):
        page.text(place.x, y, line, face)
        y += _STEP - 0.9
    y += 0.9
    x, words = place.x, Face(PLAIN, _TEXT, room=place.room - _BOX - _AFTER_BOX)
    for choice in choices:
        wide = _BOX + _AFTER_BOX + page.width(choice.say(), words)
        if x > place.x and x + wide > place.x + place.room:
            x, y = place.x, y + _STEP
        _box(page, x, y, choice.say(), words)
        x += wide + _BETWEEN
    return y + _STEP + _GAP


def _to_write(page: SlipPage, place: _Place, top: float, bottom: float) -> None:
    """Lines for words, a number to call back and the code of a letter, between two heights."""
    page.text(place.x, top, said.OPINION_WORDS, Face(MEDIUM, _TEXT))
    lines = max(1, int((bottom - 17 - top) // 7.5))
    for at in range(lines):
        page.dots(place.x, top + 8 + at * 7.5, place.room)
    wide = _box(page, place.x, bottom - 8.5, said.OPINION_CALL, Face(PLAIN, _TEXT))
    page.dots(place.x + wide + 2, bottom - 8, place.room - wide - 2)
    wide = page.text(place.x, bottom, said.OPINION_CODE, Face(PLAIN, _TEXT))
    page.dots(place.x + wide + 2, bottom + 0.5, place.room - wide - 2)


def _foot(page: SlipPage, place: _Place, bottom: float, mark: str) -> float:
    """No name, what becomes of it, and small in the corner which set was asked; where it begins."""
    middle, face = place.x + place.room / 2, Face(CARD_ITALIC, _TEXT, SMALL)
    lines = page.lines(f"{said.OPINION_END} {said.OPINION_FATE}", face, place.room)
    top = bottom - 8 - len(lines) * 5.0
    for at, line in enumerate(lines):
        page.text(middle, top + 4 + at * 5.0, line, face, at="middle")
    page.text(place.x + place.room, bottom - 5.2, mark, Face(PLAIN, 8, SMALL), at="right")
    return top - 1.5


def _box(page: SlipPage, x: float, y: float, text: str, face: Face) -> float:
    """An empty box and its words; how wide both are."""
    page.box(x, y - _BOX + 0.6, _BOX, _BOX, 0.3)
    return _BOX + _AFTER_BOX + page.text(x + _BOX + _AFTER_BOX, y, text, face)


def _marks(page: SlipPage, every: bool) -> None:
    """Where the knife goes: at the edges of each cut, and where two meet."""
    for x in (_SAFE, A4_WIDE - _SAFE - _MARK, WIDE - _MARK / 2):
        page.rule(x, TALL, _MARK, 0.15)
    for y in () if every else (_SAFE, A4_TALL - _SAFE - _MARK, TALL - _MARK / 2):
        page.upright(WIDE, y, _MARK, 0.15)
