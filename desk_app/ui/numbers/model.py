"""Letters without a number and the book of a year, as the page shows them; no widget."""

from __future__ import annotations

from datetime import date

from common.dates import exact_day
from common.names import tidy
from common.words import numbering as said
from desk_app.services.desk import Desk
from desk_app.services.numbering import BookLine, NumberBook

NEWEST = 2090
MOST = 150
"""So many lines of each sign are listed; the paper has all."""
_LONGEST = 9


class NumbersModel:
    """`rows`: letters that wait, then the book of `year`; `chosen` the letters ticked for running numbers."""

    def __init__(self, desk: Desk) -> None:
        self._book = NumberBook(desk.seat)
        self._seat = desk.seat
        self.year = desk.seat.today().year
        self.years: tuple[int, ...] = (self.year,)
        self.rows: tuple[BookLine, ...] = ()
        self.chosen: set[int] = set()
        self.used, self.restored = True, False

    def read(self) -> None:
        """As the register says now."""
        today = self._seat.today()
        self.years = self._book.years()
        self.used, self.restored = self._book.used, self._book.restored()
        waiting = self._book.waiting() if self.year == today.year else ()
        self.rows = (*waiting, *self._book.lines(self.year, MOST))
        self.chosen &= {row.letter for row in waiting}

    @property
    def waiting(self) -> tuple[BookLine, ...]:
        """Those without a number."""
        return tuple(row for row in self.rows if row.state == "waiting")

    def next_year(self) -> None:
        """The year before, after the oldest the running one again."""
        place = self.years.index(self.year) if self.year in self.years else -1
        self.year = self.years[(place + 1) % len(self.years)]

    def tick(self, row: BookLine) -> None:
        """Choose a letter that waits, or no longer."""
        if row.state == "waiting":
            self.chosen ^= {row.letter}

    def tick_all(self) -> None:
        """Every letter that waits, or none when all are chosen."""
        every = {row.letter for row in self.waiting}
        self.chosen = set() if self.chosen == every else every

    def lacks(self, row: BookLine, number: str, day: str) -> dict[str, str]:
        """A sentence for what cannot be read."""
        found = {"number": said.NUMBER_UNREAD if read_number(number, row.sign) is None else ""}
        found["day"] = said.DAY_UNREAD if row.undated and _day(day) is None else ""
        return {name: text for name, text in found.items() if text}

    def give(self, row: BookLine, number: str, day: str) -> str:
        """One letter its number; what to say. Raises Mistake."""
        dated = _day(day) if row.undated else None
        return said.given(self._book.give([row.letter], read_number(number, row.sign), dated))

    def give_several(self) -> str:
        """The chosen letters the next numbers of their books, in the order of the list. Raises Mistake."""
        letters = [row.letter for row in self.waiting if row.letter in self.chosen]
        told = self._book.give(letters)
        self.chosen.clear()
        return said.given(told)

    def take_back(self, row: BookLine) -> str:
        """Take the number off a letter; what to say. Raises Mistake."""
        return said.TAKEN_BACK.format(number=self._book.take_back(row.letter))

    def explain(self, row: BookLine, reason: str) -> str:
        """Why a gap is there; what to say. Raises Mistake."""
        self._book.explain(row, reason)
        return said.EXPLAINED.format(numbers=row.told)


def read_number(typed: str, sign: str) -> int | None:
    """ "5", "05", "05/TCM-UBND", "số 5" as a number; None where it is none."""
    text = tidy(typed).lower().replace(" ", "").removeprefix("số").removeprefix(":")
    bare = text.removesuffix(f"/{sign.lower()}")
    return int(bare) if bare.isdecimal() and bare.isascii() and len(bare) <= _LONGEST else None


def _day(typed: str) -> date | None:
    return exact_day(typed, newest=NEWEST)
