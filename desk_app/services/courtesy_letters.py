"""Letters of thanks and apology as they stand in the register: to whom they go, what they are about, how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from common.names import fold
from common.words import courtesy as words
from desk_app.db.register import Reading
from desk_app.domain.courtesy import Courtesy, kind_of
from desk_app.domain.courtesy_drafts import (
    COURTESY_DRAFTS,
    CourtesyDraft,
    courtesy_draft_of,
    courtesy_from,
    courtesy_values,
)

COURTESIES = frozenset(COURTESY_DRAFTS)
"""The kinds of letter that cover no registration."""
AT_ONCE = 200
MOST, SHORTEST_CODE = 500, 4
_BESIDE = ("letter", "name")


@dataclass(frozen=True, slots=True)
class Addressed:
    """To whom such a letter goes, as lists say it, and the line beneath: what it is about. `name` is the bare name,
    "" once the law had it erased."""

    who: str
    second: str
    name: str
    kind: str = ""


def body_of(courtesy: Courtesy, draft: CourtesyDraft) -> Mapping[str, Any]:
    """What is kept of a letter: whole days, tidied parts, the free line and the reasons given."""
    whole = courtesy_draft_of(courtesy, draft.free_line)
    named = {"letter": kind_of(courtesy), "name": courtesy.to.name.text}
    return {**courtesy_values(whole), "reasons": dict(draft.reasons), **named}


def draft_in(body: Mapping[str, Any]) -> CourtesyDraft:
    """The draft that a kept body was written from."""
    return courtesy_from(body["letter"], {name: value for name, value in body.items() if name not in _BESIDE})


def addressed_in(body: Mapping[str, Any]) -> Addressed:
    """How lists speak of a letter with this body."""
    who = words.to_whom(body["to_address"], body["to_name"], bool(body["household"]))
    return Addressed(who, words.about(body), body["to_name"], body["kind"])


def addressees(reading: Reading, letters: Iterable[int]) -> Mapping[int, Addressed]:
    """To whom these letters go, for those of them that are thanks or apologies; an erased one has nobody."""
    ids = tuple(letters)
    found: dict[int, Addressed] = {}
    for first in range(0, len(ids), AT_ONCE):
        bodies = reading.papers.courtesies(ids[first : first + AT_ONCE])
        found.update((letter, addressed_in(body)) for letter, body in bodies)
    return found


def addressee_of(reading: Reading, letter: int) -> Addressed | None:
    """To whom one letter goes; None where it is no thanks or apology, or the law had it erased."""
    return addressees(reading, [letter]).get(letter)


def letters_to(reading: Reading, name: str, limit: int = AT_ONCE) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The letters to somebody of exactly this name, void ones too, newest first."""
    folded = fold(name)
    ids = reading.papers.addressed(folded, limit)
    bodies = dict(reading.papers.courtesies(ids))
    return ((id, bodies[id]) for id in ids if id in bodies and fold(bodies[id]["to_name"]) == folded)


def courtesies_named(reading: Reading, text: str, limit: int) -> tuple[int, ...]:
    """Letters whose addressee's name has words that begin as every typed word does, or whose file code holds what was
    typed; newest first."""
    typed = fold(text)
    if any(sign.isdigit() for sign in typed):
        return tuple(islice(_of_file(reading, typed), limit))
    words_typed = typed.split()
    if not words_typed:
        return ()
    ids = reading.papers.addressed(max(words_typed, key=len), MOST)
    bodies = dict(reading.papers.courtesies(ids))
    named = ((id, f" {fold(bodies[id]['to_name'])}") for id in ids if id in bodies)
    found = (id for id, name in named if all(f" {word}" in name for word in words_typed))
    return tuple(islice(found, limit))


def _of_file(reading: Reading, typed: str) -> Iterator[int]:
    """A code of a file stands in no index: the newest letters are read through."""
    ids, code = reading.papers.addressed("", MOST), typed.replace(" ", "")
    bodies = dict(reading.papers.courtesies(ids))
    for id in ids:
        if len(code) >= SHORTEST_CODE and code in fold(bodies[id].get("file_code", "")).replace(" ", ""):
            yield id


def told_day(body: Mapping[str, Any]) -> str:
    """The day that a letter is about, as typed; "" where it has none."""
    days = {"late": "promised", "manner": "on", "paper": "given_on", "opinion": "said_on"}
    return str(body.get(days.get(body["kind"], ""), ""))


def shown_day(day: date) -> str:
    """A day as screens show it."""
    return f"{day:%d/%m/%Y}"
