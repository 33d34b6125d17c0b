"""Whom a glad letter speaks of or to and who has died since, as far as this register knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from common.dates import PartialDate
from desk_app.db.register import Reading, Work
from desk_app.domain.events import AnyRegistration, Birth, Death, Marriage
from desk_app.domain.likeness import agree
from desk_app.domain.people import Person

CHILD = "child-died"
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
    asked = tuple(_asked_of(registration))
    ids = _candidates(store, [person for _, person, _ in asked])
    deaths = store.registrations.several(ids) if ids else ()
    for reason, person, since in asked:
        for kept in deaths:
            if isinstance(kept.registration, Death) and _is_of(kept.registration, person, since):
                return Departed(reason, kept.id)
    return None


def departed_among(store: Reading | Work, registrations: Sequence[AnyRegistration]) -> Departed | None:
    """Who has died of all whom one sheet speaks of; of twins on one sheet it is told that the other one lives, and of a
    twin alone that the other one died."""
    found = [gone for one in registrations if (gone := departed(store, one))]
    gone = next((one for one in found if one.reason == CHILD), found[0] if found else None)
    if gone is None and len(registrations) == 1:
        twins = _twins(store, registrations[0])
        lost = (each for one in twins if (each := departed(store, one)) and each.reason == CHILD)
        return next((replace(each, reason="sibling-died") for each in lost), None)
    together = gone is not None and gone.reason == CHILD and len(registrations) > 1
    return replace(gone, reason="twin-died") if gone and together else gone


def _twins(store: Reading | Work, registration: AnyRegistration) -> Iterator[Birth]:
    """The other children of the same birth, where the record says that there are some."""
    if not isinstance(registration, Birth) or not registration.twin_group.strip():
        return
    parents = [parent.name.folded for parent in (registration.mother, registration.father) if parent]
    ids = store.registrations.alike("birth", parents[:1], registration.child.born) if parents else ()
    for kept in store.registrations.several(ids):
        one = kept.registration
        if isinstance(one, Birth) and one.twin_group == registration.twin_group and one.child != registration.child:
            yield one


def _asked_of(registration: AnyRegistration) -> Iterator[tuple[str, Person, date]]:
    if isinstance(registration, Birth):
        born = registration.happened_on.earliest()
        yield CHILD, registration.child, born
        for parent in (registration.mother, registration.father):
            if parent is not None:
                yield "parent-died", parent, _earlier(born)
    elif isinstance(registration, Marriage):
        for spouse in (registration.husband, registration.wife):
            yield "spouse-died", spouse, registration.registered_on


def _earlier(day: date) -> date:
    return day - _BEFORE_BIRTH if day > date.min + _BEFORE_BIRTH else date.min


def _candidates(store: Reading | Work, people: Sequence[Person]) -> list[int]:
    """Deaths of somebody of one of these numbers, or of one of these names and days of birth."""
    digits = [person.citizen_id.digits for person in people if person.citizen_id]
    whole = [person for person in people if person.born and person.born.exact()]
    days = {part for person in whole for part in _parts(person.born)}
    found = [id for id, _ in store.like.numbered("death", digits)]
    found += store.like.born_on("death", {person.name.folded for person in whole}, days)
    for person in people:
        if person.born and not person.born.exact():
            found += store.registrations.alike("death", [person.name.folded], person.born)
    return sorted(set(found))


def _parts(born: PartialDate | None) -> tuple[str, ...]:
    """A day as papers tell it: whole, its month, its year."""
    day = born.iso() if born else ""
    return (day, day[:7], day[:4])


def _is_of(death: Death, person: Person, since: date) -> bool:
    """By number where both papers tell one, else by name and as much of the day of birth as both tell; a name alone is
    nobody in particular."""
    dead = death.deceased
    if death.died_on.latest() < since:
        return False
    if dead.citizen_id and person.citizen_id:
        return dead.citizen_id == person.citizen_id
    told = person.born is not None and dead.born is not None and agree(person.born, dead.born)
    return told and dead.name.folded == person.name.folded
