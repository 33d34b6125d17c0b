"""A report of the model as a file: PDF, DOCX, XLSX or JSON, drawn from the report alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from common.dates import place_and_date
from common.model_report import Issued, ModelReport

if TYPE_CHECKING:
    from common.paper.sheet import Heading

REPORT_FORMS = ("pdf", "docx", "xlsx", "json")
Issuing = tuple[Issued | None, date]
"""What the report got when it was issued (None: it is being prepared), and the day on its paper."""


def report_file(report: ModelReport, form: str, issuing: Issuing, resources: Path) -> bytes:
    """The bytes of a file of one of `REPORT_FORMS`, the same for the same report."""
    # What draws takes a fifth of a second to import: only a report on paper pays for it.
    issued, day = issuing
    match form:
        case "json":
            from common.paper.model_json import model_json

            return model_json(report, issued)
        case "xlsx":
            from common.paper.model_workbook import model_xlsx

            return model_xlsx(report, issued)
        case "docx":
            from common.paper.model_docx import model_docx

            return model_docx(report, _heading(report, day), issued)
    from common.paper.fonts import Fonts
    from common.paper.model_sheet import model_pdf

    return model_pdf(report, _heading(report, day), Fonts(resources / "fonts"), issued)


def _heading(report: ModelReport, day: date) -> Heading:
    from common.paper.sheet import Heading

    head = report.head
    dated = place_and_date(head.place, day)
    return Heading(head.parent, head.body, dated, head.signer_lines, head.figures_of)
