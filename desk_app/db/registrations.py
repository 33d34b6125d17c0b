"""Births, marriages and deaths as kept: every version stays, a number belongs to one live registration."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update
from sqlalchemy.exc import IntegrityError

from common.dates import PartialDate
from desk_app.db import rows
from desk_app.db.json_text import json_text
from desk_app.db.look_alikes import look_alikes
from desk_app.db.mapping import from_body, to_body
from desk_app.db.numbers import BookNumber, written
from desk_app.db.quick import adding, asked, first, wrote
from desk_app.db.search import Search
from desk_app.db.trouble import NumberTaken
from desk_app.domain.events import AnyRegistration

Reasons = Mapping[str, str]
_ROW, _VERSION = rows.registrations.c, rows.registration_versions.c
_KEPT = select(_ROW.id, _ROW.subject, _ROW.event, _ROW.version, _ROW.state, _VERSION.body, _VERSION.reasons).join_from(
    rows.registrations,
    rows.registration_versions,
    (_VERSION.registration_id == _ROW.id) & (_VERSION.version == _ROW.version),
)
# Asked with every key pressed in the find box.
_SEVERAL = """SELECT id, subject, event, now.version, now.state, body, reasons FROM registrations AS now
    JOIN registration_versions AS kept ON registration_id = id AND kept.version = now.version
    WHERE id IN (SELECT value FROM json_each(?))"""
_IN_BOOK = tuple(getattr(_ROW, name) == bindparam(name) for name in ("event", "unit", "book", "year"))
_HIGHEST = "SELECT max(sequence) FROM registrations WHERE event = ? AND unit = ? AND book = ? AND year = ?"
_HOLDER = select(_ROW.id).where(*_IN_BOOK, _ROW.number_norm == bindparam("norm"), _ROW.state == "live")
SAID = ("registered_on", "happened_on", "unit", "book", "number", "number_norm", "sequence", "year", "names", "born")
_ADD = adding(rows.registrations, *SAID, "subject", "event", "version", "state")
VERSION_COLUMNS = ("registration_id", "version", "state", "body", "reasons", "reason", "who", "at")
_ADD_VERSION = adding(rows.registration_versions, *VERSION_COLUMNS)


@dataclass(frozen=True, slots=True)
class Added:
    """A registration entered under this number."""

    id: int
    number: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A registration as it stands: `state` is live or void, `reasons` are those given for warnings overridden."""

    id: int
    subject: str
    event: str
    version: int
    state: str
    registration: AnyRegistration
    reasons: Reasons = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Version:
    """One step in a registration's history: why it was written, by which user, and when (ISO, as the act said)."""

    version: int
    state: str
    registration: AnyRegistration
    reasons: Reasons
    reason: str
    who: str
    at: str


@dataclass(frozen=True, slots=True)
class Act:
    """Who works in this transaction, and since when; kept with every version it writes."""

    who: str = ""
    at: str = ""


