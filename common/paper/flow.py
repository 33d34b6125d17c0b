"""A4 portrait pages written from top to bottom by the measures of NĐ 30/2020: paragraphs, centred lines, tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Literal
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from common.paper.fonts import FAMILIES, Fonts

REGULAR, BOLD, ITALIC = "LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic"
WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 30 * mm, WIDTH - 18 * mm, HEIGHT - 20 * mm, 20 * mm
CENTRE = (LEFT + RIGHT) / 2
_ROW, _PAD = 5.9 * mm, 1.6 * mm
_LONG = 45 * mm
"""A paragraph higher than this goes on over the page."""
_ALIGNMENTS: dict[str, Literal[0, 1, 2, 4]] = {"justify": TA_JUSTIFY, "left": TA_LEFT, "centre": TA_CENTER}


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in a table cell: outline and filled part as shares (0 to 1) of the cell's width."""

    outline: float
    filled: float


@dataclass(frozen=True, slots=True)
class Reach:
    """A share with its range on a line from 0 to 1 of the cell's width; `band` lies pale behind it, drawn by its edges
    so that it holds in black and white too."""

    share: float
    low_high: tuple[float, float]
    band: tuple[float, float] | None = None


Cell = str | Bar | Reach


@dataclass(frozen=True, slots=True)
class Table:
    """A table: head, widths in mm, rows; text in the first column and in those of `worded`, figures in the others;
    `total` sets the last row bold.

    The last two rows stay together with `keep` points of what follows.
    """

    head: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[Cell]]
    total: bool = False
    keep: float = 0
    worded: tuple[int, ...] = (0,)


