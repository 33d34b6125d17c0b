"""One SQLAlchemy engine for the office's tables: transactions that begin when said, and the schema's version."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError, OperationalError

from district.trouble import Trouble

APPLICATION_ID = 0x4D435454  # "MCTT", so that `file` and a curious officer can tell what the database is
READS_ONLY = "motcua_reads_only"
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000", "trusted_schema=OFF")
MIGRATIONS = "district.store:migrations"


class StoreTrouble(Trouble):
    """The database cannot be used as it is."""


def open_engine(url: str) -> Engine:
    """An engine on the database at `url` (SQLite, PostgreSQL); nothing is read yet."""
    engine = create_engine(make_url(url), hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # pysqlite's own BEGIN would leave DDL outside the transaction
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    reads_only = connection.get_execution_options().get(READS_ONLY, False)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")


def upgrade(engine: Engine) -> None:
    """Bring the tables to this program's version in one transaction, after a proved copy of a SQLite database.

    Raises StoreTrouble `store-too-new` for a database of a newer program, `store-damaged` for a file that is none,
    `backup-failed` when the copy could not be made.
    """
    if engine.dialect.name == "sqlite":
        _keep_what_is_older(engine)
    with speaking_plainly(), engine.begin() as connection:
        _upgrade_within(connection)


def _keep_what_is_older(engine: Engine) -> None:
    with speaking_plainly(), engine.connect().execution_options(**{READS_ONLY: True}) as connection:
        held = held_version(connection)
    if held in _versions() and held != newest_version():
        import_module("district.store.sqlite_file").keep_before_upgrade(str(engine.url.database), held)


@contextmanager
def speaking_plainly() -> Iterator[None]:
    """Turn what the database says within the block into StoreTrouble; a broken constraint stays a mistake of ours."""
    try:
        yield
    except OperationalError as trouble:
        raise StoreTrouble(_code_of(trouble)) from trouble
    except DatabaseError as trouble:
        if type(trouble) is not DatabaseError:
            raise
        raise StoreTrouble("store-damaged") from trouble


def _code_of(trouble: OperationalError) -> str:
    said = str(trouble.orig).lower()
    if "full" in said:
        return "disk-full"
    if "locked" in said or "busy" in said:
        return "store-busy"
    if "readonly" in said or "read-only" in said:
        return "store-read-only"
    return "store-unreachable"


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
