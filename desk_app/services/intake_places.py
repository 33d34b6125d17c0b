"""Where a row of a sheet belongs: the unit that registered it, the book as it is spelt here, and who has its number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from common.dates import latest_day
from common.names import fold
from desk_app.db.book_counts import BookKey
from desk_app.db.index_words import book_word
from desk_app.db.many import Placed
from desk_app.db.numbers import BookNumber
from desk_app.db.register import Reading
from desk_app.domain.drafts import Draft, event_of
from desk_app.services.closings import Closing, closings, elsewhere
from desk_app.services.office import Letterhead, own_unit, read_letterhead
from desk_app.services.own_names import code_named
from desk_app.services.seat import Seat

_OFFICE = ("uy ban nhan dan ", "ubnd ")
"""What stands before the name of a unit, folded."""
_ENDS_WITH_YEAR = re.compile(r"(?:19|20)[0-9]{2}$")
NOT_OURS = ""
"""In place of a unit that is neither this office nor one that went into it."""


@dataclass(frozen=True, slots=True)
class _Year:
    """The books of one event, unit and year: how each is spelt, and what stands under each number."""

    books: dict[str, str]
    numbers: Mapping[tuple[str, str], Placed]

    def spelt(self, typed: str) -> str:
        """A book as the register spells it, else as the sheet does first: 01/2026 and 1/2026 are one."""
        known = self.books.setdefault(book_word(typed), typed)
        return typed if typed in self.books.values() else known


@dataclass(frozen=True, slots=True)
class Places:
    """The office's units, books and numbers in one view of the register; each is read once."""

    seat: Seat
    reading: Reading
    head: Letterhead
    own: str
    closed: Mapping[BookKey, Closing]
    away: Mapping[str, str]
    _years: dict[tuple[str, str, int], _Year] = field(default_factory=dict)
    _units: dict[tuple[str, date], str] = field(default_factory=dict)

    @classmethod
    def of(cls, seat: Seat, reading: Reading) -> Places:
        """What one view of the register says."""
        head = read_letterhead(reading.office)
        own = own_unit(head, seat.units, seat.today()).code
        return cls(seat, reading, head, own, closings(reading.office), elsewhere(reading.office))

    def filled(self, draft: Draft) -> Draft:
        """The draft under the code of its unit (NOT_OURS for a stranger's) and in the book as it is spelt here."""
        day = latest_day(draft.registered_on) or self.seat.today()
        unit = self._unit(draft.unit, day)
        typed = draft.book or self.head.book or f"01/{day.year}"
        year = self._year(event_of(draft), unit, _year_of(draft, day))
        return replace(draft, unit=unit, book=year.spelt(typed))

    def key(self, draft: Draft) -> tuple[BookKey, str] | None:
        """Book and number of a filled draft, for comparing; None where it has no number."""
        if not draft.number.strip():
            return None
        day = latest_day(draft.registered_on) or self.seat.today()
        number = BookNumber.of(draft.number, _year_of(draft, day))
        return BookKey(event_of(draft), draft.unit, draft.book, number.year), number.norm

    def holder(self, key: tuple[BookKey, str]) -> Placed | None:
        """What stands under this number: the live record, else the last one that did."""
        book, norm = key
        return self._year(book.event, book.unit, book.year).numbers.get((book.book, norm))

    def _year(self, event: str, unit: str, year: int) -> _Year:
        asked = (event, unit, year)
        if asked not in self._years:
            placed = self.reading.many.in_year(event, unit, year)
            last_live = sorted(placed, key=lambda one: one.state == "live")
            numbers = {(one.book, one.norm): one for one in last_live}
            self._years[asked] = _Year({book_word(one.book): one.book for one in placed}, numbers)
        return self._years[asked]

    def _unit(self, text: str, day: date) -> str:
        asked = (text, day)
        if asked not in self._units:
            self._units[asked] = self._named(text, day)
        return self._units[asked]

    def _named(self, text: str, day: date) -> str:
        """Our own unit of that day where the text is empty or names it, else the one of our ancestors that it names."""
        ours = own_unit(self.head, self.seat.units, day)
        told = fold(text.split(",")[0].split(" - ")[0])
        for before in _OFFICE:
            told = told.removeprefix(before)
        if not told or told in (ours.code, fold(ours.name), fold(ours.full_name)):
            return ours.code
        code = code_named(self.seat.units, self.own, told).strip()
        return code if code in self.seat.units.ancestry(self.own) else NOT_OURS


def _year_of(draft: Draft, day: date) -> int:
    """The year of the book: that of the registration, else the one that the book's name ends with."""
    ends = _ENDS_WITH_YEAR.search(draft.book.strip())
    return int(ends[0]) if ends and not draft.registered_on.strip() else day.year
