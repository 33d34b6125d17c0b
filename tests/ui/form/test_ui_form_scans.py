"""Scanners that are slow, set wrong, or talk through an input method: no key of theirs stays in any field."""

from __future__ import annotations

import pytest
from form_hands import CTRL, MOTHER, Hands
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

LAYOUT = str.maketrans("0123456789", "đăâêô\u0300\u0309\u0303\u0301\u0323")


def strip_after(hands: Hands, scan: str) -> str:
    before = hands.page.form.scan.strip
    hands.send(scan)
    hands.bot.waitUntil(lambda: hands.page.form.scan.strip is not before)
    return f"{hands.page.form.scan.strip.title} {hands.page.form.scan.strip.more}"


def written(hands: Hands) -> list[str]:
    return [line.text() for line in hands.page.form.findChildren(QLineEdit) if line.text()]


def test_a_slow_scanner_is_known_at_its_first_separator_and_its_digits_leave_the_field_for_good(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    hands.type("Lê An")
    for digit in MOTHER[:12]:
        hands.send(digit)
        hands.page.form.filter.settle()
    assert hands.line("child_name").text() == "Lê An001198000002"
    assert "Trần Thị Ngọc Lan" in strip_after(hands, f"{MOTHER[12:]}\n")
    assert written(hands) == ["Lê An", "20/11/2026"]
    hands.line("child_name").undo()
    assert hands.line("child_name").text() == "Lê An"
    assert hands.at() == "child_name"


def test_a_slow_scanner_is_known_where_nothing_is_typed_too_and_chooses_nothing(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    hands.type("Lê An")
    hands.page.form.sections.focus("sex")
    held = QApplication.focusWidget()
    assert not isinstance(held, QLineEdit)
    for digit in MOTHER[:12]:
        hands.send(digit)
        hands.page.form.filter.settle()
    assert "Trần Thị Ngọc Lan" in strip_after(hands, f"{MOTHER[12:]}\n")
    assert written(hands) == ["Lê An", "20/11/2026"]
    assert (QApplication.focusWidget(), hands.text("sex")) == (held, "")


@pytest.mark.parametrize("halts", [(1,), (3, 4, 11)])
@pytest.mark.parametrize("field", ["child_name", "sex"])
def test_a_scanner_that_halts_within_the_digits_is_known_all_the_same(
    hands: Hands, field: str, halts: tuple[int, ...]
) -> None:
    hands.page.arrive(event="birth")
    hands.page.form.sections.focus(field)
    for place, digit in enumerate(MOTHER[:12], start=1):
        hands.send(digit)
        if place in halts:
            hands.page.form.filter.settle()
    assert "Trần Thị Ngọc Lan" in strip_after(hands, f"{MOTHER[12:]}\n")
    assert written(hands) == ["20/11/2026"]
    assert hands.text("sex") == ""


@pytest.mark.parametrize("halt", [1, 11])
def test_a_digit_typed_just_before_is_none_of_a_halting_scanner_and_stands(hands: Hands, halt: int) -> None:
    hands.page.arrive(event="birth")
    hands.page.form.sections.focus("sex")
    hands.send("2")
    hands.page.form.filter.settle()
    assert hands.text("sex") == "female"
    for place, digit in enumerate(MOTHER[:12], start=1):
        hands.send(digit)
        if place == halt:
            hands.page.form.filter.settle()
    assert "Trần Thị Ngọc Lan" in strip_after(hands, f"{MOTHER[12:]}\n")
    assert hands.text("sex") == "female"


def test_a_number_typed_by_hand_and_a_word_behind_it_stay_where_they_are(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    for character in "001198000002, x|y":
        hands.send(character)
        hands.page.form.filter.settle()
    assert hands.line("child_name").text() == "001198000002, x|y"


def test_an_input_method_in_the_middle_of_a_card_writes_into_no_field_and_the_clerk_is_told(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    hands.send(MOTHER[:24])
    hands.compose("rần")
    QApplication.sendEvent(hands.line("child_name"), QInputMethodEvent("T", []))
    told = strip_after(hands, f"{MOTHER[27:]}\n")
    assert "UniKey đã chen vào" in told
    assert written(hands) == ["20/11/2026"]


def test_letters_sent_as_alt_and_a_number_are_part_of_the_card(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    hands.send(MOTHER[:24])
    line = hands.line("child_name")
    for digit in "7847":
        key = QKeyEvent(QEvent.Type.KeyPress, int(digit) + 0x30, Qt.KeyboardModifier.AltModifier, "")
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, int(digit) + 0x30, Qt.KeyboardModifier.AltModifier, "")
        asked.ignore()
        assert hands.page.form.filter.eventFilter(line, asked)
        assert asked.isAccepted(), "Alt and a digit would lead to another page"
        assert hands.page.form.filter.eventFilter(line, key)
    told = strip_after(hands, f"{MOTHER[24:]}\n")
    assert "Đã đọc thẻ: Trần Thị Ngọc Lan" in told
    assert written(hands) == ["20/11/2026"]


def test_control_signs_inside_a_card_give_nothing_back(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    told = strip_after(hands, f"{MOTHER.encode().decode('latin-1')}\n")
    assert "Trần Thị Ngọc Lan" in told
    assert "đã đọc lại đúng" in told
    assert written(hands) == ["20/11/2026"]


def test_digits_of_another_keyboard_layout_are_explained_and_stand_nowhere(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    assert "chọn ENG" in strip_after(hands, f"{MOTHER.translate(LAYOUT)}\n")
    assert written(hands) == ["20/11/2026"]


def test_a_bar_code_over_a_name_is_a_card_and_over_a_number_it_is_the_number(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    hands.page.form.sections.focus("mother_name")
    assert "Đã đọc số định danh" in strip_after(hands, "001198000002\n")
    hands.chord(Qt.Key.Key_F6)
    assert hands.text("mother_citizen_id") == "001198000002"
    hands.page.form.sections.focus("father_citizen_id")
    hands.send("001095000003")
    hands.bot.waitUntil(lambda: hands.line("father_citizen_id").text() == "001095000003")
    assert hands.page.form.scan.card is None


def test_the_next_form_remembers_no_step_of_the_last_one(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    hands.scan(MOTHER)
    hands.chord(Qt.Key.Key_F6)
    hands.page.arrive(event="birth")
    hands.page.form.sections.focus("mother_name")
    hands.chord(Qt.Key.Key_Z, CTRL)
    assert hands.line("mother_name").text() == ""
    assert not any(line.isUndoAvailable() for line in hands.page.form.findChildren(QLineEdit))
