"""What this office was called over a time: a report of those days carries the names of then."""

from __future__ import annotations

from datetime import date, timedelta

from common.names import fold
from common.units import UnitTable
from common.words import units as words
from desk_app.domain.events import AnyRegistration
from desk_app.services.office import Letterhead, own_unit
from desk_app.services.places import heir_names, place_name


def figures_of(head: Letterhead, units: UnitTable, days: tuple[date, date], today: date) -> tuple[str, str]:
    """A sentence that says whose figures of these days they are, and the unit's name where it was one alone; both ""
    where it was called as it is today, or where the first day comes after the last."""
    named = _names(head, units, *days)
    now = _name(head, units, today)
    if not named or [name for name, _ in named] == [now]:
        return "", ""
    begins = [None, *(day for _, day in named[1:])]
    ends = [*(day - timedelta(days=1) for _, day in named[1:]), None]
    told = [(name, first, last) for (name, _), first, last in zip(named, begins, ends, strict=True)]
    alone = own_unit(head, units, days[0]).full_name if len(named) == 1 else ""
    return words.figures_of(told, "" if named[-1][0] == now else now), alone


def issued_by(units: UnitTable, registration: AnyRegistration, today: date) -> str:
    """The unit whose book an entry stands in, as it was called then, and what it is now; "" where it is so called
    today as well."""
    day = registration.registered_on
    unit = units.unit(registration.unit, day) or next(iter(units.known(registration.unit)), None)
    if unit is None:
        return registration.unit
    name = place_name(units, unit, max(day, unit.valid_from))
    now = heir_names(units, unit, today)
    return "" if now == [name] else words.with_heirs(name, now)


def code_named(units: UnitTable, own: str, text: str) -> str:
    """The code of one of the units that went into our own (its code), called by name: `Phước Nghĩa`, `xã phước nghĩa`;
    any other text stays as it is."""
    wanted = fold(text)
    for code in units.ancestry(own) if wanted and not wanted.isdigit() else ():
        if any(wanted in (fold(one.name), fold(one.full_name)) for one in units.known(code)):
            return code
    return text


def _names(head: Letterhead, units: UnitTable, first: date, last: date) -> list[tuple[str, date]]:
    """Each name with the first day that it is seen on."""
    named: list[tuple[str, date]] = []
    days = (first, *(day for day in units.changes() if first < day <= last)) if first <= last else ()
    for day in days:
        name = _name(head, units, day)
        if not named or named[-1][0] != name:
            named.append((name, day))
    return named


def _name(head: Letterhead, units: UnitTable, day: date) -> str:
    unit = own_unit(head, units, day)
    return place_name(units, unit, max(day, unit.valid_from))
