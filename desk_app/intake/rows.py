"""The rows of a sheet as drafts, one by one; what is wrong with one never keeps the next from being read."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from common.dates import NEWEST_SHORT_YEAR
from common.legacy_text import convert
from common.names import fold
from desk_app.domain.drafts import Draft
from desk_app.domain.form import newest_year
from desk_app.domain.ministry import MinistryKey, key_named
from desk_app.domain.ministry_said import drafted
from desk_app.intake.captions import plain
from desk_app.intake.cells import Cell, Sheet
from desk_app.intake.findings import Finding
from desk_app.intake.layout import Column, Layout
from desk_app.intake.row_papers import settle_papers
from desk_app.intake.values import value_of

_NAMES = ("nksHoTen", "chongHoTen", "voHoTen", "nktHoTen")
_SUMS = ("tong", "cong")
_NUMBERED = re.compile(r"[() ]|\.0$")
SAME_TEXTS = 2000
"""So many texts of a column are remembered with what they say: most columns say few things."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row of the sheet by the number a person sees. `draft` is None where the row says nothing that can be read: then
    either `passed` tells why it was passed over (empty, sum, header) or the findings do. The draft's unit may be the
    name of an office, as the sheet has it."""

    line: int
    draft: Draft | None
    findings: tuple[Finding, ...] = ()
    passed: str = ""


class _Reading:
    """How one column is read: its key, the last year two figures may mean, the encoding a person confirmed."""

    def __init__(self, column: Column, key: MinistryKey, newest: int, encoding: str) -> None:
        self.at, self.key = column.at, key
        self._column, self._newest, self._encoding = column, newest, encoding
        self._known: dict[str, tuple[str, list[Finding]]] = {}

    def told(self, cell: Cell) -> tuple[str, list[Finding]]:
        """What a cell says in the ministry's writing, and what is to be told of it."""
        if not isinstance(cell, str):
            return self._told(cell, [])
        if cell not in self._known:
            if len(self._known) > SAME_TEXTS:
                self._known.clear()
            self._known[cell] = self._told(*self._in_unicode(cell))
        return self._known[cell]

    def found(self, code: str, details: Mapping[str, str]) -> Finding:
        """Something to be told of a cell of this column."""
        return Finding(self._column.caption, code, details, self.key.field)

    def _told(self, cell: Cell, told: list[Finding]) -> tuple[str, list[Finding]]:
        taken, seen = value_of(cell, self.key.kind, self._newest)
        return taken, [*told, *(self.found(one.code, one.details) for one in seen)]

    def _in_unicode(self, cell: str) -> tuple[str, list[Finding]]:
        """A text in Unicode; what seems old and was not confirmed stays and is told."""
        if self._encoding:
            return convert(cell, self._encoding), []
        old = self._column.suspected
        if not old or cell.isascii() or convert(cell, old) == cell:
            return cell, []
        return cell, [self.found("old-letters", {"text": cell})]


def read_rows(
    sheet: Sheet, layout: Layout, conversions: Mapping[int, str] | None = None, today: date | None = None
) -> Iterator[ReadRow]:
    """Every row under the heading, also those passed over.

    `conversions` tells the legacy encoding of columns (by `Column.at`) that a person has confirmed. A year of two
    figures is the newest that can be meant on `today`; without it, before 2051.
    """
    reader = _Reader(layout, conversions or {}, today)
    for at in range(layout.header_row + 1, len(sheet.rows)):
        yield reader.row(sheet.line(at), sheet.rows[at])


class _Reader:
    """Reads rows by one layout."""

    def __init__(self, layout: Layout, conversions: Mapping[int, str], today: date | None) -> None:
        self._event = layout.event
        self._columns = [
            _Reading(column, key, _newest(layout.event, key, today), conversions.get(column.at, ""))
            for column in layout.columns
            if column.key and (key := key_named(layout.event, column.key))
        ]
        self._papers = [one for one in self._columns if one.key.kind in ("paper", "id")]
        self._headings = {column.at: plain(column.heading) for column in layout.columns if column.heading}

    def row(self, line: int, cells: Sequence[Cell]) -> ReadRow:
        """One row; never raises for anything that stands in it."""
        passed = self._passed(cells)
        if passed:
            return ReadRow(line, None, passed=passed)
        told: dict[str, str] = {}
        findings: list[Finding] = []
        for one in self._columns:
            cell = cells[one.at] if one.at < len(cells) else ""
            if cell != "":
                told[one.key.key], more = one.told(cell)
                findings += more
        findings += [one.found(*seen) for one in self._papers for seen in settle_papers(one.key, told)]
        if not any(told.get(name) for name in _NAMES):
            return ReadRow(line, None, (*findings, Finding("", "row-without-name")))
        return ReadRow(line, drafted(self._event, told), tuple(findings))

    def _passed(self, cells: Sequence[Cell]) -> str:
        filled = [
            (at, cell) for at, cell in enumerate(cells) if cell != "" and not (isinstance(cell, str) and cell.isspace())
        ]
        if not filled:
            return "empty"
        if all(isinstance(cell, str) and plain(cell) == self._headings.get(at) for at, cell in filled):
            return "header"
        return _passed_short(filled)


def _passed_short(filled: Sequence[tuple[int, Cell]]) -> str:
    """Rows that number the columns, (1) (2) (3), and rows of sums."""
    if len(filled) > 2 and _counts(filled):
        return "header"
    begins = fold(str(filled[0][1])).split(" ")[0]
    figures = any(sign.isdigit() for _, cell in filled for sign in str(cell))
    return "sum" if begins in _SUMS and len(filled) <= 4 and figures else ""


def _counts(filled: Sequence[tuple[int, Cell]]) -> bool:
    """Whether the cells say 1, 2, 3… in their order."""
    return all(_NUMBERED.sub("", str(cell)) == str(number) for number, (_, cell) in enumerate(filled, start=1))


def _newest(event: str, key: MinistryKey, today: date | None) -> int:
    return NEWEST_SHORT_YEAR if today is None or key.kind != "date" else newest_year(event, key.field, today)
