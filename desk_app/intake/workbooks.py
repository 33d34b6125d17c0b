"""Workbooks: XLSX, XLS and ODS, read by calamine after a look at whether they are what they say and not too much."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from desk_app.intake.cells import MOST_SHEETS, Cell, NotATable, Sheet, TableFile, check_size, too_large
from desk_app.intake.workbook_guard import OLE, ZIP, look_before

if TYPE_CHECKING:
    from python_calamine import CalamineSheet


def is_workbook(raw: bytes) -> bool:
    """Whether the bytes begin as those of a workbook do."""
    return raw.startswith((ZIP, OLE))


def read(raw: bytes) -> TableFile:
    """The sheets of a workbook; raises NotATable."""
    # Only here: what a lock screen waits for does not read sheets.
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

    look_before(raw)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
            names = [one.name for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
            if len(names) > MOST_SHEETS:
                raise too_large("sheets", MOST_SHEETS)
            return TableFile(tuple(Sheet(name, _rows(book.get_sheet_by_name(name))) for name in names))
    except PasswordError as wrong:
        raise NotATable("password") from wrong
    except (CalamineError, OSError, ValueError) as wrong:
        raise NotATable("damaged") from wrong


def _rows(sheet: CalamineSheet) -> list[list[Cell]]:
    check_size(sheet.total_height, sheet.total_width)
    rows: list[list[Cell]] = sheet.to_python(skip_empty_area=False)
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        _spread(rows, (top, left), (bottom, right))
    return rows


def _spread(rows: list[list[Cell]], first: tuple[int, int], last: tuple[int, int]) -> None:
    """What a merged cell says, said in all its cells."""
    if not rows or first[0] >= len(rows) or first[1] >= len(rows[0]):
        return
    said = rows[first[0]][first[1]]
    for row in rows[first[0] : last[0] + 1]:
        row[first[1] : last[1] + 1] = [said] * len(row[first[1] : last[1] + 1])
