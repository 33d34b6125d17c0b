"""One SQLAlchemy engine for the office's tables: how it is reached, and the version of its tables."""

from importlib import import_module
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from district.store.postgresql import DRIVER, SETTINGS, is_server, look_at
from district.store.refusals import StoreTrouble, speaking_plainly
from district.store.transactions import READS_ONLY, begin_postgresql, begin_sqlite, wait_alone
from district.trouble import Mistake

__all__ = ["StoreTrouble", "open_engine", "speaking_plainly", "upgrade"]

APPLICATION_ID = 0x4D435454  # "MCTT", so that `file` and a curious officer can tell what the database is
BUSY_MILLISECONDS = 5000
PRAGMAS = (
    *("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"),
    f"busy_timeout={BUSY_MILLISECONDS}",
)
MIGRATIONS = "district.store:migrations"


def open_engine(url: str) -> Engine:
    """An engine on the database at `url` (SQLite, PostgreSQL); nothing is read yet. Raises Mistake
    `not-a-database-address`, StoreTrouble `server-no-driver`."""
    address = read_address(url)
    if is_server(address):
        return _open_server(address)
    engine = create_engine(address, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", begin_sqlite)
    return engine


def read_address(url: str) -> URL:
    """The address of a database; raises Mistake `not-a-database-address` without it: it may hold a password."""
    try:
        address = make_url(url)
    except (ArgumentError, ValueError) as trouble:
        raise Mistake("not-a-database-address") from trouble
    if not is_server(address) and address.drivername != "sqlite":
        raise Mistake("not-a-database-address")
    return address


def _open_server(address: URL) -> Engine:
    try:
        engine = create_engine(address.set(drivername=DRIVER), hide_parameters=True, **SETTINGS)
    except ImportError as trouble:
        raise StoreTrouble("server-no-driver") from trouble
    event.listen(engine, "connect", look_at, insert=True)  # before anything is asked of it
    event.listen(engine, "begin", begin_postgresql)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # pysqlite's own BEGIN would leave DDL outside the transaction
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def upgrade(engine: Engine) -> None:
    """Bring the tables to this program's version in one transaction, after a proved copy of a SQLite database. Tables
    of this version are only looked at: whoever opens the store waits for no import.

    Raises StoreTrouble `store-too-new` for a database of a newer program, `store-damaged` for a file that is none,
    `backup-failed` when the copy could not be made, and what a server that cannot be used is told as.
    """
    with speaking_plainly(), engine.connect().execution_options(**{READS_ONLY: True}) as connection:
        held = held_version(connection)
    if held == newest_version():
        return
    if held in _versions() and engine.dialect.name == "sqlite":
        import_module("district.store.sqlite_file").keep_before_upgrade(str(engine.url.database), held)
    with speaking_plainly(), engine.begin() as connection:
        wait_alone(connection)  # two processes that start at once: the second finds the tables made
        _upgrade_within(connection)


def _upgrade_within(connection: Connection) -> None:
    held = held_version(connection)
    if held == newest_version():
        return
    if held is not None and held not in _versions():
        raise StoreTrouble("store-too-new")
    command = import_module("alembic.command")
    settings = _alembic_settings()
    settings.attributes["connection"] = connection
    command.upgrade(settings, "head")
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def held_version(connection: Connection) -> str | None:
    """The version that the tables have now; None for an empty database."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    return str(row[0]) if row else None


def newest_version() -> str:
    """The version that this program makes."""
    return str(import_module("district.store.migrations").NEWEST)


def _versions() -> tuple[str, ...]:
    return tuple(import_module("district.store.migrations").VERSIONS)


def _alembic_settings() -> Any:
    settings = import_module("alembic.config").Config()
    settings.set_main_option("script_location", MIGRATIONS)
    settings.set_main_option("path_separator", "os")
    return settings
