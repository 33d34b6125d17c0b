"""What was chosen for a letter stays with it, is never lost, and never takes a sheet out of a family's hands."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from test_services_letters import DEATH, prepared
from test_services_registering import BIRTH, entered

from desk_app.domain.office import Signatory
from desk_app.services.desk import Desk
from desk_app.services.erasing import Erasing
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.office import keep_signatories, read_signatories
from desk_app.services.print_desk import PrintDesk
from desk_app.services.wishing import WAITING

LINE = "Xã gửi tặng cháu một cây bưởi."
ALL = Wish(
    template="birth-official",
    free_line=LINE,
    choices=frozenset({"to-mother"}),
    addresses={"mother": "bà"},
    english=True,
    undated=True,
)


def sides(pdf: bytes) -> list[str]:
    """The text of every page, line ends as spaces."""
    pages = pypdfium2.PdfDocument(pdf)
    return [" ".join(str(page.get_textpage().get_text_range()).split()) for page in pages]


def sheet(desk: Desk, letter: int) -> str:
    return sides(desk.letters.pdf([letter]))[0]


def test_everything_wished_stands_on_the_sheet_and_on_its_back(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    letter = prepared(desk.letters.prepare([id], ALL)).letter
    front, back = sides(desk.letters.pdf([letter]))
    assert "Thân gửi: Bà Trần Thị Ngọc Lan" in front
    assert "Văn Bình" not in front + back
    assert LINE in front
    assert "ngày tháng năm 2026" in front
    assert back.startswith("A translation for the family Dear Trần Thị Ngọc Lan,")
    assert sides(desk.letters.backs_of([letter])) == [back]


def test_a_letter_wished_in_other_words_is_another_letter_and_the_same_wish_the_same(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    plain = prepared(desk.letters.prepare([id], Wish())).letter
    first = prepared(desk.letters.prepare([id], Wish(free_line=LINE)))
    assert (first.letter != plain, first.again) == (True, False)
    assert LINE in sheet(desk, first.letter)
    for again in (Wish(free_line=f" {LINE} "), Wish()):
        assert prepared(desk.letters.prepare([id], again)).letter == first.letter
    usual = prepared(desk.letters.prepare([id], Wish(whole=True))).letter
    assert LINE not in sheet(desk, usual)
    with desk.seat.reading() as reading:
        assert [kept.id for kept in reading.letters.of_registration(id) if kept.state != "void"] == [usual]


def test_nothing_chosen_is_lost_when_the_letter_is_written_anew(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    prepared(desk.letters.prepare([id], ALL))
    desk.register.amend(id, {"child_name": "Nguyễn Trần Minh Ánh"}, "gõ nhầm")
    (anew,), held = desk.letters.prepare_pending()
    assert held == ()
    front, back = sides(desk.letters.pdf([anew.letter]))
    assert ("MINH ÁNH" in front, LINE in front, "MINH ÁNH" in back) == (True, True, True)
    desk.register.amend(id, {"child_name": "Nguyễn Trần Minh Anh"}, "gõ nhầm")
    table = PrintDesk(desk.seat)
    (row,) = table.waiting()
    assert row.note == "chúc mừng, khổ A4"
    assert "Bà Trần Thị Ngọc Lan" in sides(table.sheet(row, "black").pdf)[0]
    (printed,) = table.prepare([row]).letters
    assert LINE in sheet(desk, printed)


def test_a_sheet_on_paper_is_replaced_by_other_words_only_for_a_reason(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    first = prepared(desk.letters.prepare([id], Wish())).letter
    desk.letters.printed([first])
    for state, reason in (("printed", "printed-otherwise"), ("delivered", "given-otherwise")):
        if state == "delivered":
            desk.letters.delivered([first], "home", "good")
        held = desk.letters.prepare([id], Wish(free_line=LINE))
        assert isinstance(held, tuple)
        assert [(one.code, one.details["reason"]) for one in held] == [("letter-held", reason)]
        assert prepared(desk.letters.prepare([id], Wish())).letter == first, "nothing was kept of what was refused"
    opened = prepared(desk.letters.prepare([id], Wish(free_line=LINE, anyway="gia đình xin đổi lời")))
    assert opened.letter != first


def test_what_was_chosen_waits_with_a_letter_that_is_held_back(desk: Desk) -> None:
    id = entered(desk.register.enter(replace(DEATH, cause="tự tử"))).id
    wish = Wish(choices=frozenset({"other-faith", "lunar-date"}), free_line="Xóm làng luôn ở bên.")
    assert isinstance(desk.letters.prepare([id], wish), tuple)
    (row,) = PrintDesk(desk.seat).waiting()
    assert "tưởng nhớ cụ" in sides(PrintDesk(desk.seat).sheet(row, "black").pdf)[0]
    (letter,) = PrintDesk(desk.seat).prepare([row], "gia đình mong nhận thư").letters
    text = sheet(desk, letter)
    assert "(tức ngày 27 tháng 9 năm Bính Ngọ)" in text
    assert "Xóm làng luôn ở bên." in text
    with desk.seat.reading() as reading:
        assert json.loads(reading.office.get(WAITING) or "{}") == {}


@pytest.mark.parametrize("way", ["erased", "voided"])
def test_what_was_chosen_goes_with_the_record(desk: Desk, way: str) -> None:
    saved = entered(desk.register.enter(replace(DEATH, cause="tự tử")))
    desk.letters.prepare([saved.id], Wish(free_line="Xóm làng luôn ở bên."))
    with desk.seat.reading() as reading:
        assert "Xóm làng" in (reading.office.get(WAITING) or "")
    if way == "erased":
        Erasing(desk.seat).erase(saved.id, "Gia đình đề nghị", saved.number)
    else:
        desk.register.void(saved.id, "ghi trùng")
    with desk.seat.reading() as reading:
        assert reading.office.get(WAITING) == "{}"


def test_what_was_chosen_for_a_letter_held_back_can_be_given_up_again(desk: Desk) -> None:
    id = entered(desk.register.enter(replace(DEATH, cause="tự tử"))).id
    desk.letters.prepare([id], Wish(free_line="Xóm làng luôn ở bên."))
    desk.letters.prepare([id], Wish(whole=True))
    assert desk.letters.chosen([id]).body == {}


def test_one_of_several_signs_by_name_and_nobody_whose_time_is_over(desk: Desk) -> None:
    deputy = Signatory("Vũ Thị Thanh Hà", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), date(2025, 1, 1), date(2026, 11, 30))
    with desk.seat.work() as work:
        keep_signatories(work.office, (deputy, *read_signatories(work.office)))
        work.commit()
    id = entered(desk.register.enter(BIRTH)).id
    usual = sheet(desk, prepared(desk.letters.prepare([id], Wish())).letter)
    chosen = sheet(desk, prepared(desk.letters.prepare([id], Wish(signatory=deputy.name))).letter)
    assert (deputy.name in usual, deputy.name in chosen, "KT. CHỦ TỊCH" in chosen) == (False, True, True)
    refused = desk.letters.prepare([id], Wish(signatory="Ai Đó"))
    assert isinstance(refused, tuple)
    assert [(one.field, one.code, one.details["name"]) for one in refused] == [
        ("signatory", "letter-signs-no-more", "Ai Đó")
    ]


@pytest.mark.parametrize(
    "wish",
    [
        Wish(choices=frozenset({"elderly-couple"})),
        Wish(choices=frozenset({"to-mother", "to-father"})),
        Wish(addresses={"couple": "ông bà"}),
        Wish(addresses={"mother": "bà " * 9}),
    ],
)
def test_a_choice_that_this_letter_does_not_have_is_named_and_changes_nothing(desk: Desk, wish: Wish) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    refused = desk.letters.prepare([id], wish)
    assert isinstance(refused, tuple)
    assert [one.code for one in refused] == ["letter-choice-elsewhere"]
    assert isinstance(desk.letters.prepare([id], Wish()), Prepared)


def test_a_draft_keeps_all_that_was_chosen_over_a_power_cut(desk: Desk) -> None:
    desk.drafts.keep("d1", BIRTH, ALL)
    (found,) = desk.drafts.unfinished()
    assert (found.free_line, found.wish.body, found.draft) == (LINE, ALL.body, BIRTH)
