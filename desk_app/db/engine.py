"""The encrypted SQLite file under SQLAlchemy: every connection is keyed and set up in one fixed order."""

import errno
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from desk_app.db.quick import LOOKS, run
from desk_app.db.trouble import RegisterTrouble, code_of
from exchange.files import patiently

APPLICATION_ID = 0x4D435454
"""`PRAGMA application_id` of a register: the four letters MCTT."""

PLAIN_HEADER = b"SQLite format 3\x00"
PAGE = 4096
WRITES = "register_writes"
LOG_PAGES = 4000
"""How long the log grows before a save moves it into the file: some 16 MB. Every save is in the log, and synced, first;
moving it waits for the disk twice more, and the longer the log, the more pages are moved once that were written often.
"""
ASKS = ("SELECT ", "WITH ")
"""How a statement begins that only asks."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """How a connection trades safety and memory: everything but the default is for measurements."""

    synchronous: Literal["FULL", "OFF"] = "FULL"
    cache_kib: int = 65536
    busy_ms: int = 5000


def connect(path: Path, key: bytes, tuning: Tuning, *, make: bool = False) -> Any:
    """A keyed driver connection; only with `make` does a missing file come into being."""
    mode = "rwc" if make else "rw"
    connection = dbapi2.connect(
        f"{path.resolve().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=tuning.busy_ms / 1000,
    )
    try:
        for pragma in _pragmas(key, tuning):
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _pragmas(key: bytes, tuning: Tuning) -> tuple[str, ...]:
    digits = key.hex()
    if len(digits) != 64:
        # SQLCipher would silently take a shorter raw key as a pass phrase.
        raise ValueError("the data key has 32 bytes")
    return (
        "cipher_log_level = NONE",
        f"key = \"x'{digits}'\"",
        "journal_mode = WAL",
        f"synchronous = {tuning.synchronous}",
        "foreign_keys = ON",
        f"busy_timeout = {tuning.busy_ms}",
        f"cache_size = -{tuning.cache_kib}",
        "temp_store = MEMORY",
        "trusted_schema = OFF",
        f"wal_autocheckpoint = {LOG_PAGES}",
    )


def open_engine(path: Path, key: bytes, tuning: Tuning, *, make: bool = False) -> Engine:
    """An engine on one lasting connection: another connection's commit would empty its page cache.

    A report running beside a save may borrow a second connection for as long as it reads.
    """
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, key, tuning, make=make),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=3,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def only_looking(engine: Engine) -> Engine:
    """The same engine for whoever only looks: what would write is refused before the file hears of it.

    `PRAGMA query_only` would refuse it as well; but with every change of it SQLite composes all statements anew.
    """
    looking = engine.execution_options(**{LOOKS: True})
    event.listen(looking, "before_cursor_execute", _refuse_writing)
    return looking


def _refuse_writing(_: Connection, cursor: Any, statement: str, *rest: Any) -> None:
    if not statement.lstrip().startswith(ASKS):
        raise RegisterTrouble("register-readonly")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    run(connection, "BEGIN IMMEDIATE" if writes else "BEGIN")


def refuse_readonly(path: Path) -> None:
    """Raise RegisterTrouble("register-readonly" | "register-unreadable") where the file cannot be opened for writing:
    better at the door than after a form was filled in."""
    try:
        patiently(lambda: path.open("r+b")).close()
    except OSError as error:
        closed = error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
        raise RegisterTrouble("register-readonly" if closed else "register-unreadable") from error


def prove_writable(engine: Engine) -> None:
    """Begin an act and undo it: the folder must take the files of the log, too. Raises the driver's error."""
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin() as nothing:
        nothing.rollback()


def first_look(path: Path, key: bytes) -> int:
    """The schema number of the register at `path`.

    Raises RegisterTrouble: register-missing, register-damaged (empty, cut, unreadable), register-foreign, wrong-key
    (also when the first page itself is broken: only the marker can tell these two apart).
    """
    _look_at_bytes(path)
    try:
        connection = connect(path, key, Tuning())
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        finally:
            connection.close()
    except dbapi2.Error as error:
        raise RegisterTrouble(_first_page_code(error)) from error
    if application != APPLICATION_ID or version < 1:
        raise RegisterTrouble("register-foreign")
    return int(version)


def _look_at_bytes(path: Path) -> None:
    if not path.is_file():
        raise RegisterTrouble("register-missing")
    with path.open("rb") as stream:
        head = stream.read(PAGE)
    if head.startswith(PLAIN_HEADER):
        raise RegisterTrouble("register-foreign")
    # SQLite would take an empty file for a new register and fill it without a word.
    if len(head) < PAGE or path.stat().st_size % PAGE:
        raise RegisterTrouble("register-damaged")


def _first_page_code(error: Exception) -> str:
    if getattr(error, "sqlite_errorcode", 0) & 0xFF == 26:
        return "wrong-key"
    return code_of(error) or "register-damaged"
