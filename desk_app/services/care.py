"""Keeping the register safe: a verified copy, and a check of everything that can be checked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk_app.db.backup import REGISTER_FILE
from desk_app.db.keyring import Keyring
from desk_app.services.office import OfficeStore
from desk_app.services.seat import Seat
from desk_app.services.trouble import Trouble, told_as_trouble

LAST_BACKUP = "last-backup"
"""Under this name the office's papers keep the moment of the last verified backup."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy that was opened again and counted."""

    path: Path
    registrations: int
    letters: int


@dataclass(frozen=True, slots=True)
class Care:
    """Backup and check."""

    seat: Seat
    keyring: Keyring

    def backup(self, folder: Path) -> Copied:
        """Write an encrypted copy into a folder of its own, named by date, and open it again; passwords stay behind."""
        self.seat.may("keep")
        stamp = self.seat.now().strftime("%Y-%m-%d_%H%M%S")
        place = folder / f"SAO-LUU_{stamp}"
        try:
            place.mkdir(parents=True)
        except OSError as error:
            raise Trouble("folder-unwritable", {"file": folder.name}) from error
        with told_as_trouble():
            facts = self.seat.register.backup_to(place / REGISTER_FILE)
            self.keyring.copy_for_backup(place)
        with self.seat.work() as work:
            work.office.put(LAST_BACKUP, json.dumps(self.seat.moment()))
            work.commit()
        return Copied(place, facts.counts["registrations"], facts.counts["letters"])

    def check(self) -> int:
        """Look at every page and walk the whole journal chain; returns its length. Raises Trouble."""
        with told_as_trouble():
            return self.seat.register.check()


def last_backup(store: OfficeStore) -> datetime | None:
    """When the last copy was made here, told by this desk's own clock."""
    kept = store.get(LAST_BACKUP)
    return datetime.fromisoformat(json.loads(kept)) if kept else None
