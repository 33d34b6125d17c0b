"""What the steps are built of: a title, a line under it, words that are never read as markup."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk_app.ui.parts.card import words
from desk_app.ui.theme.look import SEMIBOLD, face, px


class Leaf(QWidget):
    """One step; `column` takes what stands in it, `first` says what takes the focus; `done` wants to go on."""

    done = Signal()

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self.title, self.text = plain(title), plain(text, "second", 10.5)
        self.title.setFont(face(15, SEMIBOLD))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(8), px(4), px(8), px(4))
        self.column.setSpacing(px(12))
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.title)
        head.addWidget(self.text)
        self.column.addLayout(head)

    def first(self) -> QWidget:
        """What takes the focus when the step comes to the front."""
        return self


def plain(text: str = "", voice: str = "", points: float = 11.25) -> QLabel:
    """Words that wrap; names of folders and people are no markup."""
    label = words("", voice, points)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    return label
