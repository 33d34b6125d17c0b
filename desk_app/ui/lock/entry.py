"""The right half of the lock: the password, or the PIN of the session that runs behind it, and what else one may do."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QFont, QRegularExpressionValidator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from common.words import lock as said
from desk_app.ui.parts.button import KeyButton, button, quiet_button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.flush import fit_flush
from desk_app.ui.parts.key_page import field
from desk_app.ui.theme.look import face, px

_LONGEST_PASSWORD = 32767


class Entry(QWidget):
    """`field` takes a password or six figures; `forgot`, `take_back`, `change`, `practise` are links with keys."""

    def __init__(self) -> None:
        super().__init__()
        self.pin = False
        self.over = words("", points=10, bold=True)
        self.over.setTextFormat(Qt.TextFormat.PlainText)
        self.field, self.note = field(said.password_of(""), hidden=True), words(said.FIVE, "second", 9.5)
        self.open = button(said.OPEN, "Enter", primary=True)
        self.forgot = _link(said.FORGOT_PASSWORD, "forgot")
        self.take_back = _link(said.TAKE_BACK, "take-back")
        self.change = _link(said.CHANGE_PERSON, "change")
        self.practise = _link(said.PRACTISE, "practise")
        self._six = QRegularExpressionValidator(QRegularExpression("[0-9]{0,6}"), self)
        self._any = QRegularExpressionValidator(QRegularExpression(".*"), self)
        for tall in (self.field, self.open):
            tall.setProperty("tall", True)
        self._lay_out()
        self.ask_for("", False)

    def ask_for(self, greeting: str, pin: bool, covered: bool = False) -> None:
        """Whose password or PIN is wanted; `covered`: somebody's work lies behind."""
        label = said.pin_of(greeting) if pin else said.password_of(greeting)
        if pin != self.pin:
            self.field.clear()
        self.pin = pin
        self.over.setText(label)
        self.field.setAccessibleName(label)
        self.field.setMaxLength(6 if pin else _LONGEST_PASSWORD)
        font = face(11.25)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, px(6) if pin else 0)
        self.field.setFont(font)
        self.field.setValidator(self._six if pin else self._any)
        self.note.setText(said.PIN_NOTE if pin else said.FIVE)
        self.forgot.set_words(said.FORGOT_PIN if pin else said.FORGOT_PASSWORD)
        fit_flush(self.forgot)
        self.change.setVisible(covered)
        # Behind a covered desk the register is open: the way to a copy is its menu.
        self.take_back.setVisible(not covered)

    def listen(self, on: bool) -> None:
        """Whether anything may be done here now."""
        for widget in (self.field, self.open, *self._links()):
            widget.setEnabled(on)

    def _links(self) -> tuple[KeyButton, ...]:
        return self.forgot, self.take_back, self.change, self.practise

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.over)
        column.addWidget(self.field)
        column.addWidget(self.note)
        column.addSpacing(px(8))
        column.addWidget(self.open)
        column.addSpacing(px(4))
        for each in self._links():
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)


def _link(text: str, which: str) -> KeyButton:
    made = quiet_button(text, said.KEYS[which])
    made.setProperty("small", True)
    font = face(10.5)
    font.setUnderline(True)
    made.setFont(font)
    fit_flush(made)
    return made
