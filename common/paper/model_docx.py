"""The model's report as DOCX: what stands on its PDF, for an office that writes on in its own words."""

from __future__ import annotations

from common.model_report import Issued, ModelReport
from common.paper.docx_chart import bar_chart
from common.paper.model_blocks import Block, Grid, Head, Words, blocks
from common.paper.office_docx import OfficeDocument
from common.paper.sheet import Heading
from common.words import model_report as words
from common.words import reports


def model_docx(report: ModelReport, heading: Heading, issued: Issued | None = None) -> bytes:
    """The report's bytes, the same for the same content."""
    period = words.period_title(report.period)
    written = OfficeDocument(f"{words.SUBJECT}, {period}")
    written.letterhead(heading, words.number_line(issued.number if issued else ""))
    written.centred(reports.TITLE)
    written.centred(words.SUBJECT)
    written.centred(period)
    written.rule()
    written.gap()
    written.centred(words.days(report.period), size=12, bold=False)
    for line in words.recipients(report, heading.parent):
        written.centred(line, size=13, bold=False)
    written.gap()
    for line in words.opening(report, issued, heading.figures_of[0]):
        written.paragraph(line)
    for block in blocks(report):
        _write(written, block)
    written.foot(words.issued(issued))
    written.signature(heading, words.receivers(report, heading.parent))
    return written.finish()


def _write(written: OfficeDocument, block: Block) -> None:
    match block:
        case Head(text):
            written.heading(text)
        case Words(text, note=True):
            written.note(text)
        case Words(text):
            written.paragraph(text)
        case Grid():
            written.table(block.head, block.widths, block.rows, block.total)
        case _:
            bar_chart(written, block.title, block.months)
