"""What only a SQLite file needs: a copy made while it is in use, and its own check of its structure."""

import sqlite3
from contextlib import closing
from pathlib import Path

from district.store.refusals import StoreTrouble


def copy_sqlite(source: Path, target: Path) -> None:
    """Copy a database that may be in use, then read the copy through. Raises StoreTrouble `backup-failed`."""
    try:
        with closing(sqlite3.connect(source)) as held, closing(sqlite3.connect(target)) as copy:
            held.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, no companions left beside it
    except sqlite3.Error as trouble:
        raise StoreTrouble("backup-failed") from trouble
    if not sqlite_is_sound(target):
        raise StoreTrouble("backup-failed")


def mark_copy(path: Path) -> None:
    """Write into a copy of an office that it is one. Raises StoreTrouble `backup-failed`."""
    try:
        with closing(sqlite3.connect(path)) as copy, copy:
            copy.execute("UPDATE office SET put_back_at = 'copy'")
    except sqlite3.Error as trouble:
        raise StoreTrouble("backup-failed") from trouble


def as_one_file(path: Path) -> None:
    """Make a copy that was just written one file with no companions beside it, and read it through. Raises StoreTrouble
    `backup-failed`."""
    try:
        with closing(sqlite3.connect(path)) as copy:
            copy.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as trouble:
        raise StoreTrouble("backup-failed") from trouble
    if not sqlite_is_sound(path):
        raise StoreTrouble("backup-failed")


def keep_before_upgrade(database: str, version: str) -> Path:
    """Copy a database whose tables are of this version beside itself, and prove the copy. Raises StoreTrouble
    `backup-failed`; then the upgrade must not begin."""
    source = Path(database)
    taken = len(list(source.parent.glob(f"{source.stem}-{version}-*.db")))
    target = source.with_name(f"{source.stem}-{version}-{taken + 1}.db")
    try:
        copy_sqlite(source, target)
    except StoreTrouble:
        # Half a copy would only take the room that the next try needs.
        if target.is_file():
            target.unlink()
        raise
    return target


def sqlite_is_sound(path: Path) -> bool:
    """Whether SQLite finds the file's structure whole; an unreadable file is not."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as held:
            return held.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlite3.Error:
        return False
