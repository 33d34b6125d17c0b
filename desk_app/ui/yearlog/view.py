"""The page Hoạt động trong năm: a kind by its digit, the entries of a year, the quarter's figures on top."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from common.words import yearlog_page as said
from desk_app.services.year_log import Logged
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button, quiet_button
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.fields_dialog import FieldOf, FieldsDialog
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.keycap import KeyCap
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.refill import refill
from desk_app.ui.parts.rows import Column, RowsModel, put_rows, rows_table
from desk_app.ui.ratings.figures import Figure, Figures
from desk_app.ui.theme.look import px
from desk_app.ui.told import tried
from desk_app.ui.yearlog import model as shown
from desk_app.ui.yearlog.entry import EntryForm, fields_of
from desk_app.ui.yearlog.model import YearLogModel

_TAG, _WHO = 2, 3
_NARROW, _VERY_NARROW = 900, 640


class YearLogPage(KeyPage):
    """Menu Báo cáo, Hoạt động trong năm."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title, self._around, self.model = said.TITLE, around, YearLogModel(around.desk)
        self.head, self.state = PageHead(said.TITLE, said.CONTEXT), Banner("sen", "", "")
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        self.quarter, self.each = words("", "second", 10.5), tuple(Figure(name) for name in said.FIGURES)
        self.figures, self._told = Figures(self.each), self.model.quarter()
        self.kinds = tuple(button(said.TABS[kind], str(at)) for at, kind in enumerate(self.model.kinds, 1))
        self.year = QComboBox()
        self.note, self.empty = words(said.GUARDED_NOTE, "second", 10), words("", "second")
        self.rows = RowsModel(_columns())
        self.table = rows_table(self.rows, said.ROWS)
        self.one, self._whole = Card(), words("", "", 10.5)
        self.add, self.change = button(said.ADD, "Insert", primary=True, icon="plus"), button(said.CHANGE, "Enter")
        self.take, self.save = button(said.TAKE, "Del"), quiet_button(said.SAVE, "Ctrl+E")
        self.erase = quiet_button(said.ERASE, "Ctrl+Shift+X")
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        for kind, each in zip(self.model.kinds, self.kinds, strict=True):
            each.setProperty("small", True)
            each.clicked.connect(partial(self._choose, kind))
        self.year.setAccessibleName(said.YEAR)
        self.year.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.year.currentIndexChanged.connect(self._other_year)
        self.table.setMinimumSize(px(420), px(150))
        self.table.installEventFilter(self)
        self.table.selectionModel().currentRowChanged.connect(lambda now, before: self._weigh())
        self.table.doubleClicked.connect(lambda _: self._change())
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(self._change)
        self.take.clicked.connect(self._take)
        self.erase.clicked.connect(self._erase)
        self.save.clicked.connect(self._save)

    def _lay_out(self) -> None:
        body, on_top, self.asked = QWidget(), QHBoxLayout(), FlowRow()
        on_top.addWidget(self.quarter, 1)
        for each in (words(said.YEAR_LABEL, "second", 10.5), self.year, KeyCap("F6")):
            on_top.addWidget(each)
        self.asked.put(self.kinds)
        self._whole.setTextFormat(Qt.TextFormat.PlainText)
        self.one.body.addWidget(self._whole)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 12, 20, 12)
        inside.setSpacing(10)
        inside.addWidget(self.state)
        inside.addLayout(on_top)
        for widget in (self.figures, self.asked, self.note, self.empty):
            inside.addWidget(widget)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.one)
        inside.addWidget(self.erase, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(0)
        self.stand_between(self.head, body, Foot((self.save,), (self.take, self.change, self.add)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the figures stand in one line, and who wrote it, then the tag give way."""
        super().resizeEvent(event)
        wide = event.size().width()
        self.figures.setHidden(wide < px(_NARROW))
        self._tell_quarter()
        self.table.setColumnHidden(_WHO, wide < px(_NARROW))
        self.table.setColumnHidden(_TAG, wide < px(_VERY_NARROW))

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """`kind` shows that kind, `show` the entry of this id; what was said before is over."""
        self.state.hide()
        self.model.touched = 0
        if what.get("kind") in self.model.kinds:
            self.model.kind = str(what["kind"])
        if isinstance(what.get("show"), int):
            self._try(lambda: self.model.show(int(str(what["show"]))))

    def refresh(self) -> None:
        """Read the entries again; the one just touched stays under the bar."""
        self._put_years()
        self._read()
        self._stand()

    def may_leave(self) -> bool:
        """Everything is kept as soon as it is typed."""
        return True

    # ---- what is shown

    @property
    def row(self) -> Logged | None:
        """The entry under the bar."""
        found: Logged | None = self.rows.row(self.table.currentIndex())
        return found

    def own_key(self, event: QKeyEvent) -> bool:
        """Digits choose a kind, F6 the next year; the list would take them otherwise."""
        if event.key() == Qt.Key.Key_F6:
            self.year.setCurrentIndex((self.year.currentIndex() + 1) % max(1, self.year.count()))
            return True
        plain = event.text() if len(event.text()) == 1 and event.text() in "1234567" else ""
        if not plain or int(plain) > len(self.kinds):
            return False
        self.kinds[int(plain) - 1].click()
        return True

    def _choose(self, kind: str, checked: bool = False) -> None:
        self.model.kind = kind
        self.state.hide()
        self.refresh()

    def _other_year(self, at: int) -> None:
        self.model.year = int(self.year.itemData(at))
        self._read()

    def _put_years(self) -> None:
        refill(self.year, ((str(year), year) for year in self.model.years()), self.model.year)

    def _read(self) -> None:
        self._try(self.model.read)
        rows = self.model.rows
        put_rows(self.table, self.rows, rows, self.model.touched)
        for kind, each in zip(self.model.kinds, self.kinds, strict=True):
            each.set_kind("primary" if kind == self.model.kind else "neutral")
        self._told = self.model.quarter()
        for figure, (number, under) in zip(self.each, self._told[1], strict=True):
            figure.put(number, under)
        self._tell_quarter()
        self.note.setVisible(self.model.guarded)
        self.empty.setText(said.EMPTY.format(year=self.model.year))
        self.empty.setVisible(not rows)
        for widget in (self.table, self.one):
            widget.setVisible(bool(rows))
        self.asked.refit()
        self._weigh()

    def _tell_quarter(self) -> None:
        named, figures = self._told
        self.quarter.setText(said.in_one_line(named, figures) if self.figures.isHidden() else named)

    def _stand(self) -> None:
        """The keys go to the rows, where there are any."""
        front = self.table if self.model.rows else self.add
        self.setFocusProxy(front)
        front.setFocus()

    def _weigh(self) -> None:
        row = self.row
        for each in (self.change, self.take, self.erase):
            each.setEnabled(row is not None)
        self.erase.setVisible(self.model.may_erase and row is not None)
        self._whole.setText(shown.whole(row) if row else "")

    # ---- acts

    def _add(self) -> None:
        self._ask(EntryForm(self.model.kind, self.model.blank(), self.model.add, self))

    def _change(self) -> None:
        row = self.row
        if row is not None:
            title, fields = said.title(said.CHANGE_TITLE, row.kind), fields_of(row.kind)
            self._ask(FieldsDialog(title, fields, self.model.facts(row), partial(self.model.change, row), self))

    def _take(self) -> None:
        row = self.row
        if row is not None:
            fields = (FieldOf("reason", said.TAKE_FIELD, said.TAKE_HINT, wide=True),)
            self._ask(FieldsDialog(said.TAKE_TITLE, fields, {}, partial(self.model.take_back, row), self))

    def _erase(self) -> None:
        row = self.row
        if row is not None:
            fields = (FieldOf("reason", said.ERASE_FIELD, said.ERASE_HINT, wide=True),)
            self._ask(FieldsDialog(said.ERASE_TITLE, fields, {}, partial(self.model.erase, row), self))

    def _save(self) -> None:
        path = self._around.asker.save_file(said.SAVE_TITLE, self.model.suggested(), said.SAVE_KINDS)
        if path is not None and self._try(lambda: self.model.save(path)):
            self.state.tell("sen", said.SAVED.format(year=self.model.year, file=path.name))

    def _ask(self, dialog: FieldsDialog) -> None:
        dialog.kept.connect(self._changed)
        dialog.finished.connect(lambda _: self._stand())
        dialog.open()

    def _changed(self) -> None:
        self._put_years()
        self._read()
        self._around.changed()
        self.state.tell("sen", self.model.said)

    def _try(self, act: Callable[[], None]) -> bool:
        return tried(act, partial(self.state.tell, "son"))


def _columns() -> tuple[Column, ...]:
    day, told, tag, who = said.COLUMNS
    return (
        Column(day, shown.day, width=112),
        Column(told, shown.head, shown.under),
        Column(tag, shown.tag, tone=shown.tone, tag=True, width=180),
        Column(who, lambda one: one.who, width=150),
    )
