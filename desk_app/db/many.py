"""Many registrations at once: each statement runs over all of them, and what stands in a book is read in one look."""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from desk_app.db import index_words as index
from desk_app.db import rows
from desk_app.db.json_text import json_text
from desk_app.db.mapping import from_body, to_body
from desk_app.db.quick import adding, asked, first, wrote_all
from desk_app.db.registrations import SAID, VERSION_COLUMNS, Act, Reasons, columns_of
from desk_app.db.search import ADD_PEOPLE, ADD_SUFFIXES, ADD_WORDS
from desk_app.domain.events import AnyRegistration

_LAST = "SELECT max(id) FROM registrations"
_IN_YEAR = """SELECT id, book, number_norm, state, version FROM registrations
    WHERE event = ? AND unit = ? AND year = ? ORDER BY id"""
_BETWEEN = """SELECT id FROM registrations
    WHERE event = ? AND state = 'live' AND registered_on BETWEEN ? AND ? ORDER BY registered_on, id"""
_VERSIONS = """SELECT registrations.id, event, body, reasons FROM json_each(?) AS wanted
    JOIN registrations ON registrations.id = wanted.value ->> 0
    JOIN registration_versions AS kept ON registration_id = registrations.id AND kept.version = wanted.value ->> 1"""
_AMENDING = f"UPDATE registrations SET {', '.join(f'{name} = ?' for name in SAID)}, version = ? WHERE id = ?"
_DROP_SUFFIXES = "DELETE FROM search_suffixes WHERE suffix = ? AND sort_key = ? AND registration_id = ?"
_DROP_WORDS = "DELETE FROM search_words WHERE rowid = ?"
_DROP_PEOPLE = "DELETE FROM people WHERE registration_id = ?"
_VOIDING = "UPDATE registrations SET state = 'void', version = ? WHERE id = ?"
_ADD = adding(rows.registrations, "id", *SAID, "subject", "event", "version", "state")
_ADD_VERSION = adding(rows.registration_versions, *VERSION_COLUMNS)


class Fresh(NamedTuple):
    """A registration to be entered, under this subject, with the reasons for its warnings."""

    registration: AnyRegistration
    subject: str
    reasons: Reasons


class Placed(NamedTuple):
    """What stands under a number of a year's books, in whatever state."""

    id: int
    book: str
    norm: str
    state: str
    version: int


class Going(NamedTuple):
    """A live registration about to be voided, with its next version."""

    id: int
    version: int
    registration: AnyRegistration
    reasons: Reasons


class Renewed(NamedTuple):
    """A live registration about to be amended: its next version, before and after; its number stays as it is."""

    id: int
    version: int
    before: AnyRegistration
    after: AnyRegistration
    reasons: Reasons


class Many:
    """Registrations by the hundred, inside one transaction."""

    def __init__(self, connection: Connection, act: Act) -> None:
        self._connection = connection
        self._act = act

    def in_year(self, event: str, unit: str, year: int) -> tuple[Placed, ...]:
        """Everything ever entered in this unit's books of the event and year, in whatever state, oldest first."""
        return tuple(Placed(*row) for row in asked(self._connection, _IN_YEAR, event, unit, year))

    def registered(self, event: str, first: str, last: str) -> tuple[int, ...]:
        """Live registrations of these days (ISO, both included), by day."""
        return tuple(id for (id,) in asked(self._connection, _BETWEEN, event, first, last))

    def add(self, fresh: Sequence[Fresh]) -> range:
        """Enter them all; each has its number. Their ids, in the same order. Raises IntegrityError where a number is
        taken."""
        last = first(self._connection, _LAST)
        begin = ((last and last[0]) or 0) + 1
        ids = range(begin, begin + len(fresh))
        numbered = list(zip(ids, fresh, strict=True))
        told = [(id, *columns_of(one.registration).values(), *_known(one)) for id, one in numbered]
        wrote_all(self._connection, _ADD, told)
        self._keep((id, 1, "live", one.registration, one.reasons, "") for id, one in numbered)
        self._index(numbered)
        return ids

    def versions(self, wanted: Sequence[tuple[int, int]]) -> dict[int, tuple[AnyRegistration, Reasons]]:
        """What registrations said in these versions, with the reasons given then, by their ids."""
        told = asked(self._connection, _VERSIONS, json.dumps(wanted))
        return {id: (from_body(event, json.loads(body)), json.loads(reasons)) for id, event, body, reasons in told}

    def amend(self, renewed: Sequence[Renewed], reason: str) -> None:
        """Write the next version of all these, with one reason; of the index, what they say otherwise."""
        columns = [(*columns_of(one.after).values(), one.version, one.id) for one in renewed]
        wrote_all(self._connection, _AMENDING, columns)
        self._keep((one.id, one.version, "live", one.after, one.reasons, reason) for one in renewed)
        self._index_anew(renewed)

    def void(self, going: Sequence[Going], reason: str) -> None:
        """Take all these out of every count, with one reason; nothing is deleted."""
        wrote_all(self._connection, _VOIDING, [(one.version, one.id) for one in going])
        self._keep((one.id, one.version, "void", one.registration, one.reasons, reason) for one in going)

    def _keep(self, versions: Iterable[tuple[int, int, str, AnyRegistration, Reasons, str]]) -> None:
        who, at = self._act.who, self._act.at
        told = (
            (id, version, state, json_text(to_body(one)), json_text(dict(reasons)), reason, who, at)
            for id, version, state, one, reasons, reason in versions
        )
        wrote_all(self._connection, _ADD_VERSION, told)

    def _index_anew(self, renewed: Sequence[Renewed]) -> None:
        gone, come = [], []
        for one in renewed:
            before, after = ({(*entry, one.id) for entry in index.entries_of(each)} for each in (one.before, one.after))
            gone += sorted(before - after)
            come += sorted(after - before)
        wrote_all(self._connection, _DROP_SUFFIXES, gone)
        wrote_all(self._connection, ADD_SUFFIXES, come)
        words = [(one.id, index.words_of(one.before), index.words_of(one.after)) for one in renewed]
        wrote_all(self._connection, _DROP_WORDS, [(id,) for id, before, after in words if before != after])
        wrote_all(self._connection, ADD_WORDS, [(id, after) for id, before, after in words if before != after])
        people = [tuple([*index.people_rows(one.id, each)] for each in (one.before, one.after)) for one in renewed]
        others = [(before, after) for before, after in people if before != after]
        wrote_all(self._connection, _DROP_PEOPLE, [(before[0][0],) for before, _ in others])
        wrote_all(self._connection, ADD_PEOPLE, [row for _, after in others for row in after])

    def _index(self, numbered: Sequence[tuple[int, Fresh]]) -> None:
        # In the order of the tree: each page of it is then fetched and written once.
        endings = [(*entry, id) for id, one in numbered for entry in index.entries_of(one.registration)]
        wrote_all(self._connection, ADD_SUFFIXES, sorted(endings))
        wrote_all(self._connection, ADD_WORDS, [(id, index.words_of(one.registration)) for id, one in numbered])
        people = [row for id, one in numbered for row in index.people_rows(id, one.registration)]
        wrote_all(self._connection, ADD_PEOPLE, people)


def _known(one: Fresh) -> tuple[str, str, int, str]:
    return one.subject, one.registration.event, 1, "live"
