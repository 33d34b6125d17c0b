"""Nhắc việc of letter templates: drafts that wait for the leader's word."""

from __future__ import annotations

from collections.abc import Iterator

from common.words import templates_page as words
from desk_app.db.letter_templates import DRAFT
from desk_app.db.register import Reading
from desk_app.services.reminders import Reminder
from desk_app.services.seat import ACTS_OF, Seat


def template_reminders(seat: Seat, reading: Reading) -> Iterator[Reminder]:
    """One card for whoever may approve, while a draft is there."""
    if "confirm" not in ACTS_OF[seat.role]:
        return
    drafts = [str(one.body.get("title", "")) for one in reading.letter_templates.all() if one.state == DRAFT]
    if drafts:
        yield Reminder("mail", *words.waiting(drafts), goes="templates")
