"""Whether a registration may be in the register already: said as a warning that names the other one."""

from __future__ import annotations

from common.names import fold, tidy
from desk_app.db.register import Reading, Work
from desk_app.db.registrations import Kept
from desk_app.domain.drafts import BirthDraft, Draft, MarriageDraft
from desk_app.domain.events import AnyRegistration, Birth
from desk_app.domain.problems import Problem

_FIELDS = {"birth": "child_name", "marriage": "husband_name", "death": "deceased_name"}


def alike(store: Reading | Work, registration: AnyRegistration) -> tuple[Problem, ...]:
    """Another registration of the same names and day."""
    names = tuple(name.folded for name in registration.principals())
    found = store.registrations.alike(registration.event, names, registration.happened_on)
    mother = registration.mother if isinstance(registration, Birth) else None
    return _told(store, found, mother.name.folded if mother else "")


def alike_as_far(store: Reading | Work, draft: Draft) -> tuple[Problem, ...]:
    """The same for a draft that still has something to mend: child and mother, or husband and wife, have to agree in
    both names, for the day may be what is wrong."""
    if isinstance(draft, BirthDraft):
        names = (fold(tidy(draft.child_name)), fold(tidy(draft.mother_name)))
        return _told(store, _found(store, "birth", names), names[1])
    if isinstance(draft, MarriageDraft):
        names = (fold(tidy(draft.husband_name)), fold(tidy(draft.wife_name)))
        return _told(store, _found(store, "marriage", names), "")
    return ()


def _found(store: Reading | Work, event: str, names: tuple[str, str]) -> tuple[int, ...]:
    return store.registrations.alike(event, names, None) if all(names) else ()


def _told(store: Reading | Work, found: tuple[int, ...], mother: str) -> tuple[Problem, ...]:
    kept = store.registrations.get(found[0]) if found else None
    if kept is None:
        return ()
    registration = kept.registration
    details = {
        "id": str(kept.id),
        "number": registration.number,
        "name": ", ".join(name.text for name in registration.principals()),
        "event": registration.event,
        "day": registration.happened_on.slashed(),
        "same": "mother" if mother and _mother_of(kept) == mother else "",
    }
    return (Problem(_FIELDS[registration.event], "looks-alike", "warning", details),)


def _mother_of(kept: Kept) -> str:
    birth = kept.registration
    return birth.mother.name.folded if isinstance(birth, Birth) and birth.mother else ""
