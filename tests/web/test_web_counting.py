"""How often something may happen: counted per key and window, forgotten when the window is over."""

import os

import pytest

from district.web.counting import MOST_KEPT, SWEEP_SECONDS, Counts, Rate


class Seconds:
    """A clock in seconds, moved by hand."""

    at = 0.0

    def __call__(self) -> float:
        return self.at


@pytest.mark.parametrize(
    ("text", "rate"), [("60/10 minutes", Rate(60, 600)), ("30/hour", Rate(30, 3600)), ("2/day", Rate(2, 86400))]
)
def test_a_rate_is_read_as_it_is_written(text: str, rate: Rate) -> None:
    assert Rate.read(text) == rate
    with pytest.raises(ValueError, match="not a rate"):
        Rate.read(text.replace("/", " per "))


def test_a_key_may_so_often_within_its_window_and_again_after_it() -> None:
    now, rate = Seconds(), Rate(2, 60)
    counts = Counts(now)
    assert [counts.count(rate, "a") for _ in range(3)] == [True, True, False]
    assert (counts.may(rate, "a"), counts.may(rate, "b")) == (False, True)
    now.at = 59.9
    assert not counts.count(rate, "a")
    now.at = 60
    assert counts.may(rate, "a")
    assert counts.count(rate, "a")


def test_a_million_other_keys_are_forgotten_with_their_window() -> None:
    now, rate = Seconds(), Rate(2, 60)
    counts = Counts(now)
    for key in range(1000):
        counts.count(rate, str(key))
    now.at = 60 + SWEEP_SECONDS
    counts.count(rate, "last")
    assert list(counts._kept) == [("last",)]


def test_counting_begins_anew_when_a_crowd_of_strangers_fills_the_memory() -> None:
    now, rate, most = Seconds(), Rate(1, 600), 0
    counts = Counts(now)
    for key in range(1_000_000 if os.environ.get("ENDURE") else MOST_KEPT + 10):
        counts.count(rate, "codes", str(key))
        most = max(most, len(counts._kept))
    assert most == MOST_KEPT
    assert counts.may(rate, "codes", "somebody new")
