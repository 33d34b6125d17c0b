"""The model's report and the table of communes as files, written by the code that writes them at the desk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from common.dates import place_and_date
from common.model_report import ModelReport
from common.paper.model_docx import model_docx
from common.paper.model_json import model_json
from common.paper.model_sheet import model_pdf
from common.paper.model_workbook import model_xlsx
from common.paper.sheet import Heading
from common.paper.workbook import WorkSheet, workbook
from common.words import year_reports as words
from common.words.model_report import period_title
from district.model_reports import CommuneYear, YearTable, counted
from district.told_reports import level_of, state_of
from district.typefaces import typefaces

FORMS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
"""The forms of a report, with what a browser is told of each."""


def report_file(report: ModelReport, form: str, on: date) -> bytes:
    """A file of one of `FORMS`; `on` is the day on its paper."""
    if form == "pdf":
        return model_pdf(report, _heading(report, on), typefaces())
    if form == "docx":
        return model_docx(report, _heading(report, on))
    return model_xlsx(report) if form == "xlsx" else model_json(report)


def table_xlsx(table: YearTable, today: date) -> bytes:
    """The communes as a sheet: names are text, figures are numbers."""
    rows = [_row(row, table, today) for row in table.rows]
    papers = len(words.HEAD) - len(words.COUNTED) - 2
    whole: list[str | int] = ["", words.TOTAL, *counted(table.whole), *[""] * papers]
    return workbook([WorkSheet(period_title(table.period)[:31].replace("/", "."), words.HEAD, [*rows, whole])])


def _row(row: CommuneYear, table: YearTable, today: date) -> Sequence[str | int]:
    issued, year = row.told.issued_of(table.period), table.period.last.year
    scored, pack = row.told.scored_in(year), row.told.pack_of(year)
    told = [words.points(scored.points), words.points(scored.most), level_of(scored)] if scored else [""] * 3
    state = words.STATES[state_of(issued, table.due, today)]
    version: list[str | int] = [issued.version, f"{issued.on:%d/%m/%Y}"] if issued else ["", ""]
    return [
        *(row.place.code, row.place.official),
        *counted(row.figures),
        *told,
        words.short(pack.digest) if pack else "",
        state,
        *version,
    ]


def _heading(report: ModelReport, on: date) -> Heading:
    head = report.head
    return Heading(head.parent, head.body, place_and_date(head.place, on), head.signer_lines, head.figures_of)
