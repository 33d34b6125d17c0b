"""The tables beside the answers: surveys and where their slips went, follow-ups, serials drawn for a check."""

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from desk_app.db.json_text import Json
from desk_app.db.rows import metadata


def _needed(name: str, kind: Any, *rest: Any) -> Column[Any]:
    return Column(name, kind, *rest, nullable=False)


# `subject` is that of its journal lines; `body` says who asks whom, with which questions.
surveys = Table(
    "surveys",
    metadata,
    Column("id", Integer, primary_key=True),
    _needed("subject", Text),
    _needed("name", Text),
    _needed("begun_on", Text),
    Column("closed_on", Text),
    _needed("body", Json),
    sqlite_strict=True,
)

# To whom slips were handed out, how many came back, how many of these were blank or spoiled.
survey_places = Table(
    "survey_places",
    metadata,
    Column("id", Integer, primary_key=True),
    _needed("survey_id", Integer, ForeignKey("surveys.id")),
    _needed("name", Text),
    _needed("handed", Integer),
    _needed("returned", Integer),
    _needed("spoiled", Integer),
    Index("ix_survey_places_survey_id", "survey_id"),
    sqlite_strict=True,
)

# What is to be done after an opinion. `source` tells what it comes from, `source_ref` which one (empty: of its own).
follow_ups = Table(
    "follow_ups",
    metadata,
    Column("id", Integer, primary_key=True),
    _needed("subject", Text),
    _needed("source", Text),
    _needed("source_ref", Text),
    _needed("opened_on", Text),
    _needed("due_on", Text),
    Column("done_on", Text),
    Column("letter_id", Integer, ForeignKey("letters.id")),
    _needed("body", Json),
    Index("ix_follow_ups_done_on", "done_on"),
    sqlite_strict=True,
)

# Letters that the level above drew by lot: the leader shows who signed for them. `found` is empty until then.
check_draws = Table(
    "check_draws",
    metadata,
    Column("receipt", Integer, primary_key=True),
    Column("serial", Integer, primary_key=True),
    _needed("letter", Text),
    _needed("drawn_on", Text),
    _needed("found", Text),
    Column("shown_on", Text),
    sqlite_strict=True,
)
