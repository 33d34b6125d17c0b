"""One commune as the office sees it: its mail, its figures, its keys and its journal; no citizen's name anywhere."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from common.counts import Answers
from common.month_counts import MonthFigures, added
from common.periods import Period, read_period
from common.units import Unit, UnitTable
from common.voice_counts import FollowUps, follow_ups_of
from district.books import Clash, clashes
from district.dashboards import COUNTING, WallRow, by_desk, communes, post_of, row_of
from district.moments import day_of
from district.places import Place, Places
from district.pools import answers_in
from district.recount import Recount
from district.recounting import recounts
from district.store.bundles import BundleRow
from district.store.desks import DeskRow
from district.store.mail import Given
from district.store.store import Store, Work

_RECORDS, _CHANGES = ("registered", "amended", "voided"), ("amended", "voided")


@dataclass(frozen=True, slots=True)
class BundleSeen:
    """A bundle that came: desk, number, month ("2026-11"), the day it was made and the day it came, how many records
    it holds and how many of them change one that was sent before, its verdict, and number and day of its receipt."""

    desk: int
    seq: int
    month: str
    made: date
    came: date
    records: int
    changes: int
    verdict: str
    receipt: int = 0
    given: date | None = None


@dataclass(frozen=True, slots=True)
class DeskSeen:
    """A desk: its row, how many keys it had before by state, how far its history reaches and whether that is whole,
    the numbers of its first and newest bundle that was taken, its newest receipt, and its last restore."""

    row: DeskRow
    older_keys: Counter[str]
    head: int
    is_whole: bool
    bundles: tuple[int, int] | None
    newest_receipt: int
    restored: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Commune:
    """Everything that the page of one commune tells, for a year and for its month that is due last ("2026-11"); `due`:
    how many follow-ups wait to be done, and how many of them are past their day."""

    place: Place
    unit: Unit
    above: str
    merged: tuple[str, ...]
    row: WallRow
    month: str
    in_month: MonthFigures
    in_year: MonthFigures
    quarter: Period
    answers: Answers
    follow_ups: FollowUps
    due: tuple[int, int]
    bundles: tuple[BundleSeen, ...]
    desks: tuple[DeskSeen, ...]
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True)
class Communes:
    """Who reads communes out of the office's store."""

    store: Store
    places: Places
    units: UnitTable

    def all(self) -> list[tuple[Place, list[DeskRow]]]:
        """Every commune that has, or had, a desk, by name; desks whose six words nobody compared yet count too."""
        with self.store.reading() as work:
            return communes(self.places, (desk for desk in work.desks.all() if desk.state != "dropped"))

    def one(self, code: str, year: int, today: date) -> Commune | None:
        """The commune of that code, today's or a former one's; None where no desk was ever enrolled for it."""
        code = self.places.of(code).code
        counted = recounts(self.store, (year,))
        with self.store.reading() as work:
            desks = [desk for desk in work.desks.all() if desk.state != "dropped"]
            found = next((one for one in communes(self.places, desks) if one[0].code == code), None)
            return self._read(work, found, counted, (year, today)) if found else None

    def _read(
        self, work: Work, found: tuple[Place, list[DeskRow]], counted: Mapping[int, Recount], on: tuple[int, date]
    ) -> Commune:
        (place, desks), (year, today) = found, on
        month = f"{year}-{max(1, today.month - 1) if year == today.year else 12:02d}"
        quarter = read_period(f"{year}-Q{(int(month[5:]) + 2) // 3}")
        unit = self.units.unit(place.code, today) or self.units.known(place.code)[-1]
        ours = [counted[desk.number] for desk in desks if desk.number in counted]
        of_quarter = added(one.month(name) for one in ours for name in _months(quarter))
        batches = [batch for code in sorted({desk.unit for desk in desks}) for batch in work.batches.of_unit(code)]
        return Commune(
            place,
            unit,
            next((one.full_name for one in self.units.above(unit, today)), ""),
            self._merged(unit),
            _row(work, self.places, (place, desks), (counted, year, today)),
            month,
            added(one.month(month) for one in ours),
            added(figures for one in ours for name, figures in one.months.items() if name <= month),
            quarter,
            answers_in(batches, quarter),
            follow_ups_of(of_quarter),
            _due(ours, today),
            _newest_first(seen for desk in desks for seen in _bundles(work, desk, year)),
            tuple(_desk(work, desk, counted.get(desk.number)) for desk in desks),
            clashes(work, desks),
        )

    def _merged(self, unit: Unit) -> tuple[str, ...]:
        """What went into the unit on its first day, by name; one that bore the same name is told as the old one."""
        before = unit.valid_from - timedelta(days=1)
        gone = (self.units.unit(code, before) for code in self.units.predecessors(unit.code))
        return tuple(f"{old.name} (cũ)" if old.name == unit.name else old.name for old in gone if old is not None)


def _due(counted: Iterable[Recount], today: date) -> tuple[int, int]:
    waiting: Counter[str] = Counter()
    for one in counted:
        waiting.update(one.due)
    return sum(waiting.values()), sum(n for day, n in waiting.items() if day < today.isoformat())


def _months(period: Period) -> Iterable[str]:
    return (month.name for month in period.months())


def _row(
    work: Work,
    places: Places,
    found: tuple[Place, Sequence[DeskRow]],
    asked: tuple[Mapping[int, Recount], int, date],
) -> WallRow:
    (place, desks), (counted, year, today) = found, asked
    sending = [desk for desk in desks if desk.state in COUNTING] or desks
    numbers = {desk.number for desk in sending}
    arrivals = by_desk(one for one in work.mail.since(f"{year}-01") if one.desk in numbers)
    ends = work.mail.ends()
    last = max((day_of(ends[number][1]) for number in numbers if number in ends), default=None)
    return row_of(place, post_of(places, sending, arrivals, counted), year, today, last)


def _bundles(work: Work, desk: DeskRow, year: int) -> list[BundleSeen]:
    given: dict[str, Given] = {one.document: one for one in work.mail.given(desk.number)}
    rows = [row for row in work.bundles.of_desk(desk.number) if row.period[:4] == str(year)]
    return list(map(partial(_bundle, given), rows))


def _newest_first(bundles: Iterable[BundleSeen]) -> tuple[BundleSeen, ...]:
    return tuple(sorted(bundles, key=lambda one: (one.month, one.desk, one.seq, one.came), reverse=True))


def _bundle(given: Mapping[str, Given], row: BundleRow) -> BundleSeen:
    counts, receipt = json.loads(row.counts), given.get(row.document)
    return BundleSeen(
        row.desk,
        row.seq,
        row.period[:7],
        day_of(row.created_at),
        day_of(row.received_at),
        sum(counts.get(kind, 0) for kind in _RECORDS),
        sum(counts.get(kind, 0) for kind in _CHANGES),
        row.verdict,
        receipt.number if receipt else 0,
        day_of(receipt.made_at) if receipt else None,
    )


def _desk(work: Work, desk: DeskRow, counted: Recount | None) -> DeskSeen:
    head, given = work.lines.head(desk.number), work.mail.given(desk.number)
    taken = [row.seq for row in work.bundles.of_desk(desk.number) if row.verdict in ("accepted", "already-accepted")]
    return DeskSeen(
        desk,
        Counter(key.state for key in work.keys.of_desk(desk.number)),
        head,
        work.mail.held(desk.number) == head,
        (min(taken), max(taken)) if taken else None,
        given[-1].number if given else 0,
        counted.restored if counted else None,
    )
