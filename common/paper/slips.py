"""The small papers of an office, one A5 sheet each: the rescue sheet and the slip that goes with a bundle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from common.dates import place_and_date
from common.paper.fonts import Fonts
from common.paper.slip_page import CARD, CARD_ITALIC, LEFT, MEDIUM, MIDDLE, PLAIN, RIGHT, SMALL, STRONG, Face, SlipPage
from common.periods import read_period
from common.words import slips as said

GROUPS, WORDS = 8, 6
_TITLE, _UNDER = Face(CARD, 22, spaced=0.12), Face(CARD_ITALIC, 12.5)
_CAPTION, _NOTE = Face(PLAIN, 8.2, SMALL), Face(PLAIN, 8.6, SMALL)
_SYMBOL, _SYMBOL_TOP = 43.0, 59.0
_WORD_GAP = 3.0
_COLUMN_GAP = 6.0


@dataclass(frozen=True, slots=True)
class RescueSheet:
    """The rescue code of one office: `unit` as inside a sentence ("xã An Liên"), the day, eight groups of four."""

    unit: str
    made_on: date
    groups: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.groups) != GROUPS:
            raise ValueError("a rescue code has eight groups")


@dataclass(frozen=True, slots=True)
class Slip:
    """What a bundle says of itself: its number, its month ("2026-10"), how many lines, six words with their groups of
    hex digits, who made it, who looked it over ("" when nobody did), and when (local time)."""

    number: int
    month: str
    lines: int
    words: tuple[str, ...]
    figures: tuple[str, ...]
    made_by: str
    seen_by: str
    at: datetime

    def __post_init__(self) -> None:
        if len(self.words) != WORDS:
            raise ValueError("a bundle is told by six words")


@dataclass(frozen=True, slots=True)
class Transmittal:
    """A bundle on its way: who sends it and to whom ("xã An Liên", "tỉnh Nam Hải", parent "" above nobody), the place
    for the date, and what the bundle says of itself."""

    unit: str
    parent: str
    place: str
    slip: Slip


def rescue_pdf(sheet: RescueSheet, fonts: Fonts) -> bytes:
    """The rescue sheet as a PDF of one page; the same bytes for the same sheet."""
    page = SlipPage(fonts, said.rescue_name(sheet.unit))
    page.head(said.agency(sheet.unit), said.made_on(sheet.made_on))
    page.text(MIDDLE, 43.5, said.RESCUE_TITLE, _TITLE, at="middle")
    page.text(MIDDLE, 50.5, said.RESCUE_UNDER, _UNDER, at="middle")
    page.symbol(LEFT + 1, _SYMBOL_TOP, _SYMBOL, "-".join(sheet.groups))
    _groups(page, sheet.groups)
    page.rule(LEFT, 109.5, RIGHT - LEFT)
    _to_fill_in(page)
    page.text(LEFT, 127.5, said.RESCUE_WARNING, Face(STRONG, 10.5))
    for number, line in enumerate(said.RESCUE_LINES):
        page.text(LEFT, 133.3 + number * 4.9, line, _NOTE)
    return page.finish()


def transmittal_pdf(way: Transmittal, fonts: Fonts) -> bytes:
    """The slip as a PDF of one page; the same bytes for the same slip."""
    page, slip = SlipPage(fonts, said.slip_name(way.slip.number, way.unit)), way.slip
    page.head(said.agency(way.unit), place_and_date(way.place, slip.at.date()))
    page.text(MIDDLE, 42.0, said.SLIP_TITLE, _TITLE, at="middle")
    page.text(MIDDLE, 48.8, said.to_committee(way.parent), _UNDER, at="middle")
    _facts(page, slip)
    _words(page, slip)
    _signing(page, slip)
    return page.finish()


def _groups(page: SlipPage, groups: Sequence[str]) -> None:
    """Four rows of two, read from left to right, each with its number."""
    for number, group in enumerate(groups):
        x, y = 78.0 + (number % 2) * 60.0, _SYMBOL_TOP + 7.8 + (number // 2) * 11.4
        page.text(x, y, str(number + 1), Face(PLAIN, 9, SMALL))
        page.text(x + 6.5, y, group, Face(MEDIUM, 23, spaced=0.07))


def _to_fill_in(page: SlipPage) -> None:
    half = (RIGHT - LEFT - _COLUMN_GAP) / 2
    for x, label in ((LEFT, said.KEEPER), (LEFT + half + _COLUMN_GAP, said.KEPT_AT)):
        wide = page.text(x, 118.0, label, Face(PLAIN, 9.6))
        page.dots(x + wide + 2, 118.3, half - wide - 2)


def _facts(page: SlipPage, slip: Slip) -> None:
    facts = (
        (said.SLIP_NUMBER, str(slip.number)),
        (said.SLIP_MONTH, said.month_words(read_period(slip.month))),
        (said.SLIP_LINES, str(slip.lines)),
        (said.SLIP_AT, said.clock(slip.at)),
    )
    wide = (RIGHT - LEFT) / len(facts)
    for number, (caption, value) in enumerate(facts):
        page.text(LEFT + number * wide, 58.5, caption, _CAPTION)
        page.text(LEFT + number * wide, 64.6, value, Face(MEDIUM, 13, room=wide - 3))
    page.rule(LEFT, 68.5, RIGHT - LEFT)


def _words(page: SlipPage, slip: Slip) -> None:
    page.text(LEFT, 75.5, said.WORDS, Face(MEDIUM, 9.6))
    page.text(RIGHT, 75.5, said.WORDS_USE, _CAPTION, at="right")
    wide = (RIGHT - LEFT - (WORDS - 1) * _WORD_GAP) / WORDS
    for number, word in enumerate(slip.words):
        x = LEFT + number * (wide + _WORD_GAP)
        page.box(x, 78.5, wide, 14.0)
        page.text(x + wide / 2, 82.8, str(number + 1), _CAPTION, at="middle")
        page.text(x + wide / 2, 89.6, word, Face(MEDIUM, 15, room=wide - 2), at="middle")
    used = page.text(LEFT, 99.5, said.FIGURES, Face(PLAIN, 9.6))
    figures = "  ".join(figure.upper() for figure in slip.figures)
    page.text(LEFT + used + 2, 99.5, figures, Face(MEDIUM, 10.5, spaced=0.04))
    page.rule(LEFT, 104.0, RIGHT - LEFT)


def _signing(page: SlipPage, slip: Slip) -> None:
    columns = ((said.MADE_BY, slip.made_by), (said.SEEN_BY, slip.seen_by), (said.TAKEN_BY, ""))
    wide = (RIGHT - LEFT - 2 * _COLUMN_GAP) / len(columns)
    for number, (caption, name) in enumerate(columns):
        middle = LEFT + number * (wide + _COLUMN_GAP) + wide / 2
        under = said.SIGN_AND_DATE if number == len(columns) - 1 else said.SIGN_HERE
        page.text(middle, 110.8, caption, Face(MEDIUM, 9.6), at="middle")
        page.text(middle, 115.0, f"({under})", Face(CARD_ITALIC, 10, SMALL), at="middle")
        if name:
            page.stacked(middle, 138.0, name, Face(MEDIUM, 10.5, room=wide))
        else:
            page.dots(middle - wide / 2 + 4, 138.3, wide - 8)
