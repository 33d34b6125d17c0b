"""The district's tables as SQLAlchemy sees them. Only migrations make tables; a test holds the two equal.

Only Text, Integer and LargeBinary, so that SQLite can hold them STRICT and PostgreSQL can hold them at all: days and
moments are ISO text, JSON is text, digests are raw bytes.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, text

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMES)


def _whole(name: str, *more: object, null: bool = False, key: bool = False) -> Column[int]:
    return Column(name, Integer, *more, nullable=null, primary_key=key, autoincrement=False)  # type: ignore[arg-type]


def _words(name: str, *more: object, null: bool = False, key: bool = False) -> Column[str]:
    return Column(name, Text, *more, nullable=null, primary_key=key)  # type: ignore[arg-type]


def _raw(name: str, null: bool = False) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=null)


def _table(name: str, *columns: Column[int] | Column[str] | Column[bytes] | Index, rowid: bool = True) -> Table:
    return Table(name, metadata, *columns, sqlite_strict=True, sqlite_with_rowid=rowid)


office = _table(
    "office",
    _whole("id", key=True),
    _words("unit"),
    _words("host"),
    _words("phone"),
    _words("made_on"),
    _whole("practice"),
    _whole("smallest_group"),
)

users = _table(
    "users",
    _words("name", key=True),
    _words("role"),
    _words("password"),
    _words("made_on"),
)

# A desk row is never deleted, so that max + 1 is a number that was never given before.
desks = _table(
    "desks",
    _whole("number", key=True),
    _words("unit"),
    _words("label"),
    _words("phone"),
    _raw("card"),
    _words("signing_key"),
    _words("key_id"),
    _words("receiving_key"),
    _words("register"),
    _whole("enrolment_number"),
    _words("enrolment"),
    _whole("generation"),
    _words("profile"),
    _whole("smallest_group"),
    _words("state"),
    _words("enrolled_on"),
    _words("changed_on"),
    Index("uq_desks_key_id", "key_id", unique=True),
)

bundles = _table(
    "bundles",
    _words("document", key=True),
    _whole("desk", ForeignKey("desks.number")),
    _whole("epoch"),
    _whole("seq"),
    _words("period"),
    _whole("basis"),
    _whole("head"),
    _whole("last_receipt"),
    _words("counts"),
    _words("created_at"),
    _words("received_at"),
    _words("verdict"),
    _whole("applied"),
    _whole("set_aside"),
    Index("ix_bundles_desk", "desk"),
)

# The sealed file of a bundle that waits or forked, as it came, to be opened again.
kept_files = _table(
    "kept_files",
    _words("document", ForeignKey("bundles.document"), key=True),
    _raw("sealed"),
)

# Indexes are partial in SQLite only: naming PostgreSQL here would load its drivers at every start.
# Branch 0 is what counts as the desk's history; a fork ended by a person moves its lines to a branch of their own.
positions = _table(
    "positions",
    _whole("desk", ForeignKey("desks.number"), key=True),
    _whole("branch", key=True),
    _whole("position", key=True),
    _raw("digest"),
    _raw("line"),
    _words("kind"),
    _words("day"),
    _words("subject"),
    _whole("version"),
    _words("letter", null=True),
    _whole("serial", null=True),
    _words("state"),
    _words("reason"),
    Index(
        "ix_positions_serial",
        "desk",
        "branch",
        "serial",
        sqlite_where=text("serial IS NOT NULL"),
    ),
    Index(
        "ix_positions_void",
        "desk",
        "branch",
        "subject",
        sqlite_where=text("kind = 'letter-voided'"),
    ),
    Index(
        "ix_positions_aside",
        "desk",
        "position",
        sqlite_where=text("state = 'aside'"),
    ),
)

# Names and other parts that a register-profile bundle brings; never read for counting.
shared_parts = _table(
    "shared_parts",
    _whole("desk", ForeignKey("desks.number"), key=True),
    _whole("position", key=True),
    _raw("salt"),
    _raw("part"),
)

# Each history that a person set aside at a fork: its lines are the positions of that branch.
forks = _table(
    "forks",
    _whole("desk", ForeignKey("desks.number"), key=True),
    _whole("branch", key=True),
    _whole("common"),
    _words("settled_on"),
    _words("reason"),
    _words("settled_by"),
)

aside_parts = _table(
    "aside_parts",
    _whole("desk", ForeignKey("desks.number"), key=True),
    _whole("branch", key=True),
    _whole("position", key=True),
    _raw("salt"),
    _raw("part"),
)

receipts = _table(
    "receipts",
    _whole("desk", ForeignKey("desks.number"), key=True),
    _whole("number", key=True),
    _words("document"),
    _words("verdict"),
    _whole("upto"),
    _raw("said"),
    _raw("sealed"),
    _words("made_at"),
)

batches = _table(
    "batches",
    _words("id", key=True),
    _words("unit"),
    _words("formed_on"),
    _words("kinds"),
    _whole("n"),
    _words("by_score"),
    _words("by_channel"),
    _words("reasons"),
    _words("comments"),
    _whole("contradicted"),
    Index("ix_batches_unit", "unit"),
    rowid=False,
)

# With which receipt a batch or a sealed message first went to a desk: a desk that took that receipt has it.
sent = _table(
    "sent",
    _whole("desk", key=True),
    _words("item", key=True),
    _whole("receipt"),
    rowid=False,
)

# Which letters' answers are in some batch, in no order of time and joined to no batch.
counted_answers = _table(
    "counted_answers",
    _whole("desk", key=True),
    _whole("serial", key=True),
    rowid=False,
)

acts = _table(
    "acts",
    Column("id", Integer, primary_key=True, autoincrement=True),
    _words("at"),
    _words("user"),
    _words("act"),
    _words("subject"),
)
