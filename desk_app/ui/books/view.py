"""The page Sổ và số: a row for every book of a year; gaps explained, books closed, the paper printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from common.words import books as said
from desk_app.services.book_papers import closing_paper
from desk_app.services.books import Book, books, close_book, explain_gap, may_close, years
from desk_app.ui.books import model
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.labelled import Labelled
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.refill import refill
from desk_app.ui.parts.rows import RowsModel, rows_table
from desk_app.ui.print_paper import Paper, print_here
from desk_app.ui.printing.printer import Printery
from desk_app.ui.theme.look import px
from desk_app.ui.told import tried

_COUNTS, _NARROW = 2, 660


class BooksPage(KeyPage):
    """Menu Xem, Sổ và số."""

    def __init__(self, around: Around, printery: Printery | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = said.TITLE
        self._around, self._printery = around, printery
        self.head, self.state = PageHead(said.TITLE, said.CONTEXT), Banner("sen", "", "")
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        self.year = QComboBox()
        self.rows = RowsModel(model.columns())
        self.table = rows_table(self.rows, said.ROWS)
        self.table.setMinimumSize(500, 190)
        self.table.selectionModel().currentRowChanged.connect(lambda now, before: self._chosen())
        self.lines = words("", "second")
        self.lines.setTextFormat(Qt.TextFormat.PlainText)
        # On a small screen what has the focus is scrolled into sight.
        self.lines.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.other = button(said.OTHER_YEAR, "F6")
        self.why, self.paper = button(said.WHY, "Enter"), button(said.PRINT, "Ctrl+P")
        self.close_it = button(said.CLOSE, "Ctrl+Shift+K", primary=True)
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        self.year.currentIndexChanged.connect(lambda index: self._read())
        self.other.clicked.connect(self._other_year)
        self.why.clicked.connect(lambda: self._with(self._explain))
        self.paper.clicked.connect(lambda: self._with(self._print))
        self.close_it.clicked.connect(lambda: self._with(self._close))

    def _lay_out(self) -> None:
        body, top, held = QWidget(), QHBoxLayout(), Card(said.DETAILS)
        top.setSpacing(12)
        top.addWidget(Labelled(said.YEAR, self.year))
        top.addWidget(self.other, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch(1)
        held.body.addWidget(self.lines)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(12)
        inside.addWidget(self.state)
        inside.addLayout(top)
        inside.addWidget(self.table, 1)
        inside.addWidget(held)
        self.stand_between(self.head, body, Foot((self.why,), (self.paper, self.close_it)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a very narrow window the number of entries gives way to the names of the books."""
        super().resizeEvent(event)
        self.table.setColumnHidden(_COUNTS, event.size().width() < px(_NARROW))

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """The running year; in January the one that is to be closed."""
        self.state.hide()
        self._put_years()
        today = self._around.desk.seat.today()
        ended = self.year.findText(str(today.year - 1)) if today.month == 1 else 0
        self.year.setCurrentIndex(max(0, ended))

    def refresh(self) -> None:
        """Read the books again; what was said last stays."""
        self._put_years()
        self._read()
        self.table.setFocus()

    def may_leave(self) -> bool:
        """Nothing is typed here that could be lost."""
        return True

    # ---- what is shown

    @property
    def book(self) -> Book | None:
        """The book that is chosen."""
        found: Book | None = self.rows.row(self.table.currentIndex())
        return found

    def _put_years(self) -> None:
        told = [str(year) for year in years(self._around.desk.seat)]
        if told == [self.year.itemText(at) for at in range(self.year.count())]:
            return
        refill(self.year, ((year, year) for year in told))

    def _read(self) -> None:
        chosen = max(0, self.table.currentIndex().row())
        self.rows.put(books(self._around.desk.seat, int(self.year.currentText())))
        self.table.setCurrentIndex(self.rows.index(min(chosen, self.rows.rowCount() - 1), 0))
        self.other.setEnabled(self.year.count() > 1)
        self._chosen()

    def _chosen(self) -> None:
        book = self.book
        told = model.lines(book) if book else said.NO_BOOKS.format(year=self.year.currentText())
        self.lines.setText(told)
        self.lines.setAccessibleName(f"{said.DETAILS}: {told}")
        self.why.setEnabled(bool(book and book.gaps))
        self.paper.setEnabled(book is not None)
        self.close_it.setEnabled(bool(book and book.closed is None))

    def _other_year(self) -> None:
        self.year.setCurrentIndex((self.year.currentIndex() + 1) % self.year.count())

    # ---- acts

    def _with(self, act: Callable[[Book], None]) -> None:
        book = self.book
        if book is not None:
            tried(lambda: act(book), partial(self.state.tell, "son"))

    def _explain(self, book: Book) -> None:
        named = model.gap_names(book.unexplained or book.gaps)
        asker, only = self._around.asker, next(iter(named), None)
        chosen = asker.choose_one(said.WHY, said.WHICH_GAP, list(named)) if len(named) > 1 else only
        if chosen is None:
            return
        gap = named[chosen]
        reason = asker.ask_text(said.WHY, said.WHY_GAP.format(numbers=chosen), gap.reason)
        if reason is None:
            return
        explain_gap(self._around.desk.seat, (book.key, gap.first, gap.last), reason)
        self._around.changed()
        self._read()
        self.state.tell("sen", said.EXPLAINED.format(numbers=chosen))

    def _print(self, book: Book) -> None:
        pdf = closing_paper(self._around.desk.seat, book.key)
        print_here(self._around, Paper(pdf, said.PAPER_NAME, said.PAPER_FILE), self._printery)

    def _close(self, book: Book) -> None:
        seat, key = self._around.desk.seat, book.key
        may_close(seat, key)
        early = seat.today() <= date(key.year, 12, 31)
        title = said.ASK_CLOSE.format(event=said.kind(key.event).lower(), year=key.year, book=key.book)
        if self._around.asker.ask(title, model.question(book, early), (said.YES_CLOSE, said.NOT_YET)) != 0:
            return
        closed = close_book(seat, key)
        self._around.changed()
        self._read()
        self.state.tell("sen", said.CLOSED.format(book=key.book, year=key.year, entries=closed.entries))
