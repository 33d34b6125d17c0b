"""Sổ và số: the books of a year with their numbers, why some were never given, and closing a book (NĐ 123/2015, 11)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from common.names import tidy
from common.units import UnitTable
from common.words import books as words
from desk_app.db.book_counts import BookKey, Numbers
from desk_app.db.numbers import written
from desk_app.db.register import Reading, Work
from desk_app.services.closings import (
    Closing,
    closings,
    elsewhere,
    gap_reasons,
    keep_closing,
    keep_elsewhere,
    keep_gap_reason,
)
from desk_app.services.lines import act_entry, local_entry
from desk_app.services.office import fitting, own_codes, read_letterhead
from desk_app.services.reasons import reason_given
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

EVENTS = ("birth", "marriage", "death")
FIRST_CLOSING = (12, 20)
"""Month and day from which the book of the running year may be closed: offices count before the holidays."""
LAST_CLOSING = (1, 5)
"""The book of a year is closed before this day of the next (NĐ 123/2015, 11)."""


@dataclass(frozen=True, slots=True)
class Span:
    """Numbers from `first` to `last` that were never given, and why ("" while nobody said)."""

    first: int
    last: int
    reason: str = ""

    @property
    def numbers(self) -> int:
        """How many."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Book:
    """One book in one year. `unit_name` is the issuing office as it was called then; `ours` whether it is this office's
    own; `twice` numbers taken back and used again; `odd` numbers without an order; `desk` who else writes in it."""

    key: BookKey
    unit_name: str
    ours: bool
    live: int
    void: int
    erased: int
    first: int | None
    last: int | None
    next_number: str
    gaps: tuple[Span, ...]
    twice: tuple[int, ...]
    odd: tuple[str, ...]
    voided: tuple[str, ...]
    closed: Closing | None
    desk: str = ""

    @property
    def entries(self) -> int:
        """Everything that stands in the book."""
        return self.live + self.void + self.erased

    @property
    def since(self) -> int:
        """How much was entered after the closing."""
        return max(0, self.entries - self.closed.entries) if self.closed else 0

    @property
    def unexplained(self) -> tuple[Span, ...]:
        """Gaps of which nobody said why."""
        return tuple(gap for gap in self.gaps if not gap.reason)


def books(seat: Seat, year: int) -> tuple[Book, ...]:
    """The books of a year, this office's own first, then those of communes that went into it."""
    with seat.reading() as reading:
        return books_in(reading, seat.units, year, seat.today())


def years(seat: Seat) -> tuple[int, ...]:
    """Years in whose books something stands, and the running one, newest first."""
    with seat.reading() as reading:
        found = {key.year for key in reading.books.all()}
    return tuple(sorted({*found, seat.today().year}, reverse=True))


def books_in(reading: Reading, units: UnitTable, year: int, today: date) -> tuple[Book, ...]:
    """The same in a view of the register that is open."""
    head = read_letterhead(reading.office)
    ours = own_codes(head, units, today)
    keys = [key for key in reading.books.all() if key.year == year]
    if year == today.year:
        own = (BookKey(event, ours[0], head.book or f"01/{year}", year) for event in EVENTS)
        keys += [key for key in own if key not in keys]
    keys.sort(key=lambda key: (key.unit not in ours, key.unit != ours[0], key.unit, EVENTS.index(key.event), key.book))
    numbers = {key: reading.books.numbers(key) for key in keys}
    kept = _Kept(closings(reading.office), gap_reasons(reading.office), elsewhere(reading.office))
    made = (_book(key, numbers, kept) for key in keys)
    return tuple(replace(one, unit_name=_name(units, one.key), ours=one.key.unit in ours) for one in made)


def explain_gap(seat: Seat, gap: tuple[BookKey, int, int], reason: str) -> None:
    """Keep why these numbers were never given. Raises Mistake("reason-empty" | "setting-too-long" | "no-such-gap")."""
    seat.may("register")
    key, first, last = gap
    told = reason_given(fitting("reason", reason))
    if (first, last) not in {(one.first, one.last) for one in one_book(seat, key).gaps}:
        raise Mistake("no-such-gap", {"numbers": words.span(first, last)})
    with seat.work() as work:
        keep_gap_reason(work.office, gap, told)
        home = {"act": "gap-explained", "what": words.span(first, last), "reason": told}
        work.journal.append(act_entry(seat, "local", seat.subject(), {}, home))
        work.commit()


def one_book(seat: Seat, key: BookKey) -> Book:
    """One of the books; raises Mistake("no-such-book")."""
    found = next((one for one in books(seat, key.year) if one.key == key), None)
    if found is None:
        raise Mistake("no-such-book", {"book": key.book, "year": str(key.year)})
    return found


