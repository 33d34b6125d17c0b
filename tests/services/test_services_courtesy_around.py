"""A letter of thanks or apology through the whole desk: queues, lists, papers, a restore, and erasing by law."""

from __future__ import annotations

from dataclasses import replace

import pytest
from courtesy_cases import apology, thanks, written
from decrypted import plain_pages
from test_services_after_restore import Bench, bench
from test_services_letters import prepared
from test_services_registering import BIRTH

from desk_app.services.about_person import AboutPerson, lines_of
from desk_app.services.access_log import AccessLog
from desk_app.services.courtesy_behind import Behind
from desk_app.services.courtesy_record import courtesy_history
from desk_app.services.delivery import Delivery, Given
from desk_app.services.elsewhere import DRAFTS, LETTERS
from desk_app.services.entering_again import EnteringAgain
from desk_app.services.genuine import Genuine
from desk_app.services.glance import glance
from desk_app.services.handover import handover
from desk_app.services.letter_desk import Wish
from desk_app.services.lookup import Lookup
from desk_app.services.numbering import NumberBook
from desk_app.services.print_desk import PrintDesk
from desk_app.services.print_question import OpenQuestion, PrintQuestion
from desk_app.services.privacy_papers import about_pdf, destroy_pdf, receipt_pdf
from desk_app.services.today import Today
from desk_app.services.trouble import Mistake, Trouble

__all__ = ["bench"]
REASON = "Người nhận đề nghị"


def rows(desk, queue):
    found = next(one for one in Today(desk.seat).queues() if one.id == queue)
    return [(row.who, row.second, row.tag.words, row.todo, row.due, row.covers) for row in found.rows], found.count


def test_it_waits_for_the_printer_then_for_a_signature_then_to_be_handed_over(desk, clock):
    desk.register.enter(BIRTH)
    letter = written(desk.courtesy.prepare(apology()))
    (first, other), count = rows(desk, "print")
    about = "hồ sơ H99.12-261112-0047, hẹn 18/11/2026, hẹn lại 30/12/2026"
    assert (first, count) == (("Bà Hoàng Thị Vân", about, "Thư xin lỗi", "In thư xin lỗi", "hôm nay", ()), 2)
    assert other[2] == "Khai sinh"
    desk.letters.printed([letter])
    assert [row[:4] for row in rows(desk, "sign")[0]] == [(*first[:3], "Trình ký, đóng dấu")]
    clock.forward(days=8)
    lying, _ = rows(desk, "hand")
    assert [(row[0], row[3], row[4]) for row in lying] == [("Bà Hoàng Thị Vân", "Trao cho gia đình", "8 ngày")]
    assert next(one for one in Today(desk.seat).queues() if one.id == "hand").late
    desk.letters.delivered([letter], "home", "good")
    assert rows(desk, "hand") == ([], 0)
    assert "trao 1 thư" in Today(desk.seat).day_summary()


def test_the_printing_table_has_it_with_its_page(desk):
    letter = written(desk.courtesy.prepare(thanks()))
    table = PrintDesk(desk.seat)
    (row,) = table.waiting()
    assert (row.covers, row.letter, row.event, row.title) == ((), letter, "thanks", "Gia đình ông Đinh Văn Sơn")
    sheet = table.sheet(row, "colour")
    assert (sheet.pdf[:4], sheet.stops, sheet.code) == (b"%PDF", (), "")
    assert table.prepare([row]).letters == (letter,)
    assert glance(desk.seat, (), letter).pixels


def test_it_is_found_by_addressee_file_and_in_the_list_of_letters(desk):
    desk.register.enter(BIRTH)
    one, two = written(desk.courtesy.prepare(thanks())), written(desk.courtesy.prepare(apology()))
    look = Lookup(desk.seat)
    for text, found in (
        ("dinh van son", [one]), ("son dinh", [one]), ("hoàng", [two]), ("H99.12-261112", [two]),
        ("Khiêm", []), ("son hoang", []),
    ):  # fmt: skip
        assert [hit.id for hit in look.find(text).letters] == found, text
        assert [hit.id for hit in look.elsewhere(LETTERS, text, 10).hits] == found, text
    every = look.elsewhere(LETTERS, "", 10).hits
    assert [(hit.id, hit.record) for hit in every] == [(two, 0), (one, 0)]
    assert every[1].names == "Thư cảm ơn gửi gia đình ông Đinh Văn Sơn"
    record = look.letter(two)
    assert (record.event, record.title, record.live) == ("apology", "Bà Hoàng Thị Vân", True)
    assert ("Hẹn lại", "30/12/2026") in record.facts
    desk.courtesy.take_back(two, "gõ nhầm tên")
    gone = look.letter(two)
    assert (gone.live, gone.letters, gone.done[-1].more) == (False, (), "gõ nhầm tên")
    assert [step.why for step in courtesy_history(desk.seat, two).steps] == ["", "gõ nhầm tên"]
    assert look.find("Hoàng Thị Vân").letters == ()
    with pytest.raises(Mistake, match="not-a-courtesy"):
        look.letter(prepared(desk.letters.prepare([1], Wish())).letter)


