"""The wall chart: which commune's bundle came when, month by month.

Everything here is computed from what desks sent; the pages only ask for a finished `Wall`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

from district.moments import day_of
from district.owing import Came, Post, Sender, deadline
from district.places import Place, Places
from district.recount import Recount
from district.recounting import recounts
from district.store.desks import DeskRow
from district.store.mail import TAKEN, Arrival
from district.store.store import Store

COUNTING = ("enrolled", "ended", "revoked")
"""States of desks that take part, or did: those whose six words were never compared have no row."""

Cell = Literal["on-time", "late", "amended", "missing", "look", "absent", "due"]


@dataclass(frozen=True, slots=True)
class Sign:
    """One month of one commune: its cell, and desk and number of the bundle behind it, with the day it came."""

    cell: Cell
    bundle: tuple[int, int] | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class WallRow:
    """One commune of the chart: twelve signs and the day of its latest bundle; `closed` where no desk may send."""

    place: Place
    signs: tuple[Sign, ...]
    last: date | None
    silent_days: int = 0
    closed: bool = False

    def __post_init__(self) -> None:
        if len(self.signs) != 12:
            raise ValueError("a year has twelve cells")

    @property
    def name(self) -> str:
        """The commune's short name."""
        return self.place.name

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The twelve cells."""
        return tuple(sign.cell for sign in self.signs)

    @property
    def look(self) -> Sign | None:
        """The month with two histories, if there is one."""
        return next((sign for sign in self.signs if sign.cell == "look"), None)

    @property
    def waits(self) -> Sign | None:
        """The first month that is missing though a bundle came: it waits for the one before it."""
        return next((sign for sign in self.signs if sign.cell == "missing" and sign.bundle), None)

    @property
    def needs_person(self) -> bool:
        """Whether someone has to call or to decide."""
        return self.look is not None or self.silent_days > 0 or self.closed


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """The five figures of one month over the communes that take part; the rows where a person has something to do."""

    month: int
    of: int
    received: int
    on_time: int
    on_time_before: tuple[int, int] | None
    late: int
    missing: tuple[WallRow, ...]
    look: tuple[WallRow, ...]


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
        now, before = self._column(self.month), self._column(self.month - 1) if self.month > 1 else []
        return MonthFigures(
            month=self.month,
            of=len(now),
            received=sum(cell in ("on-time", "late", "amended") for _, cell in now),
            on_time=_timely(now),
            on_time_before=(_timely(before), len(before)) if before else None,
            late=sum(cell == "late" for _, cell in now),
            missing=tuple(row for row, cell in now if cell == "missing"),
            look=tuple(row for row, cell in now if cell == "look"),
        )

    def _column(self, month: int) -> list[tuple[WallRow, Cell]]:
        column = ((row, row.signs[month - 1].cell) for row in self.rows)
        return [(row, cell) for row, cell in column if cell != "absent"]


class WallReader(Protocol):
    """Who can tell the office's pages how the mail stands."""

    def wall(self, year: int, today: date) -> Wall:
        """The chart of one year as it stands today."""
        ...


def _timely(column: Iterable[tuple[WallRow, Cell]]) -> int:
    return sum(cell in ("on-time", "amended") for _, cell in column)


def sign_of(post: Post, month: str, today: date) -> Sign:
    """The sign of one month of one commune."""
    if post.forked and month in post.forked:
        return Sign("look", post.forked[month])
    before = month < post.joined.isoformat()[:7]
    if before and not post.tells_of(month):
        return Sign("absent")
    brought = post.brought(month)
    if brought is None:
        return Sign("absent") if before else _not_here(post, month, today)
    cell: Cell = "amended" if month in post.amended else "on-time"
    late = brought.day > post.last_day(month, brought.desk)
    return Sign("late" if late else cell, (brought.desk, brought.seq), brought.day)


