"""Registers of any size for measuring, written row by row in the form in which the stores write them."""

import json
import secrets
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Engine

from common.dates import PartialDate
from common.names import PersonName
from demo import names
from desk_app.db import engine as db_engine
from desk_app.db import migrate
from desk_app.db.engine import WRITES, Tuning, open_engine
from desk_app.db.index_words import entries_of, words_of
from desk_app.db.journal import Entry, Journal
from desk_app.db.mapping import to_body
from desk_app.db.registrations import columns_of
from desk_app.domain.events import Birth
from desk_app.domain.people import Person

KEY, CLEAR = bytes(range(32)), bytes(32)
MOST_LINES = 300_000
_KEYED: Callable[[bytes, Tuning], tuple[str, ...]] = db_engine._pragmas
_USUAL = Tuning()
FIRST = date(2015, 1, 1)
AT_ONCE = 20_000
POOL = 40_000
QUICK = Tuning(synchronous="OFF", cache_kib=1_000_000)
FIGURES = {"event": "birth", "registration_type": 1, "late": 0, "unit": "26461", "lateness": "on-time"}
PEER = """CREATE VIRTUAL TABLE peer_words USING fts5(
    words, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 0'
)"""


def opened(path: Path, tuning: Tuning = _USUAL, *, make: bool = False) -> Engine:
    """An engine on a register file; a name that begins with "plain" is opened in clear, through the very same code."""
    if db_engine._pragmas is _KEYED:
        db_engine._pragmas = _pragmas
    return open_engine(path, CLEAR if path.name.startswith("plain") else KEY, tuning, make=make)


def _pragmas(key: bytes, tuning: Tuning) -> tuple[str, ...]:
    told = _KEYED(key, tuning)
    return tuple(each for each in told if not each.startswith(("cipher", "key"))) if key == CLEAR else told


def make(path: Path, count: int) -> Path:
    """A register with so many births, its index and the peer's; left alone when it is there already."""
    if path.exists():
        return path
    unfinished = path.with_suffix(".making")
    engine = opened(unfinished, QUICK, make=True)
    migrate.upgrade(engine)
    fill(engine, count)
    engine.dispose()
    unfinished.rename(path)
    return path


def fill(engine: Engine, count: int) -> None:
    """Put so many births, their index, the peer's and lines of the journal into an empty register."""
    with engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute(PEER)
        entries = _fill(raw, count)
        _put(raw, "search_suffixes", "suffix, sort_key, registration_id", _in_order(entries))
        raw.execute("PRAGMA foreign_keys = ON")
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        _write_lines(Journal(connection, bytes(32), secrets.token_bytes), min(count, MOST_LINES))
    with engine.connect() as connection:
        again: Any = connection.connection.driver_connection
        again.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def births(count: int) -> Iterator[Birth]:
    """So many births over twelve years, their families out of a large pool of names."""
    chance = Random(11)
    men, women = ([PersonName(names.grown_up(chance, sex)) for _ in range(POOL)] for sex in ("male", "female"))
    children = [PersonName(names.child(chance, "male", names.family_name(chance))) for _ in range(POOL)]
    for n in range(count):
        on = FIRST + timedelta(days=n * 4300 // count)
        hamlet = f"thôn {chance.choice(names.DOUBLE)}"
        mother = Person(
            chance.choice(women), PartialDate(1990 + n % 15), residence=f"{hamlet}, xã An Liên, tỉnh Nam Hải"
        )
        father = Person(chance.choice(men), PartialDate(1988 + n % 15))
        child = Person(chance.choice(children), PartialDate.of(on))
        number, book = f"{n % 9000 + 1}/{on.year}", f"{n // 9000 + 1}/{on.year}"
        birth = Birth(registered_on=on, unit="26461", child=child, mother=mother, father=father)
        yield replace(birth, hamlet=hamlet, number=number, book=book)


Entries = dict[tuple[str, bytes], list[int]]


def _fill(raw: Any, count: int) -> Entries:
    """Registrations, words and the peer's words; the suffixes wait to be written in order."""
    entries: Entries = defaultdict(list)
    known: dict[tuple[PersonName, ...], list[tuple[str, bytes]]] = {}
    rows: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for id, birth in enumerate(births(count), 1):
        for person in birth.people():
            if (person.name,) not in known:
                known[(person.name,)] = entries_of(Birth(**_alone(birth, person)))
            for entry in known[(person.name,)]:
                entries[entry].append(id)
        _gather(rows, id, birth)
        if id % AT_ONCE == 0 or id == count:
            _flush(raw, rows)
    return entries


def _write_lines(journal: Journal, count: int) -> None:
    """Registrations of the last year, as a report reads them."""
    for n in range(count):
        on = date(2026, n % 11 + 1, n % 28 + 1)
        journal.append(
            Entry("registered", on, f"{n:032x}", 1, {**FIGURES, "registered_on": on.isoformat()}, b"{}", b"{}")
        )


def _alone(birth: Birth, person: Person) -> dict[str, Any]:
    child = Person(person.name, birth.child.born)
    return {"registered_on": birth.registered_on, "unit": birth.unit, "child": child}


def _gather(rows: dict[str, list[tuple[Any, ...]]], id: int, birth: Birth) -> None:
    columns = {"id": id, "subject": f"{id:032x}", "event": "birth", "version": 1, "state": "live", **columns_of(birth)}
    rows[f"registrations|{', '.join(columns)}"].append(tuple(columns.values()))
    body = json.dumps(to_body(birth), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    version = "registration_id, version, state, body, reasons, reason, who, at"
    rows[f"registration_versions|{version}"].append((id, 1, "live", body, "{}", "", "clerk", "2026-11-20T08:30"))
    folded = [person.name.folded for person in birth.people()]
    people = "registration_id, place, folded, born, citizen_id"
    rows[f"people|{people}"] += [(id, place, name, "", "") for place, name in enumerate(folded)]
    rows["search_words|rowid, words"].append((id, words_of(birth)))
    rows["peer_words|rowid, words"].append((id, " ".join(folded)))


def _flush(raw: Any, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    for told, these in rows.items():
        table, columns = told.split("|")
        _put(raw, table, columns, these)
    rows.clear()


def _in_order(entries: Entries) -> Iterator[tuple[str, bytes, int]]:
    """In the order of the table, so that a million registrations are written as quickly as ten thousand."""
    for suffix, key in sorted(entries, key=lambda entry: (entry[0].encode(), entry[1])):
        for id in dict.fromkeys(entries[suffix, key]):
            yield suffix, key, id


def _put(raw: Any, table: str, columns: str, rows: Iterator[tuple[Any, ...]] | Sequence[tuple[Any, ...]]) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany(f"INSERT INTO {table}({columns}) VALUES ({', '.join('?' * (columns.count(',') + 1))})", rows)
    raw.execute("COMMIT")


def subject() -> str:
    """A fresh subject."""
    return secrets.token_hex(16)
