"""The page Đối chiếu chữ ký nhận thư: a row for every letter drawn by lot; 1, 2, 3 say what was found."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from common.words import check_draw as said
from desk_app.services.check_draw import CheckDraw, DrawnLetter
from desk_app.services.check_sheet import check_sheet
from desk_app.services.trouble import Trouble
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.print_paper import Paper, print_here
from desk_app.ui.printing.printer import Printery
from desk_app.ui.theme.look import px
from desk_app.ui.told import sentence_of, tried

_DRAWN, _KIND = 0, 1
_NARROW, _VERY_NARROW = 780, 640


class DrawsPage(KeyPage):
    """Reached from Góp ý, from Hôm nay and by the menu Xem."""

    def __init__(self, around: Around, printery: Printery | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title, self._around, self._printery = said.TITLE, around, printery
        self._draw = CheckDraw(around.desk.seat)
        self.head, self.state = PageHead(said.TITLE, said.CONTEXT), Banner("sen", "", "")
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        self.note, self.left, self.nothing = words(said.NOTE, "second"), words(""), words(said.EMPTY, "second")
        self.leaders = words(said.LEADERS, "second")
        self.rows = RowsModel(_columns())
        self.table = rows_table(self.rows, said.ROWS)
        self.table.setMinimumSize(px(420), px(150))
        self.table.installEventFilter(self)
        self.table.selectionModel().currentRowChanged.connect(lambda now, before: self._weigh())
        self.open_it, self.paper = button(said.OPEN, "Enter"), button(said.PRINT, "Ctrl+P")
        self.marks = {found: button(told, str(at)) for at, (found, told) in enumerate(said.MARKS.items(), 1)}
        for found, mark in self.marks.items():
            mark.clicked.connect(partial(self._mark, found))
        self.open_it.clicked.connect(self._open)
        self.paper.clicked.connect(self._print)
        self._lay_out()

    def _lay_out(self) -> None:
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 14, 20, 12)
        inside.setSpacing(10)
        for widget in (self.state, self.note, self.left, self.nothing):
            inside.addWidget(widget)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.leaders)
        inside.addStretch(0)
        self.stand_between(self.head, body, Foot((self.open_it, self.paper), tuple(self.marks.values())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the kind of letter, then the day of the draw give way to the names."""
        super().resizeEvent(event)
        self.table.setColumnHidden(_KIND, event.size().width() < px(_NARROW))
        self.table.setColumnHidden(_DRAWN, event.size().width() < px(_VERY_NARROW))

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """What was said before is over."""
        self.state.hide()

    def refresh(self) -> None:
        """Read the draws again."""
        at = max(0, self.table.currentIndex().row())
        letters = self._draw.listed()
        self.rows.put(letters)
        self.table.setCurrentIndex(self.rows.index(min(at, len(letters) - 1), 0))
        self.left.setText(said.state(sum(not one.found for one in letters), len(letters)))
        for widget in (self.table, self.left, self.note):
            widget.setVisible(bool(letters))
        self.nothing.setVisible(not letters)
        self.leaders.setVisible(bool(letters) and not self._draw.may_show())
        self.paper.setEnabled(bool(letters))
        self._weigh()
        self.table.setFocus()

    def may_leave(self) -> bool:
        """Nothing is typed here."""
        return True

    def own_key(self, event: QKeyEvent) -> bool:
        """Digits say what was found; the list would seek a row that begins with them."""
        if event.text() not in ("1", "2", "3"):
            return False
        tuple(self.marks.values())[int(event.text()) - 1].click()
        return True

    # ---- acts

    @property
    def letter(self) -> DrawnLetter | None:
        """The letter under the bar."""
        found: DrawnLetter | None = self.rows.row(self.table.currentIndex())
        return found

    def _weigh(self) -> None:
        letter = self.letter
        self.open_it.setEnabled(bool(letter and letter.record))
        for mark in self.marks.values():
            mark.setEnabled(letter is not None and self._draw.may_show())

    def _mark(self, found: str) -> None:
        letter = self.letter
        if letter is None:
            return
        if not tried(lambda: self._draw.show(letter.receipt, letter.serial, found), partial(self.state.tell, "son")):
            return
        self.refresh()
        # The next one to be looked up stands on top.
        self.table.setCurrentIndex(self.rows.index(0, 0))
        self._around.changed()
        self.state.tell("sen", said.noted(found))

    def _open(self) -> None:
        letter = self.letter
        if letter is not None and letter.record:
            self._around.go("find", show=letter.record)

    def _print(self) -> None:
        try:
            pdf = check_sheet(self._around.desk.seat, self._draw.listed())
        except Trouble as trouble:
            self.state.tell("son", sentence_of(trouble))
            return
        print_here(self._around, Paper(pdf, said.PRINT, said.SHEET_FILE), self._printery)


def _columns() -> tuple[Column, ...]:
    drawn, kind, who, handed, found = said.COLUMNS
    return (
        Column(drawn, lambda one: said.drawn_on(one.drawn_on), width=105),
        Column(kind, lambda one: one.kind, width=200),
        Column(who, lambda one: one.who or said.NO_LETTER),
        Column(handed, lambda one: one.handed, width=212),
        Column(found, lambda one: said.FOUND[one.found], tone=lambda one: said.TONES[one.found], tag=True, width=152),
    )
