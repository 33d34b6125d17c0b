"""A released folder as it is kept: the data folder, and beside it everything that a reader could see in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

REGISTERS = Path("db") / "released"
OFFICES = Path("district") / "released"
EMPTY = (None, "", [], {})
COLUMNS, ROWS = 24, 34
HAIR = 3
"""So many of 256 steps of grey a field of a sheet may differ, no more than another version of a library makes."""


def write_told(path: Path, keys: Mapping[str, Any], seen: Mapping[str, Any]) -> None:
    """Write down how the folder is opened (`keys`: names, passwords, clock) and what is seen in it."""
    text = json.dumps({"keys": keys, "seen": plain(seen)}, ensure_ascii=False, sort_keys=True, indent=0)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def plain(value: Any) -> Any:
    """The value as JSON has it. What is empty is left out, so that a field which a later version adds, empty in old
    registers, is no difference; bytes stand by their digest."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, Mapping):
        told = {str(name): plain(part) for name, part in value.items()}
        return {name: part for name, part in told.items() if part not in EMPTY}
    if isinstance(value, (tuple, list)):
        return [plain(part) for part in value]
    return _word(value)


def _word(value: Any) -> Any:
    if isinstance(value, bytes):
        return digest(value)
    return value.isoformat() if isinstance(value, date) else value


def digest(raw: bytes) -> str:
    """What stands for bytes: 128 bits of SHA-256."""
    return hashlib.sha256(raw).hexdigest()[:32]


def ink(grey: bytes, width: int, height: int) -> str:
    """How dark each of 24 × 34 fields of a sheet is, as hex: equal for an eye, whatever draws the edges of letters."""
    across, down = width // COLUMNS, height // ROWS
    fields = bytearray()
    for row in range(ROWS):
        for column in range(COLUMNS):
            starts = ((row * down + y) * width + column * across for y in range(down))
            fields.append(sum(sum(grey[at : at + across]) for at in starts) // (across * down))
    return fields.hex()


def differences(released: Any, now: Any, place: str = "") -> Iterator[str]:
    """Where what was seen then is not what is seen now. A later version may see more, never less or else."""
    if isinstance(released, dict) and isinstance(now, dict):
        for name, value in released.items():
            yield from differences(value, now.get(name), f"{place}/{name}")
    elif not _same(released, now, place):
        yield f"{place}: {released!r} → {now!r}"


def _same(released: Any, now: Any, place: str) -> bool:
    if not (place.startswith("/letters/") and place.endswith("/ink") and now):
        return bool(released == now)
    pairs = zip(bytes.fromhex(released), bytes.fromhex(now), strict=True)
    return all(abs(then - today) <= HAIR for then, today in pairs)
