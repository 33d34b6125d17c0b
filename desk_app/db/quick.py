"""Questions asked with every key pressed or every save: rows straight from the driver, read only as far as they are
wanted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2


def asked(connection: Connection, sql: str, *values: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of a statement with `?` for each value; raises DBAPIError as every other statement does."""
    # Composing a result costs SQLAlchemy more than finding it costs SQLite.
    raw = connection.connection.driver_connection
    assert raw is not None
    try:
        yield from raw.execute(sql, values)
    except dbapi2.Error as error:
        raise DBAPIError(sql, None, error, hide_parameters=True) from error


def first(connection: Connection, sql: str, *values: Any) -> tuple[Any, ...] | None:
    """The first row, or None."""
    return next(asked(connection, sql, *values), None)
