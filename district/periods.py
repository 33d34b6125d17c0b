"""Periods as they are asked for at the office: with a report calendar behind an @, or without."""

from functools import cache

from common.calendars import Calendars, read_calendars
from common.periods import NotAPeriod, Period
from district.paths import resources
from district.trouble import Mistake


def asked_span(text: str) -> Period:
    """The period `2026-10`, `2026-Q4@quy-14`, …; raises Mistake `not-a-period` or `no-such-calendar`."""
    try:
        return _calendars().read_period(text)
    except NotAPeriod as refusal:
        raise Mistake(refusal.code, period=text) from refusal


@cache
def _calendars() -> Calendars:
    return read_calendars(resources() / "calendars")
