"""Sealed bytes brought back from beside a copy of the register: only what opens under its own key and digest."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desk_app.db.evidence import KeptEvidence
from desk_app.db.register import Reading
from desk_app.services.sealed_files import FOLDER, SealedFiles, naming_key
from desk_app.services.trouble import Trouble
from exchange.files import FileTrouble, write_beside


def live(reading: Reading) -> tuple[KeptEvidence, ...]:
    """The files that are kept now."""
    return tuple(one for one in reading.evidence.all() if one.taken_back_on is None)


def key_of(one: KeptEvidence) -> bytes:
    """What its bytes are sealed under."""
    return bytes.fromhex(str(one.body["key"]))


def fetch_all(reading: Reading, source: Path, folder: Path) -> None:
    """After a restore: bring what the register names from beside the copy. Raises OSError where the disk is full."""
    naming = naming_key(reading.office)
    if naming is None:
        return
    here = SealedFiles(folder / FOLDER, naming)
    for one in live(reading):
        if not here.path(one.digest).is_file():
            fetch(one, here, [source])


def fetch(one: KeptEvidence, here: SealedFiles, places: Iterable[Path]) -> bool:
    """Whether one of the places had it whole."""
    for place in places:
        there = SealedFiles(place / FOLDER, here.naming)
        try:
            there.read(one.digest, key_of(one))
            bring(there.path(one.digest), here.path(one.digest))
        except (Trouble, FileTrouble, OSError):
            continue
        return True
    return False


def bring(source: Path, target: Path) -> None:
    """Copy a sealed file, whole or not at all. Raises FileTrouble, OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    write_beside(target, source.read_bytes())
