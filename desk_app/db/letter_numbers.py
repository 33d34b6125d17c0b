"""Sổ cấp số: the numbers that letters were given, often after signing (NĐ 30/2020, Điều 15)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from desk_app.db.letter_rows import numbers
from desk_app.db.trouble import NumberTaken

_KEPT = numbers.c


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
        return LetterNumber(found.number, found.sign, date.fromisoformat(found.dated)) if found else None

    def next(self, year: int, sign: str) -> int:
        """One more than the highest given in that year under that sign."""
        highest = select(func.max(_KEPT.number)).where(_KEPT.year == year, _KEPT.sign == sign)
        return int(self._connection.scalar(highest) or 0) + 1

    def of_year(self, year: int) -> tuple[tuple[int, LetterNumber], ...]:
        """Every letter with a number of that year, by sign and number."""
        wanted = select(numbers).where(_KEPT.year == year).order_by(_KEPT.sign, _KEPT.number)
        rows = self._connection.execute(wanted)
        return tuple((row.letter_id, LetterNumber(row.number, row.sign, date.fromisoformat(row.dated))) for row in rows)
