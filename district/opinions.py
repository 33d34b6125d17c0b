"""What citizens answered to their letters, commune by commune: by name and never ranked, in pools of five and more."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from common.counts import LETTERS, wilson
from common.month_counts import MonthFigures, added
from common.periods import Period
from district.dashboards import COUNTING, communes
from district.flags import Flagged, flags_of
from district.places import Place, Places
from district.pools import POOLED, Pool, Told, pools_in, told
from district.recount import Recount
from district.recounting import recounts_over
from district.store.desks import DeskRow
from district.store.store import Store, Work

KINDS = (*LETTERS, POOLED)
"""What may be asked for: letters of one kind alone, and those that stand in mixed groups."""
DESK_CHANNELS = ("counter", "slip", "phone")


@dataclass(frozen=True, slots=True)
class Share:
    """How many of `n` are satisfied or better, with the 95 % range of that share (0 to 1)."""

    content: int
    n: int

    @property
    def part(self) -> float:
        """The share itself, from 0 to 1."""
        return self.content / self.n

    @property
    def reach(self) -> tuple[float, float]:
        """Between which shares it lies (Wilson, 95 %)."""
        return wilson(self.content, self.n)


@dataclass(frozen=True, slots=True)
class Asked:
    """A period, and which letters: one of `KINDS`, "" for all."""

    period: Period
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Opinions:
    """What is told of one commune, or of all: its figures by name (`common.month_counts`), and what its pools say."""

    asked: Asked
    figures: MonthFigures
    told: Told

    @property
    def n(self) -> int:
        """Answers: five and more, or 0 where there are fewer than may be told."""
        return self.told.n

    @property
    def share(self) -> Share | None:
        """How many are satisfied; None where there are too few answers."""
        return Share(self.told.spread.content, self.n) if self.n else None

    @property
    def prepared(self) -> int | None:
        """Letters with a code prepared in the period; None for mixed groups: no letter is of such a kind."""
        return self.of_kind("prepared", self.asked.kind)

    @property
    def delivered(self) -> int | None:
        """Letters with a code handed over in the period."""
        return self.of_kind("delivered", self.asked.kind)

    @property
    def rate(self) -> float | None:
        """Answers for each letter handed over; None where it says nothing: too few answers, or more than letters,
        which were handed over in a period before."""
        delivered = self.delivered
        return self.n / delivered if self.n and delivered and self.n <= delivered else None

    @property
    def tallies(self) -> dict[str, int]:
        """Answers that desks took, by channel; they belong to no letter and to no share."""
        return {channel: self.figures.get(f"channel {channel}", 0) for channel in DESK_CHANNELS}

    def of_kind(self, stage: str, kind: str) -> int | None:
        """Letters with a code of that kind ("" all) that came to that stage in the period."""
        if kind == POOLED:
            return None
        return sum(self.figures.get(f"code {stage} {each}", 0) for each in ([kind] if kind else LETTERS))


@dataclass(frozen=True, slots=True)
class CommuneOpinions(Opinions):
    """One commune's, with what is noted beside its answers."""

    place: Place
    notes: tuple[Flagged, ...] = ()

    @property
    def noted(self) -> int:
        """How many of all answers of the period bear a flag."""
        return sum(one.flagged for one in self.notes)


@dataclass(frozen=True, slots=True)
class OpinionsTable:
    """The communes by name, what they come to together, and which kinds of letters can be asked for."""

    asked: Asked
    rows: tuple[CommuneOpinions, ...]
    whole: Opinions
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counting:
    """What is counted from: one moment of the store, recounts by desk, the period's pools by the office whose answers
    they are."""

    work: Work
    counted: Mapping[int, Recount]
    pools: Mapping[str, Sequence[Pool]]

    def figures(self, desks: Iterable[DeskRow], period: Period) -> MonthFigures:
        """What the lines of these desks say of the period."""
        return added(self.counted[desk.number].of(period) for desk in desks if desk.number in self.counted)

    def of(self, units: Iterable[str]) -> tuple[Pool, ...]:
        """The pools of these offices."""
        return tuple(pool for unit in units for pool in self.pools.get(unit, ()))

    def commune(self, found: tuple[Place, Sequence[DeskRow]], asked: Asked) -> CommuneOpinions:
        """One commune with its desks."""
        place, desks = found
        # Most communes of a province have no answers: nothing was noted about them.
        units = sorted({desk.unit for desk in desks if desk.unit in self.pools})
        chosen = [pool for pool in self.of(units) if asked.kind in ("", pool.kind)]
        notes = tuple(one for one in flags_of(self.work, units, asked.period) if one.flagged)
        return CommuneOpinions(asked, self.figures(desks, asked.period), told(chosen), place, notes)


def opinions_table(store: Store, places: Places, asked: Asked) -> OpinionsTable:
    """The table of a period, read from what was counted before."""
    period = asked.period
    counted = recounts_over(store, [period])
    with store.reading() as work:
        found = communes(places, (desk for desk in work.desks.all() if desk.state in COUNTING))
        units = {desk.unit for _, desks in found for desk in desks}
        counting = Counting(work, counted, by_office(pools_in(work.batches.all(), period)))
        rows = tuple(counting.commune(one, asked) for one in found)
    pools = counting.of(sorted(units))
    chosen = [pool for pool in pools if asked.kind in ("", pool.kind)]
    whole = Opinions(asked, added(row.figures for row in rows), told(chosen))
    there = {pool.kind for pool in pools}
    return OpinionsTable(asked, rows, whole, tuple(kind for kind in KINDS if kind in there))


def by_office(pools: Iterable[Pool]) -> dict[str, list[Pool]]:
    """The pools of each office."""
    found: dict[str, list[Pool]] = {}
    for pool in pools:
        found.setdefault(pool.unit, []).append(pool)
    return found
