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
from district.store.columns import metadata
from district.store.copying import copy_rows, copy_to_file
from district.store.desk_books import BookRows
from district.store.desk_keys import KeyRows
from district.store.desks import DeskRows
from district.store.draws import DrawRows
from district.store.engine import open_engine, speaking_plainly, upgrade
from district.store.lines import LineRows
from district.store.mail import MailRows
from district.store.networks import NetworkRows
from district.store.noted import NotedRows, SplitRows
from district.store.office import OfficeRows
from district.store.receipts import ReceiptRows
from district.store.recounts import RecountRows
from district.store.rollout import RolloutRows
from district.store.sessions import SessionRows
from district.store.sqlite_file import mark_copy, sqlite_is_sound
from district.store.transactions import ALONE, READS_ONLY
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
    mail: MailRows
    recounts: RecountRows
    rollout: RolloutRows
    noted: NotedRows
    splits: SplitRows
    draws: DrawRows
    networks: NetworkRows


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
        """One writing transaction: kept when the block ends, undone when it raises. Nobody else writes meanwhile."""
        with self._begun(ALONE) as connection, connection.begin():
            yield _work_on(connection)

    @contextmanager
    def noting(self) -> Iterator[Work]:
        """A short writing transaction for rows that no count is made of (who is logged in, which page was opened): on a
        server it waits for no import. Numbers that must not be given twice are given in `work()` only."""
        with self._begun() as connection, connection.begin():
            yield _work_on(connection)

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """One consistent view for reading, which never stops a writer."""
        with self._begun(READS_ONLY) as connection:
            yield _work_on(connection)

    @contextmanager
    def trial(self) -> Iterator[Work]:
        """A writing transaction of which nothing is kept: to see what an act would do."""
        with self._begun(ALONE) as connection:
            yield _work_on(connection)

    @contextmanager
    def _begun(self, *ways: str) -> Iterator[Connection]:
        with speaking_plainly(), self._engine.connect() as plain:
            yield plain.execution_options(**dict.fromkeys(ways, True))

    def backup_to(self, path: Path) -> None:
        """Copy everything into the new SQLite file `path`, whatever the database is, and prove the copy by reading it.
        The copy says that it is one. Raises StoreTrouble `backup-failed`."""
        copy_to_file(self._engine, path, metadata.sorted_tables, upgrade)
        mark_copy(path)

    def fill_from(self, other: "Store") -> None:
        """Take over every row of another store into this one, which must be empty: all or nothing. Raises StoreTrouble
        `target-not-empty`."""
        copy_rows((other._engine, self._engine), metadata.sorted_tables)

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
        mail=MailRows(connection),
        recounts=RecountRows(connection),
        rollout=RolloutRows(connection),
        noted=NotedRows(connection),
        splits=SplitRows(connection),
        draws=DrawRows(connection),
        networks=NetworkRows(connection),
    )
