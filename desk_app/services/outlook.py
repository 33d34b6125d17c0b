"""How the desk stands, in one glance: the status line of the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desk_app.db.register import Reading
from desk_app.services.clock_watch import Doubt, clock_doubt
from desk_app.services.copies import last_backup, last_second
from desk_app.services.month_end import closing_month
from desk_app.services.office import own_unit, read_letterhead
from desk_app.services.seat import Seat
from desk_app.sync.link import IN_FORCE, WAITING, read_link
from desk_app.sync.outgoing import fields_of


@dataclass(frozen=True, slots=True)
class Outlook:
    """The unit ("xã An Liên"), the last backup, the tie to the district ("", "waiting", "tied"), the newest sealed
    bundle (number 0: none) with the day of its receipt, the lines that the next bundle would carry, and the last copy
    in the second place (None: none chosen)."""

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


def outlook(seat: Seat) -> Outlook:
    """Read it all in one steady view."""
    with seat.reading() as reading:
        unit = own_unit(read_letterhead(reading.office), seat.units, seat.today())
        seq, month, receipt_on = _newest_bundle(reading)
        return Outlook(
            unit=unit.full_name,
            practice=seat.register.identity.practice,
            backed_up=last_backup(reading.office),
            second_at=last_second(reading.office),
            tie=_tie(reading),
            bundle=seq,
            bundle_month=month,
            receipt_on=receipt_on,
            lines_waiting=reading.journal.head()[0] - reading.bundles.acknowledged(),
            month=closing_month(seat.today()).first.month,
            clock=clock_doubt(reading, seat.today()),
        )


def _tie(reading: Reading) -> str:
    if read_link(reading.office.get(IN_FORCE)):
        return "tied"
    return "waiting" if read_link(reading.office.get(WAITING)) else ""


def _newest_bundle(reading: Reading) -> tuple[int, str, date | None]:
    sealed = [bundle for bundle in reading.bundles.all() if bundle.state == "sealed"]
    if not sealed:
        return 0, "", None
    newest = sealed[-1]
    answers = {receipt.bundle: receipt.taken_on for receipt in reading.receipts.all()}
    return newest.seq, fields_of(newest.manifest).period, answers.get(newest.digest)
