"""The rows of a sheet as drafts, one by one; what is wrong with one never keeps the next from being read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from common.dates import NEWEST_SHORT_YEAR
from common.names import fold
from desk_app.domain.drafts import Draft
from desk_app.domain.form import newest_year
from desk_app.domain.ministry import MinistryKey, key_named
from desk_app.domain.ministry_said import drafted
from desk_app.intake.captions import plain
from desk_app.intake.cells import Cell, Sheet
from desk_app.intake.findings import Finding
from desk_app.intake.layout import Column, Layout
from desk_app.intake.values import value_of

_NAMES = ("nksHoTen", "chongHoTen", "voHoTen", "nktHoTen")
_SUMS = ("tong", "tong so", "tong cong", "cong", "cong so")


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row of the sheet by the number a person sees. `draft` is None where the row says nothing that can be read:
    then either `passed` tells why it was passed over (empty, sum, header) or the findings do. `place` is the
    office that registered, in the sheet's words, where the draft has no code of it."""

    line: int
    draft: Draft | None
    findings: tuple[Finding, ...] = ()
    passed: str = ""
    place: str = ""


def read_rows(
    sheet: Sheet, layout: Layout, conversions: Mapping[int, str] | None = None, today: date | None = None
) -> Iterator[ReadRow]:
    """Every row under the heading, also those passed over.

    `conversions` tells the legacy encoding of columns (by `Column.at`) that a person has confirmed. Years of two digits
    are the newest that can be meant on `today`; without it, before 2051.
    """
    reader = _Reader(layout, conversions or {}, today)
    for at in range(layout.header_row + 1, len(sheet.rows)):
        yield reader.row(sheet.line(at), sheet.rows[at])


class _Reader:
    """Reads rows by one layout."""

    def __init__(self, layout: Layout, conversions: Mapping[int, str], today: date | None) -> None:
        self._layout, self._conversions, self._today = layout, conversions, today
        self._columns = [(column, key) for column in layout.columns if (key := _key(layout, column))]
        self._headings = {column.at: plain(column.caption) for column in layout.columns if column.caption}

    def row(self, line: int, cells: Sequence[Cell]) -> ReadRow:
        passed = self._passed(cells)
        if passed:
            return ReadRow(line, None, passed=passed)
        told: dict[str, str] = {}
        findings: list[Finding] = []
        for column, key in self._columns:
            cell = cells[column.at] if column.at < len(cells) else ""
            if cell == "":
                continue
            taken, found = value_of(cell, key.kind, self._newest(key))
            told[key.key] = taken
            findings += [Finding(column.caption, code, _details(text, taken)) for code, text in found]
        if not any(told.get(name) for name in _NAMES):
            return ReadRow(line, None, (*findings, Finding("", "row-without-name")))
        draft = drafted(self._layout.event, told)
        place = told.get("noiDangKy", "")
        return ReadRow(line, draft, tuple(findings), place="" if place == draft.unit else place)

    def _newest(self, key: MinistryKey) -> int:
        if self._today is None or key.kind != "date":
            return NEWEST_SHORT_YEAR
        return newest_year(self._layout.event, key.field, self._today)

    def _passed(self, cells: Sequence[Cell]) -> str:
        filled = [(at, cell) for at, cell in enumerate(cells) if cell != "" and str(cell).strip()]
        if not filled:
            return "empty"
        if all(plain(str(cell)) == self._headings.get(at) for at, cell in filled):
            return "header"
        first = fold(str(filled[0][1])).strip(" :.")
        return "sum" if first.startswith(_SUMS) and len(filled) <= 3 else ""


def _key(layout: Layout, column: Column) -> MinistryKey | None:
    return key_named(layout.event, column.key) if column.key else None


def _details(text: str, taken: str) -> Mapping[str, str]:
    return {"text": text, "taken": taken}
