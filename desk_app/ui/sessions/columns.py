"""Columns of sessions and of what was said."""

from __future__ import annotations

from common.words import sessions_page as said
from common.words.sessions import FIELDS
from desk_app.services.sessions_kept import Said
from desk_app.ui.parts.rows import Column
from desk_app.ui.sessions.model import SessionsModel, answered


def session_columns(model: SessionsModel) -> tuple[Column, ...]:
    """Of sessions: day and place, what came of them."""
    when, came = said.SESSION_COLUMNS
    return (
        Column(
            when,
            lambda one: said.day(one.on),
            lambda one: said.under(one.plan.place, one.held.citizens if one.held else None),
        ),
        Column(came, model.tag, tone=model.tone, tag=True, width=118),
    )


def said_columns(model: SessionsModel) -> tuple[Column, ...]:
    """Of opinions: words and answer, field, where each stands."""
    text, field, state = said.OPINION_COLUMNS
    return (
        Column(text, lambda one: one.opinion.text, answered),
        Column(field, lambda one: FIELDS[one.opinion.field], width=170),
        Column(state, _state, tone=model.said_tone, tag=True, width=130),
    )


def _state(one: Said) -> str:
    return said.state(one.opinion.answer, one.opinion.due_on, one.done.on if one.done else None)
