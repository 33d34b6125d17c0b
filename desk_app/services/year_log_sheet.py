"""The year's log as a table to keep: a sheet for each kind, numbers as numbers. Of conduct only how many: whoever may
read its words reads them at the desk."""

from __future__ import annotations

from common.paper.workbook import WorkSheet, workbook
from common.periods import read_period
from common.words import year_log as words
from desk_app.domain.year_log import facts_of, to_json
from desk_app.services.access_notes import done
from desk_app.services.seat import Seat
from desk_app.services.year_log import Logged, YearLog


def log_table(seat: Seat, year: int) -> bytes:
    """A year's log as XLSX, the same for everybody who may read. Raises Trouble."""
    log = YearLog(seat)
    counts = WorkSheet(words.COUNTS_SHEET, words.COUNTS_HEAD, words.count_rows(log.counts(read_period(f"{year:04}"))))
    sheets = [_sheet(kind, log.listed(year, kind)) for kind in words.SHEETS]
    done(seat, "log-saved")
    return workbook([counts, *sheets])


def _sheet(kind: str, listed: tuple[Logged, ...]) -> WorkSheet:
    names = facts_of(kind)
    rows = [[_cell(name, told[name]) for name in names] for one in listed if (told := to_json(one.entry))]
    return WorkSheet(words.SHEETS[kind], tuple(words.FACTS[kind].values()), rows)


def _cell(name: str, value: object) -> str | int:
    return value if isinstance(value, int) else words.cell(name, value)
