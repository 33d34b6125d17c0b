"""One commune's answers as the office sees them: how they divide, what was asked beside, what was done about them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from common.periods import Period, read_period
from common.scales import Spread
from common.voice_counts import FollowUps, follow_ups_of
from district.answers import Answered, answered_of
from district.dashboards import COUNTING, communes
from district.opinions import KINDS, Asked, CommuneOpinions, Counting, Opinions, Share, by_office
from district.places import Place, Places
from district.pools import SMALLEST_TOLD, pools_in, told
from district.recount import Recount
from district.recounting import recounts_over
from district.store.desks import DeskRow
from district.store.draws import DrawRow
from district.store.public_store import PublicStore
from district.store.store import Store

QUARTERS_BEFORE = 4


@dataclass(frozen=True, slots=True)
class Survey:
    """One survey as its newest line tells it; `share` is None where too few answered."""

    kind: str
    by: str
    respondents: str
    began: date
    ended: date
    handed: int
    returned: int
    n: int
    share: Share | None


@dataclass(frozen=True, slots=True)
class CommuneVoice:
    """Everything that the page of one commune's answers tells: the period asked for beside the whole's share, each kind
    of letter, the quarters before, what waits, follow-ups with how many are open and how many of them past their day,
    surveys of the year, letters drawn by lot in the period."""

    here: CommuneOpinions
    whole: Share | None
    kinds: tuple[Opinions, ...]
    before: tuple[Opinions, ...]
    waits: Answered
    follow_ups: FollowUps
    open: int
    late: int
    surveys: tuple[Survey, ...]
    draws: tuple[DrawRow, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """Who reads one commune's answers out of the office's stores."""

    store: Store
    public: PublicStore
    places: Places

    def one(self, code: str, asked: Asked, now: datetime) -> CommuneVoice | None:
        """The commune of that code; None where no desk of it ever counted."""
        period, before = asked.period, quarters_before(asked.period)
        counted = recounts_over(self.store, [period, *before])
        with self.store.reading() as work:
            found = communes(self.places, (desk for desk in work.desks.all() if desk.state in COUNTING))
            ours = next((one for one in found if one[0].code == self.places.of(code).code), None)
            if ours is None:
                return None
            counting = Counting(work, counted, by_office(pools_in(work.batches.all(), period)))
            return self._read(counting, ours, asked, now)

    def _read(
        self, counting: Counting, ours: tuple[Place, Sequence[DeskRow]], asked: Asked, now: datetime
    ) -> CommuneVoice:
        work, desks = counting.work, ours[1]
        here, pools = counting.commune(ours, asked), counting.of(sorted({desk.unit for desk in desks}))
        kinds = tuple(
            Opinions(Asked(asked.period, kind), here.figures, told(pool for pool in pools if pool.kind == kind))
            for kind in KINDS
        )
        everywhere = counting.of(counting.pools)
        whole = told(pool for pool in everywhere if asked.kind in ("", pool.kind)).spread
        held = [counting.counted[desk.number] for desk in desks if desk.number in counting.counted]
        due: Counter[str] = Counter()
        for one in held:
            due.update(one.due)
        today = now.date().isoformat()
        numbers = [desk.number for desk in desks]
        return CommuneVoice(
            here,
            Share(whole.content, whole.n) if whole.n else None,
            tuple(one for one in kinds if one.n or one.prepared or one.delivered),
            tuple(_before(counting, desks, one) for one in quarters_before(asked.period)),
            answered_of(work, self.public, desks, now),
            follow_ups_of(here.figures),
            sum(due.values()),
            sum(n for day, n in due.items() if day < today),
            _surveys(held, asked.period),
            tuple(
                row for row in work.draws.of_desks(numbers) if asked.period.contains(date.fromisoformat(row.drawn_on))
            ),
        )


def quarters_before(period: Period) -> tuple[Period, ...]:
    """The four quarters before the one in which the period begins, the newest first; none before the year 1."""
    place = period.first.year * 4 + (period.first.month - 1) // 3
    before = range(place - 1, max(3, place - 1 - QUARTERS_BEFORE), -1)
    return tuple(read_period(f"{number // 4:04d}-Q{number % 4 + 1}") for number in before)


def _before(counting: Counting, desks: Sequence[DeskRow], period: Period) -> Opinions:
    units = sorted({desk.unit for desk in desks})
    batches = [batch for unit in units for batch in counting.work.batches.of_unit(unit)]
    return Opinions(Asked(period), counting.figures(desks, period), told(pools_in(batches, period)))


def _surveys(held: Sequence[Recount], period: Period) -> tuple[Survey, ...]:
    found = [_survey(figures) for one in held for figures in one.surveys.values()]
    years = _years(period)
    return tuple(sorted((one for one in found if one.ended.year in years), key=lambda one: (one.ended, one.began)))


def _survey(figures: Mapping[str, object]) -> Survey:
    scores = figures["by_score"]
    assert isinstance(scores, Mapping)
    spread = Spread(int(str(figures["scale"])), scores)
    kind, by, respondents = (str(figures[name]) for name in ("survey", "by", "respondents"))
    began, ended = (date.fromisoformat(str(figures[name])) for name in ("began_on", "ended_on"))
    handed, returned, n = (int(str(figures[name])) for name in ("handed", "returned", "n"))
    share = Share(spread.content, spread.n) if spread.n >= SMALLEST_TOLD else None
    return Survey(kind, by, respondents, began, ended, handed, returned, n, share)


def _years(period: Period) -> range:
    return range(period.first.year, period.last.year + 1)
