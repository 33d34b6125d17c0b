"""Tables as an XLSX file whose every cell is text: nothing in it is ever taken for a formula, a date or a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

_WIDEST, _NARROWEST = 42, 8


@dataclass(frozen=True, slots=True)
class WorkSheet:
    """A sheet: its name (at most 31 letters), the titles of its columns, and rows of text."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


def workbook(sheets: Sequence[WorkSheet]) -> bytes:
    """The file's bytes, made in memory alone: the library would otherwise write its parts into the temporary folder."""
    import xlsxwriter  # slow to load: not before the first file

    raw = BytesIO()
    with xlsxwriter.Workbook(raw, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold, plain = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "@"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            page.freeze_panes(1, 0)
            for row, cells in enumerate((sheet.head, *sheet.rows)):
                for column, text in enumerate(cells):
                    page.write_string(row, column, text, plain if row else bold)
            for column, title in enumerate(sheet.head):
                longest = max([len(title) // 2, *(len(row[column]) for row in sheet.rows)])
                page.set_column(column, column, min(max(longest + 1, _NARROWEST), _WIDEST))
    return raw.getvalue()
