"""Serials of letters: random, and never one that a letter of a lost history may carry on somebody's paper.

What is known to be on paper is refused for good (services/spent.py). What is not known is kept apart: each epoch of a
register draws from a page of its own among 64, so that a register that was put back elsewhere cannot meet what it lost.
"""

from __future__ import annotations

import json
from typing import Any

from desk_app.db.register import Work
from desk_app.services.seat import Seat
from desk_app.services.spent import spent_serials

SERIALS = 1 << 22
PAGES = 64
PAGE = SERIALS // PAGES
"""How many serials a page holds."""
_PAPER = "serial-page"
_TRIES = 64


def fresh_serial(seat: Seat, work: Work) -> int:
    """A serial that no letter of this register has, nor any that it is known to have lost."""
    first, spent = _page(seat, work) * PAGE, spent_serials(work)
    for _ in range(_TRIES):
        serial = first + int.from_bytes(seat.random(4), "big") % PAGE
        if serial not in spent and not work.letters.serial_used(serial):
            return serial
    while True:  # the page is as good as full: tens of thousands of letters in one epoch
        serial = int.from_bytes(seat.random(4), "big") % SERIALS
        if serial not in spent and not work.letters.serial_used(serial):
            return serial


def _page(seat: Seat, work: Work) -> int:
    """The page of this epoch: 0 for a register that was never put back, else one not used before, drawn once."""
    epoch = work.epoch()
    if epoch == 1:
        return 0
    kept: dict[str, Any] = json.loads(work.office.get(_PAPER) or "{}")
    if kept.get("epoch") != epoch:
        used = {0, *kept.get("used", ())}
        free = sorted(set(range(PAGES)) - used) or list(range(1, PAGES))
        page = free[int.from_bytes(seat.random(4), "big") % len(free)]
        kept = {"epoch": epoch, "page": page, "used": sorted(used | {page})}
        work.office.put(_PAPER, json.dumps(kept, sort_keys=True))
    return int(kept["page"])
