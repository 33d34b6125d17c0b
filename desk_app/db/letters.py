"""Letters as archived: the page never changes, each covers registrations in the version it was written from."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select, update

from desk_app.db import rows
from desk_app.db.letter_papers import LetterPapers
from desk_app.db.packed import pack, unpack
from desk_app.db.quick import asked, first

_LETTER, _COVER = rows.letters.c, rows.letter_registrations.c
_COVERED = "SELECT 1 FROM letter_registrations WHERE registration_id = ?"
_COVERS = """SELECT registration_id, registration_version FROM letter_registrations WHERE letter_id = ?
    ORDER BY registration_id"""
_VERSIONS = "SELECT id, version FROM registrations WHERE id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class NewLetter:
    """A letter about to be archived: `serial` only with a code to print, `covers` ids of registrations; `page` and
    `digest` mean the plain bytes, here and in what is kept."""

    kind: str
    subject: str
    serial: int | None
    template: str
    page: bytes
    digest: str
    covers: tuple[int, ...]
    dated: date
    code: str


@dataclass(frozen=True, slots=True)
class KeptLetter:
    """An archived letter: `state` prepared, printed, delivered or void; `versions` go with `covers` one by one."""

    id: int
    kind: str
    subject: str
    serial: int | None
    template: str
    page: bytes
    digest: str
    covers: tuple[int, ...]
    versions: tuple[int, ...]
    dated: date
    code: str
    state: str
    copies: int
    printed_on: date | None
    delivered_on: date | None
    way: str
    reaction: str


class Letters:
    """The letters of one register, inside one transaction."""

    def __init__(self, connection: Connection, papers: LetterPapers) -> None:
        self._connection = connection
        self._papers = papers

    def add(self, letter: NewLetter) -> int:
        """Archive a letter over the present versions of its registrations; raises KeyError for an unknown one."""
        versions = self._versions(letter.covers)
        done = self._connection.execute(
            insert(rows.letters),
            {
                "kind": letter.kind,
                "subject": letter.subject,
                "serial": letter.serial,
                "template": letter.template,
                "page": pack(letter.page),
                "digest": letter.digest,
                "dated": letter.dated.isoformat(),
                "code": letter.code,
                "state": "prepared",
                "copies": 0,
                "way": "",
                "reaction": "",
            },
        )
        id = int(done.lastrowid)
        self._cover(id, {covered: versions[covered] for covered in letter.covers})
        return id

    def get(self, id: int) -> KeptLetter | None:
        """The letter, void or not."""
        found = self._connection.execute(select(rows.letters).where(_LETTER.id == id)).first()
        return self._kept(found) if found else None

    def of_registration(self, id: int) -> tuple[KeptLetter, ...]:
        """Every letter ever written over a registration, void ones included, oldest first."""
        if first(self._connection, _COVERED, id) is None:
            return ()
        wanted = select(rows.letters).join_from(rows.letters, rows.letter_registrations)
        return self._all(wanted.where(_COVER.registration_id == id))

    def waiting(self, state: str) -> tuple[KeptLetter, ...]:
        """The letters in this state, oldest first."""
        return self._all(select(rows.letters).where(_LETTER.state == state))

    def pages_dated(self, first: date) -> Iterator[tuple[date, str, bytes]]:
        """Day, state and plain page of every letter of that day and later, void ones too, newest first; a page that
        the law had erased is left out."""
        wanted = select(_LETTER.dated, _LETTER.state, _LETTER.page).where(_LETTER.dated >= first.isoformat())
        for row in self._connection.execute(wanted.order_by(_LETTER.id.desc())):
            if row.page:
                yield date.fromisoformat(row.dated), row.state, unpack(row.page)

    def serial_used(self, serial: int) -> bool:
        """Whether a letter of this register, void or not, ever had this serial."""
        return first(self._connection, "SELECT 1 FROM letters WHERE serial = ?", serial) is not None

    def mark_printed(self, id: int, copies: int, on: date) -> None:
        """Count `copies` more in the hand; the first day stays the day of printing."""
        letter = self._standing(id)
        printed_on = letter.printed_on or on
        state = "printed" if letter.state == "prepared" else letter.state
        self._set(id, copies=letter.copies + copies, printed_on=printed_on.isoformat(), state=state)

    def mark_delivered(self, id: int, way: str, reaction: str, on: date) -> None:
        """State how the letter was handed over and taken; a later word replaces the earlier."""
        self._standing(id)
        self._set(id, way=way, reaction=reaction, delivered_on=on.isoformat(), state="delivered")

    def mark_void(self, id: int) -> None:
        """Take the letter back; its serial stays used."""
        self._standing(id)
        self._set(id, state="void")

    def erase_page(self, id: int) -> None:
        """Forget the page and what it was written from, by law; refused unless a registration it covers, or the letter
        itself, has an `erased` line."""
        self._set(id, page=b"")
        self._papers.forget(id)

    def mark_returned(self, id: int) -> None:
        """The letter came back: it is in the hand again, as if it had never been handed over."""
        self._standing(id)
        self._set(id, way="", reaction="", delivered_on=None, state="printed")

    def _standing(self, id: int) -> KeptLetter:
        letter = self.get(id)
        if letter is None or letter.state == "void":
            raise KeyError(id)
        return letter

    def _set(self, id: int, **values: object) -> None:
        self._connection.execute(update(rows.letters).where(_LETTER.id == id).values(**values))

    def _versions(self, covers: tuple[int, ...]) -> dict[int, int]:
        return {id: version for id, version in asked(self._connection, _VERSIONS, json.dumps([*covers]))}

    def _cover(self, id: int, versions: dict[int, int]) -> None:
        covers = [
            {"letter_id": id, "registration_id": covered, "registration_version": version}
            for covered, version in versions.items()
        ]
        if covers:
            self._connection.execute(insert(rows.letter_registrations), covers)

    def _all(self, wanted: Any) -> tuple[KeptLetter, ...]:
        return tuple(self._kept(row) for row in self._connection.execute(wanted.order_by(_LETTER.id)).all())

    def _kept(self, row: Any) -> KeptLetter:
        covers = [*asked(self._connection, _COVERS, row.id)]
        return KeptLetter(
            id=row.id,
            kind=row.kind,
            subject=row.subject,
            serial=row.serial,
            template=row.template,
            page=unpack(row.page),
            digest=row.digest,
            covers=tuple(registration for registration, _ in covers),
            versions=tuple(version for _, version in covers),
            dated=date.fromisoformat(row.dated),
            code=row.code,
            state=row.state,
            copies=row.copies,
            printed_on=_day(row.printed_on),
            delivered_on=_day(row.delivered_on),
            way=row.way,
            reaction=row.reaction,
        )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
