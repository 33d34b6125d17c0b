"""Amending a record: which field, what it shall say, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from common.words import find as words
from desk_app.services.amending import Part
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words as label
from desk_app.ui.theme.look import face, px

Write = Callable[[str, str, str], Sequence[str]]
"""`write(field, value, reason)` gives the sentences of what is wrong; none: it is on disk."""


class AmendDialog(QDialog):
    """Stays open, with the sentences, until the new version is written or the person leaves."""

    def __init__(self, parts: Sequence[Part], write: Write, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, self._write = tuple(parts), write
        self.setWindowTitle(words.AMEND_TITLE)
        self.setAccessibleName(words.AMEND_TITLE)
        self.setMinimumWidth(px(520))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.which, self.value, self.wrong = QComboBox(), QLineEdit(), label("", "wrong", 10.5)
        self.which.addItems([part.label for part in self._parts])
        self.which.setAccessibleName(words.AMEND_WHAT)
        self.which.currentIndexChanged.connect(self._show)
        self.value.setAccessibleName(words.AMEND_VALUE)
        self.value.textChanged.connect(lambda _: self._weigh())
        self._yes = button(words.AMEND_YES, "Enter", primary=True)
        self._yes.clicked.connect(self._say)
        self.reasons = QButtonGroup(self)
        self._lay_out()
        self._show(0)
        self.which.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter writes; Esc leaves everything as it is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._yes.click()
            return
        super().keyPressEvent(event)

    def _show(self, place: int) -> None:
        self.value.setText(self._parts[place].value)
        self._weigh()

    def _weigh(self) -> None:
        part = self._parts[self.which.currentIndex()]
        self._yes.setEnabled(self.value.text().strip() != part.value)

    def _say(self) -> None:
        part = self._parts[self.which.currentIndex()]
        reason = words.AMEND_REASONS[self.reasons.checkedId()]
        wrong = self._write(part.name, self.value.text(), reason)
        self.wrong.setText("\n".join(wrong))
        if not wrong:
            self.accept()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(label(words.AMEND_TITLE, points=13, bold=True))
        column.addWidget(label(words.AMEND_TEXT, "second", 10.5))
        for told, widget in ((words.AMEND_WHAT, self.which), (words.AMEND_VALUE, self.value)):
            column.addWidget(label(told, bold=True))
            column.addWidget(widget)
        column.addWidget(self.wrong)
        column.addWidget(label(words.AMEND_WHY, bold=True))
        for place, told in enumerate(words.AMEND_REASONS):
            radio = QRadioButton(told)
            radio.setFont(face(11.25))
            radio.setChecked(not place)
            self.reasons.addButton(radio, place)
            column.addWidget(radio)
        leave = button(words.KEEP_IT, "Esc")
        leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self._yes)
        column.addLayout(row)
