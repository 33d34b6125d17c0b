"""Tables as an XLSX file whose cells are text, or numbers where they are given as such: nothing in it is ever taken for
a formula or a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

_WIDEST, _NARROWEST = 42, 8
_A4, _LINE = 9, 15
_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class WorkSheet:
    """A sheet: its name (at most 31 letters), the titles of its columns, and rows of text or numbers."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[str | float]]
    wide: bool = False
    """Long text breaks into lines, and it prints on A4 landscape, all columns on one page beside each other."""


def workbook(sheets: Sequence[WorkSheet]) -> bytes:
    """The file's bytes, made in memory alone: the library would otherwise write its parts into the temporary folder."""
    import xlsxwriter  # slow to load: not before the first file

    raw = BytesIO()
    with xlsxwriter.Workbook(raw, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        # No clock in the file: the same rows are the same bytes.
        book.set_properties({"created": _ANY_DAY})
        text, top = {"num_format": "@"}, {"valign": "top"}
        bold, plain = book.add_format({"bold": True, "text_wrap": True}), book.add_format(text)
        broken, figure = book.add_format({**text, **top, "text_wrap": True}), book.add_format(top)
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            page.freeze_panes(1, 0)
            widths = [_width(sheet, column) for column in range(len(sheet.head))]
            if sheet.wide:
                _lay_wide(page, sheet, widths)
            words, number = (broken, figure) if sheet.wide else (plain, None)
            for row, cells in enumerate((sheet.head, *sheet.rows)):
                for column, cell in enumerate(cells):
                    if isinstance(cell, int | float):
                        page.write_number(row, column, cell, number)
                    else:
                        page.write_string(row, column, cell, words if row else bold)
            for column, width in enumerate(widths):
                page.set_column(column, column, width)
    return raw.getvalue()


def _width(sheet: WorkSheet, column: int) -> int:
    longest = max([len(sheet.head[column]) // 2, *(len(str(row[column])) for row in sheet.rows)])
    return min(max(longest + 1, _NARROWEST), _WIDEST)


def _lay_wide(page: Any, sheet: WorkSheet, widths: Sequence[int]) -> None:
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    for place, row in enumerate((sheet.head, *sheet.rows)):
        # Not every program makes a row as tall as the lines that its text breaks into.
        lines = max(-(-len(str(cell)) // (width - 4)) for cell, width in zip(row, widths, strict=True))
        page.set_row(place, _LINE * max(lines, 1))
