"""Administrative units through time: provinces, the districts that ended on 30/06/2025, communes old and new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from common.names import fold, tidy

FORMAT = "motcua-units/1"
_LEVELS: dict[int, Literal["province", "district", "commune"]] = {2: "province", 3: "district", 5: "commune"}
# How clerks shorten the kind before a name; longer ones first.
_KINDS = {
    "thanh pho": "thanh pho",
    "thi tran": "thi tran",
    "dac khu": "dac khu",
    "phuong": "phuong",
    "thi xa": "thi xa",
    "huyen": "huyen",
    "tinh": "tinh",
    "quan": "quan",
    "tp.": "thanh pho",
    "tp": "thanh pho",
    "tt.": "thi tran",
    "tt": "thi tran",
    "xa": "xa",
    "h.": "huyen",
    "p.": "phuong",
    "q.": "quan",
    "x.": "xa",
}


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit in one version of its life, both ends included; the code alone may name different units over time."""

    code: str
    kind: str
    name: str
    parent: str
    valid_from: date
    valid_to: date | None
    source: str

    @property
    def level(self) -> Literal["province", "district", "commune"]:
        """The level, told by the number of digits: 2, 3 or 5 (QĐ 19/2025/QĐ-TTg)."""
        return _LEVELS[len(self.code)]

    @property
    def full_name(self) -> str:
        """`xã Phước Quang`, as it stands within a sentence."""
        return f"{self.kind.lower()} {self.name}"

    @property
    def official(self) -> str:
        """`Xã Phước Quang`, as it stands alone."""
        return f"{self.kind} {self.name}"

    def valid(self, on: date) -> bool:
        """Whether this version stood on that day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Successor:
    """What an old unit became; `split` when it went to several, so that only a person can say which."""

    code: str
    split: bool


class NotAUnitTable(ValueError):
    """Bytes that are no unit table of this format."""


@dataclass(frozen=True, eq=False)
class UnitTable:
    """The units of the country through time, and what became of the old ones.

    The file is UTF-8 lines of tab-separated fields: first `E era from to source`, then `U code parent kind name era
    folded`, then `S old new…` (the main successor first). Only eras are read at once: most commands ask for one unit or
    none, and all the rest is split when first asked for.
    """

    _eras: dict[str, tuple[date, date | None, str]]
    _units: str
    _changes: str
    _made: dict[int, Unit] = field(default_factory=dict)

    @classmethod
    def read(cls, raw: bytes) -> UnitTable:
        """Read the packed table; raises NotAUnitTable."""
        try:
            head, _, body = raw.decode("utf-8").partition("\nU\t")
            name, *lines = head.splitlines()
            eras = dict(_era(*line.split("\t")) for line in lines)
        except (UnicodeDecodeError, TypeError, ValueError) as wrong:
            raise NotAUnitTable(str(wrong)) from wrong
        if name != FORMAT:
            raise NotAUnitTable("the first line names another format")
        units, _, changes = body.partition("\nS\t")
        return cls(eras, f"U\t{units}", f"S\t{changes}")

    def unit(self, code: str, on: date) -> Unit | None:
        """The unit that bore the code on that day."""
        return next((unit for unit in self.known(code) if unit.valid(on)), None)

    def known(self, code: str) -> tuple[Unit, ...]:
        """Every version under the code, oldest first."""
        return tuple(self._unit(place) for place in self._places.get(code, ()))

    def parent(self, unit: Unit, on: date) -> Unit | None:
        """The unit above on that day: the province, or before 01/07/2025 a commune's district."""
        return self.unit(unit.parent, on) if unit.parent else None

    def above(self, unit: Unit, on: date) -> tuple[Unit, ...]:
        """All units above on that day, nearest first."""
        chained = []
        parent = self.parent(unit, on)
        while parent is not None:
            chained.append(parent)
            parent = self.parent(parent, on)
        return tuple(chained)

    def successors(self, code: str) -> tuple[Successor, ...]:
        """What the unit that bore the code until 30/06/2025 became, the main part first; empty for codes made since."""
        codes = self._successors.get(code, ())
        return tuple(Successor(successor, len(codes) > 1) for successor in codes)

    def predecessors(self, code: str) -> tuple[str, ...]:
        """Codes of the old units, of the same level or an island district, that went into today's unit."""
        return self._predecessors.get(code, ())

    def find(self, text: str, on: date, limit: int = 20) -> tuple[Unit, ...]:
        """Units of that day whose name has the typed words in it, with or without marks; best matches first.

        Old names lead to what the unit became. After a comma come names above: `xuân định, đồng nai`. A kind may stand
        in front: `xã`, `p.`, `tp`. Written marks put exact matches first.
        """
        first, *above = [part for part in (tidy(part) for part in text.split(",")) if fold(part)] or [""]
        if not first:
            return ()
        found: dict[str, Unit] = {}
        ranked = sorted((self._rank(place, first, on), place) for place in self._matches(first))
        for _, place in ranked:
            unit = self._unit(place)
            for heir in [unit] if unit.valid(on) else self._heirs(unit, on):
                if self._lies_in(heir, above, on) or self._lies_in(unit, above, unit.valid_to or on):
                    found.setdefault(heir.code, heir)
            if len(found) >= limit:
                break
        return tuple(found.values())[:limit]

    def communes(self, on: date) -> Sequence[Unit]:
        """All communes of that day in the order of their codes (3,321 since 01/07/2025)."""
        units = (self._unit(place) for place, row in enumerate(self._rows) if len(row[1]) == 5)
        return sorted((unit for unit in units if unit.valid(on)), key=lambda unit: unit.code)

    def _unit(self, place: int) -> Unit:
        if place not in self._made:
            _, code, parent, kind, name, era, _ = self._lines[place].split("\t")
            self._made[place] = Unit(code, kind, name, parent, *self._eras[era])
        return self._made[place]

    @cached_property
    def _lines(self) -> list[str]:
        return self._units.splitlines()

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for place, line in enumerate(self._lines):
            places.setdefault(line[2 : line.index("\t", 2)], []).append(place)
        return places

    @cached_property
    def _rows(self) -> list[list[str]]:
        return [line.split("\t") for line in self._lines]

    @cached_property
    def _successors(self) -> dict[str, tuple[str, ...]]:
        rows = (line.split("\t") for line in self._changes.splitlines())
        return {old: tuple(new) for _, old, *new in rows}

    @cached_property
    def _predecessors(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        # `U`, a commune's five digits, what it lies in: cutting by place is four times as fast as splitting all rows.
        divided = {line[8 : line.index("\t", 8)] for line in self._lines if line[7:8] == "\t"}
        for old, codes in self._successors.items():
            # A district with communes lives on in theirs; an island district without any became a commune itself.
            for code in codes if len(old) != 3 or old not in divided else ():
                found.setdefault(code, []).append(old)
        return {code: tuple(old) for code, old in found.items()}

    def _matches(self, typed: str) -> Iterator[int]:
        wanted = fold(typed)
        kind, bare = _kind_and_name(wanted)
        for place, row in enumerate(self._rows):
            words = f" {row[6]}"
            if f" {wanted}" in words or (kind and f" {bare}" in words and fold(row[3]) == kind):
                yield place

    def _rank(self, place: int, typed: str, on: date) -> tuple[bool, bool, bool, bool, int, str]:
        _, code, _, kind, name, _, folded = self._rows[place]
        wanted = fold(typed)
        _, bare = _kind_and_name(wanted)
        exact = typed.lower() in (name.lower(), f"{kind} {name}".lower())
        starts = folded.startswith(wanted) or folded.startswith(bare)
        return folded not in (wanted, bare), not self._unit(place).valid(on), not exact, not starts, -len(code), code

    def _heirs(self, unit: Unit, on: date) -> Iterator[Unit]:
        for successor in self.successors(unit.code):
            heir = self.unit(successor.code, on)
            if unit.valid_to and unit.valid_to < on and heir is not None:
                yield heir

    def _lies_in(self, unit: Unit, names: list[str], on: date) -> bool:
        above = [fold(place) for upper in self.above(unit, on) for place in (upper.name, upper.official)]
        return all(any(place.startswith(fold(name)) for place in above) for name in names)


def _era(_: str, name: str, first: str, last: str, source: str) -> tuple[str, tuple[date, date | None, str]]:
    return name, (date.fromisoformat(first), date.fromisoformat(last) if last else None, source)


def _kind_and_name(folded: str) -> tuple[str, str]:
    for short, kind in _KINDS.items():
        if folded.startswith(f"{short} ") or (short.endswith(".") and folded.startswith(short) and folded != short):
            return kind, folded[len(short) :].strip()
    return "", folded
