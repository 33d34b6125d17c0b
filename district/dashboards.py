"""The wall chart: which commune's bundle came when, month by month, and its letters against its events.

Everything here is computed from what desks sent; the pages only ask for a finished `Wall`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

from common.counts import Answers, Fact, count
from common.names import sort_key
from common.periods import read_period
from district.moments import day_of
from district.store.desks import DeskRow
from district.store.store import Store, Work

DUE_DAY = 5  # a month's bundle is due by this day of the next month (LOOK.md 6)
TAKEN = ("accepted", "already-accepted")
EVENT_LETTERS = ("birth", "marriage", "death")

Cell = Literal["on-time", "late", "amended", "missing", "look", "absent", "due"]
FactsOf = Callable[[Work, Iterable[DeskRow]], Iterator[Fact]]


@dataclass(frozen=True, slots=True)
class Post:
    """One commune's mail: the day it joined, which desks have to send, arrivals as (desk, month "2026-10", day)."""

    joined: date
    desks: tuple[int, ...]
    arrivals: tuple[tuple[int, str, date], ...] = ()
    forked: frozenset[str] = frozenset()
    amended: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class WallRow:
    """One commune of the chart: twelve cells, the day of its latest bundle, letters handed over against events."""

    name: str
    cells: tuple[Cell, ...]
    last: date | None
    silent_days: int = 0
    events: int = 0
    delivered: int = 0

    def __post_init__(self) -> None:
        if len(self.cells) != 12:
            raise ValueError("a year has twelve cells")

    @property
    def needs_person(self) -> bool:
        """Whether someone has to call or to decide."""
        return "look" in self.cells or self.silent_days > 0


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """The five figures of one month over the communes that take part; names where a person has something to do."""

    month: int
    of: int
    received: int
    on_time: int
    on_time_before: tuple[int, int] | None
    late: int
    missing: tuple[str, ...]
    look: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wall:
    """The chart of one year as it stood on a day, communes by name."""

    year: int
    on: date
    rows: tuple[WallRow, ...]

    @property
    def month(self) -> int:
        """The month whose bundles are due last: the one before `on`, or December of a year gone by."""
        if self.on.year > self.year:
            return 12
        return max(1, self.on.month - 1)

    @property
    def figures(self) -> MonthFigures:
        """What stands to the right of the chart."""
        cells = self._column(self.month)
        before = list(self._column(self.month - 1).values()) if self.month > 1 else []
        came = sum(cell in ("on-time", "late", "amended") for cell in cells.values())
        return MonthFigures(
            month=self.month,
            of=len(cells),
            received=came,
            on_time=_timely(cells.values()),
            on_time_before=(_timely(before), len(before)) if before else None,
            late=sum(cell == "late" for cell in cells.values()),
            missing=tuple(name for name, cell in cells.items() if cell == "missing"),
            look=tuple(name for name, cell in cells.items() if cell == "look"),
        )

    @property
    def events(self) -> int:
        """Births, marriages and deaths registered in the year by all communes shown."""
        return sum(row.events for row in self.rows)

    @property
    def delivered(self) -> int:
        """Letters handed over in the year, counted by the events they cover."""
        return sum(row.delivered for row in self.rows)

    def _column(self, month: int) -> dict[str, Cell]:
        return {row.name: row.cells[month - 1] for row in self.rows if row.cells[month - 1] != "absent"}


class WallReader(Protocol):
    """Who can tell the office's pages how the mail stands."""

    def wall(self, year: int, today: date) -> Wall:
        """The chart of one year as it stands today."""
        ...


def _timely(cells: Iterable[Cell]) -> int:
    return sum(cell in ("on-time", "amended") for cell in cells)


def deadline(month: str) -> date:
    """The day by which the bundle of a month ("2026-10") is due: the 5th of the next month."""
    return (date.fromisoformat(f"{month}-01") + timedelta(days=31)).replace(day=DUE_DAY)


def cell_of(post: Post, month: str, today: date) -> Cell:
    """The sign of one month of one commune; bundles are cumulative, so a later one brings the months before it too."""
    if month in post.forked:
        return "look"
    if month < post.joined.isoformat()[:7] and all(period != month for _, period, _ in post.arrivals):
        return "absent"
    came = _came(post, month)
    if came is not None:
        if came > deadline(month):
            return "late"
        return "amended" if month in post.amended else "on-time"
    return "missing" if today > deadline(month) else "due"


