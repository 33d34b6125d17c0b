"""Where a person's data still lies outside the register: the copies made since, each to be destroyed by list."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk_app.db.register import Reading
from desk_app.services.copies import FOLDER, SECOND_PLACE, copies_in
from desk_app.services.seat import Seat


@dataclass(frozen=True, slots=True)
class StillHeld:
    """A copy that holds what the register had then: its name, the folder it lies in, when it was made ("" unknown)."""

    name: str
    place: str
    made_at: str


def copies_since(seat: Seat, reading: Reading, since: str) -> tuple[StillHeld, ...]:
    """The copies at hand that were made after `since` (ISO), and every register put aside; newest first."""
    kept = reading.office.get(SECOND_PLACE)
    second = json.loads(kept) if kept else ""
    places = [seat.folder / FOLDER, *([Path(second)] if second else [])]
    first = datetime.fromisoformat(since).astimezone() if since else None
    copies = [(copy, place) for place in places for copy in copies_in(place)]
    found = [
        StillHeld(copy.path.name, str(place), copy.made_at.isoformat(timespec="seconds"))
        for copy, place in copies
        if first is None or copy.made_at >= first.replace(microsecond=0)
    ]
    return (*sorted(found, key=lambda one: one.made_at, reverse=True), *_put_aside(seat.folder))


def _put_aside(folder: Path) -> tuple[StillHeld, ...]:
    """Registers laid aside by a restore, and copies made before an upgrade: whole ones, older than anything we know."""
    aside = (*folder.glob("truoc-khoi-phuc_*"), *(folder / FOLDER).glob("schema-*.db"))
    return tuple(StillHeld(path.name, str(path.parent), "") for path in sorted(aside))
