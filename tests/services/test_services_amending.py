"""Amending one part of a registration."""

from __future__ import annotations

from dataclasses import replace

from test_services_registering import BIRTH, entered

from desk_app.services.affected import letters_on_change, letters_on_void
from desk_app.services.amending import Found, amend_parts, look_at_change, parts_of
from desk_app.services.desk import Desk
from desk_app.services.history import history_of
from desk_app.services.letter_desk import Wish
from desk_app.services.registering import Amended


def test_the_parts_are_those_of_the_form_as_the_form_shows_them(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    parts = {part.label: part.value for part in parts_of(desk.seat, id)}
    assert (parts["Họ tên trẻ"], parts["Ngày sinh"], parts["Giới tính"]) == ("Nguyễn Trần Minh Anh", "09/11/2026", "nữ")
    assert "Trường hợp" not in parts


def test_one_part_changes_and_the_rest_stays(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    assert isinstance(amend_parts(desk.seat, id, {"sex": "nam"}, "Gõ nhầm"), Amended)
    parts = {part.label: part.value for part in parts_of(desk.seat, id)}
    assert (parts["Giới tính"], parts["Họ tên trẻ"]) == ("nam", "Nguyễn Trần Minh Anh")


def test_what_is_wrong_is_said_in_sentences_and_nothing_is_written(desk: Desk) -> None:
    id = entered(desk.register.enter(BIRTH)).id
    done = amend_parts(desk.seat, id, {"born": "31/02/2026"}, "Gõ nhầm")
    assert done == Found(errors=("Ngày này không có trong lịch: 31/02/2026",))
    assert desk.register.show(id).version == 1


def test_only_what_the_change_brings_is_told_and_a_number_that_is_taken_names_its_holder(desk: Desk) -> None:
    first = entered(desk.register.enter(replace(BIRTH, number="7/2026"))).id
    id = entered(desk.register.enter(replace(BIRTH, child_name="LE GIA HAN", mother_name="Lê Thị Hoa"))).id
    assert look_at_change(desk.seat, id, {"hamlet": "Thôn 1"}) == Found()
    late = look_at_change(desk.seat, id, {"born": "01/01/2026"})
    assert (late.errors, late.warnings) == ((), ("Đăng ký sau 60 ngày: ghi là quá hạn",))
    taken = amend_parts(desk.seat, id, {"number": "07"}, "Gõ nhầm")
    assert isinstance(taken, Found)
    assert (taken.other, taken.alike, len(taken.errors)) == (first, False, 1)
    double = look_at_change(desk.seat, id, {"child_name": BIRTH.child_name, "mother_name": "Trần Thị Ngọc Lan"})
    assert (double.other, double.alike) == (first, True)


def test_the_letters_a_change_touches_are_named_with_what_to_do(desk: Desk) -> None:
    ids = [entered(desk.register.enter(replace(BIRTH, child_name=name))).id for name in ("Lê Hân", "Lê Gia")]
    (made, *_), _ = desk.letters.prepare_pending()
    prepared = "Thư chúc mừng khai sinh, đã soạn, chưa in, chung tờ với Lê Gia: "
    assert letters_on_change(desk.seat, ids[0]) == (f"{prepared}máy soạn lại lúc in.",)
    assert letters_on_void(desk.seat, ids[0]) == (f"{prepared}không in nữa.",)
    desk.letters.printed([made.letter])
    assert "đã in 20/11/2026" in letters_on_change(desk.seat, ids[1])[0]
    desk.letters.delivered([made.letter], "home", "good")
    assert letters_on_change(desk.seat, ids[1])[0].endswith("gọi gia đình; Ctrl+P ở bản ghi in tờ mới rồi đổi tờ cũ.")
    desk.register.void(ids[0], "trùng")
    assert "chung tờ" not in letters_on_void(desk.seat, ids[1])[0]


def test_the_history_holds_every_version_before_and_after_and_every_letter(desk: Desk) -> None:
    id = entered(desk.register.enter(replace(BIRTH, mother_citizen_id="001198000001"))).id
    done, _ = desk.letters.prepare_pending()
    desk.letters.printed([done[0].letter])
    desk.letters.printed([done[0].letter], reason="kẹt giấy")
    change = {"child_name": "Nguyễn Trần Minh Ánh", "mother_citizen_id": "001198000007", "mother_ethnic_group": "Kinh"}
    assert isinstance(amend_parts(desk.seat, id, change, "Giấy tờ gốc khác"), Amended)
    desk.register.void(id, "Ghi thử")
    history = history_of(desk.seat, id)
    told = [(step.what.split(":")[0], step.why) for step in history.steps]
    assert set(told) == {
        *(("Ghi vào sổ", ""), ("Soạn thư", ""), ("In thư", ""), ("In lại thư", "kẹt giấy")),
        *(("Sửa lần 1", "Giấy tờ gốc khác"), ("Bỏ bản", "Ghi thử"), ("Thư không còn tính", "")),
    }
    (amended,) = [step for step in history.steps if step.changes]
    assert [(one.label, one.before, one.after) for one in amended.changes] == [
        ("Họ tên trẻ", "Nguyễn Trần Minh Anh", "Nguyễn Trần Minh Ánh"),
        ("Số định danh của mẹ", "0011••••0001", "0011••••0007"),
        ("Dân tộc của mẹ", "để trống", "đã đổi, phần này được che"),
    ]
    assert all(step.by == "clerk, 09:30 hôm nay" for step in history.steps)


def test_a_letter_opened_in_spite_of_what_held_it_says_why_in_the_history(desk: Desk) -> None:
    id = entered(
        desk.register.enter(replace(BIRTH, declarant_name="Lê Thị Tư", declarant_relation="bà nội, giám hộ"))
    ).id
    desk.letters.prepare([id], Wish(anyway="cơ sở bảo trợ xin"))
    (letter,) = [step for step in history_of(desk.seat, id).steps if step.what.startswith("Soạn thư")]
    assert letter.why.startswith("cơ sở bảo trợ xin (Người giám hộ")
