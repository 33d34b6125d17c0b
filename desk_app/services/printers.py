"""What this PC remembers of each printer: a small file in the data folder and its second copy, nothing in it about
people."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from desk_app.services.trouble import Trouble
from exchange.files import FileTrouble
from exchange.twins import UNREAD, read_either, stamped, told_in, write_both

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
        if not (isinstance(self.across, int) and isinstance(self.down, int)):
            raise ValueError("a print is moved by whole tenths of a millimetre")
        if self.ink not in INKS:
            raise ValueError("ink is black or colour")
        if max(abs(self.across), abs(self.down)) > FARTHEST:
            raise ValueError("a sheet is off by 10 mm at most")


@dataclass(frozen=True, slots=True)
class Printers:
    """Every printer that was ever set up here, by name, and the one used last."""

    last: str = ""
    by_name: dict[str, PrinterSetup] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not isinstance(self.last, str):
            raise ValueError("a printer has a name")

    def of(self, name: str) -> PrinterSetup:
        """The set-up of a printer; an unknown one prints in black, not moved."""
        return self.by_name.get(name, PrinterSetup())

    def used(self, name: str, setup: PrinterSetup) -> Printers:
        """The same with this printer as the last one used."""
        return replace(self, last=name, by_name={**self.by_name, name: setup})


def read_printers(folder: Path) -> Printers:
    """What is remembered; a missing or damaged file is no more than an empty memory."""
    try:
        return read_either(folder / FILE, printers_in)
    except UNREAD:
        return Printers()


def printers_in(raw: bytes) -> Printers:
    """What the bytes of the file remember. Raises exchange.twins.UNREAD."""
    kept = told_in(raw)
    return Printers(kept["last"], {name: PrinterSetup(**row) for name, row in kept["printers"].items()})


def keep_printers(folder: Path, printers: Printers) -> None:
    """Write the memory whole or not at all; raises Trouble."""
    rows = {name: asdict(setup) for name, setup in printers.by_name.items()}
    try:
        write_both(folder / FILE, stamped({"last": printers.last, "printers": rows}))
    except FileTrouble as error:
        raise Trouble(error.code, {"file": error.file}) from error
