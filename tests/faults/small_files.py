"""What may happen to a small file: bits turned over, cut, replaced; in every place under ENDURE=1."""

from __future__ import annotations

import os
import shutil
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

FULL = bool(os.environ.get("ENDURE"))
PLACES, FEW, LENGTHS = 120, 12, 8
SPARSE = 200 << 20
"""Bytes: as large as a file may become that is not what it was."""
ROOM = 16 << 20
"""Bytes that reading it may take at most."""
Hurt = Callable[[Path], None]


def turned(raw: bytes, chance: Random, places: int = PLACES) -> Iterator[tuple[str, bytes]]:
    """The file with one bit turned over; every bit of every byte at full size."""
    few = sorted(chance.sample(range(len(raw)), min(places, len(raw))))
    spots = [(at, bit) for at in range(len(raw)) for bit in range(8)] if FULL else [(at, at % 8) for at in few]
    for at, bit in spots:
        hurt = bytearray(raw)
        hurt[at] ^= 1 << bit
        yield f"byte {at}, bit {bit}", bytes(hurt)


def cut(raw: bytes, chance: Random) -> Iterator[tuple[str, bytes]]:
    """The file cut short; at every length at full size."""
    lengths = range(len(raw)) if FULL else sorted({0, 1, len(raw) - 1, *chance.sample(range(len(raw)), LENGTHS)})
    for length in lengths:
        yield f"cut at {length}", raw[:length]


def replaced(raw: bytes, chance: Random) -> Iterator[tuple[str, bytes]]:
    """Something else in its place."""
    for told in (b"null", b"[]", b"{}", b"7", b'"\\ud800"', b"[" * 100_000, b"\xff\xfe", chance.randbytes(len(raw))):
        yield f"replaced by {told[:9]!r}", told


def every_harm(raw: bytes, chance: Random) -> Iterator[tuple[str, bytes]]:
    """All that a file may say that is not what was written."""
    for way in (turned, cut, replaced):
        yield from way(raw, chance)


def to_folder(path: Path) -> None:
    """A folder in its place, with something in it."""
    path.unlink(missing_ok=True)
    path.mkdir()
    (path / "gì đó.txt").write_text("không phải của chương trình", encoding="utf-8")


def to_giant(path: Path) -> None:
    """A file that holds nothing and is large all the same."""
    path.write_bytes(b"")
    os.truncate(path, SPARSE)


def to_other(raw: bytes) -> Hurt:
    """These bytes in its place."""

    def put(path: Path) -> None:
        path.write_bytes(raw)

    return put


def one_bit(path: Path) -> None:
    """A bit in the middle turned over."""
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 4
    path.write_bytes(raw)


HURTS: dict[str, Hurt] = {
    "one bit": one_bit,
    "empty": to_other(b""),
    "noise": to_other(Random(3).randbytes(400)),
    "a folder": to_folder,
    "a giant": to_giant,
}
OPENED = tuple(HURTS) if FULL else ("one bit", "a folder", "a giant")
"""What is tried with a real opening; a reader meets the others as well."""


def put_back(path: Path, raw: bytes) -> None:
    """The file as it was, whatever stands there."""
    if path.is_dir() and not path.is_symlink():
        assert "pytest" in str(path.resolve())
        shutil.rmtree(path)
    path.write_bytes(raw)


@contextmanager
def little_room() -> Iterator[None]:
    """Fails where a file is read that no machine has room for."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < ROOM, "the whole giant was read"
    finally:
        tracemalloc.stop()
