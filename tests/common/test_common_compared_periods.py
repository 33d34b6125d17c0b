"""A report is compared with the period before it and with the same days a year ago."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from common.calendars import read_calendars
from common.compared_periods import last_year, span_before
from common.periods import Period

CALENDARS = read_calendars(Path(__file__).resolve().parents[2] / "resources" / "calendars")


def days(period: Period | None) -> str:
    return f"{period.first}..{period.last}" if period else ""


@pytest.mark.parametrize(
    ("name", "before", "year_ago"),
    [
        ("2026-Q4@quy-14", "2026-06-15..2026-09-14", "2025-09-15..2025-12-14"),
        ("2026-Q1@quy-14", "2025-09-15..2025-12-14", "2024-12-15..2025-03-14"),
        ("2025-Q1@quy-14", "2024-09-15..2024-12-14", "2023-12-15..2024-03-14"),
        ("2026@quy-14", "", "2024-11-01..2025-10-31"),
        ("2026-H1@6-9-12", "", "2025-01-01..2025-06-30"),
        ("2024-Q2@luy-ke", "2024-03-01..2024-03-31", ""),
        ("2025-Q2@luy-ke", "2024-03-01..2025-03-31", "2024-03-01..2024-06-30"),
        ("2028-03@thang", "2028-02-01..2028-02-29", "2027-03-01..2027-03-31"),
        ("2026-Q1", "2025-10-01..2025-12-31", "2025-01-01..2025-03-31"),
        ("2026-H1", "2025-07-01..2025-12-31", "2025-01-01..2025-06-30"),
        ("2026-9M", "", "2025-01-01..2025-09-30"),
        ("2026", "", "2025-01-01..2025-12-31"),
        ("2024-03-01..2024-05-31", "2023-12-01..2024-02-29", "2023-03-01..2023-05-31"),
        ("2024-02-10..2024-02-19", "2024-01-31..2024-02-09", "2023-02-10..2023-02-19"),
        ("2024-02-29..2024-03-30", "2024-01-29..2024-02-28", "2023-03-01..2023-03-30"),
        ("2024-02-29..2024-02-29", "2024-02-28..2024-02-28", "2023-02-28..2023-02-28"),
        ("2025-02-01..2025-02-28", "2025-01-01..2025-01-31", "2024-02-01..2024-02-29"),
    ],
)
def test_each_period_has_its_own_shape_before_it_and_its_own_days_a_year_ago(
    name: str, before: str, year_ago: str
) -> None:
    period = CALENDARS.read_period(name)
    assert (days(span_before(CALENDARS, period)), days(last_year(CALENDARS, period))) == (before, year_ago)


def test_quarters_follow_one_another_without_a_gap_or_a_day_twice() -> None:
    quarter = CALENDARS.read_period("2029-Q4@quy-14")
    while (before := span_before(CALENDARS, quarter)) is not None:
        assert (quarter.first - before.last).days == 1
        quarter = before
    assert quarter.name == "2024-Q3@quy-14", "the first that the letter of 16/7/2024 asks for"


def test_nothing_lies_before_the_first_days_that_there_are() -> None:
    first = Period("0001-01-01..0001-02-03", date(1, 1, 1), date(1, 2, 3))
    assert (span_before(CALENDARS, first), last_year(CALENDARS, first)) == (None, None)


@pytest.mark.parametrize(
    ("name", "before", "year_ago"),
    [
        ("2026-Q1", "2025-Q4", "2025-Q1"),
        ("2026", "", "2025"),
        ("2026-Q2@quy-14", "2026-Q1@quy-14", "2025-Q2@quy-14"),
        ("2024-03-01..2024-05-31", "2023-12-01..2024-02-29", "2023-03-01..2023-05-31"),
        ("2024-02-10..2024-02-19", "2024-01-31..2024-02-09", "2023-02-10..2023-02-19"),
        ("2024-11-01..2025-02-28", "2024-07-01..2024-10-31", "2023-11-01..2024-02-29"),
        ("2024-02-03..2024-02-28", "2024-01-08..2024-02-02", "2023-02-03..2023-02-28"),
        ("0003-01-01..0003-01-03", "", "0002-01-01..0002-01-03"),
        ("0003-01-02..0003-01-03", "0002-12-31..0003-01-01", "0002-01-02..0002-01-03"),
        ("0002-12-01..0003-01-31", "", ""),
        ("0003-02-01..0003-03-31", "", "0002-02-01..0002-03-31"),
        ("0003-02-01..0003-02-28", "0003-01-01..0003-01-31", "0002-02-01..0002-02-28"),
        ("0003-06-02..0009-01-01", "", "0002-06-02..0008-01-01"),
        # As many days before end on the first day that there is: not told either.
        ("0003-01-02..0005-01-02", "", "0002-01-02..0004-01-02"),
    ],
)
def test_what_is_compared_has_a_name_and_lies_in_years_that_can_be_named(name: str, before: str, year_ago: str) -> None:
    found = Period(name, *map(date.fromisoformat, name.split(".."))) if ".." in name else CALENDARS.read_period(name)
    told = [one.name if one else "" for one in (span_before(CALENDARS, found), last_year(CALENDARS, found))]
    assert told == [before, year_ago]


def test_nothing_is_as_long_before_as_the_first_day_of_all():
    first = date(3, 1, 11)
    before = date(3, 1, 10) - date.min
    assert span_before(CALENDARS, Period("x", first, first + before)) is None
    assert days(span_before(CALENDARS, Period("x", first, first + before - timedelta(days=1)))).startswith("0001-01-02")
