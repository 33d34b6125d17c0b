"""The three forms under a clerk's hands: real key events on a real desk, scans among them."""

from __future__ import annotations

import os

import pytest
from form_hands import CTRL, FATHER, MOTHER, Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QRadioButton, QWidget

from desk_app import paths
from desk_app.services.desk import Desk
from desk_app.ui.form.form_page import FormPage
from desk_app.ui.form.section_part import SectionHeading
from desk_app.ui.theme.look import dress


def test_a_birth_with_two_scans_goes_from_the_first_key_to_its_letter(hands: Hands, desk: Desk) -> None:
    hands.page.arrive(event="birth")
    hands.type("Nguyễn Trần Minh Anh\n9/11/2026\n2\n")
    assert hands.at() == "birth_place"
    hands.scan(MOTHER)
    hands.chord(Qt.Key.Key_F6)
    hands.scan(FATHER)
    hands.chord(Qt.Key.Key_F7)
    hands.chord(Qt.Key.Key_P, CTRL)
    assert hands.went == [("printing", {"registrations": (1,)})]
    kept = desk.register.show(1)
    assert [person.name.text for person in kept.registration.people()] == [
        "Nguyễn Trần Minh Anh",
        "Trần Thị Ngọc Lan",
        "Nguyễn Văn Bình",
    ]
    assert hands.strokes <= 60
    assert hands.page.form.bar.title.text() == "Đã lưu số 01/2026."


