"""The page Khảo sát: the list of surveys, or one of them with its numbers, places and words."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from common.words import surveys_page as said
from desk_app.services.survey_results import PlaceRow
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.rows import RowsModel, rows_table
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.printing.printer import Printery
from desk_app.ui.surveys.acts import SurveyActs
from desk_app.ui.surveys.model import SurveysModel, list_columns
from desk_app.ui.surveys.one import SurveyPart, fill
from desk_app.ui.theme.icons import ornament
from desk_app.ui.theme.look import px

_NARROW = 780
_MOST_ROWS = 10


class SurveysPage(KeyPage):
    """Menu Xem, Khảo sát; a button on Góp ý."""

    def __init__(self, around: Around, printery: Printery | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = said.TITLE
        self._around, self.model = around, SurveysModel(around.desk)
        self.acts = SurveyActs(around, self.model, self, printery)
        self.head, self.state, self.part = PageHead(said.TITLE, said.CONTEXT), Banner("cham", ""), SurveyPart()
        self.rows = RowsModel(list_columns())
        self.empty, self.table = Card(said.EMPTY), rows_table(self.rows, said.LIST)
        self.make = button(said.MAKE, "Ctrl+Shift+N", primary=True, icon="plus")
        self.show_one, self.back = button(said.OPEN, "Enter"), quiet_button(said.BACK, "Esc")
        self.facts, self.drop = button(said.FACTS, "F2", icon="pencil"), quiet_button(said.DROP, "Ctrl+Shift+D")
        self.add, self.other = button(said.ADD_PLACE, "Insert"), button(said.CHANGE_PLACE, "Enter")
        self.out = button(said.DROP_PLACE, "Del")
        self.papers, self.save = quiet_button(said.PAPERS, "Ctrl+P"), quiet_button(said.SAVE, "Ctrl+S")
        self.type = button(said.TYPE, "Ctrl+Y", primary=True, icon="keyboard")
        self.close_it, self.reopen = button(said.CLOSE, "Ctrl+T"), button(said.REOPEN, "Ctrl+B")
        self._lay_out()
        self._connect()

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """`show`: the id of a survey; else the list."""
        self.state.hide()
        wanted = what.get("show")
        self.model.refresh()
        self.model.show(wanted if isinstance(wanted, int) else 0)

    def refresh(self) -> None:
        """Read everything again."""
        self.model.refresh()
        self._show()

    def act(self, action_id: str) -> bool:
        """The buttons carry their keys."""
        return False

    def may_leave(self) -> bool:
        """Everything is kept as soon as it is done."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Small windows: cards one under the other."""
        narrow = self.width() < px(_NARROW)
        self.part.fit(narrow)
        self.table.setColumnHidden(1, narrow)
        super().resizeEvent(event)

    # ---- showing

    def _show(self) -> None:
        model = self.model
        one, rows = model.shown, model.rows
        fill(self.table, rows, most=_MOST_ROWS, at=model.at)
        self.table.setVisible(one is None and bool(rows))
        self.empty.setVisible(one is None and not rows)
        self.part.setVisible(one is not None)
        self._show_buttons()
        if one is None:
            self.head.say(said.TITLE, said.CONTEXT)
        else:
            self.head.say(one.plan.name, model.context())
            self.part.put(model)
            told = said.state_told(one.state, one.ended_on)
            if told and self.state.isHidden():
                self.state.tell("sen" if one.closed else "hoe", told)
        self._stand()

    def _show_buttons(self) -> None:
        one, rows = self.model.shown, self.model.rows
        writes = one is not None and not one.closed
        for each in (self.facts, self.add, self.type, self.close_it):
            each.setVisible(writes)
        for each in (self.other, self.out):
            each.setVisible(writes and bool(one and one.places))
        for each in (self.back, self.papers, self.save):
            each.setVisible(one is not None)
        self.reopen.setVisible(one is not None and one.closed)
        self.drop.setVisible(writes and bool(one and not one.spread.n and not one.ended_on))
        self.make.setVisible(one is None)
        self.show_one.setVisible(one is None and bool(rows))
        self._tools.setVisible(writes)
        self._tools.refit()

    def _stand(self) -> None:
        """The keys go to what one came for."""
        one = self.model.shown
        if one is None:
            front: QWidget = self.table if self.model.rows else self.make
        else:
            front = self.part.places if one.places else (self.papers if one.closed else self.add)
        self.setFocusProxy(front)
        front.setFocus()

    def _place(self) -> PlaceRow | None:
        row = self.part.place_rows.row(self.part.places.currentIndex())
        return row if isinstance(row, PlaceRow) else None

    def _told(self, text: str) -> None:
        self.state.hide()
        self.refresh()
        if text:
            self._around.say(text)
            self._scrolled.to_top()

    # ---- acts

    def _open(self) -> None:
        at = self.table.currentIndex().row()
        if self.model.shown is None and 0 <= at < len(self.model.rows):
            self.state.hide()
            self.model.show(self.model.rows[at].id)
            self._show()
            self._scrolled.to_top()

    def _to_list(self) -> None:
        self.state.hide()
        self.model.show(0)
        self.refresh()

    def _connect(self) -> None:
        acts = self.acts
        self.head.sought.connect(lambda text: self._around.go("find", seek=text))
        self.make.clicked.connect(acts.make)
        self.show_one.clicked.connect(self._open)
        self.table.doubleClicked.connect(lambda _: self._open())
        self.back.clicked.connect(self._to_list)
        self.facts.clicked.connect(acts.change)
        self.drop.clicked.connect(acts.drop)
        self.add.clicked.connect(acts.add_place)
        self.other.clicked.connect(lambda: acts.change_place(self._place()))
        self.part.places.doubleClicked.connect(lambda _: self.other.click())
        self.out.clicked.connect(lambda: acts.drop_place(self._place()))
        self.type.clicked.connect(lambda: acts.type_slips(max(self.part.places.currentIndex().row(), 0)))
        self.close_it.clicked.connect(acts.close)
        self.reopen.clicked.connect(acts.reopen)
        self.papers.clicked.connect(lambda: acts.papers(self._place()))
        self.save.clicked.connect(acts.save)
        acts.done.connect(self._told)
        acts.troubled.connect(lambda text: self.state.tell("son", text))

    # ---- making

    def _lay_out(self) -> None:
        bud, row = QLabel(), QHBoxLayout()
        bud.setPixmap(ornament("sen-nho", px(56), self.devicePixelRatioF()))
        row.setSpacing(18)
        row.addWidget(bud)
        row.addWidget(words(said.EMPTY_TEXT, "second"), 1)
        self.empty.body.addLayout(row)
        self._tools = FlowRow()
        for each in (self.add, self.other, self.out, self.facts):
            each.setProperty("small", True)
            each.set_kind("neutral")
        self._tools.put((self.add, self.other, self.out, self.facts))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 14, 20, 12)
        column.setSpacing(10)
        for widget in (self.state, self.empty, self.table, self._tools, self.part):
            column.addWidget(widget)
        column.addStretch(1)
        self._scrolled = Scrolled(body)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(self._scrolled, 1)
        primary = [self.show_one, self.make, self.close_it, self.reopen, self.type]
        page.addWidget(Foot([self.back, self.papers, self.save, self.drop], primary))
        self.state.hide()
