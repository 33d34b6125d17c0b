"""A set of criteria out of a spreadsheet (.xlsx, .xls, .ods): read whole, shown row by row, kept when agreed to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path

from common.criteria import CriteriaSet, Criterion
from common.criteria_table import Cell, NoTable, TableRow, read_rows, set_of
from common.names import fold
from desk_app.services.files import read_file
from desk_app.services.trouble import Mistake

_MOST_ROWS, _MOST_COLUMNS = 5_000, 200


@dataclass(frozen=True, slots=True)
class Taken:
    """What a spreadsheet holds: the sheet, where its header stands, every row; `criteria` is what they would become,
    None while a row is wrong."""

    file: str
    sheet: str
    header: int
    rows: tuple[TableRow, ...]
    criteria: CriteriaSet | None

    @property
    def most(self) -> int:
        """All points, in hundredths."""
        return sum(row.criterion.most for row in self.rows)


def read_table(path: Path, before: CriteriaSet, today: date) -> Taken:
    """The first sheet of a file that has such a table. Criteria worded as in the set `before` keep its figures and
    bands. Raises Mistake: criteria-file, criteria-no-table, file-unreadable, file-too-large."""
    for name, cells in _sheets(path):
        try:
            header, read = read_rows(cells)
        except NoTable:
            continue
        if read:
            rows = tuple(_like(row, before) for row in read)
            return Taken(path.name, name, header, rows, _set(rows, before, today))
    raise Mistake("criteria-no-table", {"file": path.name})


def _set(rows: tuple[TableRow, ...], before: CriteriaSet, today: date) -> CriteriaSet | None:
    if any(row.wrong for row in rows):
        return None
    own = before if not before.example else replace(before, id="bo-tieu-chi", first_day=today.replace(month=1, day=1))
    most = sum(row.criterion.most for row in rows)
    # Levels are told of the whole: for another whole they keep their share of it.
    levels = tuple(replace(one, least=one.least * most // before.most) for one in own.levels)
    return set_of(rows, replace(own, example=False, draft=True, levels=levels))


def _like(row: TableRow, before: CriteriaSet) -> TableRow:
    same = next((one for one in before.criteria if fold(one.text) == fold(row.criterion.text)), None)
    if row.wrong or same is None or not same.fed or same.most != row.criterion.most:
        return row
    fed: Criterion = replace(row.criterion, rule=same.rule, fed=same.fed, bands=same.bands)
    return replace(row, criterion=fed, noticed=(*row.noticed, "like-before"))


def _sheets(path: Path) -> list[tuple[str, Sequence[Sequence[Cell]]]]:
    from python_calamine import CalamineError, load_workbook

    raw = read_file(path)
    try:
        book = load_workbook(BytesIO(raw))
        return [(name, _cells(book.get_sheet_by_name(name))) for name in book.sheet_names]
    except (CalamineError, OSError, ValueError) as wrong:
        raise Mistake("criteria-file", {"file": path.name}) from wrong


def _cells(sheet: object) -> list[list[Cell]]:
    """The cells from the first row on, what a merged range holds in each of its cells."""
    if sheet.height > _MOST_ROWS or sheet.width > _MOST_COLUMNS:  # type: ignore[attr-defined]
        raise ValueError("no table of criteria is so large")
    rows = [list(row) for row in sheet.to_python(skip_empty_area=False)]  # type: ignore[attr-defined]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():  # type: ignore[attr-defined]
        if bottom - top > _MOST_ROWS or right - left > _MOST_COLUMNS or top >= len(rows) or left >= len(rows[top]):
            continue
        for row in rows[top : bottom + 1]:
            row[left : right + 1] = [rows[top][left]] * len(row[left : right + 1])
    return rows
