"""The sheet with which a scanner is tried: two specimen codes and what to set, one A5 page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode
from qrcode.util import MODE_8BIT_BYTE, QRData

from common.paper.fonts import Fonts
from common.paper.slip_page import CARD, CARD_ITALIC, LEFT, MIDDLE, PLAIN, RIGHT, SMALL, STRONG, Face, SlipPage
from common.words import scanner as said
from common.words import slips

_SIDE, _TOP, _STEP = 42.0, 58.0, 54.0
_SET_LEFT = LEFT + 2 * _STEP + 2
_LINE = Face(PLAIN, 8.2, SMALL, room=RIGHT - _SET_LEFT)
_HEAD = Face(STRONG, 10, room=RIGHT - _SET_LEFT)
_LEADING = 5.2


@dataclass(frozen=True, slots=True)
class ScanSheet:
    """Whose desk ("xã An Liên") and when."""

    unit: str
    made_on: date


def scan_sheet_pdf(sheet: ScanSheet, fonts: Fonts) -> bytes:
    """The sheet as a PDF of one page; the same bytes for the same sheet."""
    page = SlipPage(fonts, said.SHEET_TITLE)
    page.head(slips.agency(sheet.unit), slips.made_on(sheet.made_on))
    page.text(MIDDLE, 43.0, said.SHEET_TITLE.upper(), Face(CARD, 22, spaced=0.12), at="middle")
    page.text(MIDDLE, 50.0, said.SHEET_UNDER, Face(CARD_ITALIC, 12.5), at="middle")
    for place, specimen in enumerate(said.SPECIMENS):
        _specimen(page, LEFT + 2 + place * _STEP, specimen, said.SHEET_CAPTIONS[place])
    _settings(page)
    page.rule(LEFT, 127.0, RIGHT - LEFT)
    page.text(LEFT, 133.0, said.SHEET_HOW, Face(STRONG, 10.5))
    page.text(LEFT, 138.6, said.SHEET_FOOT, Face(PLAIN, 8.6, SMALL))
    return page.finish()


def symbol_of(text: str) -> tuple[tuple[bool, ...], ...]:
    """The QR symbol of a card's text, plain UTF-8 as on the cards, dark or not, row by row."""
    made: QRCode = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    made.add_data(QRData(text.encode(), mode=MODE_8BIT_BYTE))
    made.make(fit=True)
    return tuple(tuple(bool(dark) for dark in row) for row in made.get_matrix())


def _specimen(page: SlipPage, left: float, specimen: str, caption: str) -> None:
    page.rows(left, _TOP, _SIDE, symbol_of(specimen))
    number, _, name, *_ = specimen.split("|")
    middle = left + _SIDE / 2
    page.text(middle, _TOP + _SIDE + 7.0, caption, Face(STRONG, 9.2, room=_STEP - 4), at="middle")
    page.text(middle, _TOP + _SIDE + 12.2, name, Face(PLAIN, 9, room=_STEP - 4), at="middle")
    page.text(middle, _TOP + _SIDE + 17.0, number, Face(PLAIN, 9, SMALL, room=_STEP - 4), at="middle")


def _settings(page: SlipPage) -> None:
    y = _TOP + 3.0
    for head, lines in ((said.SHEET_SET, said.SHEET_LINES), (said.SHEET_PC, said.SHEET_PC_LINES)):
        page.text(_SET_LEFT, y, head, _HEAD)
        for line in lines:
            y += _LEADING
            page.text(_SET_LEFT, y, f"– {line}", _LINE)
        y += _LEADING * 1.7
