"""What this machine remembers of its window: a small JSON file and its second copy, nothing about anybody."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from exchange.twins import UNREAD, read_either, stamped, told_in, write_both

FILE = "window.json"
PERCENTS = (100, 115, 130)
IDLE_MINUTES = (5, 10, 20, 30)
GROUNDS = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Settings:
    """`percent`: how large the type is, one of PERCENTS; after `idle_minutes` without a touch, one of IDLE_MINUTES,
    the desk is covered; `ground`: light, dark, or as the system says."""

    percent: int = 100
    idle_minutes: int = 10
    ground: str = "system"

    def __post_init__(self) -> None:
        if not isinstance(self.percent, int) or self.percent not in PERCENTS:
            raise ValueError(f"type comes in {PERCENTS} per cent")
        if not isinstance(self.idle_minutes, int) or self.idle_minutes not in IDLE_MINUTES:
            raise ValueError(f"a desk is covered after {IDLE_MINUTES} minutes")
        if self.ground not in GROUNDS:
            raise ValueError(f"ground is one of {GROUNDS}")


def read_settings(folder: Path) -> Settings:
    """The settings kept in this folder; what is missing or cannot be read is as on the first day."""
    try:
        return read_either(folder / FILE, settings_in)
    except UNREAD:
        return Settings()


def settings_in(raw: bytes) -> Settings:
    """The settings in the bytes of the file. Raises exchange.twins.UNREAD."""
    kept = told_in(raw)
    usual = Settings()
    return Settings(kept["percent"], kept.get("idle_minutes", usual.idle_minutes), kept.get("ground", usual.ground))


def keep_settings(folder: Path, settings: Settings) -> None:
    """Write them whole; raises exchange.files.FileTrouble."""
    write_both(folder / FILE, stamped(asdict(settings)))
