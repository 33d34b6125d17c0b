"""An office's tables from one database into another, row by row: the same tables hold on SQLite and on PostgreSQL."""

from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, func, insert, select

from district.store.engine import open_engine
from district.store.refusals import StoreTrouble, speaking_plainly
from district.store.sqlite_file import as_one_file, copy_sqlite
from district.store.transactions import READS_ONLY

AT_ONCE = 2000


def copy_rows(ways: tuple[Engine, Engine], tables: Sequence[Table]) -> None:
    """Copy every row from the first database, as it stands at one moment, into the tables of the second, which must be
    empty; all of it or nothing. Raises StoreTrouble `target-not-empty`, `backup-failed`."""
    source, target = ways
    with (
        speaking_plainly(),
        source.connect().execution_options(**{READS_ONLY: True}) as held,
        target.begin() as copy,
    ):
        for table in tables:
            _copy_table(table, held, copy)
        _go_on_counting(copy, tables)


def copy_to_file(source: Engine, path: Path, tables: Sequence[Table], make: Callable[[Engine], None]) -> None:
    """Copy a database of whatever kind into the new SQLite file `path`, whose tables `make` makes, and prove the copy
    by reading it. Raises StoreTrouble `backup-failed`."""
    if source.dialect.name == "sqlite":
        copy_sqlite(Path(str(source.url.database)), path)
        return
    copy = open_engine(f"sqlite:///{path.as_posix()}")
    try:
        make(copy)
        copy_rows((source, copy), tables)
    finally:
        copy.dispose()
    as_one_file(path)


def _copy_table(table: Table, held: Connection, copy: Connection) -> None:
    if _count(table, copy):
        raise StoreTrouble("target-not-empty")
    rows = held.execute(select(table), execution_options={"yield_per": AT_ONCE}).mappings()
    for some in rows.partitions():
        copy.execute(insert(table), [dict(row) for row in some])
    if _count(table, copy) != _count(table, held):
        raise StoreTrouble("backup-failed")


def _count(table: Table, connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def _go_on_counting(copy: Connection, tables: Sequence[Table]) -> None:
    """A server counts up by itself and does not look at the rows that came with their numbers."""
    if copy.dialect.name != "postgresql":
        return
    for table in tables:
        column = table.autoincrement_column
        if column is not None and column.autoincrement is True:
            highest = select(func.max(column)).scalar_subquery()
            place = func.pg_get_serial_sequence(table.name, column.name)
            copy.execute(select(func.setval(place, func.coalesce(highest, 1), highest.is_not(None))))
