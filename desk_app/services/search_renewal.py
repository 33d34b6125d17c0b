"""Registers of earlier versions, whose index knew less than is asked for now, are read through once beside the work."""

from __future__ import annotations

import json
from collections.abc import Callable

from desk_app.db.cabinet import OfficePapers
from desk_app.db.index_words import VERSION
from desk_app.services.seat import Seat

PAPER = "search-index"
"""Under this name the office's papers say how far the index is of today's kind."""
AT_ONCE = 100
"""Registrations in one transaction, so that no save waits long."""

Step = Callable[[int, int], None]


def index_is_new(office: OfficePapers) -> None:
    """Note in a register without registrations that its index needs no reading through."""
    office.put(PAPER, json.dumps({"version": VERSION}))


def renewal_is_due(seat: Seat) -> bool:
    """Whether some registrations are still indexed as an earlier version did."""
    with seat.reading() as reading:
        return _upto(reading.office) is not None


def renew_index(seat: Seat, step: Step = lambda done, total: None) -> int:
    """Index every registration anew, a few in each transaction; how many there were. Cut off, it goes on where it was.

    `step(done, total)` may raise."""
    renewed = 0
    while (some := _renew_some(seat, step)) is not None:
        renewed += some
    return renewed


def _renew_some(seat: Seat, step: Step) -> int | None:
    with seat.work() as work:
        upto = _upto(work.office)
        if upto is None:
            return None
        total = work.overview.registrations()
        kept = work.registrations.several(range(upto + 1, upto + AT_ONCE + 1))
        for one in kept:
            work.search.renew(one.id, one.registration)
        done = min(upto + AT_ONCE, total)
        work.office.put(PAPER, json.dumps({"version": VERSION} | ({"upto": done} if done < total else {})))
        work.commit()
    step(done, total)
    return len(kept)


def _upto(office: OfficePapers) -> int | None:
    """The registration up to which the index is new; None: all of it."""
    told = json.loads(office.get(PAPER) or "{}")
    return int(told.get("upto", 0)) if "upto" in told or told.get("version") != VERSION else None
