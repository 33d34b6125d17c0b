"""The table of the chosen queue, or the sentence of an empty one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStackedWidget, QVBoxLayout, QWidget

from common.words import today as words
from desk_app.services.queues import Queue, Row
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


class QueueTable(QStackedWidget):
    """`opened` carries the row on Enter; `numbered` the digit of another queue; `chosen_changed` when rows are."""

    opened = Signal(object)
    numbered = Signal(int)
    chosen_changed = Signal()
    new_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = RowsModel(COLUMNS)
        self.table = rows_table(self.model, words.PAGE)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.activated.connect(lambda index: self.opened.emit(self.model.row(index)))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self.table.installEventFilter(self)
        self.nothing = label("", "second")
        self.new_entry = button(words.NEW_ENTRY, "Ctrl+N", icon="plus")
        self.new_entry.clicked.connect(self.new_asked)
        self.addWidget(_top(self.table))
        self.addWidget(_top(_empty(self.nothing, self.new_entry)))

    def put(self, queue: Queue, place: int) -> None:
        """The rows of a queue, the one at `place` chosen."""
        self.model.put(queue.rows)
        self.table.setAccessibleName(queue.words)
        self.nothing.setText(queue.empty)
        self.new_entry.setVisible(queue.id == "print")
        self.setCurrentIndex(0 if queue.rows else 1)
        rows = len(queue.rows)
        timed = any(row.due for row in queue.rows)
        self.table.setColumnHidden(_DUE, not timed)
        self.table.horizontalHeader().resizeSection(_NEXT_ACT, px(_todo_width(timed)))
        self.table.setMaximumHeight(px(HEIGHT["table-head"]) + rows * px(HEIGHT["two-line-row"]) + 4)
        if rows:
            self.choose(min(place, rows - 1))
        self.chosen_changed.emit()

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


def _top(widget: QWidget) -> QWidget:
    """The widget at the upper end of its room."""
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget, 1000)
    column.addStretch(1)
    return held


def _empty(text: QWidget, press: KeyButton) -> QFrame:
    card = Card()
    card.body.setContentsMargins(20, 20, 20, 20)
    card.body.addWidget(text)
    card.body.addWidget(press, 0, Qt.AlignmentFlag.AlignLeft)
    return card
