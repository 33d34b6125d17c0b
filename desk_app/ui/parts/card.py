"""A white card with a fine border."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desk_app.ui.theme.look import NORMAL, SEMIBOLD, face


class Card(QFrame):
    """Put widgets into `.body`; `title` makes a block title, of 11.25 points where several cards stand in a row.
    `tone` "xam" greys it, "hoe" asks for a look."""

    def __init__(self, title: str = "", tone: str = "", parent: QWidget | None = None, points: float = 13) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setProperty("tone", tone)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(8)
        if title:
            self.body.addWidget(block_title(title, points))
            self.setAccessibleName(title)


def block_title(text: str, points: float = 13) -> QLabel:
    """13 pt, 600."""
    label = QLabel(text)
    label.setFont(face(points, SEMIBOLD))
    return label


def words(text: str, voice: str = "", points: float = 11.25, bold: bool = False) -> QLabel:
    """Plain words that wrap; `voice` as in theme.sheet ("second", "wrong", "look", "good")."""
    label = QLabel(text)
    label.setFont(face(points, SEMIBOLD if bold else NORMAL))
    label.setProperty("voice", voice)
    label.setWordWrap(True)
    return label


def put_words(label: QLabel, text: str) -> None:
    """Other words; a line without any takes no room."""
    label.setText(text)
    label.setVisible(bool(text))
