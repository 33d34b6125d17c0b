"""Finding one's own commune by typing a few letters without accents, and what its letterhead will say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from common.units import Unit, UnitTable

OFFERED = 8
"""So many communes fit the list under the field."""

_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune of today: `official` "Xã An Liên", `name` "An Liên", `parent` "tỉnh Nam Hải", the old communes that
    went into it, and the day since which it is as it is."""

    code: str
    official: str
    full_name: str
    name: str
    parent: str
    old: tuple[str, ...]
    since: date


def find_communes(units: UnitTable, text: str, today: date) -> tuple[Commune, ...]:
    """Communes, wards and special zones of that day whose name, or an old name, has the typed words; best first."""
    found = (unit for unit in units.find(text, today, _LOOKED_AT) if unit.level == "commune")
    return tuple(_commune(units, unit, today) for _, unit in zip(range(OFFERED), found, strict=False))


def _commune(units: UnitTable, unit: Unit, today: date) -> Commune:
    parent = units.parent(unit, today)
    before = unit.valid_from - timedelta(days=1)
    versions = (units.unit(code, before) for code in units.predecessors(unit.code))
    old = tuple(one.full_name for one in versions if one)
    return Commune(
        code=unit.code,
        official=unit.official,
        full_name=unit.full_name,
        name=unit.name,
        parent=parent.full_name if parent else "",
        old=old,
        since=unit.valid_from,
    )
