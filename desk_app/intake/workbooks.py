"""Workbooks: XLSX, XLS and ODS, read by calamine after a look at whether they are what they say and not too much."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import TYPE_CHECKING

from desk_app.intake.cells import MOST_SHEETS, Cell, NotATable, Sheet, TableFile, check_size, too_large
from desk_app.intake.ods_cells import Merge, merges_of
from desk_app.intake.workbook_guard import OLE, ZIP, look_before

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


def is_workbook(raw: bytes) -> bool:
    """Whether the bytes begin as those of a workbook do."""
    return raw.startswith((ZIP, OLE))


def read(raw: bytes) -> TableFile:
    """The sheets of a workbook; raises NotATable."""
    # Only here: what a lock screen waits for does not read sheets.
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    look_before(raw)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
            return TableFile(tuple(_sheets(book, raw)))
    except PasswordError as wrong:
        raise NotATable("password") from wrong
    except (CalamineError, OSError, ValueError) as wrong:
        raise NotATable("damaged") from wrong
    except BaseException as wrong:
        # What calamine did not foresee in a damaged file comes as a panic of Rust, which is no Exception.
        if type(wrong).__name__ != "PanicException":
            raise
        raise NotATable("damaged") from wrong


def _sheets(book: CalamineWorkbook, raw: bytes) -> list[Sheet]:
    """The sheets that a person sees; where all are hidden, all of them."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    tables = [(at, one) for at, one in enumerate(book.sheets_metadata) if one.typ == SheetTypeEnum.WorkSheet]
    if len(tables) > MOST_SHEETS:
        raise too_large("sheets", MOST_SHEETS)
    seen = [(at, one) for at, one in tables if one.visible == SheetVisibleEnum.Visible] or tables
    merges = _merges_in_ods(raw)
    return [Sheet(one.name, _rows(book.get_sheet_by_name(one.name), merges.get(at, ()))) for at, one in seen]


def _merges_in_ods(raw: bytes) -> dict[int, tuple[Merge, ...]]:
    if raw.startswith(OLE):
        return {}
    with zipfile.ZipFile(io.BytesIO(raw)) as pack:
        if "content.xml" not in pack.namelist():
            return {}
        content = pack.read("content.xml")
    return dict(enumerate(merges_of(content))) if b"-spanned=" in content else {}


def _rows(sheet: CalamineSheet, merged: Iterable[Merge]) -> list[list[Cell]]:
    check_size(sheet.total_height, sheet.total_width)
    rows: list[list[Cell]] = sheet.to_python(skip_empty_area=False)
    for first, last in sheet.merged_cell_ranges or merged:
        _spread(rows, first, last)
    return rows


def _spread(rows: list[list[Cell]], first: tuple[int, int], last: tuple[int, int]) -> None:
    """What a merged cell says, said in all its cells."""
    if first[0] >= len(rows) or first[1] >= len(rows[0]):
        return
    said = rows[first[0]][first[1]]
    for row in rows[first[0] : last[0] + 1]:
        row[first[1] : last[1] + 1] = [said] * len(row[first[1] : last[1] + 1])
