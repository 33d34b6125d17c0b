"""What this PC remembers of each printer: a small file in the data folder, nothing in it about people."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from desk_app.services.files import write_file
from exchange.files import read_small

FILE = "printers.json"
FARTHEST = 100
"""No sheet is off by more than 10 mm."""
INKS = ("black", "colour")


@dataclass(frozen=True, slots=True)
class PrinterSetup:
    """How letters go to one printer: its ink, and how far the print is moved, in tenths of a millimetre."""

    ink: str = "black"
    across: int = 0
    down: int = 0

    def __post_init__(self) -> None:
        if self.ink not in INKS:
            raise ValueError("ink is black or colour")
        if max(abs(self.across), abs(self.down)) > FARTHEST:
            raise ValueError("a sheet is off by 10 mm at most")


@dataclass(frozen=True, slots=True)
class Printers:
    """Every printer that was ever set up here, by name, and the one used last."""

    last: str = ""
    by_name: dict[str, PrinterSetup] = field(default_factory=dict)

    def of(self, name: str) -> PrinterSetup:
        """The set-up of a printer; an unknown one prints in black, not moved."""
        return self.by_name.get(name, PrinterSetup())

    def used(self, name: str, setup: PrinterSetup) -> Printers:
        """The same with this printer as the last one used."""
        return replace(self, last=name, by_name={**self.by_name, name: setup})


def read_printers(folder: Path) -> Printers:
    """What is remembered; a missing or damaged file is no more than an empty memory."""
    try:
        kept: dict[str, Any] = json.loads(read_small(folder / FILE))
        return Printers(kept["last"], {name: PrinterSetup(**row) for name, row in kept["printers"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Printers()


def keep_printers(folder: Path, printers: Printers) -> None:
    """Write the memory whole or not at all; raises Trouble."""
    rows = {name: asdict(setup) for name, setup in printers.by_name.items()}
    text = json.dumps({"last": printers.last, "printers": rows}, ensure_ascii=False, sort_keys=True, indent=1)
    write_file(folder / FILE, text.encode())
