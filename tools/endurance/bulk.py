"""Rows of a register written by the thousand, in the form in which its stores write them one by one."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from common import names as naming
from common.names import PersonName
from desk_app.db import index_words
from desk_app.db.engine import Tuning, connect
from desk_app.db.index_words import PEOPLE, names_of, people_rows, suffixes_of, words_of
from desk_app.db.letters import KeptLetter
from desk_app.db.mapping import to_body
from desk_app.db.numbers import written
from desk_app.db.packed import pack
from desk_app.db.registrations import columns_of
from desk_app.domain.events import AnyRegistration
from exchange.journal import Line, commitment, next_digest, write_line

QUICK = Tuning(synchronous="OFF", cache_kib=1 << 19)
"""The index of names is written all over: without room for it every row would read a page from the disk again."""
IN_ORDER = ("search_suffixes",)
"""Tables whose rows stand by their words: written in their order each page is met once."""
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pile:
    """One registration, its letter if there is one, and the lines about both, oldest first."""

    registration: AnyRegistration
    letter: KeptLetter | None
    lines: Sequence[Line]
    parts: Mapping[tuple[int, str], bytes]


@contextmanager
def remembering() -> Iterator[None]:
    """Fold and tidy every text once: names and places come again and again, and this is a third of the work."""
    were = [(module, name, getattr(module, name)) for module in (naming, index_words) for name in ("fold", "tidy")]
    for module, name, act in were:
        setattr(module, name, cache(act))
    try:
        yield
    finally:
        for module, name, act in were:
            setattr(module, name, act)


class Bulk:
    """An open register file; `add` gathers, `flush` writes what was gathered as one transaction."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._raw = connect(folder / "register.db", key, QUICK)
        self._id = self._one("SELECT max(id) FROM registrations")
        self._letter = self._one("SELECT max(id) FROM letters")
        self._position, self._digest = self._raw.execute(
            "SELECT position, digest FROM journal ORDER BY position DESC LIMIT 1"
        ).fetchone()
        self._numbers: dict[tuple[str, int], int] = {}
        self._rows: dict[str, list[Row]] = {}

    def add(self, pile: Pile) -> None:
        """Gather the rows of one pile."""
        self._id += 1
        subject, its = secrets.token_hex(16), secrets.token_hex(16)
        self._registration(pile.registration, subject)
        on = pile.registration.registered_on.isoformat()
        if pile.letter:
            self._archive(pile.letter, its, on)
        for line in pile.lines:
            self._line(line, subject if line.kind == "registered" else its, on, pile.parts)

    def flush(self) -> None:
        """Write what was gathered."""
        self._raw.execute("BEGIN IMMEDIATE")
        for table, rows in self._rows.items():
            names = tuple(rows[0])
            told = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
            several = [tuple(row.values()) for row in rows]
            self._raw.executemany(told, sorted(several) if table in IN_ORDER else several)
        self._raw.execute("COMMIT")
        self._rows = {}

    def close(self) -> None:
        """Leave the file whole."""
        self._raw.close()

    def _one(self, asked: str) -> int:
        return int(self._raw.execute(asked).fetchone()[0] or 0)

    def _put(self, table: str, row: Row) -> None:
        self._rows.setdefault(table, []).append(row)

    def _registration(self, plain: AnyRegistration, subject: str) -> None:
        book = (plain.event, plain.registered_on.year)
        self._numbers[book] = self._numbers.get(book, 0) + 1
        number = written(self._numbers[book] + 1000, plain.registered_on.year)
        one = replace(plain, number=number)
        body = json.dumps(to_body(one), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        kept = {"id": self._id, "subject": subject, "event": one.event, "version": 1, "state": "live"}
        self._put("registrations", {**kept, **columns_of(one)})
        act = {"state": "live", "body": body, "reasons": "{}", "reason": "", "who": "clerk", "at": "2024-05-31T08:30"}
        self._put("registration_versions", {"registration_id": self._id, "version": 1, **act})
        for person in people_rows(self._id, one):
            self._put("people", dict(zip(PEOPLE, person, strict=True)))
        names = names_of(one)
        for suffix, key in {form: None for name in names for form in _suffixes(name)}:
            self._put("search_suffixes", {"suffix": suffix, "sort_key": key, "registration_id": self._id})
        self._put("search_words", {"rowid": self._id, "words": words_of(one)})

    def _archive(self, like: KeptLetter, subject: str, on: str) -> None:
        self._letter += 1
        given = like.state == "delivered"
        self._put(
            "letters",
            {
                "id": self._letter,
                "kind": like.kind,
                "subject": subject,
                "serial": None,
                "template": like.template,
                "page": _packed(like.page),
                "digest": like.digest,
                "dated": on,
                "code": "",
                "state": like.state,
                "copies": 1,
                "printed_on": on,
                "delivered_on": on if given else None,
                "way": "counter" if given else "",
                "reaction": "good" if given else "",
            },
        )
        covers = {"letter_id": self._letter, "registration_id": self._id, "registration_version": 1}
        self._put("letter_registrations", covers)

    def _line(self, like: Line, subject: str, on: str, parts: Mapping[tuple[int, str], bytes]) -> None:
        self._position += 1
        self._rows.setdefault("journal", [])  # what refers to a line is written after it
        promised: dict[str, str] = {}
        for name in ("shared", "home"):
            body = parts.get((like.position, name))
            if body is None:
                continue
            salt = secrets.token_bytes(32)
            promised[name] = commitment("shared" if name == "shared" else "home", salt, body)
            self._put("journal_parts", {"position": self._position, "part": name, "salt": salt, "body": body})
        figures = dict(like.figures)
        if "delivered_on" in figures:
            figures["delivered_on"] = on
        told = {"position": self._position, "subject": subject, "on": on, "figures": figures, **promised}
        raw = write_line(msgspec.structs.replace(like, **told))
        self._digest = next_digest(self._digest, raw)
        row = {"position": self._position, "kind": like.kind, "subject": subject, "line": raw, "digest": self._digest}
        self._put("journal", row)


@cache
def _suffixes(name: PersonName) -> tuple[tuple[str, bytes], ...]:
    return tuple(suffixes_of((name,)))


_packed = cache(pack)
