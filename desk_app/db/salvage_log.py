"""The log beside a register (SQLite's write-ahead log): which pages it holds in their newest committed form.

Format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

from desk_app.db.engine import PAGE

_HEAD, _FRAME = 32, 24
_MAGIC = (0x377F0682, 0x377F0683)


@dataclass(frozen=True, slots=True)
class Log:
    """Where in the log each page lies, how many pages the register had after the last commit, and whether something of
    this log could not be read."""

    frames: Mapping[int, int]
    size: int
    broken: bool


def read_log(log: BinaryIO) -> Log:
    """The committed frames; those of an earlier round of the log carry other salts. Behind a broken frame the sums go
    on from the one that the frame itself tells."""
    try:
        log.seek(0)
        head = log.read(_HEAD)
        if len(head) < _HEAD:
            return Log({}, 0, False)
        return _frames(log, head)
    except OSError:
        return Log({}, 0, True)


def _frames(log: BinaryIO, head: bytes) -> Log:
    magic, _, page, _, *_ = struct.unpack(">8I", head)
    if magic not in _MAGIC or page != PAGE:
        return Log({}, 0, any(head))
    order = ">" if magic & 1 else "<"
    sums, broken = _sums(order, head[:24], (0, 0)), False
    frames: dict[int, int] = {}
    waiting: dict[int, int] = {}
    size, place = 0, _HEAD
    skipped = False
    while len(frame := log.read(_FRAME)) == _FRAME and len(raw := log.read(PAGE)) == PAGE:
        number, commit = struct.unpack(">2I", frame[:8])
        told: tuple[int, int] = struct.unpack(">2I", frame[16:24])
        ours = frame[8:16] == head[16:24]
        whole = ours and _sums(order, frame[:8] + raw, sums) == told
        # Behind the newest round lie frames of an older one: they are no damage unless ours go on behind them.
        broken, skipped = broken or (ours and (skipped or not whole)), not ours
        if whole:
            waiting[number] = place + _FRAME
        if whole and commit:
            frames, size, waiting = frames | waiting, commit, {}
        sums, place = told, place + _FRAME + PAGE
    return Log(frames, size, broken)


def _sums(order: str, raw: bytes, start: tuple[int, int]) -> tuple[int, int]:
    one, two = start
    words = struct.unpack(f"{order}{len(raw) // 4}I", raw)
    for n in range(0, len(words), 2):
        one = (one + words[n] + two) & 0xFFFFFFFF
        two = (two + words[n + 1] + one) & 0xFFFFFFFF
    return one, two
