"""What the printing table shows: letters that wait, letters in the hand, the sheet in view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk_app.services.sheet_check import Box


@dataclass(frozen=True, slots=True)
class WaitingLetter:
    """One sheet in the queue: the registrations it covers, to whom it goes, and why it is held back, if it is."""

    covers: tuple[int, ...]
    letter: int | None
    event: str
    title: str
    note: str
    tag: str
    held: tuple[str, ...] = ()
    because: int = 0
    """The registration of the death for which it waits, if that is one of the reasons."""
    at: str = ""
    """The field of the record where the first reason stands."""

    @property
    def key(self) -> tuple[int, ...]:
        """The same for the same sheet after a refresh: its registrations, or of thanks and apologies the letter's id
        below zero."""
        return self.covers or (-(self.letter or 0),)


@dataclass(frozen=True, slots=True)
class PrintedLetter:
    """One letter in the hand: the days as shown on screens, empty while it is not handed over."""

    letter: int
    event: str
    title: str
    tag: str
    printed: str
    delivered: str
    first_on: date | None = None
    """The day of the first print."""
    again: str = ""
    """Why it was printed again, if it was."""
    back: bool = False
    """Whether it has another side."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it prints (`pdf` is empty when it cannot be written), what was done to fit, what stands in the way."""

    pdf: bytes
    notes: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    advice: str = ""
    rare: tuple[str, ...] = ()
    code: str = ""
    """"" without a code, "later" while it is a specimen, "read" when the drawn symbol reads back, else "unread"."""
    name: Box | None = None
    mend: str = ""
    """Where the stops are mended, or looked into: "settings", "record", "death" or nowhere."""
    field: str = ""
    """The setting that mends them, where it is one."""
    size: str = ""
    """The paper it is drawn on, "A5" or "A4"."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Letters archived and ready for the printer, in the order asked, and why others were left out."""

    letters: tuple[int, ...]
    left_out: tuple[str, ...]
