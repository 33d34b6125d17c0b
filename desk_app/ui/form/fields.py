"""The three forms as tables: sections with their fields, in the order of the keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from common.words import form as words
from desk_app.domain.events import Event

Kind = Literal["text", "date", "sex", "choice", "check"]
COLUMNS = 24
"""The width of a row that the shares of its fields add up to."""


@dataclass(frozen=True, slots=True)
class Field:
    """One place to type: draft field (`case:word` for a special case), label above it, how much of a row it takes."""

    name: str
    label: str
    width: int
    kind: Kind = "text"
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not 0 < self.width <= COLUMNS:
            raise ValueError("a field takes between one column and the whole row")

    @property
    def full_label(self) -> str:
        """The label that names the person too, for screen readers."""
        return words.full_label(self.name)


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of a form."""

    name: str
    fields: tuple[Field, ...]

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


def _field(event: Event, name: str, width: int, kind: Kind = "text", hint: str = "") -> Field:
    choices = {"sex": words.sex_choices, "choice": words.type_choices}.get(kind, tuple)()
    return Field(name, words.short_label(event, name), width, kind, hint, choices)


def _person(event: Event, role: str) -> tuple[Field, ...]:
    return (
        _field(event, f"{role}_name", 11),
        _field(event, f"{role}_born", 6, "date"),
        _field(event, f"{role}_ethnic_group", 7, hint=words.IF_ANY),
        _field(event, f"{role}_residence", 16),
        _field(event, f"{role}_citizen_id", 8, hint=words.IF_ANY),
        _field(event, f"{role}_id_paper", 16, hint=words.IF_ANY),
        _field(event, f"{role}_nationality", 8, hint=words.IF_ANY),
    )


def _declarant(event: Event) -> tuple[Field, ...]:
    return (
        _field(event, "declarant_name", 11, hint=words.IF_ANY),
        _field(event, "declarant_relation", 6, hint=words.IF_ANY),
        _field(event, "declarant_citizen_id", 7, hint=words.IF_ANY),
        _field(event, "declarant_residence", 24, hint=words.IF_ANY),
    )


def _registration(event: Event, cases: tuple[str, ...]) -> tuple[Field, ...]:
    return (
        _field(event, "number", 6, hint=words.IF_ANY),
        _field(event, "book", 6, hint=words.IF_ANY),
        _field(event, "registered_on", 6, "date"),
        _field(event, "unit", 6, hint=words.IF_ANY),
        _field(event, "registration_type", 12, "choice"),
        _field(event, "hamlet", 12, hint=words.IF_ANY),
        *(Field(f"case:{word}", words.case_label(word), 8, "check") for word in cases),
    )


def _birth() -> tuple[Section, ...]:
    child = (
        _field("birth", "child_name", 10),
        _field("birth", "born", 6, "date"),
        _field("birth", "sex", 8, "sex"),
        _field("birth", "birth_place", 15),
        _field("birth", "twin_group", 9, hint=words.IF_ANY),
        _field("birth", "home_town", 15, hint=words.IF_ANY),
        _field("birth", "child_citizen_id", 9, hint=words.IF_ANY),
        _field("birth", "ethnic_group", 12, hint=words.IF_ANY),
        _field("birth", "nationality", 12, hint=words.IF_ANY),
    )
    cases = (
        "father_unknown",
        "mother_unknown",
        "abandoned",
        "surrogacy",
        "under_24_hours",
        "foreign_element",
        "mobile",
        "opted_out",
    )
    return (
        Section("child", child),
        Section("mother", _person("birth", "mother")),
        Section("father", _person("birth", "father")),
        Section("registration", (*_declarant_last("birth"), *_registration("birth", cases))),
    )


def _declarant_last(event: Event) -> tuple[Field, ...]:
    """The declarant inside the last section, where the form has no section of that name: labels name the person."""
    return tuple(
        Field(one.name, one.full_label if one.name == "declarant_name" else one.label, one.width, one.kind, one.hint)
        for one in _declarant(event)
    )


def _marriage() -> tuple[Section, ...]:
    return (
        Section("husband", _person("marriage", "husband")),
        Section("wife", _person("marriage", "wife")),
        Section(
            "registration",
            (
                *_registration("marriage", ("foreign_element", "remarriage", "mobile", "opted_out")),
                *_declarant_last("marriage"),
            ),
        ),
    )


def _death() -> tuple[Section, ...]:
    deceased = (
        _field("death", "deceased_name", 10),
        _field("death", "born", 6, "date"),
        _field("death", "sex", 8, "sex"),
        _field("death", "last_residence", 16),
        _field("death", "citizen_id", 8, hint=words.IF_ANY),
        _field("death", "id_paper", 10, hint=words.IF_ANY),
        _field("death", "ethnic_group", 7, hint=words.IF_ANY),
        _field("death", "nationality", 7, hint=words.IF_ANY),
        _field("death", "mother_name", 12, hint=words.IF_ANY),
        _field("death", "father_name", 12, hint=words.IF_ANY),
    )
    happened = (
        _field("death", "died_on", 6, "date"),
        _field("death", "died_at", 6, hint=words.IF_ANY),
        _field("death", "died_place", 12, hint=words.IF_ANY),
        _field("death", "cause", 24, hint=words.IF_ANY),
    )
    notice = (
        _field("death", "notice_kind", 8, hint=words.IF_ANY),
        _field("death", "notice_number", 5, hint=words.IF_ANY),
        _field("death", "notice_date", 5, "date", words.IF_ANY),
        _field("death", "notice_issuer", 24, hint=words.IF_ANY),
    )
    return (
        Section("deceased", deceased),
        Section("death", happened),
        Section("notice", notice),
        Section("declarant", _declarant("death")),
        Section("registration", _registration("death", ("court_declared", "foreign_element", "mobile", "opted_out"))),
    )


def sections(event: Event) -> tuple[Section, ...]:
    """The form of an event, from top to bottom."""
    return {"birth": _birth, "marriage": _marriage, "death": _death}[event]()


def _target(person: str, key: str) -> CardTarget:
    if person == "deceased":
        return CardTarget(person, key, "deceased_name", "citizen_id", "last_residence", "born")
    born = "" if person == "declarant" else f"{person}_born"
    return CardTarget(person, key, f"{person}_name", f"{person}_citizen_id", f"{person}_residence", born)


CARD_TARGETS: Mapping[Event, tuple[CardTarget, ...]] = {
    "birth": (_target("mother", "F6"), _target("father", "F7"), _target("declarant", "F8")),
    "marriage": (_target("husband", "F6"), _target("wife", "F7"), _target("declarant", "F8")),
    "death": (_target("deceased", "F6"), _target("declarant", "F8")),
}
"""Whom a card can be given to, by the form."""
