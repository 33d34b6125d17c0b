"""Which desk owes which month, by which day, and which bundle brought it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

DUE_DAY = 5  # a month's bundle is due by this day of the next month (LOOK.md 6)


@dataclass(frozen=True, slots=True)
class Sender:
    """A desk that has to send: from the month of its enrolment on; until the day it was revoked, or its unit became
    another that has a desk of its own."""

    desk: int
    since: date
    until: date | None = None

    def owes(self, month: str) -> bool:
        """Whether the month has to come from this desk: one that ended owes only months that were over by then."""
        return self.since.isoformat()[:7] <= month and (self.until is None or month < self.until.isoformat()[:7])


@dataclass(frozen=True, slots=True)
class Came:
    """A bundle that was taken: from which desk, its number, the month it is for ("2026-10"), the day it came."""

    desk: int
    seq: int
    month: str
    day: date


@dataclass(frozen=True, slots=True)
class Post:
    """One commune's mail: who has to send, what came, months with two histories, months put right afterwards, and
    bundles that came and wait for one before them, by month; `begun` is the first month that the lines tell of, ""
    where none does."""

    senders: tuple[Sender, ...]
    came: tuple[Came, ...] = ()
    forked: Mapping[str, tuple[int, int]] | None = None
    amended: frozenset[str] = frozenset()
    waiting: Mapping[str, tuple[int, int]] | None = None
    begun: str = ""

    @property
    def joined(self) -> date:
        """The day on which the first of its desks was enrolled."""
        return min(sender.since for sender in self.senders)

    @property
    def is_closed(self) -> bool:
        """Whether no desk of the commune may send any more."""
        return all(sender.until is not None for sender in self.senders)

    def brought(self, month: str) -> Came | None:
        """The bundle by which the last of the desks that owe the month had brought it; None while one is missing.
        Bundles are cumulative, so a later one brings the months before it too."""
        owing = [sender for sender in self.senders if sender.owes(month)]
        if not owing:
            return self._first(month, [sender.desk for sender in self.senders])
        found = [self._first(month, [sender.desk, *self._heirs(sender)]) for sender in owing]
        whole = [one for one in found if one is not None]
        return max(whole, key=lambda one: one.day) if len(whole) == len(found) else None

    def tells_of(self, month: str) -> bool:
        """Whether a bundle is for that month, or the desks' lines begin no later than in it."""
        return "" < self.begun <= month or any(one.month == month for one in self.came)

    def last_day(self, month: str, desk: int) -> date:
        """The last day on which the month came in time from that desk. A month that no desk owed is one of before an
        enrolment: it is late only when it came after both its own deadline and that of the month of the enrolment."""
        since = next((one.since for one in self.senders if one.desk == desk), None)
        if since is None or any(sender.owes(month) for sender in self.senders):
            return deadline(month)
        return max(deadline(month), deadline(since.isoformat()[:7]))

    def _first(self, month: str, desks: Sequence[int]) -> Came | None:
        brings = [one for one in self.came if one.month >= month and one.desk in desks]
        return min(brings, key=lambda one: (one.day, one.month, one.seq), default=None)

    def _heirs(self, gone: Sender) -> list[int]:
        """Desks that came in the place of one that ended: they bring its book on."""
        until = gone.until
        return [] if until is None else [one.desk for one in self.senders if one.since >= until]


def deadline(month: str) -> date:
    """The day by which the bundle of a month ("2026-10") is due: the 5th of the next month."""
    return (date.fromisoformat(f"{month}-01") + timedelta(days=31)).replace(day=DUE_DAY)
