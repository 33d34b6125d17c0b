"""The tables beside the letters: what was wished, the back, thanks and apologies, numbers, hand-overs, ceremonies."""

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

from desk_app.db.json_text import Json
from desk_app.db.rows import metadata


def _needed(name: str, kind: Any) -> Column[Any]:
    return Column(name, kind, nullable=False)


def _of_letter() -> Column[Any]:
    return Column("letter_id", Integer, ForeignKey("letters.id"), primary_key=True)


wishes = Table("letter_wishes", metadata, _of_letter(), _needed("body", Json), sqlite_strict=True)
backs = Table(
    "letter_backs",
    metadata,
    _of_letter(),
    _needed("page", LargeBinary),
    _needed("digest", Text),
    sqlite_strict=True,
)
courtesies = Table("courtesies", metadata, _of_letter(), _needed("body", Json), sqlite_strict=True)
courtesy_names = Table(
    "courtesy_names",
    metadata,
    Column("suffix", Text, primary_key=True),
    _of_letter(),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
numbers = Table(
    "letter_numbers",
    metadata,
    _of_letter(),
    _needed("year", Integer),
    _needed("sign", Text),
    _needed("number", Integer),
    _needed("dated", Text),
    UniqueConstraint("year", "sign", "number"),
    sqlite_strict=True,
)
handings = Table(
    "handings",
    metadata,
    _of_letter(),
    _needed("together", Text),
    _needed("evidence", Text),
    Column("returned_on", Text),
    _needed("returned_why", Text),
    sqlite_strict=True,
)
ceremonies = Table(
    "ceremonies",
    metadata,
    Column("id", Integer, primary_key=True),
    _needed("held_on", Text),
    _needed("body", Json),
    Index("ix_ceremonies_held_on", "held_on"),
    sqlite_strict=True,
)
