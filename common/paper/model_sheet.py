"""The model's report on A4 by NĐ 30/2020 (Annex I): head, sections, chart in black and white, signature."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.units import mm

from common.model_report import Issued, ModelReport, MonthBar
from common.paper.flow import BOLD, CENTRE, LEFT, REGULAR, RIGHT, Flow, Table
from common.paper.fonts import Fonts
from common.paper.model_blocks import Block, Grid, Head, Words, blocks
from common.paper.sheet import Heading, letterhead, signature, signing_room
from common.words import model_report as words
from common.words import reports
from common.words.reports import amount

_CHART = 56 * mm
_FIGURE = 9.0
_SHORT = 9
"""A table of no more rows stays on one page."""
_BETWEEN = 1
"""mm more than other sheets leave: 6 pt between two paragraphs (NĐ 30/2020, Annex I)."""


def model_pdf(report: ModelReport, heading: Heading, fonts: Fonts, issued: Issued | None = None) -> bytes:
    """The report as a PDF, the same bytes for the same content."""
    period = words.period_title(report.period)
    flow = Flow(fonts, f"{words.SUBJECT}, {period}", words.issued(issued))
    letterhead(flow, heading, words.number_line(issued.number if issued else ""))
    _title(flow, report, heading, period)
    for line in words.opening(report, issued, heading.figures_of[0]):
        _paragraph(flow, line)
    told = blocks(report)
    for place, block in enumerate(told):
        if place == len(told) - 2:
            # A signature alone on a page proves nothing: it keeps the last section with it.
            flow.need(signing_room(heading) + 22 * mm)
        _draw(flow, block, told[place + 1] if place + 1 < len(told) else None)
    signature(flow, heading, words.receivers(report, heading.parent))
    return flow.finish()


def _title(flow: Flow, report: ModelReport, heading: Heading, period: str) -> None:
    flow.centred(reports.TITLE, (BOLD, 14))
    flow.gap(0.8)
    flow.centred(words.SUBJECT, (BOLD, 14))
    flow.centred(period, (BOLD, 14))
    flow.rule(CENTRE, flow.y - 1.5 * mm, 36 * mm)
    flow.gap(5)
    flow.centred(words.days(report.period), (REGULAR, 12))
    flow.gap(2)
    for line in words.recipients(report, heading.parent):
        flow.centred(line, (REGULAR, 13))
    flow.gap(3)


def _draw(flow: Flow, block: Block, after: Block | None) -> None:
    match block:
        case Head(text):
            if isinstance(after, Grid):
                flow.need(_whole(flow, after) + 12 * mm)
            flow.heading(text)
        case Words(text, note=True):
            flow.note(text)
        case Words(text):
            _paragraph(flow, text)
        case Grid():
            flow.gap(1)
            flow.need(_whole(flow, block))
            flow.table(_table(block))
        case _:
            chart(flow, block.title, block.months)


def _paragraph(flow: Flow, text: str) -> None:
    flow.paragraph(text)
    flow.gap(_BETWEEN)


def _table(grid: Grid) -> Table:
    return Table(grid.head, grid.widths, grid.rows, total=grid.total)


def _whole(flow: Flow, grid: Grid) -> float:
    """The room of a table short enough to stand on one page, else nothing."""
    return flow.table_room(_table(grid)) if len(grid.rows) <= _SHORT else 0


def chart(flow: Flow, title: str, months: Sequence[MonthBar], height: float = _CHART) -> None:
    """Two bars a month, as in the window; `height` in points."""
    flow.need(height + 14 * mm)
    canvas, left, room = flow.canvas, LEFT + 4 * mm, RIGHT - LEFT - 8 * mm
    flow.gap(6)
    flow.text(CENTRE, flow.y, title, (BOLD, 11.5))
    base, tall = flow.y - height + 8 * mm, height - 20 * mm
    most = max(max(one.registered, one.delivered) for one in months) or 1
    step = room / len(months)
    canvas.setLineWidth(0.6)
    canvas.line(left, base, left + room, base)
    wide = min(8 * mm, step * 0.36)
    upright = flow.fonts.width(amount(most), REGULAR, _FIGURE) > wide + 1 * mm
    for place, one in enumerate(months):
        middle = left + step * (place + 0.5)
        for x, n, fill in ((middle - wide - 0.5 * mm, one.registered, 0), (middle + 0.5 * mm, one.delivered, 1)):
            canvas.rect(x, base, wide, tall * n / most, stroke=1, fill=fill)
            _figure(flow, (x + wide / 2, base + tall * n / most + 1.2 * mm), amount(n), upright)
        flow.text(middle, base - 4 * mm, words.month_short(one.month), (REGULAR, _FIGURE))
    for x, fill, legend in zip((CENTRE - 44 * mm, CENTRE + 8 * mm), (0, 1), words.CHART_LEGEND, strict=True):
        canvas.rect(x, base - 9.6 * mm, 3 * mm, 3 * mm, stroke=1, fill=fill)
        canvas.setFont(REGULAR, 10)
        canvas.drawString(x + 4.5 * mm, base - 9.2 * mm, legend)
    flow.y = base - 12 * mm


def _figure(flow: Flow, at: tuple[float, float], text: str, upright: bool) -> None:
    """The figure on a bar; it stands upright where it is wider than the bar."""
    if not upright:
        flow.text(*at, text, (REGULAR, _FIGURE))
        return
    canvas = flow.canvas
    canvas.saveState()
    canvas.translate(at[0] + 1.1 * mm, at[1])
    canvas.rotate(90)
    canvas.setFont(REGULAR, _FIGURE)
    canvas.drawString(0, 0, text)
    canvas.restoreState()
