"""Copies of a register through SQLite's own backup, believed only after they were opened and counted."""

import errno
import os
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from desk_app.db.engine import Tuning, connect
from desk_app.db.trouble import RegisterTrouble, code_of
from exchange.files import replace_file, settle

REGISTER_FILE = "register.db"
_COUNTED = ("registrations", "registration_versions", "letters", "journal", "journal_parts", "drafts", "users")
_BESIDE_LETTERS = ("letter_wishes", "letter_backs", "courtesies", "letter_numbers", "handings", "ceremonies")
_COPY = Tuning(cache_kib=8192)
_FULL = (errno.ENOSPC, errno.EDQUOT)
Counts = Mapping[str, int]
Make = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """A verified copy: `counts` rows by table, `position` and `digest` (hex) of its journal's head."""

    path: Path
    size: int
    counts: Counts
    position: int
    digest: str


def copy_to(source: Connection, path: Path, key: bytes) -> BackupFacts:
    """Copy the register behind an open reading transaction to `path`, under `key`.

    Raises RegisterTrouble: backup-exists, backup-not-written, disk-full, backup-differs, register-damaged.
    """
    raw = source.connection.driver_connection
    return _kept(path, key, lambda beside: _copy(raw, beside, key), lambda: (_counts(raw), *_head(raw)))


def copy_closed(source: Path, path: Path, key: bytes) -> BackupFacts:
    """Copy a register that nobody has open to `path`, byte for byte with the log beside it: without a key to turn this
    takes half the time. Raises as `copy_to` does."""
    return _kept(path, key, lambda beside: _copy_file(source, beside, key), lambda: _told(source, key))


def _kept(path: Path, key: bytes, make: Make, told: Callable[[], tuple[Counts, int, str]]) -> BackupFacts:
    """A copy appears under its name when it was opened, checked, and tells what its source tells."""
    if path.exists():
        raise RegisterTrouble("backup-exists", {"file": path.name})
    beside = path.with_name(path.name + ".part")
    _remove(beside)
    try:
        make(beside)
        facts = look_into(beside, key)
        if (facts.counts, facts.position, facts.digest) != told():
            raise RegisterTrouble("backup-differs", {"file": path.name})
        replace_file(beside, path)
        settle(path)
    except OSError as error:
        full = error.errno in _FULL
        raise RegisterTrouble("disk-full" if full else "backup-not-written", {"file": path.name}) from error
    finally:
        _remove(beside)
    return replace(facts, path=path)


def look_into(path: Path, key: bytes) -> BackupFacts:
    """Open a register that nobody works in, check every page, count; raises RegisterTrouble when it is not whole."""
    try:
        connection = connect(path, key, _COPY)
    except dbapi2.Error as error:
        raise RegisterTrouble("register-damaged") from error
    try:
        examine(connection)
        position, digest = _head(connection)
        return BackupFacts(path, path.stat().st_size, _counts(connection), position, digest)
    except dbapi2.Error as error:
        raise RegisterTrouble("register-damaged") from error
    finally:
        connection.close()


def examine(raw: Any) -> None:
    """Let SQLCipher and SQLite look at every page; raises RegisterTrouble("register-damaged")."""
    try:
        pages = raw.execute("PRAGMA cipher_integrity_check").fetchall()
        rows = [text for (text,) in raw.execute("PRAGMA quick_check").fetchall()]
    except dbapi2.Error as error:
        raise RegisterTrouble("register-damaged") from error
    if pages or rows != ["ok"]:
        raise RegisterTrouble("register-damaged")


def put_back(source: Path, folder: Path, key: bytes) -> BackupFacts:
    """Make the register of an empty folder out of a copy; the copy itself is only read.

    Raises RegisterTrouble: register-exists, backup-missing, backup-not-read, disk-full, register-damaged.
    """
    target = folder / REGISTER_FILE
    if target.exists():
        raise RegisterTrouble("register-exists")
    if not source.is_file():
        raise RegisterTrouble("backup-missing", {"file": source.name})
    beside = folder / "register.new"
    _remove(beside)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _copy_bytes(source, beside)
        _copy_log(source, beside, key)
        facts = look_into(beside, key)
        replace_file(beside, target)
        settle(target)
    except OSError as error:
        full = error.errno in _FULL
        raise RegisterTrouble("disk-full" if full else "backup-not-read", {"file": source.name}) from error
    finally:
        _remove(beside)
    return replace(facts, path=target)


def _copy_bytes(source: Path, beside: Path) -> None:
    with source.open("rb") as old, beside.open("wb") as new:
        while chunk := old.read(1 << 20):
            new.write(chunk)
        new.flush()
        os.fsync(new.fileno())


def _copy_file(source: Path, beside: Path, key: bytes) -> None:
    _copy_bytes(source, beside)
    _copy_log(source, beside, key)


def _told(path: Path, key: bytes) -> tuple[Counts, int, str]:
    """What the register itself tells, for a copy to tell the same."""
    try:
        with closing(connect(path, key, _COPY)) as connection:
            return _counts(connection), *_head(connection)
    except dbapi2.Error as error:
        raise RegisterTrouble(code_of(error) or "register-damaged") from error


def _copy_log(source: Path, beside: Path, key: bytes) -> None:
    """A register that was put aside after a kill still has its last saves in the log beside it."""
    log = source.with_name(source.name + "-wal")
    if not log.is_file():
        return
    _copy_bytes(log, beside.with_name(beside.name + "-wal"))
    try:
        connect(beside, key, _COPY).close()  # takes the log into the file and away
    except dbapi2.Error as error:
        raise RegisterTrouble(code_of(error) or "register-damaged") from error


def _copy(raw: Any, beside: Path, key: bytes) -> None:
    try:
        target = connect(beside, key, _COPY, make=True)
        try:
            # A copy that is cut off is thrown away; a log of it would take its room on the disk once more.
            target.execute("PRAGMA journal_mode = OFF").fetchall()
            raw.backup(target)
        finally:
            target.close()
    except dbapi2.Error as error:
        code = code_of(error)
        raise RegisterTrouble(code if code == "disk-full" else "backup-not-written", {"file": beside.stem}) from error


def _counts(raw: Any) -> dict[str, int]:
    # A register of an older schema has not all of them.
    there = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    counted = (table for table in (*_COUNTED, *_BESIDE_LETTERS) if table in there or table in _COUNTED)
    return {table: raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in counted}


def _head(raw: Any) -> tuple[int, str]:
    """Position and digest (hex) of the journal's last line."""
    found = raw.execute("SELECT position, hex(digest) FROM journal ORDER BY position DESC LIMIT 1").fetchone()
    return (found[0], found[1].lower()) if found else (0, "")


def _remove(path: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)
