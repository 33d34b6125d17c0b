"""Nhắc việc of mornings with the people: one is near, one was never written down, a promise is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from common.words import sessions as words
from desk_app.db.register import Reading
from desk_app.services.sessions_kept import said_of

SOON = 2
"""Days before its day on which a session or a promise is told."""

Told = tuple[tuple[str, str], bool]


def session_reminders(reading: Reading, today: date) -> Iterator[Told]:
    """Title and text, and whether it cannot wait."""
    standing = {one.id: one for one in reading.sessions.all() if one.taken_back_on is None}
    coming = [one for one in standing.values() if one.held_on is None]
    for one in reversed(coming):
        days, place = (one.planned_on - today).days, str(one.body["plan"]["place"])
        if days < 0:
            yield words.reminder_overdue(one.planned_on, place), False
        elif days <= SOON:
            yield words.reminder_near(one.planned_on, days, place), days == 0
    said = (said_of(one) for one in reading.sessions.opinions() if one.session in standing)
    due = [one.due for one in said if one.is_open and one.due <= today + timedelta(days=SOON)]
    if due:
        late = sum(day < today for day in due)
        yield words.reminder_due(len(due), late), late > 0
