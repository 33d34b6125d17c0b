"""A card with an address of before the reform: printed as it is until the clerk takes what is offered."""

from __future__ import annotations

from form_hands import CTRL, Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton

from desk_app.domain.events import Birth
from desk_app.services.desk import Desk
from desk_app.ui.parts.choices import Choices

MOTHER = "052190000002||Trần Thị Thử|14031990|Nữ|{home}|20062021"
MOVED = "Thôn Lộc Ngãi, Xã Phước Quang, Huyện Tuy Phước, Tỉnh Bình Định"
NOW = "Thôn Lộc Ngãi, Xã Tuy Phước Bắc, Tỉnh Gia Lai"
SPLIT = "Ấp 3, Xã Xuân Tâm, Huyện Xuân Lộc, Tỉnh Đồng Nai"


def given(hands: Hands, home: str) -> str:
    hands.page.arrive(event="birth")
    hands.scan(MOTHER.format(home=home))
    hands.chord(Qt.Key.Key_F6)
    return f"{hands.page.form.scan.strip.title} {hands.page.form.scan.strip.more}"


def choices(hands: Hands) -> Choices:
    asked = hands.page.window().findChild(Choices)
    assert asked is not None
    hands.bot.waitUntil(asked.isActiveWindow)
    return asked


def test_the_address_stays_as_printed_until_one_key_takes_todays(hands: Hands, desk: Desk) -> None:
    told = given(hands, MOVED)
    assert "Nay là Xã Tuy Phước Bắc, Tỉnh Gia Lai. Ô vẫn giữ như trên thẻ." in told
    assert hands.line("mother_residence").text() == MOVED
    hands.chord(Qt.Key.Key_J, CTRL)
    assert hands.line("mother_residence").text() == NOW
    assert hands.page.form.scan.strip.more == NOW
    hands.line("mother_residence").undo()
    assert hands.text("mother_residence") == MOVED
    hands.chord(Qt.Key.Key_J, CTRL)
    assert hands.text("mother_residence") == MOVED


def test_what_the_clerk_took_is_what_is_registered(hands: Hands, desk: Desk) -> None:
    given(hands, MOVED)
    hands.chord(Qt.Key.Key_J, CTRL)
    hands.page.form.sections.focus("child_name")
    hands.compose("Lê Thử An")
    hands.type("\n9/11/2026\n2\n")
    hands.chord(Qt.Key.Key_F8)
    for _ in range(2):
        hands.chord(Qt.Key.Key_Return, CTRL)
    birth = desk.register.show(1).registration
    assert isinstance(birth, Birth)
    assert birth.mother is not None
    assert birth.mother.residence == NOW


def test_esc_keeps_the_address_of_the_card(hands: Hands) -> None:
    given(hands, MOVED)
    hands.chord(Qt.Key.Key_Escape)
    assert hands.page.form.scan.strip.state == "waiting"
    hands.chord(Qt.Key.Key_J, CTRL)
    assert hands.text("mother_residence") == MOVED
    assert hands.went == []


def test_what_was_typed_since_is_not_replaced(hands: Hands) -> None:
    given(hands, MOVED)
    hands.page.form.sections.focus("mother_residence")
    hands.press(Qt.Key.Key_End)
    hands.type(" x")
    hands.chord(Qt.Key.Key_J, CTRL)
    assert hands.text("mother_residence") == f"{MOVED} x"


def test_of_a_unit_that_was_split_a_person_says_which_part_and_may_leave_it(hands: Hands) -> None:
    assert "chia về 2 xã, phường" in given(hands, SPLIT)
    hands.chord(Qt.Key.Key_J, CTRL)
    asked = choices(hands)
    offered = [radio.text() for radio in asked.findChildren(QRadioButton)]
    assert {one.split(",")[0] for one in offered} == {"Xã Xuân Hòa", "Xã Xuân Đông"}
    assert not any(radio.isChecked() for radio in asked.findChildren(QRadioButton))
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert hands.text("mother_residence") == SPLIT
    assert hands.page.act("card-home")
    asked = [one for one in hands.page.window().findChildren(Choices) if one.isVisible()][-1]
    QTest.keyClick(asked, Qt.Key.Key_2)
    QTest.keyClick(asked, Qt.Key.Key_Return)
    assert hands.text("mother_residence") == f"Ấp 3, {offered[1]}"


def test_a_unit_that_is_in_no_table_is_told_and_nothing_is_offered(hands: Hands) -> None:
    assert "hỏi bà con tên xã hiện nay" in given(hands, "Tổ 3, Xã Lạ Hoắc, Huyện Tuy Phước, Tỉnh Bình Định")
    assert hands.page.form.scan.strip.state == "given"
    assert hands.page.form.scan.home is None


def test_a_card_past_its_age_and_one_of_a_child_are_told(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    hands.scan("052166000002||Trần Thị Thử|14031966|Nữ|Xã Xuân Định, Tỉnh Đồng Nai|20062021")
    assert "tới tuổi phải đổi" in hands.page.form.scan.strip.more
    hands.scan("052318000002||Trần Thị Bé|14032018|Nữ|Xã Xuân Định, Tỉnh Đồng Nai|20082024||||")
    assert "trẻ dưới 14 tuổi" in hands.page.form.scan.strip.more
    assert hands.page.form.scan.strip.suggested == ""
