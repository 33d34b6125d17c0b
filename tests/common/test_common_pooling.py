"""A batch of under five answers waits for one of another day, and is never the difference of what was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.pooling import SMALLEST_TOLD, pooled


@dataclass(frozen=True)
class Batch:
    """A batch as desks and districts keep it."""

    n: int
    kinds: Sequence[str] = ("birth",)


def b(n: int, *kinds: str) -> Batch:
    return Batch(n, kinds or ("birth",))


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([], []),
        ([[]], []),
        ([[b(5)]], [[b(5)]]),
        ([[b(4)]], []),
        # Small ones of one day do not join one another, nor a large one of that day.
        ([[b(4), b(3)]], []),
        ([[b(3), b(9)]], [[b(9)]]),
        # One of a later day lets it out, whether small or large.
        ([[b(3)], [b(4)]], [[b(3), b(4)]]),
        ([[b(3)], [b(9)]], [[b(3), b(9)]]),
        ([[b(3)], [], [b(9)]], [[b(3), b(9)]]),
        # All large ones of that day take it in together, and then nothing waits any more.
        ([[b(3)], [b(9), b(7)], [b(8)]], [[b(3), b(9), b(7)], [b(8)]]),
        # Small ones are told in pairs; those left over wait on.
        ([[b(3), b(4)], [b(2)], [b(9)]], [[b(3), b(2)], [b(4), b(9)]]),
        ([[b(3)], [b(4), b(2)], [b(9)]], [[b(3), b(4)], [b(2), b(9)]]),
        # What joined leaves a day's small ones waiting for the next.
        ([[b(3)], [b(4), b(9)], [b(8)]], [[b(3), b(9)], [b(4), b(8)]]),
        # A letter of one kind keeps its own figures: another kind does not join it.
        ([[b(3, "death")], [b(9)]], [[b(9)]]),
        ([[b(3, "death"), b(4)], [b(9)]], [[b(9)]]),
        ([[b(3, "death")], [b(9), b(6, "death")]], [[b(3, "death"), b(6, "death")], [b(9)]]),
        ([[b(3, "death")], [b(9, "birth", "thanks")]], [[b(3, "death"), b(9, "birth", "thanks")]]),
        ([[b(3, "birth", "death")], [b(9)]], [[b(9)]]),
    ],
)
def test_batches_are_told_alone_or_with_those_of_another_day(days: list[list[Batch]], told: list[list[Batch]]) -> None:
    assert list(map(list, pooled(days))) == told


@given(st.lists(st.lists(st.integers(3, 9), max_size=4), max_size=6))
def test_no_batch_is_told_twice_and_none_of_under_five_answers_is_told_alone(days: list[list[int]]) -> None:
    batches = [[Batch(n, (f"{day}-{place}", "other")) for place, n in enumerate(one)] for day, one in enumerate(days)]
    told = list(pooled(batches))
    every = [batch for one in told for batch in one]
    assert len(set(every)) == len(every)
    assert all(sum(batch.n for batch in one) >= SMALLEST_TOLD for one in told)
    assert {batch for day in batches for batch in day if batch.n >= SMALLEST_TOLD} <= set(every)
