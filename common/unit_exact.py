"""Units whose whole name is given, with the units it lies in: what an address says, not what a clerk begins to type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from common.names import fold
from common.unit_search import Typed
from common.units import Unit, UnitTable


def exactly(table: UnitTable, names: Sequence[str], on: date) -> tuple[Unit, ...]:
    """Units of that day that bear just the first name and lie in units of the others, nearest first; one between may be
    left out.

    Marks and the kind in front count only where they decide between several: `("Xã Phước Quang", "Bình Định")`.
    """
    wanted, *above = [Typed.read(name) for name in names]
    bare = {_plain(wanted.name), _plain(wanted.words)}
    places = (place for name in sorted(bare) for place in _named(table).get(name, ()))
    found = [unit for unit in map(table._unit, places) if unit.valid(on)]
    found = [unit for unit in found if _lies_in(table.above(unit, on), above)]
    kind = [unit for unit in found if wanted.kind == fold(unit.kind) or fold(unit.name) == wanted.words]
    marks = [unit for unit in kind or found if wanted.text.lower().endswith(unit.name.lower())]
    return tuple(marks or kind or found)


@lru_cache(maxsize=2)
def _named(table: UnitTable) -> Mapping[str, Sequence[int]]:
    named: dict[str, list[int]] = {}
    for place, row in enumerate(table._rows):
        named.setdefault(row[6], []).append(place)
    return named


def _lies_in(above: Iterable[Unit], names: Sequence[Typed]) -> bool:
    uppers = iter(above)
    return all(any(fold(upper.name) in (name.name, name.words) for upper in uppers) for name in names)


def _plain(name: str) -> str:
    """A number without zeros in front (Phường 05)."""
    return " ".join(word.lstrip("0") or word for word in name.split())
