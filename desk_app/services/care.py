"""Keeping the register safe: a verified copy, and a check of everything that can be checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desk_app.db.trouble import RegisterTrouble
from desk_app.services.seat import Seat
from desk_app.services.trouble import Trouble


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
    data_key: bytes

    def backup(self, folder: Path) -> Copied:
        """Write an encrypted copy of the register, named by date and counts, and open it again."""
        self.seat.may("keep")
        with self.seat.register.reading() as reading:
            counts = reading.registrations.count(), reading.letters.count()
        day = self.seat.today().isoformat()
        path = folder / f"SAO-LUU_{day}_{counts[0]}-ho-so_{counts[1]}-thu.mctb"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.seat.register.backup_to(path, self.data_key)
        except RegisterTrouble as error:
            raise Trouble(error.code, error.details) from error
        except OSError as error:
            raise Trouble("folder-unwritable", {"file": folder.name}) from error
        return Copied(path, *counts)

    def check(self) -> int:
        """Walk the whole journal chain; returns its length. Raises Trouble("register-damaged")."""
        try:
            with self.seat.register.reading() as reading:
                reading.journal.verify()
                return reading.journal.head()[0]
        except RegisterTrouble as error:
            raise Trouble(error.code, error.details) from error
