"""The page Sao lưu: what copies there are, what is in one of them, where the second ones go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from common.words import copies as said
from desk_app.services.care import Looked
from desk_app.services.copies import CopyOnHand
from desk_app.services.copy_compared import Compared
from desk_app.services.trouble import Trouble
from desk_app.ui.copies.model import CopiesModel, Row, outcome, told
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.print_paper import Paper, print_here
from desk_app.ui.printing.printer import Printery
from desk_app.ui.theme.look import px
from desk_app.ui.told import sentence_of

_TABLE_SIZE = (392, 200)
_NARROW = 960


def _columns() -> tuple[Column, ...]:
    titles = said.COLUMNS
    return (
        Column(titles[0], lambda row: said.moment(row.copy.made_at), width=150),
        Column(titles[1], lambda row: row.place, width=110),
        Column(titles[2], lambda row: said.count(row.copy.registrations), width=84),
        Column(titles[3], lambda row: said.count(row.copy.letters)),
    )


class CopiesPage(KeyPage):
    """Menu Tệp, Các bản sao lưu."""

    def __init__(self, around: Around, printery: Printery | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = said.TITLE
        self._around, self._printery, self.model = around, printery, CopiesModel(around.desk)
        self.head, self.state = PageHead(said.TITLE, said.CONTEXT), Banner("xam", "", "")
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        self.rows = RowsModel(_columns())
        self.table = rows_table(self.rows, said.LIST, two_lines=False)
        self.table.setMinimumSize(*_TABLE_SIZE)
        self.empty = words("", "second")
        self.beside, self.second = words(said.CHOOSE_ONE, "second"), words("", "second")
        self.now = button(said.NOW, "Ctrl+S", primary=True, icon="device-floppy")
        self.compare = button(said.COMPARE, "Enter")
        self.take_back = button(said.TAKE_BACK_NOW, "Ctrl+R", icon="history")
        self.other = quiet_button(said.OTHER, "Ctrl+O")
        self.drill = button(said.DRILL, "Ctrl+P", icon="printer")
        self.choose = button(said.CHOOSE_SECOND, "Ctrl+D")
        alike = (self.compare, self.take_back, self.drill, self.choose)
        for press in alike:
            press.setProperty("spread", True)
            press.setMinimumWidth(max(each.sizeHint().width() for each in alike))
        self._lay_out()
        self.now.clicked.connect(self._copy_now)
        self.compare.clicked.connect(self._compare)
        self.take_back.clicked.connect(lambda: around.do("take-back"))
        self.other.clicked.connect(self._look_elsewhere)
        self.drill.clicked.connect(self._draw_drill)
        self.choose.clicked.connect(self._choose_second)

    def _lay_out(self) -> None:
        beside, second = Card(said.BESIDE), Card(said.SECOND_TITLE)
        for widget in (self.beside, words(said.TAKE_BACK, "second", 10.5)):
            beside.body.addWidget(widget)
        acts = FlowRow()
        acts.put((self.compare, self.take_back, self.drill))
        self.take_back.setVisible(not self._around.desk.seat.training)
        beside.body.addWidget(acts)
        second.body.addWidget(self.second)
        second.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        body = QWidget()
        places = QGridLayout(body)
        places.setContentsMargins(20, 16, 20, 16)
        places.setHorizontalSpacing(16)
        places.setVerticalSpacing(12)
        self._places, self._cards = places, (beside, second)
        places.addWidget(self.state, 0, 0, 1, 2)
        places.addWidget(block_title(said.LIST), 1, 0)
        places.addWidget(self.empty, 3, 0, Qt.AlignmentFlag.AlignTop)
        places.setRowStretch(4, 1)
        self._arrange(narrow=False)
        self.stand_between(self.head, body, Foot((self.other,), (self.now,)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen the cards stand under the list."""
        super().resizeEvent(event)
        self._arrange(narrow=event.size().width() < px(_NARROW))

    def _arrange(self, narrow: bool) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._places.addWidget(self.table, 3, 0, 2, 2 if narrow else 1)
        for number, card in enumerate(self._cards):
            row, column = (5 + number, 0) if narrow else (3 + number, 1)
            self._places.addWidget(card, row, column, 1, 2 if narrow else 1, top)
        self._places.setColumnStretch(0, 3)
        self._places.setColumnStretch(1, 0 if narrow else 2)

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """The desk's own copies again."""
        self.model.folder = None

    def refresh(self) -> None:
        """Read the folders again."""
        rows = self.model.rows()
        self.rows.put(rows)
        self.state.hide()
        self.empty.setText(said.ELSEWHERE_EMPTY if self.model.folder else said.EMPTY)
        self.empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self.compare.setEnabled(bool(rows))
        self.beside.setText(said.CHOOSE_ONE)
        place = self.model.second_place()
        self.second.setText(said.second(place) if place else said.SECOND_NONE)
        if rows:
            self.table.selectRow(0)
            self.table.setFocus()
        else:
            self.now.setFocus()

    def may_leave(self) -> bool:
        """Nothing is typed here."""
        return True

    # ---- acts

    def chosen(self) -> CopyOnHand | None:
        """The copy under the bar."""
        row: Row | None = self.rows.row(self.table.currentIndex())
        return row.copy if row else None

    def _copy_now(self) -> None:
        model = self.model
        self._around.jobs.start(lambda step: model.copy_now(), self._copied, self._failed, said.COPYING)

    def _copied(self, looked: Looked) -> None:
        self._around.changed()
        self.refresh()
        self.state.tell("sen" if looked.second in ("", "done") else "hoe", outcome(looked))

    def _compare(self) -> None:
        copy, model = self.chosen(), self.model
        if copy:
            self._around.jobs.start(lambda step: model.compare(copy), self._compared, self._failed, said.COMPARING)

    def _compared(self, compared: Compared) -> None:
        self.state.hide()
        self.beside.setText(told(compared))

    def _look_elsewhere(self) -> None:
        folder = self._around.asker.choose_folder(said.WHERE_OTHER)
        if folder:
            self.model.folder = folder
            self.refresh()

    def _draw_drill(self) -> None:
        model = self.model
        self._around.jobs.start(lambda step: model.drill_sheet(), self._print_drill, self._failed, said.DRILL_DRAWN)

    def _print_drill(self, pdf: bytes) -> None:
        print_here(self._around, Paper(pdf, said.DRILL_PAPER, said.DRILL_FILE), self._printery)

    def _choose_second(self) -> None:
        folder = self._around.asker.choose_folder(said.WHERE_SECOND)
        if folder:
            self._put_second(folder)

    def _put_second(self, folder: Path) -> None:
        try:
            self.model.choose_second(folder)
        except Trouble as trouble:
            self._failed(trouble)
            return
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self.state.tell("son", sentence_of(error))
