"""What this PC remembers of each printer, and of each kind of letter on it: a small file in the data folder and its
second copy, nothing in it about people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from desk_app.services.trouble import Trouble
from exchange.files import FileTrouble
from exchange.twins import UNREAD, read_either, stamped, told_in, write_both

FILE = "printers.json"
FARTHEST = 100
"""No sheet is off by more than 10 mm."""
INKS = ("black", "colour")
PLAIN, ORNATE, HALF = "plain", "ornate", "half-a4"
STOCKS = (PLAIN, ORNATE, HALF)
"""Paper as the letter is drawn; the same with frame and ornaments printed on it beforehand, so that only the text is
laid on; an A5 letter on the upper half of an A4 sheet, to be cut."""


@dataclass(frozen=True, slots=True)
class PrinterSetup:
    """How letters go to one printer: its ink, how far the print is moved, in tenths of a millimetre, and the stock."""

    ink: str = "black"
    across: int = 0
    down: int = 0
    stock: str = PLAIN

    def __post_init__(self) -> None:
        if not (isinstance(self.across, int) and isinstance(self.down, int)):
            raise ValueError("a print is moved by whole tenths of a millimetre")
        if self.ink not in INKS or self.stock not in STOCKS:
            raise ValueError("ink is black or colour, the stock one of three")
        if max(abs(self.across), abs(self.down)) > FARTHEST:
            raise ValueError("a sheet is off by 10 mm at most")


@dataclass(frozen=True, slots=True)
class OfKind:
    """What is remembered of one kind of letter: the printer used last for it, and its set-up on each printer."""

    last: str = ""
    by_name: dict[str, PrinterSetup] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not isinstance(self.last, str):
            raise ValueError("a printer has a name")


@dataclass(frozen=True, slots=True)
class Printers(OfKind):
    """Every printer that was ever set up here, the one used last, and what kinds of letters ask for otherwise."""

    kinds: dict[str, OfKind] = field(default_factory=dict)

    def of(self, name: str, kind: str = "") -> PrinterSetup:
        """The set-up of a printer for letters of this kind; an unknown kind prints as the printer did last, on paper as
        drawn, an unknown printer in black, not moved."""
        own = self.kinds.get(kind, OfKind()).by_name.get(name)
        return own or self.by_name.get(name, PrinterSetup())

    def last_for(self, kind: str) -> str:
        """The printer used last for letters of this kind, or else the one used last."""
        return self.kinds.get(kind, OfKind()).last or self.last

    def used(self, name: str, setup: PrinterSetup, kind: str = "") -> Printers:
        """The same after a print. A kind that goes to another printer, in other ink or on other stock than all has a
        memory of its own from then on; how far the print is moved belongs to the printer."""
        if kind and (kind in self.kinds or self._otherwise(name, setup)):
            own = {**self.kinds.get(kind, OfKind()).by_name, name: setup}
            return replace(self, kinds={**self.kinds, kind: OfKind(name, own)})
        return replace(self, last=name, by_name={**self.by_name, name: replace(setup, stock=PLAIN)})

    def _otherwise(self, name: str, setup: PrinterSetup) -> bool:
        general = self.by_name.get(name, setup)
        return setup.stock != PLAIN or (bool(self.last) and (name, setup.ink) != (self.last, general.ink))


def read_printers(folder: Path) -> Printers:
    """What is remembered; a missing or damaged file is no more than an empty memory."""
    try:
        return read_either(folder / FILE, printers_in)
    except UNREAD:
        return Printers()


def printers_in(raw: bytes) -> Printers:
    """What the bytes of the file remember; one of an earlier version knows no kinds. Raises exchange.twins.UNREAD."""
    kept = told_in(raw)
    kinds = {kind: OfKind(one["last"], _setups(one["printers"])) for kind, one in kept.get("kinds", {}).items()}
    return Printers(kept["last"], _setups(kept["printers"]), kinds)


def keep_printers(folder: Path, printers: Printers) -> None:
    """Write the memory whole or not at all; raises Trouble."""
    # An earlier version reads the rows of printers and knows nothing of stock: these stay as it wrote them.
    rows = {name: _without_stock(setup) for name, setup in printers.by_name.items()}
    kinds = {kind: _told(own) for kind, own in printers.kinds.items()}
    told = {"last": printers.last, "printers": rows, **({"kinds": kinds} if kinds else {})}
    try:
        write_both(folder / FILE, stamped(told))
    except FileTrouble as error:
        raise Trouble(error.code, {"file": error.file}) from error


def _setups(rows: Mapping[str, Mapping[str, Any]]) -> dict[str, PrinterSetup]:
    return {name: PrinterSetup(**row) for name, row in rows.items()}


def _told(own: OfKind) -> dict[str, object]:
    return {"last": own.last, "printers": {name: asdict(setup) for name, setup in own.by_name.items()}}


def _without_stock(setup: PrinterSetup) -> dict[str, object]:
    return {key: value for key, value in asdict(setup).items() if key != "stock"}
