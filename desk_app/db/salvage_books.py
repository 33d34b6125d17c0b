"""The registrations of a damaged register: which can be read in full, and what is still known of the others."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from common.names import tidy
from desk_app.db import rows
from desk_app.db.mapping import from_body
from desk_app.db.numbers import BookNumber, written
from desk_app.db.salvage import Gathered, Stored, versions_by_id
from desk_app.db.salvage_lines import Lines, Told
from desk_app.domain.events import AnyRegistration

_FIRST_OF = {"child": "birth", "husband": "marriage", "deceased": "death"}
_ROWS_OF_A_PAGE = 200
_Place = tuple[str, str, int, str]
_Version = tuple[int, AnyRegistration, Stored]


@dataclass(frozen=True, slots=True)
class Recovered:
    """A registration read in full. `sure`: its pages are as written; where nobody can tell this of any page (the salt
    is gone) `named` must do. `named`: the journal witnesses names, day and number, and nothing else of it. `newest`:
    nothing tells of a later version than this one. `version` counts from 1."""

    id: int
    registration: AnyRegistration
    live: bool
    version: int
    sure: bool
    named: bool
    newest: bool


@dataclass(frozen=True, slots=True)
class Missing:
    """A registration that is not read in full, with whatever is still known; empty where it is not. `names` may stand
    although the rest is gone."""

    id: int
    event: str = ""
    book: str = ""
    number: str = ""
    year: int = 0
    names: tuple[str, ...] = ()
    happened_on: str = ""
    registered_on: str = ""


@dataclass(frozen=True, slots=True)
class Books:
    """`read` in the order of their entering; `missing` by book and number; `erased` how many the law had forgotten."""

    read: tuple[Recovered, ...]
    missing: tuple[Missing, ...]
    erased: int


def read_books(gathered: Gathered, lines: Lines) -> Books:
    """Every registration that the register knew of, read or missing, each once."""
    return _Shelf(gathered, lines).sort()


class _Shelf:
    """What is known of every id, joined with what the journal tells by subject."""

    def __init__(self, gathered: Gathered, lines: Lines) -> None:
        self._kept: Mapping[Any, Stored] = gathered.rows(rows.registrations)
        self._versions = dict(versions_by_id(gathered))
        self._numbers, self._lines = gathered.numbers, lines
        self._subject_of = self._subjects(gathered.subjects)
        self._read: dict[int, _Version | None] = {}
        # An id beyond what so many pages can hold is noise out of a broken one.
        self._highest = gathered.pages * _ROWS_OF_A_PAGE
        self._by_place = dict(self._places())
        self._seals = len(gathered.broken) < gathered.pages

    def sort(self) -> Books:
        known = {id for id in (*self._kept, *self._versions, *self._numbers) if 0 < id <= self._highest}
        # No row of a registration is ever deleted, so every id up to the highest was one.
        ids = [id for id in range(1, max(known, default=0) + 1) if not self._erased(id)]
        read = {id: found for id in ids if (found := self._recover(id))}
        missing = [self._miss(id) for id in ids if id not in read]
        nameless = [found for id, found in read.items() if not self._subject(id)]
        missing += self._only_in_journal({self._subject(id) for id in ids}, nameless)
        erased = {self._subject_of[id] for id in known if self._erased(id)}
        forgotten = self._lines.erased & set(self._lines.registrations)
        return Books(
            tuple(read.values()),
            tuple(_named_once(missing, len(forgotten - erased))),
            len(forgotten | erased),
        )

    def _subjects(self, pages: Sequence[Mapping[str, int]]) -> dict[int, str]:
        """The subject of each id; where its row is gone, from a page of the index in which another row stands as well:
        that tells it from the index of the journal."""
        told: dict[int, str] = {id: kept.told["subject"] for id, kept in self._kept.items()}
        ours = [page for page in pages if any(told.get(id) == subject for subject, id in page.items())]
        return {id: subject for page in ours for subject, id in page.items()} | told

    def _places(self) -> Iterator[tuple[_Place, str]]:
        """Where each registration of the journal stands in its book."""
        for subject, told in self._lines.registrations.items():
            for part in told.parts.values():
                if part:
                    yield _place(told.event, part["book"], part["number"], told.registered_on), subject

    def _subject(self, id: int) -> str:
        """The subject of an id; where its row is gone, that of the line which tells of the same number."""
        if id in self._subject_of:
            return self._subject_of[id]
        found = self._numbers.get(id)
        if found:
            return self._by_place.get((found.event, found.book, found.year, found.number), "")
        newest = self._newest(id)
        return self._by_place.get(_place_of(newest[1]), "") if newest else ""

    def _erased(self, id: int) -> bool:
        kept = self._kept.get(id)
        return bool(kept and (kept.told["state"] == "erased" or kept.told["subject"] in self._lines.erased))

    def _newest(self, id: int) -> _Version | None:
        if id not in self._read:
            versions = sorted(self._versions.get(id, {}).items(), reverse=True)
            found = ((version, _registration(stored.told["body"]), stored) for version, stored in versions)
            self._read[id] = next(((version, one, stored) for version, one, stored in found if one), None)
        return self._read[id]

    def _recover(self, id: int) -> Recovered | None:
        newest, kept = self._newest(id), self._kept.get(id)
        told = self._lines.registrations.get(self._subject(id))
        if newest is None or (kept is None and told is None and self._lines.erased):
            # Without row and line nobody can say whether the law had this one erased.
            return None
        version, registration, stored = newest
        last = max(version, kept.told["version"] if kept else 0, told.version if told else 0)
        state = kept.told["state"] if kept and kept.told["version"] == last else stored.told["state"]
        voided = state == "void" or bool(told and told.voided)
        named = _witnessed(registration, version, told)
        sure = stored.sealed or (named and not self._seals)
        # A version that only says "void" repeats the one before.
        newest_read = version == last or (voided and version == last - 1)
        return Recovered(id, registration, not voided, version, sure, named, newest_read)

    def _miss(self, id: int) -> Missing:
        kept, number = self._kept.get(id), self._numbers.get(id)
        missing = Missing(id)
        if number:
            told_number = written(int(number.number), number.year) if number.number.isdecimal() else number.number
            missing = Missing(id, number.event, number.book, told_number, number.year)
        if kept:
            missing = _from_row(id, kept.told)
        told = self._lines.registrations.get(self._subject(id))
        return _with_line(missing, told) if told else missing

    def _only_in_journal(self, known: set[str], nameless: Sequence[Recovered]) -> Iterator[Missing]:
        """Registrations that only lines tell of. A line whose part that names is gone may be that of one which was read
        although its row is gone: each of those (`nameless`) takes one such line of its event and day with it."""
        known = known | self._lines.erased
        gone = {subject: told for subject, told in self._lines.registrations.items() if subject not in known}
        for one in nameless:
            spoken = next((subject for subject, told in gone.items() if _may_speak_of(told, one)), "")
            gone.pop(spoken, None)
        return (_with_line(Missing(0), told) for told in gone.values())


def _registration(body: str) -> AnyRegistration | None:
    """The registration of a version; None when the words are no longer those of one."""
    try:
        read = json.loads(body)
        event = next(event for first, event in _FIRST_OF.items() if first in read)
        return from_body(event, read)
    except (ValueError, KeyError, TypeError, AttributeError, StopIteration, AssertionError):
        return None


def _may_speak_of(told: Told, one: Recovered) -> bool:
    ours = (one.registration.event, one.registration.registered_on.isoformat())
    return told.parts.get(one.version) is None and (told.event, told.registered_on) == ours


def _witnessed(registration: AnyRegistration, version: int, told: Told | None) -> bool:
    part = (told.parts.get(version) or told.parts.get(version - 1)) if told else None
    if not part:
        return False
    names = [name.text for name in registration.principals()]
    ours = (names, registration.happened_on.iso(), registration.book, registration.number)
    return ours == (part["names"], part["event_date"], part["book"], part["number"])


def _from_row(id: int, told: Mapping[str, Any]) -> Missing:
    return Missing(
        id,
        told["event"],
        told["book"],
        told["number"],
        told["year"],
        tuple(tidy(name) for name in told["names"].split("\n") if tidy(name)),
        told["happened_on"],
        told["registered_on"],
    )


def _with_line(missing: Missing, told: Told) -> Missing:
    part = next((part for _, part in sorted(told.parts.items(), reverse=True) if part), None)
    known = replace(missing, event=told.event, registered_on=told.registered_on, year=int(told.registered_on[:4]))
    if part is None:
        return known
    names = tuple(part["names"])
    return replace(known, names=names, book=part["book"], number=part["number"], happened_on=part["event_date"])


def _place(event: str, book: str, number: str, registered_on: str) -> _Place:
    read = BookNumber.of(number, int(registered_on[:4]))
    return event, book, read.year, read.norm


def _place_of(registration: AnyRegistration) -> _Place:
    on: date = registration.registered_on
    return _place(registration.event, registration.book, registration.number, on.isoformat())


def _named_once(missing: list[Missing], erased: int) -> Iterator[Missing]:
    """An id whose line is unknown and a line whose id is unknown are one registration: a line that tells no number goes
    with an id that has one, any other with an id of which nothing is known. What then is left over of those ids may be
    a registration erased by law whose row is gone."""
    lines = [one for one in missing if not one.id]
    ids = [one for one in missing if one.id]
    for line in tuple(lines):
        pair = next((one for one in ids if _may_be(one, line)), None)
        if pair:
            ids.remove(pair)
            lines.remove(line)
            lines.append(pair if pair.event else replace(line, id=pair.id))
    blank = [one for one in ids if not one.event]
    named = [one for one in ids if one.event]
    yield from sorted([*named, *lines], key=lambda one: (one.event, one.book, one.year, len(one.number), one.number))
    yield from blank[: max(len(blank) - erased, 0)]


def _may_be(one: Missing, line: Missing) -> bool:
    if one.registered_on:
        return False
    if one.event:
        return not line.number and (one.event, one.year) == (line.event, line.year)
    return True
