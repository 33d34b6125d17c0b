"""The three forms as tables: sections with their fields, in the order of the keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from common.words import form as words
from common.words.form_cases import type_choices
from desk_app.domain.events import Event
from desk_app.ui.form.circumstances import CASES
from desk_app.ui.form.fields import CardTarget, Field, Kind, Section

_REQUIRED: Mapping[Event, frozenset[str]] = {
    "birth": frozenset({"child_name", "born", "registered_on"}),
    "marriage": frozenset({"husband_name", "wife_name", "registered_on"}),
    "death": frozenset({"deceased_name", "died_on", "registered_on"}),
}
"""Without these nothing can be saved; the law lets every other field be blank."""


def sections(event: Event) -> tuple[Section, ...]:
    """The form of an event, from top to bottom."""
    return {"birth": _birth, "marriage": _marriage, "death": _death}[event]()


def _birth() -> tuple[Section, ...]:
    child = (
        _field("birth", "child_name", 10),
        _field("birth", "born", 6, "date"),
        _field("birth", "sex", 8, "sex", words.BY_DIGITS),
        _field("birth", "birth_place", 16, "place"),
        Field("pick:twin", words.TWIN, 8, "check"),
    )
    registration = (
        *_book("birth"),
        Field("pick:declarant", words.WHO_DECLARES, 10, "who", words.BY_F8, words.declarant_choices()),
        *(replace(one, label=one.full_label) for one in _declarant("birth")),
    )
    father = tuple(
        replace(one, same_as="pick:home") if one.name == "father_residence" else one for one in _person("father")
    )
    rare = (
        _rare("home_town", 16, "place"),
        _named("birth", "child_citizen_id", 8, "number"),
        _rare("ethnic_group", 12, "place"),
        _rare("nationality", 12, "place"),
        _rare("born_in_words", 24),
        *_kept_by("birth"),
    )
    return (
        Section("child", child),
        Section("mother", _person("mother")),
        Section("father", father),
        Section("registration", registration),
        Section("more", rare, rare=True),
    )


def _marriage() -> tuple[Section, ...]:
    rare = (
        *(replace(one, label=one.full_label) for one in _declarant("marriage")),
        *_kept_by("marriage"),
    )
    return (
        Section("husband", _person("husband")),
        Section("wife", _person("wife")),
        Section("registration", _book("marriage")),
        Section("more", rare, rare=True),
    )


def _death() -> tuple[Section, ...]:
    deceased = (
        _field("death", "deceased_name", 10),
        _field("death", "born", 6, "date"),
        _field("death", "sex", 8, "sex", words.BY_DIGITS),
        _field("death", "last_residence", 16, "place"),
        _field("death", "citizen_id", 8, "number", words.IF_ANY),
    )
    happened = (
        _field("death", "died_on", 6, "date"),
        _field("death", "died_at", 6, hint=words.IF_ANY),
        _field("death", "died_place", 12, "place", words.IF_ANY),
        Field("told:died_in_words", words.IN_WORDS, 24, "told"),
        _field("death", "cause", 24, hint=words.IF_ANY),
    )
    notice = (
        _field("death", "notice_kind", 8, hint=words.IF_ANY),
        _field("death", "notice_number", 5, hint=words.IF_ANY),
        _field("death", "notice_date", 5, "date", words.IF_ANY),
        _field("death", "notice_issuer", 24, "place", words.IF_ANY),
    )
    rare = (
        _rare("id_paper", 10),
        _rare("ethnic_group", 7, "place"),
        _rare("nationality", 7, "place"),
        _named("death", "mother_name", 12),
        _named("death", "father_name", 12),
        *_kept_by("death"),
    )
    return (
        Section("deceased", deceased),
        Section("death", happened),
        Section("declarant", _declarant("death")),
        Section("registration", _book("death")),
        Section("notice", notice, rare=True),
        Section("more", rare, rare=True),
    )


def _field(event: Event, name: str, width: int, kind: Kind = "text", hint: str = "") -> Field:
    choices = {"sex": words.sex_choices, "choice": type_choices}.get(kind, tuple)()
    return Field(name, words.short_label(event, name), width, kind, hint, choices, required=name in _REQUIRED[event])


def _named(event: Event, name: str, width: int, kind: Kind = "text") -> Field:
    """A field far from its person: the label says whose it is."""
    return replace(_field(event, name, width, kind), label=words.full_label(name))


def _rare(name: str, width: int, kind: Kind = "text") -> Field:
    return _field("birth", name, width, kind)


def _person(role: str) -> tuple[Field, ...]:
    event: Event = "marriage" if role in ("husband", "wife") else "birth"
    return (
        _field(event, f"{role}_name", 11),
        _field(event, f"{role}_born", 7, "date"),
        _field(event, f"{role}_ethnic_group", 6, "place", words.IF_NEEDED),
        _field(event, f"{role}_residence", 16, "place"),
        _field(event, f"{role}_citizen_id", 8, "number", words.IF_ANY),
        _field(event, f"{role}_id_paper", 14, hint=words.IF_ANY),
        _field(event, f"{role}_nationality", 10, "place", words.IF_ANY),
    )


def _declarant(event: Event) -> tuple[Field, ...]:
    return (
        _field(event, "declarant_name", 11, hint=words.IF_ANY),
        _field(event, "declarant_relation", 6, hint=words.IF_ANY),
        _field(event, "declarant_citizen_id", 7, "number"),
        _field(event, "declarant_residence", 24, "place", words.IF_ANY),
    )


def _book(event: Event) -> tuple[Field, ...]:
    return (
        _field(event, "number", 4, hint=words.IF_ANY),
        _field(event, "book", 4, hint=words.IF_ANY),
        _field(event, "registered_on", 6, "date"),
    )


def _kept_by(event: Event) -> tuple[Field, ...]:
    return (
        _field(event, "registration_type", 10, "choice"),
        _field(event, "hamlet", 9, "place"),
        _field(event, "unit", 5),
        *(Field(f"case:{word}", words.case_label(word), 8, "check") for word in CASES[event]),
    )


def _target(person: str, key: str) -> CardTarget:
    if person == "deceased":
        return CardTarget(person, key, "deceased_name", "citizen_id", "last_residence", "born", "sex")
    born = "" if person == "declarant" else f"{person}_born"
    return CardTarget(person, key, f"{person}_name", f"{person}_citizen_id", f"{person}_residence", born)


CARD_TARGETS: Mapping[Event, tuple[CardTarget, ...]] = {
    "birth": (_target("mother", "F6"), _target("father", "F7"), _target("declarant", "F8")),
    "marriage": (_target("husband", "F6"), _target("wife", "F7"), _target("declarant", "F8")),
    "death": (_target("deceased", "F6"), _target("declarant", "F8")),
}
"""Whom a card can be given to, by the form."""
