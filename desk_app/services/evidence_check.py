"""Whether a pack of evidence is the one that was made: every digest again, and the register's own word."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desk_app.db.evidence import KeptPack
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake
from exchange.evidence_pack import NotAPack, Step, look_at_pack
from exchange.files import patiently


@dataclass(frozen=True, slots=True)
class PackChecked:
    """A pack that was looked at: `differing` members that are not as its manifest says, missing, or not in it; `known`
    the pack as this register keeps it, None where it keeps no such digest."""

    year: int
    version: int
    digest: str
    members: int
    differing: tuple[str, ...]
    known: KeptPack | None

    @property
    def whole(self) -> bool:
        """Every member is as it was, and the register knows the pack."""
        return not self.differing and self.known is not None


def check_pack(seat: Seat, path: Path, step: Step = lambda done, total: None) -> PackChecked:
    """Look at a pack; nothing of it is unpacked to the disk. Raises Mistake("file-unreadable" | "not-a-pack")."""
    seat.may("read")
    try:
        patiently(lambda: path.open("rb")).close()
    except OSError as error:
        raise Mistake("file-unreadable", {"file": path.name}) from error
    try:
        seen = look_at_pack(path, step)
    except NotAPack as error:
        raise Mistake("not-a-pack", {"file": path.name}) from error
    with seat.reading() as reading:
        known = next((one for one in reading.evidence.packs(seen.year) if one.digest == seen.digest), None)
    return PackChecked(seen.year, seen.version, seen.digest, seen.members, seen.differing, known)
