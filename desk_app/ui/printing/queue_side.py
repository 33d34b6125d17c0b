"""The left column: what waits for paper, and what was printed today."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from common.words import printing as said
from common.words.actions import WORDS
from desk_app.services.print_desk import WaitingLetter
from desk_app.ui.actions import BY_ID
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.flush import flush, link_edge
from desk_app.ui.parts.rows import Column
from desk_app.ui.printing.model import PrintingModel
from desk_app.ui.printing.queue import TickModel, tick_table
from desk_app.ui.theme.look import percent, px
from desk_app.ui.theme.tokens import HEIGHT

_WIDE, _NARROW, _WIDEST, _ANY = 312, 250, 330, 16_777_215
"""px: with large type the names are shortened sooner, so that the page still fits a small screen."""
_FEWEST = 2
"""Rows that are seen at least."""


class QueueSide(QWidget):
    """312 px. `chosen()` when another row came into view, `ticked()` after a tick, `book()` and `new()` when asked."""

    chosen = Signal(int)
    ticked = Signal()
    book = Signal()
    new = Signal()

    def __init__(self, model: PrintingModel) -> None:
        super().__init__()
        self._model = model
        self._brief = False
        column = Column(said.QUEUE_COLUMN, lambda row: row.title, second=lambda row: row.note)
        self.rows = TickModel(column, self._state, self._tick, "event")
        self.table = tick_table(self.rows, said.QUEUE)
        self.count = words("", "second", 10)
        self.count.setWordWrap(False)
        self.empty, self.today = Card(said.EMPTY_TITLE), Card()
        self.today_title = block_title(said.TODAY)
        self.today_note = words("", "second", 10.5)
        self.choose = quiet_button(BY_ID["choose-sheet"].words, BY_ID["choose-sheet"].shown_key, "list")
        self.new_button = button(WORDS["new"][0], BY_ID["new"].shown_key, icon="plus")
        self.choose.setProperty("small", True)
        self._lay_out()
        self.fit(False, False)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _: self.chosen.emit(now.row()))

    def fit(self, narrow: bool, short: bool, over: bool = False) -> None:
        """Give way where the window is small; in a short one the words about printing again are left out; `over` the
        sheet it is as wide as the page."""
        wide = min(px(_NARROW if narrow else _WIDE), _WIDEST)
        self.setMinimumWidth(0 if over else wide)
        self.setMaximumWidth(_ANY if over else wide)
        self._brief = narrow or percent() > 100
        self.today_note.setHidden(short)
        self.recount()

    def front(self) -> QWidget:
        """What the keyboard belongs to here."""
        return self.table if self._model.rows else self.new_button

    def refresh(self) -> None:
        """Show what the model holds."""
        rows = self._model.rows
        self.table.selectionModel().blockSignals(True)
        self.rows.put(rows)
        self.table.selectionModel().blockSignals(False)
        self.table.setVisible(bool(rows))
        self.choose.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        row, head = px(HEIGHT["two-line-row"]), px(HEIGHT["table-head"])
        self.table.setMinimumHeight(head + min(len(rows), _FEWEST) * row + 4)
        self.table.setMaximumHeight(head + len(rows) * row + 4)
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
        text = said.CHOSEN_SHORT if self._brief else said.CHOSEN
        self.count.setText(text.format(chosen=chosen, all=all) if all else "")
        printed = len(self._model.today)
        self.today_title.setText(said.TODAY + (said.TODAY_COUNT.format(count=printed) if printed else ""))
        reasons = ", ".join(said.REPRINT_REASONS.values())
        self.today_note.setText(said.TODAY_NOTE.format(reasons=reasons) if printed else said.TODAY_NONE)
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
        self.new_button.clicked.connect(self.new)
        self.empty.body.addWidget(words(said.EMPTY_TEXT, "second", 10.5))
        self.empty.body.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._fill_today()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table, 100)
        column.addLayout(flush(self.choose))
        column.addWidget(self.empty)
        column.addWidget(self.today)
        column.addStretch(1)

    def _fill_today(self) -> None:
        link = quiet_button(said.OPEN_BOOK, BY_ID["printed-book"].shown_key)
        link.clicked.connect(self.book)
        self.today.body.setSpacing(2)
        self.today.body.setContentsMargins(16 - link_edge(), 10, 16, 8)
        for told in (self.today_title, self.today_note):
            told.setContentsMargins(link_edge(), 0, 0, 0)
        link.setProperty("small", True)
        self.today.body.addWidget(self.today_title)
        self.today.body.addWidget(self.today_note)
        self.today.body.addLayout(flush(link))
