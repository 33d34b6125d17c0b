"""What stands in the books: which there are, and the numbers of one. Asked by index, one book at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, literal, select, tuple_

from desk_app.db import rows

_ROW = rows.registrations.c
_NAME = (_ROW.event, _ROW.unit, _ROW.book, _ROW.year)
_NAMES = ("event", "unit", "book", "year")
_PAST_ALL = 2**62
# From one book to the next over the index, past all that stands in it: a register of a million lines has some hundred
# books. SQLite begins such a comparison at equality, so without the highest number it would step through every line.
_PLACE = (*_NAME, _ROW.sequence)
_FROM = (*(bindparam(name, type_=column.type) for name, column in zip(_NAMES, _NAME, strict=True)), literal(_PAST_ALL))
_NEXT = select(*_NAME).where(tuple_(*_PLACE) > tuple_(*_FROM)).order_by(*_PLACE).limit(1)
_IN_BOOK = tuple(column == bindparam(name) for name, column in zip(_NAMES, _NAME, strict=True))
_SEQUENCES = select(_ROW.sequence, func.count()).where(*_IN_BOOK).group_by(_ROW.sequence).order_by(_ROW.sequence)
_ODD = select(_ROW.number).where(*_IN_BOOK, _ROW.sequence.is_(None)).order_by(_ROW.number)
_GONE = select(_ROW.number, _ROW.state).where(*_IN_BOOK, _ROW.state != "live").order_by(_ROW.sequence, _ROW.id)


@dataclass(frozen=True, slots=True, order=True)
class BookKey:
    """A book by what tells it apart: kind of event, code of the issuing unit, its name, and the year of its numbers."""

    event: str
    unit: str
    book: str
    year: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of one book: `given` in order, `twice` those that stand more than once (taken back, then used again),
    `odd` those without an order (as typed), `void` and `erased` what no longer counts or has no name (as typed)."""

    entries: int
    given: tuple[int, ...]
    twice: tuple[int, ...]
    odd: tuple[str, ...]
    void: tuple[str, ...]
    erased: tuple[str, ...]


class BookCounts:
    """The books of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Iterator[BookKey]:
        """Every book of every year in which something stands, in order."""
        last = {"event": "", "unit": "", "book": "", "year": 0}
        while found := self._connection.execute(_NEXT, last).first():
            last = dict(zip(_NAMES, found, strict=True))
            yield BookKey(*found)

    def numbers(self, key: BookKey) -> Numbers:
        """What one book holds."""
        book = dict(zip(_NAMES, (key.event, key.unit, key.book, key.year), strict=True))
        counted = self._connection.execute(_SEQUENCES, book).all()
        gone = self._connection.execute(_GONE, book).all()
        odd = self._connection.scalars(_ODD, book) if any(number is None for number, _ in counted) else ()
        return Numbers(
            entries=sum(times for _, times in counted),
            given=tuple(number for number, _ in counted if number is not None),
            twice=tuple(number for number, times in counted if number is not None and times > 1),
            odd=tuple(odd),
            void=tuple(row.number for row in gone if row.state == "void"),
            erased=tuple(row.number for row in gone if row.state == "erased"),
        )
