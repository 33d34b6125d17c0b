"""The tables of the register as SQLAlchemy sees them; only migrations make them."""

from typing import Any

from sqlalchemy import (
    Column,
    Computed,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from desk_app.db.json_text import Json

SCHEMA = 7
"""`PRAGMA user_version` of the newest register this program writes; equals the newest migration's number."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _needed(name: str, kind: Any, *rest: Any, **more: Any) -> Column[Any]:
    return Column(name, kind, *rest, nullable=False, **more)


identity = Table(
    "identity",
    metadata,
    Column("id", Integer, primary_key=True),
    _needed("register_id", LargeBinary),
    _needed("unit", Text),
    _needed("made_on", Text),
    _needed("practice", Integer),
    _needed("epoch", Integer),
    sqlite_strict=True,
)

registrations = Table(
    "registrations",
    metadata,
    Column("id", Integer, primary_key=True),
    _needed("subject", Text),
    _needed("event", Text),
    _needed("version", Integer),
    _needed("state", Text),
    _needed("registered_on", Text),
    _needed("happened_on", Text),
    _needed("unit", Text),
    _needed("book", Text),
    _needed("number", Text),
    _needed("number_norm", Text),
    Column("sequence", Integer),
    _needed("year", Integer),
    _needed("names", Text),
    _needed("born", Text),
    Column("ym", Integer, Computed("CAST(substr(registered_on, 1, 4) || substr(registered_on, 6, 2) AS INTEGER)")),
    UniqueConstraint("subject"),
    # A voided registration frees its number to be typed again; `next_number` never hands it out by itself.
    Index(
        "uq_registrations_live_number",
        *("event", "unit", "book", "year", "number_norm"),
        unique=True,
        sqlite_where=text("state = 'live'"),
    ),
    Index("ix_registrations_sequence", "event", "unit", "book", "year", "sequence"),
    Index("ix_registrations_number", "number_norm", "year"),
    Index("ix_registrations_ym", "ym", "event"),
    Index("ix_registrations_happened", "event", "happened_on"),
    sqlite_strict=True,
)

registration_versions = Table(
    "registration_versions",
    metadata,
    Column("registration_id", Integer, ForeignKey("registrations.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    _needed("state", Text),
    _needed("body", Json),
    _needed("reasons", Json),
    _needed("reason", Text),
    _needed("who", Text),
    _needed("at", Text),
    sqlite_strict=True,
)

people = Table(
    "people",
    metadata,
    Column("registration_id", Integer, ForeignKey("registrations.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    _needed("folded", Text),
    _needed("born", Text),
    _needed("citizen_id", Text),
    Index("ix_people_folded", "folded", "born"),
    Index("ix_people_citizen_id", "citizen_id", sqlite_where=text("citizen_id <> ''")),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

search_suffixes = Table(
    "search_suffixes",
    metadata,
    Column("suffix", Text, primary_key=True),
    Column("sort_key", LargeBinary, primary_key=True),
    Column("registration_id", Integer, ForeignKey("registrations.id"), primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

drafts = Table(
    "drafts",
    metadata,
    Column("draft_id", Text, primary_key=True),
    _needed("event", Text),
    _needed("draft", Text),
    _needed("kept_at", Text),
    sqlite_strict=True,
)

letters = Table(
    "letters",
    metadata,
    Column("id", Integer, primary_key=True),
    _needed("kind", Text),
    _needed("subject", Text),
    Column("serial", Integer),
    _needed("template", Text),
    _needed("page", LargeBinary),
    _needed("digest", Text),
    _needed("dated", Text),
    _needed("code", Text),
    _needed("state", Text),
    _needed("copies", Integer),
    Column("printed_on", Text),
    Column("delivered_on", Text),
    _needed("way", Text),
    _needed("reaction", Text),
    UniqueConstraint("subject"),
    UniqueConstraint("serial"),
    Index("ix_letters_state", "state"),
    Index("ix_letters_delivered_on", "delivered_on", sqlite_where=text("delivered_on IS NOT NULL")),
    sqlite_strict=True,
)

letter_registrations = Table(
    "letter_registrations",
    metadata,
    Column("letter_id", Integer, ForeignKey("letters.id"), primary_key=True),
    Column("registration_id", Integer, ForeignKey("registrations.id"), primary_key=True),
    _needed("registration_version", Integer),
    Index("ix_letter_registrations_registration_id", "registration_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

COMMON_KINDS = ("registered", "letter-prepared", "letter-printed", "letter-delivered")
"""Kinds of lines that no index finds by their kind, for nearly all lines are of these."""
_COMMON = ", ".join(f"'{kind}'" for kind in COMMON_KINDS)

journal = Table(
    "journal",
    metadata,
    Column("position", Integer, primary_key=True),
    _needed("kind", Text),
    _needed("subject", Text),
    _needed("line", LargeBinary),
    _needed("digest", LargeBinary),
    # A line is canonical JSON: its day stands right behind its kind.
    Column("day", Text, Computed("""substr(CAST(line AS TEXT), instr(CAST(line AS TEXT), '","on":"') + 8, 10)""")),
    # The kind where it is none of those that nearly all lines share.
    Column("rare", Text, Computed(f"CASE WHEN kind NOT IN ({_COMMON}) THEN kind END")),
    Index("ix_journal_subject", "subject"),
    Index("ix_journal_day", "day"),
    Index("ix_journal_rare", "rare", sqlite_where=text("rare IS NOT NULL")),
    sqlite_strict=True,
)

journal_parts = Table(
    "journal_parts",
    metadata,
    Column("position", Integer, ForeignKey("journal.position"), primary_key=True),
    Column("part", Text, primary_key=True),
    _needed("salt", LargeBinary),
    _needed("body", LargeBinary),
    sqlite_strict=True,
)

users = Table(
    "users",
    metadata,
    Column("name", Text, primary_key=True),
    _needed("role", Text),
    sqlite_strict=True,
)

bundles = Table(
    "bundles",
    metadata,
    Column("seq", Integer, primary_key=True),
    _needed("manifest", LargeBinary),
    _needed("state", Text),
    _needed("digest", Text),
    _needed("file_name", Text),
    Index("uq_bundles_begun", "state", unique=True, sqlite_where=text("state = 'begun'")),
    sqlite_strict=True,
)

receipts = Table(
    "receipts",
    metadata,
    Column("number", Integer, primary_key=True),
    _needed("manifest", LargeBinary),
    _needed("bundle", Text),
    _needed("verdict", Text),
    _needed("upto", Integer),
    _needed("taken_on", Text),
    sqlite_strict=True,
)

rating_batches = Table(
    "rating_batches",
    metadata,
    Column("batch_id", Text, primary_key=True),
    _needed("taken_on", Text),
    _needed("n", Integer),
    _needed("by_score", Json),
    _needed("by_channel", Json),
    _needed("rest", Json),
    sqlite_strict=True,
)

messages = Table(
    "messages",
    metadata,
    Column("message_id", Text, primary_key=True),
    _needed("taken_on", Text),
    _needed("kind", Text),
    _needed("body", Json),
    sqlite_strict=True,
)

desk_answers = Table(
    "desk_answers",
    metadata,
    Column("id", Integer, primary_key=True),
    _needed("answered_on", Text),
    _needed("channel", Text),
    _needed("score", Integer),
    _needed("comment", Text),
    # `scale`: how many levels; `asked`: {question: choice}; an answer out of a survey counts in that survey alone.
    _needed("scale", Integer, server_default="3"),
    _needed("question_set", Text, server_default=""),
    _needed("asked", Json, server_default="{}"),
    Column("survey_id", Integer, ForeignKey("surveys.id")),
    Column("place_id", Integer, ForeignKey("survey_places.id")),
    Index("ix_desk_answers_survey_id", "survey_id", sqlite_where=text("survey_id IS NOT NULL")),
    sqlite_strict=True,
)

keys = Table(
    "keys",
    metadata,
    Column("name", Text, primary_key=True),
    _needed("raw", LargeBinary),
    sqlite_strict=True,
)

office = Table(
    "office",
    metadata,
    Column("name", Text, primary_key=True),
    _needed("value", Text),
    sqlite_strict=True,
)

pointers = Table(
    "pointers",
    metadata,
    Column("name", Text, primary_key=True),
    _needed("position", Integer),
    _needed("digest", LargeBinary),
    sqlite_strict=True,
)

opt_outs = Table(
    "opt_outs", metadata, Column("mark", Text, primary_key=True), _needed("kept_on", Text), sqlite_strict=True
)
