"""What is said once a registration is on disk: its number, what comes next, and what holds its letter back."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from common.words import copy_out
from common.words import form as said
from common.words import form_saving as words_of
from desk_app.ui.form.findings import Saved
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.theme.icons import picture
from desk_app.ui.theme.look import px
from desk_app.ui.theme.sheet import restyle
from desk_app.ui.theme.tokens import HOE_CHU, SEN_CHU

OPENED_BY_A_REASON = "letter-held"
UNDO_SECONDS = 10
_NARROW = 660


class SavedBar(QFrame):
    """Green when the letter can be made, yellow with room for a reason when it waits for a person. `undo_asked` while
    the seconds for taking back run."""

    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.asks_reason = False
        self._sign = QLabel()
        self.title, self.text = words("", bold=True), words("", points=10.5)
        for label in (self.title, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.reason = QLineEdit()
        self.reason.setObjectName("openReason")
        self.reason.setPlaceholderText(said.OPEN_REASON)
        self.reason.setAccessibleName(said.OPEN_REASON)
        self.reason.setFixedWidth(px(230))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.title)
        lines.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addLayout(lines, 1)
        row.addWidget(self.reason)
        self.undo = button(said.UNDO, "Ctrl+Z")
        self.undo.setProperty("small", True)
        self.undo.clicked.connect(self.undo_asked)
        self.copy = button(copy_out.SHORT, "Ctrl+Shift+C", icon="copy")
        self.copy.setProperty("small", True)
        for press in (self.undo, self.copy):
            row.addWidget(press)
        self._left = 0
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self.tick)
        self.hide()

    @property
    def offers_undo(self) -> bool:
        """Whether what was saved can still be taken back."""
        return self.isVisible() and self._left > 0

    def show_saved(self, saved: Saved, offer_undo: bool = True) -> None:
        """The number, and the next step; the ten seconds begin once."""
        if offer_undo:
            self._left = UNDO_SECONDS
            self._clock.start()
        self._tell_undo()
        self.asks_reason = any(one.code == OPENED_BY_A_REASON for one in saved.held)
        self.title.setText(said.saved(saved.number))
        held = " ".join(f"{one.sentence}." for one in saved.held)
        self.text.setText(f"{words_of.SAVED_HELD} {held}" if held else _next_of(saved))
        name, ink = ("alert-triangle", HOE_CHU) if held else ("circle-check", SEN_CHU)
        self._sign.setPixmap(picture(name, px(24), ink, self.devicePixelRatioF()))
        self.setProperty("tone", "hoe" if held else "sen")
        self.reason.setVisible(self.asks_reason)
        self._fit()
        self.setAccessibleName(f"{self.title.text()} {self.text.text()}")
        restyle(self)
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow bar the words of what was saved come first."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.copy.show_sign_alone(self.asks_reason or self.width() < px(_NARROW))

    def tick(self) -> None:
        """One second less."""
        self._left -= 1
        self._tell_undo()

    def _tell_undo(self) -> None:
        self.undo.set_words(said.undo_in(self._left))
        self.undo.setVisible(self._left > 0)
        if self._left <= 0:
            self._clock.stop()


def _next_of(saved: Saved) -> str:
    """What comes after saving, where nothing holds the letter back."""
    if saved.follows:
        return words_of.SAVED_FIRST[saved.event]
    if saved.beside and saved.letter is None:
        return words_of.saved_second(saved.beside)
    return words_of.SAVED_TWIN if saved.alone and saved.letter is None else words_of.SAVED_NEXT