def _came(post: Post, month: str) -> date | None:
    """The day on which the last of the commune's desks had brought the month; None while one is missing."""
    days: list[date] = []
    for desk in post.desks:
        brought = [day for sender, period, day in post.arrivals if sender == desk and period >= month]
        if not brought:
            return None
        days.append(min(brought))
    return max(days, default=None)


def row_of(name: str, post: Post, year: int, today: date, counted: tuple[int, int] = (0, 0)) -> WallRow:
    """One commune's row; `counted` is (events, letters handed over) of the year."""
    cells = tuple(cell_of(post, f"{year}-{month:02d}", today) for month in range(1, 13))
    last = max((day for _, _, day in post.arrivals), default=None)
    silent = (today - (last or post.joined)).days if "missing" in cells and today.year == year else 0
    return WallRow(name, cells, last, silent, *counted)


class StoreWall:
    """The chart out of the office's store; `names` gives a unit's name, `facts_of` is `district.reports.facts`."""

    def __init__(self, store: Store, names: Callable[[str], str], facts_of: FactsOf) -> None:
        self._store = store
        self._names = names
        self._facts_of = facts_of
        # Recounting a commune reads all its lines: kept until one of its desks has brought new ones.
        self._recounted: dict[tuple[str, int], tuple[tuple[tuple[int, bytes], ...], _Recount]] = {}

    def wall(self, year: int, today: date) -> Wall:
        """The chart of one year as it stands today."""
        with self._store.reading() as work:
            rows = [self._row(work, unit, desks, year, today) for unit, desks in _by_unit(work.desks.all()).items()]
        return Wall(year, today, tuple(sorted(rows, key=lambda row: _by_name(row.name))))

    def _row(self, work: Work, unit: str, desks: Sequence[DeskRow], year: int, today: date) -> WallRow:
        recount = self._recount(work, unit, desks, year)
        post = _post(work, desks, recount.amended)
        return row_of(self._names(unit), post, year, today, (recount.events, recount.delivered))

    def _recount(self, work: Work, unit: str, desks: Sequence[DeskRow], year: int) -> "_Recount":
        heads = tuple(work.lines.tip(desk.number) for desk in desks)
        held = self._recounted.get((unit, year))
        if held is None or held[0] != heads:
            held = (heads, _recount(list(self._facts_of(work, desks)), year))
            self._recounted[unit, year] = held
        return held[1]


@dataclass(frozen=True, slots=True)
class _Recount:
    events: int
    delivered: int
    amended: frozenset[str]


def _recount(facts: Sequence[Fact], year: int) -> _Recount:
    report = count(facts, read_period(str(year)), Answers())
    delivered = sum(report.letters[letter]["delivered"] for letter in EVENT_LETTERS)
    return _Recount(sum(report.events.values()), delivered, amended_months(facts))


def amended_months(facts: Iterable[Fact]) -> frozenset[str]:
    """Months of which a registration was amended or voided only after the month was over."""
    registered: dict[str, str] = {}
    amended: set[str] = set()
    for fact in facts:
        if fact.kind == "registered":
            registered[fact.subject] = str(fact.figures["registered_on"])[:7]
        elif fact.kind in ("amended", "voided") and fact.subject in registered:
            month = registered[fact.subject]
            amended.update({month} if fact.on.isoformat()[:7] > month else ())
    return frozenset(amended)


def _by_unit(desks: Iterable[DeskRow]) -> Mapping[str, list[DeskRow]]:
    units: dict[str, list[DeskRow]] = {}
    for desk in desks:
        if desk.state not in ("waiting", "dropped"):
            units.setdefault(desk.unit, []).append(desk)
    return units


def _post(work: Work, desks: Sequence[DeskRow], amended: frozenset[str]) -> Post:
    bundles = [bundle for desk in desks for bundle in work.bundles.of_desk(desk.number)]
    sending = tuple(desk.number for desk in desks if desk.state == "enrolled")
    return Post(
        joined=min(date.fromisoformat(desk.enrolled_on[:10]) for desk in desks),
        desks=sending or tuple(desk.number for desk in desks),
        arrivals=tuple((one.desk, one.period[:7], day_of(one.received_at)) for one in bundles if one.verdict in TAKEN),
        forked=frozenset(one.period[:7] for one in bundles if one.verdict == "forked"),
        amended=amended,
    )


def _by_name(name: str) -> tuple[bytes, ...]:
    """Units sort by their first word first, unlike people, whose given name stands last."""
    return tuple(sort_key(word) for word in name.split())
