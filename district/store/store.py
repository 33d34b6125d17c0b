"""The office's database: one open `Store`, and the transactions in which everything is read and written."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from district.store.asides import AsideRows
from district.store.batches import BatchRows
from district.store.branches import BranchRows
from district.store.bundles import BundleRows
from district.store.desk_books import BookRows
from district.store.desk_keys import KeyRows
from district.store.desks import DeskRows
from district.store.engine import READS_ONLY, StoreTrouble, open_engine, speaking_plainly, upgrade
from district.store.lines import LineRows
from district.store.office import OfficeRows
from district.store.receipts import ReceiptRows
from district.store.sessions import SessionRows
from district.store.sqlite_file import copy_sqlite, sqlite_is_sound
from district.store.trays import ShelfRows, TrayRows


@dataclass(frozen=True, slots=True)
class Work:
    """Everything that one transaction may touch, by topic. Leaving `Store.work()` by an exception undoes all of it."""

    office: OfficeRows
    desks: DeskRows
    bundles: BundleRows
    lines: LineRows
    branches: BranchRows
    receipts: ReceiptRows
    batches: BatchRows
    sessions: SessionRows
    trays: TrayRows
    shelf: ShelfRows
    keys: KeyRows
    books: BookRows
    asides: AsideRows


class Store:
    """The office's tables in an open database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, url: str) -> "Store":
        """Open the database at `url` and bring its tables to this version. Raises StoreTrouble."""
        engine = open_engine(url)
        try:
            upgrade(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    @contextmanager
    def work(self) -> Iterator[Work]:
        """One writing transaction: kept when the block ends, undone when it raises."""
        with speaking_plainly(), self._engine.connect() as connection, connection.begin():
            yield _work_on(connection)

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """One consistent view for reading, which never stops a writer."""
        with speaking_plainly(), self._engine.connect() as plain:
            connection = plain.execution_options(**{READS_ONLY: True})
            yield _work_on(connection)

    @contextmanager
    def trial(self) -> Iterator[Work]:
        """A writing transaction of which nothing is kept: to see what an act would do."""
        with speaking_plainly(), self._engine.connect() as connection:
            yield _work_on(connection)

    def backup_to(self, path: Path) -> None:
        """Copy the database into the file `path` and prove the copy by reading it. Only SQLite can do this here."""
        if self._engine.dialect.name != "sqlite":
            raise StoreTrouble("backup-not-sqlite")
        copy_sqlite(Path(str(self._engine.url.database)), path)

    def is_sound(self) -> bool:
        """Whether the database's own structure is whole (other databases look after themselves: always true)."""
        if self._engine.dialect.name != "sqlite":
            return True
        return sqlite_is_sound(Path(str(self._engine.url.database)))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def _work_on(connection: Connection) -> Work:
    return Work(
        office=OfficeRows(connection),
        desks=DeskRows(connection),
        bundles=BundleRows(connection),
        lines=LineRows(connection),
        branches=BranchRows(connection),
        receipts=ReceiptRows(connection),
        batches=BatchRows(connection),
        sessions=SessionRows(connection),
        trays=TrayRows(connection),
        shelf=ShelfRows(connection),
        keys=KeyRows(connection),
        books=BookRows(connection),
        asides=AsideRows(connection),
    )
