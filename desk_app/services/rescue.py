"""The rescue sheet of a desk: whether its paper was ever proved, and another one in its place."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from desk_app.db.keyring import Keyring, recovery_code
from desk_app.services.lines import local_entry
from desk_app.services.office import OfficeStore, office_on, read_letterhead
from desk_app.services.seat import Seat
from desk_app.services.trouble import told_as_trouble

SHEET = "rescue-sheet"
"""Under this name the office's papers keep the day of the sheet and whether it was proved; never the code."""


@dataclass(frozen=True, slots=True)
class SheetInForce:
    """The rescue sheet that opens this register: its day, None where nobody noted it, and whether three of its groups
    were typed from the paper."""

    made_on: date | None
    proved: bool


def keep_rescue(store: OfficeStore, made_on: date, proved: bool) -> None:
    """Note a new sheet."""
    store.put(SHEET, json.dumps({"made_on": made_on.isoformat(), "proved": proved}))


def read_rescue(store: OfficeStore) -> SheetInForce:
    """The note; a register older than the note is not asked about."""
    kept = json.loads(store.get(SHEET) or "null")
    return SheetInForce(date.fromisoformat(kept["made_on"]), kept["proved"]) if kept else SheetInForce(None, True)


@dataclass(frozen=True, slots=True)
class Rescue:
    """Acts on the rescue sheet. Those that need a password raise Trouble("wrong-password")."""

    seat: Seat
    keyring: Keyring

    def in_force(self) -> SheetInForce:
        """What is known of the sheet that opens this register."""
        with self.seat.reading() as reading:
            return read_rescue(reading.office)

    def may_renew(self) -> bool:
        """Whether this person may make another sheet: the administrator."""
        return self.seat.role == "administrator"

    def unit(self) -> str:
        """The unit as its letters name it: "xã An Liên"."""
        with self.seat.reading() as reading:
            head = read_letterhead(reading.office)
        return office_on(head, self.seat.units, self.seat.today()).unit_name

    def proved(self) -> None:
        """Three groups were typed from the paper: the sheet can be read."""
        with self.seat.work() as work:
            kept = read_rescue(work.office)
            keep_rescue(work.office, kept.made_on or self.seat.today(), proved=True)
            work.journal.append(local_entry(self.seat, "rescue-proved"))
            work.commit()

    def new_code(self, password: str) -> str:
        """A code for another sheet. Nothing is written and the old sheet stays in force until `replace`."""
        self.seat.may("people")
        with told_as_trouble():
            self.keyring.unwrap(self.seat.user, password)
        return recovery_code(self.seat.random)

    def replace(self, password: str, code: str) -> None:
        """The new sheet was proved from paper: from now on it opens the register, and the old one no longer does.
        Copies made before are still opened by the old one."""
        self.seat.may("people")
        with told_as_trouble():
            self.keyring.renew_recovery(code, self.keyring.unwrap(self.seat.user, password))
        with self.seat.work() as work:
            keep_rescue(work.office, self.seat.today(), proved=True)
            work.journal.append(local_entry(self.seat, "rescue-renewed"))
            work.commit()
