"""The column of reminders."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from common.words import today as words
from desk_app.services.reminders import Reminder
from desk_app.ui.actions import BY_ID
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.button import quiet_button
from desk_app.ui.parts.card import Card, block_title
from desk_app.ui.parts.card import words as label
from desk_app.ui.theme.look import is_tight, px
from desk_app.ui.theme.tokens import CHAM, MUC_NHAT, SON

WIDE, NARROW = 304, 240
_ANY = 16_777_215


class ReminderColumn(QWidget):
    """Cards in a column that scrolls; `asked` carries the page that a card leads to."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(px(NARROW if is_tight() else WIDE))
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(10)
        self._body = body = QWidget()
        body.setObjectName("pageBody")
        body.setLayout(self._cards)
        self._scroll = scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(words.REMINDERS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        title = block_title(words.REMINDERS)
        title.setFixedHeight(px(32))
        column.addWidget(title)
        column.addWidget(scroll, 1)

    def lie(self, below: bool) -> None:
        """Below the table the cards stand as wide as it and the page scrolls; beside it they scroll by themselves."""
        wide = px(NARROW if is_tight() else WIDE)
        self.setMinimumWidth(0 if below else wide)
        self.setMaximumWidth(_ANY if below else wide)
        tall = self._body.sizeHint().height() if below else 0
        self._scroll.setMinimumHeight(tall)

    def put(self, reminders: Sequence[Reminder]) -> None:
        """Other cards."""
        while item := self._cards.takeAt(0):
            if held := item.widget():
                held.hide()
                held.deleteLater()
        for reminder in reminders:
            self._cards.addWidget(self._card(reminder))
        if not reminders:
            self._cards.addWidget(label(words.NO_REMINDERS, "second", 10.5))
        self._cards.addStretch(1)

    def _card(self, reminder: Reminder) -> Card:
        card = Card(tone="xam" if reminder.quiet else "")
        card.setAccessibleName(f"{reminder.title}. {reminder.text}")
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(label(reminder.title, bold=True))
        lines.addWidget(label(reminder.text, "second", 10.5))
        if reminder.goes:
            lines.addWidget(self._link(reminder.goes), 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(8)
        mark = sign(reminder.icon, SON if reminder.urgent else MUC_NHAT if reminder.quiet else CHAM, 20)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        card.body.setContentsMargins(14, 12, 14, 10)
        card.body.addLayout(row)
        return card

    def _link(self, page: str) -> QWidget:
        action = BY_ID[f"page-{page}"]
        told = action.words if is_tight() else words.OPEN_PAGE.format(page=action.words)
        link = quiet_button(told, action.shown_key)
        link.clicked.connect(lambda: self.asked.emit(page))
        return link
