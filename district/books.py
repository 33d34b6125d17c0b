"""Which desks write in which books, by digests only: two desks in one book are seen, and no number is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from district.store.desk_books import BookRow
from district.store.desks import DeskRow
from district.store.store import Work
from exchange.journal import Line

NO_MORE = frozenset({"ended", "revoked", "dropped"})
"""States of a desk that writes no more."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two desks that wrote in one book of an event, the lower number first; ISO days of their registrations there."""

    event: str
    desks: tuple[int, int]
    first: tuple[str, str]
    last: tuple[str, str]
    written: tuple[int, int]


def note_books(work: Work, desk: int, lines: Iterable[Line]) -> None:
    """Remember in which books these lines of the desk were written: registrations, and amendments that may have moved
    one to another book. Lines without the figure are of older programs, or name no book."""
    found: dict[tuple[str, str], BookRow] = {}
    for line in lines:
        if line.kind not in ("registered", "amended") or "book" not in line.figures:
            continue
        event, book, on = (str(line.figures[name]) for name in ("event", "book", "registered_on"))
        row, before = BookRow(desk, event, book, on, on, 1), found.get((event, book))
        found[event, book] = before.and_also(row) if before else row
    work.books.add(desk, tuple(found.values()))


def clashes(work: Work, desks: Sequence[DeskRow] | None = None) -> tuple[Clash, ...]:
    """Books in which one of these desks (of all, where none are named) and another desk wrote: always where neither has
    ended, and where one has, when their days overlap. A new desk that goes on where the old one stopped is no clash."""
    books: dict[tuple[str, str], list[BookRow]] = {}
    rows = work.books.shared() if desks is None else work.books.beside([desk.number for desk in desks])
    for row in rows:
        books.setdefault((row.event, row.book), []).append(row)
    shared = [pair for rows in books.values() for pair in combinations(sorted(rows, key=lambda row: row.desk), 2)]
    ended = _ended(work, {row.desk for pair in shared for row in pair})
    found = [_clash(one, two) for one, two in shared if not ended & {one.desk, two.desk} or _overlap(one, two)]
    return tuple(sorted(found, key=lambda clash: (clash.desks, clash.event, clash.first)))


def rivals(work: Work, desk: DeskRow) -> tuple[int, ...]:
    """The other desks that this one clashes with, by number."""
    return tuple(sorted({number for clash in clashes(work, [desk]) for number in clash.desks} - {desk.number}))


def _ended(work: Work, desks: Iterable[int]) -> set[int]:
    known = [work.desks.get(number) for number in desks]
    return {desk.number for desk in known if desk and desk.state in NO_MORE}


def _overlap(one: BookRow, two: BookRow) -> bool:
    return not (one.last_on <= two.first_on or two.last_on <= one.first_on)


def _clash(one: BookRow, two: BookRow) -> Clash:
    pairs = (one.first_on, two.first_on), (one.last_on, two.last_on), (one.written, two.written)
    return Clash(one.event, (one.desk, two.desk), *pairs)
