"""Letters as archived: the page never changes, each covers registrations in the version it was written from."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select, update

from desk_app.db import rows
from desk_app.db.letter_papers import LetterPapers
from desk_app.db.packed import pack, unpack
from desk_app.db.quick import adding, asked, first, wrote, wrote_all

_LETTER = rows.letters.c
_ADD = adding(
    rows.letters,
    *("kind", "subject", "serial", "template", "page", "digest", "dated", "code", "state", "copies", "way", "reaction"),
)
_ADD_COVER = adding(rows.letter_registrations, "letter_id", "registration_id", "registration_version")
_COLUMNS = """letters.id, kind, subject, serial, template, page, digest, dated, code, state, copies, printed_on,
    delivered_on, way, reaction"""
_KEPT = f"SELECT {_COLUMNS} FROM letters WHERE id = ?"
_IN_STATE = f"SELECT {_COLUMNS} FROM letters WHERE state = ? ORDER BY id"
_OVER = f"""SELECT {_COLUMNS} FROM letters JOIN letter_registrations ON letter_id = letters.id
    WHERE registration_id = ? ORDER BY letters.id"""
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
        told = (letter.kind, letter.subject, letter.serial, letter.template, pack(letter.page), letter.digest)
        id = wrote(self._connection, _ADD, *told, letter.dated.isoformat(), letter.code, "prepared", 0, "", "")
        covers = [(id, covered, versions[covered]) for covered in dict.fromkeys(letter.covers)]
        wrote_all(self._connection, _ADD_COVER, covers)
        return id

    def get(self, id: int) -> KeptLetter | None:
        """The letter, void or not."""
        return next(self._all(_KEPT, id), None)

    def of_registration(self, id: int) -> tuple[KeptLetter, ...]:
        """Every letter ever written over a registration, void ones included, oldest first."""
        if first(self._connection, _COVERED, id) is None:
            return ()
        return tuple(self._all(_OVER, id))

    def waiting(self, state: str) -> tuple[KeptLetter, ...]:
        """The letters in this state, oldest first."""
        return tuple(self._all(_IN_STATE, state))

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

    def _all(self, wanted: str, value: int | str) -> Iterator[KeptLetter]:
        return (self._kept(*row) for row in [*asked(self._connection, wanted, value)])

    def _kept(self, id: int, *told: Any) -> KeptLetter:
        kind, subject, serial, template, page, digest, dated, code, state, copies, *rest = told
        printed_on, delivered_on, way, reaction = rest
        covers = [*asked(self._connection, _COVERS, id)]
        return KeptLetter(
            id,
            kind,
            subject,
            serial,
            template,
            page=unpack(page),
            digest=digest,
            covers=tuple(registration for registration, _ in covers),
            versions=tuple(version for _, version in covers),
            dated=date.fromisoformat(dated),
            code=code,
            state=state,
            copies=copies,
            printed_on=_day(printed_on),
            delivered_on=_day(delivered_on),
            way=way,
            reaction=reaction,
        )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
