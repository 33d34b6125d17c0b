"""The books of one year as the page shows them, and what is said of the one that is chosen."""

from __future__ import annotations

from collections.abc import Iterator

from common.words import books as said
from common.words.reports import amount
from desk_app.services.books import Book, Span
from desk_app.ui.parts.rows import Column

MOST_LINES = 12
"""So many gaps are told one by one."""


def columns() -> tuple[Column, ...]:
    """What a row says of its book."""
    titles = said.COLUMNS
    return (
        Column(titles[0], lambda book: said.kind(book.key.event), lambda book: "" if book.ours else book.unit_name),
        Column(titles[1], lambda book: book.key.book, width=110),
        Column(titles[2], lambda book: amount(book.live), lambda book: said.gone(book.void, book.erased), width=90),
        Column(titles[3], lambda book: said.ends(book.first, book.last), _gaps, second_tone=_gap_tone, width=120),
        Column(titles[4], lambda book: "–" if book.closed or book.desk else book.next_number, width=95),
        Column(titles[5], _state, lambda book: said.since(book.since), tone=_state_tone, width=140),
    )


def lines(book: Book) -> str:
    """What is worth knowing of a book besides its row."""
    return "\n".join(_lines(book))


def gap_names(gaps: tuple[Span, ...]) -> dict[str, Span]:
    """Gaps by the words under which one is chosen."""
    return {said.span(gap.first, gap.last): gap for gap in gaps}


def question(book: Book, early: bool) -> str:
    """What whoever closes a book should know before."""
    told = [said.LAW]
    if book.unexplained:
        told.append(said.OPEN_GAPS.format(count=len(book.unexplained)))
    if early:
        told.append(said.EARLY.format(year=book.key.year))
    return " ".join(told)


def _lines(book: Book) -> Iterator[str]:
    if not book.ours:
        yield said.OLD_UNIT.format(unit=book.unit_name)
    if not book.entries:
        yield said.EMPTY
        return
    for gap in book.gaps[:MOST_LINES]:
        yield said.gap(gap.first, gap.last, gap.reason)
    if len(book.gaps) > MOST_LINES:
        yield said.more_gaps(len(book.gaps) - MOST_LINES)
    told = ((said.VOIDED, book.voided), (said.TWICE, [f"{one:02d}" for one in book.twice]), (said.ODD, book.odd))
    yield from (sentence.format(numbers=said.listed(numbers, 20)) for sentence, numbers in told if numbers)
    if not book.gaps:
        yield said.NOTHING_ODD


def _gaps(book: Book) -> str:
    return said.empty_numbers(len(book.gaps), len(book.unexplained))


def _gap_tone(book: Book) -> str:
    return "hoe" if book.unexplained else ""


def _state(book: Book) -> str:
    return said.state(book.closed.on if book.closed else None, book.desk)


def _state_tone(book: Book) -> str:
    return "sen" if book.closed else ""
