"""A clerk's hands at the form, for tests: types, scans, presses keys; and the page they work on."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desk_app.ui.form import burst
from desk_app.ui.form.field_box import FieldBox
from desk_app.ui.form.form_page import FormPage
from desk_app.ui.form.problems_box import ProblemLink
from desk_app.ui.page import Around

MOTHER = "001198000002|012345678|Trần Thị Ngọc Lan|14031998|Nữ|Thôn Bến Trà, Xã An Liên|20062021"
FATHER = "001095000003||Nguyễn Văn Bình|02051995|Nam|Thôn Bến Trà, Xã An Liên|20062021||||"


@dataclass
class Hands:
    """A clerk at the form: types, scans, presses keys; `went` is where the page wanted to go."""

    page: FormPage
    bot: QtBot
    around: Around
    went: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    strokes: int = 0

    def key(self, key: int, text: str = "") -> None:
        target = QApplication.focusWidget() or self.page
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def type(self, text: str) -> None:
        for character in text:
            self.strokes += 1
            self.key(Qt.Key.Key_Return if character == "\n" else 0, "\r" if character == "\n" else character)

    def send(self, text: str) -> None:
        """What a machine types: no pause, no counting."""
        keys = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
        for character in text:
            self.key(keys.get(character, 0), {"\n": "\r"}.get(character, character))

    def press(self, key: Qt.Key) -> None:
        """A key without a letter, to whatever has the focus; a shortcut may take it."""
        self.strokes += 1
        QTest.keyClick(QApplication.focusWidget() or self.page, key)

    def compose(self, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget() or self.page, event)

    def chord(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.strokes += 1
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifier)

    def scan(self, card: str) -> None:
        """All keys at once: nobody need wait whether more are to come, as test_ui_form_scans does."""
        before = self.page.form.scan.strip
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(burst, "END_MS", 10)
            self.send(f"{card}\n")
            self.bot.waitUntil(lambda: self.page.form.scan.strip is not before)

    def at(self) -> str:
        focused = QApplication.focusWidget()
        return focused.objectName() if focused else ""

    def line(self, name: str) -> QLineEdit:
        found = self.page.form.findChild(QLineEdit, name)
        assert found is not None
        return found

    def box(self, name: str) -> FieldBox:
        return self.page.form.sections.boxes[name]

    def text(self, name: str) -> str:
        return self.page.form.model.text(name)

    def sentences(self) -> list[str]:
        return [link.accessibleName() for link in self.page.form.problems.findChildren(ProblemLink)]


CTRL = Qt.KeyboardModifier.ControlModifier
