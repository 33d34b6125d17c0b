"""The four figures on top of the ratings page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from desk_app.ui.parts.card import Card, words
from desk_app.ui.theme.look import SEMIBOLD, face
from desk_app.ui.theme.tokens import SON_CHU

_NUMBER, _SENTENCE = 20, 14
"""Points."""


class Figure(Card):
    """A name, a number, a line under it."""

    def __init__(self, name: str, under: str = "") -> None:
        super().__init__()
        self._told = under
        self.body.setSpacing(0)
        self.body.setContentsMargins(14, 8, 14, 8)
        self.name, self.number, self.under = words(name, "second", 10.5), QLabel(), words(under, "second", 9.5)
        self.number.setWordWrap(True)
        for widget in (self.name, self.number, self.under):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def put(self, number: str, under: str = "", late: str = "") -> None:
        """Another number; `late` is what of the line under it must not be passed over."""
        # A sentence in the place of a number would shout.
        self.number.setFont(face(_NUMBER if number[:1].isdigit() else _SENTENCE, SEMIBOLD))
        self.number.setText(number)
        if under:
            self._told = under
            red = f'<span style="color: {SON_CHU.name()}; font-weight: 600">{late}</span>'
            self.under.setText(under.replace(late, red) if late else under)
        self.setAccessibleName(f"{self.name.text()}: {number}, {self._told}")


class Figures(QWidget):
    """Cards in one line, or in two where the window is narrow."""

    def __init__(self, cards: Sequence[Figure]) -> None:
        super().__init__()
        self._cards = tuple(cards)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self.fit(False)

    def fit(self, narrow: bool) -> None:
        """Deal the cards anew."""
        across = 2 if narrow else len(self._cards)
        for place, card in enumerate(self._cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, place // across, place % across)
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, int(column < across))


def headed(title: str, note: QLabel, body: Sequence[QWidget], last: QWidget) -> Card:
    """A card with its title and a note in one line, `last` at its foot."""
    card, row, name = Card(), QHBoxLayout(), words(title, bold=True)
    name.setWordWrap(False)
    note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(name)
    row.addWidget(note, 1)
    card.body.addLayout(row)
    for widget in body:
        card.body.addWidget(widget)
    card.body.addStretch(1)
    card.body.addWidget(last)
    return card
