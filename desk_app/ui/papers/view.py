"""The page Giấy tờ in sẵn: a list, the sheet as it prints, to the printer or into a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from common.words import papers_page as said
from common.words import slips as slip_words
from desk_app.services.files import write_file
from desk_app.services.trouble import Trouble
from desk_app.ui.page import Around
from desk_app.ui.papers.board_lines import BoardLines
from desk_app.ui.papers.model import Drawn, PapersModel
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.page_picture import PagePicture
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.print_paper import Paper, print_here
from desk_app.ui.printing.printer import Printery
from desk_app.ui.theme.look import px
from desk_app.ui.told import sentence_of, tried

_NARROW, _LEFT, _ANY = 760, 320, 16_777_215


class WholeSheet(PagePicture):
    """The sheet as large as there is room for, so that all of it is seen at once."""

    def hasHeightForWidth(self) -> bool:
        """It takes the room there is."""
        return False

    def sizeHint(self) -> QSize:
        """No more than it needs to be read at a glance."""
        return QSize(px(300), px(250))


class PapersPage(KeyPage):
    """Menu Thư, Giấy tờ in sẵn."""

    def __init__(self, around: Around, printery: Printery | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = said.TITLE
        self._around, self._printery, self.model = around, printery, PapersModel(around.desk)
        self._drawn: Drawn | None = None
        self._waiting = 0
        self.head, self.state = PageHead(said.TITLE, said.CONTEXT), Banner("sen", "")
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        rows = RowsModel((Column(said.COLUMN, lambda row: row.name, lambda row: row.under),), self.model.rows)
        self.table = rows_table(rows, said.LIST)
        self.note, self.lines = words("", "second", 10.5), BoardLines(self.model.kind())
        self.sheet = WholeSheet()
        self.sheet.setMinimumSize(px(220), px(220))
        self.other, self.ceremony = quiet_button(said.OTHER_DAY, "F6"), quiet_button(said.CEREMONY, "Alt+4")
        self.save, self.print = button(said.SAVE, "Ctrl+S"), button(said.PRINT, "Ctrl+P", primary=True, icon="printer")
        self._lay_out()
        self._wire()

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """The next ceremony, and the paper that was looked at last."""
        self.state.hide()
        self.model.arrive()

    def refresh(self) -> None:
        """Draw it again: names, figures and the office may have changed."""
        self.table.setCurrentIndex(self.table.model().index(self.model.at, 0))
        self._show()
        self.setFocusProxy(self.table)
        self.table.setFocus()

    def may_leave(self) -> bool:
        """What was typed for the board is kept."""
        self._keep_lines()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the sheet stands under the list."""
        super().resizeEvent(event)
        over, ways = event.size().width() < px(_NARROW), QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if over else ways.LeftToRight)
        self._left.setMinimumWidth(0 if over else px(_LEFT))
        self._left.setMaximumWidth(_ANY if over else px(_LEFT))

    # ---- showing

    @property
    def drawing(self) -> bool:
        """Whether the sheet in view is still to come."""
        return self._waiting > 0

    def _choose(self, at: int) -> None:
        if at >= 0 and at != self.model.at:
            self.model.at = at
            self.state.hide()
            self._show()

    def _show(self) -> None:
        id = self.model.row.id
        self.lines.setVisible(id == "board")
        if id == "board":
            self.lines.put(self.model.lines())
        self.note.setText(self.model.note())
        self.other.setVisible(id in said.OF_CEREMONY or id == "board")
        self.other.set_words(said.OTHER_QUARTER if id == "board" else said.OTHER_DAY)
        self.ceremony.setVisible(id in said.OF_CEREMONY)
        self._draw()

    def _draw(self) -> None:
        model, id = self.model, self.model.row.id
        self._waiting += 1
        self._drawn = None
        self._around.jobs.start(lambda step: model.draw(id), self._show_sheet, self._not_drawn, "")

    def _show_sheet(self, drawn: Drawn) -> None:
        self._waiting -= 1
        if drawn.id == self.model.row.id:
            self._drawn = drawn
            note = said.DRAWN.format(page=1, pages=drawn.sheets) if drawn.sheets > 1 else self.model.row.name
            self.sheet.show_page(drawn.image, note)

    def _not_drawn(self, error: Exception) -> None:
        self._waiting -= 1
        self.sheet.show_page(None, sentence_of(error))

    # ---- acts

    def _other(self) -> None:
        if self.model.row.id == "board":
            self._keep_lines()
            self.model.next_quarter()
        else:
            days = self.model.other_days()
            chosen = self._around.asker.choose_one(said.OTHER_DAY, said.WHICH_DAY, list(days), next(iter(days)))
            if chosen not in days:
                return
            self.model.ceremony = days[chosen]
        self._show()

    def _keep_lines(self) -> None:
        if self.model.row.id != "board":
            return
        try:
            if self.model.keep_lines(self.lines.lines()):
                self._around.say(said.KEPT.format(quarter=self.model.quarter_name()))
                self._draw()
        except Trouble as trouble:
            self.state.tell("son", sentence_of(trouble))

    def _print(self) -> None:
        self._keep_lines()
        id = self.model.row.id

        def drawn(paper: Drawn) -> None:
            print_here(self._around, Paper(paper.pdf, said.NAMES[id], said.FILES[id]), self._printery)

        self._afresh(id, drawn)

    def _save(self) -> None:
        self._keep_lines()
        id = self.model.row.id
        title = slip_words.SAVE_TITLE.format(name=said.NAMES[id])
        path = self._around.asker.save_file(title, Path(said.FILES[id]), slip_words.PDF_FILTER)
        if path is not None:
            self._afresh(id, lambda drawn: self._write(path, drawn.pdf))

    def _write(self, path: Path, pdf: bytes) -> None:
        if tried(lambda: write_file(path, pdf), partial(self.state.tell, "son")):
            self.state.tell("sen", said.SAVED.format(file=path.name))

    def _afresh(self, id: str, then: Callable[[Drawn], None]) -> None:
        """As the register says it now, whatever was drawn before."""
        model = self.model
        self._around.jobs.start(
            lambda step: model.draw(id), then, lambda error: self.state.tell("son", sentence_of(error)), ""
        )

    # ---- making

    def _wire(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda now, before: self._choose(now.row()))
        self.lines.edited.connect(self._keep_lines)
        self.other.clicked.connect(self._other)
        self.ceremony.clicked.connect(lambda: self._around.go("ceremony"))
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)

    def _lay_out(self) -> None:
        body, self._left, right = QWidget(), QWidget(), QVBoxLayout()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self.table.setMinimumHeight(px(180))
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(10)
        left.addWidget(self.table, 1)
        left.addWidget(self.note)
        right.setSpacing(10)
        right.addWidget(self.lines)
        right.addWidget(self.sheet, 1)
        self._columns.addWidget(self._left)
        self._columns.addLayout(right, 1)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(12)
        inside.addWidget(self.state)
        inside.addLayout(self._columns, 1)
        self.stand_between(self.head, body, Foot((self.ceremony, self.other), (self.save, self.print)))
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.state.hide()
