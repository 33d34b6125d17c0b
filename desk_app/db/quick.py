"""Questions asked with every key pressed or every save, and what a save writes: straight from and to the driver."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.exc import DBAPIError, InvalidRequestError
from sqlcipher3 import dbapi2

from desk_app.db.trouble import RegisterTrouble

LOOKS = "register_only_looked_at"
"""Under this name a connection's options say that nothing is written through it."""


def asked(connection: Connection, sql: str, *values: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of a statement with `?` for each value; raises DBAPIError as every other statement does."""
    # Composing a result costs SQLAlchemy more than finding it costs SQLite.
    try:
        yield from _driver(connection).execute(sql, values)
    except dbapi2.Error as error:
        raise _told(sql, error) from error


def first(connection: Connection, sql: str, *values: Any) -> tuple[Any, ...] | None:
    """The first row, or None."""
    try:
        found: tuple[Any, ...] | None = _driver(connection).execute(sql, values).fetchone()
    except dbapi2.Error as error:
        raise _told(sql, error) from error
    return found


def named(connection: Connection, sql: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """The rows of a statement with `:name` for each value; raises as `asked`."""
    try:
        found: list[tuple[Any, ...]] = _driver(connection).execute(sql, values).fetchall()
    except dbapi2.Error as error:
        raise _told(sql, error) from error
    return found


def run(connection: Connection, sql: str) -> None:
    """Run a statement without values or rows; raises as `asked`."""
    try:
        _driver(connection).execute(sql)
    except dbapi2.Error as error:
        raise _told(sql, error) from error


def wrote(connection: Connection, sql: str, *values: Any) -> int:
    """Run a statement that writes; gives the id of the row it added, if it did. Raises DBAPIError (IntegrityError),
    InvalidRequestError after the commit, and RegisterTrouble("register-readonly") in a view."""
    try:
        return int(_writing(connection).execute(sql, values).lastrowid or 0)
    except dbapi2.Error as error:
        raise _told(sql, error) from error


def wrote_all(connection: Connection, sql: str, rows: Iterable[Sequence[Any]]) -> None:
    """Run a statement that writes once for each row; raises as `wrote`."""
    try:
        _writing(connection).executemany(sql, rows)
    except dbapi2.Error as error:
        raise _told(sql, error) from error


def adding(table: Table, *columns: str) -> str:
    """The statement that adds a row to a table: a value for each of these columns, in this order."""
    assert all(name in table.c for name in columns)
    return f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES {marks(len(columns))}"


@lru_cache(maxsize=64)
def marks(count: int) -> str:
    """Places for so many values: "(?, ?)"."""
    return f"({', '.join('?' * count)})"


def _driver(connection: Connection) -> Any:
    raw = connection.connection.driver_connection
    assert raw is not None
    return raw


def _writing(connection: Connection) -> Any:
    if LOOKS in connection.get_execution_options():
        raise RegisterTrouble("register-readonly")
    raw = _driver(connection)
    if not raw.in_transaction:
        # Alone with the driver this would be on disk at once, and no part of an act.
        raise InvalidRequestError("nothing is written outside an act")
    return raw


def _told(sql: str, error: dbapi2.Error) -> DBAPIError:
    told = DBAPIError.instance(sql, None, error, dbapi2.Error, hide_parameters=True)
    assert isinstance(told, DBAPIError)
    return told
