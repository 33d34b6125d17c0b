"""The units of the country, found by what a clerk types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from common.names import fold, tidy
from common.unit_history import FORMAT, REFORM, NotAUnitTable, Successor, Unit, UnitHistory
from common.unit_search import NameIndex, Typed, areas_of, codes_of, upper_names

__all__ = ["FORMAT", "REFORM", "NotAUnitTable", "Successor", "Unit", "UnitTable"]


@dataclass(frozen=True, eq=False, repr=False)
class UnitTable(UnitHistory):
    """The units through time, found by their names of any time."""

    _above: dict[tuple[str, date], tuple[tuple[str, str], ...]] = field(default_factory=dict)
    _near: dict[str, tuple[NameIndex, list[int]]] = field(default_factory=dict)

    def find(self, text: str, on: date, limit: int = 20) -> tuple[Unit, ...]:
        """Units of that day whose name has the typed words in it, with or without marks; best matches first.

        Old names lead to what the unit became. After a comma come names above: `xuân định, đồng nai`. A kind may stand
        in front: `xã`, `p.`, `tp`. Written marks put exact matches first.
        """
        found = dict.fromkeys(heir for _, heir in self.hits(text, on, limit))
        return tuple(found)[:limit]

    def ready(self) -> None:
        """Build what the first search would wait for, a tenth of a second; anybody may ask at once."""
        next(iter(self.hits_near("an", date.max, "")), None)
        next(iter(self.hits("an, an", date.max)), None)

    def hits(self, text: str, on: date, limit: int = 20) -> Iterator[tuple[Unit, Unit]]:
        """The same as pairs: the unit that bears or bore the words, and what it is on that day; until so many different
        units of that day were named."""
        words, found = tidy(text).split(), list(self._hits(_parts(text), on, limit))
        yield from found
        if found or "," in text:
            return
        # Nobody types commas in a hurry: the shortest ending that is a place above, and a name before it.
        for cut in range(len(words) - 1, max(0, len(words) - 6), -1):
            if found := list(self._hits([" ".join(words[:cut]), " ".join(words[cut:])], on, limit)):
                yield from found
                return

    def hits_near(self, text: str, on: date, area: str, limit: int = 20) -> Iterator[tuple[Unit, Unit]]:
        """The same among those that lie, or lay, in the province or district of this code; `text` is a name alone."""
        if area not in self._near:
            rows = [place for place, codes in enumerate(self._areas) if area in codes]
            self._near[area] = NameIndex([self._index.rows[place] for place in rows]), rows
        index, rows = self._near[area]
        return self._met((rows[place] for place in index.places(Typed.read(text), self._eras_of(on))), on, limit)

    def _hits(self, parts: Sequence[str], on: date, limit: int) -> Iterator[tuple[Unit, Unit]]:
        first, *above = parts or [""]
        names = [Typed.read(name) for name in above]
        wide = [codes_of(self._uppers, name) for name in names]
        places = self._index.places(Typed.read(first), self._eras_of(on)) if first and all(wide) else ()
        near = (place for place in places if not any(codes.isdisjoint(self._areas[place]) for codes in wide))
        return self._met(near, on, limit, names)

    def _met(
        self, places: Iterable[int], on: date, limit: int, names: Sequence[Typed] = ()
    ) -> Iterator[tuple[Unit, Unit]]:
        told = set[Unit]()
        for place in places:
            unit = self._unit(self._order[place])
            for heir in self.heirs(unit, on):
                if self._lies_in(heir, names, on) or self._lies_in(unit, names, unit.valid_to or on):
                    told.add(heir)
                    yield unit, heir
            if len(told) >= limit:
                return

    def _eras_of(self, on: date) -> frozenset[str]:
        return frozenset(era for era, (since, to, _) in self._eras.items() if since <= on and (to is None or on <= to))

    @cached_property
    def _uppers(self) -> list[tuple[str, str, str]]:
        return upper_names(self._rows)

    @cached_property
    def _areas(self) -> list[frozenset[str]]:
        heirs: dict[str, list[str]] = {}
        for (old, _), codes in self._successors.items():
            heirs.setdefault(old, []).extend(codes)
        areas = areas_of(self._rows, heirs)
        return [areas[self._rows[place][1]] for place in self._order]

    def _lies_in(self, unit: Unit, names: Sequence[Typed], on: date) -> bool:
        if not names:
            return True
        place = (unit.parent, on)
        if place not in self._above:
            self._above[place] = tuple((fold(upper.kind), fold(upper.name)) for upper in self.above(unit, on))
        return all(any(name.begins(*upper) for upper in self._above[place]) for name in names)

    @cached_property
    def _order(self) -> list[int]:
        """Communes before districts before provinces, each by code: so equally good matches are told."""
        return sorted(range(len(self._rows)), key=lambda place: (-len(self._rows[place][1]), self._rows[place][1]))

    @cached_property
    def _index(self) -> NameIndex:
        return NameIndex([self._rows[place] for place in self._order])


def _parts(text: str) -> list[str]:
    return [part for part in (tidy(part) for part in text.split(",")) if fold(part)]
