"""The index over a register: kept with every registration, asked by whatever a clerk types into one box."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, text

from desk_app.db import index_words as index
from desk_app.db import rows
from desk_app.db.quick import adding, asked, wrote, wrote_all
from desk_app.db.search_ways import AT_ONCE, FOR_FEW, IF_NOTHING, Asked, Ways
from desk_app.domain.events import AnyRegistration
from desk_app.domain.sought import read_sought

__all__ = ["Asked", "Found", "Search"]

FEW = 3
"""With fewer hits than this places and slips of the hand are thought of; one word alone wants none at all."""
MOST_NEAR = 12
"""Hits of that kind beside others."""

_DROP_WORDS = text("DELETE FROM search_words WHERE rowid = :id")
ADD_WORDS = "INSERT INTO search_words(rowid, words) VALUES (?, ?)"
_REWRITE_WORDS = text("INSERT INTO search_words(search_words) VALUES ('optimize')")
_SAID = """SELECT id, event, names, registered_on, number, state FROM registrations
    WHERE id IN (SELECT value FROM json_each(?))"""
_SUFFIX = rows.search_suffixes.c
ADD_SUFFIXES = adding(rows.search_suffixes, "suffix", "sort_key", "registration_id")
ADD_PEOPLE = adding(rows.people, *index.PEOPLE)


class Found(NamedTuple):
    """One hit: `names` of whom it is about, `date` of registration (ISO), `number` as printed, `state` live or void."""

    id: int
    event: str
    names: tuple[str, ...]
    date: str
    number: str
    state: str


class Search:
    """The index over the names, figures and places of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, id: int, registration: AnyRegistration) -> None:
        """Index a registration's people, figures and places."""
        self._add_names(id, registration)
        wrote_all(self._connection, ADD_PEOPLE, index.people_rows(id, registration))

    def remove(self, id: int, registration: AnyRegistration) -> None:
        """Take out what `add` put in for this registration."""
        self._remove_names(id, registration)
        self._connection.execute(delete(rows.people).where(rows.people.c.registration_id == id))

    def renew(self, id: int, registration: AnyRegistration) -> None:
        """Index anew what an earlier version of the program indexed with less."""
        self._remove_names(id, registration)
        self._add_names(id, registration)

    def rewrite_words(self) -> None:
        """Write the word index anew: words that were taken out stand in its old parts until then."""
        self._connection.execute(_REWRITE_WORDS)

    def find(self, text: str, limit: int = 50, scattered: bool = False) -> tuple[Found, ...]:
        """At most `limit` registrations by whatever was typed, what fits exactly first; with `scattered` (after a pause
        in typing) also words apart, figures, places and slips of the hand behind them."""
        return self.found(Asked(read_sought(text), limit, scattered))

    def found(self, question: Asked) -> tuple[Found, ...]:
        """The hits with what a list says of them."""
        return self._described(list(self.hits(question)))

    def hits(self, question: Asked) -> dict[int, str]:
        """The ids of what was found, best first, each with the way it was found: phrase, words, number, citizen-id,
        figures, place, alike (i for y), keys (no input method was on), near (one slip away), last-digits."""
        found: dict[int, str] = {}
        if not question.sought.typed or question.limit < 1:
            return found
        for way, look in Ways(self._connection, question).all():
            most = _most(question, way, len(found))
            if most > len(found):
                _fill(found, look(), most, way)
        return found

    def _add_names(self, id: int, registration: AnyRegistration) -> None:
        entries = [(suffix, key, id) for suffix, key in index.entries_of(registration)]
        wrote_all(self._connection, ADD_SUFFIXES, entries)
        wrote(self._connection, ADD_WORDS, id, index.words_of(registration))

    def _remove_names(self, id: int, registration: AnyRegistration) -> None:
        for suffix, key in index.entries_of(registration):
            row = (_SUFFIX.suffix == suffix) & (_SUFFIX.sort_key == key) & (_SUFFIX.registration_id == id)
            self._connection.execute(delete(rows.search_suffixes).where(row))
        self._connection.execute(_DROP_WORDS, {"id": id})

    def _described(self, ids: Sequence[int]) -> tuple[Found, ...]:
        told = {row[0]: row for row in asked(self._connection, _SAID, json.dumps(ids))}
        rows_in_order = (told[id] for id in ids)
        return tuple(Found(id, event, tuple(names.split("\n")), *rest) for id, event, names, *rest in rows_in_order)


def _most(question: Asked, way: str, found: int) -> int:
    """How many hits there may be after going this way; 0 when it is not gone."""
    if way in AT_ONCE or (question.further and way not in FOR_FEW):
        return question.limit
    if way in IF_NOTHING and not found:
        return question.limit
    enough = FEW if len(question.sought.words) > 1 else 1
    if not question.further or found >= enough:
        return 0
    return min(question.limit, found + MOST_NEAR) if found else question.limit


def _fill(found: dict[int, str], ids: Iterable[int], most: int, way: str) -> None:
    for id in ids:
        if len(found) >= most:
            return
        found.setdefault(id, way)
