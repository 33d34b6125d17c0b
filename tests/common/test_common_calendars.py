"""Report calendars are data; their days follow the letters that ask for the reports."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from common.calendars import Calendars, NotACalendar, read_calendar, read_calendars
from common.periods import NotAPeriod, Period, read_period

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "calendars"
CALENDARS = read_calendars(FOLDER)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("2026-Q1@quy-14", "2025-12-15", "2026-03-14"),
        ("2026-Q4@quy-14", "2026-09-15", "2026-12-14"),
        ("2026@quy-14", "2025-11-01", "2026-10-31"),
        ("2026-H1@6-9-12", "2026-01-01", "2026-06-30"),
        ("2026-9M@6-9-12", "2026-01-01", "2026-09-30"),
        ("2024-H1@luy-ke", "2024-03-01", "2024-06-30"),
        ("2026@LUY-KE", "2024-03-01", "2026-12-31"),
        ("2028-02@thang", "2028-02-01", "2028-02-29"),
        ("2027-02@thang", "2027-02-01", "2027-02-28"),
        ("2022@dot-2022", "2022-01-01", "2022-09-29"),
    ],
)
def test_a_report_counts_the_days_that_its_letter_asks_for(name: str, first: str, last: str):
    found = CALENDARS.read_period(name)
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)
    assert CALENDARS.read_period(found.name) == found


def test_a_period_without_a_calendar_is_read_as_ever():
    assert CALENDARS.read_period("2026-Q4") == read_period("2026-Q4")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("2026-Q4@nowhere", "no-such-calendar"),
        ("2026-H1@quy-14", "not-a-period"),
        ("2024-Q1@quy-14", "not-a-period"),
        ("2026@dot-2022", "not-a-period"),
        ("2026-Q5@quy-14", "not-a-period"),
        ("@quy-14", "not-a-period"),
        ("0000@luy-ke", "not-a-period"),
    ],
)
def test_what_no_programme_asks_for_is_no_period(name: str, code: str):
    with pytest.raises(NotAPeriod) as refused:
        CALENDARS.read_period(name)
    assert refused.value.code == code


def test_every_day_since_the_beginning_lies_in_exactly_one_quarter_closed_on_the_14th():
    calendar = CALENDARS.get("quy-14")
    assert calendar is not None
    day = date(2024, 9, 15)
    while day <= date(2028, 12, 14):
        quarters = [one for one in calendar.running(day) if "-Q" in one.period.name]
        assert len(quarters) == 1
        day += timedelta(days=1)


def test_reports_are_told_as_they_close_with_the_day_they_are_due():
    calendar = CALENDARS.get("quy-14")
    assert calendar is not None
    told = calendar.reports(date(2026, 9, 1), date(2026, 12, 31))
    assert [(one.period.name, one.due) for one in told] == [
        ("2026-Q3@quy-14", date(2026, 9, 14)),
        ("2026@quy-14", date(2026, 10, 31)),
        ("2026-Q4@quy-14", date(2026, 12, 14)),
    ]
    assert calendar.due(2026, "Q1") == date(2026, 3, 14)
    december = CALENDARS.read_period("2026-12@thang")
    monthly = CALENDARS.get("thang")
    assert monthly is not None
    assert monthly.due(2026, "12") == date(2027, 1, 5)
    assert monthly.reports(december.last, december.last)[0].period == Period(
        "2026-12@thang", december.first, december.last
    )


@pytest.mark.parametrize(
    ("bend", "place"),
    [
        ({"id": "Quý"}, "id"),
        ({"name": ""}, "name"),
        ({"to": []}, "to"),
        ({"from": "31/12/2024"}, "from"),
        ({"terms": []}, "terms"),
        ({"terms": [{"part": "Q7"}]}, "terms[0].part"),
        (
            {"terms": [{"part": "", "first": {"month": 1, "day": 1}, "last": {"month": 13, "day": 1}}]},
            "terms[0].last.month",
        ),
        ({"terms": [{"part": "", "first": {"month": 5, "day": 1}, "last": {"month": 4, "day": 1}}]}, "terms[0].first"),
    ],
)
def test_a_calendar_that_does_not_fit_is_refused_with_its_place(bend: dict[str, object], place: str):
    told = json.loads((FOLDER / "quy-14.json").read_text(encoding="utf-8"))
    with pytest.raises(NotACalendar) as refused:
        read_calendar(json.dumps(told | bend).encode())
    assert str(refused.value) == place


def test_nothing_is_known_without_calendars():
    with pytest.raises(NotAPeriod):
        Calendars(()).read_period("2026@quy-14")
