"""One free line of the letter, always optional; the page shows at once whether it still fits."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from common.words import form_side as said
from desk_app.ui.parts.card import words


class FreeLine(QWidget):
    """`written` carries the line each time it was changed by hand."""

    written = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.entry = QLineEdit()
        self.entry.setObjectName("freeLine")
        self.entry.setMaxLength(said.LINE_MOST)
        self.entry.setAccessibleName(said.FREE_LINE)
        self.entry.textChanged.connect(self._count)
        self.entry.textEdited.connect(self.written)
        self._left = words("", "second", 10)
        self._left.setWordWrap(False)
        head = QHBoxLayout()
        head.addWidget(words(said.FREE_LINE, points=10, bold=True), 1)
        head.addWidget(self._left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.entry)
        self.put("")

    def put(self, line: str) -> None:
        """The line of a form that is opened; an empty one is out of sight."""
        self.setEnabled(True)
        self.entry.setText(line)
        self._count(line)
        self.setVisible(bool(line))

    def _count(self, line: str) -> None:
        self._left.setText(said.line_left(len(line)))
