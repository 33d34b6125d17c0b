"""The drill of taking a register back: when the last one was held, and when the next is due."""

from __future__ import annotations

import contextlib
import json
from datetime import date
from pathlib import Path

from desk_app.db.register import Reading
from desk_app.services.files import write_file
from desk_app.services.seat import TRAINING, Seat
from exchange.files import read_small
from exchange.journal import read_line
from exchange.twins import UNREAD, stamped, told_in

EVERY = 183
"""Days between two drills: half a year."""
LAST_DRILL = "last-drill"
"""Under this name the office's papers keep the day of the last drill."""
NOTE_FILE = "drill.json"
"""A drill is held while the register is closed: its day waits here until the desk opens."""


def drill_held(seat: Seat) -> None:
    """Note that a drill was held today."""
    with seat.work() as work:
        work.office.put(LAST_DRILL, json.dumps(seat.today().isoformat()))
        work.commit()


def note_drill(folder: Path, day: date) -> None:
    """Leave word of a drill beside the closed register; raises Trouble."""
    write_file(folder / NOTE_FILE, stamped({"on": day.isoformat()}))


def take_note(seat: Seat) -> None:
    """Take over the day that was left beside the register, unless a later one is known."""
    path = seat.folder / NOTE_FILE
    if not path.is_file():
        return
    day = _noted(path)
    with seat.reading() as reading:
        last = last_drill(reading)
    if day and day <= seat.today() and (last is None or last < day):
        with seat.work() as work:
            work.office.put(LAST_DRILL, json.dumps(day.isoformat()))
            work.commit()
    with contextlib.suppress(OSError):
        path.unlink()


def last_drill(reading: Reading) -> date | None:
    """The day of the last drill."""
    kept = reading.office.get(LAST_DRILL)
    return date.fromisoformat(json.loads(kept)) if kept else None


def drill_due(reading: Reading, today: date) -> bool:
    """Whether half a year has gone by since the last drill, or since the first line of a register that had none. A day
    in the future is of a clock that was set wrong: then it is due as well."""
    if reading.office.get(TRAINING) is not None:
        return False
    last = last_drill(reading) or _first_day(reading)
    return last is not None and not 0 <= (today - last).days < EVERY


def _first_day(reading: Reading) -> date | None:
    return next((date.fromisoformat(read_line(raw).on) for raw in reading.journal.slice(1, 1)), None)


def _noted(path: Path) -> date | None:
    try:
        return date.fromisoformat(told_in(read_small(path))["on"])
    except UNREAD:
        return None
