"""How the desk stands, in one glance: the status line of the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desk_app.db.register import Reading
from desk_app.services.clock_watch import Doubt, clock_doubt
from desk_app.services.copies import last_backup, last_second
from desk_app.services.next_bundle import coming_bundle, last_sent
from desk_app.services.office import own_unit, read_letterhead
from desk_app.services.seat import Seat
from desk_app.sync.link import IN_FORCE, WAITING, read_link


@dataclass(frozen=True, slots=True)
class Outlook:
    """The unit ("xã An Liên"), the last backup, the tie to the district ("", "waiting", "tied"), the newest sealed
    bundle (number 0: none) with day and word of its receipt, the lines that no bundle holds yet with the month they go
    up with, and the last copy in the second place (None: none chosen)."""

    unit: str
    practice: bool
    backed_up: datetime | None
    tie: str
    bundle: int
    bundle_month: str
    receipt_on: date | None
    lines_waiting: int
    month: int
    second_at: datetime | None = None
    clock: Doubt | None = None
    """What speaks against the PC's clock."""
    taken: bool = True
    """Whether the level above has taken the newest bundle that it answered."""
    training: bool = False
    """Whether this is the practice register beside the real one, of which nobody makes copies."""


def outlook(seat: Seat) -> Outlook:
    """Read it all in one steady view."""
    with seat.reading() as reading:
        unit = own_unit(read_letterhead(reading.office), seat.units, seat.today())
        sent = last_sent(reading)
        coming = coming_bundle(reading, seat.today(), sent)
        return Outlook(
            unit=unit.full_name,
            practice=seat.register.identity.practice,
            training=seat.training,
            backed_up=last_backup(reading.office),
            second_at=last_second(reading.office),
            tie=_tie(reading),
            bundle=sent.seq if sent else 0,
            bundle_month=f"{sent.month.first:%Y-%m}" if sent else "",
            receipt_on=sent.receipt_on if sent else None,
            taken=sent is None or sent.receipt_on is None or sent.taken,
            lines_waiting=coming.lines,
            month=coming.month.first.month,
            clock=clock_doubt(reading, seat.today()),
        )


def _tie(reading: Reading) -> str:
    if read_link(reading.office.get(IN_FORCE)):
        return "tied"
    return "waiting" if read_link(reading.office.get(WAITING)) else ""
