"""Whom a glad letter speaks of or to and who has died since, as far as this register knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from desk_app.db.register import Reading, Work
from desk_app.domain.events import AnyRegistration, Birth, Death, Marriage
from desk_app.domain.people import Person

_BEFORE_BIRTH = timedelta(days=300)
"""A father may have died so long before his child was born."""


@dataclass(frozen=True, slots=True)
class Departed:
    """Why the letter waits, and the registration of the death."""

    reason: str
    record: int

    @property
    def details(self) -> Mapping[str, str]:
        """What a problem tells of it."""
        return {"reason": self.reason, "record": str(self.record)}


def departed(store: Reading | Work, registration: AnyRegistration) -> Departed | None:
    """The first of them who has died: the child, then who is glad about it, then either of a couple."""
    for reason, person, since in _asked_of(registration):
        record = _died(store, person, since)
        if record:
            return Departed(reason, record)
    return None


def _asked_of(registration: AnyRegistration) -> Iterator[tuple[str, Person, date]]:
    if isinstance(registration, Birth):
        born = registration.happened_on.earliest()
        yield "child-died", registration.child, born
        for parent in (registration.mother, registration.father):
            if parent is not None:
                yield "parent-died", parent, _earlier(born)
    elif isinstance(registration, Marriage):
        for spouse in (registration.husband, registration.wife):
            yield "spouse-died", spouse, registration.registered_on


def _earlier(day: date) -> date:
    return day - _BEFORE_BIRTH if day > date.min + _BEFORE_BIRTH else date.min


def _died(store: Reading | Work, person: Person, since: date) -> int:
    """The registration of this person's death: by number, or by name and as much of the day of birth as both papers
    tell; a name alone is nobody in particular. Two numbers that differ are two people."""
    digits = person.citizen_id.digits if person.citizen_id else ""
    numbered = [id for id, _ in store.like.numbered("death", [digits])] if digits else []
    named = store.registrations.alike("death", [person.name.folded], person.born) if person.born else ()
    ids = list(dict.fromkeys([*numbered, *named]))
    for kept in store.registrations.several(ids) if ids else ():
        death = kept.registration
        if not isinstance(death, Death) or death.died_on.latest() < since:
            continue
        theirs = death.deceased.citizen_id
        if not (digits and theirs and theirs.digits != digits):
            return kept.id
    return 0
