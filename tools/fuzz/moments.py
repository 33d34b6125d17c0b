"""An office's store within one transaction that is never kept, so that one can step back to any moment of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection

from district.store import store as office_store
from district.store.store import Store, Work
from district.store.tables import positions

WRITTEN_BY_ORDER = {"acts", "receipts", "sent"}
"""What is written down as it happens: who came first stands there, and is meant to."""
TOLD_BY_ORDER = {"verdict", "applied", "set_aside"}
"""A line counts for the bundle that brought it first."""


@dataclass(frozen=True)
class Moments:
    """The store of an office whose every transaction is a part of one that is undone in the end."""

    connection: Connection

    @contextmanager
    def work(self) -> Iterator[Work]:
        with self.connection.begin_nested():
            yield office_store._work_on(self.connection)

    @contextmanager
    def reading(self) -> Iterator[Work]:
        yield office_store._work_on(self.connection)

    @contextmanager
    def tried(self) -> Iterator[None]:
        """All that happens within the block is undone after it."""
        here = self.connection.begin_nested()
        try:
            yield
        finally:
            here.rollback()

    def digest(self) -> str:
        """Every row of every table in one number; order and hour of coming left out."""
        digest = hashlib.sha256()
        for asked in _asked():
            rows = sorted(repr(tuple(row)) for row in self.connection.exec_driver_sql(asked))
            digest.update(repr((asked, rows)).encode())
        return digest.hexdigest()


@cache
def _asked() -> tuple[str, ...]:
    """What to ask for, written out once: a digest is taken thousands of times."""
    tables = sorted(set(positions.metadata.tables) - WRITTEN_BY_ORDER)
    return tuple(f'SELECT {", ".join(_columns(name))} FROM "{name}"' for name in tables)


def _columns(table: str) -> list[str]:
    names = [column.name for column in positions.metadata.tables[table].c]
    return [f'"{name}"' for name in names if table != "bundles" or name not in TOLD_BY_ORDER]


@contextmanager
def moments_of(store: Store) -> Iterator[Moments]:
    """The office's store, of which nothing is kept."""
    with store._engine.connect() as connection, connection.begin() as whole:
        try:
            yield Moments(connection)
        finally:
            whole.rollback()
