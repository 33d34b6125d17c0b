"""Special cases set and cleared on a record that stands: the rules of the form, before and after, letters, wishes."""

from __future__ import annotations

from dataclasses import replace

from test_services_registering import BIRTH, entered

from desk_app.services.amending import (
    amend_parts,
    changes_of,
    circumstances_of,
    letters_of_change,
    look_at_change,
)
from desk_app.services.desk import Desk
from desk_app.services.opt_outs import OptOutDesk
from desk_app.services.registering import Amended
from desk_app.services.waiting import waiting_sheets


def told(desk: Desk, id: int, values: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(one.label, one.before, one.after) for one in changes_of(desk.seat, id, values)]


def test_a_case_is_set_and_cleared_with_its_reason_and_both_are_told_before_and_after(desk: Desk) -> None:
    id = entered(desk.register.enter(replace(BIRTH, father_name="", father_born=""))).id
    assert circumstances_of(desk.seat, id) == ("birth", {"case": "", "registration_type": ""})
    change = {"case": "father_unknown mobile", "registration_type": "2"}
    assert told(desk, id, change) == [
        ("Loại đăng ký", "Theo ngày đăng ký, máy tự tính", "Đăng ký lại"),
        ("Trường hợp", "để trống", "chưa xác định cha, đăng ký lưu động"),
    ]
    assert isinstance(amend_parts(desk.seat, id, change, "Gõ nhầm"), Amended)
    assert desk.register.show(id).registration.cases == {"father_unknown", "mobile"}
    back = {"case": "father_unknown", "registration_type": ""}
    assert isinstance(amend_parts(desk.seat, id, back, "Gõ nhầm"), Amended)
    kept = desk.register.show(id).registration
    assert (kept.cases, kept.registration_type) == ({"father_unknown"}, 1)


def test_the_rules_of_the_form_speak_here_as_well(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    (warned,) = look_at_change(desk.seat, id, {"case": "father_unknown"}).warnings
    assert "cha" in warned
    gone = {"case": "father_unknown", "father_name": "", "father_born": ""}
    assert look_at_change(desk.seat, id, gone).warnings == ()
    assert look_at_change(desk.seat, id, {"registration_type": "9"}).errors


def test_a_case_that_holds_the_letter_is_said_before_and_the_sheet_no_longer_waits_for_the_printer(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    (made, *_), _ = desk.letters.prepare_pending()
    seat = desk.seat
    assert letters_of_change(seat, id, {"hamlet": "Thôn 1"})[0].endswith(": máy soạn lại lúc in.")
    assert letters_of_change(seat, id, {"case": "abandoned"})[0].endswith(": giữ lại, chờ anh chị xem rồi quyết định.")
    assert letters_of_change(seat, id, {"case": "opted_out"})[0].endswith(": không in nữa.")
    assert isinstance(amend_parts(seat, id, {"case": "abandoned"}, "Giấy tờ gốc khác"), Amended)
    with seat.reading() as reading:
        waiting = waiting_sheets(reading, seat.today(), seat.mourners)
    assert ([one.letter for one in waiting.free], [one.letter for one in waiting.held]) == ([], [made.letter])
    assert isinstance(amend_parts(seat, id, {"case": "opted_out"}, "Gia đình đề nghị"), Amended)
    with seat.reading() as reading:
        waiting = waiting_sheets(reading, seat.today(), seat.mourners)
    assert (waiting.free, waiting.held) == ((), ())


def test_the_wish_for_no_letter_comes_and_goes_with_its_case_but_never_comes_back_with_another_slip(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    seat, wishes = desk.seat, OptOutDesk(desk.seat)
    assert isinstance(amend_parts(seat, id, {"case": "opted_out"}, "Gia đình đề nghị"), Amended)
    assert wishes.stands(id)
    wishes.take_back(id)
    assert isinstance(amend_parts(seat, id, {"hamlet": "Thôn 1"}, "Gõ nhầm"), Amended)
    assert not wishes.stands(id)
    wishes.keep(id)
    other = entered(desk.register.enter(replace(BIRTH, child_name="Nguyễn Trần Minh Khôi", twin_group="a"))).id
    assert isinstance(amend_parts(seat, id, {"case": ""}, "Gia đình đề nghị"), Amended)
    assert not wishes.stands(other)
    assert not wishes.stands(id)
