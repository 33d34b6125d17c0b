"""The sheet of the drill, A5: steps with boxes to tick at the left, what is written down at the right, help below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.units import mm

from common.paper.fonts import Fonts
from common.paper.slip_page import CARD, CARD_ITALIC, LEFT, MEDIUM, MIDDLE, PLAIN, RIGHT, SMALL, Face, SlipPage
from common.words import drill as said
from common.words import slips

_TITLE, _UNDER = Face(CARD, 20, spaced=0.1), Face(CARD_ITALIC, 12)
_STEP_ROOM, _STEP_TOP, _STEP_TALL = 114.0, 54.0, 10.4
_BOX, _TEXT_AT = 4.0, 13.0
_RECORD = 135.0
_CAPTION, _NOTE = Face(PLAIN, 8.4, SMALL), Face(PLAIN, 8.3, SMALL, room=_STEP_ROOM - _TEXT_AT)
_STEP, _NUMBER = Face(MEDIUM, 9.6, room=_STEP_ROOM - _TEXT_AT), Face(MEDIUM, 9.6)
_FOOT = 131.0
_SMALLEST = 6.5


@dataclass(frozen=True, slots=True)
class DrillSheet:
    """Whose desk ("xã An Liên"), the day, where copies lie (second place "" for none), whom to call ("" unknown), and
    the day of the drill before."""

    unit: str
    on: date
    own_place: str
    second_place: str
    support: str
    last: date | None


def drill_pdf(sheet: DrillSheet, fonts: Fonts) -> bytes:
    """The sheet as a PDF of one page; the same bytes for the same sheet."""
    page = SlipPage(fonts, said.name(sheet.unit))
    page.head(slips.agency(sheet.unit), said.drawn_on(sheet.on))
    page.text(MIDDLE, 41.5, said.TITLE, _TITLE, at="middle")
    page.text(MIDDLE, 47.8, said.UNDER, _UNDER, at="middle")
    for number, (act, note) in enumerate(said.STEPS):
        _step(page, number, act, note)
    _record(page)
    _foot(page, sheet)
    return page.finish()


def _step(page: SlipPage, number: int, act: str, note: str) -> None:
    y = _STEP_TOP + number * _STEP_TALL
    page.box(LEFT, y, _BOX, _BOX)
    page.text(LEFT + 10.5, y + 3.2, str(number + 1), _NUMBER, at="right")
    page.text(LEFT + _TEXT_AT, y + 3.2, act, _STEP)
    page.text(LEFT + _TEXT_AT, y + 7.4, note, _NOTE)


def _record(page: SlipPage) -> None:
    """Blanks for day, person and times; the counts before and after side by side; what to tick."""
    page.text(_RECORD, 57.2, said.RECORD, Face(MEDIUM, 9.6))
    page.blank((_RECORD, 64.6), said.DAY, RIGHT - _RECORD, _CAPTION)
    page.blank((_RECORD, 71.2), said.PERSON, RIGHT - _RECORD, _CAPTION)
    half = (RIGHT - _RECORD - 4) / 2
    page.blank((_RECORD, 77.8), said.BEGUN, half, _CAPTION)
    page.blank((_RECORD + half + 4, 77.8), said.ENDED, half, _CAPTION)
    _counts(page, 82.0)
    _choices(page, 110.0, said.TAKEN_FROM, said.SOURCES)
    _choices(page, 119.2, said.RESULT, said.RESULTS)


def _counts(page: SlipPage, top: float) -> None:
    first, tall = 22.0, 5.6
    wide = (RIGHT - _RECORD - first) / 2
    for number, caption in enumerate((said.BEFORE, said.AFTER)):
        x = _RECORD + first + number * wide
        page.text(x + wide / 2, top + 3.8, caption, _CAPTION, at="middle")
        for row in range(len(said.COUNTED)):
            page.box(x + 0.6, top + 5.2 + row * (tall + 1), wide - 1.2, tall)
    for row, caption in enumerate(said.COUNTED):
        page.text(_RECORD, top + 9.0 + row * (tall + 1), caption, Face(PLAIN, 8.4, SMALL, room=first - 1))


def _choices(page: SlipPage, y: float, caption: str, words: Sequence[str]) -> None:
    page.text(_RECORD, y, caption, _CAPTION)
    x = _RECORD
    for word in words:
        page.box(x, y + 1.7, 3.2, 3.2)
        x += 4.4 + page.text(x + 4.4, y + 4.4, word, _CAPTION) + 3.0


def _foot(page: SlipPage, sheet: DrillSheet) -> None:
    page.rule(LEFT, _FOOT - 4.4, RIGHT - LEFT)
    second = sheet.second_place or said.NO_SECOND
    _told(page, (LEFT, _FOOT), said.OWN_PLACE, sheet.own_place, RIGHT)
    _told(page, (LEFT, _FOOT + 5.2), said.SECOND_PLACE, second, RIGHT)
    _told(page, (_RECORD, _FOOT + 10.4), said.LAST, said.last_on(sheet.last), RIGHT)
    if sheet.support:
        _told(page, (LEFT, _FOOT + 10.4), said.CALL, sheet.support, _RECORD - 4)
    else:
        page.blank((LEFT, _FOOT + 10.4), said.CALL, _RECORD - 8 - LEFT, _CAPTION)


def _told(page: SlipPage, at: tuple[float, float], caption: str, value: str, right: float) -> None:
    x, y = at
    wide = page.text(x, y, caption, _CAPTION)
    face = Face(MEDIUM, 8.8, room=right - x - wide - 1.6)
    page.text(x + wide + 1.6, y, _shortened(page.fonts, value, face), face)


def _shortened(fonts: Fonts, place: str, face: Face) -> str:
    """A path too long even for small letters, by its beginning and its end."""
    told, half = place, len(place) // 2
    while half > 1 and fonts.width(told, face.font, _SMALLEST) > face.room * mm:
        half -= 1
        told = f"{place[:half]}…{place[-half:]}"
    return told
