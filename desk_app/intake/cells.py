"""Sheets of cells as they come in, the limits they keep to, and the refusal of what is no table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal

from common.words import intake as words

Cell = str | int | float | bool | date | datetime | time | timedelta
"""What stands in a cell; "" where nothing does."""

MOST_BYTES = 40_000_000
MOST_ROWS = 60_000
MOST_COLUMNS = 400
MOST_CELLS = 4_000_000
MOST_SHEETS = 60

Refusal = Literal["password", "not-a-table", "empty", "too-large", "damaged", "other-kind"]


class NotATable(Exception):
    """A file or text that gives no table: `password` asked for, `not-a-table` (a letter, a picture…), `empty`,
    `too-large` (details `limit` in words and `what`: bytes, rows, columns, cells or sheets), `damaged`, or a table of
    `other-kind` (details `kind`) that Excel can save as XLSX."""

    def __init__(self, code: Refusal, details: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code: Refusal = code
        self.details: Mapping[str, str] = details or {}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet from its first row on: row 0 is what a person sees as row 1. A merged cell's value stands in all its
    cells; rows may differ in length."""

    name: str
    rows: Sequence[Sequence[Cell]]

    def line(self, row: int) -> int:
        """The number that stands beside a row on the screen of a spreadsheet."""
        return row + 1

    def __iter__(self) -> Iterator[Sequence[Cell]]:
        return iter(self.rows)


@dataclass(frozen=True, slots=True)
class TableFile:
    """The sheets of a file that hold anything, in their order; `encoding` is that of a text file ("utf-8", "utf-16",
    "windows-1258", "windows-1252"), "" for a workbook."""

    sheets: tuple[Sheet, ...]
    encoding: str = ""
    details: Mapping[str, str] = field(default_factory=dict, hash=False)


def too_large(what: str, most: int) -> NotATable:
    """The refusal of what is more than an office ever has."""
    return NotATable("too-large", {"what": what, "limit": words.limit(what, most)})


def check_size(rows: int, columns: int) -> None:
    """Raises NotATable where a sheet is beyond what an office ever has."""
    for what, limit, here in (
        ("rows", MOST_ROWS, rows),
        ("columns", MOST_COLUMNS, columns),
        ("cells", MOST_CELLS, rows * columns),
    ):
        if here > limit:
            raise too_large(what, limit)
