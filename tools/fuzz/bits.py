"""Bytes bent in the ways in which sticks, careless programs and clever people bend them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

MARKS = (
    b"\0", b"\n", b"\r\n", b"\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"o\xcc\x81", b"{", b"[" * 40, b'"',
    b"PK\x05\x06", b"PK\x01\x02", b"\n--- ", b"\n-> X25519 ", b"age-encryption.org/v1\n", b"../", b"-1", b"1e9",
    b"99999999999999999999",
    b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\0",
)  # fmt: skip
Bend = Callable[[Random, bytes, bytes], bytes]


def bent(dice: Random, raw: bytes, other: bytes) -> bytes:
    """raw bent once or a few times; `other` is a second genuine file to borrow from."""
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        raw = dice.choice(_WAYS)(dice, raw, other)
    return raw


def _bit(dice: Random, raw: bytes, _: bytes) -> bytes:
    place = _place(dice, raw)
    return raw[:place] + bytes([byte ^ 1 << dice.randrange(8) for byte in raw[place : place + 1]]) + raw[place + 1 :]


def _byte(dice: Random, raw: bytes, _: bytes) -> bytes:
    place = _place(dice, raw)
    return raw[:place] + dice.randbytes(1) + raw[place + 1 :]


def _mark(dice: Random, raw: bytes, _: bytes) -> bytes:
    place, mark = _place(dice, raw), dice.choice(MARKS)
    return raw[:place] + mark + raw[place + dice.choice((0, len(mark))) :]


def _drop(dice: Random, raw: bytes, _: bytes) -> bytes:
    place = _place(dice, raw)
    return raw[:place] + raw[place + dice.choice((1, 2, 16, 200)) :]


def _twice(dice: Random, raw: bytes, _: bytes) -> bytes:
    place, size = _place(dice, raw), dice.choice((1, 8, 64, 512))
    return raw[: place + size] + raw[place:]


def _cut(dice: Random, raw: bytes, _: bytes) -> bytes:
    return raw[: _place(dice, raw)]


def _tail(dice: Random, raw: bytes, other: bytes) -> bytes:
    return raw + dice.choice((b"\0", b"\n", dice.randbytes(30), other))


def _splice(dice: Random, raw: bytes, other: bytes) -> bytes:
    return raw[: _place(dice, raw)] + other[_place(dice, other) :]


def _same_place(dice: Random, raw: bytes, other: bytes) -> bytes:
    place, size = _place(dice, raw), dice.choice((4, 32, 300))
    return raw[:place] + other[place : place + size] + raw[place + size :]


def _place(dice: Random, raw: bytes) -> int:
    # Beginnings and ends hold headers, lengths and directories: they are bent more often than the middle.
    size = len(raw)
    return dice.choice((dice.randint(0, size), min(size, dice.randrange(400)), max(0, size - dice.randrange(400))))


_WAYS: Sequence[Bend] = (_bit, _bit, _byte, _mark, _drop, _twice, _cut, _tail, _splice, _same_place)
