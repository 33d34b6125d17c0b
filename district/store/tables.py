"""The district's tables as SQLAlchemy sees them. Only migrations make tables; a test holds the two equal.

Only Text, Integer and LargeBinary, so that SQLite can hold them STRICT and PostgreSQL can hold them at all: days and
moments are ISO text, JSON is text, digests are raw bytes.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, text

from district.store.columns import raw, table, whole, words

office = table(
    "office",
    whole("id", key=True),
    words("unit"),
    words("host"),
    words("phone"),
    words("made_on"),
    whole("practice"),
    whole("smallest_group"),
    words("questions", server_default="service-3"),
    words("put_back_at", server_default=""),
)

users = table(
    "users",
    words("name", key=True),
    words("role"),
    words("password"),
    words("made_on"),
)

# A desk row is never deleted, so that max + 1 is a number that was never given before.
desks = table(
    "desks",
    whole("number", key=True),
    words("unit"),
    words("label"),
    words("phone"),
    raw("card"),
    words("signing_key"),
    words("key_id"),
    words("receiving_key"),
    words("register"),
    whole("enrolment_number"),
    words("enrolment"),
    whole("generation"),
    words("profile"),
    whole("smallest_group"),
    words("state"),
    words("enrolled_on"),
    words("changed_on"),
    Index("uq_desks_key_id", "key_id", unique=True),
    Index("ix_desks_unit", "unit"),
    Index("ix_desks_register", "register"),
    Index("ix_desks_enrolment_number", "enrolment_number"),
)

bundles = table(
    "bundles",
    words("document", key=True),
    whole("desk", ForeignKey("desks.number")),
    whole("epoch"),
    whole("seq"),
    words("period"),
    whole("basis"),
    whole("head"),
    whole("last_receipt"),
    words("counts"),
    words("created_at"),
    words("received_at"),
    words("verdict"),
    whole("applied"),
    whole("set_aside"),
    Index("ix_bundles_desk", "desk"),
)

# The sealed file of a bundle that waits or forked, as it came, to be opened again.
kept_files = table(
    "kept_files",
    words("document", ForeignKey("bundles.document"), key=True),
    raw("sealed"),
)

# Indexes are partial in SQLite only: naming PostgreSQL here would load its drivers at every start.
# Branch 0 is what counts as the desk's history; a fork ended by a person moves its lines to a branch of their own.
positions = table(
    "positions",
    whole("desk", ForeignKey("desks.number"), key=True),
    whole("branch", key=True),
    whole("position", key=True),
    raw("digest"),
    raw("line"),
    words("kind"),
    words("day"),
    words("subject"),
    whole("version"),
    words("letter", null=True),
    whole("serial", null=True),
    words("state"),
    words("reason"),
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
shared_parts = table(
    "shared_parts",
    whole("desk", ForeignKey("desks.number"), key=True),
    whole("position", key=True),
    raw("salt"),
    raw("part"),
)

# Each history that a person set aside at a fork: its lines are the positions of that branch.
forks = table(
    "forks",
    whole("desk", ForeignKey("desks.number"), key=True),
    whole("branch", key=True),
    whole("common"),
    words("settled_on"),
    words("reason"),
    words("settled_by"),
)

aside_parts = table(
    "aside_parts",
    whole("desk", ForeignKey("desks.number"), key=True),
    whole("branch", key=True),
    whole("position", key=True),
    raw("salt"),
    raw("part"),
)

receipts = table(
    "receipts",
    whole("desk", ForeignKey("desks.number"), key=True),
    whole("number", key=True),
    words("document"),
    words("verdict"),
    whole("upto"),
    raw("said"),
    raw("sealed"),
    words("made_at"),
)

batches = table(
    "batches",
    words("id", key=True),
    words("unit"),
    words("formed_on"),
    words("kinds"),
    whole("n"),
    words("by_score"),
    words("by_channel"),
    words("reasons"),
    words("comments"),
    whole("contradicted"),
    whole("scale", server_default="3"),
    Index("ix_batches_unit", "unit"),
    rowid=False,
)

# With which receipt a batch or a sealed message first went to a desk: a desk that took that receipt has it.
sent = table(
    "sent",
    whole("desk", key=True),
    words("item", key=True),
    whole("receipt"),
    rowid=False,
)

# Which letters' answers are in some batch, in no order of time and joined to no batch.
counted_answers = table(
    "counted_answers",
    whole("desk", key=True),
    whole("serial", key=True),
    rowid=False,
)

acts = table(
    "acts",
    Column("id", Integer, primary_key=True, autoincrement=True),
    words("at"),
    words("user"),
    words("act"),
    words("subject"),
)
