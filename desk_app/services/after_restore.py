"""What a register owes after it was put back from an older copy: the newest receipt, before a new bundle begins.

The level above may hold lines that this register lost. Its newest receipt tells how far, and brings again what came
after the copy was made. A restore is known by its `restored` line; a receipt over lines that we do not have is a second
witness, where the marker beside the register was copied along or deleted.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from desk_app.db.journal import Entry
from desk_app.db.register import Reading, Work
from desk_app.services.lines import act_entry
from desk_app.services.office import fitting
from desk_app.services.reasons import reason_given
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake
from desk_app.sync.link import IN_FORCE, read_link
from exchange.journal import read_line

MET = "receipt-met"
"""Under this name the office's papers keep the epoch for which a newer receipt came, or nobody has one."""
RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Restored:
    """The break in the history: which `epoch` began, at which line of the journal (`position`), on which day, and from
    when the copy was (`copy_of`, the day of its last line)."""

    epoch: int
    position: int
    on: date
    copy_of: date

    @property
    def kept(self) -> int:
        """The last line that the copy still had."""
        return self.position - 1


def restores(store: Reading | Work) -> tuple[Restored, ...]:
    """Every restore of this register that its journal tells of, oldest first."""
    if store.epoch() == 1:
        return ()
    return tuple(
        Restored(
            int(str(line.figures["epoch"])),
            line.position,
            date.fromisoformat(line.on),
            date.fromisoformat(str(line.figures["backup_date"])),
        )
        for line in store.journal.of_kind(RESTORED)
    )


def owed(store: Reading | Work) -> Restored | None:
    """The restore after which the newest receipt of the level above is still to come; None where nothing is owed."""
    if store.epoch() == 1 or read_link(store.office.get(IN_FORCE)) is None:
        return None
    if int(json.loads(store.office.get(MET) or "0")) >= store.epoch():
        return None
    return restores(store)[-1]


def met(work: Work) -> None:
    """The newest receipt came, or there is none: the month may be closed again."""
    work.office.put(MET, json.dumps(work.epoch()))


def state_none(seat: Seat, reason: str) -> None:
    """A person says that the level above has no newer receipt, and how they know; kept as a line of the journal.

    Raises Mistake: nothing-owed, reason-empty, setting-too-long; Trouble: not-allowed."""
    seat.may("month")
    reason = reason_given(fitting("reason", reason))
    with seat.work() as work:
        if owed(work) is None:
            raise Mistake("nothing-owed")
        work.journal.append(act_entry(seat, "local", seat.subject(), {}, {"act": "no-newer-receipt", "reason": reason}))
        met(work)
        work.commit()


def own_up_to(seat: Seat, work: Work) -> int:
    """The level above proves that this register once reached further: it was put back without a trace. Its next line
    says so, and a new epoch begins; gives its number. The receipt that proved it is the newest, so none is owed."""
    last = work.journal.head()[0]
    days = [date.fromisoformat(read_line(raw).on) for raw in work.journal.slice(last, last)]
    epoch, copy_of = work.raise_epoch(), days[0] if days else seat.today()
    figures = {"epoch": epoch, "backup_date": copy_of.isoformat()}
    work.journal.append(Entry(RESTORED, seat.today(), seat.subject(), 1, figures))
    return epoch
