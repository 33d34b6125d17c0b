"""What is asked for each kind of letter: sections of fields, in the order in which they are typed. No widget."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from common.words import courtesy as words
from desk_app.domain.courtesy import FORMS_OF_ADDRESS
from desk_app.domain.courtesy_drafts import DAYS, KINDS, OPTIONAL_PARTS
from desk_app.ui.form.fields import Field, Kind, Section

_LONG = frozenset({"outcome", "deed", "matter", "mended", "why", "mistake", "care"})
_ROWS: Mapping[str, tuple[tuple[str, int], ...]] = {
    "gift": (("outcome", 24), ("deed", 24)),
    "opinion": (("said_on", 12), ("since", 12), ("matter", 24), ("mended", 24)),
    "late": (
        *(("errand", 14), ("file_code", 10), ("promised", 12), ("again", 12)),
        *(("why", 24), ("officer", 24), ("care", 24)),
    ),
    "manner": (("on", 10), ("errand", 14), ("care", 24)),
    "paper": (("paper", 24), ("given_on", 12), ("again", 12), ("mistake", 24), ("care", 24)),
}
"""The parts of each kind with their share of a row."""


@cache
def sections_of(letter: str, kind: str) -> tuple[Section, ...]:
    """The form of one kind of letter."""
    parts = tuple(_part(kind, name, width) for name, width in _ROWS[kind])
    return Section("courtesy-to", _to(letter)), Section(f"courtesy-{kind}", parts)


def _to(letter: str) -> tuple[Field, ...]:
    kinds = tuple((kind, words.KIND_CHOICES[kind]) for kind in KINDS[letter])
    forms = tuple((form, form) for form in FORMS_OF_ADDRESS)
    return (
        Field("kind", words.KIND, 24, "many", hint=words.BY_DIGITS[letter], choices=kinds, required=True),
        Field("to_address", words.ADDRESS, 24, "many", hint=words.BY_EIGHT, choices=forms, required=True),
        Field("to_name", words.NAME, 16, required=True, example=words.EXAMPLES["to_name"]),
        Field("household", words.HOUSEHOLD, 8, "check"),
    )


def _part(kind: str, name: str, width: int) -> Field:
    asked: Kind = "date" if name in DAYS else "long" if name in _LONG else "text"
    example = words.MANNER_EXAMPLE if (kind, name) == ("manner", "errand") else words.EXAMPLES.get(name, "")
    label = words.AGAIN_PROMPT.get(kind, words.PROMPTS[name]) if name == "again" else words.PROMPTS[name]
    required = name not in OPTIONAL_PARTS
    return Field(name, label, width, asked, hint=words.NOTES.get(name, ""), required=required, example=example)
