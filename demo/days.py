"""The pilot's three months, day by day."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby, pairwise
from random import Random

FIRST = date(2024, 3, 1)
LAST = date(2024, 5, 31)
SITTINGS = 3
# The Hùng kings' day, the swapped Monday, 30 April and 1 May: the desk is closed.
CLOSED = frozenset({date(2024, 4, 18), date(2024, 4, 29), date(2024, 4, 30), date(2024, 5, 1)})


def working_days() -> tuple[date, ...]:
    """Every day on which the desk was open."""
    every = (FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1))
    return tuple(day for day in every if day.weekday() < 5 and day not in CLOSED)


def spread(chance: Random, count: int, months: int = 3) -> list[date]:
    """So many days in order, spread evenly over the first months with a little chance, so that none stays empty."""
    days = [day for day in working_days() if day.month < FIRST.month + months]
    if count == 0:
        return []
    share = len(days) / count
    return [days[min(int((n + chance.random()) * share), len(days) - 1)] for n in range(count)]


def month_of(day: date) -> str:
    """The month as the command line names it."""
    return f"{day.year}-{day.month:02d}"


def sittings(days: Iterable[date]) -> Iterator[tuple[date, ...]]:
    """The open days in three runs a month: what is typed in one sitting. No run crosses a month."""
    for _, month in groupby(days, key=month_of):
        open_days = tuple(month)
        cuts = [round(n * len(open_days) / SITTINGS) for n in range(SITTINGS + 1)]
        yield from (open_days[a:b] for a, b in pairwise(cuts) if a < b)


def clock(day: date, hour: int, minute: int = 0) -> str:
    """A moment for `--now`, in the time of Vietnam wherever the demo runs."""
    return f"{day.isoformat()}T{hour:02d}:{minute:02d}+07:00"
