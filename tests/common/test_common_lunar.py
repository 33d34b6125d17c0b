"""The lunar calendar as Viet Nam counts it, by days that everybody knows and by what holds on every day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from common.lunar import LunarDay, day_of, lunar_of, year_name


@pytest.mark.parametrize(
    "tet",
    [
        date(1968, 1, 29),
        date(1985, 1, 21),
        date(2007, 2, 17),
        date(2020, 1, 25),
        date(2021, 2, 12),
        date(2022, 2, 1),
        date(2023, 1, 22),
        date(2024, 2, 10),
        date(2025, 1, 29),
        date(2026, 2, 17),
        date(2027, 2, 6),
        date(2028, 1, 26),
        date(2029, 2, 13),
        date(2030, 2, 2),
    ],
)
def test_tet_is_the_first_day_of_the_first_month_and_the_day_before_ends_the_old_year(tet: date) -> None:
    assert lunar_of(tet) == LunarDay(tet.year, 1, 1)
    eve = lunar_of(tet - timedelta(days=1))
    assert eve is not None
    assert (eve.year, eve.month, eve.leap) == (tet.year - 1, 12, False)
    assert day_of(LunarDay(tet.year, 1, 1)) == tet


@pytest.mark.parametrize(
    ("year", "month"), [(1985, 2), (2017, 6), (2020, 4), (2023, 2), (2025, 6), (2028, 5), (2031, 3), (2033, 11)]
)
def test_a_year_has_its_leap_month_and_no_other(year: int, month: int) -> None:
    leaps = [other for other in range(1, 13) if day_of(LunarDay(year, other, 1, leap=True))]
    assert leaps == [month]


def test_years_between_have_no_leap_month() -> None:
    for year in (2018, 2019, 2021, 2024, 2026, 2027):
        assert not any(day_of(LunarDay(year, month, 1, leap=True)) for month in range(1, 13))


def test_every_day_follows_the_day_before_in_months_of_29_or_30_days_and_leads_back() -> None:
    day, before = date(1900, 1, 1), lunar_of(date(1899, 12, 31))
    assert before is None
    before = lunar_of(day)
    while day < date(2100, 12, 31):
        day += timedelta(days=1)
        now = lunar_of(day)
        assert before is not None
        assert now is not None
        assert now.day == before.day + 1 or (now.day == 1 and before.day in (29, 30) and _next_month(before, now)), day
        if day.toordinal() % 21 == 0:
            assert day_of(now) == day
        before = now
    assert lunar_of(day + timedelta(days=1)) is None


def test_a_lunar_day_that_its_year_does_not_have_is_no_day() -> None:
    thirtieths = [day_of(LunarDay(2026, month, 30)) for month in range(1, 13)]
    assert None in thirtieths
    assert any(thirtieths)
    assert day_of(LunarDay(2026, 13, 1)) is None
    assert day_of(LunarDay(2026, 1, 31)) is None
    assert day_of(LunarDay(1890, 1, 1)) is None


def test_a_lunar_day_is_told_with_its_leap_month_and_the_name_of_its_year() -> None:
    day = lunar_of(date(2025, 7, 30))
    assert day is not None
    assert (day.short(), day.said()) == ("6/6 nhuận", "6 tháng 6 nhuận, Ất Tỵ")
    assert [year_name(year) for year in (2024, 2026, 2027)] == ["Giáp Thìn", "Bính Ngọ", "Đinh Mùi"]
    january = lunar_of(date(2026, 1, 15))
    assert january is not None
    assert january.year == 2025
    assert (january.short(), january.said()) == ("27/11", "27 tháng 11, Ất Tỵ")


def _next_month(before: LunarDay, now: LunarDay) -> bool:
    if now.leap:
        return (now.month, now.year) == (before.month, before.year) and not before.leap
    if now.month == 1:
        return (before.month, now.year) == (12, before.year + 1)
    return (now.month, now.year) == (before.month + 1, before.year)
