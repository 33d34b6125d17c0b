"""Keeping the register safe: verified copies, by hand and by themselves, and a check of all that can be checked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from desk_app.db.keyring import Keyring
from desk_app.services.access_notes import done, write_down
from desk_app.services.copies import (
    FOLDER,
    LAST_SECOND,
    SECOND_PLACE,
    SECOND_WAITS,
    Copied,
    CopyOnHand,
    copies_in,
    is_due,
    last_backup,
    make_copy,
    newest_first,
    thin_out,
)
from desk_app.services.copy_compared import Compared, compare
from desk_app.services.copy_owed import owe, settle
from desk_app.services.evidence_care import check as check_evidence
from desk_app.services.evidence_care import copy_beside, sweep_opened, tend
from desk_app.services.restoring import clear_way
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake, Trouble, told_as_trouble

__all__ = ["Care", "Copied", "Looked", "last_backup"]


@dataclass(frozen=True, slots=True)
class Looked:
    """What the desk did for its own safety: `copied` None when nothing was new; `second` tells how the second place
    fared: "" for none chosen or nothing new, "done", or the code of a trouble with a sentence."""

    copied: Copied | None
    second: str = ""


@dataclass(frozen=True, slots=True)
class Care:
    """Backup and check."""

    seat: Seat
    keyring: Keyring

    def backup(self, folder: Path) -> Copied:
        """Write an encrypted copy into a folder of its own, named by date and counts, and open it again; passwords
        stay behind."""
        self.seat.may("keep")
        done(self.seat, "copied")
        copied = make_copy(self.seat, self.keyring, folder)
        copy_beside(self.seat, folder)
        return copied

    def look_after(self) -> Looked:
        """After work: a copy beside the register and one in the second place, when lines were written since the last;
        old ones are thinned out. A second place that is away stops nothing: it gets its copy as soon as it is there
        again, new lines or not. Raises Trouble when the first failed; the next start hears of either."""
        try:
            looked = self._look_after()
        except Trouble as trouble:
            owe(self.seat, trouble.code)
            raise
        settle(self.seat, looked.second)
        return looked

    def _look_after(self) -> Looked:
        write_down(self.seat)
        clear_way(self.seat.folder)
        sweep_opened(self.seat.folder)
        second, own = self.second_place(), self.seat.folder / FOLDER
        tend(self.seat, self._places())
        copied = self._own_copy() if is_due(self.seat) else None
        copy_beside(self.seat, own)
        wanted = second and (copied or self._second_waits())
        return Looked(copied, self._second_copy(second) if second and wanted else "")

    def left_over(self) -> bool:
        """Whether lines wait for a copy since an earlier day: the PC was switched off over the open window."""
        with self.seat.reading() as reading:
            last = last_backup(reading.office)
        # A clock that was set wrong may have left a day in the future: that is no reason to wait for it.
        return is_due(self.seat) and (last is None or last.date() != self.seat.today())

    def second_place(self) -> Path | None:
        """Where a second copy goes after work: another disk or a stick that stays in; None when none was chosen."""
        with self.seat.reading() as reading:
            kept = reading.office.get(SECOND_PLACE)
        return Path(json.loads(kept)) if kept and json.loads(kept) else None

    def choose_second_place(self, folder: Path | None) -> None:
        """Copies go there too from now on; None: no longer. Raises Mistake("own-folder")."""
        self.seat.may("settings")
        if folder and folder.resolve().is_relative_to(self.seat.folder.resolve()):
            raise Mistake("own-folder", {"file": folder.name})
        with self.seat.work() as work:
            work.office.put(SECOND_PLACE, json.dumps(str(folder) if folder else ""))
            work.office.put(LAST_SECOND, json.dumps(self.seat.moment()))
            work.office.put(SECOND_WAITS, json.dumps(True))
            work.commit()

    def copies(self) -> tuple[CopyOnHand, ...]:
        """What lies beside the register and in the second place, the newest first."""
        found = (copy for place in self._places() for copy in copies_in(place))
        return newest_first(found, self.seat.now())

    def copies_in(self, place: Path) -> tuple[CopyOnHand, ...]:
        """What lies in another folder, on a stick for one."""
        return copies_in(place)

    def compare(self, copy: Path) -> Compared:
        """What a copy holds, and what would be missing after taking it back."""
        done(self.seat, "copy-compared")
        return compare(self.seat, copy)

    def check(self) -> int:
        """Look at every page, walk the whole journal chain and open every file of evidence; returns the length of the
        chain. Raises Trouble."""
        with told_as_trouble():
            lines = self.seat.register.check()
        check_evidence(self.seat, self._places())
        return lines

    def _places(self) -> tuple[Path, ...]:
        return (self.seat.folder / FOLDER, *filter(None, [self.second_place()]))

    def _own_copy(self) -> Copied:
        place = self.seat.folder / FOLDER
        copied = make_copy(self.seat, self.keyring, place)
        thin_out(place, copied.path)
        return copied

    def _second_waits(self) -> bool:
        with self.seat.reading() as reading:
            return bool(json.loads(reading.office.get(SECOND_WAITS) or "false"))

    def _second_copy(self, place: Path) -> str:
        told = self._copy_into(place)
        with self.seat.work() as work:
            work.office.put(SECOND_WAITS, json.dumps(told != "done"))
            if told == "done":
                work.office.put(LAST_SECOND, json.dumps(self.seat.moment()))
            work.commit()
        return told

    def _copy_into(self, place: Path) -> str:
        # A stick that is away must not be made anew as a folder of that name on another disk.
        if not place.is_dir():
            return "folder-gone"
        try:
            copied = make_copy(self.seat, self.keyring, place)
            copy_beside(self.seat, place)
        except Trouble as trouble:
            return trouble.code
        thin_out(place, copied.path)
        return "done"
