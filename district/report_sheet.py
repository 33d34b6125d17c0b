"""A report as files to keep: on paper, with a row for each commune when it sums up several, and as a table."""

from collections.abc import Sequence
from datetime import date

from common.counts import Report
from common.dates import place_and_date
from common.month_counts import report_of
from common.paper.sheet import Heading, Part, report_pdf
from common.paper.workbook import WorkSheet, workbook
from common.table_file import csv_table
from common.units import Unit, UnitTable
from common.words import report_table as words
from common.words.reports import period_words
from district.letters_table import CommuneFigures, LettersTable
from district.typefaces import typefaces


def report_file(
    units: UnitTable, office: tuple[str, str], on: date, counted: Report, parts: Sequence[tuple[str, Report]] = ()
) -> bytes:
    """The PDF of a report, dated; `office` is the code of the level above and of the unit that was asked for, if any;
    `parts` are the communes that it sums up, by name."""
    own, asked = (_unit_on(units, code, on) if code else None for code in office)
    assert own is not None
    body = asked or own
    above = units.parent(body, on)
    heading = Heading(above.full_name if above else "", body.full_name, place_and_date(own.name, on))
    listed = [Part(name, report) for name, report in parts]
    return report_pdf(counted, heading, typefaces(), listed if len(listed) > 1 else ())


def table_pdf(table: LettersTable, units: UnitTable, office: tuple[str, str], on: date) -> bytes:
    """The report of all communes on paper, with a row for each, or of one commune alone."""
    rows = () if office[1] else table.rows
    parts = [(row.place.official, report_of(row.figures, table.period, row.answers)) for row in rows]
    return report_file(units, office, on, table.report, parts)


def table_xlsx(table: LettersTable) -> bytes:
    """The table as an XLSX file: names are text, figures are numbers."""
    name = period_words(table.period)[:31]
    return workbook([WorkSheet(name.replace("/", "."), words.HEAD, _rows(table))])


def table_csv(table: LettersTable) -> bytes:
    """The same as CSV, for programs that read nothing else."""
    return csv_table([words.HEAD, *_rows(table)])


def _rows(table: LettersTable) -> list[list[str | int]]:
    whole: list[str | int] = ["", words.TOTAL]
    gaps = (table.without_letter, table.not_handed)
    whole += [*(table.whole.get(name, 0) for name in words.NAMES), *gaps, table.report.ratings.n]
    return [*map(_row, table.rows), whole]


def _row(row: CommuneFigures) -> list[str | int]:
    figures = [row.of(name) for name in words.NAMES]
    return [row.place.code, row.place.official, *figures, row.without_letter, row.not_handed, row.answers.n]


def _unit_on(units: UnitTable, code: str, on: date) -> Unit:
    return units.unit(code, on) or units.known(code)[-1]
