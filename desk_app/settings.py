"""What this machine remembers of its window: one small JSON file beside the register, nothing about anybody."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from exchange.files import read_small, write_beside

FILE = "window.json"
PERCENTS = (100, 115, 130)
IDLE_MINUTES = (5, 10, 20, 30)


@dataclass(frozen=True, slots=True)
class Settings:
    """`percent`: how large the type is, one of PERCENTS; after `idle_minutes` without a touch, one of IDLE_MINUTES,
    the desk is covered."""

    percent: int = 100
    idle_minutes: int = 10

    def __post_init__(self) -> None:
        if self.percent not in PERCENTS:
            raise ValueError(f"type comes in {PERCENTS} per cent")
        if self.idle_minutes not in IDLE_MINUTES:
            raise ValueError(f"a desk is covered after {IDLE_MINUTES} minutes")


def read_settings(folder: Path) -> Settings:
    """The settings kept in this folder; what is missing or cannot be read is as on the first day."""
    try:
        kept = json.loads(read_small(folder / FILE))
        return Settings(kept["percent"], kept.get("idle_minutes", Settings().idle_minutes))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Settings()


def keep_settings(folder: Path, settings: Settings) -> None:
    """Write them whole; raises exchange.files.FileTrouble."""
    write_beside(folder / FILE, json.dumps(asdict(settings)).encode())
