"""What a birth with two cards costs in keys, and what the scanner may not do on the way."""

from __future__ import annotations

import pytest
from form_hands import CTRL, FATHER, MOTHER, Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from desk_app.domain.events import Birth
from desk_app.services.desk import Desk
from desk_app.ui.form.field_box import FieldBox
from desk_app.ui.form.number_box import NumberBox, masked
from desk_app.ui.form.place_box import PlaceBox

TELEX = "Nguyeexn Traanf Minh Anh"
OPENING = 2
"""Ctrl+N and S: the main window's keys, before the form is there."""


def a_birth_here(hands: Hands) -> None:
    """One birth saved, so that its place is remembered."""
    hands.page.arrive(event="birth")
    hands.type("Lê Minh An\n1/11\n1\nTrung tâm Y tế khu vực An Liên")
    hands.scan(MOTHER)
    hands.chord(Qt.Key.Key_F6)
    hands.scan(FATHER)
    hands.chord(Qt.Key.Key_F7)
    hands.chord(Qt.Key.Key_Return, CTRL)
    assert hands.page.form.model.saved


def test_a_birth_with_two_cards_costs_at_most_sixty_keys_with_the_name_in_telex(hands: Hands, desk: Desk) -> None:
    a_birth_here(hands)
    hands.page.arrive(event="birth")
    hands.strokes = OPENING + len(TELEX)
    # The input method turns the keys into the name.
    hands.compose("Nguyễn Trần Minh Anh")
    hands.type("\n9/11\n2\n")
    hands.press(Qt.Key.Key_Down)
    hands.type("\n")
    hands.scan(MOTHER)
    hands.chord(Qt.Key.Key_F6)
    hands.scan(FATHER)
    hands.chord(Qt.Key.Key_F7)
    hands.chord(Qt.Key.Key_F8)
    hands.chord(Qt.Key.Key_P, CTRL)
    assert hands.went == [("printing", {"registrations": (2,)})]
    assert hands.strokes <= 42
    birth = desk.register.show(2).registration
    assert isinstance(birth, Birth)
    assert birth.happened_on.iso() == "2026-11-09"
    assert birth.birth_place == "Trung tâm Y tế khu vực An Liên"
    assert (birth.child.sex, birth.declarant and birth.declarant.relation) == ("female", "Mẹ")
    assert birth.declarant is not None
    assert birth.declarant.name == birth.mother.name  # type: ignore[union-attr]


@pytest.mark.parametrize(("between", "at_end"), [("|", "\n"), ("|", "\t"), (";", "\n\n"), ("\n", "\n")])
def test_what_a_scanner_sends_between_the_parts_or_behind_them_moves_and_presses_nothing(
    hands: Hands, between: str, at_end: str
) -> None:
    hands.page.arrive(event="birth")
    hands.type("Lê An")
    before = hands.page.form.scan.strip
    hands.send(MOTHER.replace("|", between) + at_end)
    hands.bot.waitUntil(lambda: hands.page.form.scan.strip is not before)
    hands.send("\n\t")
    assert hands.at() == "child_name"
    assert hands.page.form.scan.card is not None
    assert [line.text() for line in hands.page.form.findChildren(QLineEdit) if line.text()] == ["Lê An", "20/11/2026"]
    hands.chord(Qt.Key.Key_F6)
    assert hands.text("mother_name") == "Trần Thị Ngọc Lan"


def test_a_scan_over_the_print_button_presses_nothing_and_is_read(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    printing = hands.page.foot.findChildren(QPushButton)[-1]
    printing.setFocus()
    hands.scan(MOTHER)
    hands.send("\n\n")
    assert hands.page.form.scan.strip.state == "read"
    assert hands.page.form.errors == 0
    assert not hands.page.form.problems.isVisible()
    assert QApplication.focusWidget() is printing


def test_a_day_without_its_year_is_the_last_such_day(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    hands.page.form.sections.focus("born")
    hands.type("25/12")
    hands.bot.waitUntil(lambda: hands.box("born").echo.text() == "25/12/2025, thứ Năm, 6/11 âm lịch")
    hands.type("\n")
    assert hands.line("born").text() == "25/12/2025"


def test_f8_says_who_declares_and_the_lines_follow_the_parent_until_another_is_named(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    hands.scan(MOTHER)
    hands.chord(Qt.Key.Key_F6)
    hands.chord(Qt.Key.Key_F8)
    assert (hands.text("declarant_name"), hands.text("declarant_relation")) == ("Trần Thị Ngọc Lan", "Mẹ")
    assert not hands.line("declarant_name").isVisible()
    hands.page.form.sections.focus("mother_name")
    hands.compose(" Anh")
    assert hands.text("declarant_name") == hands.text("mother_name")
    hands.chord(Qt.Key.Key_F8)
    hands.chord(Qt.Key.Key_F8)
    assert hands.line("declarant_name").isVisible()
    assert (hands.text("declarant_name"), hands.text("declarant_relation")) == ("", "")
    assert hands.at() == "pick:declarant:other"


def test_the_fathers_home_follows_the_mothers_until_it_is_typed(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    hands.page.form.sections.focus("mother_residence")
    hands.type("Thôn Bến Trà")
    hands.chord(Qt.Key.Key_M, CTRL)
    assert hands.line("father_residence").text() == "Thôn Bến Trà"
    hands.type(", xã An Liên")
    assert hands.line("father_residence").text() == "Thôn Bến Trà, xã An Liên"
    hands.page.form.sections.focus("father_residence")
    hands.press(Qt.Key.Key_End)
    hands.type(" x")
    hands.page.form.sections.focus("mother_residence")
    hands.type("!")
    assert hands.text("father_residence") == "Thôn Bến Trà, xã An Liên x"
    tick = place_box(hands.box("father_residence")).tick
    assert tick is not None
    assert not tick.isChecked()


def test_places_of_before_are_offered_in_a_list_and_nothing_is_completed_in_any_line(hands: Hands) -> None:
    a_birth_here(hands)
    hands.page.arrive(event="birth")
    hands.page.form.sections.focus("birth_place")
    offered = place_box(hands.box("birth_place")).offered
    hands.type("y te")
    assert offered.isVisible()
    assert hands.line("birth_place").text() == "y te"
    hands.press(Qt.Key.Key_Escape)
    assert not offered.isVisible()
    assert hands.went == []
    hands.press(Qt.Key.Key_Down)
    hands.type("\n")
    assert hands.line("birth_place").text() == "Trung tâm Y tế khu vực An Liên"
    assert not offered.isVisible()
    hands.page.form.sections.focus("mother_name")
    hands.type("Tr")
    hands.press(Qt.Key.Key_Down)
    assert hands.line("mother_name").text() == "Tr"
    assert all(line.completer() is None for line in hands.page.form.findChildren(QLineEdit))


def test_a_personal_number_is_masked_once_the_keys_are_elsewhere(hands: Hands) -> None:
    hands.page.arrive(event="birth")
    box = hands.box("mother_citizen_id")
    assert isinstance(box, NumberBox)
    hands.page.form.sections.focus("mother_citizen_id")
    box.entry.setText("001198005182")
    whole = box.entry.grab().toImage()
    assert box.entry.shown() == "001198005182"  # type: ignore[attr-defined]
    hands.page.form.sections.focus("child_name")
    assert box.entry.shown() == "0••• •••• 5182"  # type: ignore[attr-defined]
    assert box.entry.grab().toImage() != whole
    assert hands.text("mother_citizen_id") == "001198005182"
    assert masked("00119800518") == "00119800518"


def place_box(box: FieldBox) -> PlaceBox:
    assert isinstance(box, PlaceBox)
    return box
