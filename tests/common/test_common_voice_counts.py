"""Follow-ups and surveys are counted by the newest line of each, in whatever order the lines come."""

from __future__ import annotations

from datetime import date

import pytest

from common.counts import Fact
from common.voice_counts import FollowUps, follow_ups, follow_ups_of, still_open, surveys

DAY = date(2026, 10, 9)


def opened(subject: str, on: str = "2026-10-01", due: str = "2026-10-08", version: int = 1) -> Fact:
    return Fact("follow-up-opened", DAY, subject, version, {"opened_on": on, "due_on": due})


def done(subject: str, on: str, outcome: str = "fixed", version: int = 1) -> Fact:
    return Fact("follow-up-done", DAY, subject, version, {"done_on": on, "outcome": outcome})


def test_follow_ups_count_on_the_day_they_were_opened_and_the_day_they_were_done():
    facts = [
        *(opened("a"), done("a", "2026-10-08")),
        *(opened("b"), done("b", "2026-10-09", "explained")),
        *(opened("c", "2026-10-09"), done("c", "2026-10-08", "letter")),
        done("here without its beginning", "2026-10-09"),
        opened("waits", "2026-10-02", "2026-10-20"),
        Fact("session", DAY, "a", 9, {}),
    ]
    assert follow_ups(facts) == {
        ("2026-10-01", "follow-up opened"): 2,
        ("2026-10-02", "follow-up opened"): 1,
        ("2026-10-09", "follow-up opened"): 1,
        ("2026-10-08", "follow-up done"): 2,
        ("2026-10-09", "follow-up done"): 2,
        ("2026-10-08", "follow-up in-time"): 2,
        ("2026-10-08", "follow-up as fixed"): 1,
        ("2026-10-08", "follow-up as letter"): 1,
        ("2026-10-09", "follow-up as explained"): 1,
        ("2026-10-09", "follow-up as fixed"): 1,
        ("2026-10-08", "follow-up days 7"): 1,
        ("2026-10-09", "follow-up days 8"): 1,
        # Done before the day it was written down as opened: no days.
        ("2026-10-08", "follow-up days 0"): 1,
    }
    assert still_open(facts) == {"2026-10-20": 1}


@pytest.mark.parametrize("turned", [False, True])
def test_the_newest_line_counts_and_of_equal_ones_the_last(turned: bool):
    lines = [done("a", "2026-10-05", "fixed", 1), done("a", "2026-10-06", "letter", 2)]
    counted = follow_ups([opened("a"), *(reversed(lines) if turned else lines)])
    assert [name for name in counted if name[1].startswith("follow-up as")] == [("2026-10-06", "follow-up as letter")]
    twice = [opened("b", due="2026-10-10"), opened("b", due="2026-10-11")]
    assert still_open(twice) == {"2026-10-11": 1}


def test_the_figures_of_a_period_tell_its_follow_ups():
    figures = {
        **{"follow-up opened": 5, "follow-up done": 4, "follow-up in-time": 3, "event birth": 9},
        **{"follow-up as fixed": 3, "follow-up as nothing": 1, "follow-up as letter": 0},
        **{"follow-up days 7": 3, "follow-up days 12": 1, "follow-up days 3": 0},
    }
    assert follow_ups_of(figures) == FollowUps(5, 4, 3, {"fixed": 3, "nothing": 1}, {7: 3, 12: 1})
    assert follow_ups_of({}) == FollowUps(0, 0, 0, {}, {})


@pytest.mark.parametrize(
    ("days", "median"), [({}, None), ({9: 1}, 9), ({10: 1, 2: 1}, 2), ({10: 2, 2: 1}, 10), ({1: 1, 5: 1, 30: 2}, 5)]
)
def test_half_of_them_took_no_longer_than_the_median(days: dict[int, int], median: int | None):
    assert FollowUps(0, 0, 0, {}, days).median == median


def test_of_a_survey_only_the_newest_line_stands():
    lines = [Fact("survey-tally", DAY, "s", version, {"n": version}) for version in (2, 3, 1)]
    assert surveys([*lines, Fact("session", DAY, "t")]) == {"s": lines[1]}


def test_two_that_took_as_long_are_two_and_two_of_one_day_are_two():
    facts = [opened("a"), opened("b"), done("a", "2026-10-05"), done("b", "2026-10-05")]
    assert follow_ups(facts)["2026-10-05", "follow-up days 4"] == 2
    assert follow_ups(facts)["2026-10-05", "follow-up done"] == 2
