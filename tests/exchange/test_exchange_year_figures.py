"""What the year of a friendly office may tell upward: figures and their bounds, kind by kind."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from exchange import year_figures as year
from exchange.figures import KINDS
from exchange.shapes import is_count, is_day

DAY, LATER = "2026-10-05", "2026-10-06"
DIGEST = "0123456789abcdef" * 4
MANY = (0, 1, 1_000_000), (-1, 1_000_001, True, "1", None, 1.0)
SOME = (1, 1_000_000), (0, 1_000_001, -1)
DAYS = (DAY, "2028-02-29"), ("2026-02-29", "5/10/2026", 20261005, None)
GONE = (1,), (0, 2, True, "1")
YEARS = (2000, 2199), (1999, 2200, "2026")
DIGESTS = (DIGEST,), (DIGEST[1:], DIGEST + "0", DIGEST.upper(), "g" * 64, DIGEST + "\n", 7)
IDS = ("quy-14", "0", "a" * 32), ("", "-a", "A", "a" * 33, "quý", "a b", "a\n", 1)
POINTS, MOST = ((0, 100_000), (-1, 100_001)), ((1, 100_000), (0, 100_001))
EDITIONS = (1, 10_000), (0, 10_001)
Bounds = tuple[tuple[Any, ...], tuple[Any, ...]]


def _words(allowed: frozenset[str]) -> Bounds:
    return tuple(sorted(allowed)), ("", "none", 1, None)


MUST: Mapping[str, Mapping[str, Bounds]] = {
    "session": {"held_on": DAYS, "citizens": MANY, "bodies": MANY},
    "session-opinion": {"held_on": DAYS, "field": _words(year.FIELDS), "answer": _words(year.ANSWERS)},
    "meeting": {"held_on": DAYS, "what": _words(year.MEETINGS), "n": SOME},
    "commendation": {"given_on": DAYS, "to": _words(year.COMMENDED), "merit": _words(year.MERITS)},
    "conduct": {"told_on": DAYS, "found": _words(year.FINDINGS)},
    "report-issued": {"first": DAYS, "last": DAYS, "digest": DIGESTS},
    "criteria-scored": {
        **{"set": IDS, "edition": EDITIONS, "year": YEARS, "digest": DIGESTS},
        **{"points": POINTS, "most": MOST},
    },
    "evidence-pack": {"year": YEARS, "files": MANY, "letters": MANY, "digest": DIGESTS},
}
MAY: Mapping[str, Mapping[str, Bounds]] = {
    "session": {"taken_back": GONE},
    "session-opinion": {"due_on": DAYS, "done_on": DAYS, "taken_back": GONE},
    "meeting": {"settled": MANY, "taken_back": GONE},
    "commendation": {"taken_back": GONE},
    "conduct": {"done_on": DAYS, "taken_back": GONE},
    "report-issued": {"calendar": IDS},
    "criteria-scored": {},
    "evidence-pack": {},
}
Check = Callable[[Any], bool]


def _number(least: int, most: int) -> Check:
    return lambda value: is_count(value, least, most)


def _word(allowed: frozenset[str]) -> Check:
    return lambda value: value in allowed


def test_a_kind_of_the_year_carries_its_figures_within_their_bounds_and_no_other() -> None:
    rules = year.year_rules(is_day, _number, _word)
    assert rules.keys() == MUST.keys() == MAY.keys()
    for kind, parts in rules.items():
        for checks, bounds in zip(parts, (MUST[kind], MAY[kind]), strict=True):
            assert checks.keys() == bounds.keys()
            for name, (taken, refused) in bounds.items():
                assert [value for value in taken if not checks[name](value)] == [], (kind, name)
                assert [value for value in refused if checks[name](value)] == [], (kind, name)


def test_the_list_of_the_exchange_holds_these_kinds_as_they_stand_here() -> None:
    for kind, must in MUST.items():
        figures = KINDS[kind].figures
        assert figures.keys() == must.keys() | MAY[kind].keys()
        assert {name for name, figure in figures.items() if figure.optional} == MAY[kind].keys()
        for name, (taken, refused) in {**must, **MAY[kind]}.items():
            assert all(figures[name].fits(value) for value in taken)
            assert not any(figures[name].fits(value) for value in refused)


@pytest.mark.parametrize(
    ("figures", "agrees"),
    [
        ({"answer": "answered"}, True),
        ({"answer": "answered", "due_on": LATER}, False),
        ({"answer": "answered", "done_on": LATER}, False),
        ({"answer": "promised"}, True),
        ({"answer": "promised", "due_on": DAY, "done_on": DAY}, True),
        ({"answer": "passed-on", "due_on": LATER, "done_on": LATER}, True),
        ({"answer": "promised", "due_on": "2026-10-04"}, False),
        ({"answer": "promised", "due_on": LATER, "done_on": "2026-10-04"}, False),
    ],
)
def test_what_was_answered_at_once_is_not_owed_and_nothing_is_done_before_it_was_said(
    figures: dict[str, str], agrees: bool
) -> None:
    assert year.opinion_agrees({"held_on": DAY, **figures}) is agrees


@pytest.mark.parametrize(
    ("figures", "agrees"),
    [
        ({"found": "open"}, True),
        ({"found": "open", "done_on": LATER}, False),
        ({"found": "upheld"}, False),
        ({"found": "upheld", "done_on": DAY}, True),
        ({"found": "unfounded", "done_on": LATER}, True),
        ({"found": "unfounded", "done_on": "2026-10-04"}, False),
    ],
)
def test_what_is_found_about_conduct_has_its_day_and_what_stands_open_has_none(
    figures: dict[str, str], agrees: bool
) -> None:
    assert year.conduct_agrees({"told_on": DAY, **figures}) is agrees


def test_bounds_between_two_figures_hold_up_to_their_equal() -> None:
    assert [year.meeting_agrees({"n": 2, **told}) for told in ({}, {"settled": 2}, {"settled": 3})] == [1, 1, 0]
    assert year.meeting_agrees({"n": 0})
    assert [year.report_agrees({"first": DAY, "last": last}) for last in (LATER, DAY, "2026-10-04")] == [1, 1, 0]
    assert [year.score_agrees({"points": points, "most": 10}) for points in (0, 10, 11)] == [1, 1, 0]
