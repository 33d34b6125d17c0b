"""A card scanned over a question, a table or a button: nothing is pressed, nothing is typed, one line says so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_app.ui.parts.choices import Choices, Group, Question
from desk_app.ui.scanner.guard import ScanGuard

CARD = "001198000002|012345678|Gia Trần Thị Ngọc Lan|14031998|Nữ|Thôn Bến Trà, Xã An Liên|20062021\n\n"
QUESTION = Question("Bỏ bản ghi?", "", (Group("", (("1", "trùng"), ("2", "ghi thử"))),), "Bỏ", "Thôi", decided=False)


class Keys(QWidget):
    """A table as the windows have them: letters and digits are commands."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pressed += event.text()


@pytest.fixture
def told(qtbot: QtBot) -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot, told: list[str]) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    for child in (Keys(), QLineEdit(), QPushButton("In")):
        column.addWidget(child)
    made.show()
    guard = ScanGuard(made)
    guard.watch(told.append)
    yield made
    app = QApplication.instance()
    assert app is not None
    app.removeEventFilter(guard)


def send(text: str) -> None:
    for letter in text:
        target = QApplication.focusWidget() or QApplication.activeWindow()
        assert target is not None
        key = Qt.Key.Key_Return if letter == "\n" else Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key(0)
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


def test_over_a_table_a_card_is_no_command_but_for_its_first_nought(
    window: QWidget, told: list[str], qtbot: QtBot
) -> None:
    table = window.findChild(Keys)
    assert table is not None
    table.setFocus()
    send(CARD)
    qtbot.waitUntil(lambda: len(told) == 1)
    send("\n")
    assert table.pressed == "0"
    assert "Mở bài ghi rồi quét lại" in told[0]


def test_single_digits_and_letters_are_commands_at_once_and_two_digits_come_after_a_moment(
    window: QWidget, told: list[str], qtbot: QtBot
) -> None:
    table = window.findChild(Keys)
    assert table is not None
    table.setFocus()
    send("1g2")
    assert table.pressed == "1g2"
    send("3")
    qtbot.waitUntil(lambda: table.pressed == "1g23")
    send("45x")
    assert table.pressed == "1g2345x"
    assert told == []


def test_over_a_button_a_bar_code_presses_nothing(window: QWidget, told: list[str], qtbot: QtBot) -> None:
    printing = window.findChild(QPushButton)
    assert printing is not None
    pressed: list[bool] = []
    printing.clicked.connect(pressed.append)
    printing.setFocus()
    send("001198000002\n")
    qtbot.waitUntil(lambda: len(told) == 1)
    assert pressed == []


def test_over_a_question_no_answer_is_given(window: QWidget, told: list[str], qtbot: QtBot) -> None:
    asked, answers = Choices(QUESTION, window), list[tuple[str, ...]]()
    asked.answered.connect(answers.append)
    asked.open()
    qtbot.waitUntil(asked.isActiveWindow)
    send(CARD.replace("001", "021", 1))
    qtbot.waitUntil(lambda: len(told) == 1)
    assert answers == []
    assert asked.isVisible()
    asked.reject()


def test_the_line_of_a_question_stays_empty_and_takes_what_a_person_types(
    window: QWidget, told: list[str], qtbot: QtBot
) -> None:
    asked = QDialog(window)
    line = QLineEdit(asked)
    asked.open()
    qtbot.waitUntil(asked.isActiveWindow)
    line.setFocus()
    send(CARD)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert line.text() == ""
    send("số 12 kẹt")
    assert line.text() == "số 12 kẹt"
    asked.reject()


def test_a_field_of_a_page_and_whoever_takes_scans_keep_their_keys(window: QWidget, told: list[str]) -> None:
    line = window.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    send("001198000002|x")
    assert line.text() == "001198000002|x"
    table = window.findChild(Keys)
    assert table is not None
    table.setProperty("takesScans", True)
    table.setFocus()
    send("001198000002|x")
    assert table.pressed == "001198000002|x"
    assert told == []
