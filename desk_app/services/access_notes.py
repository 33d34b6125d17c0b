"""What somebody looked at: gathered while they sit here and written down as one line, so that no save waits for it.

A line says who, when, what act and which record or letter by its id: never a name, never what was typed into a search.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from desk_app.db.journal import Entry
from desk_app.domain.sought import Sought
from desk_app.services.copies import LAST_COPIED
from desk_app.services.privacy_knocks import forget_knocks, read_knocks
from desk_app.services.privacy_sitting import Note
from desk_app.services.seat import Seat
from exchange.canonical import encode

ACCESS = "access"
"""The act of the `local` line that holds a sitting's notes."""
LONGEST_NUMBER = 8
"""More digits than a book number or a day has are part of a personal number."""
MOST_NOTES = 500
"""A line of the journal has a limit; a longer sitting is several lines."""


def seen(seat: Seat, act: str, *ids: int) -> None:
    """Note that these records or letters were looked at, each once in a sitting."""
    for id in ids:
        seat.sitting.once(Note(seat.moment(), act, str(id)))


def sought_digits(seat: Seat, sought: Sought) -> None:
    """Note a search by personal number, a part of one too; the number itself is kept nowhere, names sought are not
    noted."""
    if any(len(one.digits) > LONGEST_NUMBER and not one.days for one in sought.figures):
        done(seat, "number-sought")


def done(seat: Seat, act: str, what: object = "") -> None:
    """Note an act that leaves no line of its own."""
    seat.sitting.again(Note(seat.moment(), act, str(what)))


def write_down(seat: Seat) -> None:
    """Put what was noted into the journal, failed log-ins with it. What nobody noted leaves no line."""
    if seat.training:
        return
    knocks = read_knocks(seat.folder, seat.moment())
    notes, seat.sitting.notes = seat.sitting.notes, []
    if not (notes or knocks):
        return
    told = [*(Note(knock.at, knock.act, knock.user) for knock in knocks), *notes]
    try:
        _write(seat, told)
    except BaseException:
        seat.sitting.notes[:0] = notes
        raise
    forget_knocks(seat.folder)


def is_access(home: bytes) -> bool:
    """Whether a home part only tells who looked at what."""
    return bool(json.loads(home).get("act") == ACCESS)


def _write(seat: Seat, notes: list[Note]) -> None:
    with seat.work() as work:
        before = work.journal.head()[0]
        for first in range(0, len(notes), MOST_NOTES):
            work.journal.append(_entry(seat, notes[first : first + MOST_NOTES]))
        # Who looked is no reason for another copy: a register copied to its end stays copied.
        if json.loads(work.office.get(LAST_COPIED) or "0") == before:
            work.office.put(LAST_COPIED, json.dumps(work.journal.head()[0]))
        work.commit()


def _entry(seat: Seat, notes: list[Note]) -> Entry:
    told: Mapping[str, object] = {
        "act": ACCESS,
        "at": seat.moment(),
        "notes": [[note.at, note.act, note.what] for note in notes],
        "user": seat.user,
    }
    return Entry("local", seat.today(), seat.subject(), 1, {}, None, encode(told))
