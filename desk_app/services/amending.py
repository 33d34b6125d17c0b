"""Amending parts of a registration: what they say now, and the new version or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from common.words.labels import FIELD_LABELS, SEX_WORDS
from common.words.problems import sentence
from desk_app.domain.drafts import Draft, draft_values
from desk_app.domain.events import Event
from desk_app.domain.problems import Problem
from desk_app.domain.reading import draft_of
from desk_app.services.affected import letters_on_change
from desk_app.services.alike import ALIKE
from desk_app.services.closings import CLOSED
from desk_app.services.history import Change, changed_fields, changes_between
from desk_app.services.registering import Amended, Registering
from desk_app.services.seat import Seat

_CIRCUMSTANCES = ("case", "registration_type")
_FIXED = frozenset({"unit", *_CIRCUMSTANCES})
"""Where it was registered is no slip of the pen: such a record is entered anew. Circumstances are chosen, not typed."""


@dataclass(frozen=True, slots=True)
class Part:
    """One field of the form: its name, its label, and what stands in it."""

    name: str
    label: str
    value: str


def parts_of(seat: Seat, id: int) -> tuple[Part, ...]:
    """The parts of a registration that may be amended, in the order of the form."""
    values = draft_values(draft_of(Registering(seat).show(id).registration))
    texts = ((name, value) for name, value in values.items() if isinstance(value, str) and name not in _FIXED)
    return tuple(Part(name, FIELD_LABELS[name], _shown(name, value)) for name, value in texts if name in FIELD_LABELS)


def circumstances_of(seat: Seat, id: int) -> tuple[Event, Mapping[str, str]]:
    """What kind of registration it is, its special cases in a settled order, and its type (blank: by its days)."""
    registration = Registering(seat).show(id).registration
    draft = draft_of(registration)
    return registration.event, {"case": draft.case, "registration_type": draft.registration_type}


def _shown(name: str, value: str) -> str:
    """A field as the form shows it."""
    return SEX_WORDS[value].lower() if name == "sex" and value in SEX_WORDS else value


@dataclass(frozen=True, slots=True)
class Found:
    """What stands against a change, in sentences: errors, and warnings that the change brings. `other`: the record of
    which it speaks (0: none); `alike`: whether that is because both may be one."""

    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    other: int = 0
    alike: bool = False


def look_at_change(seat: Seat, id: int, values: Mapping[str, str]) -> Found:
    """What there is to say of a change before it is written; what was so before is not said again."""
    register = Registering(seat)
    before = {one.code for one in register.look_at_amendment(id, {}).problems}
    problems = register.look_at_amendment(id, values).problems
    fresh = [one for one in problems if one.level == "error" or one.code not in before]
    return _found([one for one in fresh if one.code != CLOSED])


def amend_parts(seat: Seat, id: int, values: Mapping[str, str], reason: str, another: str = "") -> Amended | Found:
    """Write the new version with these fields changed, or say what is wrong; `another`: why it is not the one that it
    looks like. Raises Mistake("reason-empty")."""
    told: Mapping[str, object] = values
    if another:
        reasons = Registering(seat).show(id).reasons
        told = {**values, "reasons": {**reasons, ALIKE: another}}
    done = Registering(seat).amend(id, told, reason, attended=True)
    return done if isinstance(done, Amended) else _found(done)


def changes_of(seat: Seat, id: int, values: Mapping[str, str]) -> tuple[Change, ...]:
    """The fields before and after; days and sexes as they would be kept, where they can be read."""
    kept = Registering(seat).show(id).registration
    read = Registering(seat).look_at_amendment(id, values).value
    return changes_between(kept, read) if read else changed_fields(draft_of(kept), draft_with(seat, id, values))


def letters_of_change(seat: Seat, id: int, values: Mapping[str, str]) -> tuple[str, ...]:
    """The letters written from the record as it stands, and what they ask for once these fields say something else."""
    read = Registering(seat).look_at_amendment(id, values).value if values else None
    return letters_on_change(seat, id, read)


def draft_with(seat: Seat, id: int, values: Mapping[str, str]) -> Draft:
    """The record as it would stand with these fields changed."""
    draft = draft_of(Registering(seat).show(id).registration)
    changed: dict[str, Any] = dict(values)
    return replace(draft, **changed)


def _found(problems: Sequence[Problem]) -> Found:
    told = {level: tuple(_sentence(one) for one in problems if one.level == level) for level in ("error", "warning")}
    others = [(int(one.details["id"]), one.code == ALIKE) for one in problems if one.details.get("id")]
    other, alike = others[0] if others else (0, False)
    return Found(told["error"], told["warning"], other, alike)


def _sentence(problem: Problem) -> str:
    return sentence(problem.code, problem.details)
