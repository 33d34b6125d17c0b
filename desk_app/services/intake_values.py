"""The values of taking in a sheet: its rows in piles before anything is written, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from desk_app.domain.events import AnyRegistration
from desk_app.services.history import Change

Pile = Literal["new", "changed", "same", "conflict", "unreadable"]
PILES: tuple[Pile, ...] = ("new", "changed", "same", "conflict", "unreadable")
Step = Callable[[int, int], None]
"""Told how many of how many rows are done; raises Cancelled to stop."""
LETTER_DAYS = 30
"""Whoever was registered longer ago is not greeted by itself when a sheet brings them in."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence about a row; `field` of the form that it is about, "" where it is the row as a whole; `column` the
    heading of its cell, where the cell itself is meant."""

    field: str
    sentence: str
    column: str = ""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One row of a sheet as far as its cells could be read: the row's number as people count it, its event, the texts
    of a draft that its cells give, and what there is to say of them; not `readable` where they give no draft."""

    line: int
    event: str
    texts: Mapping[str, str]
    told: tuple[Told, ...] = ()
    readable: bool = True


@dataclass(frozen=True, slots=True)
class LookedRow:
    """A row beside the register: the pile it falls into, whom it is about, why, the record that it is, and of a changed
    one what differs."""

    line: int
    pile: Pile
    event: str
    who: str
    number: str = ""
    told: tuple[Told, ...] = ()
    id: int = 0
    changes: tuple[Change, ...] = ()
    registration: AnyRegistration | None = field(default=None, repr=False)
    reasons: Mapping[str, str] = field(default_factory=dict, repr=False)

    def reading(self, registration: AnyRegistration, reasons: Mapping[str, str]) -> LookedRow:
        """The row with what would be written of it."""
        return replace(self, registration=registration, reasons=reasons)

    def telling(self, told: tuple[Told, ...]) -> LookedRow:
        """The row with these sentences."""
        return replace(self, told=told)


@dataclass(frozen=True, slots=True)
class Source:
    """What may be kept of a sheet: the kind of file, its digest, which columns were taken; nobody's name."""

    kind: str = ""
    digest: str = ""
    columns: tuple[str, ...] = ()
    event: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Digests of the headings and the keys they were read as, to be read so again."""


@dataclass(frozen=True, slots=True)
class Look:
    """Every row of a sheet as it stands to the register at this moment, nothing written. `head` is the register's last
    line: once it has moved, look again."""

    rows: tuple[LookedRow, ...]
    head: int
    letters_from: date
    source: Source = field(default_factory=Source)

    def since(self, letters_from: date | None) -> Look:
        """The same with another day from which families may be greeted by themselves; None leaves it."""
        return replace(self, letters_from=letters_from or self.letters_from)

    @property
    def counts(self) -> Mapping[Pile, int]:
        """How many rows are in each pile."""
        counted = Counter(row.pile for row in self.rows)
        return {pile: counted[pile] for pile in PILES}

    def of(self, *piles: Pile) -> tuple[LookedRow, ...]:
        """The rows of these piles, in the order of the sheet."""
        return tuple(row for row in self.rows if row.pile in piles)


@dataclass(frozen=True, slots=True)
class Taken:
    """A sheet is on disk under `import_id`: how many rows were entered and amended, and how many were left; what is the
    same as before counts nowhere. `waiting`: of those entered, how many may be greeted by a letter."""

    import_id: int
    entered: int
    amended: int
    left: int
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Stayed:
    """A registration that an undone sheet wrote and that stays as it is: its number, and why."""

    id: int
    number: str
    why: str


@dataclass(frozen=True, slots=True)
class Undone:
    """A sheet taken back as one act: how many were voided, how many got back what they said before, and what stayed."""

    voided: int
    put_back: int
    stayed: tuple[Stayed, ...]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A sheet that was taken in once, as the list of them tells it; `undone_on` where it was taken back."""

    id: int
    on: date
    who: str
    kind: str
    entered: int
    amended: int
    left: int
    letters_from: date | None
    undone_on: date | None = None
    stayed: tuple[Stayed, ...] = ()
