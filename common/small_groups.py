"""Which groups of answers are told on their own, so that no subtraction gives a small one away."""

from __future__ import annotations

from collections.abc import Sequence

SMALLEST = 5
"""Under so many answers nothing but their number is told."""


def hidden(counts: Sequence[int], smallest: int = SMALLEST) -> frozenset[int]:
    """The places in `counts` whose answers are not told beside the whole: every group under `smallest`, and then the
    next smallest ones until together they hold as many, so at least two of them. Groups without an answer give nothing
    away and are in no set. Where that cannot be reached all are hidden, and the whole is told alone."""
    held = sorted((n, place) for place, n in enumerate(counts) if n)
    put_away = [(n, place) for n, place in held if n < smallest]
    left = held[len(put_away) :]
    while put_away and left and sum(n for n, _ in put_away) < smallest:
        put_away.append(left.pop(0))
    return frozenset(place for _, place in put_away)
