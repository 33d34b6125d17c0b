"""The left column: what waits for paper, and what was printed today."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from common.words import printing as said
from common.words.actions import WORDS
from desk_app.services.print_desk import WaitingLetter
from desk_app.ui.parts.button import KeyButton, button, quiet_button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.rows import Column
from desk_app.ui.printing.model import PrintingModel
from desk_app.ui.printing.queue import TickModel, tick_table
from desk_app.ui.theme.look import percent, px

_WIDEST = 330
"""px: with large type the names are shortened sooner, so that the page still fits a small screen."""


class QueueSide(QWidget):
    """312 px. `chosen()` when another row came into view, `ticked()` after a tick, `book()` and `new()` when asked."""

    chosen = Signal(int)
    ticked = Signal()
    book = Signal()
    new = Signal()

    def __init__(self, model: PrintingModel) -> None:
        super().__init__()
        self._model = model
        column = Column(said.QUEUE_COLUMN, lambda row: row.title, second=lambda row: row.note)
        self.rows = TickModel(column, self._state, self._tick, "event")
        self.table = tick_table(self.rows, said.QUEUE)
        self.count = words("", "second", 10)
        self.count.setWordWrap(False)
        self.empty, self.today = Card(said.EMPTY_TITLE), Card()
        self.today_title = block_title(said.TODAY)
        self.setFixedWidth(min(px(312), _WIDEST))
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(lambda now, _: self.chosen.emit(now.row()))

    def refresh(self) -> None:
        """Show what the model holds."""
        rows = self._model.rows
        self.table.selectionModel().blockSignals(True)
        self.rows.put(rows)
        self.table.selectionModel().blockSignals(False)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.show_current()
        self.recount()

    def show_current(self) -> None:
        """Select the row in view."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        if self._model.rows:
            self.table.selectionModel().setCurrentIndex(self.rows.index(self._model.current, 0), flags)

    def recount(self) -> None:
        """How many are chosen, how many were printed today."""
        chosen, all = len(self._model.chosen()), len(self._model.rows)
        text = said.CHOSEN if percent() <= 100 else said.CHOSEN_SHORT
        self.count.setText(text.format(chosen=chosen, all=all) if all else "")
        printed = len(self._model.today)
        self.today_title.setText(said.TODAY + (said.TODAY_COUNT.format(count=printed) if printed else ""))
        self.table.viewport().update()

    def _state(self, row: WaitingLetter) -> bool | None:
        return None if self._model.held(row) else self._model.ticked(row)

    def _tick(self, row: WaitingLetter, on: bool) -> bool:
        done = self._model.tick(row, on)
        self.ticked.emit()
        return done

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(block_title(said.QUEUE))
        head.addStretch(1)
        head.addWidget(self.count)
        new = button(WORDS["new"][0], "Ctrl+N", icon="plus")
        new.clicked.connect(self.new)
        self.empty.body.addWidget(words(said.EMPTY_TEXT, "second", 10.5))
        self.empty.body.addWidget(new, 0, Qt.AlignmentFlag.AlignLeft)
        self._fill_today()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty)
        column.addWidget(self.today)
        column.addStretch(0)

    def _fill_today(self) -> None:
        reasons = ", ".join(said.REPRINT_REASONS.values())
        link: KeyButton = quiet_button(said.OPEN_BOOK, "Ctrl+H")
        link.clicked.connect(self.book)
        self.today.body.addWidget(self.today_title)
        self.today.body.addWidget(words(said.TODAY_NOTE.format(reasons=reasons), "second", 10.5))
        self.today.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
