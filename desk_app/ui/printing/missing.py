"""Which sheets are missing or spoilt: they are ticked one by one, only they are printed again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from common.words import printing as said
from common.words.labels import LETTER_WORDS
from desk_app.services.print_desk import PrintedLetter
from desk_app.ui.form.wrapped_row import wrapped_row
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import block_title, words
from desk_app.ui.parts.over import Over
from desk_app.ui.parts.rows import Column
from desk_app.ui.printing.queue import TickModel, tick_table
from desk_app.ui.theme.look import px

_TO_END = "Ctrl+D"
_LOW = 480
"""px of the design: from here on the window leaves room for a button over the list."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One sheet as the printer took it, counted from 0."""

    sheet: int
    title: str
    event: str
    tag: str


def sheet_rows(letters: Sequence[PrintedLetter], copies: int) -> tuple[SheetRow, ...]:
    """A row for every sheet of these letters, in the order of printing."""
    rows = []
    for at in range(len(letters) * copies):
        letter = letters[at // copies]
        shown = said.SHEET_COPY if copies > 1 else said.SHEET
        title = shown.format(number=at + 1, title=letter.title, copy=at % copies + 1)
        rows.append(SheetRow(at, title, letter.event, letter.tag))
    return tuple(rows)


class MissingSheets(Over):
    """`again(sheets)` wants these printed once more, `counted(sheets)` takes the others as they are."""

    again = Signal(tuple)
    counted = Signal(tuple)

    def __init__(self, rows: Sequence[SheetRow], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(said.MISSING_TITLE)
        self.setModal(True)
        self._rows, self._ticked = tuple(rows), set[int]()
        column = Column(said.MISSING_COLUMN, lambda row: row.title, second=lambda row: LETTER_WORDS[row.event])
        self.model = TickModel(column, lambda row: row.sheet in self._ticked, self._tick, "event")
        self.table = tick_table(self.model, said.MISSING_TITLE)
        self.to_end = button(said.TO_THE_END, _TO_END)
        self.rest = button(said.KEEP_REST.format(here=len(rows)), "Ctrl+S")
        self.print_again = button(said.AGAIN_SHEETS_NONE, "Ctrl+P", primary=True)
        self._lay_out(parent)
        self.to_end.clicked.connect(self._tick_to_end)
        self.rest.clicked.connect(lambda: self._leave(self.counted))
        self.print_again.clicked.connect(lambda: self._leave(self.again))
        self.table.installEventFilter(self)
        self.model.put(self._rows)
        self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()
        self._count()
        self.finished.connect(self.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the list prints again what is ticked."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.print_again.click()
            return True
        return bool(super().eventFilter(watched, event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+P prints again, Ctrl+S counts the others, Ctrl+D ticks from here to the end; Esc leaves."""
        keys = QKeySequence.StandardKey
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        for wanted, pressed in ((self.print_again, keys.Print), (self.rest, keys.Save)):
            if event.matches(pressed):
                wanted.click()
                return
        if ctrl and event.key() == Qt.Key.Key_D:
            self.to_end.click()
            return
        super().keyPressEvent(event)

    def _lay_out(self, around: QWidget) -> None:
        leave = quiet_button(said.CLOSE, "Esc")
        leave.clicked.connect(self.reject)
        room = around.window().size()
        self.resize(min(px(640), room.width() - 40), min(px(480), room.height() - 40))
        self.to_end.setProperty("small", True)
        title, over = QHBoxLayout(), QHBoxLayout()
        title.addWidget(block_title(said.MISSING_TITLE))
        title.addStretch(1)
        # Where there is little room, a row of the list is worth more than a line for the button.
        low = room.height() < px(_LOW)
        (title if low else over).addWidget(self.to_end)
        over.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(title)
        column.addWidget(words(said.MISSING_TEXT, "second", 10))
        if not low:
            column.addLayout(over)
        column.addWidget(self.table, 1)
        column.addLayout(wrapped_row((leave, self.rest, self.print_again), self.width() - 40))

    def _tick(self, row: SheetRow, on: bool) -> bool:
        self._ticked.discard(row.sheet)
        if on:
            self._ticked.add(row.sheet)
        self._count()
        return True

    def _tick_to_end(self) -> None:
        first = max(0, self.table.currentIndex().row())
        self._ticked |= {row.sheet for row in self._rows[first:]}
        self.table.viewport().update()
        self._count()

    def _count(self) -> None:
        count = len(self._ticked)
        self.print_again.set_words(said.AGAIN_SHEETS.format(count=count) if count else said.AGAIN_SHEETS_NONE)
        self.print_again.setEnabled(count > 0)
        self.rest.set_words(said.KEEP_REST.format(here=len(self._rows) - count))
        self.rest.setEnabled(0 < count < len(self._rows))

    def _leave(self, signal: object) -> None:
        sheets = tuple(sorted(self._ticked))
        self.accept()
        signal.emit(sheets)  # type: ignore[attr-defined]
