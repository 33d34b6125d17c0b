"""The scoring sheet of a criteria set on A4 landscape: groups and criteria, the office's points, the province's beside
them, reasons; two people sign. Black and grey alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Literal
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from common.paper.flow import BOLD, ITALIC, REGULAR
from common.paper.fonts import FAMILIES, Fonts
from common.paper.sheet import Heading, agency_lines
from common.words import criteria_sheet as words
from common.words import reports

WIDTH, HEIGHT = landscape(A4)
LEFT, RIGHT, TOP, BOTTOM = 25 * mm, WIDTH - 15 * mm, HEIGHT - 18 * mm, 16 * mm
WIDTHS = (13.0, 90.0, 19.0, 33.0, 18.0, 18.0, 66.0)
"""mm: code, criterion, most, figure of the register, own points, the province's, reason and evidence."""
_PAD, _SEAL_ROOM, _AGENCY_ROOM = 1.5 * mm, 22 * mm, 84 * mm
_ALIGNMENTS: dict[str, Literal[0, 1, 2, 4]] = {
    **{"left": TA_LEFT, "centre": TA_CENTER, "right": TA_RIGHT, "justify": TA_JUSTIFY}
}
_CELLS = ("left", "left", "right", "left", "right", "right", "left")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """Seven cells as words; `kind` "group" and "total" stand out."""

    cells: tuple[str, ...]
    kind: Literal["group", "criterion", "total"] = "criterion"


@dataclass(frozen=True, slots=True)
class CriteriaSheet:
    """Ready words: title lines, sentences before the table, its rows, sentences after it, small notes at the end."""

    heading: Heading
    titles: tuple[str, ...]
    opening: tuple[str, ...]
    rows: Sequence[SheetRow]
    closing: tuple[str, ...]
    notes: tuple[str, ...]


def criteria_sheet_pdf(sheet: CriteriaSheet, fonts: Fonts) -> bytes:
    """The sheet; the same bytes for the same scores."""
    page = _Page(fonts, " ".join(sheet.titles))
    _letterhead(page, sheet.heading)
    for place, title in enumerate(sheet.titles):
        page.paragraph(title, (BOLD, 14 if not place else 12.5), "centre")
    page.y -= 2 * mm
    for line in sheet.opening:
        page.paragraph(line, (REGULAR, 12), "justify")
    page.y -= 2 * mm
    _table(page, sheet.rows)
    page.y -= 2 * mm
    for line in sheet.closing:
        page.paragraph(line, (REGULAR, 12), "justify")
    _signatures(page, sheet.heading)
    for line in sheet.notes:
        page.paragraph(line, (ITALIC, 9.5), "left")
    return page.finish()


@dataclass(slots=True)
class _Page:
    """Landscape pages being written; `y` is the next free height."""

    fonts: Fonts
    title: str
    y: float = TOP
    pages: int = 1
    canvas: Canvas = field(init=False)
    _raw: BytesIO = field(default_factory=BytesIO)

    def __post_init__(self) -> None:
        self.fonts.register(FAMILIES[REGULAR])
        # As in flow.py: no clock in the file, and no font that is listed without being embedded.
        self.canvas = Canvas(self._raw, pagesize=(WIDTH, HEIGHT), invariant=1, initialFontName=REGULAR)  # type: ignore[arg-type]
        self.canvas.setTitle(self.title)

    def finish(self) -> bytes:
        self.canvas.showPage()
        self.canvas.save()
        return self._raw.getvalue()

    def need(self, height: float) -> bool:
        """A new page unless so much room is left; true when there is one."""
        if self.y - height >= BOTTOM:
            return False
        self.canvas.showPage()
        self.pages += 1
        self.y = TOP
        self.text(WIDTH / 2, HEIGHT - 11 * mm, str(self.pages), (REGULAR, 12))
        return True

    def text(self, x: float, y: float, text: str, face: tuple[str, float]) -> None:
        self.canvas.setFont(*face)
        self.canvas.drawCentredString(x, y, text)

    def paragraph(self, text: str, face: tuple[str, float], alignment: str) -> None:
        made = _set(text, face, alignment)
        _, height = made.wrap(RIGHT - LEFT, HEIGHT)
        self.need(height)
        self.y -= height
        made.drawOn(self.canvas, LEFT, self.y)
        self.y -= 0.8 * mm


