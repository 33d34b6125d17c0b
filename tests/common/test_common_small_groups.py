"""No subtraction between what is told of places and what is told of the whole gives a small group away."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from common.small_groups import SMALLEST, hidden

COUNTS = some.lists(some.integers(0, 40), max_size=12)


@given(COUNTS)
def test_what_is_left_when_all_told_places_are_taken_off_the_whole_is_nobody_or_a_group_of_at_least_two_places(counts):
    away = hidden(counts)
    left = [counts[place] for place in away]
    whole_told = sum(counts) >= SMALLEST
    assert all(n for n in left)
    assert not (left and whole_told) or sum(left) >= SMALLEST
    assert not left or len(left) >= 2 or len([n for n in counts if n]) == 1
    assert all(n == 0 or n >= SMALLEST for place, n in enumerate(counts) if place not in away)


@given(COUNTS)
def test_no_place_is_hidden_without_need_and_the_smallest_go_first(counts):
    away = hidden(counts)
    small = {place for place, n in enumerate(counts) if 0 < n < SMALLEST}
    assert small <= away
    if not small:
        assert not away
    more = [counts[place] for place in away - small]
    assert all(n <= counts[place] for n in more for place in range(len(counts)) if place not in away and counts[place])
    if more:
        rest = sorted(counts[place] for place in away)[:-1]
        assert len(rest) < 2 or sum(rest) < SMALLEST


def test_one_small_place_takes_the_next_smallest_with_it():
    assert hidden([40, 3, 12, 0]) == {1, 2}
    assert hidden([2, 2, 30, 31]) == {0, 1, 2}
    assert hidden([2, 3, 30]) == {0, 1}
    assert hidden([3]) == {0}
    assert hidden([]) == hidden([5, 0, 7]) == frozenset()
