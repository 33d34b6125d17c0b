"""What is said once a registration is on disk: its number, what comes next, and what holds its letter back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from common.words import form as said
from desk_app.ui.form.model import Saved
from desk_app.ui.parts.card import words
from desk_app.ui.theme.icons import picture
from desk_app.ui.theme.look import px
from desk_app.ui.theme.sheet import restyle
from desk_app.ui.theme.tokens import HOE_CHU, SEN_CHU

OPENED_BY_A_REASON = "letter-held"


class SavedBar(QFrame):
    """Green when the letter can be made, yellow with room for a reason when it waits for a person."""

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
        self.hide()

    def show_saved(self, saved: Saved) -> None:
        """The number, and the next step."""
        self.asks_reason = any(one.code == OPENED_BY_A_REASON for one in saved.held)
        self.title.setText(said.saved(saved.number))
        held = " ".join(f"{one.sentence}." for one in saved.held)
        self.text.setText(f"{said.SAVED_HELD} {held}" if held else said.SAVED_NEXT)
        name, ink = ("alert-triangle", HOE_CHU) if held else ("circle-check", SEN_CHU)
        self._sign.setPixmap(picture(name, px(24), ink, self.devicePixelRatioF()))
        self.setProperty("tone", "hoe" if held else "sen")
        self.reason.setVisible(self.asks_reason)
        self.setAccessibleName(f"{self.title.text()} {self.text.text()}")
        restyle(self)
        self.show()
