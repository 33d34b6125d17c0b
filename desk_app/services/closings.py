"""Which books are closed for their year, and which belong to another desk: kept with the office's papers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from common.names import tidy
from desk_app.db.book_counts import BookKey
from desk_app.db.numbers import BookNumber
from desk_app.db.register import Reading, Work
from desk_app.domain.problems import Problem
from desk_app.services.office import OfficeStore

CLOSINGS, GAPS, ELSEWHERE = "book-closings", "book-gaps", "books-elsewhere"
CLOSED = "book-closed"
"""The problem of an entry into a closed book, and the code under which its reason is kept."""


@dataclass(frozen=True, slots=True)
class Closing:
    """A book as it was counted when it was closed: day, log-in, registrations in force, taken back, erased by law, the
    first and last number."""

    on: date
    by: str
    live: int
    void: int
    erased: int
    first: int | None
    last: int | None

    @property
    def entries(self) -> int:
        """Everything that stood in the book, whatever became of it."""
        return self.live + self.void + self.erased


def closings(store: OfficeStore) -> Mapping[BookKey, Closing]:
    """Every book that was closed."""
    rows: list[dict[str, Any]] = json.loads(store.get(CLOSINGS) or "[]")
    return {_key(row["book"]): Closing(**{**row["closing"], "on": _day(row["closing"]["on"])}) for row in rows}


def keep_closing(store: OfficeStore, key: BookKey, closing: Closing) -> None:
    """Write that a book is closed."""
    kept = {**closings(store), key: closing}
    rows = [{"book": asdict(one), "closing": {**asdict(how), "on": how.on.isoformat()}} for one, how in kept.items()]
    store.put(CLOSINGS, json.dumps(rows, ensure_ascii=False, sort_keys=True))


def gap_reasons(store: OfficeStore) -> Mapping[tuple[BookKey, int, int], str]:
    """Why numbers were never given, by book, first and last number of the gap."""
    rows: list[dict[str, Any]] = json.loads(store.get(GAPS) or "[]")
    return {(_key(row["book"]), row["first"], row["last"]): row["reason"] for row in rows}


def keep_gap_reason(store: OfficeStore, gap: tuple[BookKey, int, int], reason: str) -> None:
    """Write why these numbers were never given; another reason takes the place of the one before."""
    kept = {**gap_reasons(store), gap: reason}
    rows = [{"book": asdict(key), "first": low, "last": high, "reason": why} for (key, low, high), why in kept.items()]
    store.put(GAPS, json.dumps(rows, ensure_ascii=False, sort_keys=True))


def elsewhere(store: OfficeStore) -> Mapping[str, str]:
    """Names of books that another desk of this office writes in, with the name of that desk."""
    return dict(json.loads(store.get(ELSEWHERE) or "{}"))


def keep_elsewhere(store: OfficeStore, books: Mapping[str, str]) -> None:
    """Write which books belong to another desk."""
    store.put(ELSEWHERE, json.dumps(dict(books), ensure_ascii=False, sort_keys=True))


def refusal(store: Reading | Work, key: BookKey, number: str, reasons: Mapping[str, str]) -> Problem | None:
    """What keeps an entry out of its book: another desk writes in it, or it is closed.

    What stands in the paper book since before may still be entered into a closed one, with a reason and under the
    number it has there.
    """
    desk = elsewhere(store.office).get(tidy(key.book))
    if desk is not None:
        return Problem("book", "book-elsewhere", "error", {"book": key.book, "desk": desk})
    closing = closings(store.office).get(key)
    if closing is None:
        return None
    details = {"book": key.book, "year": str(key.year), "day": f"{closing.on:%d/%m/%Y}"}
    if not tidy(reasons.get(CLOSED, "")):
        return Problem("number", CLOSED, "error", details)
    if not number.strip():
        return Problem("number", "book-closed-number", "error", details)
    return Problem("number", CLOSED, "warning", details)


def book_of(event: str, place: tuple[str, str], number: str, year: int) -> BookKey:
    """The book an entry goes into; `place` is unit and book, a year behind the stroke of the number wins."""
    unit, book = place
    return BookKey(event, unit, book, BookNumber.of(number, year).year if number.strip() else year)


def _key(row: Mapping[str, Any]) -> BookKey:
    return BookKey(row["event"], row["unit"], row["book"], row["year"])


def _day(text: str) -> date:
    return date.fromisoformat(text)
