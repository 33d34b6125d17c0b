"""What a form is made of: fields, sections of them, and whom a scanned card can be given to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from common.words import form as words

Kind = Literal["text", "date", "place", "number", "sex", "who", "choice", "check", "told", "long", "many"]
COLUMNS = 24
"""The width of a row that the shares of its fields add up to."""


@dataclass(frozen=True, slots=True)
class Field:
    """One place to type: draft field (`case:word` for a special case, `pick:…` for a choice that writes other fields;
    `told:…` only says what others come to),
    label above it, how much of a row it takes, whose home it may be linked to; `required`: nothing is
    saved without it; `example` stands in it while it is empty."""

    name: str
    label: str
    width: int
    kind: Kind = "text"
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    same_as: str = ""
    required: bool = False
    example: str = ""

    def __post_init__(self) -> None:
        if not 0 < self.width <= COLUMNS:
            raise ValueError("a field takes between one column and the whole row")

    @property
    def full_label(self) -> str:
        """The label that names the person too, for screen readers."""
        told = words.full_label(self.name)
        return self.label if told == self.name else told


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of a form; `rare` ones are folded until somebody wants them."""

    name: str
    fields: tuple[Field, ...]
    rare: bool = False

    @property
    def title(self) -> str:
        """The word beside the number."""
        return words.SECTIONS[self.name]

    @property
    def note(self) -> str:
        """The quiet words beside the title."""
        return words.SECTION_NOTES.get(self.name, "")

    def rows(self) -> tuple[tuple[Field, ...], ...]:
        """The fields as they stand side by side."""
        rows: list[list[Field]] = [[]]
        for field in self.fields:
            if sum(other.width for other in rows[-1]) + field.width > COLUMNS:
                rows.append([])
            rows[-1].append(field)
        return tuple(tuple(row) for row in rows)


@dataclass(frozen=True, slots=True)
class CardTarget:
    """Whom a scanned card can be given to: the key, and the draft field for each part of the card."""

    person: str
    key: str
    name: str
    citizen_id: str
    residence: str
    born: str = ""
    sex: str = ""


def first_blank(fields: Mapping[str, Field], text: Callable[[str], str]) -> str:
    """The first field that has to be filled in and is not, or the first of all."""
    asked = (name for name, field in fields.items() if field.required and not text(name).strip())
    return next(asked, next(iter(fields)))
