"""Amending one part of a registration: what it says now, and the new version or everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from common.words.labels import FIELD_LABELS, SEX_WORDS
from common.words.problems import sentence
from desk_app.domain.drafts import draft_values
from desk_app.domain.reading import draft_of
from desk_app.services.registering import Amended, Registering
from desk_app.services.seat import Seat

_FIXED = frozenset({"unit", "registration_type", "case"})
"""Where and under what circumstances it was registered is no slip of the pen: such a record is entered anew."""


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


def _shown(name: str, value: str) -> str:
    """A field as the form shows it."""
    return SEX_WORDS[value].lower() if name == "sex" and value in SEX_WORDS else value


def amend_part(seat: Seat, id: int, part: tuple[str, str], reason: str) -> Amended | tuple[str, ...]:
    """Write the new version with this one field changed, or the sentences of all that is wrong with it."""
    name, value = part
    done = Registering(seat).amend(id, {name: value}, reason)
    if isinstance(done, Amended):
        return done
    return tuple(sentence(one.code, one.details) for one in done if one.level == "error")
