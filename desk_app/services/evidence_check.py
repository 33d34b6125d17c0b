"""Whether a pack of evidence is the one that was made: every digest again, and the register's own word."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from desk_app.db.evidence import KeptPack
from desk_app.services.evidence_members import MANIFEST
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake
from exchange.files import patiently

Step = Callable[[int, int], None]
_LARGEST_MANIFEST = 16 * 1024 * 1024
_CHUNK = 1 << 20
_NOT_A_PACK = (zipfile.BadZipFile, KeyError, TypeError, ValueError, RuntimeError, EOFError, OSError)
Listed = Mapping[str, tuple[str, int]]


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
        with zipfile.ZipFile(path) as archive:
            manifest = _manifest(archive)
            told = json.loads(manifest)
            listed = {str(one["path"]): (str(one["sha256"]), int(one["size"])) for one in told["members"]}
            year, version = int(told["year"]), int(told["version"])
            differing = tuple(sorted(_differing(archive, listed, step)))
    except _NOT_A_PACK as error:
        raise Mistake("not-a-pack", {"file": path.name}) from error
    digest = hashlib.sha256(manifest).hexdigest()
    with seat.reading() as reading:
        known = next((one for one in reading.evidence.packs(year) if one.digest == digest), None)
    return PackChecked(year, version, digest, len(listed), differing, known)


def _manifest(archive: zipfile.ZipFile) -> bytes:
    with archive.open(MANIFEST) as stream:
        raw = stream.read(_LARGEST_MANIFEST + 1)
    if len(raw) > _LARGEST_MANIFEST:
        raise ValueError("a manifest is small")
    return raw


def _differing(archive: zipfile.ZipFile, listed: Listed, step: Step) -> Iterator[str]:
    there = Counter(archive.namelist())
    yield from (name for name in there if name != MANIFEST and name not in listed)
    for at, (name, expected) in enumerate(sorted(listed.items())):
        step(at, len(listed))
        if there[name] != 1 or _digest(archive, name, expected[1]) != expected:
            yield name


def _digest(archive: zipfile.ZipFile, name: str, size: int) -> tuple[str, int]:
    """SHA-256 and length of a member, read no further than it should be long."""
    taken, length = hashlib.sha256(), 0
    try:
        with archive.open(name) as stream:
            while length <= size and (part := stream.read(_CHUNK)):
                taken.update(part)
                length += len(part)
    except (zipfile.BadZipFile, EOFError, RuntimeError, OSError, ValueError):
        return "", -1
    return taken.hexdigest(), length
