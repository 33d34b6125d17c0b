"""A copy that could not be made when the window closed: word of it lies beside the register until somebody comes in and
a copy stands."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk_app.services.seat import Seat
from exchange.files import FileTrouble, read_small, write_beside
from exchange.twins import UNREAD, done_with, stamped, told_in

FILE = "copy-owed.json"
FINE = ("", "done", "folder-gone")
"""How the second place may fare without a word: a stick that went home is told of after a week, not every morning."""


@dataclass(frozen=True, slots=True)
class Owed:
    """When copying failed and the code of the trouble, None and "" where the note cannot be read; `second`: only the
    second place lacks its copy."""

    at: datetime | None = None
    code: str = ""
    second: bool = False


def owe(seat: Seat, code: str, second: bool = False) -> None:
    """Leave word that copying met this trouble. A disk that is full even for that is met again by the next copy."""
    told = {"at": seat.moment(), "code": code, "second": second}
    with suppress(FileTrouble):
        write_beside(seat.folder / FILE, stamped(told))


def settle(seat: Seat, second: str) -> None:
    """After copying: nothing is owed any more, or the second place is, which fared as `Looked.second` tells."""
    if second in FINE:
        done_with(seat.folder / FILE)
    else:
        owe(seat, second, second=True)


def owed(folder: Path) -> Owed | None:
    """The copy that is owed; None where none is."""
    try:
        told = told_in(read_small(folder / FILE))
        return Owed(datetime.fromisoformat(told["at"]), str(told["code"]), bool(told["second"]))
    except FileNotFoundError:
        return None
    except UNREAD:
        return Owed()
