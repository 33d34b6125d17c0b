"""A year's pack of evidence as both sides look at it: a ZIP whose manifest names every member; the SHA-256 of the
manifest is the pack's digest, which the line `evidence-pack` tells upward."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

MANIFEST = "manifest.json"
Step = Callable[[int, int], None]
_LARGEST_MANIFEST = 16 * 1024 * 1024
_CHUNK = 1 << 20
_UNREADABLE = (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError)
"""What a member may raise that anybody may have written; encrypted ones and unknown methods are RuntimeErrors."""
_NOT_A_PACK = (*_UNREADABLE, KeyError, TypeError)
Listed = Mapping[str, tuple[str, int]]


class NotAPack(ValueError):
    """The file is no pack of evidence, or was cut."""


@dataclass(frozen=True, slots=True)
class PackSeen:
    """A pack that was looked at; `differing` members are not as its manifest says, missing, or not in it."""

    unit: str
    year: int
    version: int
    digest: str
    members: int
    differing: tuple[str, ...]


def look_at_pack(path: Path, step: Step = lambda done, total: None) -> PackSeen:
    """Look at a pack; nothing of it is unpacked to the disk. Raises NotAPack."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _manifest(archive)
            told = json.loads(manifest)
            listed = {str(one["path"]): (str(one["sha256"]), int(one["size"])) for one in told["members"]}
            head = (str(told["unit"]), int(told["year"]), int(told["version"]))
            differing = tuple(sorted(_differing(archive, listed, step)))
    except _NOT_A_PACK as error:
        raise NotAPack(path.name) from error
    return PackSeen(*head, hashlib.sha256(manifest).hexdigest(), len(listed), differing)


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


def _digest(archive: zipfile.ZipFile, name: str, size: int) -> tuple[str, int] | None:
    """SHA-256 and length of a member, read no further than it should be long; None for one that cannot be read."""
    taken, length = hashlib.sha256(), 0
    try:
        with archive.open(name) as stream:
            while length <= size and (part := stream.read(_CHUNK)):
                taken.update(part)
                length += len(part)
    except _UNREADABLE:
        return None
    return taken.hexdigest(), length
