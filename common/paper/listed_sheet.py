"""A4 lists to be signed by hand: rows of 12 mm, the head again on every page, numbered pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from common.paper.fonts import Fonts
from common.paper.slip_page import CARD_BOLD, LEFT, MEDIUM, PLAIN, SMALL, Face, SlipPage
from common.words import desk_papers as said

A4_WIDE, A4_TALL = 210.0, 297.0
ROOM = A4_WIDE - 2 * LEFT
ROW, _HEAD_ROW, _TWO_LINES, _FIRST, _FURTHER, _LAST = 12.0, 9.0, 11.5, 60.0, 16.0, 272.0
_PAD, _FEWEST = 2.0, 12
_TEXT, _HEAD, _SMALLER = Face("EBGaramond", 12), Face(MEDIUM, 10), Face(PLAIN, 9)
_SIZES, _LEADING, _UP = (12.0, 10.5, 9.0, 8.0, 7.3, 6.0), 0.38, 0.115
"""Points a cell may be set in; mm a line is tall, and stands over its middle, for each of them."""


@dataclass(frozen=True, slots=True)
class ListedSheet:
    """Agency in two lines, place and date, title, the line under it; column titles and their widths in mm (178 in all);
    rows of cells; small notes under the last row; `name` is the document's own title and names nobody."""

    agency: tuple[str, str]
    dated: str
    title: str
    under: str
    head: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = ()
    name: str = ""


def listed_pdf(sheets: Sequence[ListedSheet], fonts: Fonts) -> bytes:
    """The lists one after the other, each on pages of its own; the same bytes for the same lists. A list of nobody has
    empty rows for a hand."""
    page = SlipPage(fonts, sheets[0].name or sheets[0].title.capitalize(), A4_WIDE, A4_TALL)
    for number, sheet in enumerate(sheets):
        if number:
            page.turn()
        _sheet(page, sheet)
    return page.finish()


def _sheet(page: SlipPage, sheet: ListedSheet) -> None:
    rows = list(sheet.rows) or [("",) * len(sheet.head)] * _FEWEST
    pages = _paged(rows, _head_tall(page, sheet))
    y = _first_head(page, sheet)
    for number, part in enumerate(pages, 1):
        if number > 1:
            page.turn()
            y = _FURTHER
        y = _table(page, sheet, part, y)
        _foot(page, number, len(pages))
    for note in sheet.notes:
        for line in page.lines(note, _SMALLER, ROOM):
            y += 4.4
            page.text(LEFT, y, line, _SMALLER)


def _paged(rows: Sequence[Sequence[str]], head: float) -> list[Sequence[Sequence[str]]]:
    first = int((_LAST - _FIRST - head) // ROW)
    further = int((_LAST - _FURTHER - head) // ROW)
    return [rows[:first], *(rows[at : at + further] for at in range(first, len(rows), further))]


def _first_head(page: SlipPage, sheet: ListedSheet) -> float:
    page.head(sheet.agency, sheet.dated)
    page.text(A4_WIDE / 2, 42, sheet.title, Face(CARD_BOLD, 18, room=ROOM), at="middle")
    for number, line in enumerate(page.lines(*page.sure(sheet.under, Face(PLAIN, 10.5, SMALL)), ROOM)[:2]):
        page.text(A4_WIDE / 2, 49 + number * 5, line, Face(PLAIN, 10.5, SMALL), at="middle")
    return _FIRST


def _table(page: SlipPage, sheet: ListedSheet, rows: Sequence[Sequence[str]], y: float) -> float:
    page.rule(LEFT, y, ROOM, 0.45)
    tall = _head_tall(page, sheet)
    _cells(page, sheet, sheet.head, (y, tall, _HEAD))
    y += tall
    page.rule(LEFT, y, ROOM, 0.45)
    for row in rows:
        _cells(page, sheet, row, (y, ROW, _TEXT))
        y += ROW
        page.rule(LEFT, y, ROOM, 0.2)
    return y


def _head_tall(page: SlipPage, sheet: ListedSheet) -> float:
    """Two lines need more room between the rules than one."""
    lines = (_set(page, text, _HEAD, width - 2 * _PAD)[0] for text, width in zip(sheet.head, sheet.widths, strict=True))
    return _TWO_LINES if any(len(each) > 1 for each in lines) else _HEAD_ROW


def _cells(page: SlipPage, sheet: ListedSheet, cells: Sequence[str], where: tuple[float, float, Face]) -> None:
    y, tall, face = where
    x = LEFT
    for cell, width in zip(cells, sheet.widths, strict=True):
        _cell(page, (x + _PAD, y + tall / 2), cell, (face, width - 2 * _PAD))
        x += width


def _cell(page: SlipPage, at: tuple[float, float], cell: str, how: tuple[Face, float]) -> None:
    face, room = how
    x, middle = at
    text, face = page.sure(cell, face)
    lines, size = _set(page, text, face, room)
    leading = size * _LEADING
    for number, line in enumerate(lines):
        y = middle + (number - (len(lines) - 1) / 2) * leading + size * _UP
        page.text(x, y, line, replace(face, size=size, room=room))


def _set(page: SlipPage, text: str, face: Face, room: float) -> tuple[list[str], float]:
    """The lines of a cell and their size: as few as fit, three at most; smaller only where three are not enough."""
    for size in _SIZES:
        smaller = replace(face, size=min(size, face.size))
        lines = [line for part in text.split("\n") for line in page.lines(part, smaller, room)]
        fits = max(page.width(line, smaller) for line in lines) <= room
        if len(lines) * smaller.size * _LEADING <= ROW - 0.8 and fits:
            break
    return lines, smaller.size


def _foot(page: SlipPage, number: int, of: int) -> None:
    if of > 1:
        page.text(A4_WIDE - LEFT, 288, said.page_of(number, of), Face(PLAIN, 9, SMALL), at="right")
