"""Finding registrations by the words of a name, with or without marks, or by number."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, text

from common.names import APOSTROPHES, PersonName, fold, tidy, word_suffixes
from desk_app.db import rows
from desk_app.db.numbers import BookNumber
from desk_app.domain.events import AnyRegistration
from desk_app.domain.people import CITIZEN_ID_LENGTH

_NUMBER = re.compile(r"[0-9]{1,9}(/[0-9]{4})?")
_DROP_WORDS = text("DELETE FROM search_words WHERE rowid = :id")
_ADD_WORDS = text("INSERT INTO search_words(rowid, words) VALUES (:id, :words)")
_REWRITE_WORDS = text("INSERT INTO search_words(search_words) VALUES ('optimize')")
_MATCH_WORDS = text("SELECT rowid FROM search_words WHERE search_words MATCH :query ORDER BY rowid DESC LIMIT :limit")
_SUFFIX = rows.search_suffixes.c
# Text compares by code point, so `after` is the first text that no longer begins with the phrase.
_BY_PHRASE = (
    select(_SUFFIX.registration_id)
    .where(_SUFFIX.suffix >= bindparam("phrase"), _SUFFIX.suffix < bindparam("after"))
    .order_by(_SUFFIX.suffix, _SUFFIX.sort_key, _SUFFIX.registration_id)
    .limit(bindparam("most"))
)
_ADD_SUFFIXES, _ADD_PEOPLE = insert(rows.search_suffixes), insert(rows.people)


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: `names` of whom it is about, `date` of registration (ISO), `number` as printed, `state` live or void."""

    id: int
    event: str
    names: tuple[str, ...]
    date: str
    number: str
    state: str


class Search:
    """The index over the names and numbers of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, id: int, registration: AnyRegistration) -> None:
        """Index a registration's people."""
        names = _names(registration)
        suffixes = [{"suffix": s, "sort_key": key, "registration_id": id} for s, key in _suffixes(names)]
        self._connection.execute(_ADD_SUFFIXES, suffixes)
        self._connection.execute(_ADD_WORDS, {"id": id, "words": " ".join(sorted({name.folded for name in names}))})
        self._connection.execute(_ADD_PEOPLE, list(_people_rows(id, registration)))

    def remove(self, id: int, registration: AnyRegistration) -> None:
        """Take out what `add` put in for this registration."""
        gone = rows.search_suffixes.c
        for suffix, key in _suffixes(_names(registration)):
            row = (gone.suffix == suffix) & (gone.sort_key == key) & (gone.registration_id == id)
            self._connection.execute(delete(rows.search_suffixes).where(row))
        self._connection.execute(_DROP_WORDS, {"id": id})
        self._connection.execute(delete(rows.people).where(rows.people.c.registration_id == id))

    def rewrite_words(self) -> None:
        """Write the word index anew: words that were taken out stand in its old parts until then."""
        self._connection.execute(_REWRITE_WORDS)

    def find(self, text: str, limit: int = 50, scattered: bool = False) -> tuple[Found, ...]:
        """At most `limit` registrations: by number or personal number when it is digits, else by name.

        Hits with the very tones that were typed come first; words that do not stand side by side are tried only
        when the phrase finds nothing, or with `scattered` (after a pause in typing) behind its hits, newest first.
        """
        typed = tidy(text)
        if not typed or limit < 1:
            return ()
        return self._described(self._hits(typed, limit, scattered)[:limit])

    def _hits(self, typed: str, limit: int, scattered: bool) -> list[int]:
        if typed.isascii() and typed.isdigit() and len(typed) == CITIZEN_ID_LENGTH:
            return self._by_citizen_id(typed, limit)
        if _NUMBER.fullmatch(typed):
            return self._by_number(typed, limit)
        phrases = dict.fromkeys(phrase for phrase in (_marked(typed), fold(typed)) if phrase)
        hits: dict[int, None] = {}
        for phrase in phrases:
            if len(hits) < limit:
                hits.update(dict.fromkeys(self._by_phrase(phrase, limit)))
        if not hits or (scattered and len(hits) < limit):
            hits.update(dict.fromkeys(self._by_words(fold(typed), limit)))
        return list(hits)

    def _by_phrase(self, phrase: str, limit: int) -> Sequence[int]:
        # One registration may be hit under several names: read enough rows to fill the limit all the same.
        bounds = {"phrase": phrase, "after": phrase + "\U0010ffff", "most": limit * 4}
        return self._connection.scalars(_BY_PHRASE, bounds).all()

    def _by_words(self, folded: str, limit: int) -> list[int]:
        words = [word for word in re.findall(r"\w+", folded) if word]
        if not words:
            return []
        query = " AND ".join(f'"{word}"*' for word in words)
        return list(self._connection.scalars(_MATCH_WORDS, {"query": query, "limit": limit}))

    def _by_number(self, typed: str, limit: int) -> list[int]:
        kept = rows.registrations.c
        number = BookNumber.of(typed, 0)
        wanted = select(kept.id).where(kept.number_norm == number.norm, kept.state != "erased")
        if number.year:
            wanted = wanted.where(kept.year == number.year)
        return self._newest(wanted, limit)

    def _by_citizen_id(self, digits: str, limit: int) -> list[int]:
        person = rows.people.c
        wanted = select(person.registration_id).where(person.citizen_id == digits, person.citizen_id != "").distinct()
        return list(self._connection.scalars(wanted.order_by(person.registration_id.desc()).limit(limit)))

    def _newest(self, wanted: Select[Any], limit: int) -> list[int]:
        return list(self._connection.scalars(wanted.order_by(rows.registrations.c.id.desc()).limit(limit)))

    def _described(self, ids: Sequence[int]) -> tuple[Found, ...]:
        kept = rows.registrations.c
        columns = select(kept.id, kept.event, kept.names, kept.registered_on, kept.number, kept.state)
        by_id = {row.id: row for row in self._connection.execute(columns.where(kept.id.in_(ids)))}
        return tuple(
            Found(row.id, row.event, tuple(row.names.split("\n")), row.registered_on, row.number, row.state)
            for row in (by_id[id] for id in ids)
        )


def _names(registration: AnyRegistration) -> tuple[PersonName, ...]:
    return tuple(dict.fromkeys(person.name for person in registration.people()))


def _suffixes(names: Iterable[PersonName]) -> list[tuple[str, bytes]]:
    found: dict[tuple[str, bytes], None] = {}
    for name in names:
        key = name.sort_key
        for form in {name.folded, _marked(name.text)}:
            found.update(((suffix, key), None) for suffix in word_suffixes(form))
    return list(found)


def _marked(text: str) -> str:
    """The text as searched for with its marks: only case and apostrophes do not count."""
    return "".join(letter for letter in tidy(text).lower() if letter not in APOSTROPHES)


def _people_rows(id: int, registration: AnyRegistration) -> Iterable[dict[str, Any]]:
    for place, person in enumerate(registration.people()):
        yield {
            "registration_id": id,
            "place": place,
            "folded": person.name.folded,
            "born": person.born.iso() if person.born else "",
            "citizen_id": person.citizen_id.digits if person.citizen_id else "",
        }
