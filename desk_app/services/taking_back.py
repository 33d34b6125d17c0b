"""Taking a register back from a copy: where copies lie, what one holds beside the register in use, and the exchange."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desk_app.services.copies import FOLDER, CopyOnHand, copies_in

Step = Callable[[int, int], None]
"""Told (done, total) between steps; what it raises stops the act, and nothing has changed."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a register stands, or stood: its folder, the clock in local office time, and fresh bytes."""

    folder: Path
    now: Callable[[], datetime]
    random: Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Key:
    """Who takes a register back; with `recovery` (the code of the rescue sheet) `password` is the one to be used
    afterwards, without it the one that opens the register in use."""

    user: str
    password: str
    recovery: str = ""


@dataclass(frozen=True, slots=True)
class Inside:
    """What a register holds, counted after opening: `made_at` of a copy by its name; day and number of the newest
    registration; `last_letter` "birth 2026-11-20" (kind and day), "" without letters. Nobody's name."""

    made_at: datetime | None
    registrations: int
    letters: int
    last_day: date | None
    last_number: str
    last_letter: str


@dataclass(frozen=True, slots=True)
class Prospect:
    """A copy beside the register in use. `ours` None, with the code of a `trouble`, when that one cannot be opened;
    `trouble` "other-branch" when the copy went another way after an earlier restore. `missing`: how many lines of each
    kind would not be there afterwards."""

    copy: Inside
    ours: Inside | None
    trouble: str
    missing: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Done:
    """What is in use now: rows counted, epoch, how far the journal of the copy reached; `aside` is where the register
    lies that was in use, None when there was none."""

    registrations: int
    letters: int
    epoch: int
    position: int
    aside: Path | None


def places(folder: Path) -> tuple[Path, ...]:
    """Where copies lie that can be listed without a key: beside the register and in the second place."""
    return (folder / FOLDER,)


def copies_at_hand(folder: Path, also: Sequence[Path] = ()) -> tuple[CopyOnHand, ...]:
    """The finished copies in `places` and in the folders of `also`, the newest first."""
    found = (copy for place in (*places(folder), *also) for copy in copies_in(place))
    return tuple(sorted(found, key=lambda copy: (copy.made_at, copy.registrations, copy.letters), reverse=True))


def look(ground: Ground, copy: Path, key: Key, step: Step) -> Prospect:
    """Open the copy and the register in use and compare them; both are only read, no file is left behind.

    Raises Mistake or Trouble when the copy cannot be opened with this key."""
    raise NotImplementedError


def take_back(ground: Ground, copy: Path, key: Key, step: Step) -> Done:
    """Restore the copy beside the register in use, count, compare, and exchange the two; also where the one in use is
    missing or damaged. Nobody may have it open. Raises Mistake or Trouble; nothing has changed then."""
    raise NotImplementedError