def test_a_draft_of_it_is_one_like_every_other(desk):
    desk.drafts.keep("d1", apology(kind="late", why=""))
    (row,) = next(one for one in Today(desk.seat).queues() if one.id == "draft").rows
    assert (row.who, row.tag.words) == ("Hoàng Thị Vân", "Thư xin lỗi")
    assert [hit.id for hit in Lookup(desk.seat).elsewhere(DRAFTS, "trích lục", 5).hits] == ["d1"]
    assert handover(desk.seat, desk.seat.user).drafts == 1
    assert any("Thư xin lỗi" in card.text for card in Today(desk.seat).view().reminders)


def test_a_person_is_told_of_the_letters_to_their_name(desk):
    letter = written(desk.courtesy.prepare(apology(to_name="Trần Thị Mai")))
    desk.letters.printed([letter])
    noted_beside(desk, letter, "Trần Thị Mai")
    asking = AboutPerson(desk.seat)
    told = asking.tell(asking.sought(name="trần thị mai", born="1990"))
    assert ([one.id for one in told.letters], told.records) == ([letter], ())
    said = lines_of(told)
    assert "  Mã hồ sơ: H99.12-261112-0047" in said
    for line in ("Số của thư: 03/TXL-UBND", "Cùng trao: Hội Khuyến học", "Minh chứng khi trao: album 17, Trần Thị Mai"):
        assert f"  {line}" in said
    assert "  Thư trả lại: ngày 20/11/2026, Trần Thị Mai đi vắng" in said
    assert about_pdf(desk.seat, told).startswith(b"%PDF")
    assert asking.tell(asking.sought(name="Trần Thị Mai Anh", born="1990")).letters == ()


def test_after_a_restore_the_letter_that_its_family_holds_is_given_back(bench: Bench) -> None:
    copy = bench.copy()
    lost = written(bench.desk.courtesy.prepare(apology()))
    bench.desk.letters.printed([lost])
    bench.desk.letters.delivered([lost], "home", "good")
    with bench.desk.seat.reading() as reading:
        code = reading.letters.get(lost).code
    assert code
    opened = bench.sent()
    bench.back(copy)
    bench.desk.month.receive(bench.office.receipt(opened, forks=(bench.lost(opened, 2),)))
    acts, (one,) = EnteringAgain(bench.desk.seat), bench.waiting()
    assert (one.kind, one.event, acts.candidates(one)) == ("letter", "apology", ())
    Today(bench.desk.seat).view()
    anew = written(bench.desk.courtesy.prepare(apology()))
    assert [(each.id, each.words) for each in acts.candidates(one)] == [(anew, "Bà Hoàng Thị Vân")]
    back = acts.give_back(one.id, anew)
    with bench.desk.seat.reading() as reading:
        kept, given = reading.letters.get(anew), reading.letters.get(back.letter)
    assert (kept.state, given.state, given.code, given.way) == ("void", "delivered", code, "home")
    assert bench.waiting() == ()
    asking = AboutPerson(bench.desk.seat)
    assert back.letter in [letter.id for letter in asking.tell(asking.sought(code=code)).letters]
    told = Genuine(bench.desk.seat).look(code)
    assert (told.code, told.letter, told.record) == ("ours", back.letter, -back.letter)


def test_one_that_nobody_needs_again_is_dismissed(bench: Bench) -> None:
    copy = bench.copy()
    written(bench.desk.courtesy.prepare(thanks()))
    opened = bench.sent()
    bench.back(copy)
    bench.desk.month.receive(bench.office.receipt(opened, forks=(bench.lost(opened, 2),)))
    (one,) = bench.waiting()
    EnteringAgain(bench.desk.seat).dismiss(one.id, "chưa in")
    assert bench.waiting() == ()


