"""Whether a registration may be in the register already: said as a warning that names the other one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

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
_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Alike:
    """A registration that stands already and how it resembles the one in question."""

    kept: Kept
    how: Likeness


def likenesses(store: Reading | Work, registration: AnyRegistration, itself: int = 0) -> tuple[Alike, ...]:
    """Live registrations that may be this one, the surest first; `itself` is never one of them."""
    ids = sorted({*_candidates(store, registration)} - {itself})
    rows = [(kept, likeness(registration, kept.registration)) for kept in store.registrations.several(ids)]
    found = [Alike(kept, how) for kept, how in rows if how]
    return tuple(sorted(found, key=lambda one: (SUREST_FIRST.index(one.how), one.kept.id)))


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


def _candidates(store: Reading | Work, one: AnyRegistration) -> Sequence[int]:
    """Everything that may resemble it, told from index rows alone; bodies are read of these only."""
    names = [name.folded for name in one.principals()]
    near = [row.id for row in _namesakes(store, one, names) if _near(row, one)]
    people = one.people() if isinstance(one, Marriage) else one.people()[:1]
    numbered = store.like.numbered(one.event, [person.citizen_id.digits for person in people if person.citizen_id])
    return (*near, *numbered, *_of_the_day(store, one))


def _namesakes(store: Reading | Work, one: AnyRegistration, names: Sequence[str]) -> Sequence[Namesake]:
    """Those of these names among whom `_near` chooses: asked with their day where it is whole, for a name may be borne
    by hundreds."""
    born = one.people()[0].born if isinstance(one, Death) else None
    by_birth = store.like.namesakes_born(one.event, names, _written(born), born.iso()) if born else ()
    if one.happened_on.exact() is None:
        return store.like.namesakes(one.event, names, len(names))
    return (*by_birth, *store.like.namesakes_on(one.event, names, _written(one.happened_on), len(names)))


def _written(our: PartialDate) -> set[str]:
    """The ways in which `_may_be_one` knows a day again, but for what tells it more exactly."""
    day, iso = our.exact(), our.iso()
    turned = {f"{day.year:04d}-{day.day:02d}-{day.month:02d}"} if day and day.day <= 12 else set()
    return {iso[:4], iso[:7], iso} | turned


def _of_the_day(store: Reading | Work, one: AnyRegistration) -> Sequence[int]:
    """What happened on the same whole day around the same people, however the name is written."""
    day = one.happened_on.exact()
    if day is None:
        return ()
    if isinstance(one, Birth):
        return store.like.of_parents([person.name.folded for person in one.people()[1:]], day.isoformat())
    if isinstance(one, Death):
        months = {around.year * 100 + around.month for around in (day, day + _MONTH, one.registered_on)}
        return store.like.deaths_of(day.isoformat(), months)
    return ()


def _near(row: Namesake, one: AnyRegistration) -> bool:
    """Whether a day of the row may be the day of this registration, or the dead person's day of birth."""
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
