"""Keeping the bytes of evidence: tidied, copied beside each copy of the register, fetched from there, checked."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

from desk_app.db.evidence import KeptEvidence
from desk_app.services.copies import copies_in
from desk_app.services.evidence import OPENED, bytes_of, sealed_of
from desk_app.services.evidence_fetch import bring, fetch, key_of, live
from desk_app.services.restoring import put_aside
from desk_app.services.sealed_files import FOLDER, SealedFiles
from desk_app.services.seat import Seat
from desk_app.services.trouble import Trouble
from exchange.files import FileTrouble

Step = Callable[[int, int], None]


def sweep_opened(folder: Path) -> None:
    """Copies that were opened to be looked at go; one that another program still holds goes the next time."""
    shutil.rmtree(folder / OPENED, ignore_errors=True)


def tend(seat: Seat, places: Iterable[Path]) -> None:
    """Take away what a kill left half done and what was taken back; fetch what is missing from the copies."""
    with seat.reading() as reading:
        sealed, kept = sealed_of(seat, reading), live(reading)
    if sealed is None:
        return
    _tidy(seat, sealed, kept)
    for one in kept:
        if not sealed.path(one.digest).is_file():
            fetch(one, sealed, places)


def copy_beside(seat: Seat, place: Path) -> int:
    """Bring to a place of copies the files that it lacks, how many; each is opened first, so that no damage travels.

    Raises Trouble: disk-full, evidence-not-copied, when the place takes no more; what is there stays."""
    with seat.reading() as reading:
        sealed, kept = sealed_of(seat, reading), live(reading)
        gone = tuple(one for one in reading.evidence.all() if one.taken_back_on)
    if sealed is None:
        return 0
    there = SealedFiles(place / FOLDER, sealed.naming)
    copied = sum(_bring(one, sealed, there) for one in kept)
    oldest = min((copy.made_at.date() for copy in copies_in(place)), default=date.max)
    for one in gone:
        if one.taken_back_on and one.taken_back_on < oldest:
            there.drop(one.digest)
    return copied


def check(seat: Seat, places: Iterable[Path], step: Step = lambda done, total: None) -> int:
    """Open every file and compare its digest; what is not whole is fetched from the copies; how many there are.

    Raises Trouble("evidence-missing" | "evidence-damaged") with `n` and one title, for what no copy has."""
    places, lost = tuple(places), dict[str, list[KeptEvidence]]()
    with seat.reading() as reading:
        sealed, kept = sealed_of(seat, reading), live(reading)
        for at, one in enumerate(kept):
            step(at, len(kept))
            try:
                bytes_of(seat, reading, one)
            except Trouble as trouble:
                if sealed is None or not fetch(one, sealed, places):
                    lost.setdefault(trouble.code, []).append(one)
    for code, ones in lost.items():
        raise Trouble(code, {"n": str(len(ones)), "file": str(ones[0].body.get("title", ""))})
    return len(kept)


def _tidy(seat: Seat, sealed: SealedFiles, kept: Iterable[KeptEvidence]) -> None:
    named = {sealed.path(one.digest) for one in kept}
    # A register that was put aside may still name what this one does not: only what came later is nobody's.
    aside = max((one.made_at for one in put_aside(seat.folder)), default=None)
    with contextlib.suppress(OSError):
        for left in sealed.folder.glob("*.part"):
            left.unlink(missing_ok=True)
        for path in sealed.own():
            if path not in named and (aside is None or _written(path) > aside):
                path.unlink(missing_ok=True)


def _written(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone()


def _bring(one: KeptEvidence, here: SealedFiles, there: SealedFiles) -> bool:
    source, target = here.path(one.digest), there.path(one.digest)
    with contextlib.suppress(OSError):
        if target.stat().st_size == source.stat().st_size:
            return False
    try:
        here.read(one.digest, key_of(one))
    except Trouble:
        return False  # the check tells of it
    try:
        bring(source, target)
    except (FileTrouble, OSError) as error:
        full = isinstance(error, FileTrouble) and error.code == "disk-full"
        raise Trouble("disk-full" if full else "evidence-not-copied", {"file": target.parent.name}) from error
    return True