def test_the_raw_text_of_a_scan_never_stands_in_a_field_and_its_enter_moves_nothing(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    seen: list[str] = []
    for line in hands.page.form.findChildren(QLineEdit):
        line.textChanged.connect(seen.append)
    hands.type("Lê An")
    hands.scan(MOTHER)
    assert hands.at() == "child_name"
    assert seen == ["L", "Lê", "Lê ", "Lê A", "Lê An"]
    hands.type("\n")
    assert hands.at() == "child_name"
    hands.type("h\n")
    assert hands.at() == "born"
    assert hands.text("child_name") == "Lê Anh"


def test_a_number_typed_fast_still_reaches_its_field(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    hands.page.form.sections.focus("mother_citizen_id")
    hands.type("001198000002")
    hands.bot.waitUntil(lambda: hands.text("mother_citizen_id") == "001198000002")
    hands.type("\n")
    assert hands.at() == "father_name"


def test_digits_that_are_still_held_stay_in_the_field_they_were_typed_in(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    hands.page.form.sections.focus("born")
    hands.type("9/11/2026")
    hands.page.form.sections.focus("birth_place")
    assert hands.text("born") == "9/11/2026"


def test_esc_drops_the_card_first_and_then_leaves_with_every_word_kept(hands: Hands, desk: Desk) -> None:
    hands.page.arrive(event="birth")
    hands.type("Lê An")
    hands.scan(MOTHER)
    hands.chord(Qt.Key.Key_Escape)
    assert hands.page.form.scan.strip.state == "waiting"
    assert hands.went == []
    hands.chord(Qt.Key.Key_Escape)
    assert hands.went == [("today", {})]
    assert hands.page.may_leave()
    assert [one.draft for one in desk.drafts.unfinished()] == [hands.page.form.model.draft]


def test_vietnamese_from_an_input_method_arrives_whole_and_nothing_completes_it(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    hands.compose("Ngưỡng Ẫ Ỹ Ỡ Ặ Đ")
    hands.compose(" H’Hen Ƀ")
    assert hands.text("child_name") == "Ngưỡng Ẫ Ỹ Ỡ Ặ Đ H’Hen Ƀ"
    assert all(line.completer() is None for line in hands.page.form.findChildren(QLineEdit))


def test_errors_come_at_once_with_ways_to_their_fields_and_print_says_why_it_is_off(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    hands.type("\n31/2/2026\n2\n")
    hands.chord(Qt.Key.Key_Return, CTRL)
    told = ["Nhập họ tên của trẻ", "Ngày này không có trong lịch: 31/2/2026"]
    assert hands.sentences() == told
    assert hands.at() == "child_name"
    assert hands.line("born").property("state") == "wrong"
    printing = hands.page.foot.findChildren(QPushButton)[-1]
    assert not printing.isEnabled()
    assert printing.text() == "Lưu và in thư (còn 2 vấn đề)"
    hands.page.form.problems.findChildren(QPushButton)[1].click()
    assert hands.at() == "born"
    hands.type("9/11/2026")
    hands.bot.waitUntil(lambda: hands.sentences() == told[:1])
    assert hands.line("born").property("state") == ""


def test_a_warning_asks_for_a_look_takes_a_reason_and_lets_the_second_save_through(hands: Hands, desk: Desk) -> None:
    hands.page.arrive(event="birth")
    hands.type("Lê Minh An\n9/11/2026\n")
    hands.page.form.sections.focus("mother_name")
    hands.type("Lê Thị Bình")
    hands.page.form.sections.focus("father_name")
    hands.type("Lê Văn Cường")
    hands.chord(Qt.Key.Key_Return, CTRL)
    assert hands.at() == "reason:sex-empty"
    hands.compose("bệnh viện chưa ghi")
    hands.chord(Qt.Key.Key_Return, CTRL)
    assert desk.register.show(1).reasons == {"sex-empty": "bệnh viện chưa ghi"}
    assert hands.page.form.bar.isVisible()


def test_a_marriage_of_two_cards_is_saved_and_the_next_form_is_empty(hands: Hands, desk: Desk) -> None:
    hands.page.arrive(event="marriage")
    hands.scan(FATHER)
    assert hands.page.form.scan.strip.suggested == "husband"
    hands.chord(Qt.Key.Key_F6)
    hands.scan(MOTHER)
    hands.chord(Qt.Key.Key_F7)
    hands.chord(Qt.Key.Key_Return, CTRL)
    if not hands.page.form.model.saved:
        hands.chord(Qt.Key.Key_Return, CTRL)
    assert desk.register.show(1).event == "marriage"
    hands.chord(Qt.Key.Key_Return, CTRL)
    assert hands.page.form.model.untouched
    assert hands.line("husband_name").text() == ""
    assert hands.at() == "husband_name"


def test_a_death_whose_letter_waits_opens_with_a_reason(hands: Hands, desk: Desk) -> None:
    hands.page.arrive(event="death")
    hands.type("Đặng Văn Khoan\n1/1/1940\n1\nThôn Đông\n")
    hands.page.form.sections.focus("died_on")
    hands.type("5/11/2026")
    hands.page.form.sections.focus("declarant_relation")
    hands.type("cán bộ xã")
    hands.chord(Qt.Key.Key_P, CTRL)
    assert hands.went == []
    assert hands.at() == "openReason"
    assert "Cán bộ đứng khai" in hands.page.form.bar.text.text()
    hands.type("con gái xin thư")
    hands.chord(Qt.Key.Key_P, CTRL)
    assert hands.went == [("printing", {"registrations": (1,)})]
    assert desk.register.show(1).registration.people()[0].sex == "male"


def test_the_page_follows_the_typing_and_after_saving_it_is_the_archived_one(hands: Hands) -> None:
    side = hands.page.form.side
    hands.page.arrive(event="death")
    side = hands.page.form.side
    hands.type("Đặng Văn Khoan\n1940\n1")
    hands.bot.waitUntil(lambda: any("ngày mất" in check.words for check in side.checks()), timeout=15000)
    assert side.picture.image() is not None
    hands.page.form.sections.focus("died_on")
    hands.type("5/11/2026")
    hands.bot.waitUntil(lambda: bool(side.checks()) and not any("ngày mất" in c.words for c in side.checks()))
    hands.chord(Qt.Key.Key_P, CTRL)
    hands.bot.waitUntil(lambda: any(c.words.startswith("Thư của Đặng") for c in side.checks()))


def test_typing_is_kept_within_a_second_without_being_asked(hands: Hands, desk: Desk) -> None:
    hands.page.arrive(event="birth")
    with hands.bot.waitSignal(hands.page.form.changed, timeout=1000):
        hands.type("Lê")
    assert [one.draft for one in desk.drafts.unfinished()] == [hands.page.form.model.draft]


def test_a_draft_comes_back_in_its_own_form(hands: Hands, desk: Desk) -> None:
    hands.page.arrive(event="marriage")
    hands.type("Trần Quốc Việt")
    hands.page.arrive(event="birth")
    draft = desk.drafts.unfinished()[0]
    hands.page.arrive(draft=draft.id)
    assert hands.page.title == "Kết hôn mới"
    assert hands.line("husband_name").text() == "Trần Quốc Việt"


@pytest.mark.parametrize("event", ["birth", "marriage", "death"])
def test_enter_walks_through_every_field_and_ends_at_the_print_button(hands: Hands, event: str) -> None:
    hands.page.arrive(event=event)
    form = hands.page.form
    for name, box in form.sections.boxes.items():
        if not form.model.shown(name):
            continue
        if isinstance(QApplication.focusWidget(), SectionHeading):
            hands.key(Qt.Key.Key_Return, "\r")
        assert box.entry is QApplication.focusWidget(), name
        hands.key(Qt.Key.Key_Return, "\r")
    assert QApplication.focusWidget() in hands.page.foot.findChildren(QPushButton)


def test_every_place_to_type_has_a_name_for_a_screen_reader(hands: Hands) -> None:
    kinds = (QLineEdit, QComboBox, QRadioButton, QPushButton)
    for event in ("birth", "marriage", "death"):
        hands.page.arrive(event=event)
        places: list[QWidget] = [one for kind in kinds for one in hands.page.form.findChildren(kind)]
        assert [one.objectName() for one in places if not one.accessibleName()] == []


@pytest.mark.parametrize("percent", [100, 115, 130] if os.environ.get("ENDURE") else [130])
def test_the_longest_names_stand_whole_at_every_size_of_type_on_a_small_screen(
    hands: Hands, qapp: QApplication, percent: int
) -> None:
    dress(qapp, paths.resources(), percent)
    page = FormPage(hands.around)
    hands.bot.addWidget(page)
    page.resize(1366 - 212 * percent // 100, 728 - 58 * percent // 100)
    page.show()
    page.arrive(event="marriage")
    name = "Công Tằng Tôn Nữ Hoàng Phượng Nguyễn Thị Thanh Thủy"
    box = page.form.sections.boxes["husband_name"]
    box.entry.setText(name)
    page.act("save")
    assert page.minimumSizeHint().width() <= page.width() == 1366 - 212 * percent // 100
    assert page.form.sections.widget().width() <= page.form.sections.viewport().width()
    assert box.echo.isVisible()
    assert box.echo.text() == name
    assert page.form.two_sides.narrow is (percent > 100)
    page.close()
    dress(qapp, paths.resources())
