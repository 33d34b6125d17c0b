"""In which books a desk wrote, a book known by a digest only."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, replace

from sqlalchemy import Connection, func, insert, select, update

from district.store.office_tables import desk_books

CHUNK = 500


@dataclass(frozen=True, slots=True)
class BookRow:
    """What one desk wrote in one book: first and last ISO day of the registrations there, and how many lines."""

    desk: int
    event: str
    book: str
    first_on: str
    last_on: str
    written: int

    def and_also(self, other: "BookRow") -> "BookRow":
        """Both together, for one desk and one book."""
        first, last = min(self.first_on, other.first_on), max(self.last_on, other.last_on)
        return replace(self, first_on=first, last_on=last, written=self.written + other.written)


class BookRows:
    """The rows of books within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, desk: int, rows: Collection[BookRow]) -> None:
        """Add what a bundle brought, each book of the desk once: one question, then one statement per book."""
        known = {(row.event, row.book): row for row in self.of_desk(desk)} if rows else {}
        for row in rows:
            before = known.get((row.event, row.book))
            if before is None:
                self._connection.execute(insert(desk_books).values(_values(row)))
                continue
            self._connection.execute(
                update(desk_books)
                .where(desk_books.c.desk == desk, desk_books.c.event == row.event, desk_books.c.book == row.book)
                .values(_values(before.and_also(row)))
            )

    def of_desk(self, desk: int) -> tuple[BookRow, ...]:
        """The books of one desk, the one written in last at the end."""
        asked = select(desk_books).where(desk_books.c.desk == desk).order_by(desk_books.c.last_on, desk_books.c.book)
        return tuple(BookRow(*row) for row in self._connection.execute(asked))

    def shared(self) -> tuple[BookRow, ...]:
        """Every row of every book in which more than one desk wrote."""
        several = select(desk_books.c.book).group_by(desk_books.c.book).having(func.count() > 1)
        asked = select(desk_books).where(desk_books.c.book.in_(several))
        return tuple(BookRow(*row) for row in self._connection.execute(asked))

    def beside(self, desks: Sequence[int]) -> tuple[BookRow, ...]:
        """Every row of every book in which one of these desks wrote, those of other desks too."""
        found: list[BookRow] = []
        for start in range(0, len(desks), CHUNK):
            theirs = select(desk_books.c.book).where(desk_books.c.desk.in_(desks[start : start + CHUNK]))
            asked = select(desk_books).where(desk_books.c.book.in_(theirs))
            found.extend(BookRow(*row) for row in self._connection.execute(asked))
        return tuple(dict.fromkeys(found))


def _values(row: BookRow) -> dict[str, object]:
    return {field.name: getattr(row, field.name) for field in fields(row)}
