"""Which unit bears a code on a day, and whether it lies under this office."""

from collections.abc import Sequence
from datetime import date

from common.names import sort_key
from common.units import Unit, UnitTable
from district.trouble import Mistake

PROVINCE = 2
"""Digits of a province's code."""


def living_unit(units: UnitTable, code: str, on: date) -> Unit:
    """The unit of that code on that day; raises Mistake for a code that means nothing then."""
    unit = units.unit(code, on)
    if unit is not None:
        return unit
    known = units.known(code)
    ended = [version for version in known if version.valid_to and version.valid_to < on]
    if not ended:
        raise Mistake("unknown-unit", unit=code, day=f"{on:%d/%m/%Y}")
    heirs = [units.unit(heir.code, on) for heir in units.successors(code)]
    successor = ", ".join(heir.full_name for heir in heirs if heir) or "…"
    raise Mistake("unit-ended", unit=ended[-1].official, successor=successor)


def commune_under(units: UnitTable, code: str, office: Unit, on: date) -> Unit:
    """The commune of that code, if it lies under this office on that day; raises Mistake."""
    unit = living_unit(units, code, on)
    if unit.level != "commune":
        raise Mistake("not-a-commune", unit=unit.official)
    if office.code not in [upper.code for upper in units.above(unit, on)]:
        raise Mistake("unit-elsewhere", unit=unit.official, office=office.full_name)
    return unit


def communes_under(units: UnitTable, office: Unit, on: date) -> Sequence[Unit]:
    """The communes under this office on that day, by name."""
    ours = [unit for unit in units.communes(on) if _lies_under(units, unit, office.code, on)]
    return sorted(ours, key=lambda unit: [sort_key(word) for word in unit.name.split()])


def _lies_under(units: UnitTable, unit: Unit, office: str, on: date) -> bool:
    """Most communes are told from their parent alone: one of another province, or of ours."""
    if unit.parent == office or len(unit.parent) == PROVINCE:
        return unit.parent == office
    return office in [upper.code for upper in units.above(unit, on)]
