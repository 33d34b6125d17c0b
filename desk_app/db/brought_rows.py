"""The tables of what is brought in: sheets taken in, updates from the level above, and the letter templates that the
office writes or is given."""

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from desk_app.db.json_text import Json
from desk_app.db.rows import metadata


def _needed(name: str, kind: Any, *rest: Any) -> Column[Any]:
    return Column(name, kind, *rest, nullable=False)


# A sheet taken in as one act; `undone_on` once the whole of it was taken back. `body` tells counts and columns, nobody.
imports = Table(
    "imports",
    metadata,
    Column("id", Integer, primary_key=True),
    _needed("taken_on", Text),
    Column("undone_on", Text),
    _needed("body", Json),
    sqlite_strict=True,
)

# Which version of which registration an import wrote: 1 entered it, a later one amended it.
import_rows = Table(
    "import_rows",
    metadata,
    Column("import_id", Integer, ForeignKey("imports.id"), primary_key=True),
    Column("registration_id", Integer, ForeignKey("registrations.id"), primary_key=True),
    _needed("version", Integer),
    Index("ix_import_rows_registration_id", "registration_id"),
    sqlite_strict=True,
)

# An update from the level above that was taken in; `document` is its identity, 64 hex digits. Put back, it stays here.
updates = Table(
    "updates",
    metadata,
    Column("id", Integer, primary_key=True),
    _needed("document", Text),
    _needed("edition", Text),
    _needed("issued_at", Text),
    _needed("taken_on", Text),
    Column("put_back_on", Text),
    _needed("body", Json),
    sqlite_strict=True,
)

# What an update brought, piece by piece: a report calendar, a version of a question set, a letter, the table of units.
update_papers = Table(
    "update_papers",
    metadata,
    Column("update_id", Integer, ForeignKey("updates.id"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    _needed("content", LargeBinary),
    sqlite_strict=True,
)

# A version of a letter template: draft, approved (in force from `from_day`) or withdrawn. Approved words never change.
letter_templates = Table(
    "letter_templates",
    metadata,
    Column("name", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    _needed("state", Text),
    Column("from_day", Text),
    _needed("body", Json),
    sqlite_strict=True,
)
