"""A table of units that came from outside, looked at line by line before anything is built on it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from common.names import fold, tidy
from common.units import FORMAT, NotAUnitTable, Unit, UnitTable

LARGEST = 4 << 20
"""Bytes of the largest table: five times what the country needs."""
KINDS = {
    2: {"Tỉnh", "Thành phố"},
    3: {"Huyện", "Quận", "Thị xã", "Thành phố"},
    5: {"Xã", "Phường", "Thị trấn", "Đặc khu"},
}
_LONGEST, _MOST_HEIRS = 80, 200
_FIRST, _LAST = date(1900, 1, 1), date(2199, 12, 31)
_ORDER = "VEUS"


class BadUnitTable(NotAUnitTable):
    """The table must not be used; `code`: size form edition era unit parent overlap successor no-successor."""

    def __init__(self, code: str, line: str = "") -> None:
        super().__init__(f"{code}: {line}")
        self.code = code


def checked_table(raw: bytes) -> UnitTable:
    """The table, every line of it sound: known fields in their order, days that can be, parents that stood, versions of
    a code that never overlap, and for every unit that ended something that stood the day after. Raises BadUnitTable."""
    if len(raw) > LARGEST:
        raise BadUnitTable("size")
    rows = list(_rows(raw))
    _check_head([row for row in rows if row[0] in "VE"])
    _check_units([row for row in rows if row[0] == "U"], {row[1] for row in rows if row[0] == "E"})
    table = UnitTable.read(raw)
    _check_times(table)
    _check_successors([row for row in rows if row[0] == "S"], table)
    return table


def _rows(raw: bytes) -> Iterator[list[str]]:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as wrong:
        raise BadUnitTable("form") from wrong
    name, *lines = text.removesuffix("\n").split("\n")
    # Only tabs divide a line: what other programs take for an end of line has no place in a table.
    if name != FORMAT or not unicodedata.is_normalized("NFC", text) or len(text.splitlines()) != len(lines) + 1:
        raise BadUnitTable("form")
    order = [_ORDER.find(line[:1]) if line[1:2] == "\t" else -1 for line in lines]
    if not order or min(order) < 0 or order != sorted(order) or not {0, 1, 2} <= set(order):
        raise BadUnitTable("form")
    for line in lines:
        yield line.split("\t")


def _check_head(rows: list[list[str]]) -> None:
    editions = [row for row in rows if row[0] == "V"]
    if len(editions) != 1 or len(editions[0]) != 2 or _day(editions[0][1]) is None:
        raise BadUnitTable("edition")
    names = set()
    for row in rows[1:]:
        if len(row) != 5 or row[1] in names or not _fits(row[1]) or not _fits(row[4], 300):
            raise BadUnitTable("era", row[1])
        first, last = _day(row[2]), _day(row[3]) if row[3] else _LAST
        if first is None or last is None or first > last:
            raise BadUnitTable("era", row[1])
        names.add(row[1])


def _check_units(rows: list[list[str]], eras: set[str]) -> None:
    for row in rows:
        if len(row) != 7 or not _is_code(row[1]) or row[3] not in KINDS[len(row[1])] or row[5] not in eras:
            raise BadUnitTable("unit", row[1])
        if not _fits(row[4]) or fold(row[4]) != row[6] or not row[6]:
            raise BadUnitTable("unit", row[1])
        if (row[2] and not (_is_code(row[2]) and len(row[2]) < len(row[1]))) or (not row[2] and len(row[1]) > 2):
            raise BadUnitTable("parent", row[1])


def _check_times(table: UnitTable) -> None:
    for code in {unit.code for unit in table.every()}:
        versions = sorted(table.known(code), key=lambda unit: unit.valid_from)
        if list(table.known(code)) != versions:
            raise BadUnitTable("overlap", code)
        if any(one.valid_to is None or one.valid_to >= other.valid_from for one, other in pairwise(versions)):
            raise BadUnitTable("overlap", code)
        if any(unit.parent and table.parent(unit, unit.valid_from) is None for unit in versions):
            raise BadUnitTable("parent", code)


def _check_successors(rows: list[list[str]], table: UnitTable) -> None:
    told: set[tuple[str, date]] = set()
    for row in rows:
        if len(row) < 3 or not _is_code(row[1]):
            raise BadUnitTable("successor", row[1])
        since = _day(row[2]) if "-" in row[2] else date(2025, 7, 1)
        heirs = row[3:] if "-" in row[2] else row[2:]
        if since is None or (row[1], since) in told or not _stand(table, heirs, since):
            raise BadUnitTable("successor", row[1])
        if not any(_ended(unit, since) for unit in table.known(row[1])):
            raise BadUnitTable("successor", row[1])
        told.add((row[1], since))
    for unit in table.every():
        since = (unit.valid_to or _LAST) + timedelta(days=1)
        if unit.valid_to is not None and (unit.code, since) not in told and table.unit(unit.code, since) is None:
            raise BadUnitTable("no-successor", unit.code)


def _stand(table: UnitTable, heirs: list[str], since: date) -> bool:
    """Whether all these units stood that day: a chain of such lines goes forward in time, so it has an end."""
    if not 0 < len(heirs) <= _MOST_HEIRS or len(set(heirs)) != len(heirs):
        return False
    return all(_is_code(code) and table.unit(code, since) is not None for code in heirs)


def _ended(unit: Unit, since: date) -> bool:
    return unit.valid_to is not None and unit.valid_to + timedelta(days=1) == since


def _is_code(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) in KINDS


def _fits(text: str, most: int = _LONGEST) -> bool:
    return 0 < len(text) <= most and tidy(text) == text


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text and _FIRST <= day <= _LAST else None
