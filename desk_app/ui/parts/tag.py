"""A state in a word on a tinted ground."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desk_app.ui.theme.look import SEMIBOLD, face
from desk_app.ui.theme.tokens import RADIUS, TONES


class Tag(QLabel):
    """A word such as Khai sinh; `tone` is one of sen, son, hoe, cham, xam."""

    def __init__(self, text: str, tone: str = "xam", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(face(9.5, SEMIBOLD))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.set_tone(tone)

    def set_tone(self, tone: str) -> None:
        """Another state."""
        ground, words, _ = TONES[tone]
        self.setProperty("tone", tone)
        self.setStyleSheet(
            f"QLabel {{ background: {ground.name()}; color: {words.name()};"
            f" border-radius: {RADIUS['tag']}px; padding: 2px 7px; }}"
        )
