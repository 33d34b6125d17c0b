"""The column of reminders."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from common.words import today as words
from desk_app.services.reminders import Reminder
from desk_app.ui.actions import BY_ID
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.button import KeyButton, quiet_button
from desk_app.ui.parts.card import Card, block_title
from desk_app.ui.parts.card import words as label
from desk_app.ui.parts.flush import fit_flush, flush, link_edge
from desk_app.ui.theme.look import is_tight, px
from desk_app.ui.theme.tokens import CHAM, MUC_NHAT, SON

WIDE, NARROW = 304, 240
_ANY = 16_777_215
_LOWER = 5
"""px: beside a key the title stands so much lower, and its sign with it."""
_ALL_IN_FULL, _IN_FULL = 3, 2
"""So many cards stand there with their way spelled out; of more, these first ones do, the others show its key."""


class _Cards(QWidget):
    """Cards are as tall as their words, which `tall` tells: what does not fit is scrolled to, never squeezed."""

    tall = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pageBody")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)

    def event(self, event: QEvent) -> bool:
        """Other words, or another width for them: a narrower card is taller."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.setMinimumHeight(max(0, self.column.totalHeightForWidth(self.width())))
            self.tall.emit(self.minimumHeight())
        return done


class ReminderColumn(QWidget):
    """Cards in a column that scrolls; `asked` carries the action that a card leads to."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(px(NARROW if is_tight() else WIDE))
        self._body, self._below = _Cards(), False
        body = self._body
        body.tall.connect(self._make_room)
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
        self._below = below
        self._make_room(self._body.minimumHeight())

    def _make_room(self, tall: int) -> None:
        self._scroll.setMinimumHeight(tall if self._below else 0)

    def put(self, reminders: Sequence[Reminder]) -> None:
        """Other cards."""
        column = self._body.column
        while item := column.takeAt(0):
            if held := item.widget():
                held.hide()
                held.deleteLater()
        full = len(reminders) if len(reminders) <= _ALL_IN_FULL else _IN_FULL
        for place, reminder in enumerate(reminders):
            column.addWidget(self._card(reminder) if place < full else self._brief(reminder))
        if not reminders:
            column.addWidget(label(words.NO_REMINDERS, "second", 10.5))
        column.addStretch(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever walks through the cards by Tab sees where they are."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._scroll.ensureWidgetVisible(watched, 0, 24)
        return super().eventFilter(watched, event)

    def _card(self, reminder: Reminder) -> Card:
        lines = QVBoxLayout()
        lines.setSpacing(2)
        told = label(reminder.title, bold=True), label(reminder.text, "second", 10.5)
        for each in told:
            each.setContentsMargins(link_edge(), 0, 0, 0)
            lines.addWidget(each)
        lines.addLayout(flush(self._link(reminder)))
        row = QHBoxLayout()
        row.addLayout(lines, 1)
        return self._framed(reminder, row)

    def _brief(self, reminder: Reminder) -> Card:
        """The way is the key alone, beside the title."""
        link = self._link(reminder)
        link.setToolTip(link.text())
        link.setText("")
        link.setProperty("small", True)
        fit_flush(link)
        told = label(reminder.title, bold=True), label(reminder.text, "second", 10.5)
        for each in told:
            each.setContentsMargins(link_edge(), 0, 0, 0)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(told[0], 1)
        head.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addLayout(head)
        lines.addWidget(told[1])
        row = QHBoxLayout()
        row.addLayout(lines, 1)
        return self._framed(reminder, row, _LOWER)

    def _framed(self, reminder: Reminder, row: QHBoxLayout, lower: int = 0) -> Card:
        card = Card(tone="xam" if reminder.quiet else "")
        card.setAccessibleName(f"{reminder.title}. {reminder.text}")
        row.setSpacing(max(0, 8 - link_edge()))
        mark = sign(reminder.icon, SON if reminder.urgent else MUC_NHAT if reminder.quiet else CHAM, 20)
        mark.setContentsMargins(0, px(lower), 0, 0)
        row.insertWidget(0, mark, 0, Qt.AlignmentFlag.AlignTop)
        card.body.setContentsMargins(14, 10, 14, 8)
        card.body.addLayout(row)
        return card

    def _link(self, reminder: Reminder) -> KeyButton:
        action = BY_ID[reminder.does or f"page-{reminder.goes}"]
        told = action.words if reminder.does or is_tight() else words.OPEN_PAGE.format(page=action.words)
        link = quiet_button(told, action.shown_key)
        link.installEventFilter(self)
        link.clicked.connect(lambda: self.asked.emit(action.id))
        return link
