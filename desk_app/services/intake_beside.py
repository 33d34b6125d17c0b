"""A row of a sheet beside the record that stands under its number: what the sheet would change, if it is one person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from common.names import tidy
from common.spoken_dates import same_words
from desk_app.db.registrations import Kept
from desk_app.domain.drafts import Draft, draft_from, draft_values
from desk_app.domain.events import NO_TYPE, AnyRegistration, Birth
from desk_app.domain.likeness import agree, likeness
from desk_app.domain.reading import draft_of

PLACE = frozenset({"unit", "book", "number"})
"""Under these the record was found: however they are spelt, they say the same."""


def beside(kept: Kept, texts: Mapping[str, str], reasons: Mapping[str, str]) -> Draft | None:
    """The record with every cell that says something else put in, None where there is none: an empty cell takes nothing
    away, and capitals or spaces alone are no other word."""
    before = draft_values(draft_of(kept.registration))
    told = dict(_told_otherwise(kept.registration, before, texts))
    if not told:
        return None
    return draft_from(kept.event, {**before, **told, "reasons": {**reasons, **kept.reasons}})


def one_person(one: AnyRegistration, other: AnyRegistration) -> bool:
    """Whether two versions under one number are of the same people: they resemble each other, share a name, or one day
    and one parent."""
    if likeness(one, other) or {name.folded for name in one.principals()} & {
        name.folded for name in other.principals()
    }:
        return True
    return agree(one.happened_on, other.happened_on) and bool(_parents(one) & _parents(other))


def _parents(one: AnyRegistration) -> frozenset[str]:
    parents = (one.mother, one.father) if isinstance(one, Birth) else ()
    return frozenset(parent.name.folded for parent in parents if parent)


def _told_otherwise(
    kept: AnyRegistration, before: Mapping[str, object], texts: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for name, text in texts.items():
        if name in PLACE or not text.strip() or _one_word(str(before[name]), text):
            continue
        if name == "registration_type" and text.strip() in (str(NO_TYPE), str(kept.registration_type)):
            continue
        if name == "case" and _cases(text) <= _cases(str(before[name])):
            continue
        if name == "born_in_words" and same_words(text, _words(kept)):
            continue
        # A sheet knows some cases only: what it does not say of the others takes none of them away.
        yield name, " ".join(sorted(_cases(text) | _cases(str(before[name])))) if name == "case" else text


def _cases(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _words(kept: AnyRegistration) -> str:
    return kept.born_in_words if isinstance(kept, Birth) else ""


def _one_word(one: str, other: str) -> bool:
    return tidy(one).casefold() == tidy(other).casefold()
