"""Sổ cấp số: the numbers that letters were given, often after signing (NĐ 30/2020, Điều 15)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, exists, func, insert, select
from sqlalchemy.exc import IntegrityError

from desk_app.db import rows
from desk_app.db.letter_rows import numbers, wishes
from desk_app.db.trouble import NumberTaken

_KEPT, _LETTER = numbers.c, rows.letters.c
_NUMBERED = exists().where(_KEPT.letter_id == _LETTER.id)
ON_A4 = "-official"
"""The templates with a line "Số:" end so."""
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class LetterNumber:
    """Number and day as written on a letter: `sign` as it stands behind the number ("TCM-UBND"); numbers of one sign
    run from 1 January to 31 December."""

    number: int
    sign: str
    dated: date


class LetterNumbers:
    """The numbers given, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def give(self, letter: int, given: LetterNumber) -> None:
        """Give a letter its number, in the place of one given before. Raises NumberTaken (id of the other letter)."""
        taken = self.taken(given)
        if taken not in (None, letter):
            raise NumberTaken(taken or 0)
        self.take_back(letter)
        year = given.dated.year
        values = {"letter_id": letter, "year": year, "sign": given.sign, "number": given.number}
        try:
            self._connection.execute(insert(numbers), {**values, "dated": given.dated.isoformat()})
        except IntegrityError as error:
            raise NumberTaken(0) from error

    def take_back(self, letter: int) -> None:
        """A letter is without a number again."""
        self._connection.execute(delete(numbers).where(_KEPT.letter_id == letter))

    def taken(self, given: LetterNumber) -> int | None:
        """The letter that has this number in the year of its day."""
        same = (_KEPT.year == given.dated.year, _KEPT.sign == given.sign, _KEPT.number == given.number)
        found: int | None = self._connection.scalar(select(_KEPT.letter_id).where(*same))
        return found

    def of(self, letter: int) -> LetterNumber | None:
        """The number of a letter."""
        found = self._connection.execute(select(numbers).where(_KEPT.letter_id == letter)).first()
        return _number(found) if found else None

    def of_letters(self, letters: Collection[int]) -> Mapping[int, LetterNumber]:
        """The numbers of these letters, for those that have one."""
        found: dict[int, LetterNumber] = {}
        for some in batched(letters):
            wanted = select(numbers).where(_KEPT.letter_id.in_(some))
            found.update((row.letter_id, _number(row)) for row in self._connection.execute(wanted))
        return found

    def waiting(self, since: date, cards: bool, limit: int) -> tuple[int, ...]:
        """Letters printed on that day or later that stand and have no number, oldest first; with `cards` those too
        whose sheet has no line for one."""
        # One question for each index: together SQLite would read every letter ever handed over.
        in_hand = _LETTER.state == "printed"
        handed = (_LETTER.delivered_on >= since.isoformat()) & (_LETTER.state + "" == "delivered")
        ids: set[int] = set()
        for which in (in_hand, handed):
            wanted = select(_LETTER.id).where(which, _LETTER.printed_on >= since.isoformat(), ~_NUMBERED)
            wanted = wanted if cards else wanted.where(_LETTER.template.endswith(ON_A4))
            ids |= set(self._connection.scalars(wanted.order_by(_LETTER.id + 0).limit(limit)))
        return tuple(sorted(ids)[:limit])

    def undated(self, letters: Collection[int]) -> frozenset[int]:
        """Those of these letters whose day was left to be written by hand."""
        found: set[int] = set()
        for some in batched(letters):
            wanted = select(wishes.c.letter_id, wishes.c.body).where(wishes.c.letter_id.in_(some))
            found |= {row.letter_id for row in self._connection.execute(wanted) if row.body.get("undated")}
        return frozenset(found)

    def years(self) -> tuple[int, ...]:
        """The years with a number, newest first."""
        return tuple(self._connection.scalars(select(_KEPT.year).distinct().order_by(_KEPT.year.desc())))

    def next(self, year: int, sign: str) -> int:
        """One more than the highest given in that year under that sign."""
        highest = select(func.max(_KEPT.number)).where(_KEPT.year == year, _KEPT.sign == sign)
        return int(self._connection.scalar(highest) or 0) + 1

    def of_year(self, year: int) -> tuple[tuple[int, LetterNumber], ...]:
        """Every letter with a number of that year, by sign and number."""
        wanted = select(numbers).where(_KEPT.year == year).order_by(_KEPT.sign, _KEPT.number)
        return tuple((row.letter_id, _number(row)) for row in self._connection.execute(wanted))


def batched(letters: Collection[int]) -> Iterator[tuple[int, ...]]:
    """So many at once as SQLite takes in one question."""
    ids = tuple(letters)
    return (ids[first : first + _AT_ONCE] for first in range(0, len(ids), _AT_ONCE))


def _number(row: Any) -> LetterNumber:
    return LetterNumber(row.number, row.sign, date.fromisoformat(row.dated))
