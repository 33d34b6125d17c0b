"""The way back to work: the password of whoever is in session, or the session's PIN."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from common.words import counter as said
from common.words import lock as lock_words
from desk_app.ui.lock.model import Attempts
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import put_words, words
from desk_app.ui.parts.key_page import field
from desk_app.ui.theme.look import px

_WIDE = 420


class StaffEntry(QWidget):
    """`asked(typed)` wants to go back; whoever answers calls `refuse` or closes the screen. `left()`: not now."""

    asked = Signal(str)
    left = Signal()

    def __init__(self, seconds: Callable[[], float]) -> None:
        super().__init__()
        self._seconds, self._attempts = seconds, Attempts()
        self.over, self.trouble = words("", points=13, bold=True), words("", "wrong", 11.25)
        self.over.setTextFormat(Qt.TextFormat.PlainText)
        self.field = field("", hidden=True)
        self.open, self.later = button(said.OPEN, "Enter", primary=True), quiet_button(said.LATER, "Esc")
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        foot.addWidget(self.open)
        foot.addWidget(self.later)
        foot.addStretch(1)
        for each in (self.over, self.field, self.trouble):
            column.addWidget(each)
        column.addLayout(foot)
        column.addStretch(1)
        self.setFixedWidth(px(_WIDE))
        self.tick = QTimer(self)
        self.tick.setInterval(1000)
        self.tick.timeout.connect(self.count_down)
        self.open.clicked.connect(self.ask)
        self.later.clicked.connect(self.left)

    def begin(self, greeting: str, pin: bool) -> None:
        """Ask for it; a wait that runs goes on."""
        label = said.secret_of(greeting, pin)
        self.over.setText(label)
        self.field.setAccessibleName(label)
        self.field.clear()
        put_words(self.trouble, "")
        self.count_down()
        self.field.setFocus()

    def ask(self) -> None:
        """Hand over what was typed."""
        typed = self.field.text()
        if not typed or self._attempts.seconds(self._seconds()):
            self.field.setFocus()
            return
        self._listen(False)
        self.open.set_words(lock_words.OPENING)
        self.asked.emit(typed)

    def refuse(self, text: str = "") -> None:
        """It was wrong; `text` where the reason is another one, which costs no try."""
        self.field.clear()
        self.open.set_words(said.OPEN)
        self._listen(True)
        if not text:
            self._attempts.failed(self._seconds())
        put_words(self.trouble, text or lock_words.wrong(self._attempts.left()))
        self.count_down()
        self.field.setFocus()

    def count_down(self) -> None:
        """While one has to wait nothing is taken."""
        wait = self._attempts.seconds(self._seconds())
        if wait:
            put_words(self.trouble, lock_words.wait(wait))
            self._listen(False)
            self.tick.start()
        elif self.tick.isActive():
            self.tick.stop()
            put_words(self.trouble, "")
            self._listen(True)
            self.field.setFocus()

    def _listen(self, on: bool) -> None:
        self.field.setEnabled(on)
        self.open.setEnabled(on)
