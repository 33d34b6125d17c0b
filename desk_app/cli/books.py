"""books, close-book: what stands in the books of a year, numbers never given, closing a book."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from common.words import books as words
from desk_app.cli.group import command
from desk_app.cli.terminal import Line
from desk_app.db.book_counts import BookKey
from desk_app.services.books import Book, books, close_book, explain_gap, give_book, one_book
from desk_app.services.files import write_file
from desk_app.services.seat import Seat

EVENT = click.Choice(["birth", "marriage", "death"])
FILE = click.Path(path_type=Path)
YEAR = click.IntRange(1900, 9999)


@command("books", "Các quyển sổ của một năm: bao nhiêu việc, số nào trống, số tới, đã khóa chưa.")
@click.option("--year", type=YEAR, default=None, help="Năm của số; để trống là năm nay.")
@click.option("--give", "given", default="", help="Tên quyển mà quầy khác ghi, đi cùng --desk.")
@click.option("--desk", "whose", default="", help="Quầy ghi quyển ấy; để trống là nhận lại.")
def show_books(line: Line, year: int | None, given: str, whose: str) -> None:
    """This office's own books first, then those of communes that went into it."""
    with line.desk() as desk:
        if given:
            give_book(desk.seat, given, whose)
        found = books(desk.seat, year or desk.seat.today().year)
    told = [(words.GIVEN if whose else words.TAKEN_BACK).format(book=given, desk=whose)] if given else []
    line.say([_told(book) for book in found], [*told, *(sentence for book in found for sentence in _lines(book))])


@command("close-book", "Khóa một quyển sổ của năm, ghi vì sao trống số, ghi tờ khóa sổ A4 (PDF).")
@click.argument("event", type=EVENT)
@click.option("--year", type=YEAR, required=True, help="Năm của quyển.")
@click.option("--book", default="", help="Tên quyển; để trống khi năm ấy loại này chỉ có một quyển của xã.")
@click.option("--unit", default="", help="Mã xã của quyển cũ; để trống là xã mình.")
@click.option("--why", nargs=3, type=(int, int, str), multiple=True, help="Từ số, đến số, vì sao trống; lặp lại được.")
@click.option("--out", type=FILE, default=None, help="Ghi tờ khóa sổ ra tệp này.")
@click.option("--preview", is_flag=True, help="Chưa khóa, chỉ ghi lý do và tờ giấy.")
def close(line: Line, out: Path | None, preview: bool, why: tuple[tuple[int, int, str], ...], **of: Any) -> None:
    """Counted, written into the journal; from then on the book takes late entries with a reason only."""
    # Drawing loads the PDF library, which nothing else here needs.
    from desk_app.services.book_papers import closing_paper

    target = line.target(out) if out else None
    with line.desk() as desk:
        key = _chosen(desk.seat, **of)
        for first, last, reason in why:
            explain_gap(desk.seat, (key, first, last), reason)
        book = one_book(desk.seat, key) if preview else close_book(desk.seat, key)
        if target:
            write_file(target, closing_paper(desk.seat, key))
    closed = words.CLOSED.format(book=key.book, year=key.year, entries=book.entries)
    line.say(_told(book), _lines(book) if preview else [closed])


def _chosen(seat: Seat, event: str, year: int, book: str, unit: str) -> BookKey:
    """The one book that is meant; where several might be, the named one, whether it is there or not."""
    there = [one for one in books(seat, year) if one.key.event == event]
    there = [one for one in there if one.key.unit == unit or (not unit and one.ours)]
    meant = [one for one in there if book in ("", one.key.book)]
    return meant[0].key if len(meant) == 1 else BookKey(event, unit, book or words.UNNAMED, year)


def _told(book: Book) -> dict[str, Any]:
    """A book as one JSON value; days ISO."""
    told = asdict(book)
    key = told.pop("key")
    if book.closed:
        told["closed"]["on"] = book.closed.on.isoformat()
    return {**key, **told, "since": book.since}


def _lines(book: Book) -> list[str]:
    place = ("" if book.ours else book.unit_name, book.key.book)
    amounts = words.amount(book.live, book.void, book.erased)
    state = words.state(book.closed.on if book.closed else None, book.desk)
    numbers = (words.ends(book.first, book.last), book.next_number)
    head = words.line(book.key.event, place, f"{state}; {amounts}", numbers)
    return [head, *(f"  {words.gap(gap.first, gap.last, gap.reason)}" for gap in book.gaps)]
