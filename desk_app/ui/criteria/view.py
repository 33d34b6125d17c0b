"""The page Bộ tiêu chí: one year, every criterion under its group; Enter scores the one under the bar."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from common.words import criteria_page as said
from desk_app.services.criteria_sheet import Row
from desk_app.ui.criteria.acts import CriteriaActs
from desk_app.ui.criteria.model import CriteriaModel, Shown, columns
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import Card, put_words, words
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.rows import RowsModel, rows_table
from desk_app.ui.printing.printer import Printery
from desk_app.ui.theme.look import px

_HIDDEN_UNDER = {7: 1080, 5: 980, 3: 860, 2: 740, 6: 560}
"""Columns that give way in a window narrower than so many px."""


class CriteriaPage(KeyPage):
    """Menu Báo cáo, Bộ tiêu chí."""

    def __init__(self, around: Around, printery: Printery | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title, self._around, self.model = said.TITLE, around, CriteriaModel(around.desk)
        self.acts = CriteriaActs(around, self.model, self, printery)
        self.head, self.state = PageHead(said.TITLE, ""), Banner("sen", "", "")
        self.rows = RowsModel(columns())
        self.table = rows_table(self.rows, said.ROWS, two_lines=False)
        self.table.setMinimumSize(px(420), px(200))
        self.table.selectionModel().currentRowChanged.connect(lambda now, before: self._weigh())
        self.total, self.beside = words("", bold=True), words("", "second")
        self.whole, self._told = Card(), words("")
        self.score, self.confirm = (
            button(said.SCORE, "Enter", primary=True),
            button(said.CONFIRM, "Ctrl+Enter", icon="check"),
        )
        self.reason, self.file = quiet_button(said.REASON, "Ctrl+G"), quiet_button(said.FILE, "Insert")
        self.province, self.reopen = quiet_button(said.PROVINCE, "Ctrl+T"), button(said.REOPEN, "Ctrl+B")
        self.take_in, self.edit = quiet_button(said.TAKE_IN, "Ctrl+O"), quiet_button(said.EDIT, "F2")
        self.other, self.paper = quiet_button(said.OTHER_YEAR, "F6"), quiet_button(said.PRINT, "Ctrl+P")
        self.save, self.tools = quiet_button(said.TABLE, "Ctrl+E"), FlowRow()
        self._lay_out()
        self._connect()

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """`year`: that year; else the one in front."""
        self.state.hide()
        year = what.get("year")
        if isinstance(year, int):
            self.model.year = year

    def refresh(self) -> None:
        """Read the year again, the bar where it was."""
        at = self.table.currentIndex().row()
        lines = self.model.refresh()
        self.rows.put(lines)
        first = next((place for place, one in enumerate(lines) if one.row), 0)
        self.table.setCurrentIndex(self.rows.index(at if 0 <= at < len(lines) else first, 0))
        if at < 0:
            self.table.scrollToTop()  # the name of the first group stands over the bar
        self.head.say(said.TITLE, self.model.context())
        self.total.setText(self.model.foot())
        put_words(self.beside, self.model.beside())
        done = self.model.confirmed
        for each in (self.score, self.reason, self.confirm):
            each.setVisible(not done)
        self.reopen.setVisible(done)
        self._weigh()
        self.setFocusProxy(self.table)
        self.table.setFocus()

    def may_leave(self) -> bool:
        """Everything is kept as soon as it is done."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window what stands beside the points gives way."""
        super().resizeEvent(event)
        for column, least in _HIDDEN_UNDER.items():
            self.table.setColumnHidden(column, event.size().width() < px(least))
        self._hold()

    # ---- acts

    @property
    def row(self) -> Row | None:
        """The criterion under the bar; None over the name of a group."""
        found = self.rows.row(self.table.currentIndex())
        return found.row if isinstance(found, Shown) else None

    def _weigh(self) -> None:
        row = self.row
        for each in (self.score, self.reason, self.file):
            each.setEnabled(row is not None)
        self.whole.setVisible(row is not None)
        if row is not None:
            self._told.setText(self.model.whole(row))
            self._hold()

    def _hold(self) -> None:
        """The table takes all the room there is, but no line of the card's."""
        tall = max(self._told.heightForWidth(max(self._told.width(), px(200))), 0)
        edges = self.whole.body.contentsMargins()
        self.whole.setMinimumHeight(tall + edges.top() + edges.bottom() + 2)

    def _changed(self, text: str) -> None:
        self.refresh()
        self._around.changed()
        self.state.setVisible(bool(text))
        if text:
            self.state.tell("sen", text)

    def _connect(self) -> None:
        acts = self.acts
        self.head.sought.connect(lambda text: self._around.go("find", seek=text))
        self.score.clicked.connect(lambda: acts.score(self.row))
        self.table.doubleClicked.connect(lambda _: self.score.click())
        self.reason.clicked.connect(lambda: acts.score(self.row, "reason"))
        self.file.clicked.connect(lambda: acts.add_file(self.row))
        self.province.clicked.connect(lambda: acts.province(self.row))
        self.confirm.clicked.connect(acts.confirm)
        self.reopen.clicked.connect(acts.reopen)
        self.other.clicked.connect(acts.other_year)
        self.paper.clicked.connect(acts.print_sheet)
        self.save.clicked.connect(acts.save_table)
        self.take_in.clicked.connect(acts.take_in)
        self.edit.clicked.connect(acts.edit)
        acts.done.connect(self._changed)
        acts.troubled.connect(lambda text: self.state.tell("son", text))

    # ---- making

    def _lay_out(self) -> None:
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 14, 20, 12)
        inside.setSpacing(8)
        self.whole.body.addWidget(self._told)
        inside.addWidget(self.state)
        inside.addWidget(self.table, 1)
        for widget in (self.total, self.beside, self.whole, self.tools):
            inside.addWidget(widget)
        self.tools.put((self.reason, self.file, self.province, self.take_in, self.edit))
        self.stand_between(
            self.head, body, Foot((self.other, self.paper, self.save), (self.confirm, self.reopen, self.score))
        )
        self.state.hide()
