"""Tables as an XLSX file whose cells are text, or numbers where they are given as such: nothing in it is ever taken for
a formula or a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

_WIDEST, _NARROWEST = 42, 8
_A4 = 9
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
            if sheet.wide:
                page.set_landscape()
                page.set_paper(_A4)
                page.fit_to_pages(1, 0)
                page.repeat_rows(0)
            words, number = (broken, figure) if sheet.wide else (plain, None)
            for row, cells in enumerate((sheet.head, *sheet.rows)):
                for column, cell in enumerate(cells):
                    if isinstance(cell, int | float):
                        page.write_number(row, column, cell, number)
                    else:
                        page.write_string(row, column, cell, words if row else bold)
            for column, title in enumerate(sheet.head):
                longest = max([len(title) // 2, *(len(str(row[column])) for row in sheet.rows)])
                page.set_column(column, column, min(max(longest + 1, _NARROWEST), _WIDEST))
    return raw.getvalue()
