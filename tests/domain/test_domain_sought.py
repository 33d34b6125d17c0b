"""What is typed into the search box is always understood as something: no text brings the page down."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.sought import read_sought

TODAY = date(2026, 11, 20)
TYPED = st.text("0123456789/.-– âmquyểnKS", max_size=24)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("5/12", ("201205", "20251205")),
        ("2/03", ("200302", "20260302")),
        ("25/12", ("20251225",)),
        ("05/12/2025", ("20251205",)),
        ("31/2", ()),
    ],
)
def test_a_day_without_its_year_may_be_a_month_too_and_is_looked_for_as_both(typed: str, days: tuple[str, ...]) -> None:
    (figure,) = read_sought(typed, TODAY).figures
    assert figure.days == days


@given(TYPED, st.sampled_from((None, TODAY)))
def test_whatever_is_typed_is_understood_as_something(typed: str, today: date | None) -> None:
    assert read_sought(typed, today).typed == " ".join(typed.split())
