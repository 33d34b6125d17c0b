"""What a change makes of a record, and of its letters, before it is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout

from common.words import record_changes as said
from desk_app.services.history import Change
from desk_app.ui.parts.card import Card
from desk_app.ui.parts.card import words as label

_SHARES = (2, 3, 3)


class AmendTold(Card):
    """Every field before and after; under them the letters with what to do about each."""

    def __init__(self) -> None:
        super().__init__(said.CHANGES)
        self._grid, self._letters = QGridLayout(), QVBoxLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        for place, share in enumerate(_SHARES):
            self._grid.setColumnStretch(place, share)
        self._letters.setSpacing(6)
        self.body.addLayout(self._grid)
        self.body.addSpacing(8)
        self.body.addWidget(label(said.LETTERS_TOUCHED, bold=True))
        self.body.addLayout(self._letters)
        self.body.addStretch(1)

    def tell(self, changes: Sequence[Change], letters: Sequence[str]) -> None:
        """In place of what stood here."""
        for layout in (self._grid, self._letters):
            while item := layout.takeAt(0):
                if held := item.widget():
                    held.hide()
                    held.deleteLater()
        if changes:
            self._head()
        else:
            self._grid.addWidget(label(said.NOTHING_CHANGED, "second", 10.5), 0, 0, 1, len(_SHARES))
        for line, change in enumerate(changes, start=1):
            for place, text in enumerate((change.label, change.before, change.after)):
                self._grid.addWidget(_plain(text, bold=place == 2), line, place, Qt.AlignmentFlag.AlignTop)
        for letter in letters or (said.NO_LETTERS,):
            told = label(letter, "second", 10.5)
            told.setTextFormat(Qt.TextFormat.PlainText)
            self._letters.addWidget(told)

    def _head(self) -> None:
        for place, head in enumerate((said.PART, said.BEFORE, said.AFTER)):
            self._grid.addWidget(label(head, "second", 10), 0, place)


def _plain(text: str, bold: bool) -> QLabel:
    """Words as they were typed, whatever they hold."""
    told = label(text, points=10.5, bold=bold)
    told.setTextFormat(Qt.TextFormat.PlainText)
    return told
