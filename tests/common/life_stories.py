"""Lives of registrations and letters, told as journal facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from common.counts import Fact

DAY, LATER = date(2024, 3, 5), date(2024, 4, 2)


def registered(subject: str, event: str = "birth", on: date = DAY, **more: Any) -> Fact:
    return Fact(
        "registered", on, subject, 1, {"event": event, "registered_on": on.isoformat(), "unit": "00070", **more}
    )


def letter(subject: str, kind: str = "birth", covers: int = 1, serial: int | None = 7, on: date = DAY) -> Fact:
    return Fact("letter-prepared", on, subject, 1, {"letter": kind, "serial": serial, "covers": covers})


def printed(subject: str, on: date = DAY, reprint: int = 0) -> Fact:
    return Fact("letter-printed", on, subject, 1, {"letter": "birth", "copies": 1, "reprint": reprint})


def delivered(subject: str, on: date = DAY, reaction: str = "none") -> Fact:
    figures = {"letter": "birth", "delivered_on": on.isoformat(), "way": "counter", "reaction": reaction}
    return Fact("letter-delivered", on, subject, 1, figures)


def letter_voided(subject: str, covers: int) -> Fact:
    return Fact("letter-voided", DAY, subject, 1, {"letter": "birth", "covers": covers})


@st.composite
def histories(draw: st.DrawFn) -> list[list[Fact]]:
    """One list per subject, each in the order of its life."""
    lives = []
    for number in range(draw(st.integers(0, 8))):
        day = draw(st.dates(date(2024, 2, 20), date(2024, 4, 10)))
        life = [registered(f"r{number}", draw(st.sampled_from(["birth", "marriage", "death"])), day)]
        life += [Fact("voided", day, f"r{number}", 2)] * draw(st.integers(0, 1))
        covers = draw(st.integers(1, 3))
        sheet = [letter(f"l{number}", covers=covers, on=day), printed(f"l{number}", day)]
        sheet += [delivered(f"l{number}", day, draw(st.sampled_from(["good", "bad", "none"])))] * draw(
            st.integers(0, 2)
        )
        sheet += [letter_voided(f"l{number}", 1)] * draw(st.integers(0, covers))
        lives += [life, sheet]
    return lives
