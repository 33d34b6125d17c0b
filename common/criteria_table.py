"""A set of criteria out of a spreadsheet: the header stands anywhere, cells are merged, codes lost their noughts
or became dates. Pure: cells in, rows with what was mended and what is wrong out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from common.criteria import CriteriaSet, Criterion, Group, check_criterion
from common.names import fold, tidy
from common.words.criteria import read_points

Cell = str | float | int | bool | date | datetime | None
HEADS: Mapping[str, frozenset[str]] = {
    "group": frozenset({"nhom", "nhom tieu chi", "linh vuc", "phan"}),
    "code": frozenset({"ma", "ma tieu chi", "tt", "stt", "so tt", "ma so"}),
    "text": frozenset(
        {"tieu chi", "noi dung", "noi dung tieu chi", "ten tieu chi", "tieu chi danh gia", "noi dung danh gia"}
    ),
    "most": frozenset({"diem", "diem toi da", "diem chuan", "thang diem", "so diem", "diem cao nhat"}),
    "evidence": frozenset(
        {"tai lieu kiem chung", "minh chung", "tai lieu minh chung", "tai lieu", "ho so minh chung", "kiem chung"}
    ),
}
_NAME_OF = {title: name for name, titles in HEADS.items() for title in titles}
_SEARCHED = 60
"""Rows in which the header is looked for."""
_SUM = re.compile(r"tong( cong| diem| so)?|cong")
_HEADING = re.compile(r"[IVXLC]+|[A-ZĐ]")
_END = re.compile(r"(\d+)$")


class NoTable(ValueError):
    """No row of the sheet names criteria and points."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One criterion as it was read: `row` as the spreadsheet counts, `noticed` what was mended, `wrong` what a person
    has to mend, both as codes."""

    row: int
    group: str
    criterion: Criterion
    noticed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


def read_rows(cells: Sequence[Sequence[Cell]]) -> tuple[int, tuple[TableRow, ...]]:
    """Where the header stands (counted from 1), and every criterion under it. Raises NoTable."""
    at, columns = _header(cells)
    rows = list(_rows(cells, at, columns))
    return at + 1, tuple(_checked(_coded(rows)))


def set_of(rows: Sequence[TableRow], head: CriteriaSet) -> CriteriaSet:
    """The rows as a set, with everything else of `head`; groups are numbered in their order."""
    groups: list[Group] = []
    for row in rows:
        if not groups or fold(groups[-1].name) != fold(row.group):
            groups.append(Group(str(len(groups) + 1), row.group))
        groups[-1] = replace(groups[-1], criteria=(*groups[-1].criteria, row.criterion))
    return replace(head, groups=tuple(groups))


def _header(cells: Sequence[Sequence[Cell]]) -> tuple[int, Mapping[str, int]]:
    for at, row in enumerate(cells[:_SEARCHED]):
        found: dict[str, int] = {}
        for column, cell in enumerate(row):
            title = re.sub(r"\W+", " ", fold(_text(cell).split("(")[0])).strip()
            if title in _NAME_OF:
                found.setdefault(_NAME_OF[title], column)
        if {"text", "most"} <= set(found):
            return at, found
    raise NoTable


def _rows(cells: Sequence[Sequence[Cell]], head: int, columns: Mapping[str, int]) -> Iterator[TableRow]:
    """Rows under the header; headings give the group of those that follow. Numbers of columns under the header
    ("(1)", "(2)") and sums are no criteria."""
    group = ""
    below = [{name: _cell(row, column) for name, column in columns.items()} for row in cells[head + 1 :]]
    for place, (told, after) in enumerate(zip(below, (*below[1:], {}), strict=True)):
        text, most = _text(told["text"]), _points(told["most"])
        code, noticed = _code(told.get("code"))
        if not text or _SUM.fullmatch(fold(text)) or re.fullmatch(r"\(?\d+\)?", text):
            continue
        own = _text(told.get("group"))
        group = own or group
        if own in ("", text) and _is_heading(code, _text(after.get("code")), told, most):
            group = text
            continue
        evidence = _text(told.get("evidence"))
        wrong = () if group else ("criteria-group",)
        yield TableRow(head + place + 2, group, Criterion(code, text, most or 0, evidence), noticed, wrong)


def _is_heading(code: str, following: str, told: Mapping[str, Cell], most: int | None) -> bool:
    if most is None:
        return not _text(told["most"]) and "." not in code
    return bool(_HEADING.fullmatch(code)) or (bool(code) and following.startswith(f"{code}."))


def _coded(rows: Sequence[TableRow]) -> Iterator[TableRow]:
    """Codes that lost a nought get it back: 1.1 after 1.9 is 1.10; 1 among 01, 02… is 01. Rows without one get one."""
    codes = [row.criterion.code for row in rows]
    width = max((len(code) for code in codes if code.isdecimal() and code.startswith("0")), default=0)
    before, seen = "", set[str]()
    for place, row in enumerate(rows):
        code, noticed = row.criterion.code, row.noticed
        if "number" in noticed:
            noticed = tuple(one for one in noticed if one != "number")
            mended = code.zfill(width) if code.isdecimal() else _with_nought(code, before, seen)
            noticed = noticed if mended == code else (*noticed, "code-zero")
            code = mended
        if not code:
            code, noticed = _next(before, place), (*noticed, "code-given")
        seen.add(code)
        before = code
        yield replace(row, criterion=replace(row.criterion, code=code), noticed=noticed)


def _with_nought(code: str, before: str, seen: set[str]) -> str:
    head, _, last = code.rpartition(".")
    held, _, then = before.rpartition(".")
    follows = head == held and then.isdecimal() and last.isdecimal() and int(then) + 1 == int(last) * 10
    return f"{code}0" if head and (follows or code in seen) else code


def _next(before: str, place: int) -> str:
    """The code after the one before."""
    found = _END.search(before)
    return before[: found.start()] + str(int(found[1]) + 1) if found else str(place + 1)


def _checked(rows: Iterator[TableRow]) -> Iterator[TableRow]:
    seen: set[str] = set()
    for row in rows:
        wrong = [*row.wrong, *(found.code for found in check_criterion(row.criterion))]
        if row.criterion.code in seen:
            wrong.append("criteria-twice")
        seen.add(row.criterion.code)
        yield replace(row, wrong=tuple(wrong))


def _cell(row: Sequence[Cell], column: int) -> Cell:
    return row[column] if column < len(row) else None


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None or isinstance(cell, bool) else tidy(str(cell))


def _code(cell: Cell) -> tuple[str, tuple[str, ...]]:
    """The code, and what was noticed about it: a day and month that were typed as 1.2, a number."""
    if isinstance(cell, datetime | date):
        return f"{cell.day}.{cell.month}", ("code-date",)
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return _text(cell), ("number",)
    return _text(cell).rstrip(".):").replace(" ", ""), ()


def _points(cell: Cell) -> int | None:
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return round(cell * 100)
    return read_points(_text(cell))
