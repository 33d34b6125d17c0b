"""Three pairs of lines for the wall: what people said, what the office did."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from common.words import desk_papers as paper_words
from common.words import papers_page as said
from desk_app.services.desk_papers import Pair
from desk_app.ui.parts.labelled import Labelled


class BoardLines(QWidget):
    """`edited()` when a line was left that says something else now."""

    edited = Signal()

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.fields = [(QLineEdit(), QLineEdit()) for _ in range(paper_words.BOARD_LINES)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for number, pair in enumerate(self.fields, 1):
            labels = (said.HEARD.format(n=number), said.MENDED.format(kind=kind, n=number))
            for column, (field, label) in enumerate(zip(pair, labels, strict=True)):
                field.setMaxLength(paper_words.LONGEST_LINE)
                field.editingFinished.connect(self.edited)
                grid.addWidget(Labelled(label, field), number, column, Qt.AlignmentFlag.AlignTop)

    def put(self, lines: tuple[Pair, ...]) -> None:
        """Show what is kept."""
        for pair, typed in zip(self.fields, lines, strict=True):
            for field, text in zip(pair, typed, strict=True):
                field.setText(text)
                field.setCursorPosition(0)

    def lines(self) -> tuple[Pair, ...]:
        """As typed."""
        return tuple((heard.text().strip(), done.text().strip()) for heard, done in self.fields)
