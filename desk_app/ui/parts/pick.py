"""Choosing one of many by typing a few letters of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from common.names import fold
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.list_rows import in_rows
from desk_app.ui.parts.over import Over
from desk_app.ui.theme.look import px

_WIDE, _TALL, _LOW = 470, 320, 130


@dataclass(frozen=True, slots=True)
class Pickable:
    """One of those on offer: what it is called, what it means to whoever asked, and other words it is found by."""

    told: str
    value: object
    also: str = ""


@dataclass(frozen=True, slots=True)
class Picking:
    """The question: its title, what to type, the name of the list, the buttons."""

    title: str
    hint: str
    list: str
    yes: str
    no: str


class Pick(Over):
    """`chosen` carries the value. Arrows move the bar while one types, Enter takes what is under it."""

    chosen = Signal(object)

    def __init__(self, question: Picking, offers: Sequence[Pickable], parent: QWidget, at: int = 0) -> None:
        super().__init__(parent)
        self.setWindowTitle(question.title)
        self.setAccessibleName(question.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offers = tuple(offers)
        self.line, self.list = QLineEdit(), QListWidget()
        self.line.setPlaceholderText(question.hint)
        self.line.setAccessibleName(question.hint)
        self.list.setAccessibleName(question.list)
        in_rows(self.list)
        self.list.setMinimumHeight(px(_TALL if self.room().height() > px(560) else _LOW))
        self.list.itemDoubleClicked.connect(lambda _: self._say())
        self.line.textChanged.connect(self._narrow)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setSpacing(8)
        column.addWidget(words(question.title, points=13, bold=True))
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        self.hold(body, self._foot(question), px(_WIDE))
        self._narrow("")
        self.list.setCurrentRow(at)
        self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The line has the keys; what it leaves moves the bar or answers."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            at = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
            self.list.setCurrentRow(at)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._say()
        else:
            super().keyPressEvent(event)

    def _narrow(self, text: str) -> None:
        wanted = fold(text).split()
        self.list.clear()
        for one in self._offers:
            if all(word in fold(f"{one.told} {one.also}") for word in wanted):
                item = QListWidgetItem(one.told)
                item.setData(Qt.ItemDataRole.UserRole, one)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _say(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        offer: Pickable = item.data(Qt.ItemDataRole.UserRole)
        self.accept()
        self.chosen.emit(offer.value)

    def _foot(self, question: Picking) -> QHBoxLayout:
        yes, no = button(question.yes, "Enter", primary=True), quiet_button(question.no, "Esc")
        yes.clicked.connect(self._say)
        no.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(no)
        row.addWidget(yes)
        return row
