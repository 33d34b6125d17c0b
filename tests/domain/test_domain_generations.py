"""Which old copies may go."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.generations import DAYS, MONTHS, superfluous

FIRST = datetime(2026, 1, 5, 16, 30, tzinfo=UTC)
MOMENTS = st.lists(
    st.integers(0, 5_000_000).map(lambda minutes: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)),
    max_size=60,
)


def test_the_last_copy_of_a_day_stays_and_the_earlier_ones_of_that_day_may_go() -> None:
    morning, evening = FIRST.replace(hour=8), FIRST
    assert superfluous([evening, morning]) == (morning,)


def test_after_two_years_of_daily_copies_the_days_months_and_years_are_still_there() -> None:
    copies = [FIRST + timedelta(days=number) for number in range(730)]
    kept = set(copies) - set(superfluous(copies))
    assert set(copies[-DAYS:]) <= kept
    assert FIRST.replace(month=12, day=31) in kept, "the last copy of the year before"
    assert FIRST.replace(year=2027, month=6, day=30) in kept, "the last copy of a month of this year"
    assert len(kept) <= DAYS + MONTHS + 3


def test_a_desk_that_stood_still_loses_nothing_by_waking_up() -> None:
    old = [FIRST + timedelta(days=number) for number in range(DAYS)]
    woken = FIRST + timedelta(days=900)
    assert superfluous([*old, woken]) == tuple(old[:1]), "the fourteen newest days are thirteen old ones and this"


@given(MOMENTS)
def test_the_newest_copy_and_one_of_every_year_are_never_dropped(copies: list[datetime]) -> None:
    dropped = superfluous(copies)
    kept = set(copies) - set(dropped)
    assert not copies or max(copies) in kept
    assert {made.year for made in kept} == {made.year for made in copies}


@given(MOMENTS)
def test_what_was_kept_once_is_kept_when_asked_again(copies: list[datetime]) -> None:
    kept = set(copies) - set(superfluous(copies))
    assert superfluous(kept) == ()
