"""Periods that figures are asked for: a month, a quarter, a half, nine months, a year, or from one day to another."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from common.dates import PartialDate
from common.names import tidy

_MONTHS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12), "9M": (1, 9)}
_PART = re.compile(r"([0-9]{4})(?:-([0-9]{2}|Q[1-4]|H[12]|9M))?")


class NotAPeriod(ValueError):
    """Text that names no period: `not-a-period`, or `no-such-calendar` when it asks for a report calendar."""

    def __init__(self, text: str, code: Literal["not-a-period", "no-such-calendar"] = "not-a-period") -> None:
        super().__init__(f"{code}: {text}")
        self.code = code
        self.text = text


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included, under the name they were asked by; ValueError when turned round."""

    name: str
    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.last} lies before {self.first}")

    def contains(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.first <= day <= self.last

    def months(self) -> tuple[Period, ...]:
        """The calendar months touched, the first and the last cut to the period."""
        found, start = list[Period](), self.first
        while (end := _month_end(start.year, start.month)) < self.last:
            found.append(Period(f"{start:%Y-%m}", start, end))
            start = end + timedelta(days=1)
        return (*found, Period(f"{start:%Y-%m}", start, self.last))


def read_period(text: str) -> Period:
    """Read 2026-10, 2026-Q4, 2026-H1, 2026-9M, 2026 or FROM..TO (ISO or as a clerk types); raises NotAPeriod."""
    clean = tidy(text).upper()
    if "@" in clean:
        raise NotAPeriod(tidy(text), "no-such-calendar")
    try:
        return _span(clean) if ".." in clean else _calendar(clean)
    except ValueError as wrong:
        raise NotAPeriod(tidy(text)) from wrong


def _calendar(clean: str) -> Period:
    match = _PART.fullmatch(clean)
    if match is None:
        raise ValueError(clean)
    year, part = int(match[1]), match[2]
    if part is None:
        first, last = 1, 12
    else:
        first, last = _MONTHS.get(part) or (int(part), int(part))
    return Period(clean, date(year, first, 1), _month_end(year, last))


def _span(clean: str) -> Period:
    begin, _, end = clean.partition("..")
    first, last = PartialDate.parse(begin).earliest(), PartialDate.parse(end).latest()
    return Period(f"{first}..{last}", first, last)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