@dataclass(slots=True)
class Flow:
    """Pages being written; `y` is the next free height in points from the bottom edge, `foot` stands small under every
    page."""

    fonts: Fonts
    title: str
    foot: str = ""
    y: float = TOP
    pages: int = 1
    canvas: Canvas = field(init=False)
    _raw: BytesIO = field(default_factory=BytesIO)

    def __post_init__(self) -> None:
        self.fonts.register(FAMILIES[REGULAR])
        # Invariant: no clock in the file, so equal figures give equal bytes. Any other first font would be Helvetica,
        # listed and not embedded. (The stubs call the name a number.)
        self.canvas = Canvas(self._raw, pagesize=A4, invariant=1, initialFontName=REGULAR)  # type: ignore[arg-type]
        self.canvas.setTitle(self.title)
        self.canvas.setLineWidth(0.6)

    def finish(self) -> bytes:
        """Close the last page and give the PDF."""
        self._close_page()
        self.canvas.save()
        return self._raw.getvalue()

    def need(self, height: float) -> bool:
        """Go to a new page unless so much room is left; true when it did."""
        if self.y - height >= BOTTOM:
            return False
        self._close_page()
        self.pages += 1
        self.y = TOP
        self.canvas.setLineWidth(0.6)
        self.text(WIDTH / 2, HEIGHT - 13 * mm, str(self.pages), (REGULAR, 13))
        return True

    def _close_page(self) -> None:
        if self.foot:
            self.text(CENTRE, 11 * mm, self.foot, (ITALIC, 9.5))
        self.canvas.showPage()

    def text(self, x: float, y: float, text: str, face: tuple[str, float]) -> None:
        """One line centred on x."""
        self.canvas.setFont(*face)
        self.canvas.drawCentredString(x, y, text)

    def rule(self, x: float, y: float, width: float) -> None:
        """A line centred on x."""
        self.canvas.line(x - width / 2, y, x + width / 2, y)

    def gap(self, height_mm: float) -> None:
        """Leave room."""
        self.y -= height_mm * mm

    def centred(self, text: str, face: tuple[str, float]) -> None:
        """One or more lines centred between the margins."""
        self._paragraph(text, _style(face, "centre"))

    def heading(self, text: str) -> None:
        """The heading of a section, kept with what follows."""
        self.need(30 * mm)
        self.gap(2)
        self._paragraph(text, _style((BOLD, 13), "left"))
        self.gap(1)

    def paragraph(self, text: str) -> None:
        """Justified text with the first line indented."""
        self._paragraph(text, _style((REGULAR, 13), "justify", indent=10 * mm))
        self.gap(1.2)

    def item(self, text: str) -> None:
        """One entry of a list, ragged at the right."""
        self._paragraph(text, _style((REGULAR, 12.5), "left"))
        self.gap(0.8)

    def note(self, text: str) -> None:
        """Small explaining text under a table."""
        self._paragraph(text, _style((ITALIC, 10.5), "left"))
        self.gap(1)

    def table(self, table: Table) -> None:
        """Draw a table, row by row, with its head repeated on every page."""
        self._head(table)
        for place, row in enumerate(table.rows):
            left = len(table.rows) - place
            if self.need(_ROW if left > 2 else left * _ROW + table.keep):
                self._head(table)
            last = left == 1
            self._row(table, row, BOLD if table.total and last else REGULAR)
            self.canvas.setLineWidth(0.7 if last else 0.25)
            self.canvas.line(LEFT, self.y, LEFT + sum(table.widths) * mm, self.y)
        self.canvas.setLineWidth(0.6)
        self.gap(2)

    def table_room(self, table: Table) -> float:
        """How much room a table takes that is not parted, in points."""
        return max(height for _, height in self._head_cells(table)) + 2 * _PAD + len(table.rows) * _ROW + 2 * mm

    def _head_cells(self, table: Table) -> list[tuple[Paragraph, float]]:
        cells = [
            Paragraph(escape(text), _style((BOLD, 11), "left" if place in table.worded else "centre"))
            for place, text in enumerate(table.head)
        ]
        return [
            (cell, cell.wrap(width * mm - 2 * _PAD, HEIGHT)[1]) for cell, width in zip(cells, table.widths, strict=True)
        ]

    def _head(self, table: Table) -> None:
        cells = self._head_cells(table)
        height = max(own for _, own in cells) + 2 * _PAD
        self.need(height + 2 * _ROW)
        x, right = LEFT, LEFT + sum(table.widths) * mm
        self.canvas.setLineWidth(0.7)
        self.canvas.line(LEFT, self.y, right, self.y)
        for (cell, own), width in zip(cells, table.widths, strict=True):
            cell.drawOn(self.canvas, x + _PAD, self.y - (height + own) / 2)
            x += width * mm
        self.y -= height
        self.canvas.line(LEFT, self.y, right, self.y)

    def _row(self, table: Table, row: Sequence[Cell], font: str) -> None:
        self.y -= _ROW
        x, base = LEFT, self.y + 1.7 * mm
        self.canvas.setFont(font, 12)
        for place, (cell, width) in enumerate(zip(row, table.widths, strict=True)):
            if isinstance(cell, Bar):
                self._bar(cell, x + _PAD, width * mm - 2 * _PAD)
            elif isinstance(cell, Reach):
                self._reach(cell, x + _PAD, width * mm - 2 * _PAD)
            elif place in table.worded:
                self.canvas.drawString(x + _PAD, base, self._fitting(cell, font, width * mm - 2 * _PAD))
                self.canvas.setFont(font, 12)
            else:
                self.canvas.drawRightString(x + width * mm - 3 * _PAD, base, cell)
            x += width * mm

    def _fitting(self, text: str, font: str, room: float) -> str:
        size = min(12.0, 12.0 * room / max(self.fonts.width(text, font, 12), 1.0))
        self.canvas.setFont(font, size)
        return text

    def _bar(self, bar: Bar, x: float, room: float) -> None:
        y, height = self.y + 1.5 * mm, _ROW - 3 * mm
        if bar.outline > 0:
            self.canvas.rect(x, y, room * bar.outline, height, stroke=1, fill=0)
        if bar.filled > 0:
            self.canvas.rect(x, y, room * bar.filled, height, stroke=0, fill=1)

    def _reach(self, cell: Reach, x: float, room: float) -> None:
        canvas, middle, tall = self.canvas, self.y + _ROW / 2, _ROW - 2 * mm
        if cell.band:
            low, high = cell.band
            canvas.setFillGray(0.88)
            canvas.rect(x + room * low, middle - tall / 2, room * (high - low), tall, stroke=0, fill=1)
            canvas.setFillGray(0)
        canvas.setLineWidth(0.25)
        canvas.line(x, middle, x + room, middle)
        low, high = cell.low_high
        canvas.setLineWidth(1.8)
        canvas.line(x + room * low, middle, x + room * high, middle)
        canvas.circle(x + room * cell.share, middle, 1.2 * mm, stroke=0, fill=1)

    def _paragraph(self, text: str, style: ParagraphStyle) -> None:
        paragraph: Flowable = Paragraph(escape(text), style)
        _, height = paragraph.wrap(RIGHT - LEFT, HEIGHT)
        while height > _LONG and self.y - height < BOTTOM:
            parts = paragraph.split(RIGHT - LEFT, self.y - BOTTOM)
            if len(parts) > 1:
                self._place(parts[0])
                paragraph = parts[1]
                _, height = paragraph.wrap(RIGHT - LEFT, HEIGHT)
            self.need(height)
        self._place(paragraph)

    def _place(self, paragraph: Flowable) -> None:
        _, height = paragraph.wrap(RIGHT - LEFT, HEIGHT)
        self.need(height)
        self.y -= height
        paragraph.drawOn(self.canvas, LEFT, self.y)


def _style(face: tuple[str, float], alignment: str, indent: float = 0) -> ParagraphStyle:
    font, size = face
    return ParagraphStyle(
        f"{font} {size} {alignment}",
        fontName=font,
        fontSize=size,
        leading=size * 1.16,
        alignment=_ALIGNMENTS[alignment],
        firstLineIndent=indent,
        bulletFontName=font,
    )
