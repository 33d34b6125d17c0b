"""Whether a registration may be in the register already: said as a warning that names the other one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from common.names import fold, tidy
from desk_app.db.register import Reading, Work
from desk_app.db.registrations import Kept
from desk_app.domain.drafts import BirthDraft, Draft, MarriageDraft
from desk_app.domain.events import AnyRegistration, Birth, Death, Marriage
from desk_app.domain.likeness import SUREST_FIRST, Likeness, likeness
from desk_app.domain.problems import Problem

ALIKE = "looks-alike"
MONTHS = 12
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


def other_of(store: Reading | Work, kept: Kept) -> Kept | None:
    """The surest record that a live one may stand twice with; None once a reason is kept with either."""
    if kept.state != "live" or ALIKE in kept.reasons:
        return None
    others = [one.kept for one in likenesses(store, kept.registration, kept.id)]
    return next((one for one in others if ALIKE not in one.reasons), None)


def alike(store: Reading | Work, registration: AnyRegistration, itself: int = 0) -> tuple[Problem, ...]:
    """The surest of them as a warning; nothing where there is none."""
    found = likenesses(store, registration, itself)
    return (told_alike(registration, found[0]),) if found else ()


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
    days = {id: _days(one) for id, one in asked.items()}
    people: dict[str, list[tuple[int, str]]] = {}
    named = frozenset[str]().union(*(_names(one) for one in asked.values()))
    for other, name, day in store.like.people_on(event, frozenset[str]().union(*days.values()), named):
        people.setdefault(day, []).append((other, name))
    numbers = store.like.numbered(event, {number for one in asked.values() for number in _numbers(one)})
    return {
        id: _on_its_days(one, [told for day in days[id] for told in people.get(day, ())])
        | {other for other, number in numbers if number in _numbers(one)}
        | {*_by_name(store, one)}
        for id, one in asked.items()
    }


def _days(one: AnyRegistration) -> frozenset[str]:
    """How its whole day may stand in the register: in full, in part, day and month changed over."""
    day = one.happened_on.exact()
    if day is None:
        return frozenset()
    told = one.happened_on.iso()
    turned = {f"{day.year:04d}-{day.day:02d}-{day.month:02d}"} if day.day <= MONTHS else set()
    return frozenset({told, told[:7], told[:4], *turned})


def _on_its_days(one: AnyRegistration, people: Iterable[tuple[int, str]]) -> frozenset[int]:
    """Of what happened on these days: births and marriages around one of the same people, every death."""
    if isinstance(one, Death):
        return frozenset(other for other, _ in people)
    names = _names(one)
    return frozenset(other for other, name in people if name in names)


def _names(one: AnyRegistration) -> frozenset[str]:
    """Names one of which another record has to tell; of deaths on one day every one is looked at."""
    return frozenset(() if isinstance(one, Death) else (person.name.folded for person in one.people()))


def _by_name(store: Reading | Work, one: AnyRegistration) -> tuple[int, ...]:
    """A day known in part agrees with many: the names are asked along. The dead are known by their birth as well."""
    names = [name.folded for name in one.principals()]
    if one.happened_on.exact() is None:
        return store.registrations.alike(one.event, names, one.happened_on)
    born = one.deceased.born if isinstance(one, Death) else None
    return store.like.born_on("death", names, {born.iso()}) if born and born.exact() else ()


def _numbers(one: AnyRegistration) -> frozenset[str]:
    people = one.people() if isinstance(one, Marriage) else one.people()[:1]
    return frozenset(person.citizen_id.digits for person in people if person.citizen_id)


def told_alike(one: AnyRegistration, other: Alike) -> Problem:
    """A record that one may be, as the warning of it."""
    mother = one.mother if isinstance(one, Birth) else None
    return _told(other.kept, mother.name.folded if mother else "", other.how)


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
