"""The cells of an ODS sheet by their tags alone: how many there would be, and which are merged; calamine tells neither.

A cell or a row that is repeated is written once with the number of times: trailing empty ones, and any others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from desk_app.intake.cells import check_size

_TAG = re.compile(
    rb"""<(/?)table:(table|table-row|table-cell|covered-table-cell)(\s(?:[^>"']|"[^"]*"|'[^']*')*?)?(/?)>"""
)
_NUMBER = re.compile(rb"""table:number-(rows|columns)-(repeated|spanned)\s*=\s*["']([0-9]+)["']""")

Merge = tuple[tuple[int, int], tuple[int, int]]
"""First and last row and column of a merged cell, from 0."""


@dataclass(slots=True)
class _Table:
    """A sheet being counted: where the next row and cell stand, and how far anything is filled."""

    row: int = 0
    column: int = 0
    repeated: int = 1
    filled_columns: int = 0
    rows: int = 0
    columns: int = 0
    merges: list[Merge] = field(default_factory=list)

    def begin_row(self, repeated: int) -> None:
        self.repeated, self.column, self.filled_columns = repeated, 0, 0

    def add_cell(self, numbers: dict[bytes, int], filled: bool) -> None:
        high, wide = numbers.get(b"rows-spanned", 1), numbers.get(b"columns-spanned", 1)
        if high > 1 or wide > 1:
            self.merges.append(((self.row, self.column), (self.row + high - 1, self.column + wide - 1)))
        self.column += numbers.get(b"columns-repeated", 1)
        if filled:
            self.filled_columns = self.column

    def end_row(self) -> None:
        self.row += self.repeated
        if self.filled_columns:
            self.rows, self.columns = self.row, max(self.columns, self.filled_columns)
            check_size(self.rows, self.columns)


def look_at_ods(content: bytes) -> None:
    """Raises NotATable where the filled part of a sheet is beyond what an office has."""
    for _ in _tables(content):
        pass


def merges_of(content: bytes) -> tuple[tuple[Merge, ...], ...]:
    """The merged cells of every sheet, in the order of the sheets."""
    return tuple(tuple(table.merges) for table in _tables(content))


def _tables(content: bytes) -> Iterator[_Table]:
    table = _Table()
    for found in _TAG.finditer(content):
        closing, name, told, alone = found.groups()
        numbers = {b"-".join(kind): int(number) for *kind, number in _NUMBER.findall(told or b"")}
        if name == b"table" and not alone:
            if closing:
                yield table
            table = _Table()
        elif name == b"table-row" and not closing:
            table.begin_row(numbers.get(b"rows-repeated", 1))
        if name == b"table-row" and (closing or alone):
            table.end_row()
        elif name.endswith(b"cell") and not closing:
            table.add_cell(numbers, not alone and not content.startswith(b"</table:", found.end()))
