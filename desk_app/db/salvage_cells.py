"""Rows out of single pages of a table or an index, each page by itself, so that a broken page costs only its own rows.

Format: https://www.sqlite.org/fileformat2.html (b-tree pages, records, overflow pages). What cannot be made out is left
out; nothing here raises for what a page may hold.
"""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desk_app.db.salvage_pages import CONTENT, Page

INDEX_INNER, TABLE_INNER, INDEX_LEAF, TABLE_LEAF = 2, 5, 10, 13
Value = int | float | str | bytes | None
PageOf = Callable[[int], Page | None]
_FIRST_HEADER = 100
_LONGEST = 1 << 26
_WIDTHS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class _Unreadable(Exception):
    """Bytes that are no cell."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table (`rowid` is its key) or one entry of an index (`rowid` 0); `sealed` when every page that it
    stands on was as written."""

    rowid: int
    values: tuple[Value, ...]
    sealed: bool


def kind_of(number: int, page: Page) -> int:
    """What the page is: one of the four kinds of a b-tree, or any other byte."""
    return page.content[_start(number)]


def rows_of(number: int, page: Page, page_of: PageOf) -> Iterator[Row]:
    """Every row that can be made out on this page."""
    kind = kind_of(number, page)
    if kind not in (INDEX_INNER, INDEX_LEAF, TABLE_LEAF):
        return
    for place in _cells(number, page):
        try:
            yield _cell(kind, place, page, page_of)
        except (_Unreadable, IndexError, struct.error, UnicodeDecodeError):
            continue


def _start(number: int) -> int:
    return _FIRST_HEADER if number == 1 else 0


def _cells(number: int, page: Page) -> Iterator[int]:
    start = _start(number)
    inner = kind_of(number, page) in (INDEX_INNER, TABLE_INNER)
    first = start + (12 if inner else 8)
    count = int.from_bytes(page.content[start + 3 : start + 5], "big")
    for place in range(first, min(first + 2 * count, CONTENT - 1), 2):
        cell = int.from_bytes(page.content[place : place + 2], "big")
        if first + 2 <= cell < CONTENT - 3:
            yield cell


def _cell(kind: int, place: int, page: Page, page_of: PageOf) -> Row:
    content = page.content
    at = place + (4 if kind == INDEX_INNER else 0)
    length, at = _varint(content, at)
    rowid = 0
    if kind == TABLE_LEAF:
        rowid, at = _varint(content, at)
    payload, sealed = _payload(content, at, (kind, length), page_of)
    return Row(rowid, _record(payload), sealed and page.sealed)


def _payload(content: bytes, at: int, told: tuple[int, int], page_of: PageOf) -> tuple[bytes, bool]:
    kind, length = told
    if not 0 < length < _LONGEST:
        raise _Unreadable
    most = CONTENT - 35 if kind == TABLE_LEAF else (CONTENT - 12) * 64 // 255 - 23
    least = (CONTENT - 12) * 32 // 255 - 23
    if length <= most:
        return _exactly(content[at : min(at + length, CONTENT)], length), True
    fits = least + (length - least) % (CONTENT - 4)
    here = fits if fits <= most else least
    beyond, sealed = _overflow(int.from_bytes(content[at + here : at + here + 4], "big"), length - here, page_of)
    return _exactly(content[at : at + here], here) + beyond, sealed


def _overflow(number: int, length: int, page_of: PageOf) -> tuple[bytes, bool]:
    parts, sealed = [], True
    while length > 0:
        page = page_of(number)
        if page is None:
            raise _Unreadable
        parts.append(page.content[4 : 4 + min(length, CONTENT - 4)])
        length -= CONTENT - 4
        sealed = sealed and page.sealed
        number = int.from_bytes(page.content[:4], "big")
    return b"".join(parts), sealed


def _exactly(raw: bytes, length: int) -> bytes:
    if len(raw) != length:
        raise _Unreadable
    return raw


def _record(payload: bytes) -> tuple[Value, ...]:
    head, at = _varint(payload, 0)
    kinds = []
    while at < head:
        # Nearly all of them are of one byte.
        kind, at = (payload[at], at + 1) if payload[at] < 0x80 else _varint(payload, at)
        kinds.append(kind)
    values, at = [], head
    for kind in kinds:
        length = _length(kind)
        values.append(_value(kind, _exactly(payload[at : at + length], length)))
        at += length
    if at != len(payload):
        raise _Unreadable
    return tuple(values)


def _length(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    return 8 if kind == 7 else _WIDTHS.get(kind, 0)


def _value(kind: int, raw: bytes) -> Value:
    if kind >= 12:
        return raw.decode() if kind & 1 else raw
    if kind in (10, 11):
        raise _Unreadable
    if kind == 7:
        return float(struct.unpack(">d", raw)[0])
    return None if kind == 0 else kind - 8 if kind in (8, 9) else int.from_bytes(raw, "big", signed=True)


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    number = 0
    for place in range(at, at + 8):
        number = number << 7 | raw[place] & 0x7F
        if raw[place] < 0x80:
            return number, place + 1
    number = number << 8 | raw[at + 8]
    return number - (1 << 64) if number >= 1 << 63 else number, at + 9