class Registrations:
    """The registrations of one register, inside one transaction."""

    def __init__(self, connection: Connection, search: Search, act: Act) -> None:
        self._connection = connection
        self._search = search
        self._act = act

    def add(self, registration: AnyRegistration, subject: str, reasons: Reasons | None = None) -> Added:
        """Enter a registration; an empty number becomes the next of its book. Raises NumberTaken."""
        numbered = self._numbered(registration)
        try:
            id = wrote(self._connection, _ADD, *columns_of(numbered).values(), subject, numbered.event, 1, "live")
        except IntegrityError as error:
            raise self._clash(numbered, error) from error
        self._keep_version((id, 1, "live"), numbered, reasons or {}, "")
        self._search.add(id, numbered)
        return Added(id, numbered.number)

    def amend(self, id: int, registration: AnyRegistration, reason: str, reasons: Reasons | None = None) -> int:
        """Write the next version with its reason and give its number; an empty book number stays as it was.

        Raises NumberTaken, and KeyError when there is no live registration `id`.
        """
        kept = self._live(id)
        amended = replace(registration, number=registration.number or kept.registration.number)
        version = kept.version + 1
        columns = {**columns_of(amended), "version": version}
        try:
            self._connection.execute(update(rows.registrations).where(_ROW.id == id).values(columns))
        except IntegrityError as error:
            raise self._clash(amended, error) from error
        self._keep_version((id, version, "live"), amended, reasons or {}, reason)
        self._search.remove(id, kept.registration)
        self._search.add(id, amended)
        return version

    def void(self, id: int, reason: str) -> int:
        """Take a live registration out of every count, with its reason, and give the version that says so."""
        kept = self._live(id)
        version = kept.version + 1
        values = {"version": version, "state": "void"}
        self._connection.execute(update(rows.registrations).where(_ROW.id == id).values(values))
        self._keep_version((id, version, "void"), kept.registration, kept.reasons, reason)
        return version

    def erase(self, id: int) -> None:
        """Forget a person by law: versions, index and names go, the bare row stays.

        The `erased` line must be in the journal before, else the register refuses.
        """
        kept = self.get(id)
        if kept is None:
            raise KeyError(id)
        self._search.remove(id, kept.registration)
        self._connection.execute(delete(rows.registration_versions).where(_VERSION.registration_id == id))
        values = {"state": "erased", "names": "", "born": "", "happened_on": "", "version": kept.version + 1}
        self._connection.execute(update(rows.registrations).where(_ROW.id == id).values(values))

    def get(self, id: int) -> Kept | None:
        """The registration as it stands; None when there is none or the law had it erased."""
        return next(iter(self.several([id])), None)

    def newest(self, limit: int, event: str = "", before: int = 0) -> tuple[Kept, ...]:
        """The last registrations entered, of one event if named, those with a lower id than `before` if given."""
        wanted = _KEPT.order_by(_ROW.id.desc()).limit(limit)
        if event:
            wanted = wanted.where(_ROW.event == event)
        if before:
            wanted = wanted.where(_ROW.id < before)
        return tuple(map(_kept, self._connection.execute(wanted)))

    def several(self, ids: Sequence[int]) -> tuple[Kept, ...]:
        """These registrations as they stand, in the order asked; those the law had erased are left out."""
        told = asked(self._connection, _SEVERAL, json.dumps([*ids]))
        found = {
            id: Kept(id, subject, event, version, state, _read(event, body), json.loads(reasons))
            for id, subject, event, version, state, body, reasons in told
        }
        return tuple(found[id] for id in ids if id in found)

    def history(self, id: int) -> tuple[Version, ...]:
        """Every version of a registration, oldest first."""
        wanted = select(rows.registration_versions, _ROW.event).join_from(
            rows.registration_versions, rows.registrations
        )
        found = self._connection.execute(wanted.where(_ROW.id == id).order_by(_VERSION.version))
        return tuple(
            Version(row.version, row.state, from_body(row.event, row.body), row.reasons, row.reason, row.who, row.at)
            for row in found
        )

    def taken(self, event: str, unit: str, book: str, number: str, year: int) -> int | None:
        """The live registration that holds this number (5/2026, 05/2026 and 005 are one), or None."""
        wanted = BookNumber.of(number, year)
        book_of = {"event": event, "unit": unit, "book": book, "year": wanted.year, "norm": wanted.norm}
        id: int | None = self._connection.execute(_HOLDER, book_of).scalar()
        return id

    def next_number(self, event: str, unit: str, book: str, year: int) -> str:
        """One more than the highest number ever given in the book, void ones included."""
        highest = first(self._connection, _HIGHEST, event, unit, book, year)
        return written(((highest and highest[0]) or 0) + 1, year)

    def alike(self, event: str, folded_names: Sequence[str], on: PartialDate | None) -> tuple[int, ...]:
        """Live registrations that name all these people and agree with the day, as far as both days are known.

        The day may be that of the event or one of these people's birth: the child's own name finds the child again,
        the names of both parents find the twin.
        """
        return look_alikes(self._connection, event, folded_names, on)

    def without_letter(self, limit: int) -> tuple[int, ...]:
        """Live registrations that no letter covers (void letters do not), oldest first."""
        covers, letter = rows.letter_registrations.c, rows.letters.c
        standing = select(covers.registration_id).join_from(rows.letter_registrations, rows.letters)
        covered = standing.where(letter.state != "void", covers.registration_id == _ROW.id).exists()
        wanted = select(_ROW.id).where(_ROW.state == "live", ~covered).order_by(_ROW.id).limit(limit)
        return tuple(self._connection.scalars(wanted))

    def _numbered(self, registration: AnyRegistration) -> AnyRegistration:
        if registration.number:
            return registration
        book = (registration.event, registration.unit, registration.book, registration.registered_on.year)
        return replace(registration, number=self.next_number(*book))

    def _live(self, id: int) -> Kept:
        kept = self.get(id)
        if kept is None or kept.state != "live":
            raise KeyError(id)
        return kept

    def _keep_version(
        self, at: tuple[int, int, str], registration: AnyRegistration, reasons: Reasons, reason: str
    ) -> None:
        body, given = json_text(to_body(registration)), json_text(dict(reasons))
        wrote(self._connection, _ADD_VERSION, *at, body, given, reason, self._act.who, self._act.at)

    def _clash(self, registration: AnyRegistration, error: IntegrityError) -> Exception:
        book = (registration.event, registration.unit, registration.book)
        holder = self.taken(*book, registration.number, registration.registered_on.year)
        return error if holder is None else NumberTaken(holder)


def columns_of(registration: AnyRegistration) -> dict[str, Any]:
    """What the row of a registration says beside its versions, by `SAID`."""
    number = BookNumber.of(registration.number, registration.registered_on.year)
    first = registration.people()[0]
    told = (
        registration.registered_on.isoformat(),
        registration.happened_on.iso(),
        registration.unit,
        registration.book,
        registration.number,
        number.norm,
        number.sequence,
        number.year,
        "\n".join(name.text for name in registration.principals()),
        first.born.iso() if first.born else "",
    )
    return dict(zip(SAID, told, strict=True))


@lru_cache(maxsize=32)
def _read(event: str, body: str) -> AnyRegistration:
    """What was kept; the hits of one pressed key are mostly those of the key before."""
    return from_body(event, json.loads(body))


def _kept(row: Any) -> Kept:
    return Kept(row.id, row.subject, row.event, row.version, row.state, from_body(row.event, row.body), row.reasons)
