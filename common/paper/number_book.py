"""Sổ cấp số on paper: every number of a year with its letter, gaps and void ones, totals, room to sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from common.words import numbering as words

if TYPE_CHECKING:
    from common.paper.flow import Flow
    from common.paper.fonts import Fonts
    from common.paper.sheet import Heading

_WIDTHS = (34, 24, 32, 46, 26)
_PAD, _SIGN_ROOM, _SIZE, _LEADING = 4.0, 132.0, 11.0, 13.2
"""Points."""
Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class NumberPaper:
    """One year: whose office, the line under the title, rows of (number, day, letter, to whom, note) by sign under
    `heading`s, the sentence that adds them up."""

    heading: Heading
    under: str
    parts: Sequence[tuple[str, Sequence[Row]]]
    total: str


def number_pdf(paper: NumberPaper, fonts: Fonts) -> bytes:
    """The book as A4 pages, numbered from the second; the same bytes for the same book."""
    from common.paper.flow import BOLD, CENTRE, Flow  # slow to load: not before the first sheet
    from common.paper.sheet import letterhead

    flow = Flow(fonts, words.TITLE)
    letterhead(flow, paper.heading, "")
    flow.gap(2)
    flow.centred(words.PAPER_TITLE, (BOLD, 15))
    flow.gap(0.8)
    flow.centred(paper.under, (BOLD, 13))
    flow.rule(CENTRE, flow.y - 4, 100)
    flow.gap(5)
    for heading, rows in paper.parts:
        flow.heading(heading)
        _table(flow, rows)
    flow.paragraph(paper.total)
    _signing(flow)
    return flow.finish()


def _table(flow: Flow, rows: Sequence[Row]) -> None:
    _row(flow, words.PAPER_COLUMNS, head=True)
    for row in rows:
        _row(flow, row)
    flow.gap(3)


def _row(flow: Flow, cells: Row, head: bool = False) -> None:
    """One row as tall as its longest cell; on a new page the head stands over it again."""
    from reportlab.lib.units import mm
    from reportlab.lib.utils import simpleSplit

    from common.paper.flow import BOLD, LEFT, REGULAR

    font = BOLD if head else REGULAR
    made = [simpleSplit(cell, font, _SIZE, width * mm - 2 * _PAD) for cell, width in zip(cells, _WIDTHS, strict=True)]
    tall = max(map(len, made)) * _LEADING + 2 * _PAD
    if flow.need(tall + (tall if head else 0)) and not head:
        _row(flow, words.PAPER_COLUMNS, head=True)
    right = LEFT + sum(_WIDTHS) * mm
    flow.canvas.setLineWidth(0.7 if head else 0.25)
    if head:
        flow.canvas.line(LEFT, flow.y, right, flow.y)
    flow.canvas.setFont(font, _SIZE)
    x = LEFT
    for lines, width in zip(made, _WIDTHS, strict=True):
        for place, line in enumerate(lines):
            flow.canvas.drawString(x + _PAD, flow.y - _PAD - _SIZE - place * _LEADING + 1.5, line)
        x += width * mm
    flow.y -= tall
    flow.canvas.line(LEFT, flow.y, right, flow.y)


def _signing(flow: Flow) -> None:
    from common.paper.flow import BOLD, LEFT, REGULAR, RIGHT

    flow.need(_SIGN_ROOM)
    flow.gap(8)
    quarter = (RIGHT - LEFT) / 4
    for x, caption, under in zip((LEFT + quarter, RIGHT - quarter), words.SIGNS, words.SIGN_UNDER, strict=True):
        flow.text(x, flow.y, caption, (BOLD, 12))
        flow.text(x, flow.y - 15, under, (REGULAR, 11.5))
