from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.periods import NotAPeriod, Period, read_period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-10", date(2026, 10, 1), date(2026, 10, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        (" 2026-h1 ", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026-9M", date(2026, 1, 1), date(2026, 9, 30)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2024-03-01..2024-05-31", date(2024, 3, 1), date(2024, 5, 31)),
        ("1/3/2024..31/5/2024", date(2024, 3, 1), date(2024, 5, 31)),
        ("2024-03..2024-05", date(2024, 3, 1), date(2024, 5, 31)),
    ],
)
def test_a_period_is_read_as_the_command_line_writes_it(text: str, first: date, last: date) -> None:
    period = read_period(text)
    assert (period.first, period.last) == (first, last)
    assert read_period(period.name) == period


@pytest.mark.parametrize(
    "text", ["", "2026-13", "2026-Q5", "26-10", "2026-10-01", "2026-05-01..2026-04-30", "a..b", "0000"]
)
def test_text_that_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(NotAPeriod) as refused:
        read_period(text)
    assert (refused.value.code, refused.value.text) == ("not-a-period", text)
    assert str(refused.value) == f"not-a-period: {text}"


def test_report_calendars_are_named_as_not_there() -> None:
    with pytest.raises(NotAPeriod) as refused:
        read_period(" 2026-Q4@noi-vu")
    assert (refused.value.code, refused.value.text) == ("no-such-calendar", "2026-Q4@noi-vu")


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before"):
        Period("x", date(2026, 1, 2), date(2026, 1, 1))


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(min_value=0, max_value=800))
def test_the_months_of_a_period_cover_it_without_gap_or_overlap(first: date, days: int) -> None:
    period = Period("x", first, first + timedelta(days=days))
    months = period.months()
    assert (months[0].first, months[-1].last) == (period.first, period.last)
    assert all(a.last + timedelta(days=1) == b.first for a, b in pairwise(months))
    assert all(month.first.month == month.last.month for month in months)
    assert all(period.contains(month.first) for month in months)
    assert not period.contains(period.last + timedelta(days=1))


def test_the_last_month_of_all_has_an_end() -> None:
    assert Period("x", date(9999, 12, 1), date(9999, 12, 31)).months()[-1].last == date(9999, 12, 31)


def test_the_months_of_a_period_bear_their_names() -> None:
    assert [month.name for month in read_period("2026-Q1").months()] == ["2026-01", "2026-02", "2026-03"]
