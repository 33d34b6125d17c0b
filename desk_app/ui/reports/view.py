"""The page Báo cáo: what is asked for at left, the figures of one period beside it, files and issuing in the foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLabel, QVBoxLayout, QWidget

from common.counts import EVENTS
from common.model_report import ModelReport, UnitEvents
from common.words import reports_page as said
from common.words.model_report import UNITS_HEAD
from desk_app.ui.jobs import Step
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.flush import aligned
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.printing.printer import Printery
from desk_app.ui.reports.acts import ReportActs
from desk_app.ui.reports.chart import MonthChart
from desk_app.ui.reports.model import Preset, ReportsModel, columns
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.tokens import HEIGHT
from desk_app.ui.told import sentence_of

_NARROW, _TINY = 1060, 640
_LIST, _TABLE = 232, 576


class ReportsPage(KeyPage):
    """Side list, Báo cáo."""

    def __init__(self, around: Around, printery: Printery | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = said.TITLE
        self._around, self.model = around, ReportsModel(around.desk)
        self.acts = ReportActs(around, self.model, self, printery)
        self.head, self.state = PageHead(said.TITLE, said.CONTEXT), Banner("cham", "")
        self.presets = RowsModel(
            (
                Column(
                    said.PERIODS, lambda one: one.name, second=lambda one: one.second, second_tone=lambda one: one.tone
                ),
            )
        )
        self.list = rows_table(self.presets, said.PERIODS)
        self.rows = RowsModel(columns(False))
        self.table = rows_table(self.rows, said.TABLE, two_lines=False)
        self.units = RowsModel(_unit_columns())
        self.unit_table = rows_table(self.units, said.UNITS_TITLE, two_lines=False)
        self.name, self.under = QLabel(), words("", "second", 10.5)
        self.chart = MonthChart()
        self.told = {name: words("", points=10.5) for name in (said.CONTENT, said.MENDED, said.EVIDENCE)}
        self.by_unit, self.last_year = QCheckBox(said.UNITS), QCheckBox(said.LAST_YEAR_BOX)
        self.listed = quiet_button(said.SEE_LIST, "Ctrl+F12")
        self.leader = quiet_button(said.LEADER, "Ctrl+P")
        self.texts, self.older = quiet_button(said.TEXTS, "F2"), quiet_button(said.OLDER, "Ctrl+O")
        self.issue = button(said.ISSUE, "Ctrl+T")
        self.xlsx, self.pdf = button(said.XLSX, "Ctrl+E"), button(said.PDF, "Ctrl+S")
        self.docx = button(said.DOCX, "Ctrl+D", primary=True)
        self._lay_out()
        self._connect()

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """`period`: the report to stand in front."""
        wanted = what.get("period")
        self.state.hide()
        if isinstance(wanted, str) and wanted:
            self.model.chosen = wanted

    def refresh(self) -> None:
        """Read list and figures again."""
        self.model.refresh()
        self._fill_list()
        self._count()
        self.setFocusProxy(self.list)
        self.list.setFocus()

    def act(self, action_id: str) -> bool:
        """The buttons carry their keys."""
        return False

    def may_leave(self) -> bool:
        """Everything is kept as soon as it is typed."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Small windows: one thing under the other."""
        narrow, tiny = self.width() < px(_NARROW), self.width() < px(_TINY)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for each in (self._beside, self._cards, self._sides, self._heads):
            each.setDirection(way)
        self._boxes.setDirection(way if tiny else QBoxLayout.Direction.LeftToRight)
        self.table.setMinimumWidth(0 if narrow else px(_TABLE))
        self.list.setMaximumWidth(16_777_215 if narrow else px(_LIST))
        self.list.setFixedHeight(px(116)) if narrow else self.list.setMinimumHeight(px(280))
        if not narrow:
            self.list.setMaximumHeight(16_777_215)
        for column in (2, 5):
            self.table.setColumnHidden(column, tiny)
        super().resizeEvent(event)

    # ---- showing

    def _fill_list(self) -> None:
        self.list.blockSignals(True)
        self.list.selectionModel().blockSignals(True)
        self.presets.put(self.model.presets)
        self.list.selectRow(self.model.at)
        self.list.selectionModel().blockSignals(False)
        self.list.blockSignals(False)

    def _count(self) -> None:
        def work(step: Step) -> ModelReport | None:
            return self.model.read()

        self._around.jobs.start(work, self._show, self._failed, said.COUNTING)

    def _show(self, report: ModelReport | None) -> None:
        self.model.take(report)
        here = report is not None
        for each in (self.table, self.chart, self.texts, self.issue, self.xlsx, self.pdf, self.docx):
            each.setEnabled(here)
        self.older.setVisible(bool(self.model.versions))
        self._foot.fit()
        if report is None:
            self.name.setText(said.NOTHING_CALENDARS)
            return
        self.name.setText(said.title(report))
        self.under.setText(said.under(report, self.model.due, self.model.version))
        self.chart.put(report.months[-6:])
        for name, text in zip(self.told, (said.content, said.mended, said.evidence), strict=True):
            self.told[name].setText(text(report))
        self._show_rows()

    def _show_rows(self) -> None:
        self.model.beside_last_year = self.last_year.isChecked()
        self.rows.columns = columns(self.model.beside_last_year)
        self.rows.put(self.model.rows())
        units = self.model.report.units if self.model.report else ()
        self.by_unit.setEnabled(len(units) > 1)
        self.units.put(units)
        self.unit_table.setVisible(self.by_unit.isChecked() and len(units) > 1)
        for table, count in ((self.table, len(self.rows.rows)), (self.unit_table, len(units))):
            table.setFixedHeight(px(HEIGHT["row"]) * count + px(HEIGHT["table-head"]) + 4)

    # ---- acts

    def _choose(self) -> None:
        chosen: Preset | None = self.presets.row(self.list.currentIndex())
        if chosen is None or (chosen.period and chosen.period == self.model.chosen):
            return
        if not chosen.period:
            return
        self.state.hide()
        self.model.chosen = chosen.period
        self._count()

    def _open(self) -> None:
        """Enter on the last line asks for the days."""
        chosen: Preset | None = self.presets.row(self.list.currentIndex())
        if chosen is not None and not chosen.period:
            self.acts.ask_days()

    def _issued(self, text: str) -> None:
        self.refresh()
        self.state.tell("sen", text)

    def _failed(self, error: Exception) -> None:
        self.state.tell("son", sentence_of(error))

    # ---- making

    def _connect(self) -> None:
        acts = self.acts
        self.head.sought.connect(lambda text: self._around.go("find", seek=text))
        self.list.selectionModel().currentRowChanged.connect(lambda now, before: self._choose())
        for opened in (self.list.doubleClicked, self.list.activated):
            opened.connect(lambda _: self._open())
        for box in (self.by_unit, self.last_year):
            box.toggled.connect(lambda _: self._show_rows())
        self.texts.clicked.connect(acts.write_texts)
        self.older.clicked.connect(acts.save_older)
        self.leader.clicked.connect(acts.print_leader)
        self.listed.clicked.connect(lambda: self._around.go("evidence"))
        self.issue.clicked.connect(acts.issue)
        for form, each in (("xlsx", self.xlsx), ("pdf", self.pdf), ("docx", self.docx)):
            each.clicked.connect(lambda _=False, form=form: acts.save(form))
        acts.moved.connect(self.refresh)
        acts.written.connect(self._count)
        acts.issued.connect(self._issued)
        acts.troubled.connect(lambda text: self.state.tell("son", text))

    def _lay_out(self) -> None:
        self.name.setFont(face(15, SEMIBOLD))
        self.name.setWordWrap(True)
        for table in (self.table, self.unit_table):
            table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.unit_table.hide()
        card = Card(said.CHART, points=11.25)
        card.body.addWidget(self.chart, 1)
        ways = (QBoxLayout(QBoxLayout.Direction.LeftToRight) for _ in range(5))
        self._beside, self._cards, self._sides, self._heads, self._boxes = ways
        for each in (self._beside, self._cards, self._sides, self._heads):
            each.setSpacing(12)
        self._boxes.setSpacing(20)
        self._beside.addWidget(self.table, 20, Qt.AlignmentFlag.AlignTop)
        self._beside.addWidget(card, 10)
        for name, text in self.told.items():
            box = Card(name, points=11.25)
            box.body.setSpacing(2)
            box.body.addWidget(text)
            if name == said.EVIDENCE:
                self.listed.setProperty("small", True)
                box.body.addLayout(aligned(self.listed))
            box.body.addStretch(1)
            self._cards.addWidget(box, 1)
        right = self._right()
        body = QWidget()
        self._sides.setContentsMargins(20, 14, 20, 12)
        body.setLayout(self._sides)
        self._sides.addWidget(self.list)
        self._sides.addWidget(right, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(Scrolled(body), 1)
        self._foot = Foot([self.texts, self.leader, self.older], [self.issue, self.xlsx, self.pdf, self.docx])
        page.addWidget(self._foot)
        self.state.hide()

    def _right(self) -> QWidget:
        right, column = QWidget(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        right.setLayout(column)
        for widget in (self.state, self.name):
            column.addWidget(widget)
        for box in (self.by_unit, self.last_year):
            self._boxes.addWidget(box)
        self._heads.addWidget(self.under, 1)
        self._heads.addLayout(self._boxes)
        column.addLayout(self._heads)
        column.addLayout(self._beside)
        column.addWidget(self.unit_table)
        column.addLayout(self._cards)
        column.addWidget(words(said.KEPT, "second", 10.5))
        column.addStretch(1)
        return right


def _unit_columns() -> tuple[Column, ...]:
    unit, *events, total = UNITS_HEAD
    counts = [Column(head, _events(kind), width=110) for head, kind in zip(events, EVENTS, strict=True)]
    return (
        Column(unit, lambda one: str(one.name)),
        *counts,
        Column(total, lambda one: str(sum(one.events.values())), width=110),
    )


def _events(kind: str) -> Callable[[UnitEvents], str]:
    return lambda one: str(one.events.get(kind, 0))
