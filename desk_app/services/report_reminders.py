"""Nhắc việc of the report calendars that the office follows: what closes soon, what waits to be issued, and the
leader's sheet of the month before."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from common.periods import Period
from common.words import report_reminders as words
from common.words.model_report import period_title
from desk_app.db.register import Reading
from desk_app.services import reports_asked
from desk_app.services.reminders import Reminder
from desk_app.services.reports_asked import CLOSED, RUNNING, ReportAsked
from desk_app.services.seat import Seat

SOON = 7
"""So many days before its figures close a report is told of."""
LEADER_SHEET = "leader-sheet"
"""Under this name the office's papers keep for which months the leader's sheet was printed or put off."""
SHEET_DAYS = 10
"""Until this day of the month the sheet of the month before is offered."""


def report_reminders(seat: Seat, reading: Reading) -> Iterator[Reminder]:
    """One card for what waits to be issued, one for what closes within a week, one for the leader's sheet."""
    today = seat.today()
    asked = [one for one in reports_asked.asked(seat, reading) if not with_the_bundle(one)]
    closed = [one for one in asked if one.state == CLOSED]
    if closed:
        late = sum(one.overdue(today) for one in closed)
        yield Reminder("file-text", *words.waiting(_names(closed), late), goes="reports", urgent=late > 0)
    soon = [one for one in asked if one.state == RUNNING and one.last - today <= timedelta(days=SOON)]
    if soon:
        first = min(soon, key=lambda one: one.last)
        told = words.closing(_names(soon), (first.last, first.due), (first.last - today).days)
        yield Reminder("calendar-event", *told, goes="reports")
    month = sheet_month(today)
    began = seat.register.identity.made_on
    if today.day <= SHEET_DAYS and month.last >= began and month.name not in sheets_done(reading):
        yield Reminder("clipboard-text", *words.leader_sheet(month.first.month), goes="reports")


def sheet_month(today: date) -> Period:
    """The month before."""
    last = today.replace(day=1) - timedelta(days=1)
    return Period(f"{last:%Y-%m}", last.replace(day=1), last)


def sheets_done(reading: Reading) -> frozenset[str]:
    """The months whose sheet is out of hand."""
    return frozenset(json.loads(reading.office.get(LEADER_SHEET) or "[]"))


def with_the_bundle(one: ReportAsked) -> bool:
    """A month's report travels with its bundle, which has a card of its own."""
    return one.last - one.first < timedelta(days=32)


def _names(asked: Sequence[ReportAsked]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(period_title(one.period) for one in asked))
