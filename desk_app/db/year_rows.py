"""The tables of the year: issued reports and their drafts, sessions with the people, what is logged by day, evidence,
criteria. Figures travel as journal lines under `subject`; what people typed stays here."""

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

from desk_app.db.json_text import Json
from desk_app.db.rows import metadata


def _needed(name: str, kind: Any, *rest: Any) -> Column[Any]:
    return Column(name, kind, *rest, nullable=False)


# A report as it was issued: `content` is canonical JSON, `digest` its SHA-256 in hex. A correction is a new version.
issued_reports = Table(
    "issued_reports",
    metadata,
    Column("id", Integer, primary_key=True),
    _needed("subject", Text),
    _needed("period", Text),
    _needed("version", Integer),
    _needed("number", Text),
    _needed("issued_on", Text),
    _needed("digest", Text),
    _needed("content", LargeBinary),
    _needed("reason", Text),
    UniqueConstraint("period", "version", name="uq_issued_reports_period"),
    sqlite_strict=True,
)

# What was written for a report that is not issued yet, by its period's name.
report_drafts = Table(
    "report_drafts", metadata, Column("period", Text, primary_key=True), _needed("body", Json), sqlite_strict=True
)

# A morning with the people: planned, then held (`held_on`), or taken back.
sessions = Table(
    "sessions",
    metadata,
    Column("id", Integer, primary_key=True),
    _needed("subject", Text),
    _needed("planned_on", Text),
    Column("held_on", Text),
    Column("taken_back_on", Text),
    _needed("body", Json),
    Index("ix_sessions_planned_on", "planned_on"),
    sqlite_strict=True,
)

session_opinions = Table(
    "session_opinions",
    metadata,
    Column("id", Integer, primary_key=True),
    _needed("session_id", Integer, ForeignKey("sessions.id")),
    _needed("subject", Text),
    Column("due_on", Text),
    Column("done_on", Text),
    _needed("body", Json),
    Index("ix_session_opinions_session_id", "session_id"),
    sqlite_strict=True,
)

# What is written down by its day: meeting, commendation, conduct travel as counts; press, pledge, committee, funding
# stay as they are. `subject` is empty where nothing travels.
year_log = Table(
    "year_log",
    metadata,
    Column("id", Integer, primary_key=True),
    _needed("subject", Text),
    _needed("kind", Text),
    _needed("on_day", Text),
    Column("taken_back_on", Text),
    _needed("body", Json),
    Index("ix_year_log_on_day", "on_day"),
    sqlite_strict=True,
)

# A file kept as evidence, its bytes sealed beside the register under `digest` (SHA-256 in hex), each once.
evidence = Table(
    "evidence",
    metadata,
    Column("id", Integer, primary_key=True),
    _needed("digest", Text),
    _needed("media_type", Text),
    _needed("size", Integer),
    _needed("added_on", Text),
    Column("taken_back_on", Text),
    _needed("body", Json),
    UniqueConstraint("digest", name="uq_evidence_digest"),
    sqlite_strict=True,
)

# What a file proves: criterion, session, letter, press, pledge, committee, funding, survey; `to_ref` which one.
evidence_links = Table(
    "evidence_links",
    metadata,
    Column("evidence_id", Integer, ForeignKey("evidence.id"), primary_key=True),
    Column("to_kind", Text, primary_key=True),
    Column("to_ref", Text, primary_key=True),
    Index("ix_evidence_links_to_kind", "to_kind", "to_ref"),
    sqlite_strict=True,
)

evidence_packs = Table(
    "evidence_packs",
    metadata,
    Column("year", Integer, primary_key=True),
    Column("version", Integer, primary_key=True),
    _needed("subject", Text),
    _needed("made_on", Text),
    _needed("digest", Text),
    _needed("body", Json),
    sqlite_strict=True,
)

# Sets of criteria that the office took in or wrote; an edition in use is never changed.
criteria_sets = Table(
    "criteria_sets",
    metadata,
    Column("id", Text, primary_key=True),
    Column("edition", Integer, primary_key=True),
    _needed("added_on", Text),
    _needed("content", LargeBinary),
    sqlite_strict=True,
)

# How the office scored itself in a year; confirmed by the leader, a later change is the next version.
criteria_years = Table(
    "criteria_years",
    metadata,
    Column("set_id", Text, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("version", Integer, primary_key=True),
    _needed("subject", Text),
    Column("confirmed_on", Text),
    _needed("body", Json),
    sqlite_strict=True,
)
