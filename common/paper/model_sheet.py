"""The model's report on A4 by NĐ 30/2020 (Annex I): head, sections, chart in black and white, signature."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.units import mm

from common.model_report import Issued, ModelReport, MonthBar
from common.paper.flow import BOLD, CENTRE, LEFT, REGULAR, RIGHT, Flow, Table
from common.paper.fonts import Fonts
from common.paper.model_blocks import Block, Chart, Grid, Head, Words, blocks
from common.paper.sheet import Heading, letterhead, signature, signing_room
from common.words import model_report as words
from common.words import reports
from common.words.reports import amount

_CHART = 52 * mm
_MOST_BARS = 14
"""So many months stand side by side with their figures; of a longer time the last ones."""


def model_pdf(report: ModelReport, heading: Heading, fonts: Fonts, issued: Issued | None = None) -> bytes:
    """The report as a PDF, the same bytes for the same content."""
    period = words.period_title(report.period)
    flow = Flow(fonts, f"{words.SUBJECT}, {period}")
    letterhead(flow, heading, words.number_line(issued.number if issued else ""))
    _title(flow, report, heading, period)
    flow.paragraph(words.basis(report))
    if words.provisional(report) and issued is None:
        flow.paragraph(words.provisional(report))
    if heading.figures_of[0]:
        flow.paragraph(heading.figures_of[0])
    told = blocks(report)
    for place, block in enumerate(told):
        if place == len(told) - 2:
            # A signature alone on a page proves nothing: it keeps the last section with it.
            flow.need(signing_room(heading) + 22 * mm)
        _draw(flow, block)
    if issued is not None:
        for line in words.issued(issued):
            flow.note(line)
    signature(flow, heading)
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


def _draw(flow: Flow, block: Block) -> None:
    match block:
        case Head(text):
            flow.heading(text)
        case Words(text, note=True):
            flow.note(text)
        case Words(text):
            flow.paragraph(text)
        case Grid():
            flow.table(Table(block.head, block.widths, block.rows, total=block.total))
        case Chart(title, months):
            _chart(flow, title, months[-_MOST_BARS:])


def _chart(flow: Flow, title: str, months: Sequence[MonthBar]) -> None:
    flow.need(_CHART + 12 * mm)
    canvas, left, room = flow.canvas, LEFT + 4 * mm, RIGHT - LEFT - 8 * mm
    flow.gap(4)
    flow.text(CENTRE, flow.y, title, (BOLD, 11.5))
    base, tall = flow.y - _CHART + 8 * mm, _CHART - 16 * mm
    most = max(max(one.registered, one.delivered) for one in months) or 1
    step, canvas_font = room / len(months), 9.0
    canvas.setLineWidth(0.6)
    canvas.line(left, base, left + room, base)
    wide = min(8 * mm, step * 0.36)
    for place, one in enumerate(months):
        middle = left + step * (place + 0.5)
        for x, n, fill in ((middle - wide - 0.5 * mm, one.registered, 0), (middle + 0.5 * mm, one.delivered, 1)):
            canvas.rect(x, base, wide, tall * n / most, stroke=1, fill=fill)
            flow.text(x + wide / 2, base + tall * n / most + 1.2 * mm, amount(n), (REGULAR, canvas_font))
        flow.text(middle, base - 4 * mm, words.month_short(one.month), (REGULAR, canvas_font))
    for x, fill, legend in zip((CENTRE - 44 * mm, CENTRE + 8 * mm), (0, 1), words.CHART_LEGEND, strict=True):
        canvas.rect(x, base - 9.6 * mm, 3 * mm, 3 * mm, stroke=1, fill=fill)
        canvas.setFont(REGULAR, 10)
        canvas.drawString(x + 4.5 * mm, base - 9.2 * mm, legend)
    flow.y = base - 12 * mm
