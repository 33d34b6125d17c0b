"""A table as a CSV file that opens in a spreadsheet: no cell is ever a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_table(rows: Iterable[Sequence[str | int]]) -> bytes:
    """The rows as UTF-8 with the mark by which spreadsheets know it; whole numbers stay numbers."""
    written = io.StringIO()
    sheet = csv.writer(written)
    for row in rows:
        sheet.writerow([cell if isinstance(cell, int) else plain(cell) for cell in row])
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def plain(cell: str) -> str:
    """The text of a cell so that no spreadsheet reckons with it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
