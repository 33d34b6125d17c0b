"""Which unit of today an address of before the reform lies in: only ever offered, never put in its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from common.names import fold, tidy
from common.unit_exact import exactly
from common.units import REFORM, Unit, UnitTable

_BEFORE = REFORM - timedelta(days=1)
_DISTRICT_KINDS = ("huyen ", "quan ", "thi xa ", "thanh pho ", "tp ", "tp.", "h.", "q.", "tx.", "tx ")
_COMMUNE_KINDS = ("xa ", "phuong ", "thi tran ", "dac khu ", "tt ", "tt.", "p.", "x.")


@dataclass(frozen=True, slots=True)
class Offer:
    """One unit of today: its code, its name with the province, and the whole address with it."""

    code: str
    unit: str
    address: str


@dataclass(frozen=True, slots=True)
class HomeHint:
    """What became of the unit in an address: it "moved" into one, was "split" among several (the largest part first),
    or is "gone" from the table because it ended earlier; `old` is the unit as it is written."""

    kind: Literal["moved", "split", "gone"]
    old: str
    offers: tuple[Offer, ...] = ()


def home_hint(units: UnitTable, address: str, today: date) -> HomeHint | None:
    """What to offer for an address, or None where it names a unit of today or none that is known."""
    parts = _parts(address)
    if today < REFORM or len(parts) < 2:
        return None
    for names, hamlet in ((parts[-3:], parts[:-3]), (parts[-2:], parts[:-2])):
        if len(names) == 2 and _stands_today(units, names, today):
            return None
        if len(names) == 2 and _is_district(units, names):
            break
        heirs = _heirs(units, names, today)
        if heirs:
            kind: Literal["moved", "split"] = "split" if len(heirs) > 1 else "moved"
            return HomeHint(kind, ", ".join(names), tuple(_offer(units, heir, hamlet, today) for heir in heirs))
    ended = len(parts) > 2 and any(unit.level == "district" for unit in exactly(units, parts[-2:], _BEFORE))
    return HomeHint("gone", ", ".join(parts[-3:])) if ended and _is_district(units, parts[-2:]) else None


def _stands_today(units: UnitTable, names: Sequence[str], today: date) -> bool:
    return not fold(names[0]).startswith(_DISTRICT_KINDS) and bool(_communes(units, names, today))


def lost_its_marks(units: UnitTable, address: str) -> bool:
    """Whether an address names a province or district whose letters stand there without their marks (Rach Giá)."""
    parts = _parts(address)
    return any(_is_worn(units, parts[place:]) for place in range(1, len(parts)))


def _parts(address: str) -> list[str]:
    return [part for part in map(tidy, address.split(",")) if part]


def _communes(units: UnitTable, names: Sequence[str], on: date) -> list[Unit]:
    return [unit for unit in exactly(units, names, on) if unit.level == "commune"]


def _is_district(units: UnitTable, names: Sequence[str]) -> bool:
    """Whether the first of two names is written as a district's, or bears no kind and was one in that province."""
    plain = fold(names[0])
    if plain.startswith(_COMMUNE_KINDS):
        return False
    districts = (unit for unit in exactly(units, names, _BEFORE) if unit.level == "district")
    return plain.startswith(_DISTRICT_KINDS) or any(districts)


def _heirs(units: UnitTable, names: Sequence[str], today: date) -> list[Unit]:
    """What the commune of that name is today; where only the province is old, the commune of its heir."""
    found = [heir for old in _communes(units, names, _BEFORE) for heir in units.heirs(old, today)]
    if len(names) == 2:
        provinces = [one for one in exactly(units, names[-1:], _BEFORE) if one.level == "province"]
        heirs = [heir.official for province in provinces for heir in units.heirs(province, today)]
        found += [unit for heir in heirs for unit in _communes(units, (names[0], heir), today)]
    return list(dict.fromkeys(found))


def _offer(units: UnitTable, heir: Unit, hamlet: Iterable[str], today: date) -> Offer:
    above = [unit.official for unit in units.above(heir, today)]
    unit = ", ".join([heir.official, *above])
    return Offer(heir.code, unit, ", ".join([*hamlet, unit]))


def _is_worn(units: UnitTable, names: Sequence[str]) -> bool:
    written = names[0].lower()
    found = [unit for on in (_BEFORE, REFORM) for unit in exactly(units, names, on)]
    spelled = {name.lower() for unit in found for name in (unit.name, unit.official)}
    return bool(found) and written not in spelled and any(_bare(written, name) for name in spelled)


def _bare(written: str, name: str) -> bool:
    """Whether some letters of a name stand written as their base letters, and all others as they are."""
    pairs = zip(written, name, strict=False)
    return len(written) == len(name) and all(c == whole or c == (fold(whole) or " ") for c, whole in pairs)
