"""Periods as they are asked for at the office: with a report calendar behind an @, or without."""

from datetime import date
from functools import cache

from common.calendars import Calendars, read_calendars
from common.model_report import Asked
from common.periods import NotAPeriod, Period
from district.paths import resources
from district.trouble import Mistake


def asked_span(text: str) -> Period:
    """The period `2026-10`, `2026-Q4@quy-14`, …; raises Mistake `not-a-period` or `no-such-calendar`."""
    try:
        return calendars().read_period(text)
    except NotAPeriod as refusal:
        raise Mistake(refusal.code, period=text) from refusal


def due_of(period: Period) -> date | None:
    """By when the report of a calendar's period is due; None where nobody asks for it, or no day was set."""
    asked = asked_by(period)
    return date.fromisoformat(asked.due) if asked and asked.due else None


def asked_by(period: Period) -> Asked | None:
    """Who asks for the report of a period; None for one without a calendar."""
    name, _, id = period.name.partition("@")
    calendar = calendars().get(id) if id else None
    if calendar is None:
        return None
    due = calendar.due(int(name[:4]), name[5:])
    told = (calendar.id, calendar.name, calendar.programme, calendar.recipients, calendar.source)
    return Asked(*told, due.isoformat() if due else "")


@cache
def calendars() -> Calendars:
    """The report calendars that come with the program."""
    return read_calendars(resources() / "calendars")
