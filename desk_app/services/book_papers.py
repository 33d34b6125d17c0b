"""The paper of a closed book, to be signed and sealed; also as it would be while the book is open."""

from __future__ import annotations

from datetime import date

from common.dates import PartialDate, place_and_date
from common.paper.book_closing import BookClosing, closing_pdf
from common.paper.sheet import Heading
from common.words import books as words
from common.words.reports import amount
from desk_app.db.book_counts import BookKey
from desk_app.services.books import Book, one_book
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.people import shown
from desk_app.services.seat import Seat
from desk_app.services.typefaces import typefaces


def closing_paper(seat: Seat, key: BookKey) -> bytes:
    """The closing as A4 PDF: dated and counted as on the day of closing, or as of today while the book is open. Raises
    Mistake("no-such-book")."""
    book = one_book(seat, key)
    day = book.closed.on if book.closed else seat.today()
    with seat.reading() as reading:
        office = office_on(read_letterhead(reading.office), seat.units, day)
    paper = BookClosing(
        heading=Heading(office.parent_name, office.unit_name, place_and_date(office.place, day)),
        title=words.PAPER_TITLE.format(event=words.kind(key.event).upper(), year=key.year),
        under=words.PAPER_UNDER.format(book=key.book),
        told=(words.OF_UNIT.format(unit=book.unit_name), words.COUNTED.format(day=PartialDate.of(day).dated())),
        counts=_counts(book),
        sections=((words.NUMBERS_HEAD, _numbers(book)), (words.GAPS_HEAD, _gaps(book))),
        notes=_notes(book, seat.today()),
        officer=_closer(seat, book),
    )
    return closing_pdf(paper, typefaces())


def _counts(book: Book) -> tuple[tuple[str, int], ...]:
    live, void, erased = (
        (book.closed.live, book.closed.void, book.closed.erased) if book.closed else (book.live, book.void, book.erased)
    )
    rest = ((words.ERASED, erased),) if erased else ()
    return (words.IN_FORCE, live), (words.TAKEN_OUT, void), *rest, (words.ALL, live + void + erased)


def _numbers(book: Book) -> tuple[str, ...]:
    first, last = (book.closed.first, book.closed.last) if book.closed else (book.first, book.last)
    ends = (
        words.FIRST_LAST.format(first=f"{first:02d}", last=f"{last:02d}")
        if first is not None and last is not None
        else words.NO_NUMBERS
    )
    told = (
        (words.VOIDED, book.voided),
        (words.TWICE, tuple(f"{one:02d}" for one in book.twice)),
        (words.ODD, book.odd),
    )
    return ends, *(sentence.format(numbers=words.listed(numbers)) for sentence, numbers in told if numbers)


def _gaps(book: Book) -> tuple[str, ...]:
    told = tuple(words.gap_on_paper(gap.first, gap.last, gap.reason) for gap in book.gaps)
    return told or (words.NO_GAPS_ON_PAPER,)


def _notes(book: Book, today: date) -> tuple[str, ...]:
    shut = book.closed
    if shut is None:
        return (words.NOT_CLOSED,)
    if (shut.live, shut.void, shut.erased) == (book.live, book.void, book.erased):
        return ()
    since = (words.SINCE.format(count=book.since),) if book.since else ()
    return *since, words.NOW.format(live=amount(book.live), void=amount(book.void), day=f"{today:%d/%m/%Y}")


def _closer(seat: Seat, book: Book) -> str:
    """The name of whoever closed it, where this person is known by one."""
    if book.closed is None:
        return ""
    found = shown(seat, book.closed.by)
    return found.name if found.name != found.login else ""
