"""Sổ và số: gaps and why, closing a book for its year, books of another desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hand_clock import Clock
from pypdfium2 import PdfDocument

from common.words.troubles import sentence
from desk_app.db.book_counts import BookKey
from desk_app.domain.drafts import BirthDraft
from desk_app.services.access_log import AccessLog
from desk_app.services.book_papers import closing_paper
from desk_app.services.books import (
    Book,
    Span,
    books,
    close_book,
    explain_gap,
    give_book,
    one_book,
    years,
)
from desk_app.services.desk import Desk
from desk_app.services.people import Called
from desk_app.services.registering import Amended, Entered
from desk_app.services.reminders import Reminder, reminders
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

UNIT = "26461"
KEY = BookKey("birth", UNIT, "01/2026", 2026)
BIRTH = BirthDraft(child_name="Trần Minh Khôi", born="9/11/2026", sex="nam", registered_on="20/11/2026")
NAMES = ("Lê Gia Hân", "Phạm Gia Huy", "Đỗ An Nhiên", "Y Bĭ Niê", "Võ Minh Đức", "Hồ Bảo Ngọc")


def enter(desk: Desk, *numbers: str, **more: str) -> list[int]:
    ids = []
    for name, number in zip(NAMES, numbers, strict=False):
        done = desk.register.enter(replace(BIRTH, child_name=name, number=number, **more))
        assert isinstance(done, Entered), done
        ids.append(done.id)
    return ids


def refused(desk: Desk, draft: BirthDraft) -> set[str]:
    done = desk.register.enter(draft)
    assert not isinstance(done, Entered)
    return {one.code for one in done if one.level == "error"}


def at_new_year(clock: Clock) -> None:
    clock.moment = datetime(2027, 1, 3, 9, 0, tzinfo=UTC)


@pytest.fixture
def closed(desk: Desk, clock: Clock) -> Book:
    enter(desk, "1", "2", "4")
    at_new_year(clock)
    return close_book(desk.seat, KEY)


def test_the_books_of_the_running_year_stand_there_before_anything_is_entered(desk: Desk) -> None:
    told = books(desk.seat, 2026)
    assert [(one.key.event, one.key.book, one.entries, one.next_number) for one in told] == [
        (event, "01/2026", 0, "01/2026") for event in ("birth", "marriage", "death")
    ]
    assert (books(desk.seat, 2025), years(desk.seat)) == ((), (2026,))


def test_a_book_tells_its_count_its_gaps_and_what_is_odd(desk: Desk) -> None:
    ids = enter(desk, "3", "07", "8/2026", "12A", "10")
    desk.register.void(ids[1], "gõ nhầm")
    enter(desk, "7")
    book = one_book(desk.seat, KEY)
    assert (book.live, book.void, book.first, book.last, book.next_number) == (5, 1, 3, 10, "11/2026")
    assert book.gaps == (Span(1, 2), Span(4, 6), Span(9, 9))
    assert (book.twice, book.odd, book.voided) == ((7,), ("12A",), ("07",))


def test_a_second_book_of_the_year_goes_on_where_the_first_ended(desk: Desk) -> None:
    enter(desk, "1", "2")
    enter(desk, "3", "5", book="02/2026")
    assert one_book(desk.seat, replace_book("02/2026")).gaps == (Span(4, 4),)


def replace_book(name: str) -> BookKey:
    return BookKey("birth", UNIT, name, 2026)


def test_the_book_of_a_commune_that_is_no_more_stands_apart_under_its_old_name(desk: Desk) -> None:
    units = desk.seat.units
    old = next(code for code in units.predecessors(UNIT) if code != UNIT)
    enter(desk, "5", unit=old, registered_on="20/5/2024", born="9/5/2024")
    enter(desk, "5/2024", book="01/2026")
    told = books(desk.seat, 2024)
    assert [(one.ours, one.unit_name) for one in told] == [
        (True, units.known(UNIT)[-1].full_name),
        (False, units.known(old)[-1].full_name),
    ]
    assert years(desk.seat) == (2026, 2024)


def test_why_a_number_is_missing_is_said_once_and_stays(desk: Desk) -> None:
    enter(desk, "3")
    with pytest.raises(Mistake, match="reason-empty"):
        explain_gap(desk.seat, (KEY, 1, 2), "  ")
    with pytest.raises(Mistake, match="no-such-gap"):
        explain_gap(desk.seat, (KEY, 1, 3), "ghi trước khi có máy")
    explain_gap(desk.seat, (KEY, 1, 2), "ghi trước khi có máy")
    book = one_book(desk.seat, KEY)
    assert (book.gaps, book.unexplained) == ((Span(1, 2, "ghi trước khi có máy"),), ())


def test_a_book_is_closed_once_with_its_count_and_the_journal_tells_it(closed: Book, desk: Desk) -> None:
    assert closed.closed is not None
    assert (closed.closed.live, closed.closed.last, closed.closed.by) == (3, 4, "clerk")
    with pytest.raises(Mistake, match="book-closed-already"):
        close_book(desk.seat, KEY)
    row = AccessLog(desk.seat).rows()[0]
    assert (row.act, row.words, row.number) == ("book-closed", "Khóa sổ", "khai sinh, quyển 01/2026, năm 2026")
    assert desk.care.check() > 0


def test_the_running_year_is_not_closed_before_the_end_of_december(desk: Desk, clock: Clock) -> None:
    with pytest.raises(Mistake) as told:
        close_book(desk.seat, KEY)
    assert sentence(told.value.code, told.value.details).endswith("Khóa được từ ngày 20/12/2026.")
    clock.moment = datetime(2026, 12, 20, 9, 0, tzinfo=UTC)
    assert close_book(desk.seat, KEY).closed


def test_a_book_that_is_not_there_is_not_closed(desk: Desk, clock: Clock) -> None:
    at_new_year(clock)
    with pytest.raises(Mistake, match="no-such-book"):
        close_book(desk.seat, KEY)


def test_a_closed_book_takes_only_what_the_paper_book_has_with_reason_and_number(closed: Book, desk: Desk) -> None:
    late = replace(BIRTH, registered_on="30/11/2026")
    assert refused(desk, late) == {"book-closed"}
    reasoned = replace(late, reasons={"book-closed": "mất điện, ghi tay trước"})
    assert refused(desk, reasoned) == {"book-closed-number"}
    done = desk.register.enter(replace(reasoned, number="3"))
    assert isinstance(done, Entered)
    assert "book-closed" in {one.code for one in done.warnings}
    after = one_book(desk.seat, KEY)
    assert (after.since, after.live, after.closed == closed.closed) == (1, 4, True)
    assert desk.register.show(done.id).reasons == {"book-closed": "mất điện, ghi tay trước"}


def test_a_new_year_begins_its_own_book(closed: Book, desk: Desk) -> None:
    done = desk.register.enter(replace(BIRTH, born="2/1/2027", registered_on="3/1/2027"))
    assert isinstance(done, Entered)
    assert done.number == "01/2027"


def test_what_stands_in_a_closed_book_is_still_amended_and_taken_back(closed: Book, desk: Desk) -> None:
    id = desk.register.find("gia hân")[0].id
    amended = desk.register.amend(id, {"sex": "nữ"}, "gõ nhầm")
    assert not isinstance(amended, tuple)
    other = enter(desk, "1", registered_on="3/1/2027", born="2/1/2027")[0]
    moved = desk.register.amend(
        other, {"registered_on": "30/12/2026", "number": "9", "book": "01/2026", "born": "9/11/2026"}, "nhầm"
    )
    assert isinstance(moved, Amended)
    assert "book-closed" in {one.code for one in moved.warnings}
    assert one_book(desk.seat, KEY).since == 1
    desk.register.void(id, "trùng")
    assert one_book(desk.seat, KEY).void == 1


def test_a_book_of_another_desk_is_refused_by_its_name_until_it_is_taken_back(desk: Desk) -> None:
    give_book(desk.seat, "02/2026", "Quầy 2")
    assert refused(desk, replace(BIRTH, book="02/2026")) == {"book-elsewhere"}
    give_book(desk.seat, "02/2026", "")
    enter(desk, "1", book="02/2026")
    with pytest.raises(Mistake, match="book-in-use"):
        give_book(desk.seat, "02/2026", "Quầy 2")
    with pytest.raises(Mistake, match="book-unnamed"):
        give_book(desk.seat, " ", "Quầy 2")


def cards(seat: Seat, *day: int) -> list[Reminder]:
    with seat.reading() as reading:
        told = reminders(reading, datetime(*day, 9, 0, tzinfo=UTC))  # type: ignore[misc]
    # The page of books also shows the figures of reports, of which another card reminds.
    return [card for card in told if card.goes == "books" and card.icon == "books"]


def test_the_turn_of_the_year_reminds_until_every_book_is_closed(desk: Desk, clock: Clock) -> None:
    enter(desk, "1")
    assert cards(desk.seat, 2026, 12, 19) == []
    (soon,) = cards(desk.seat, 2026, 12, 20)
    assert (soon.title, soon.urgent) == ("Khóa sổ năm 2026: còn 1 quyển", False)
    (late,) = cards(desk.seat, 2027, 1, 5)
    assert late.urgent
    assert len(cards(desk.seat, 2027, 6, 1)) == 1
    at_new_year(clock)
    close_book(desk.seat, KEY)
    assert cards(desk.seat, 2027, 1, 5) == []


def test_old_books_typed_in_later_are_nobodys_reminder(desk: Desk) -> None:
    enter(desk, "1", registered_on="20/5/2025", born="9/5/2025")
    assert cards(desk.seat, 2026, 11, 20) == []


# ---- the paper


def read(pdf: bytes) -> str:
    with PdfDocument(pdf) as document:
        return " ".join(page.get_textpage().get_text_bounded() for page in document).replace("\r\n", " ")


def test_the_paper_says_the_count_in_figures_and_words_and_why_numbers_are_missing(closed: Book, desk: Desk) -> None:
    explain_gap(desk.seat, (KEY, 3, 3), "trang 3 bị mưa ướt, thay bằng số 04")
    desk.people.call("clerk", Called("Nguyễn Thu Hằng", "chị", ""))
    told = read(closing_paper(desk.seat, KEY))
    for words in (
        "KHÓA SỔ ĐĂNG KÝ KHAI SINH NĂM 2026",
        "Quyển số 01/2026",
        "Hôm nay, ngày 03 tháng 01 năm 2027",
        "Tất cả 3 Ba",
        "Số đầu 01, số cuối 04.",
        "Số 03: trang 3 bị mưa ướt, thay bằng số 04",
        "NGƯỜI KHÓA SỔ",
        "Nguyễn Thu Hằng",
    ):
        assert words in told
    assert "Sau khi khóa" not in told


def test_the_paper_of_a_closed_book_keeps_its_count_and_tells_what_came_later(closed: Book, desk: Desk) -> None:
    enter_late(desk)
    desk.register.void(desk.register.find("gia hân")[0].id, "trùng")
    told = read(closing_paper(desk.seat, KEY))
    assert "Tất cả 3 Ba" in told
    assert "Sau khi khóa sổ đã ghi bổ sung 1 việc" in told
    assert "Nay còn 3 việc có giá trị, 1 việc đã bỏ" in told


def enter_late(desk: Desk) -> None:
    late = replace(BIRTH, registered_on="30/11/2026", number="3", reasons={"book-closed": "mất điện"})
    assert isinstance(desk.register.enter(late), Entered)


def test_the_paper_of_an_open_book_says_that_it_is_open(desk: Desk) -> None:
    enter(desk, "3")
    told = read(closing_paper(desk.seat, KEY))
    assert "sổ chưa khóa" in told
    assert "Số 01 đến 02: ...." in told
