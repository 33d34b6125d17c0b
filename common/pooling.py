"""Which batches of one office are told together, so that no page, file or period tells of under five answers.

A batch of an ended quarter may hold three or four. It waits until one of a later day joins it, and counts on that day:
at the desk as at the level above (docs/adr/0023).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

SMALLEST_TOLD = 5
"""Fewer answers are told nowhere, whatever an office's own smallest group."""


class Answered(Protocol):
    """A batch: how many answers, to letters of which kinds."""

    @property
    def n(self) -> int:
        """How many answers."""

    @property
    def kinds(self) -> Sequence[str]:
        """The kinds of their letters."""


B = TypeVar("B", bound=Answered)


def pooled(days: Iterable[Sequence[B]]) -> Iterator[tuple[B, ...]]:
    """Batches of one office, those of one day together, by day: sets of five answers or more. What still waits is in
    none. Which of a day's batches came first is not known, and more may come: what is told must not lean on it. A small
    batch is joined by one of another day, or by all of a later day that are large and may take it in: so the small ones
    of one day and of the next can be set off against each other, and none is the difference of what was ever told."""
    waiting: list[B] = []
    for today in days:
        large = [batch for batch in today if batch.n >= SMALLEST_TOLD]
        small = [batch for batch in today if batch.n < SMALLEST_TOLD]
        joined = [batch for batch in large if waiting and _may_join(batch, waiting)]
        if joined:
            yield (*waiting, *joined)
            waiting = []
        yield from ((batch,) for batch in large if batch not in joined)
        yield from zip(waiting, small, strict=False)
        paired = min(len(waiting), len(small))
        waiting = waiting[paired:] + small[paired:]


def _may_join(batch: Answered, waiting: Sequence[Answered]) -> bool:
    """Whether it costs no kind of letter its own figures."""
    return len(batch.kinds) > 1 or {kind for one in waiting for kind in one.kinds} == set(batch.kinds)