def _not_here(post: Post, month: str, today: date) -> Sign:
    if post.is_closed and not any(sender.owes(month) for sender in post.senders):
        return Sign("absent")
    waits = [bundle for period, bundle in (post.waiting or {}).items() if period >= month]
    return Sign("missing" if today > deadline(month) else "due", waits[0] if waits else None)


def row_of(place: Place, post: Post, year: int, today: date, last: date | None = None) -> WallRow:
    """One commune's row; `last` is the day of its latest bundle where that is none of the year's."""
    signs = tuple(sign_of(post, f"{year}-{month:02d}", today) for month in range(1, 13))
    last = max((one.day for one in post.came), default=last)
    missing = any(sign.cell == "missing" for sign in signs)
    silent = (today - (last or post.joined)).days if missing and today.year == year else 0
    return WallRow(place, signs, last, silent, post.is_closed)


class StoreWall:
    """The chart out of the office's store."""

    def __init__(self, store: Store, places: Places) -> None:
        self._store = store
        self._places = places

    def wall(self, year: int, today: date) -> Wall:
        """The chart of one year as it stands today."""
        counted = recounts(self._store, (year,))
        with self._store.reading() as work:
            desks = [desk for desk in work.desks.all() if desk.state in COUNTING]
            arrivals, ends = work.mail.since(f"{year}-01"), work.mail.ends()
        rows, mail = [], by_desk(arrivals)
        for place, ours in communes(self._places, desks):
            post = post_of(self._places, ours, mail, counted)
            last = max((day_of(ends[desk.number][1]) for desk in ours if desk.number in ends), default=None)
            rows.append(row_of(place, post, year, today, last))
        return Wall(year, today, tuple(rows))


def by_desk(arrivals: Iterable[Arrival]) -> dict[int, list[Arrival]]:
    """The arrivals of each desk."""
    mail: dict[int, list[Arrival]] = {}
    for one in arrivals:
        mail.setdefault(one.desk, []).append(one)
    return mail


def communes(places: Places, desks: Iterable[DeskRow]) -> list[tuple[Place, list[DeskRow]]]:
    """The communes of these desks by name, as they are called today; a unit that became another goes with it."""
    found: dict[str, tuple[Place, list[DeskRow]]] = {}
    for desk in desks:
        place = places.of(desk.unit)
        found.setdefault(place.code, (place, []))[1].append(desk)
    return sorted(found.values(), key=lambda one: one[0].by_name)


def senders(places: Places, desks: Sequence[DeskRow]) -> tuple[Sender, ...]:
    """Which of a commune's desks have to send, and for how long."""
    today = {places.of(desk.unit).code for desk in desks}
    own = any(desk.unit in today for desk in desks)
    return tuple(_sender(desk, places.of(desk.unit).ended if own else None) for desk in desks)


def _sender(desk: DeskRow, ended: date | None) -> Sender:
    gone = date.fromisoformat(desk.changed_on[:10]) if desk.state != "enrolled" else None
    until = min((day for day in (gone, ended + timedelta(days=1) if ended else None) if day), default=None)
    return Sender(desk.number, date.fromisoformat(desk.enrolled_on[:10]), until)


def post_of(
    places: Places, desks: Sequence[DeskRow], mail: Mapping[int, Sequence[Arrival]], counted: Mapping[int, Recount]
) -> Post:
    """The mail of one commune's desks; `mail` is the arrivals of each desk, `counted` what its lines say."""
    arrivals = [one for desk in desks for one in mail.get(desk.number, ())]
    amended = [counted[desk.number].amended for desk in desks if desk.number in counted]
    return Post(
        senders(places, desks),
        tuple(Came(one.desk, one.seq, one.period, day_of(one.received_at)) for one in arrivals if one.verdict in TAKEN),
        {one.period: (one.desk, one.seq) for one in arrivals if one.verdict == "forked"},
        frozenset().union(*amended),
        {one.period: (one.desk, one.seq) for one in arrivals if one.verdict == "waiting"},
        min((month for desk in desks if desk.number in counted for month in counted[desk.number].months), default=""),
    )
