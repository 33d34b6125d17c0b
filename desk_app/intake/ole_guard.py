"""The chains of sectors in an OLE file, the shell of old XLS workbooks: in a damaged one they may run in circles, and
who follows them never comes to an end."""

import struct
from collections.abc import Iterator, Sequence

_HEADER = 512
_LARGEST_SHIFT = 12
_LAST_USED = 0xFFFFFFFA
"""Sector numbers above are signs: end of a chain, free, kept for the tables."""
_IN_HEADER = 109
_ENTRY = 128
_STREAM, _ROOT = 2, 5


class Circle(ValueError):
    """A chain that comes back to itself, or a header that cannot be."""


def check_chains(raw: bytes) -> None:
    """Raises Circle where a chain of sectors has no end."""
    if len(raw) < _HEADER:
        raise Circle("header")
    (shift,) = struct.unpack_from("<H", raw, 0x1E)
    if not 7 <= shift <= _LARGEST_SHIFT:
        raise Circle("sector size")
    first_directory, cutoff, first_small = (struct.unpack_from("<I", raw, at)[0] for at in (0x30, 0x38, 0x3C))
    table = _table(raw, 1 << shift)
    small = _numbers(raw, 1 << shift, list(_chain(table, first_small)))
    for kind, first, size in _entries(raw, 1 << shift, list(_chain(table, first_directory))):
        if kind in (_STREAM, _ROOT):
            chains = small if kind == _STREAM and size < cutoff else table
            for _ in _chain(chains, first):
                pass


def _table(raw: bytes, size: int) -> Sequence[int]:
    """Which sector follows each sector of the file."""
    known = list(struct.unpack_from(f"<{_IN_HEADER}I", raw, 0x4C))
    (further,) = struct.unpack_from("<I", raw, 0x44)
    seen: set[int] = set()
    while further < _LAST_USED and (found := _numbers(raw, size, [further])):
        if further in seen:
            raise Circle("table")
        seen.add(further)
        known += found[:-1]
        further = found[-1]
    return _numbers(raw, size, [sector for sector in known if sector < _LAST_USED])


def _numbers(raw: bytes, size: int, sectors: Sequence[int]) -> list[int]:
    """The numbers in some sectors, as far as the file has them."""
    if len(sectors) > len(raw) // size + 1:
        raise Circle("more sectors than the file has")
    parts = [raw[(sector + 1) * size : (sector + 2) * size] for sector in sectors]
    return [number for part in parts for (number,) in struct.iter_unpack("<I", part[: len(part) // 4 * 4])]


def _chain(table: Sequence[int], first: int) -> Iterator[int]:
    """The sectors from the first to the end of a chain, or to where it leaves the file."""
    left = len(table)
    while first < len(table):
        yield first
        left -= 1
        if left < 0:
            raise Circle("chain")
        first = table[first]


def _entries(raw: bytes, size: int, sectors: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Kind, first sector and length of everything in the directory."""
    for sector in sectors:
        part = raw[(sector + 1) * size : (sector + 2) * size]
        for at in range(0, len(part) - _ENTRY + 1, _ENTRY):
            first, length = struct.unpack_from("<II", part, at + 0x74)
            yield part[at + 0x42], first, length
