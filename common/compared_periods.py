"""With which periods a report is compared: the one before it, and the same one a year ago.

Named periods are compared within their series: quarters with quarters, months with months, halves with halves. Nine
months and years have none before them but that of last year. Days from one to another are compared with as many days,
whole months with as many months.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from common.calendars import Calendars
from common.periods import NotAPeriod, Period

_NAMED = re.compile(r"(\d{4})(?:-(Q[1-4]|H[12]|9M|\d{2}))?", re.ASCII)
_SERIES = tuple(tuple(series.split()) for series in ("Q1 Q2 Q3 Q4", "H1 H2", "01 02 03 04 05 06 07 08 09 10 11 12"))
_FIRST_YEAR = 2


def span_before(calendars: Calendars, period: Period) -> Period | None:
    """The period before this one, of the same calendar and shape; None where that is the same period of last year, or
    where the programme asked for none."""
    name, at, calendar = period.name.partition("@")
    named = _NAMED.fullmatch(name)
    if named is None:
        return _as_long_before(period)
    year, part = int(named[1]), named[2]
    series = next((one for one in _SERIES if part in one), None)
    if series is None:
        return None
    place = series.index(part)
    before = f"{year - (place == 0):04}-{series[place - 1]}{at}{calendar}"
    return _read(calendars, before)


def last_year(calendars: Calendars, period: Period) -> Period | None:
    """The same days a year ago; where the programme did not ask yet they have no name but their days. The last day of a
    month stays the last of its month, and 29/02 as a first day is followed by 01/03."""
    name, at, calendar = period.name.partition("@")
    if period.first.year <= _FIRST_YEAR:
        return None
    if _NAMED.fullmatch(name):
        found = _read(calendars, f"{int(name[:4]) - 1:04}{name[4:]}{at}{calendar}")
        known = calendars.get(calendar)
        if found is not None or (known is not None and known.since is not None):
            return found
    last = _month_end(period.last.year - 1, period.last.month) if _ends_month(period.last) else _shifted(period.last)
    first = period.first
    first = date(first.year - 1, 3, 1) if (first.month, first.day) == (2, 29) else _shifted(first)
    return _span(min(first, last), last)


def _as_long_before(period: Period) -> Period | None:
    last = period.first - timedelta(days=1) if period.first > date.min else None
    if last is None or last.year <= _FIRST_YEAR:
        return None
    if period.first.day == 1 and _ends_month(period.last):
        months = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month
        year, month = divmod(last.year * 12 + last.month - 1 - months, 12)
        return _span(date(year, month + 1, 1), last) if year > _FIRST_YEAR else None
    length = period.last - period.first
    return _span(last - length, last) if (last - date.min) > length else None


def _read(calendars: Calendars, name: str) -> Period | None:
    try:
        return calendars.read_period(name)
    except NotAPeriod:
        return None


def _span(first: date, last: date) -> Period:
    return Period(f"{first}..{last}", first, last)


def _shifted(day: date) -> date:
    return day.replace(year=day.year - 1)


def _ends_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
