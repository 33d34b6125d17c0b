"""Where the program's own files lie, frozen or not, and how a data folder is laid out."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path


def resources() -> Path:
    """The folder of fonts, ornaments, letter templates and the unit table."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root / "resources"


@dataclass(frozen=True, slots=True)
class DeskFolder:
    """The data folder of one desk; only this class knows the names inside it."""

    root: Path

    @property
    def register(self) -> Path:
        """The folder that the encrypted register and its wraps live in."""
        return self.root

    @property
    def logs(self) -> Path:
        """The folder of rotating logs: ids only, never names or numbers of people."""
        return self.root / "logs"
