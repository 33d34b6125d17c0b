"""A sheet beside the register: every row in its pile with its reason, written as one act, taken back as one act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from intake_kit import birth, births

from common.words import intake_desk as words
from desk_app.db.book_counts import BookKey
from desk_app.db.work import Reading
from desk_app.domain.drafts import BirthDraft, MarriageDraft
from desk_app.domain.reading import draft_of
from desk_app.services.books import give_book
from desk_app.services.closings import Closing, keep_closing, keep_elsewhere
from desk_app.services.decided import may_be_twice
from desk_app.services.desk import Desk
from desk_app.services.erasing import Erasing
from desk_app.services.intake import Look, SheetLine, Told
from desk_app.services.letter_values import Prepared, Wish
from desk_app.services.print_desk import PrintDesk
from desk_app.services.registering import Entered
from desk_app.services.trouble import Mistake
from desk_app.services.waiting import waiting_sheets


class StopPressed(Exception):
    """The person at the desk stopped it."""


def everything(desk: Desk) -> tuple[object, ...]:
    """What must not change where nothing is written."""
    with desk.seat.reading() as reading:
        return reading.journal.head(), reading.overview.registrations(), reading.imports.newest(9)


def pile(look: Look, line: int) -> str:
    return next(row.pile for row in look.rows if row.line == line)


def why(look: Look, line: int) -> str:
    return " ".join(told.sentence for row in look.rows if row.line == line for told in row.told)


def named(reading: Reading, number: str) -> int:
    found = reading.registrations.taken("birth", "26461", "01/2026", number, 2026)
    assert found is not None
    return found


def typed(desk: Desk, line: SheetLine) -> int:
    entered = desk.register.enter(BirthDraft(**line.texts))
    assert isinstance(entered, Entered), entered
    return entered.id


def test_looking_at_a_sheet_writes_nothing(desk: Desk) -> None:
    before = everything(desk)
    look = desk.intake.beside(births(3))
    assert look.counts == {"new": 3, "changed": 0, "same": 0, "conflict": 0, "unreadable": 0}
    assert everything(desk) == before


def test_what_was_taken_in_is_the_same_the_next_time_and_a_cell_that_differs_is_told_before_and_after(
    desk: Desk,
) -> None:
    taken = desk.intake.take(desk.intake.beside(births(3)))
    assert (taken.entered, taken.amended, taken.left) == (3, 0, 0)
    shouted = replace(birth(1), texts={**birth(1).texts, "child_name": birth(1).texts["child_name"].upper() + "  "})
    empty = replace(birth(2), texts={**birth(2).texts, "mother_born": ""})
    look = desk.intake.beside([shouted, empty, birth(3, birth_place="Trạm y tế xã"), birth(4)])
    assert [row.pile for row in look.rows] == ["same", "same", "changed", "new"]
    assert [(one.label, one.before, one.after) for one in look.rows[2].changes] == [
        ("Nơi sinh", "Bệnh viện Thử", "Trạm y tế xã")
    ]
    assert look.rows[0].id == 1


def test_nothing_is_overwritten_that_nobody_ticked(desk: Desk) -> None:
    desk.intake.take(desk.intake.beside(births(2)))
    sheet = [birth(1, birth_place="Trạm y tế xã"), birth(2, birth_place="Tại nhà")]
    look = desk.intake.beside(sheet)
    with pytest.raises(Mistake, match="sheet-nothing"):
        desk.intake.take(look)
    taken = desk.intake.take(look, changed=[3])
    assert (taken.entered, taken.amended, taken.left) == (0, 1, 1)
    with desk.seat.reading() as reading:
        told = [draft_of(kept.registration) for kept in reading.registrations.several([1, 2])]
        history = reading.registrations.history(2)
    assert [one.birth_place for one in told] == ["Bệnh viện Thử", "Tại nhà"]
    assert history[-1].reason == "Nhập từ bảng tính ngày 20/11/2026"


def test_a_row_that_needs_a_person_says_why(desk: Desk) -> None:
    desk.intake.take(desk.intake.beside(births(5)))
    desk.register.amend(2, {"birth_place": "Nhà riêng"}, "nhầm nơi sinh")
    desk.register.void(3, "ghi nhầm")
    other = birth(1, child_name="Trần Văn Khác", born="01.10.2026", mother_name="Lý Thị Lạ", father_name="Trần Văn Mới")
    sheet = [other, birth(2), birth(3), birth(6, number="4/2026"), birth(4, birth_place="X"), birth(7, number="5")]
    twice = [replace(birth(8), line=20), replace(birth(8, birth_place="Khác"), line=21)]
    look = desk.intake.beside([*sheet, *twice])
    assert [row.pile for row in look.rows] == ["conflict"] * 5 + ["conflict"] * 3
    assert "đang là" in why(look, 2)
    assert why(look, 3) == words.REASONS["amended-here"]
    assert why(look, 4) == words.REASONS["voided-here"]
    assert "Dòng 21" in why(look, 20)


def test_a_record_typed_here_under_another_number_is_not_entered_twice(desk: Desk) -> None:
    typed(desk, birth(1, number="7/2026"))
    look = desk.intake.beside([birth(1)])
    assert look.rows[0].pile == "conflict"
    assert "số 7/2026" in why(look, 2)


def test_a_row_without_a_number_is_found_by_whom_it_is_about_and_else_gets_the_next_one(desk: Desk) -> None:
    typed(desk, birth(1, number="7/2026"))
    look = desk.intake.beside([birth(1, number=""), birth(2, number="")])
    assert [row.pile for row in look.rows] == ["same", "new"]
    desk.intake.take(look)
    with desk.seat.reading() as reading:
        assert named(reading, "08/2026") == 2


def test_a_book_is_known_by_whatever_zeros_stand_before_it(desk: Desk) -> None:
    typed(desk, birth(1))
    assert desk.intake.beside([birth(1, book="1/2026", number="001")]).rows[0].pile == "same"


def test_a_unit_that_is_not_ours_is_not_read_as_ours(desk: Desk) -> None:
    ours = desk.seat.units.known("26461")[-1].full_name
    look = desk.intake.beside([birth(1, unit=f"UBND {ours}, tỉnh Giả"), birth(2, unit="UBND xã Ở Đâu Đó")])
    assert [row.pile for row in look.rows] == ["new", "unreadable"]
    assert look.rows[1].told[0].field == "unit"


def test_a_marriage_of_long_ago_is_taken_in_though_the_law_refuses_a_fresh_one(desk: Desk) -> None:
    texts = {
        "husband_name": "Nguyễn Văn Thử",
        "husband_born": "1990",
        "wife_name": "Trần Thị Giả",
        "wife_born": "05.06.1993",
        "registered_on": "01.03.2010",
        "number": "3/2010",
        "book": "01/2010",
    }
    with pytest.raises(AssertionError):
        assert isinstance(desk.register.enter(MarriageDraft(**texts)), Entered)
    look = desk.intake.beside(
        [SheetLine(2, "marriage", texts), SheetLine(3, "marriage", {**texts, "husband_born": "31.02.1980"})]
    )
    assert [row.pile for row in look.rows] == ["conflict", "conflict"]
    look = desk.intake.beside(
        [
            SheetLine(2, "marriage", texts),
            SheetLine(3, "marriage", {**texts, "number": "4", "husband_born": "31.02.1980"}),
        ]
    )
    assert [row.pile for row in look.rows] == ["new", "unreadable"]
    desk.intake.take(look)
    with desk.seat.reading() as reading:
        kept = reading.registrations.get(1)
    assert kept is not None
    assert kept.reasons["bride-under-age"] == words.SAID


def test_stopping_leaves_nothing(desk: Desk) -> None:
    look = desk.intake.beside(births(3))
    before = everything(desk)

    def step(done: int, total: int) -> None:
        raise StopPressed

    with pytest.raises(StopPressed):
        desk.intake.take(look, step=step)
    with pytest.raises(StopPressed):
        desk.intake.beside(births(3), step)
    assert everything(desk) == before


def test_a_look_is_refused_once_the_register_has_moved(desk: Desk) -> None:
    look = desk.intake.beside(births(2))
    typed(desk, birth(9))
    with pytest.raises(Mistake, match="sheet-look-again"):
        desk.intake.take(look)


def test_a_look_stands_while_only_letters_are_written_and_falls_when_a_book_is_given_away(desk: Desk) -> None:
    typed(desk, birth(9))
    look, later = desk.intake.beside(births(1)), desk.intake.beside(births(1))
    assert isinstance(desk.letters.prepare([1], Wish()), Prepared)
    assert desk.intake.take(look).entered == 1
    with pytest.raises(Mistake, match="sheet-look-again"):
        desk.intake.take(later)
    further = desk.intake.beside(births(1, first=3))
    give_book(desk.seat, "02/2026", "Quầy 2")
    with pytest.raises(Mistake, match="sheet-look-again"):
        desk.intake.take(further)


def test_an_old_book_asks_for_no_letters_and_its_letters_can_be_written_by_hand(desk: Desk) -> None:
    old, new = births(3, day=date(2026, 9, 30)), births(2, first=4, day=date(2026, 11, 2))
    taken = desk.intake.take(desk.intake.beside([*old, *new]))
    assert taken.waiting == 2
    assert desk.letters.pending() == ((4,), (5,))
    with desk.seat.reading() as reading:
        waiting = waiting_sheets(reading, desk.seat.today(), desk.seat.mourners)
    assert [row.id for sheet in (*waiting.free, *waiting.held) for row in sheet.rows] == [4, 5]
    assert [row.covers for row in PrintDesk(desk.seat).waiting()] == [(4,), (5,)]
    assert isinstance(desk.letters.prepare([1], Wish(anyway="gia đình xin")), Prepared)
    further = desk.intake.take(desk.intake.beside(births(1, first=9)), letters_from=date(2026, 11, 10))
    assert further.waiting == 0


def test_a_sheet_is_taken_back_as_one_act_but_for_what_was_touched_since(desk: Desk) -> None:
    typed(desk, birth(1))
    look = desk.intake.beside([birth(1, birth_place="Trạm y tế xã"), *births(4, first=2)])
    taken = desk.intake.take(look, changed=[2])
    desk.register.amend(2, {"birth_place": "Tại nhà"}, "nhầm")
    desk.register.void(3, "ghi nhầm")
    undone = desk.intake.undo(taken.import_id, "chọn nhầm tệp")
    assert (undone.voided, undone.put_back) == (2, 1)
    assert [(one.id, one.number, one.why) for one in undone.stayed] == [
        (2, "2/2026", "đã sửa sau khi nhập"),
        (3, "3/2026", "đã bỏ trước đó"),
    ]
    with desk.seat.reading() as reading:
        states = [kept.state for kept in reading.registrations.several([1, 2, 3, 4, 5])]
        place = draft_of(reading.registrations.several([1])[0].registration).birth_place
        assert reading.journal.verify() > 0
    assert (states, place) == (["live", "live", "void", "void", "void"], "Bệnh viện Thử")
    (told,) = desk.intake.imports()
    assert (told.entered, told.amended, told.undone_on, len(told.stayed)) == (4, 1, date(2026, 11, 20), 2)
    with pytest.raises(Mistake, match="import-undone"):
        desk.intake.undo(taken.import_id, "lần nữa")


def test_a_sheet_that_was_taken_back_can_be_taken_in_again(desk: Desk) -> None:
    taken = desk.intake.take(desk.intake.beside(births(2)))
    desk.intake.undo(taken.import_id, "chọn nhầm tệp")
    assert desk.intake.beside(births(2)).counts["new"] == 2


def test_three_hundred_rows_are_found_kept_and_searched_like_typed_ones(desk: Desk) -> None:
    sheet = births(300)
    seen: list[tuple[int, int]] = []
    taken = desk.intake.take(desk.intake.beside(sheet), step=lambda done, total: seen.append((done, total)))
    assert (taken.entered, seen[-1]) == (300, (300, 300))
    with desk.seat.reading() as reading:
        assert reading.journal.verify() >= 300
        assert len(list(reading.journal.facts("registered"))) == 300
        assert reading.imports.of_registration(300) == (taken.import_id,)
    name = sheet[299].texts["child_name"]
    assert 300 in [row.id for row in desk.register.find(name)]
    assert typed(desk, birth(301)) == 301
    assert desk.intake.beside(sheet).counts["same"] == 300


def test_what_a_letter_went_out_for_stays_when_the_sheet_is_taken_back(desk: Desk) -> None:
    taken = desk.intake.take(desk.intake.beside(births(3)))
    letters = [desk.letters.prepare([id], Wish()) for id in (1, 2)]
    assert all(isinstance(one, Prepared) for one in letters)
    desk.letters.printed([letters[0].letter])
    undone = desk.intake.undo(taken.import_id, "chọn nhầm tệp")
    assert (undone.voided, [(one.number, one.why) for one in undone.stayed]) == (
        2,
        [("1/2026", "thư đã in hoặc đã trao")],
    )
    with desk.seat.reading() as reading:
        assert [letter.state for letter in reading.overview.letters_newest(9)] == ["printed"]


def test_a_wrong_day_is_told_once_where_it_stands(desk: Desk) -> None:
    cell = Told("born", "Lịch không có ngày 31.02.2026.", "Ngày sinh")
    line = replace(birth(1, born="31.02.2026"), told=(cell, Told("sex", "khác", "Giới tính")))
    assert [one.field for one in desk.intake.beside([line]).rows[0].told] == ["born", "sex"]


def test_words_that_the_family_keeps_to_itself_stay_when_the_sheet_does_not_know_them(desk: Desk) -> None:
    typed(desk, birth(1, father_name="", father_born="", father_residence="", case="father_unknown opted_out"))
    known = birth(1, father_name="", father_born="", father_residence="", case="father_unknown")
    assert desk.intake.beside([known]).rows[0].pile == "same"
    changed = desk.intake.beside([replace(known, texts={**known.texts, "case": "mobile"})])
    assert changed.rows[0].pile == "changed"
    desk.intake.take(changed, changed=[2])
    assert sorted(draft_of(desk.register.show(1).registration).case.split()) == [
        "father_unknown",
        "mobile",
        "opted_out",
    ]


def test_nothing_new_goes_into_a_closed_book_or_one_that_another_desk_writes_in(desk: Desk) -> None:
    key = BookKey("birth", "26461", "01/2026", 2026)
    with desk.seat.work() as work:
        keep_closing(work.office, key, Closing(date(2026, 11, 19), "clerk", 0, 0, 0, None, None))
        keep_elsewhere(work.office, {"02/2026": "Quầy 2"})
        work.commit()
    look = desk.intake.beside([birth(1), birth(2, book="02/2026"), birth(3, book="03/2026")])
    assert [row.pile for row in look.rows] == ["conflict", "conflict", "new"]
    assert "đã khóa ngày 19/11/2026" in why(look, 2)
    assert "Quầy 2" in why(look, 3)


def test_who_was_erased_by_law_is_not_brought_back_by_a_sheet(desk: Desk) -> None:
    desk.intake.take(desk.intake.beside(births(2)))
    Erasing(desk.seat).erase(1, "gia đình xin xóa", "1/2026")
    look = desk.intake.beside(births(2))
    assert [row.pile for row in look.rows] == ["conflict", "same"]
    assert why(look, 2) == words.REASONS["erased-here"]


def test_what_may_stand_twice_is_told_and_waits_for_a_person(desk: Desk) -> None:
    turned = replace(birth(1, born="10.12.2025", number="9/2026"), line=9)
    look = desk.intake.beside([birth(1, born="12.10.2025"), turned])
    assert look.counts["new"] == 2
    desk.intake.take(look)
    with desk.seat.reading() as reading:
        assert may_be_twice(reading) == (2,)
    third = desk.intake.beside([replace(birth(1, born="12.10.2025", number="10/2026"), line=3)])
    assert third.rows[0].pile == "conflict"
    near = desk.intake.beside([birth(1, born="10.12.2025", number="11/2026", mother_name="Lý Thị Lạ")])
    assert near.rows[0].pile == "new"
    assert near.rows[0].told
