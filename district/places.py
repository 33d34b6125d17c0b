"""Where a desk's commune stands today: units through time as the pages tell them."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from common.names import sort_key
from common.units import REFORM, Unit, UnitTable


@dataclass(frozen=True, slots=True)
class Place:
    """A commune as it is called today: code, short name ("An Liên", "Phường Tân Thuận"), official name, the former
    district of most that went into it ("" where none); `ended` is the last day of the unit that was asked for, where
    another one stands in its place."""

    code: str
    name: str
    official: str
    group: str
    ended: date | None = None
    by_name: tuple[tuple[bytes, ...], str] = field(init=False, compare=False, repr=False)
    """Units sort by their first word first, unlike people, whose given name stands last; then by code."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", (tuple(sort_key(word) for word in self.name.split()), self.code))


class Places:
    """The places of one office, by the units of a day; each is worked out once."""

    def __init__(self, units: Callable[[], UnitTable], today: Callable[[], date]) -> None:
        self._units = units
        self._today = today
        self._known: dict[tuple[str, date], Place] = {}

    def of(self, code: str) -> Place:
        """What the unit of that code is today: itself, or the one that it became; one that was split keeps its name."""
        asked = (code, self._today())
        if asked not in self._known:
            self._known[asked] = self._place(*asked)
        return self._known[asked]

    def _place(self, code: str, today: date) -> Place:
        units = self._units()
        known = units.known(code)
        if not known:
            return Place(code, code, code, "")
        own = units.unit(code, today) or known[-1]
        heirs = units.heirs(own, today)
        now = heirs[0] if len(heirs) == 1 else own
        ended = own.valid_to if now.code != code else None
        return Place(now.code, _short(now), now.official, self._group(now.code), ended)

    def _group(self, code: str) -> str:
        units, last = self._units(), REFORM.replace(month=6, day=30)
        districts: Counter[str] = Counter()
        for old in units.ancestry(code):
            unit = units.unit(old, last)
            above = units.parent(unit, last) if unit is not None and unit.level == "commune" else None
            districts.update([above.official] if above is not None and above.level == "district" else [])
        return districts.most_common(1)[0][0] if districts else ""


def _short(unit: Unit) -> str:
    return unit.name if len(unit.code) == 5 and unit.kind == "Xã" else unit.official
