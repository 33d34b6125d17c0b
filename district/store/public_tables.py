"""Tables of the public face: answers of citizens, in a database of their own.

What a citizen said lies sealed to the office: in the clear stand only which letters have an answer, since which day,
and who may still change it. Every key is random or (desk, serial) and SQLite keeps the rows in the order of that key
(WITHOUT ROWID), so that nothing tells which answer came after which. No clock time is kept but the end of the change
key, and that goes when rows shrink.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    bindparam,
    insert,
    select,
)

from district.store.refusals import StoreTrouble
from district.store.transactions import READS_ONLY, wait_alone

SCHEMA = "2"
OLDER = ("1",)
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

# `turn` is how many ballots the letter has; `kind` is that of the first.
answers = _table(
    "answers",
    _words("id", key=True),
    _whole("desk"),
    _whole("serial"),
    _words("kind"),
    _words("answered_on"),
    _words("key_hash"),
    _words("key_until"),
    _whole("turn"),
    _whole("disputed"),
    Index("ix_answers_desk_serial", "desk", "serial", unique=True),
)

counted = _table("counted", _whole("desk", key=True), _whole("serial", key=True))

ballots = _table(
    "ballots",
    _words("id", key=True),
    _whole("desk"),
    _whole("serial"),
    Column("sealed", LargeBinary, nullable=False),
    Index("ix_ballots_desk_serial", "desk", "serial"),
)

messages = _table(
    "messages",
    _words("id", key=True),
    _whole("desk"),
    Column("sealed", LargeBinary, nullable=False),
    Index("ix_messages_desk", "desk"),
)


GIVEN = (answers, counted, ballots, messages)
"""What citizens gave; all but what the program notes of the database itself."""


def make_ready(engine: Engine, older: Callable[[Connection], None]) -> bool:
    """Make the tables of an empty database; those of an older program `older` brings up to date in the same
    transaction, and True comes back. A newer program's database is refused before anything is touched. Where they
    stand, nothing is asked of the database that only its owner may."""
    with engine.connect().execution_options(**{READS_ONLY: True}) as connection:
        if _held(connection) == SCHEMA:
            return False
    with engine.begin() as connection:
        wait_alone(connection)
        held = _held(connection)
        if held is None:
            metadata.create_all(connection)
            connection.execute(insert(facts).values(name="schema", value=SCHEMA))
        elif held != SCHEMA:
            older(connection)
        return held not in (None, SCHEMA)


def _held(connection: Connection) -> str | None:
    if not connection.dialect.has_table(connection, facts.name):
        return None
    held = connection.execute(select(facts.c.value).where(facts.c.name == "schema")).scalar()
    if held not in (None, *OLDER, SCHEMA):
        raise StoreTrouble("store-too-new")
    return held


def overwrite_what_goes(connection: Any, _record: object) -> None:
    """Have SQLite write over what is deleted: shrunk answers could be read out of the file's free pages otherwise."""
    connection.execute("PRAGMA secure_delete=ON")


# Composed once: every file that comes in asks these.
_DESK = bindparam("desk", type_=Integer)
ANSWERS_OF = select(answers).where(answers.c.desk == _DESK).order_by(answers.c.id)
BALLOTS_OF = (
    select(ballots.c.serial, ballots.c.sealed)
    .join(answers, (ballots.c.desk == answers.c.desk) & (ballots.c.serial == answers.c.serial))
    .where(answers.c.desk == _DESK, ballots.c.desk == _DESK)
)
MESSAGES_OF = select(messages.c.id, messages.c.sealed).where(messages.c.desk == _DESK).order_by(messages.c.id)
