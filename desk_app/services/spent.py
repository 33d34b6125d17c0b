"""Serials of letters that are on paper and no longer in the register: an older copy was taken back since."""

from __future__ import annotations

import json
from collections.abc import Iterable

from desk_app.db.register import Reading, Work

SPENT_SERIALS = "spent-serials"
"""Under this name the office's papers keep them."""


def spent_serials(reading: Reading) -> frozenset[int]:
    """What no letter may be given again."""
    return read_serials(reading.office.get(SPENT_SERIALS))


def keep_spent(work: Work, serials: Iterable[int]) -> None:
    """Add those that no letter of this register carries."""
    known = spent_serials(work)
    gone = {serial for serial in serials if not work.letters.serial_used(serial)}
    if not gone <= known:
        work.office.put(SPENT_SERIALS, json.dumps(sorted(known | gone)))


def read_serials(kept: str | None) -> frozenset[int]:
    """The serials of a paper as it is kept."""
    return frozenset(json.loads(kept or "[]"))
