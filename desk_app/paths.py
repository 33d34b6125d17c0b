"""Where the program's own files lie, frozen or not."""

from __future__ import annotations

import sys
from pathlib import Path


def resources() -> Path:
    """The folder of fonts, ornaments, letter templates and the unit table."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root / "resources"
