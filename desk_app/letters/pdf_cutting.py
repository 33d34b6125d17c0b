"""The part of a font file that a document needs: the bytes that ReportLab's `makeSubset` gives, from ready-made glyphs.

Every letter has names of its own, so two cuts are cut anew for each: what of that never differs is made once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from struct import pack, unpack
from typing import Any

COPIED = ("name", "OS/2", "cvt ", "fpgm", "prep")
MORE, WORDS, SCALE, TWO_SCALES, MATRIX = 1 << 5, 1 << 0, 1 << 3, 1 << 6, 1 << 7
"""Flags of a component: another one follows; how long what tells its place is."""
LONGEST = 2 * 0xFFFF
"""Of a glyf table whose places are told in short."""
WHOLE = 0xB1B0AFBA
ALL_BITS = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the file: its bytes filled up to whole words, its true length, the sum of its words."""

    raw: bytes
    length: int
    sum: int


@dataclass(frozen=True, slots=True)
class _Glyph:
    """An outline filled up to whole words, and where in it which other glyphs are named; there it holds zeros."""

    raw: bytes
    sum: int
    parts: tuple[tuple[int, int], ...]


class Cutter:
    """Cuts programs out of one face."""

    def __init__(self, face: Any) -> None:
        self._face, self._glyf = face, face.get_table("glyf")
        self._glyphs: dict[int, _Glyph] = {}
        self._widths = [(int(width) & 0xFFFF, int(left) & 0xFFFF) for width, left in face.hmetrics]
        post = b"\x00\x03\x00\x00" + face.get_table("post")[4:16] + b"\x00" * 16
        head = face.get_table("head")
        self._same = {tag: _table(face.get_table(tag)) for tag in COPIED if tag in face.table}
        self._same |= {"post": _table(post), "head": _table(head[:8] + b"\0\0\0\0" + head[12:50] + b"\0\0" + head[52:])}

    def program(self, points: Sequence[int]) -> bytes:
        """A font file that draws these Unicode points by their places in the list; 0 and what the face lacks is its
        sign for a missing letter."""
        known = self._face.charToGlyph
        wanted = {place: known.get(point, 0) for place, point in enumerate(points) if point}
        numbers = self._numbered([*wanted.values()])
        outlines = [self._outline(glyph, numbers) for glyph in numbers]
        if sum(len(raw) for raw, _ in outlines) > LONGEST:
            return bytes(self._face.makeSubset(list(points)))
        tables = self._same | _placed(outlines) | self._measured([*numbers])
        mapped = [0] * len(points)
        for place, glyph in wanted.items():
            mapped[place] = numbers[glyph]
        tables["cmap"] = _mapped(mapped)
        return _file(tables)

    def _numbered(self, wanted: Sequence[int]) -> dict[int, int]:
        """New numbers by old ones: as they come, then what they are put together from."""
        glyphs = [*dict.fromkeys((0, *wanted))]
        numbers = {glyph: number for number, glyph in enumerate(glyphs)}
        for glyph in glyphs:
            for _, part in self._glyph(glyph).parts:
                if part not in numbers:
                    numbers[part] = len(glyphs)
                    glyphs.append(part)
        return numbers

    def _outline(self, glyph: int, numbers: dict[int, int]) -> tuple[bytes | bytearray, int]:
        """Its bytes, naming others by their new numbers, and their sum."""
        drawn = self._glyph(glyph)
        if not drawn.parts:
            return drawn.raw, drawn.sum
        raw, added = bytearray(drawn.raw), drawn.sum
        for place, part in drawn.parts:
            number = numbers[part]
            raw[place], raw[place + 1] = number >> 8, number & 0xFF
            added += number if place % 4 else number << 16
        return raw, added & ALL_BITS

    def _glyph(self, glyph: int) -> _Glyph:
        if glyph not in self._glyphs:
            start, end = self._face.glyphPos[glyph : glyph + 2]
            parts = tuple(_parts(self._glyf[start:end]))
            raw = bytearray(self._glyf[start:end] + b"\0" * (start - end & 3))
            for place, _ in parts:
                raw[place : place + 2] = b"\0\0"
            self._glyphs[glyph] = _Glyph(bytes(raw), _sum(raw), parts)
        return self._glyphs[glyph]

    def _measured(self, glyphs: Sequence[int]) -> dict[str, _Table]:
        """Widths, and the tables that tell how many there are; of equal widths at the end only the first is written."""
        metrics = [self._widths[glyph] for glyph in glyphs]
        full = len(metrics)
        while full > 1 and metrics[full - 1][0] == metrics[full - 2][0]:
            full -= 1
        told = [*chain.from_iterable(metrics[:full]), *(left for _, left in metrics[full:])]
        hhea, maxp = self._face.get_table("hhea"), self._face.get_table("maxp")
        return {
            "hmtx": _table(pack(f">{len(told)}H", *told)),
            "hhea": _table(hhea[:34] + full.to_bytes(2, "big") + hhea[36:]),
            "maxp": _table(maxp[:4] + len(glyphs).to_bytes(2, "big") + maxp[6:]),
        }


def _parts(raw: bytes) -> list[tuple[int, int]]:
    """Where a glyph that is put together names its parts, and which they are."""
    if len(raw) <= 2 or raw[0] < 0x80:
        return []
    found, place, flags = [], 10, MORE
    while flags & MORE:
        flags, part = unpack(">HH", raw[place : place + 4])
        found.append((place + 2, part))
        place += 8 if flags & WORDS else 6
        place += 2 if flags & SCALE else 4 if flags & TWO_SCALES else 8 if flags & MATRIX else 0
    return found


def _placed(outlines: Sequence[tuple[bytes | bytearray, int]]) -> dict[str, _Table]:
    """The outlines one behind the other, and where each begins."""
    raw = b"".join([outline for outline, _ in outlines])
    places = [at >> 1 for at in accumulate((len(outline) for outline, _ in outlines), initial=0)]
    glyf = _Table(raw, len(raw), sum(added for _, added in outlines) & ALL_BITS)
    return {"glyf": glyf, "loca": _table(pack(f">{len(places)}H", *places))}


def _mapped(numbers: Sequence[int]) -> _Table:
    """Codes from 0 on to glyphs."""
    head = (0, 1, 1, 0, 0, 12, 6, 10 + 2 * len(numbers), 0, 0, len(numbers))
    return _table(pack(f">{len(head) + len(numbers)}H", *head, *numbers))


def _file(tables: dict[str, _Table]) -> bytes:
    several = sorted(tables.items())
    power = len(several).bit_length() - 1
    reach = 16 << power
    directory = [pack(">lHHHH", 0x00010000, len(several), reach, power, 16 * len(several) - reach)]
    at = 12 + 16 * len(several)
    for tag, table in several:
        directory.append(tag.encode() + pack(">LLL", table.sum, at, table.length))
        at += len(table.raw)
    front = b"".join(directory)
    told = WHOLE - _sum(front) - sum(table.sum for _, table in several) & ALL_BITS
    body = [_told_in(table.raw, told) if tag == "head" else table.raw for tag, table in several]
    return front + b"".join(body)


def _told_in(head: bytes, told: int) -> bytes:
    return head[:8] + told.to_bytes(4, "big") + head[12:]


def _table(raw: bytes) -> _Table:
    padded = raw + b"\0" * (-len(raw) % 4)
    return _Table(padded, len(raw), _sum(padded))


def _sum(raw: bytes | bytearray) -> int:
    words: tuple[int, ...] = unpack(f">{len(raw) >> 2}L", raw)
    return sum(words) & ALL_BITS