def _letterhead(page: _Page, heading: Heading) -> None:
    left, right, y = LEFT + 42 * mm, RIGHT - 58 * mm, page.y
    for line, font in agency_lines(heading, page.fonts, _AGENCY_ROOM):
        page.text(left, y, line, (font, 12))
        y -= 5 * mm
    page.canvas.setLineWidth(0.6)
    page.canvas.line(left - 12 * mm, y + 2.9 * mm, left + 12 * mm, y + 2.9 * mm)
    page.text(right, page.y, reports.NATION, (BOLD, 12))
    page.text(right, page.y - 5.2 * mm, reports.MOTTO, (BOLD, 13))
    half = page.fonts.width(reports.MOTTO, BOLD, 13) / 2
    page.canvas.line(right - half, page.y - 6.8 * mm, right + half, page.y - 6.8 * mm)
    page.text(right, page.y - 13 * mm, heading.place_and_date, (ITALIC, 13))
    page.y = y - 7 * mm


def _table(page: _Page, rows: Sequence[SheetRow]) -> None:
    head = SheetRow(words.HEAD, "total")
    _row(page, head)
    for place, row in enumerate(rows):
        # A group's name stays with its first criterion, the total with the last.
        following = rows[place + 1] if place + 1 < len(rows) else None
        keep = 14 * mm if row.kind == "group" or (following and following.kind == "total") else 0
        if page.need(_height(row)[1] + keep):
            _row(page, head)
        _row(page, row)


def _height(row: SheetRow) -> tuple[list[Paragraph], float]:
    face = (REGULAR if row.kind == "criterion" else BOLD, 10.5)
    cells = [_set(cell, face, side) for cell, side in zip(row.cells, _CELLS, strict=True)]
    rooms = [width * mm - (2 + 2 * (side == "right")) * _PAD for width, side in zip(WIDTHS, _CELLS, strict=True)]
    heights = [cell.wrap(room, HEIGHT)[1] for cell, room in zip(cells, rooms, strict=True)]
    return cells, max(heights) + 2 * mm


def _row(page: _Page, row: SheetRow) -> None:
    cells, height = _height(row)
    canvas, x, whole = page.canvas, LEFT, sum(WIDTHS) * mm
    if row.kind == "group":
        canvas.setFillGray(0.92)
        canvas.rect(LEFT, page.y - height, whole, height, stroke=0, fill=1)
        canvas.setFillGray(0)
    for cell, width in zip(cells, WIDTHS, strict=True):
        cell.drawOn(canvas, x + _PAD, page.y - 1 * mm - cell.height)
        x += width * mm
    canvas.setLineWidth(0.7 if row.kind == "total" else 0.25)
    if row.kind == "total":
        canvas.line(LEFT, page.y, LEFT + whole, page.y)
    page.y -= height
    canvas.line(LEFT, page.y, LEFT + whole, page.y)


def _signatures(page: _Page, heading: Heading) -> None:
    *authority, name = heading.signer_lines or (*words.NO_SIGNER, "")
    room = max(len(authority), 1) * 5.6 * mm + _SEAL_ROOM + 6 * mm
    page.need(room)
    left, right, y = LEFT + 55 * mm, RIGHT - 58 * mm, page.y - 6 * mm
    page.text(left, y, words.WRITER, (BOLD, 12))
    page.text(left, y - 5 * mm, words.SIGNS, (ITALIC, 11))
    for line in authority:
        page.text(right, y, line, (BOLD, 12.5))
        y -= 5.6 * mm
    page.text(right, y - _SEAL_ROOM, name, (BOLD, 12.5))
    page.y = y - _SEAL_ROOM - 6 * mm


def _set(text: str, face: tuple[str, float], alignment: str) -> Paragraph:
    font, size = face
    style = ParagraphStyle(
        f"{font} {size} {alignment}",
        fontName=font,
        fontSize=size,
        leading=size * 1.17,
        alignment=_ALIGNMENTS[alignment],
        bulletFontName=font,
    )
    return Paragraph(escape(text), style)
