"""Whether a registration may be in the register already: said as a warning that names the other one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from common.dates import PartialDate
from common.names import fold, tidy
from desk_app.db.likeness import Namesake
from desk_app.db.register import Reading, Work
from desk_app.db.registrations import Kept
from desk_app.domain.drafts import BirthDraft, Draft, MarriageDraft
from desk_app.domain.events import AnyRegistration, Birth, Death, Marriage
from desk_app.domain.likeness import SUREST_FIRST, Likeness, likeness
from desk_app.domain.problems import Problem

ALIKE = "looks-alike"
_FIELDS = {"birth": "child_name", "marriage": "husband_name", "death": "deceased_name"}


@dataclass(frozen=True, slots=True)
class Alike:
    """A registration that stands already and how it resembles the one in question."""

    kept: Kept
    how: Likeness


def likenesses(store: Reading | Work, registration: AnyRegistration, itself: int = 0) -> tuple[Alike, ...]:
    """Live registrations that may be this one, the surest first; `itself` is never one of them."""
    return likenesses_among(store, {itself: registration})[itself]


def likenesses_among(store: Reading | Work, asked: Mapping[int, AnyRegistration]) -> Mapping[int, tuple[Alike, ...]]:
    """The same for several registrations by their ids, read at once."""
    near = {id: frozenset[int]() for id in asked}
    for event in {one.event for one in asked.values()}:
        near.update(_candidates(store, event, {id: one for id, one in asked.items() if one.event == event}))
    bodies = {kept.id: kept for kept in store.registrations.several(sorted(frozenset[int]().union(*near.values())))}
    return {
        id: _sorted(one, [bodies[other] for other in near[id] if other in bodies and other != id])
        for id, one in asked.items()
    }


def _sorted(one: AnyRegistration, others: Sequence[Kept]) -> tuple[Alike, ...]:
    found = [Alike(kept, how) for kept in others if (how := likeness(one, kept.registration))]
    return tuple(sorted(found, key=lambda each: (SUREST_FIRST.index(each.how), each.kept.id)))


def alike(store: Reading | Work, registration: AnyRegistration, itself: int = 0) -> tuple[Problem, ...]:
    """The surest of them as a warning; nothing where there is none."""
    found = likenesses(store, registration, itself)
    mother = registration.mother if isinstance(registration, Birth) else None
    return (_told(found[0].kept, mother.name.folded if mother else "", found[0].how),) if found else ()


def alike_as_far(store: Reading | Work, draft: Draft, itself: int = 0) -> tuple[Problem, ...]:
    """The same for a draft that still has something to mend: child and mother, or husband and wife, have to agree in
    both names, for the day may be what is wrong."""
    event, names = "", ("", "")
    if isinstance(draft, BirthDraft):
        event, names = "birth", (fold(tidy(draft.child_name)), fold(tidy(draft.mother_name)))
    elif isinstance(draft, MarriageDraft):
        event, names = "marriage", (fold(tidy(draft.husband_name)), fold(tidy(draft.wife_name)))
    found = [id for id in store.registrations.alike(event, names, None) if id != itself] if all(names) else []
    kept = store.registrations.get(found[0]) if found else None
    return (_told(kept, names[1] if event == "birth" else "", "names"),) if kept else ()


def _candidates(
    store: Reading | Work, event: str, asked: Mapping[int, AnyRegistration]
) -> Mapping[int, frozenset[int]]:
    """Everything that may resemble each of them, told from index rows alone; bodies are read of these only."""
    names = {name.folded for one in asked.values() for name in one.principals()}
    namesakes = store.like.namesakes(event, names, 2 if event == "marriage" else 1)
    numbers = store.like.numbered(event, {number for one in asked.values() for number in _numbers(one)})
    same_day = _of_the_day(store, event, asked.values())
    return {
        id: frozenset(row.id for row in namesakes if _near(row, one))
        | {other for other, number in numbers if number in _numbers(one)}
        | {other for other, clue in same_day if clue in _clues(one)}
        for id, one in asked.items()
    }


def _of_the_day(
    store: Reading | Work, event: str, asked: Collection[AnyRegistration]
) -> Sequence[tuple[int, tuple[str, str]]]:
    """What happened on a whole day around the same people, however the name is written: ids and their clues."""
    days = {day for one in asked for _, day in _clues(one)}
    if event == "birth":
        return [(id, (name, day)) for id, name, day in store.like.parents_on(days)]
    return [(id, ("", day)) for id, day in store.like.on(event, days)] if event == "death" else ()


def _clues(one: AnyRegistration) -> frozenset[tuple[str, str]]:
    """A birth by each parent and its day, a death by its day, where the whole day is known."""
    if one.happened_on.exact() is None or isinstance(one, Marriage):
        return frozenset()
    names = [person.name.folded for person in one.people()[1:]] if isinstance(one, Birth) else [""]
    return frozenset((name, one.happened_on.iso()) for name in names)


def _numbers(one: AnyRegistration) -> frozenset[str]:
    people = one.people() if isinstance(one, Marriage) else one.people()[:1]
    return frozenset(person.citizen_id.digits for person in people if person.citizen_id)


def _near(row: Namesake, one: AnyRegistration) -> bool:
    """Whether a day of the row may be the day of this registration, or the dead person's day of birth."""
    if row.folded not in {name.folded for name in one.principals()}:
        return False
    died = isinstance(one, Death)
    pairs = [(row.happened_on, one.happened_on), (row.born, one.people()[0].born if died else None)]
    return any(known and our and _may_be_one(known, our) for known, our in pairs)


def _may_be_one(known: str, our: PartialDate) -> bool:
    day = our.exact()
    if day and day.day <= 12 and known == f"{day.year:04d}-{day.day:02d}-{day.month:02d}":
        return True
    return known.startswith(our.iso()) or our.iso().startswith(known)


def _told(kept: Kept, mother: str, how: Likeness) -> Problem:
    registration = kept.registration
    details = {
        "id": str(kept.id),
        "number": registration.number,
        "name": ", ".join(name.text for name in registration.principals()),
        "event": registration.event,
        "day": registration.happened_on.slashed(),
        "same": "mother" if mother and _mother_of(kept) == mother else "",
        "how": how,
    }
    return Problem(_FIELDS[registration.event], ALIKE, "warning", details)


def _mother_of(kept: Kept) -> str:
    birth = kept.registration
    return birth.mother.name.folded if isinstance(birth, Birth) and birth.mother else ""
