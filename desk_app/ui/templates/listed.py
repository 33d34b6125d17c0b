"""What the list of letter templates shows of each."""

from __future__ import annotations

from common.words import letter_templates as told
from common.words import templates_page as said
from desk_app.services.letter_templates import Listed
from desk_app.ui.parts.rows import Column


def columns() -> tuple[Column, ...]:
    """The letter, the version in force, the draft."""
    return (
        Column(said.COLUMNS[0], lambda one: one.title, second=lambda one: told.LAYOUT_TITLES[one.layout]),
        Column(said.COLUMNS[1], _now, second=_whose, width=300),
        Column(said.COLUMNS[2], _draft_of, second=_writer, tone=lambda one: "hoe" if one.draft else "", width=204),
    )


def _now(one: Listed) -> str:
    now = one.in_force
    return now.line if now else said.NOT_OFFERED


def _whose(one: Listed) -> str:
    now = one.in_force
    if now is None:
        return ""
    if now.origin:
        return said.OF_UPDATE
    return said.APPROVED_BY.format(name=now.approved_by) if now.approved_by else ""


def _draft_of(one: Listed) -> str:
    return one.draft.line if one.draft else said.NO_DRAFT


def _writer(one: Listed) -> str:
    return said.WRITTEN_BY.format(name=one.draft.by) if one.draft and one.draft.by else ""
