"""What a row of sổ cấp số says."""

from __future__ import annotations

from collections.abc import Callable

from common.words import numbering as said
from desk_app.services.numbering import BookLine
from desk_app.ui.parts.rows import Column

TONES = {"waiting": "hoe", "given": "", "void": "xam", "gap": "xam"}


def columns(mark: Callable[[BookLine], str]) -> tuple[Column, ...]:
    """`mark` says whether a row is chosen."""
    titles = said.COLUMNS
    return (
        Column(titles[0], mark, width=76),
        Column(
            titles[1],
            lambda row: row.short,
            lambda row: said.STATES[row.state],
            tone=lambda row: TONES[row.state],
            second_tone=lambda row: TONES[row.state],
            width=190,
        ),
        Column(
            titles[2],
            lambda row: "" if row.state == "gap" else said.day(row.dated),
            lambda row: said.UNDATED if row.undated and row.state == "waiting" else "",
            width=112,
        ),
        Column(titles[3], lambda row: said.kind(row.kind) if row.kind else "", width=210),
        Column(titles[4], lambda row: row.who or row.note or said.UNEXPLAINED, lambda row: row.note if row.who else ""),
    )
