"""Photos of citizens: what a camera wrote beside the picture (place, time, owner, small previews) is left out.

The picture itself stays as it is, bit for bit; only the way up that it is held is kept of the camera's words."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
MOST_PIXELS = 200_000_000
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_JFIF, _COLOURS, _ADOBE, _SCAN, _END = 0xE0, 0xE2, 0xEE, 0xDA, 0xD9
_HEAD = b"\xff\xe0\x00\x10"
"""Begins a head without a preview."""
_KEPT_CHUNKS = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs"}
)


class NotWhole(ValueError):
    """The bytes are not such a picture from its first to its last."""


def without_traces(raw: bytes) -> bytes:
    """A JPEG or PNG with the picture alone; the same bytes again for the same picture. Raises NotWhole."""
    try:
        return _jpeg(raw) if raw.startswith(JPEG) else _png(raw)
    except (IndexError, struct.error) as error:
        raise NotWhole from error


def _jpeg(raw: bytes) -> bytes:
    kept, turned, seen = [raw[:2]], b"", False
    for code, piece in _pieces(raw):
        if code in _FRAMES:
            _refuse_size(*struct.unpack(">HH", piece[5:9]))
            seen = True
        if code == 0xE1 and piece[4:10] == b"Exif\x00\x00":
            turned = turned or _turned(piece[10:])
        if code == _JFIF:
            kept += [_HEAD + piece[4:16] + b"\x00\x00"] if piece[4:9] == b"JFIF\x00" else []
        elif code == _ADOBE or (code == _COLOURS and piece[4:16] == b"ICC_PROFILE\x00") or not _is_said(code):
            kept.append(piece)
    if not seen:
        raise NotWhole
    return b"".join([kept[0], turned, *kept[1:]])


def _is_said(code: int) -> bool:
    """Whether a piece holds words about the picture: application's own, or a comment."""
    return 0xE0 <= code <= 0xEF or code == 0xFE


def _pieces(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """Every segment, the picture's data with the scan before it, and the end; what lies behind it is not ours."""
    at = 2
    while True:
        if raw[at] != 0xFF:
            raise NotWhole
        code = raw[at + 1]
        if code == 0xFF:
            at += 1
            continue
        end = at + 2 if code in _ALONE or code == _END else at + 2 + struct.unpack_from(">H", raw, at + 2)[0]
        if end > len(raw) or (end < at + 4 and code not in _ALONE and code != _END):
            raise NotWhole
        end = _scan_end(raw, end) if code == _SCAN else end
        yield code, raw[at:end]
        if code == _END:
            return
        at = end


def _scan_end(raw: bytes, at: int) -> int:
    while True:
        at = raw.find(b"\xff", at)
        if at < 0:
            raise NotWhole
        after = raw[at + 1]
        if after and after != 0xFF and not 0xD0 <= after <= 0xD7:
            return at
        at += 1 if after == 0xFF else 2


def _turned(tiff: bytes) -> bytes:
    """A segment that says nothing but which way up; empty where the picture stands as it is."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 14:
        return b""
    (at,) = struct.unpack_from(f"{order}I", tiff, 4)
    count = struct.unpack_from(f"{order}H", tiff, at)[0] if at + 2 <= len(tiff) else 0
    for entry in range(at + 2, min(at + 2 + 12 * count, len(tiff) - 11), 12):
        tag, _, _, way = struct.unpack_from(f"{order}HHIH", tiff, entry)
        if tag == 0x0112 and 2 <= way <= 8:
            words = b"Exif\x00\x00MM\x00*\x00\x00\x00\x08" + struct.pack(">HHHIHHI", 1, 0x0112, 3, 1, way, 0, 0)
            return b"\xff\xe1" + struct.pack(">H", len(words) + 2) + words
    return b""


def _png(raw: bytes) -> bytes:
    at, kept, names = len(PNG), [PNG], list[bytes]()
    while not names or names[-1] != b"IEND":
        size, name = struct.unpack_from(">I4s", raw, at)
        piece = raw[at : at + 12 + size]
        if len(piece) != 12 + size or zlib.crc32(piece[4:-4]) != struct.unpack(">I", piece[-4:])[0]:
            raise NotWhole
        if name == b"IHDR":
            _refuse_size(*struct.unpack_from(">II", piece, 8))
        if name in _KEPT_CHUNKS:
            kept.append(piece)
        names.append(name)
        at += len(piece)
    if names[0] != b"IHDR" or b"IDAT" not in names:
        raise NotWhole
    return b"".join(kept)


def _refuse_size(one: int, other: int) -> None:
    if not 0 < one * other <= MOST_PIXELS:
        raise NotWhole
