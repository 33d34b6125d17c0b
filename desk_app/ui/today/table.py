"""The table of the chosen queue, or the sentence of an empty one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStackedWidget, QVBoxLayout, QWidget

from common.words import today as words
from desk_app.services.queues import Queue, Row
from desk_app.ui.actions import BY_ID
from desk_app.ui.parts.button import KeyButton, button
from desk_app.ui.parts.card import Card
from desk_app.ui.parts.card import words as label
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.theme.look import is_tight, px
from desk_app.ui.theme.tokens import HEIGHT

COLUMNS = (
    Column(words.COLUMNS[0], lambda row: row.who, second=lambda row: row.second or " "),
    Column(words.COLUMNS[1], lambda row: row.tag.words, tone=lambda row: row.tag.tone, tag=True, width=96),
    Column(
        words.COLUMNS[2],
        lambda row: row.todo,
        second=lambda row: row.note,
        second_tone=lambda row: "hoe",
        width=212,
    ),
    Column(words.COLUMNS[3], lambda row: row.due, tone=lambda row: "son" if row.late else "", width=130),
)

_NEXT_ACT, _DUE = 2, 3
NEXT = {
    "print": ("new", words.NEW_ENTRY, "plus"),
    "sign": ("page-printing", words.OPEN_PAGE.format(page=BY_ID["page-printing"].words), "printer"),
    "hand": ("page-printing", words.OPEN_PAGE.format(page=BY_ID["page-printing"].words), "printer"),
    "call": ("receive-receipt", words.RECEIVE, "usb"),
    "draft": ("new", words.NEW_ENTRY, "plus"),
    "look": ("page-find", words.OPEN_PAGE.format(page=BY_ID["page-find"].words), "books"),
}
"""What an empty queue offers to do: an action, its words, its sign."""


class QueueTable(QStackedWidget):
    """`opened` carries the row on Enter; `numbered` the digit of another queue; `chosen_changed` when rows are;
    `next_asked` the action that an empty queue offers."""

    opened = Signal(object)
    numbered = Signal(int)
    chosen_changed = Signal()
    next_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.model = RowsModel(COLUMNS)
        self.table = rows_table(self.model, words.PAGE)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.activated.connect(lambda index: self.opened.emit(self.model.row(index)))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self.table.installEventFilter(self)
        self.nothing, self._shown = label("", "second"), "print"
        self.next = {queue: self._next(*look) for queue, look in NEXT.items()}
        self.addWidget(_top(self.table))
        self.addWidget(_top(_empty(self.nothing, self.next.values()), 0))

    def put(self, queue: Queue, place: int) -> None:
        """The rows of a queue, the one at `place` chosen; where the keys were here they stay."""
        held = self.focusWidget()
        here = held is not None and self.window().focusWidget() is held
        self.model.put(queue.rows)
        self.table.setAccessibleName(queue.words)
        self.nothing.setText(queue.empty)
        self._shown = queue.id
        for id, press in self.next.items():
            press.setVisible(id == queue.id)
        self.setCurrentIndex(0 if queue.rows else 1)
        rows = len(queue.rows)
        timed = any(row.due for row in queue.rows)
        self.table.setColumnHidden(_DUE, not timed)
        self.table.horizontalHeader().resizeSection(_NEXT_ACT, px(_todo_width(timed)))
        self.table.setMaximumHeight(px(HEIGHT["table-head"]) + rows * px(HEIGHT["two-line-row"]) + 4)
        if rows:
            self.choose(min(place, rows - 1))
        if here:
            self.take_focus()
        self.chosen_changed.emit()

    def take_focus(self) -> None:
        """The keys belong to the rows, or to what an empty queue offers."""
        front = self.table if self.model.rows else self.next[self._shown]
        front.setFocus()

    def _next(self, id: str, told: str, icon: str) -> KeyButton:
        press = button(told, BY_ID[id].shown_key, icon=icon)
        press.clicked.connect(lambda: self.next_asked.emit(id))
        press.hide()
        return press

    def choose(self, place: int) -> None:
        """Put the bar on one row."""
        index = self.model.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.table.scrollTo(index)

    def current(self) -> Row | None:
        """The row under the bar."""
        return self.model.row(self.table.currentIndex())

    def selected(self) -> list[Row]:
        """The chosen rows from top to bottom."""
        places = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.model.rows[place] for place in places]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Digits choose a queue; without this the table would look for names that begin with a digit."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            digit = event.text()
            if digit in ("1", "2", "3", "4", "5", "6") and event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            ):
                self.numbered.emit(int(digit))
                return True
        return bool(super().eventFilter(watched, event))


def _todo_width(timed: bool) -> int:
    """Names need the room more than the things to do, which are the same in most rows."""
    if is_tight():
        return 156 if timed else 220
    return 212 if timed else 318


def _top(widget: QWidget, stretch: int = 1000) -> QWidget:
    """The widget at the upper end of its room."""
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget, stretch)
    column.addStretch(1)
    return held


def _empty(text: QWidget, presses: Iterable[KeyButton]) -> QFrame:
    card = Card()
    card.body.setContentsMargins(20, 20, 20, 20)
    card.body.addWidget(text)
    for press in presses:
        card.body.addWidget(press, 0, Qt.AlignmentFlag.AlignLeft)
    return card
