"""Which unit of today an address of before the reform lies in: only ever offered, never put in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from common.names import fold, tidy
from common.units import Unit, UnitTable

REFORM = date(2025, 7, 1)
"""Since that day there are no districts (Nghị quyết 202/2025/QH15)."""

_BEFORE = REFORM - timedelta(days=1)
_DISTRICT_KINDS = ("huyen ", "quan ", "thi xa ", "thanh pho ", "tp ", "tp. ")


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
        if len(names) == 2 and _communes(units, names, today):
            return None
        heirs = _heirs(units, names, today)
        if heirs:
            kind: Literal["moved", "split"] = "split" if len(heirs) > 1 else "moved"
            return HomeHint(kind, ", ".join(names), tuple(_offer(units, heir, hamlet, today) for heir in heirs))
    named = len(parts) > 2 and fold(parts[-2]).startswith(_DISTRICT_KINDS)
    known = named and any(unit.level == "district" for unit in units.exactly(parts[-2:], _BEFORE))
    return HomeHint("gone", ", ".join(parts[-3:])) if known else None


def lost_its_marks(units: UnitTable, address: str) -> bool:
    """Whether an address names a province or district whose letters stand there without their marks (Rach Giá)."""
    parts = _parts(address)
    return any(_is_worn(units, parts[place:]) for place in range(1, len(parts)))


def _parts(address: str) -> list[str]:
    return [part for part in map(tidy, address.split(",")) if part]


def _communes(units: UnitTable, names: Sequence[str], on: date) -> list[Unit]:
    return [unit for unit in units.exactly(names, on) if unit.level == "commune"]


def _heirs(units: UnitTable, names: Sequence[str], today: date) -> list[Unit]:
    """What the commune of that name was part of became; where only the province is old, its own heir."""
    found: dict[str, Unit] = {}
    for old in _communes(units, names, _BEFORE) if len(names) > 1 else ():
        for successor in units.successors(old.code):
            heir = units.unit(successor.code, today)
            if heir is not None:
                found.setdefault(heir.code, heir)
    if len(names) == 2:
        for province in units.exactly(names[-1:], _BEFORE):
            found.update((unit.code, unit) for unit in _in_heir(units, names[0], province, today))
    return list(found.values())


def _in_heir(units: UnitTable, name: str, province: Unit, today: date) -> Iterator[Unit]:
    if province.level != "province":
        return
    for successor in units.successors(province.code):
        heir = units.unit(successor.code, today)
        if heir is not None:
            yield from _communes(units, (name, heir.official), today)


def _offer(units: UnitTable, heir: Unit, hamlet: Iterable[str], today: date) -> Offer:
    above = [unit.official for unit in units.above(heir, today)]
    unit = ", ".join([heir.official, *above])
    return Offer(heir.code, unit, ", ".join([*hamlet, unit]))


def _is_worn(units: UnitTable, names: Sequence[str]) -> bool:
    written = names[0].lower()
    found = [unit for on in (_BEFORE, REFORM) for unit in units.exactly(names, on)]
    spelled = {name.lower() for unit in found for name in (unit.name, unit.official)}
    return bool(found) and written not in spelled and any(_bare(written, name) for name in spelled)


def _bare(written: str, name: str) -> bool:
    """Whether some letters of a name stand written as their base letters, and all others as they are."""
    pairs = zip(written, name, strict=False)
    return len(written) == len(name) and all(c == whole or c == (fold(whole) or " ") for c, whole in pairs)