def noted_beside(desk, letter, name):
    """A number with a gap before it, its reason typed with a name; handed over, come back; read aloud at a ceremony."""
    book = NumberBook(desk.seat)
    book.give([letter], first=3)
    (gap,) = [line for line in book.lines(2026) if line.state == "gap"]
    book.explain(gap, f"viết hỏng tờ của {name}, tang so 4")
    desk.letters.delivered([letter], "home", "good")
    Delivery(desk.seat).hand_over([letter], Given("home", "good", "Hội Khuyến học", f"album 17, {name}"))
    Delivery(desk.seat).came_back([letter], f"{name} đi vắng")


def test_nothing_of_an_erased_letter_is_left_in_any_page_of_the_file(desk, desk_folder):
    first = written(desk.courtesy.prepare(apology(why="Trục trặc đường truyền Quỳnh Lưu")))
    desk.courtesy.keep("d1", apology(), Behind(first))
    letter = written(desk.courtesy.prepare(apology(), "d1", itself=first))
    desk.letters.printed([letter])
    desk.letters.printed([letter], reason="Vân xin thêm một tờ")
    other = written(desk.courtesy.prepare(thanks()))
    noted_beside(desk, letter, "Hoàng Thị Vân")
    file, parts = (
        desk_folder / "register.db",
        (b"hoang thi van", "Vân".encode(), "Quỳnh Lưu".encode(), b"261112-0047", b"album 17", b"tang so 4"),
    )
    desk.seat.register.scrub()
    before = plain_pages(file, desk.people.data_key)
    assert all(part in before for part in parts)
    ahead = desk.courtesy.look_at_erasing(letter)
    assert (ahead.number, ahead.event, ahead.letters) == (str(letter), "apology", 2)
    done = desk.courtesy.erase(letter, REASON, "hoàng thị vân")
    after = plain_pages(file, desk.people.data_key)
    assert [part for part in parts if part in after] == []
    assert "Sơn".encode() in after
    assert [line.note for line in NumberBook(desk.seat).lines(2026) if line.state == "gap"] == ["Đã xóa theo luật"]
    assert (done.letters, done.scrubbed, desk.care.check() > 0) == (2, True, True)
    assert next((row.act, row.number) for row in AccessLog(desk.seat).rows()) == ("erased", "")
    Today(desk.seat).view()
    look = Lookup(desk.seat)
    assert [hit.id for hit in look.elsewhere(LETTERS, "", 10).hits] == [other]
    assert look.letter(letter).title == "Nội dung đã xóa theo luật"
    for paper in (receipt_pdf(desk.seat, done), destroy_pdf(desk.seat, done)):
        assert paper.startswith(b"%PDF")
    with pytest.raises(Mistake, match="letter-erased"):
        desk.courtesy.erase(letter, REASON, "x")


@pytest.mark.parametrize(
    ("reason", "typed", "code"),
    [
        (" ", "Hoàng Thị Vân", "reason-empty"),
        (REASON, "Hoàng Thị", "erase-not-confirmed"),
        ("bà Hoàng Thị Vân đề nghị", "Hoàng Thị Vân", "erase-reason-names"),
    ],
)
def test_erasing_asks_for_a_reason_without_a_name_and_a_confirmation(desk, reason, typed, code):
    letter = written(desk.courtesy.prepare(apology()))
    with pytest.raises(Mistake, match=code):
        desk.courtesy.erase(letter, reason, typed)


def test_what_is_unfinished_stands_in_the_way_of_erasing_and_a_clerk_may_not(desk):
    letter = written(desk.courtesy.prepare(apology()))
    desk.drafts.keep("d1", apology())
    with pytest.raises(Mistake, match="erase-draft-open"):
        desk.courtesy.look_at_erasing(letter)
    desk.drafts.drop("d1")
    PrintQuestion(desk.seat).keep(OpenQuestion((letter,), 1, ""))
    with pytest.raises(Mistake, match="erase-sheets-open"):
        desk.courtesy.look_at_erasing(letter)
    with pytest.raises(Trouble, match="not-allowed"):
        replace(desk.courtesy, seat=replace(desk.seat, role="clerk")).erase(letter, REASON, "x")
