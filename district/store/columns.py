"""How the office's tables are written down: named constraints, and three kinds of column."""

from typing import Any

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMES)


def whole(
    name: str, *more: object, null: bool = False, key: bool = False, server_default: str | None = None
) -> Column[int]:
    """A column of integers; flags are 0 and 1. `server_default`: what rows of before the column have."""
    told: dict[str, Any] = {"nullable": null, "primary_key": key, "autoincrement": False}
    return Column(name, Integer, *more, server_default=server_default, **told)  # type: ignore[arg-type]


def words(
    name: str, *more: object, null: bool = False, key: bool = False, server_default: str | None = None
) -> Column[str]:
    """A column of text; days and moments are ISO text, JSON is text. `server_default`: as for `whole`."""
    told: dict[str, Any] = {"nullable": null, "primary_key": key, "server_default": server_default}
    return Column(name, Text, *more, **told)  # type: ignore[arg-type]


def raw(name: str, null: bool = False) -> Column[bytes]:
    """A column of bytes."""
    return Column(name, LargeBinary, nullable=null)


def table(name: str, *columns: Column[int] | Column[str] | Column[bytes] | Index, rowid: bool = True) -> Table:
    """A table that SQLite holds STRICT."""
    return Table(name, metadata, *columns, sqlite_strict=True, sqlite_with_rowid=rowid)
