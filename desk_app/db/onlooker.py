"""Looking at a register file that stays as it is: nothing is written, not even beside it.

A copy may lie on a stick locked against writing, a register in use may be damaged: an ordinary opening suits neither.
"""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from desk_app.db import rows
from desk_app.db.backup import examine
from desk_app.db.engine import APPLICATION_ID, PAGE, PLAIN_HEADER
from desk_app.db.trouble import RegisterTrouble, code_of
from exchange.journal import first_digest

_NOT_A_DATABASE = 26
_PRAGMAS = (
    "cipher_log_level = NONE",
    "key = \"x'{key}'\"",
    "query_only = ON",
    "cache_size = -8192",
    "temp_store = MEMORY",
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a register says of itself: who it is, rows counted, its journal's head, day and number of the newest
    registration and kind and day of the newest letter ("" where there is none)."""

    register_id: bytes
    unit: str
    epoch: int
    registrations: int
    letters: int
    position: int
    digest: bytes
    last_day: str = ""
    last_number: str = ""
    last_letter: tuple[str, str] = ("", "")


class Onlooker:
    """A register file of any schema this program knows, opened for reading alone; made by `onlooking`."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def examine(self) -> None:
        """Look at every page; raises RegisterTrouble("register-damaged")."""
        examine(self._connection)

    def seen(self) -> Seen:
        """Count, and read the newest of each."""
        register_id, unit, epoch = self._one("SELECT register_id, unit, epoch FROM identity")
        position, digest = self._head(register_id)
        day, number = self._one("SELECT registered_on, number FROM registrations ORDER BY id DESC LIMIT 1") or ("", "")
        letter = self._one("SELECT kind, dated FROM letters ORDER BY id DESC LIMIT 1") or ("", "")
        entered, written = self._count("registrations"), self._count("letters")
        return Seen(register_id, unit, epoch, entered, written, position, digest, day, number, letter)

    def users(self) -> tuple[str, ...]:
        """The names it knows."""
        return tuple(name for (name,) in self._all("SELECT name FROM users ORDER BY name"))

    def administrators(self) -> tuple[str, ...]:
        """The names of those with this role."""
        return tuple(name for (name,) in self._all("SELECT name FROM users WHERE role = 'administrator' ORDER BY name"))

    def paper(self, name: str) -> str | None:
        """What the office keeps under this name."""
        found = self._one("SELECT value FROM office WHERE name = ?", name)
        return found[0] if found else None

    def evidence(self) -> tuple[str, ...]:
        """SHA-256 (hex) of the files that it keeps; none in a register of before."""
        there = self._one("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'evidence'")
        kept = "SELECT digest FROM evidence WHERE taken_back_on IS NULL ORDER BY id"
        return tuple(digest for (digest,) in self._all(kept)) if there else ()

    def serials(self) -> frozenset[int]:
        """The serials that its letters carry."""
        return frozenset(serial for (serial,) in self._all("SELECT serial FROM letters WHERE serial IS NOT NULL"))

    def position(self) -> int:
        """The last line of its journal; 0 before the first."""
        return int(self._one("SELECT coalesce(max(position), 0) FROM journal")[0])

    def digest_at(self, position: int) -> bytes | None:
        """The digest after the line at `position`; None beyond the head and at 0."""
        found = self._one("SELECT digest FROM journal WHERE position = ?", position)
        return found[0] if found else None

    def kinds_after(self, position: int) -> Mapping[str, int]:
        """How many lines of each kind come after this position."""
        counted = self._all("SELECT kind, count(*) FROM journal WHERE position > ? GROUP BY kind", position)
        return Counter(dict(counted))

    def _head(self, register_id: bytes) -> tuple[int, bytes]:
        found = self._one("SELECT position, digest FROM journal ORDER BY position DESC LIMIT 1")
        return (found[0], found[1]) if found else (0, first_digest(register_id))

    def _count(self, table: str) -> int:
        return int(self._one(f"SELECT count(*) FROM {table}")[0])

    def _one(self, statement: str, *values: object) -> Any:
        return next(iter(self._all(statement, *values)), None)

    def _all(self, statement: str, *values: object) -> list[Any]:
        with _named():
            return list(self._connection.execute(statement, values).fetchall())


@contextmanager
def onlooking(path: Path, key: bytes) -> Iterator[Onlooker]:
    """Open the register file at `path`; nobody may be writing to it.

    Raises RegisterTrouble: register-missing, register-damaged, register-foreign, register-newer, register-unreadable,
    wrong-key (also when the first page itself is broken)."""
    _look_at_size(path)
    log, index = path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")
    # A log that a kill left holds what was saved last: it must be read, and SQLite makes its index beside it.
    logged = log.is_file() and log.stat().st_size > 0
    indexed = index.exists()
    connection = _connect(path, "mode=ro" if logged else "mode=ro&immutable=1")
    try:
        _look_inside(connection, key)
        yield Onlooker(connection)
    finally:
        connection.close()
        if logged and not indexed:
            index.unlink(missing_ok=True)


def common_position(one: Onlooker, other: Onlooker) -> int:
    """The last line that two histories share; 0 when they share none."""
    low, high = 0, min(one.position(), other.position())
    while low < high:
        middle = (low + high + 1) // 2
        same = one.digest_at(middle) == other.digest_at(middle)
        low, high = (middle, high) if same else (low, middle - 1)
    return low


def _look_at_size(path: Path) -> None:
    try:
        with path.open("rb") as stream:
            head = stream.read(len(PLAIN_HEADER))
            size = os.fstat(stream.fileno()).st_size
    except FileNotFoundError as error:
        raise RegisterTrouble("register-missing", {"folder": path.parent.name}) from error
    except OSError as error:
        raise RegisterTrouble("register-unreadable") from error
    if head == PLAIN_HEADER:
        raise RegisterTrouble("register-foreign")
    if size < PAGE or size % PAGE:
        raise RegisterTrouble("register-damaged")


def _connect(path: Path, how: str) -> Any:
    with _named():
        return dbapi2.connect(
            f"{path.resolve().as_uri()}?{how}", uri=True, isolation_level=None, check_same_thread=False
        )


def _look_inside(connection: Any, key: bytes) -> None:
    try:
        for pragma in _PRAGMAS:
            connection.execute("PRAGMA " + pragma.format(key=key.hex()))
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except dbapi2.Error as error:
        first_page = getattr(error, "sqlite_errorcode", 0) & 0xFF == _NOT_A_DATABASE
        raise RegisterTrouble("wrong-key" if first_page else code_of(error) or "register-damaged") from error
    if application != APPLICATION_ID or version < 1:
        raise RegisterTrouble("register-foreign")
    if version > rows.SCHEMA:
        raise RegisterTrouble("register-newer")


@contextmanager
def _named() -> Iterator[None]:
    try:
        yield
    except dbapi2.Error as error:
        raise RegisterTrouble(code_of(error) or "register-damaged") from error