def may_close(seat: Seat, key: BookKey) -> Book:
    """The book as it stands, if it may be closed now. Raises Mistake("no-such-book" | "book-too-early" |
    "book-closed-already")."""
    seat.may("register")
    found = one_book(seat, key)
    if found.closed:
        raise Mistake("book-closed-already", {"book": key.book, "day": f"{found.closed.on:%d/%m/%Y}"})
    if seat.today() < date(key.year, *FIRST_CLOSING):
        raise Mistake("book-too-early", {"book": key.book, "day": f"{date(key.year, *FIRST_CLOSING):%d/%m/%Y}"})
    return found


def close_book(seat: Seat, key: BookKey) -> Book:
    """Close a book for its year: counted, written into the journal, and from then on entered into with a reason only.

    Whoever keeps the register closes it; the leader confirms on the paper. Raises what `may_close` raises."""
    may_close(seat, key)
    with seat.work() as work:
        counted = _counted(work, key)
        closing = Closing(seat.today(), seat.user, *counted)
        keep_closing(work.office, key, closing)
        home = {"act": "book-closed", "what": words.journal(key.event, key.book, key.year), "book": _told(key, closing)}
        work.journal.append(act_entry(seat, "local", seat.subject(), {}, home))
        work.commit()
    return one_book(seat, key)


def give_book(seat: Seat, book: str, desk: str) -> None:
    """Say that another desk of this office writes in books of this name; an empty `desk` takes it back.

    Raises Mistake("book-unnamed" | "book-in-use" where entries of this year stand in it here | "setting-too-long")."""
    seat.may("settings")
    name, whose = fitting("book", book), fitting("desk", desk)
    if not name:
        raise Mistake("book-unnamed")
    if whose and any(one.key.book == name and one.ours and one.entries for one in books(seat, seat.today().year)):
        raise Mistake("book-in-use", {"book": name})
    with seat.work() as work:
        kept = {one: who for one, who in elsewhere(work.office).items() if one != name}
        keep_elsewhere(work.office, {**kept, name: whose} if whose else kept)
        work.journal.append(local_entry(seat, "book-given" if whose else "book-taken-back", name))
        work.commit()


def open_books(reading: Reading, year: int) -> tuple[BookKey, ...]:
    """Books of a year in which something stands and that nobody closed."""
    shut = closings(reading.office)
    return tuple(key for key in reading.books.all() if key.year == year and key not in shut)


@dataclass(frozen=True, slots=True)
class _Kept:
    closings: Mapping[BookKey, Closing]
    reasons: Mapping[tuple[BookKey, int, int], str]
    elsewhere: Mapping[str, str]


def _book(key: BookKey, all_numbers: Mapping[BookKey, Numbers], kept: _Kept) -> Book:
    numbers = all_numbers[key]
    first, last = (numbers.given[0], numbers.given[-1]) if numbers.given else (None, None)
    gaps = _gaps(numbers.given, _begins(key, all_numbers))
    return Book(
        key=key,
        unit_name="",
        ours=True,
        live=numbers.entries - len(numbers.void) - len(numbers.erased),
        void=len(numbers.void),
        erased=len(numbers.erased),
        first=first,
        last=last,
        next_number=written((last or 0) + 1, key.year),
        gaps=tuple(Span(low, high, kept.reasons.get((key, low, high), "")) for low, high in gaps),
        twice=numbers.twice,
        odd=numbers.odd,
        voided=numbers.void,
        closed=kept.closings.get(key),
        desk=kept.elsewhere.get(tidy(key.book), ""),
    )


def _begins(key: BookKey, all_numbers: Mapping[BookKey, Numbers]) -> int:
    """The number with which a book should begin: a second book of the year goes on where the one before ended."""
    given = all_numbers[key].given
    if not given:
        return 1
    others = (
        numbers.given[-1]
        for other, numbers in all_numbers.items()
        if (other.event, other.unit) == (key.event, key.unit) and other != key and numbers.given
    )
    return max((last + 1 for last in others if last < given[0]), default=1)


def _gaps(given: Sequence[int], begins: int) -> Iterator[tuple[int, int]]:
    expected = begins
    for number in given:
        if number > expected:
            yield expected, number - 1
        expected = max(expected, number + 1)


def _counted(work: Work, key: BookKey) -> tuple[int, int, int, int | None, int | None]:
    numbers = work.books.numbers(key)
    first, last = (numbers.given[0], numbers.given[-1]) if numbers.given else (None, None)
    void, erased = len(numbers.void), len(numbers.erased)
    return numbers.entries - void - erased, void, erased, first, last


def _told(key: BookKey, closing: Closing) -> dict[str, object]:
    """What the journal keeps of a closing; it never leaves the desk."""
    counts: dict[str, object] = {"live": closing.live, "void": closing.void, "erased": closing.erased}
    ends: dict[str, object] = {"first": closing.first or 0, "last": closing.last or 0}
    return {"event": key.event, "unit": key.unit, "name": key.book, "year": key.year, **counts, **ends}


def _name(units: UnitTable, key: BookKey) -> str:
    """The issuing office under the name it bore at the end of that year, or the last it had by then."""
    stood = [one for one in units.known(key.unit) if one.valid_from.year <= key.year] or units.known(key.unit)[:1]
    return stood[-1].full_name if stood else key.unit
