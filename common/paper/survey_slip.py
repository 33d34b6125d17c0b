"""Phiếu khảo sát: two slips A5 on an A4 across, or one A4 in larger type. No slip has a number of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from common.paper.fonts import Fonts
from common.paper.listed_sheet import A4_TALL, A4_WIDE
from common.paper.slip_page import CARD_BOLD, CARD_ITALIC, MEDIUM, PLAIN, SMALL, Face, SlipPage
from common.words import survey_papers as said

_A5_WIDE = A4_TALL / 2
_LARGE = 1.3
_EDGE, _BOTTOM, _BOX = 11.0, 10.0, 3.4
_MARK = 6.0
_LEAST_LINES, _MOST_LINES, _LINE = 1, 12, 8.0


@dataclass(frozen=True, slots=True)
class AskedOnPaper:
    """A question and the answers that may be ticked, in the order in which they are typed."""

    text: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SurveySlip:
    """What stands on the slip; `place` only where it is wished."""

    agency: tuple[str, str]
    asker: str
    name: str
    questions: Sequence[AskedOnPaper]
    place: str = ""


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where one slip lies on its sheet: its left edge, width, foot, and how much larger its type is."""

    page: SlipPage
    left: float
    wide: float
    tall: float
    size: float

    @property
    def x(self) -> float:
        return self.left + _EDGE * self.size

    @property
    def room(self) -> float:
        return self.wide - 2 * _EDGE * self.size

    def face(self, font: str, points: float, colour: str = "#1C2326") -> Face:
        return Face(font, points * self.size, colour, room=self.room)


def survey_slips_pdf(slip: SurveySlip, fonts: Fonts, large: bool = False) -> bytes:
    """A sheet to copy: two slips A5, or one A4 where `large`; the same bytes for the same survey."""
    wide, tall = (A4_WIDE, A4_TALL) if large else (A4_TALL, A4_WIDE)
    page = SlipPage(fonts, said.SLIP, wide, tall)
    if large:
        _slip(_Ground(page, 0, wide, tall, _LARGE), slip)
        return page.finish()
    for left in (0.0, _A5_WIDE):
        _slip(_Ground(page, left, _A5_WIDE, tall, 1.0), slip)
    for y in (4.0, tall - 4.0 - _MARK):
        page.upright(_A5_WIDE, y, _MARK, 0.15)
    return page.finish()


def _slip(ground: _Ground, slip: SurveySlip) -> None:
    page, size = ground.page, ground.size
    y = _head(ground, slip)
    for number, question in enumerate(slip.questions, 1):
        y = _question(ground, f"{number}. {question.text}", question.choices, y + 2.2 * size)
    y += 7.6 * size
    page.text(ground.x, y, f"{len(slip.questions) + 1}. {said.COMMENT}", ground.face(MEDIUM, 9.5))
    ends = page.lines(said.END, ground.face(CARD_ITALIC, 9.5), ground.room)
    foot = ground.tall - _BOTTOM - (len(ends) - 1) * 4.2 * size
    for at in range(_MOST_LINES):
        line = y + (at + 1) * _LINE * size
        if line > foot - 6 * size and at >= _LEAST_LINES:
            break
        page.dots(ground.x, line, ground.room)
    middle = ground.left + ground.wide / 2
    for at, text in enumerate(ends):
        page.text(middle, foot + at * 4.2 * size, text, ground.face(CARD_ITALIC, 9.5, SMALL), at="middle")


def _head(ground: _Ground, slip: SurveySlip) -> float:
    page, size, middle = ground.page, ground.size, ground.left + ground.wide / 2
    y = 12.0 * size
    page.text(middle, y, slip.agency[0], ground.face("EBGaramond", 8.5), at="middle")
    page.text(middle, y + 3.9 * size, slip.agency[1], ground.face(CARD_BOLD, 9), at="middle")
    page.band(ground.x, y + 6.6 * size, ground.room)
    y += 14.6 * size
    name, face = page.sure(slip.name, ground.face(CARD_BOLD, 14))
    for text in page.lines(name, face, ground.room):
        page.text(middle, y, text, face, at="middle")
        y += 6.0 * size
    for text in filter(None, (slip.asker, said.place_line(slip.place) if slip.place else "")):
        told, face = page.sure(text, ground.face("EBGaramond", 10.5))
        page.text(middle, y - 0.6 * size, told, face, at="middle")
        y += 4.8 * size
    for text in page.lines(said.NO_NAME, ground.face(PLAIN, 8.2, SMALL), ground.room):
        page.text(middle, y, text, ground.face(PLAIN, 8.2, SMALL), at="middle")
        y += 4.0 * size
    return y


def _question(ground: _Ground, text: str, choices: Sequence[str], y: float) -> float:
    """The question, its choices beside each other in as many columns as there is room for; where it ends."""
    page, size, bold = ground.page, ground.size, ground.face(MEDIUM, 9.5)
    for line in page.lines(text, bold, ground.room, even=False):
        y += 4.8 * size
        page.text(ground.x, y, line, bold)
    face = ground.face(PLAIN, 9.2)
    wide = max(page.width(choice, face) for choice in choices) + (_BOX + 8.6) * size
    across = max(min(int(ground.room / wide), len(choices)), 1)
    across = 2 if len(choices) == 4 and across == 3 else across
    column = ground.room / across
    for at, choice in enumerate(choices):
        if at % across == 0:
            y += 6.0 * size
        x = ground.x + 1.5 * size + at % across * column
        page.text(x, y, f"{at + 1}", ground.face(PLAIN, 7, SMALL))
        page.box(x + 2.6 * size, y - (_BOX - 0.5) * size, _BOX * size, _BOX * size, 0.3)
        room = column - (_BOX + 7) * size
        page.text(x + (_BOX + 4.4) * size, y, choice, replace(face, room=room))
    return y
