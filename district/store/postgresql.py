"""How a PostgreSQL server is reached, and what it must be. The driver is loaded by whoever opens such an engine."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Integer, LargeBinary, Table, Text
from sqlalchemy.engine import URL

from district.store.refusals import StoreTrouble

OLDEST_SERVER = 130000
WAITS_SECONDS = 30
DRIVER = "postgresql+psycopg"
ROWS_AT_ONCE = 2000
_KINDS: dict[type, str] = {Integer: "int", LargeBinary: "bytea", Text: "text"}
SETTINGS: dict[str, Any] = {
    # A server that was started anew, or a line that was cut while nobody asked, is noticed before anything is asked.
    "pool_pre_ping": True,
    "pool_timeout": WAITS_SECONDS,
    "connect_args": {
        "application_name": "district",
        "connect_timeout": 10,
        "keepalives_idle": 30,
        "keepalives_interval": 10,
        "keepalives_count": 3,
        "options": f"-c timezone=UTC -c lock_timeout={WAITS_SECONDS}s -c idle_in_transaction_session_timeout=15min",
    },
}


def is_server(address: URL) -> bool:
    """Whether the address is one of a PostgreSQL server."""
    return address.drivername in ("postgres", "postgresql", DRIVER)


def look_at(connection: Any, _record: object) -> None:
    """Refuse a server that this program was never tried on; for a connection that has just been made."""
    if connection.info.server_version < OLDEST_SERVER:
        raise StoreTrouble("server-too-old")
    if connection.info.parameter_status("server_encoding") != "UTF8":
        raise StoreTrouble("server-not-utf8")


def add_in_lists(connection: Connection, table: Table, rows: Sequence[Sequence[object]]) -> None:
    """Add rows whose values stand in the order of the table's columns, many in one statement with a list for each
    column: a server answers each statement by itself, which costs more than the row."""
    statement = _in_lists(table)
    for start in range(0, len(rows), ROWS_AT_ONCE):
        columns = zip(*rows[start : start + ROWS_AT_ONCE], strict=True)
        connection.exec_driver_sql(statement, tuple(map(list, columns)))


@cache
def _in_lists(table: Table) -> str:
    names = ", ".join(column.name for column in table.columns)
    lists = ", ".join(f"%s::{_KINDS[type(column.type)]}[]" for column in table.columns)
    return f"INSERT INTO {table.name} ({names}) SELECT * FROM unnest({lists})"
