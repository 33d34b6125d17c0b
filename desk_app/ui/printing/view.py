"""The page "Thư và in": queue, sheet, printer, and the question after printing (LOOK.md picture 26)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from common.words import printing as said
from desk_app.services.print_desk import PrintDesk, Sheet
from desk_app.ui.jobs import Cancelled
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.button import KeyButton, button
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.page_head import ElidedLabel, PageHead
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.printing.acts import PrintActs
from desk_app.ui.printing.book import PrintedBook
from desk_app.ui.printing.choosing import ChoosingLetter
from desk_app.ui.printing.drawn import Drawn, draw_row
from desk_app.ui.printing.how import HowToPrint
from desk_app.ui.printing.how_of import HowOf
from desk_app.ui.printing.model import PrintingModel
from desk_app.ui.printing.printer import InstalledPrinters, Printery
from desk_app.ui.printing.question import QuestionBar
from desk_app.ui.printing.queue_side import QueueSide
from desk_app.ui.printing.sheet_view import SheetView
from desk_app.ui.printing.sides import Sides
from desk_app.ui.theme.look import face, px
from desk_app.ui.theme.tokens import MUC_NHAT
from desk_app.ui.told import sentence_of

_NARROW, _UNDER, _SHORT = 960, 660, 600
"""px of this page, under which sheet and printer share the room, and under which long words are left out."""


class PrintingPage(QWidget):
    """Alt+3. Letters wait here until a person has counted the sheets."""

    title = said.TITLE
    _ids = (
        "print save-pdf printed-book zoom-sheet choose-sheet open-record open-death open-held how-to-print test-sheet"
    )
    actions = frozenset(_ids.split())  # type: ignore[assignment]

    def __init__(self, around: Around, printery: Printery | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.model = PrintingModel(PrintDesk(around.desk.seat), printery or InstalledPrinters())
        self._around = around
        self._arrived: tuple[int, ...] = ()
        self._arriving = False
        self._drawing = 0
        self.head, self.bar = PageHead(said.TITLE), QuestionBar()
        self.queue, self.view, self.how = QueueSide(self.model), SheetView(), HowToPrint()
        self.sides, self.way = Sides(self.view, self.how), HowOf(self.model, self.how)
        self.acts = PrintActs(around, self.model, self.how)
        self.choosing = ChoosingLetter(around, self.model, self)
        self.save_button = button(said.SAVE_PDF, "Ctrl+S")
        self.print_button = button(said.PRINT_NONE, "Ctrl+P", primary=True, icon="printer")
        self._lay_out()
        self._connect()

    # ---- what the window asks of a page

    def arrive(self, **what: object) -> None:
        """`registrations` (or WaitingLetter.key): only these letters are chosen, the first in view; else all."""
        named = what.get("registrations", ())
        self._arrived = tuple(int(id) for id in named) if isinstance(named, (tuple, list)) else ()
        self._arriving = True
        self.sides.show_sheet()
        self.model.tick_as_before()

    def refresh(self) -> None:
        """Read queue, prints and printers again; who arrives finds the focus on the question, or on the letters."""
        self.model.refresh()
        if self._arrived:
            self.model.tick_only(self._arrived)
            self._arrived = ()
        self.way.show("")
        self._ask_or_not()
        self.queue.refresh()
        self._recount()
        self._show_sheet()
        if self._arriving:
            self._arriving = False
            self.take_focus()

    def take_focus(self) -> None:
        """The keys belong to the question while one is open, else to the letters."""
        front = self.queue.front() if self.bar.isHidden() else self.bar
        self.setFocusProxy(front)
        front.setFocus()

    def act(self, action_id: str) -> bool:
        """The keys of this page."""
        acts: dict[str, Callable[[], bool]] = {
            "print": self.acts.print_chosen,
            "save-pdf": self.acts.save_pdf,
            "printed-book": self.open_book,
            "zoom-sheet": self.view.enlarge,
            "choose-sheet": self.choosing.ask,
            "open-record": lambda: self._mend("record"),
            "open-death": lambda: self._mend("death"),
            "open-held": self.acts.open_held,
            "how-to-print": self._turn,
            "test-sheet": self.acts.print_test,
        }
        return acts[action_id]() if action_id in acts else False

    def may_leave(self) -> bool:
        """A question that is not answered is asked again here, also after a restart."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Small windows: the printer behind a tab, names shortened, fewer words."""
        narrow = self.width() < px(_NARROW)
        short = self.height() < px(_SHORT)
        self.sides.fit(narrow)
        self.view.fit_room(narrow, short)
        over = self.width() < px(_UNDER)
        self.queue.fit(narrow, short, over)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if over else ways.LeftToRight)
        for each in self.note:
            each.setHidden(narrow)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        held = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(held, KeyButton):
            held.click()
            return
        super().keyPressEvent(event)

    # ---- from here to elsewhere

    def open_book(self) -> bool:
        """The book of printed letters."""
        book = PrintedBook(self.model.table.book(), self, self._around.desk.seat)
        book.again.connect(self.acts.print_again)
        book.delivered.connect(self.acts.delivered)
        book.backs.connect(lambda letters: self.acts.backs.offer(dict.fromkeys(letters, 1)))
        book.open()
        return True

    def _mend(self, where: str) -> bool:
        row = self.model.row()
        if where == "settings":
            return self._around.go("settings", field=self.view.field)
        if row is None or (where == "death" and not row.because):
            return False
        if where == "death":
            return self._around.go("find", show=row.because)
        return self._around.go("find", show=row.key[0], **({"amend": row.at} if row.at else {}))

    def _new(self) -> None:
        """The list of what can be entered, as Ctrl+N opens it."""
        chooser = self.window().findChild(QAction, "new")
        if isinstance(chooser, QAction):
            chooser.trigger()
        else:
            self._around.go("form")

    def _turn(self) -> bool:
        self.sides.turn()
        return True

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
        if row.event != self.how.kind.partition("-")[0]:
            self.way.show(row.event)
        setup = self.how.setup()
        self._drawing += 1
        # Without words: no dialog comes between the clerk and the list, and rows passed by are not drawn at all.
        self._around.jobs.start(
            lambda step: draw_row(self.model, row, setup) if row == self.model.row() else None,
            self._show,
            self._not_drawn,
            "",
        )

    @property
    def drawing(self) -> bool:
        """Whether the sheet in view is still to come."""
        return self._drawing > 0

    def _show(self, drawn: Drawn | None) -> None:
        self._drawing -= 1
        if drawn is not None and drawn.row == self.model.row():
            self.view.show_sheet(drawn.sheet, drawn.image, self.model.held(drawn.row))
            if self.way.fit(drawn.row.event, drawn.sheet.size):
                self._show_sheet()

    def _not_drawn(self, error: Exception) -> None:
        self._drawing -= 1
        if isinstance(error, Cancelled):
            return
        self.view.show_sheet(Sheet(b"", stops=(sentence_of(error),)), None, False)

    def _other_stock(self) -> None:
        self._recount()
        self._show_sheet()

    def _ask_or_not(self) -> None:
        if self.model.asked is None:
            self.bar.hide()
        else:
            self.bar.ask(self.model.asked)

    def _recount(self) -> None:
        count = len(self.model.chosen())
        self.queue.recount()
        self.way.tell_others(row.event for row in self.model.chosen())
        self.print_button.set_words(said.PRINT_CHOSEN.format(count=count) if count else said.PRINT_NONE)
        self.print_button.setEnabled(bool(count) and self.acts.free)
        self.save_button.setEnabled(bool(count) and not self.acts.sending)

    # ---- making

    def _connect(self) -> None:
        self.queue.chosen.connect(self._go_to)
        self.queue.ticked.connect(self._recount)
        self.queue.choose.clicked.connect(self.choosing.ask)
        self.choosing.changed.connect(self.refresh)
        self.queue.book.connect(self.open_book)
        self.queue.new.connect(self._new)
        self.queue.table.installEventFilter(self.bar)
        self.sides.left.connect(self.take_focus)
        self.view.stepped.connect(lambda by: self._go_to(self.model.current + by))
        self.view.opened.connect(self.acts.open_held)
        self.view.mended.connect(self._mend)
        self.view.zoom.clicked.connect(self.view.enlarge)
        self.how.printer_changed.connect(self.way.other_printer)
        self.how.printer_changed.connect(lambda name: self._recount())
        self.how.stock_changed.connect(self._other_stock)
        self.how.test_asked.connect(self.acts.print_test)
        self.how.black.toggled.connect(self._show_sheet)
        self.print_button.clicked.connect(self.acts.print_chosen)
        self.save_button.clicked.connect(self.acts.save_pdf)
        self.bar.all_here.connect(self.acts.all_here)
        self.bar.some_here.connect(self.acts.some_here)
        self.bar.none_here.connect(self.acts.none_here)
        self.acts.changed.connect(self.refresh)
        self.acts.asked.connect(self.take_focus)
        self.acts.answered.connect(self.take_focus)
        self.head.sought.connect(lambda text: self._around.go("find", seek=text))

    def _lay_out(self) -> None:
        body, self._columns = QWidget(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        columns = self._columns
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.bar)
        inside.addLayout(columns, 1)
        columns.setContentsMargins(20, 12, 20, 12)
        columns.setSpacing(16)
        columns.addWidget(self.queue)
        columns.addWidget(self.sides, 1)
        self.note = (sign("info-circle", MUC_NHAT, 18), ElidedLabel(said.FOOT_NOTE))
        self.note[1].setFont(face(10.5))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(Scrolled(body), 1)
        page.addWidget(Foot([self.sides.other, *self.note], [self.save_button, self.print_button]))
