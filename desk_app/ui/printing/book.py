"""The book of printed letters: print again with a reason, or say how letters were handed over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from common.words import printing as said
from desk_app.services.delivery import Given
from desk_app.services.print_desk import PrintedLetter
from desk_app.services.seat import Seat
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import block_title, words
from desk_app.ui.parts.choices import Choices, Group, Question, answers
from desk_app.ui.parts.handing import ask_handing
from desk_app.ui.parts.over import Over
from desk_app.ui.parts.rows import Column
from desk_app.ui.printing.queue import TickModel, tick_table
from desk_app.ui.theme.look import px


def reason_question(letters: int) -> Question:
    """Why letters are printed once more; nothing is chosen beforehand."""
    return Question(
        title=said.REASON_TITLE,
        text=said.REASON_TEXT,
        groups=(Group(said.REASON_LABEL, answers(tuple(said.REPRINT_REASONS.items()))),),
        yes=said.PRINT_AGAIN.format(count=letters),
        no=said.CLOSE,
        decided=False,
    )


class PrintedBook(Over):
    """Newest letters first. `again(letters, reason)`, `backs(letters)`, `delivered(letters, given)` say what was
    decided."""

    again = Signal(tuple, str)
    backs = Signal(tuple)
    delivered = Signal(tuple, object)

    def __init__(self, letters: Sequence[PrintedLetter], parent: QWidget, seat: Seat) -> None:
        super().__init__(parent)
        self._seat = seat
        self.setWindowTitle(said.BOOK)
        self.setModal(True)
        self._letters, self._today = tuple(letters), seat.today()
        self._ticked: set[int] = set()
        column = Column(said.BOOK_COLUMNS[0], lambda row: row.title, second=_second)
        self.model = TickModel(column, lambda row: row.letter in self._ticked, self._tick, "event")
        self.table = tick_table(self.model, said.BOOK)
        self.parts = tuple(button(told, str(key)) for key, (_, told) in enumerate(said.BOOK_PARTS, start=1))
        self.nothing = words("", "second")
        self.print_backs = button(said.PRINT_BACKS, "F9")
        self.print_again, self.deliver = button("", "Ctrl+P"), button("", "Enter", primary=True)
        self._lay_out(parent)
        self.print_again.clicked.connect(self._ask_reason)
        self.print_backs.clicked.connect(self._leave_with_backs)
        self.deliver.clicked.connect(self._ask_way)
        for number, part in enumerate(self.parts):
            part.clicked.connect(lambda checked=False, number=number: self._show_part(number))
        self.table.installEventFilter(self)
        self._show_part(0)
        self._count()
        self.finished.connect(self.deleteLater)

    def chosen(self) -> tuple[int, ...]:
        """The letters with a tick, oldest first."""
        return tuple(sorted(self._ticked))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Digits choose a part; without this the list would look for names that begin with one."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and isinstance(event, QKeyEvent) and event.text() in ("1", "2", "3"):
            self.parts[int(event.text()) - 1].click()
            return True
        return bool(super().eventFilter(watched, event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter hands over what is ticked, Ctrl+P prints it again, F9 its other side; Esc leaves."""
        if event.matches(QKeySequence.StandardKey.Print):
            self.print_again.click()
            return
        if event.key() == Qt.Key.Key_F9:
            self.print_backs.click()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.deliver.click()
            return
        super().keyPressEvent(event)

    def _lay_out(self, around: QWidget) -> None:
        leave = quiet_button(said.CLOSE, "Esc")
        leave.clicked.connect(self.reject)
        room = around.window().size()
        self.resize(min(px(720), room.width() - 40), min(px(520), room.height() - 40))
        parts, foot = QHBoxLayout(), QHBoxLayout()
        for part in self.parts:
            part.setProperty("small", True)
            parts.addWidget(part)
        parts.addStretch(1)
        self.print_backs.setProperty("small", True)
        parts.addWidget(self.print_backs)
        foot.addWidget(leave)
        foot.addStretch(1)
        foot.addWidget(self.print_again)
        foot.addWidget(self.deliver)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(block_title(said.BOOK))
        column.addWidget(words(said.BOOK_NOTE if self._letters else said.BOOK_EMPTY, "second", 10))
        column.addLayout(parts)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing)
        column.addLayout(foot)

    def _show_part(self, number: int) -> None:
        """All of them, those printed today, or those that nobody has handed over."""
        code = said.BOOK_PARTS[number][0]
        shown = [row for row in self._letters if self._in_part(row, code)]
        for place, part in enumerate(self.parts):
            part.set_kind("primary" if place == number else "neutral")
            count = sum(self._in_part(row, said.BOOK_PARTS[place][0]) for row in self._letters)
            part.set_words(f"{said.BOOK_PARTS[place][1]} · {count}")
        self.model.put(shown)
        self.nothing.setText("" if shown or not self._letters else said.BOOK_PART_EMPTY)
        self.nothing.setVisible(not shown)
        if shown:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()

    def _in_part(self, row: PrintedLetter, code: str) -> bool:
        return {"today": row.first_on == self._today, "here": not row.delivered}.get(code, True)

    def _tick(self, row: PrintedLetter, on: bool) -> bool:
        self._ticked.discard(row.letter)
        if on:
            self._ticked.add(row.letter)
        self._count()
        return True

    def _count(self) -> None:
        count = len(self._ticked)
        self.print_again.set_words(said.PRINT_AGAIN.format(count=count) if count else said.PRINT_AGAIN_NONE)
        self.deliver.set_words(said.SAY_DELIVERED.format(count=count) if count else said.SAY_DELIVERED_NONE)
        for each in (self.print_again, self.deliver):
            each.setEnabled(count > 0)
        self.print_backs.setVisible(bool(self._with_backs()))

    def _with_backs(self) -> tuple[int, ...]:
        return tuple(row.letter for row in self._letters if row.back and row.letter in self._ticked)

    def _leave_with_backs(self) -> None:
        letters = self._with_backs()
        if letters:
            self.accept()
            self.backs.emit(letters)

    def _ask_reason(self) -> None:
        dialog = Choices(reason_question(len(self._ticked)), self)
        dialog.answered.connect(lambda codes: self._leave_with(said.REPRINT_REASONS[codes[0]]))
        dialog.open()

    def _leave_with(self, reason: str) -> None:
        letters = self.chosen()
        self.accept()
        self.again.emit(letters, reason)

    def _ask_way(self) -> None:
        ask_handing(self._seat, self.chosen(), self, self._hand_over)

    def _hand_over(self, given: Given) -> None:
        letters = self.chosen()
        self.accept()
        self.delivered.emit(letters, given)


def _second(row: PrintedLetter) -> str:
    printed = said.BOOK_PRINTED.format(printed=row.printed)
    return " · ".join(part for part in (printed, row.delivered, row.again) if part)
