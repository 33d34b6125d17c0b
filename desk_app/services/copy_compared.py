"""A copy beside the register in use: what it holds and what would have to be entered again after taking it back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desk_app.db.backup import REGISTER_FILE
from desk_app.db.onlooker import Onlooker
from desk_app.db.register import Reading
from desk_app.services.copy_key import refuse_other_key, told_of_copy
from desk_app.services.sealed_files import FOLDER, SealedFiles, naming_key
from desk_app.services.seat import Seat
from exchange.journal import read_line


@dataclass(frozen=True, slots=True)
class Compared:
    """Counted by opening the copy. `missing`: lines of the register in use that the copy lacks, by kind; `ours`: the
    copy is an earlier state of this very history (False: it went another way; what is missing cannot be counted).
    `lost_files`: files of evidence that it names and that neither lie beside it nor on this PC."""

    registrations: int
    letters: int
    last_letter: date | None
    missing: Mapping[str, int]
    ours: bool
    lost_files: int = 0


def compare(seat: Seat, copy: Path) -> Compared:
    """Open the copy in this folder, check every page, and count what came after it; the copy is only read.

    Raises Trouble("backup-damaged") for one that is not whole or is of another register,
    Mistake("copy-before-new-key") for one under the key before."""
    refuse_other_key(copy, seat.folder, seat.random)
    with told_of_copy(copy), seat.register.looking_into(copy / REGISTER_FILE) as onlooker:
        onlooker.examine()
        seen, lost = onlooker.seen(), _lost(seat, copy, onlooker)
    with seat.reading() as reading:
        ours = reading.journal.digest_at(seen.position) == seen.digest
        missing = _kinds_after(reading, seen.position) if ours else {}
    last = date.fromisoformat(seen.last_letter[1]) if seen.last_letter[1] else None
    return Compared(seen.registrations, seen.letters, last, missing, ours, lost)


def _lost(seat: Seat, copy: Path, onlooker: Onlooker) -> int:
    naming = naming_key(onlooker)
    if naming is None:
        return 0
    places = [SealedFiles(place / FOLDER, naming) for place in (copy.parent, seat.folder)]
    return sum(not any(place.path(digest).is_file() for place in places) for digest in onlooker.evidence())


def _kinds_after(reading: Reading, position: int) -> Mapping[str, int]:
    head, _ = reading.journal.head()
    return Counter(read_line(raw).kind for raw in reading.journal.slice(position + 1, head)) if head > position else {}
