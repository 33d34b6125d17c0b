"""Whether the PC's clock can be right, told from what stands in the register.

Nothing is refused but what would leave the desk with a wrong month: the journal's order is its positions, whatever the
clock says. A dead battery sets the clock to the same old day at every start, so not the last line alone is asked.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desk_app.db.register import Reading
from desk_app.services.copies import last_backup
from desk_app.services.seat import Seat
from exchange.journal import read_line

LOOKED_AT = 50
"""So many last lines are asked for their day."""
AHEAD = timedelta(days=300)
"""A desk that stood still for longer is asked whether this is so."""
CONFIRMED = "clock-confirmed"
"""Under this name the office's papers keep what a person has answered for: lines and a copy that no longer witness."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """The clock says `now`; the last that is known to have happened here was on `last`."""

    now: date
    last: date


def clock_doubt(reading: Reading, today: date) -> Doubt | None:
    """What does not fit; None where the clock may be right."""
    days = list(_witnesses(reading))
    if not days:
        return None
    last = max(days)
    return Doubt(today, last) if today < last or today - last > AHEAD else None


def look_at_clock(seat: Seat) -> Doubt | None:
    """The same for the register that is open, now."""
    with seat.reading() as reading:
        return clock_doubt(reading, seat.today())


def confirm_clock(seat: Seat) -> None:
    """A person has looked and the clock is right: what stands in the register until now is not asked again."""
    with seat.work() as work:
        backup = last_backup(work.office)
        told = {"position": work.journal.head()[0], "backup": backup.isoformat() if backup else ""}
        work.office.put(CONFIRMED, json.dumps(told))
        work.commit()


def _witnesses(reading: Reading) -> Iterator[date]:
    told = json.loads(reading.office.get(CONFIRMED) or "{}")
    upto, head = int(told.get("position", 0)), reading.journal.head()[0]
    if upto == 0 and head:
        # The day it was set up: a clock before that is wrong however many lines it has written since.
        yield from _days(reading, 1, 1)
    yield from _days(reading, max(upto, head - LOOKED_AT) + 1, head)
    backup = last_backup(reading.office)
    if backup and backup.isoformat() != told.get("backup"):
        yield backup.date()


def _days(reading: Reading, first: int, last: int) -> Iterator[date]:
    for raw in reading.journal.slice(first, last):
        yield date.fromisoformat(read_line(raw).on)
