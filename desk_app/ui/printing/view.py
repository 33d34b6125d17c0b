"""The page "Thư và in": queue, sheet, printer, and the question after printing (LOOK.md picture 26)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from common.words import printing as said
from desk_app.services.print_desk import PrintDesk, Sheet
from desk_app.ui.jobs import Step
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.printing.book import PrintedBook
from desk_app.ui.printing.drawn import Drawn, draw_row, left_out, why_not
from desk_app.ui.printing.how import HowToPrint
from desk_app.ui.printing.model import PrintingModel, Sent, Wanted
from desk_app.ui.printing.printer import CannotPrint, InstalledPrinters, Printery
from desk_app.ui.printing.question import QuestionBar
from desk_app.ui.printing.queue_side import QueueSide
from desk_app.ui.printing.sheet_view import SheetView
from desk_app.ui.theme.look import percent, px
from desk_app.ui.theme.tokens import MUC_NHAT
from desk_app.ui.told import sentence_of


class PrintingPage(QWidget):
    """Alt+3. Letters wait here until a person has counted the sheets."""

    title = said.TITLE
    actions = frozenset({"print", "save-pdf", "printed-book", "zoom-sheet"})  # type: ignore[assignment]

    def __init__(self, around: Around, printery: Printery | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.model = PrintingModel(PrintDesk(around.desk.seat), printery or InstalledPrinters())
        self._around = around
        self._wanted: Wanted | None = None
        self._sending = False
        self._arrived: tuple[int, ...] = ()
        self.head, self.bar = PageHead(said.TITLE), QuestionBar()
        self.queue, self.view, self.how = QueueSide(self.model), SheetView(), HowToPrint()
        self.save_button = button(said.SAVE_PDF, "Ctrl+S")
        self.print_button = button(said.PRINT_NONE, "Ctrl+P", primary=True, icon="printer")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.queue.table)

    # ---- what the window asks of a page

    def arrive(self, **what: object) -> None:
        """`registrations`: only the letters over these are chosen, the first of them in view."""
        named = what.get("registrations", ())
        self._arrived = tuple(int(id) for id in named) if isinstance(named, (tuple, list)) else ()

    def refresh(self) -> None:
        """Read queue, prints and printers again."""
        self.model.refresh()
        if self._arrived:
            self.model.tick_only(self._arrived)
            self._arrived = ()
        self.how.show_printers(self.model.printers())
        self.queue.refresh()
        self._recount()
        self._show_sheet()

    def act(self, action_id: str) -> bool:
        """Ctrl+P, Ctrl+S, Ctrl+H, Ctrl+K."""
        acts: dict[str, Callable[[], bool]] = {
            "print": self.print_chosen,
            "save-pdf": self.save_pdf,
            "printed-book": self.open_book,
            "zoom-sheet": self.view.enlarge,
        }
        return acts[action_id]() if action_id in acts else False

    def may_leave(self) -> bool:
        """A question that is not answered waits here; its letters are not printed until it is."""
        return True

    # ---- printing

    def print_chosen(self) -> bool:
        """Send the chosen letters; the bar asks afterwards."""
        rows = self.model.chosen()
        if not rows or not self._free():
            return False
        self._send(Wanted(self.how.printer.currentText(), self.how.setup(), self.how.copies.value(), rows))
        return True

    def print_again(self, letters: tuple[int, ...], reason: str) -> None:
        """Send letters that were printed before."""
        if self._free():
            setup = self.how.setup()
            self._send(Wanted(self.how.printer.currentText(), setup, 1, letters=letters, reason=reason))

    def _free(self) -> bool:
        return not self._sending and self.model.asked is None

    def _send(self, wanted: Wanted) -> None:
        if not self.model.printers():
            self._around.asker.tell(said.TROUBLE_TITLE, said.NO_PRINTER_AT_ALL)
            return
        self._wanted = wanted
        count = len(wanted.rows) + len(wanted.letters)
        self._start(partial(self.model.send, wanted), said.PRINTING.format(count=count))

    def _start(self, work: Callable[[Step], Sent], text: str) -> None:
        self._sending = True
        self._recount()
        self._around.jobs.start(work, self._sent, self._failed, text)

    def _sent(self, sent: Sent) -> None:
        self._sending = False
        if sent.letters:
            self.model.asked = sent
            self.bar.ask(sent)
        elif sent.left_out:
            self._around.asker.tell(said.TROUBLE_TITLE, left_out(sent))
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self._sending = False
        self.refresh()
        self._around.asker.tell(said.TROUBLE_TITLE, why_not(error))
        if self.model.asked:
            self.bar.ask(self.model.asked)

    def _print_test(self) -> None:
        try:
            self.model.print_test(self.how.printer.currentText(), self.how.setup())
        except CannotPrint as error:
            self._around.asker.tell(said.TROUBLE_TITLE, why_not(error))
            return
        self._around.say(said.TEST_SENT)

    # ---- the question

    def _all_here(self) -> None:
        sent = self.model.asked
        if sent is None:
            return
        try:
            count = self.model.all_here()
        except Exception as error:
            self._around.asker.tell(said.TROUBLE_TITLE, sentence_of(error))
            return
        self._answered(said.COUNTED.format(count=count))

    def _none_here(self) -> None:
        self._answered(said.NOT_COUNTED.format(count=self.model.none_here()))

    def _again_from(self) -> None:
        sent = self.model.asked
        if sent is None or self._wanted is None or self._sending:
            return
        label = said.AGAIN_NUMBER.format(all=len(sent.letters))
        typed = self._around.asker.ask_text(said.AGAIN_TITLE, label, "1")
        if typed is None or not typed.strip().isdigit() or not 1 <= int(typed) <= len(sent.letters):
            return
        wanted = replace(self._wanted, printer=self.how.printer.currentText(), setup=self.how.setup())
        self._start(partial(self.model.send_from, wanted, sent, int(typed)), said.PRINTING.format(count=sent.sheets))

    def _answered(self, text: str) -> None:
        self.bar.hide()
        self._around.say(text)
        self._around.changed()
        self.refresh()
        self.queue.table.setFocus()

    # ---- files and the book

    def save_pdf(self) -> bool:
        """Write the chosen sheets into a file."""
        rows = self.model.chosen()
        if not rows or self._sending:
            return False
        day = self._around.desk.seat.today().isoformat()
        path = self._around.asker.save_file(said.SAVE_TITLE, Path(said.PDF_NAME.format(day=day)), said.PDF_FILTER)
        if path is None:
            return False
        self._sending = True
        work = partial(self.model.save, rows, self.how.setup().ink, path)
        self._around.jobs.start(work, partial(self._saved, path), self._failed, said.DRAWING.format(count=len(rows)))
        return True

    def _saved(self, path: Path, sent: Sent) -> None:
        self._sending = False
        self.refresh()
        if sent.left_out:
            self._around.asker.tell(said.TROUBLE_TITLE, left_out(sent))
        if sent.letters:
            self._around.say(said.SAVED.format(count=len(sent.letters), file=path.name))

    def open_book(self) -> bool:
        """The book of printed letters."""
        book = PrintedBook(self.model.table.book(), self)
        book.again.connect(self.print_again)
        book.delivered.connect(self._delivered)
        book.open()
        return True

    def _delivered(self, letters: tuple[int, ...], way: str, reaction: str) -> None:
        try:
            self.model.table.delivered(letters, way, reaction)
        except Exception as error:
            self._around.asker.tell(said.DELIVER_TITLE, sentence_of(error))
            return
        self._around.say(said.DELIVERED.format(count=len(letters)))
        self._around.changed()
        self.refresh()

    # ---- the sheet in view

    def _go_to(self, number: int) -> None:
        if 0 <= number < len(self.model.rows) and number != self.model.current:
            self.model.current = number
            self.queue.show_current()
            self._show_sheet()

    def _show_sheet(self) -> None:
        row = self.model.row()
        if row is None:
            self.view.show_nothing()
            return
        self.view.show_place(row.title, self.model.current + 1, len(self.model.rows))
        ink = self.how.setup().ink
        self._around.jobs.start(
            lambda step: draw_row(self.model, row, ink), self._show, self._not_drawn, said.DRAWING_ONE
        )

    def _show(self, drawn: Drawn) -> None:
        if drawn.row == self.model.row():
            self.view.show_sheet(drawn.sheet, drawn.image, self.model.held(drawn.row))

    def _not_drawn(self, error: Exception) -> None:
        self.view.show_sheet(Sheet(b"", stops=(sentence_of(error),)), None, False)

    def _open_held(self) -> None:
        row = self.model.row()
        if row is None or not self.model.held(row):
            return
        text = said.OPEN_TEXT.format(reasons="; ".join(row.held))
        reason = self._around.asker.ask_text(said.OPEN_TITLE, f"{text}\n{said.OPEN_LABEL}")
        if reason and reason.strip():
            self.model.open(row, reason.strip())
            self.refresh()

    def _recount(self) -> None:
        count = len(self.model.chosen())
        self.queue.recount()
        self.print_button.set_words(said.PRINT_CHOSEN.format(count=count) if count else said.PRINT_NONE)
        self.print_button.setEnabled(bool(count) and self._free())
        self.save_button.setEnabled(bool(count) and not self._sending)

    def _connect(self) -> None:
        self.queue.chosen.connect(self._go_to)
        self.queue.ticked.connect(self._recount)
        self.queue.book.connect(self.open_book)
        self.queue.new.connect(lambda: self._around.go("form", event="birth"))
        self.view.stepped.connect(lambda by: self._go_to(self.model.current + by))
        self.view.opened.connect(self._open_held)
        self.view.zoom.clicked.connect(self.view.enlarge)
        self.how.printer_changed.connect(lambda name: self.how.show_setup(self.model.setup_of(name)))
        self.how.test_asked.connect(self._print_test)
        self.how.black.toggled.connect(self._show_sheet)
        self.print_button.clicked.connect(self.print_chosen)
        self.save_button.clicked.connect(self.save_pdf)
        self.bar.all_here.connect(self._all_here)
        self.bar.again_from.connect(self._again_from)
        self.bar.none_here.connect(self._none_here)
        self.head.sought.connect(lambda text: self._around.go("find", seek=text))

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.queue)
        columns.addWidget(self.view, 1)
        columns.addWidget(self.how)
        body = QVBoxLayout()
        body.setContentsMargins(20, 16, 20, 16)
        body.setSpacing(12)
        body.addWidget(self.bar)
        body.addLayout(columns, 1)
        note = words(said.FOOT_NOTE, "second", 10.5)
        note.setWordWrap(percent() > 100)
        note.setMinimumWidth(px(330))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addLayout(body, 1)
        page.addWidget(Foot([sign("info-circle", MUC_NHAT, 18), note], [self.save_button, self.print_button]))
