"""Administrative units through time: provinces, the districts that ended on 30/06/2025, communes old and new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Literal, Self

from common.unit_search import closure

FORMAT = "motcua-units/1"
_LEVELS: dict[int, Literal["province", "district", "commune"]] = {2: "province", 3: "district", 5: "commune"}
REFORM = date(2025, 7, 1)
"""Districts ended, communes and provinces merged: a line of successors counts from this day where it names none."""


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


@dataclass(frozen=True, eq=False, repr=False)
class UnitHistory:
    """The units of the country through time, and what became of the old ones.

    The file is UTF-8 lines of tab-separated fields: first `V day` (the table's edition) and `E era from to source`,
    then `U code parent kind name era folded`, then `S old [day] new…` (the main successor first; `day` the first of the
    successors, 2025-07-01 where none stands). Only the head is read at once: most commands ask for one unit or none,
    and all the rest is split when first asked for.
    """

    edition: date
    _eras: dict[str, tuple[date, date | None, str]]
    _units: str
    _changes: str
    _made: dict[int, Unit] = field(default_factory=dict)

    @classmethod
    def read(cls, raw: bytes) -> Self:
        """Read the packed table; raises NotAUnitTable."""
        try:
            head, _, body = raw.decode("utf-8").partition("\nU\t")
            name, *lines = head.split("\n")
            days = [line[2:] for line in lines if line.startswith("V\t")]
            eras = dict(_era(*line.split("\t")) for line in lines if not line.startswith("V\t"))
            edition = date.fromisoformat(days[0]) if days else date.min
        except (UnicodeDecodeError, TypeError, ValueError) as wrong:
            raise NotAUnitTable(str(wrong)) from wrong
        if name != FORMAT:
            raise NotAUnitTable("the first line names another format")
        units, _, changes = body.partition("\nS\t")
        return cls(edition, eras, f"U\t{units}", f"S\t{changes}" if changes else "")

    def unit(self, code: str, on: date) -> Unit | None:
        """The unit that bore the code on that day."""
        return next((unit for unit in self.known(code) if unit.valid(on)), None)

    def known(self, code: str) -> tuple[Unit, ...]:
        """Every version under the code, oldest first."""
        return tuple(self._unit(place) for place in self._places.get(code, ()))

    def every(self) -> Iterator[Unit]:
        """Every version of every unit, as the table lists them."""
        return (self._unit(place) for place in range(len(self._lines)))

    def changes(self) -> tuple[date, ...]:
        """The days from which something was called otherwise, oldest first."""
        return tuple(sorted({first for first, _, _ in self._eras.values()}))

    def parent(self, unit: Unit, on: date) -> Unit | None:
        """The unit above on that day: the province, or before 01/07/2025 a commune's district."""
        return self.unit(unit.parent, on)

    def above(self, unit: Unit, on: date) -> tuple[Unit, ...]:
        """All units above on that day, nearest first."""
        chained = []
        parent = self.parent(unit, on)
        while parent is not None:
            chained.append(parent)
            parent = self.parent(parent, on)
        return tuple(chained)

    def successors(self, code: str, since: date = REFORM) -> tuple[Successor, ...]:
        """What the unit that bore the code until the day before `since` became, the main part first; empty for codes
        that went on or were made later."""
        codes = self._successors.get((code, since), ())
        return tuple(Successor(successor, len(codes) > 1) for successor in codes)

    def predecessors(self, code: str) -> tuple[str, ...]:
        """Codes of the old units, of the same level or an island district, that went into today's unit."""
        return self._predecessors.get(code, ())

    def ancestry(self, code: str) -> tuple[str, ...]:
        """The code, those of the units that went into it, of those that went into them, and so on, each once."""
        return tuple(closure(code, self._predecessors))

    def heirs(self, unit: Unit, on: date) -> tuple[Unit, ...]:
        """What a unit is on a later day: itself while it stands, else what it became through every change since, the
        main part first. Empty before its time."""
        if unit.valid_from > on:
            return ()
        standing, found = [unit], dict[Unit, None]()
        while standing:
            found.update((one, None) for one in standing if one.valid(on))
            ended = [(one.code, one.valid_to) for one in standing if one.valid_to is not None and one.valid_to < on]
            standing = list(dict.fromkeys(heir for code, last in ended for heir in self._next(code, last)))
        return tuple(found)

    def communes(self, on: date) -> Sequence[Unit]:
        """All communes of that day in the order of their codes (3,321 since 01/07/2025)."""
        units = (self._unit(place) for place, row in enumerate(self._rows) if len(row[1]) == 5)
        return sorted((unit for unit in units if unit.valid(on)), key=lambda unit: unit.code)

    def _unit(self, place: int) -> Unit:
        if place not in self._made:
            _, code, parent, kind, name, era, _ = self._lines[place].split("\t")
            self._made[place] = Unit(code, kind, name, parent, *self._eras[era])
        return self._made[place]

    def _next(self, code: str, last: date) -> Iterable[Unit]:
        """What stood in its place the day after its last; a code that merely got another version goes on itself."""
        since = last + timedelta(days=1)
        codes = self._successors.get((code, since), (code,))
        return (heir for heir in (self.unit(code, since) for code in codes) if heir is not None)

    @cached_property
    def _lines(self) -> list[str]:
        return self._units.removesuffix("\n").split("\n")

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
    def _successors(self) -> dict[tuple[str, date], tuple[str, ...]]:
        found: dict[tuple[str, date], tuple[str, ...]] = {}
        for line in self._changes.splitlines():
            _, old, *new = line.split("\t")
            dated = "-" in new[0]
            found[old, date.fromisoformat(new[0]) if dated else REFORM] = tuple(new[1:] if dated else new)
        return found

    @cached_property
    def _predecessors(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        # `U`, a commune's five digits, what it lies in: cutting by place is four times as fast as splitting all rows.
        divided = {line[8 : line.index("\t", 8)] for line in self._lines if line[7:8] == "\t"}
        for (old, _), codes in self._successors.items():
            # A district with communes lives on in theirs; an island district without any became a commune itself.
            for code in codes if len(old) != 3 or old not in divided else ():
                found.setdefault(code, []).append(old)
        return {code: tuple(dict.fromkeys(old)) for code, old in found.items()}


def _era(_: str, name: str, first: str, last: str, source: str) -> tuple[str, tuple[date, date | None, str]]:
    return name, (date.fromisoformat(first), date.fromisoformat(last) if last else None, source)
