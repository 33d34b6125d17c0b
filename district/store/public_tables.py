"""Tables of the public face: answers of citizens, in a database of their own.

Every key is random or (desk, serial) and SQLite keeps the rows in the order of that key (WITHOUT ROWID), so that
nothing tells which answer came after which. No clock time is kept but the end of the change key, and that goes when
rows shrink.
"""

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text

SCHEMA = "1"
metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "pk": "pk_%(table_name)s"},
)


def _whole(name: str, null: bool = False, key: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null, primary_key=key, autoincrement=False)


def _words(name: str, null: bool = False, key: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null, primary_key=key)


def _table(name: str, *columns: Column[int] | Column[str] | Column[bytes] | Index) -> Table:
    return Table(name, metadata, *columns, sqlite_strict=True, sqlite_with_rowid=False)


facts = _table("public_facts", _words("name", key=True), _words("value"))

# `score` belongs to the holder of the change key, `other` is the least satisfied answer given without it.
answers = _table(
    "answers",
    _words("id", key=True),
    _whole("desk"),
    _whole("serial"),
    _words("kind"),
    _whole("score"),
    _whole("other", null=True),
    _words("channel"),
    _whole("contradicted"),
    _words("reasons"),
    _words("comment"),
    _words("answered_on"),
    _words("key_hash"),
    _words("key_until"),
    Index("ix_answers_desk_serial", "desk", "serial", unique=True),
)

counted = _table("counted", _whole("desk", key=True), _whole("serial", key=True))

taps = _table(
    "taps",
    _words("id", key=True),
    _whole("desk"),
    _whole("serial"),
    _words("kind"),
    _whole("score"),
    _words("channel"),
    _words("state"),
    _words("on"),
    Index("ix_taps_desk_serial", "desk", "serial"),
)

messages = _table(
    "messages",
    _words("id", key=True),
    _whole("desk"),
    Column("sealed", LargeBinary, nullable=False),
    Index("ix_messages_desk", "desk"),
)
