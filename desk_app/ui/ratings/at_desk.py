"""What was said at the desk itself: counts by question set and question, and the way to the citizen's screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel

from common.words import at_desk as said
from desk_app.services.at_desk import OfSet, at_desk
from desk_app.ui.actions import BY_ID
from desk_app.ui.page import Around
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.theme.look import px

_LABEL = 250


class AtDeskPanel(Card):
    """`put(period)` shows another period."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self.turn = button(said.TURN, BY_ID["counter-mode"].shown_key)
        self.turn.setProperty("small", True)
        self.turn.clicked.connect(lambda: around.do("counter-mode"))
        self.none, self.later = words(said.NONE, "second", 10.5), words("", "second", 10)
        self._rows: list[QLabel] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(2))
        self._grid.setColumnStretch(1, 1)
        head = QHBoxLayout()
        head.addWidget(words(said.TITLE, bold=True), 1)
        head.addWidget(self.turn)
        self.body.addLayout(head)
        self.body.addWidget(self.none)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.later)

    def put(self, period: str) -> None:
        """Count again."""
        told = at_desk(self._around.desk.seat, period)
        for label in self._rows:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._rows = []
        for of_set in told.sets:
            self._put_set(of_set)
        self.none.setVisible(not told.sets)
        self.later.setText(said.later(told.later))
        self.later.setVisible(bool(told.later))

    def _put_set(self, told: OfSet) -> None:
        head = words(said.head(told.questions, told.n, told.by_channel), points=10.5, bold=True)
        self._grid.addWidget(head, len(self._rows), 0, 1, 2)
        self._rows.append(head)
        self._line(said.LEVELS, said.levels(told.questions, told.by_score))
        for code, counts in told.asked.items():
            self._line(*said.question(told.questions, code, counts))

    def _line(self, name: str, value: str) -> None:
        at = len(self._rows)
        label, text = words(name, "second", 10.5), words(value, points=10.5)
        label.setFixedWidth(px(_LABEL))
        for column, each in enumerate((label, text)):
            each.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(each, at, column)
            self._rows.append(each)
