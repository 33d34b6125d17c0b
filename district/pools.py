"""Pools: batches of one office put together so far that no page, file, period or choice tells of under five answers.

A batch of an ended quarter may hold three or four. It waits until one of a later day joins it, and counts on that day.
Everything that is told is a sum of whole pools, so no two sums differ by fewer than five; nor do two moments, whatever
is formed in between (docs/adr/0023).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from common.counts import Answers
from common.periods import Period
from common.pooling import SMALLEST_TOLD as SMALLEST_TOLD
from common.pooling import pooled
from common.scales import Spread, together
from district.store.batches import Batch

POOLED = "pooled"
"""The kind of pools in which letters of several kinds stand together."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Batches that are told together, five answers or more."""

    batches: tuple[Batch, ...]

    @property
    def unit(self) -> str:
        """The office whose answers they are."""
        return self.batches[0].unit

    @property
    def day(self) -> str:
        """The day on which it became large enough (ISO)."""
        return max(batch.formed_on for batch in self.batches)

    @property
    def kind(self) -> str:
        """The kind of all its letters, or `pooled`."""
        kinds = {kind for batch in self.batches for kind in batch.kinds}
        return kinds.pop() if len(kinds) == 1 else POOLED

    @property
    def ids(self) -> frozenset[str]:
        """Which batches it holds."""
        return frozenset(batch.id for batch in self.batches)


@dataclass(frozen=True, slots=True)
class Told:
    """What pools say together; nothing where there are none. Comments stand by text and belong to no score."""

    spread: Spread = field(default_factory=Spread)
    by_channel: Mapping[str, int] = field(default_factory=dict)
    by_kind: Mapping[str, int] = field(default_factory=dict)
    reasons: Mapping[str, int] = field(default_factory=dict)
    comments: tuple[str, ...] = ()
    contradicted: int = 0

    @property
    def n(self) -> int:
        """How many answers: none, or five and more."""
        return self.spread.n


def pools_of(batches: Iterable[Batch]) -> tuple[Pool, ...]:
    """The pools of these batches, each office by itself, by day; what still waits is in none."""
    ordered = sorted(batches, key=lambda batch: (batch.unit, batch.formed_on, batch.id))
    found = [pool for _, own in groupby(ordered, key=lambda batch: batch.unit) for pool in _of_office(tuple(own))]
    return tuple(sorted(found, key=lambda pool: (pool.day, pool.unit, sorted(pool.ids))))


def pools_in(batches: Iterable[Batch], period: Period) -> tuple[Pool, ...]:
    """The pools that became large enough within the period."""
    return tuple(pool for pool in pools_of(batches) if period.contains(date.fromisoformat(pool.day)))


def told(pools: Iterable[Pool]) -> Told:
    """All that these pools say."""
    held = tuple(pools)
    batches = [batch for pool in held for batch in pool.batches]
    by_kind: Counter[str] = Counter()
    for pool in held:
        by_kind[pool.kind] += sum(batch.n for batch in pool.batches)
    return Told(
        together(Spread(batch.scale, batch.by_score) for batch in batches),
        added(batch.by_channel for batch in batches),
        dict(sorted(by_kind.items())),
        added(batch.reasons for batch in batches),
        tuple(sorted(comment for batch in batches for comment in batch.comments)),
        sum(batch.contradicted for batch in batches),
    )


def answers_in(batches: Iterable[Batch], period: Period) -> Answers:
    """What the pools of the period say, as a report tells it."""
    said = told(pools_in(batches, period))
    scale = said.spread.scale if said.n else 0
    return Answers(said.n, dict(sorted(said.spread.by_score.items())), dict(said.by_channel), scale)


def _of_office(batches: Sequence[Batch]) -> Iterator[Pool]:
    days = (tuple(same_day) for _, same_day in groupby(batches, key=lambda batch: batch.formed_on))
    return map(Pool, pooled(days))


def added(counts: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    """What several counts come to, key by key."""
    whole: Counter[str] = Counter()
    for count in counts:
        whole.update(count)
    return dict(sorted(whole.items()))
