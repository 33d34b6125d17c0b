"""Figures with and without the answers that bear a flag, told only where no difference tells of few answers.

A split is told of batches together. Where the flagged ones of the batches that hold both kinds, and the others of
these, are each a group, no sum or difference of batches and splits is of less than a group (docs/adr/0023).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from common.periods import Period
from common.scales import Spread, as_three, together
from common.words import flags as words
from district.groups import SMALLEST_GROUP
from district.pools import Pool, added, pools_in, pools_of
from district.ratings import Round, smallest_group
from district.store.batches import Batch
from district.store.noted import Noted, Split
from district.store.store import Work


@dataclass(frozen=True, slots=True)
class Flagged:
    """One office in a period: answers that are told, how many bear a flag and which; `whole` and `without` are figures
    with and without those, both empty where that cannot be told; `sentences` say it."""

    unit: str
    n: int = 0
    flagged: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    whole: Spread = field(default_factory=Spread)
    without: Spread = field(default_factory=Spread)
    sentences: tuple[str, ...] = ()


def flags_of(work: Work, units: Sequence[str], period: Period) -> tuple[Flagged, ...]:
    """What was noted about the answers that are told in the period, for each of these offices."""
    return tuple(_flagged(work, unit, period) for unit in units)


def form_splits(work: Work, unit: str, now: Round) -> None:
    """Tell apart what can be by now; the rest waits for more batches."""
    held = work.noted.of_unit(unit)
    pools = pools_of(work.batches.of_unit(unit))
    waiting = [pool for pool in pools if _any(pool, held) and not any(_of(one, held).told_in for one in pool.batches)]
    least = max(SMALLEST_GROUP, smallest_group(work, unit))
    pure = [pool for pool in waiting if not any(_mixed(_of(one, held), one) for one in pool.batches)]
    for pool in pure:
        _tell(work, [pool], held, now)
    rest = [pool for pool in waiting if pool not in pure]
    both = [one for pool in rest for one in pool.batches if _mixed(_of(one, held), one)]
    flagged = sum(_of(one, held).n for one in both)
    if min(flagged, sum(one.n for one in both) - flagged) >= least:
        _tell(work, rest, held, now)


def _tell(work: Work, pools: Sequence[Pool], held: Mapping[str, Noted], now: Round) -> None:
    batches = [batch for pool in pools for batch in pool.batches]
    noted = [_of(batch, held) for batch in batches]
    marked = together(Spread(b.scale, one.by_score) for b, one in zip(batches, noted, strict=True))
    whole = together(Spread(batch.scale, batch.by_score) for batch in batches)
    if marked.scale != whole.scale:
        marked = _as_three(marked)
    split = Split(
        id=now.random(16).hex(),
        unit=batches[0].unit,
        formed_on=now.today.isoformat(),
        scale=whole.scale,
        flags=added(one.flags for one in noted),
        noted_by_score=dict(marked.by_score),
        rest_by_score=dict((Counter(whole.by_score) - Counter(marked.by_score)).items()),
    )
    work.splits.add(split)
    work.noted.tell([batch.id for batch in batches], split.id)


def _flagged(work: Work, unit: str, period: Period) -> Flagged:
    held = work.noted.of_unit(unit)
    pools = pools_in(work.batches.of_unit(unit), period)
    batches = [batch for pool in pools for batch in pool.batches]
    noted = [_of(batch, held) for batch in batches]
    counts = added(one.flags for one in noted)
    told = {code: counts[code] for code in words.FLAGS if code in counts}
    n, flagged = sum(batch.n for batch in batches), sum(one.n for one in noted)
    if not flagged:
        return Flagged(unit, n)
    whole, without = _apart(work, unit, pools, held)
    said = [words.noted(flagged, n), *(words.flag(code, count) for code, count in told.items())]
    if without.n < SMALLEST_GROUP or whole.n == without.n:
        return Flagged(unit, n, flagged, told, sentences=(*said, words.TOO_FEW))
    said.append(words.without(whole.n - without.n, without, covered=whole.n == n))
    return Flagged(unit, n, flagged, told, whole, without, tuple(said))


def _apart(work: Work, unit: str, pools: Iterable[Pool], held: Mapping[str, Noted]) -> tuple[Spread, Spread]:
    """With and without: of pools in which nothing was noted, and of splits that lie wholly in these pools."""
    plain, odd = Counter[str](), set[str]()
    clear: list[Batch] = []
    for pool in pools:
        if _any(pool, held):
            odd |= pool.ids
        else:
            clear += pool.batches
    plain.update(one.told_in for one in held.values() if one.told_in)
    inside = Counter(held[batch].told_in for batch in odd if batch in held)
    splits = [one for one in work.splits.of_unit(unit) if inside[one.id] and inside[one.id] == plain[one.id]]
    rest = [*(Spread(one.scale, one.rest_by_score) for one in splits), *(Spread(b.scale, b.by_score) for b in clear)]
    noted = [Spread(one.scale, one.noted_by_score) for one in splits]
    whole = together([*rest, *noted])
    without = together(rest)
    return whole, _as_three(without) if without.scale != whole.scale else without


def _of(batch: Batch, held: Mapping[str, Noted]) -> Noted:
    """What was noted about a batch; nothing about those of before this was done."""
    return held.get(batch.id) or Noted(batch.id, batch.unit, {}, 0, {})


def _any(pool: Pool, held: Mapping[str, Noted]) -> bool:
    return any(_of(batch, held).n for batch in pool.batches)


def _mixed(noted: Noted, batch: Batch) -> bool:
    return 0 < noted.n < batch.n


def _as_three(spread: Spread) -> Spread:
    counted: Counter[str] = Counter()
    for score, n in spread.by_score.items():
        counted[as_three(score, spread.scale)] += n
    return Spread(3, dict(counted))
