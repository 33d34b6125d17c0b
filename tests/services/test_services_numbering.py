"""Sổ cấp số of a real desk: given after signing, running, never twice; gaps, years, clocks; the paper."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pypdfium2
import pytest
from hand_clock import Clock
from numbered_letters import A4, child, printed
from test_services_letters import text_of
from test_services_registering import BIRTH, entered

from common.words import numbering as words
from desk_app.db.journal import Entry
from desk_app.services.access_log import AccessLog
from desk_app.services.delivery_log import ALL, DeliveryLog
from desk_app.services.desk import Desk
from desk_app.services.erasing import Erasing
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.number_paper import number_paper
from desk_app.services.number_signs import NumberSigns, read_sign
from desk_app.services.numbering import NumberBook, number_of
from desk_app.services.trouble import Mistake, Trouble
from exchange.journal import read_line


@pytest.fixture
def book(desk: Desk) -> NumberBook:
    return NumberBook(desk.seat)


def test_a_printed_letter_waits_with_the_next_number_and_gets_it(desk: Desk, book: NumberBook) -> None:
    first, second = printed(desk, 2)
    assert [(row.letter, row.told) for row in book.waiting()] == [(first, "01/TCM-UBND"), (second, "02/TCM-UBND")]
    assert book.give([first], 9) == ("09/TCM-UBND",)
    assert book.give([second]) == ("10/TCM-UBND",)
    assert book.waiting() == ()
    gap, last = book.lines(2026)[2], book.lines(2026)[0]
    assert (last.told, last.letter, gap.told, gap.note) == ("10/TCM-UBND", second, "số 01 đến 08/TCM-UBND", "")
    assert [row.state for row in book.lines(2026, 1)] == ["given", "gap"]
    book.explain(gap, "văn thư cấp cho công văn khác")
    assert book.lines(2026)[2].note == "văn thư cấp cho công văn khác"
    assert [row.told for row in book.lines(2026, 1)] == ["10/TCM-UBND"]
    with desk.seat.reading() as reading:
        assert (number_of(reading, first), number_of(reading, 999)) == ("09/TCM-UBND", "")
    log = DeliveryLog(desk.seat).log("2026", ALL)
    assert sorted(row.told.split(", ")[1] for row in log.rows) == ["số 09/TCM-UBND", "số 10/TCM-UBND"]


def test_a_taken_number_names_the_other_letter_and_nothing_of_a_run_is_kept(desk: Desk, book: NumberBook) -> None:
    first, second, third = printed(desk, 3)
    book.give([second], 2)
    with pytest.raises(Mistake, match="letter-number-taken") as refused:
        book.give([first, third], 1)
    assert refused.value.details["number"] == "02/TCM-UBND"
    assert child(1) in refused.value.details["who"]
    assert {row.letter for row in book.waiting()} == {first, third}
    assert book.give([first, third]) == ("03/TCM-UBND", "04/TCM-UBND")


def test_a_letter_taken_back_keeps_its_number_in_the_book(desk: Desk, book: NumberBook) -> None:
    (first,) = printed(desk)
    book.give([first])
    with desk.seat.reading() as reading:
        (id,) = reading.letters.get(first).covers  # type: ignore[union-attr]
    desk.register.void(id, "ghi thử")
    (line,) = book.lines(2026)
    assert (line.state, line.told) == ("void", "01/TCM-UBND")
    with pytest.raises(Mistake, match="letter-void"):
        book.take_back(first)
    (other,) = printed(desk)
    with pytest.raises(Mistake, match="letter-number-taken") as refused:
        book.give([other], 1)
    assert refused.value.details["void"] == " (bỏ)"
    assert book.give([other]) == ("02/TCM-UBND",)


def test_the_journal_keeps_at_home_what_was_changed(desk: Desk, book: NumberBook) -> None:
    (letter,) = printed(desk)
    book.give([letter], 5)
    book.give([letter], 6)
    assert book.give([letter], 6) == ("06/TCM-UBND",)
    assert book.take_back(letter) == "06/TCM-UBND"
    assert [row.told for row in book.waiting()] == ["01/TCM-UBND"]
    with desk.seat.reading() as reading:
        head = reading.journal.head()[0]
        lines = [read_line(raw) for raw in reading.journal.slice(head - 2, head)]
        home = [json.loads(part.body) for part in reading.journal.home_parts(head - 2, head)]
    assert {line.kind for line in lines} == {"local"}
    assert all(line.figures == {} for line in lines)
    changes = [(part["act"], part["old"], part["new"]) for part in home]
    assert next(row.number for row in AccessLog(desk.seat).rows() if row.act == "numbered") == "06/TCM-UBND"
    assert changes == [
        ("numbered", "", "05/TCM-UBND"),
        ("numbered", "05/TCM-UBND", "06/TCM-UBND"),
        ("numbered", "06/TCM-UBND", ""),
    ]


def test_a_letter_of_the_last_day_of_a_year_is_numbered_in_its_own_year(
    desk: Desk, book: NumberBook, clock: Clock
) -> None:
    clock.moment = datetime(2026, 12, 31, 9, 0, tzinfo=UTC)
    dated, undated = *printed(desk), *printed(desk, 1, replace(A4, undated=True))
    clock.moment = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
    assert [(row.letter, row.told, row.dated) for row in book.waiting()] == [
        (dated, "01/TCM-UBND", date(2026, 12, 31)),
        (undated, "01/TCM-UBND", date(2027, 1, 4)),
    ]
    with pytest.raises(Mistake, match="numbers-mixed"):
        book.give([dated, undated], 7)
    with pytest.raises(Mistake, match="number-day"):
        book.give([undated], day=date(2026, 12, 30))
    with pytest.raises(Mistake, match="number-day"):
        book.give([undated], day=date(2027, 1, 5))
    assert book.give([dated, undated]) == ("01/TCM-UBND", "01/TCM-UBND")
    assert book.years() == (2027, 2026)
    assert [book.lines(year)[0].letter for year in book.years()] == [undated, dated]


def test_a_clock_set_back_gives_no_day_before_the_letter(desk: Desk, book: NumberBook, clock: Clock) -> None:
    (letter,) = printed(desk, 1, replace(A4, undated=True))
    clock.moment -= timedelta(days=400)
    with pytest.raises(Mistake, match="number-day"):
        book.give([letter], day=desk.seat.today())
    assert book.give([letter]) == ("01/TCM-UBND",)
    assert book.lines(2026)[0].letter == letter


def test_a_reason_stays_with_what_is_left_of_a_gap(desk: Desk, book: NumberBook) -> None:
    first, second = printed(desk, 2)
    book.give([first], 9)
    book.explain(book.lines(2026)[1], "công văn khác")
    book.give([second], 4)
    assert [(row.told, row.note) for row in book.lines(2026) if row.state == "gap"] == [
        ("số 05 đến 08/TCM-UBND", "công văn khác"),
        ("số 01 đến 03/TCM-UBND", "công văn khác"),
    ]


def test_of_whom_the_law_had_erased_only_the_number_is_left(desk: Desk, book: NumberBook) -> None:
    (letter,) = printed(desk)
    book.give([letter])
    with desk.seat.reading() as reading:
        (id,) = reading.letters.get(letter).covers  # type: ignore[union-attr]
        number = reading.registrations.get(id).registration.number  # type: ignore[union-attr]
    name = book.lines(2026)[0].who
    Erasing(desk.seat).erase(id, "người dân yêu cầu", number)
    (line,) = book.lines(2026)
    assert (line.told, line.who) == ("01/TCM-UBND", words.ERASED)
    paper = text_of(number_paper(desk.seat, 2026))
    assert "01/TCM-UBND" in paper
    assert name not in paper


def test_what_is_not_printed_and_what_no_number_can_be_is_refused(desk: Desk, book: NumberBook) -> None:
    result = desk.letters.prepare([entered(desk.register.enter(BIRTH)).id], A4)
    assert isinstance(result, Prepared)
    for number, code in ((None, "letter-not-printed"), (0, "number-odd"), (100_000, "number-odd")):
        with pytest.raises(Mistake, match=code):
            book.give([result.letter], number)
    assert book.waiting() == ()


def test_cards_wait_only_where_the_office_numbers_them_and_nothing_where_it_numbers_nothing(
    desk: Desk, book: NumberBook
) -> None:
    signs = NumberSigns(desk.seat)
    (card,) = printed(desk, 1, Wish())
    assert book.waiting() == ()
    signs.use_on_cards(True)
    signs.put_sign("birth", " tcm – vp ")
    assert [(row.letter, row.told) for row in book.waiting()] == [(card, "01/TCM-VP")]
    signs.use(False)
    assert book.waiting() == ()
    with pytest.raises(Mistake, match="numbers-not-used"):
        book.give([card])
    with pytest.raises(Trouble, match="not-allowed"):
        NumberSigns(replace(desk.seat, role="clerk")).use(True)


def test_the_line_on_the_sheet_is_as_the_office_says(desk: Desk) -> None:
    signs = NumberSigns(desk.seat)

    def number_line() -> str:
        (letter,) = printed(desk)
        lines = text_of(desk.letters.pdf([letter])).splitlines()
        return next((" ".join(line.split()) for line in lines if line.startswith("Số:")), "")

    assert number_line() == "Số: /TCM-UBND"
    signs.put_sign("birth", "UBND-VP")
    assert number_line() == "Số: /UBND-VP"
    signs.use(False)
    assert number_line() == ""


@pytest.mark.parametrize(("typed", "sign"), [("tcơ-ubnd", "TCƠ-UBND"), ("/TXL – UBND", "TXL-UBND"), ("UBND", "UBND")])
def test_a_sign_is_tidied(typed: str, sign: str) -> None:
    assert read_sign(typed) == sign


@pytest.mark.parametrize("typed", ["TCM_UBND", "-UBND", "05/TCM", "T" * 30, "TCM UBND"])
def test_a_sign_that_cannot_be_is_named(typed: str) -> None:
    with pytest.raises(Mistake, match="number-sign"):
        read_sign(typed)


def test_the_paper_has_every_number_gap_and_void_one_its_totals_and_numbered_pages(
    desk: Desk, book: NumberBook
) -> None:
    for place, letter in enumerate(printed(desk, 14), start=1):
        book.give([letter], 2 * place)
    pdf = number_paper(desk.seat, 2026)
    texts = [" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(pdf)]
    whole = " ".join(texts)
    assert len(texts) >= 2
    assert texts[1].startswith("2 ")
    assert all("Số, ký hiệu" in text for text in texts)
    assert all(f"{number:02d}/TCM-UBND" in whole for number in range(1, 29))
    assert "Cộng: 14 số đã cấp, 0 thư bỏ, 14 chỗ trống số." in whole
    assert "số 01/TCM-UBND" not in whole, "a number that is not used is written as the others"
    assert "SỔ CẤP SỐ THƯ" in texts[0]
    assert [(note.act, note.what) for note in desk.seat.sitting.notes][-1] == ("numbers-paper", "2026")
    assert number_paper(desk.seat, 2026) == pdf


def test_after_a_restore_it_is_told_that_the_paper_book_knows_more(desk: Desk, book: NumberBook, clock: Clock) -> None:
    assert not book.restored()
    with desk.seat.work() as work:
        figures = {"epoch": work.raise_epoch(), "backup_date": "2026-11-01"}
        work.journal.append(Entry("restored", desk.seat.today(), desk.seat.subject(), 1, figures, None, None))
        work.commit()
    assert book.restored()
    clock.moment += timedelta(days=32)
    assert not book.restored()
