"""The page Sổ trao thư: every letter's last step by day; hand over, note what came back, keep it as a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from common.words import deliveries as said
from desk_app.services.delivery import Delivery, Given
from desk_app.services.delivery_log import STATES, DeliveryLog, LogRow
from desk_app.ui.deliveries import model as shown
from desk_app.ui.deliveries.model import LogModel
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.choices import Choices
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.handing import ask_handing, back_question, why_back
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.keycap import KeyCap
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.refill import refill
from desk_app.ui.parts.rows import Column, RowsModel, rows_table
from desk_app.ui.theme.look import px
from desk_app.ui.told import tried

_FAMILY, _NARROW = 4, 760
_TICK = "✓"


class DeliveriesPage(KeyPage):
    """Menu Thư, Sổ trao thư."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title, self._around = said.TITLE, around
        self.model = LogModel(around.desk.seat)
        self.head, self.state = PageHead(said.TITLE, said.CONTEXT), Banner("sen", "", "")
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        self.parts = tuple(button(said.STATES[code], str(at)) for at, code in enumerate(STATES, start=1))
        self.period, self.kind = QComboBox(), QComboBox()
        self.totals, self.nothing = words("", "second", 10), words(said.EMPTY, "second")
        self.rows = RowsModel(_columns(self.model))
        self.table = rows_table(self.rows, said.ROWS)
        self.open_it, self.keep = button(said.OPEN, "Enter"), button(said.SAVE, "Ctrl+S")
        self.back, self.give = button(said.BACK, "Ctrl+B"), button(said.GIVE, "Ctrl+T", primary=True)
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        for place, part in enumerate(self.parts):
            part.setProperty("small", True)
            part.clicked.connect(partial(self._ask, place))
        for box, named in ((self.period, said.PERIOD), (self.kind, said.KIND)):
            box.setAccessibleName(named)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.period.currentIndexChanged.connect(lambda at: self._choose("period", self.period))
        for code, told in self.model.kinds().items():
            self.kind.addItem(told, code)
        self.kind.currentIndexChanged.connect(lambda at: self._choose("kind", self.kind))
        self.table.setMinimumSize(px(420), px(150))
        self.table.installEventFilter(self)
        self.table.selectionModel().currentRowChanged.connect(lambda now, before: self._weigh())
        self.open_it.clicked.connect(self._open)
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self._ask_back)
        self.give.clicked.connect(self._ask_given)

    def _lay_out(self) -> None:
        body, asked = QWidget(), FlowRow()
        asked.put((*self.parts, _with_key(self.period, "F6"), _with_key(self.kind, "F7")))
        self.asked = asked
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 12, 20, 12)
        inside.setSpacing(10)
        inside.addWidget(self.state)
        inside.addWidget(asked)
        inside.addWidget(self.totals)
        inside.addWidget(self.nothing)
        inside.addWidget(self.table, 1)
        self.stand_between(self.head, body, Foot((self.open_it, self.keep), (self.back, self.give)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the family's word gives way to the names."""
        super().resizeEvent(event)
        self.table.setColumnHidden(_FAMILY, event.size().width() < px(_NARROW))

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """`state` "waiting", "given" or "returned" shows that part; else everything of this month."""
        self.state.hide()
        self.model.ticked.clear()
        state = str(what.get("state", ""))
        self.model.ask(STATES.index(state) if state in STATES else 0)

    def refresh(self) -> None:
        """Read the log again; what was said last stays."""
        self._put_periods()
        self._read()
        self.asked.refit()
        self.table.setFocus()

    def may_leave(self) -> bool:
        """Nothing is typed here that could be lost."""
        return True

    # ---- what is shown

    @property
    def row(self) -> LogRow | None:
        """The letter under the bar."""
        found: LogRow | None = self.rows.row(self.table.currentIndex())
        return found

    def own_key(self, event: QKeyEvent) -> bool:
        """Space chooses a row, digits a part, F6, F7 the next period and kind; the list would take them otherwise."""
        boxes = {Qt.Key.Key_F6: self.period, Qt.Key.Key_F7: self.kind}
        box = boxes.get(Qt.Key(event.key()))
        if box is not None:
            box.setCurrentIndex((box.currentIndex() + 1) % max(1, box.count()))
            return True
        if event.key() == Qt.Key.Key_Space and self.row is not None:
            self.model.tick(self.row)
            self.table.viewport().update()
            self._weigh()
            return True
        if event.text() in ("1", "2", "3", "4"):
            self.parts[int(event.text()) - 1].click()
            return True
        return False

    def _ask(self, place: int, checked: bool = False) -> None:
        self.model.ask(place)
        self._read()
        self.table.setFocus()

    def _choose(self, what: str, box: QComboBox) -> None:
        setattr(self.model, what, str(box.currentData()))
        self._read()

    def _put_periods(self) -> None:
        named = self.model.periods()
        if [self.period.itemData(at) for at in range(self.period.count())] == list(named):
            return
        refill(self.period, ((told, code) for code, told in named.items()), self.model.period)

    def _read(self) -> None:
        before = self.row.letter if self.row else 0
        self._try(self.model.read)
        rows = self.model.rows
        self.rows.put(rows)
        at = next((place for place, row in enumerate(rows) if row.letter == before), 0)
        self.table.setCurrentIndex(self.rows.index(at, 0))
        for place, part in enumerate(self.parts):
            part.set_kind("primary" if STATES[place] == self.model.state else "neutral")
        self.totals.setText(self.model.totals)
        self.totals.setAccessibleName(self.model.totals)
        self.nothing.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self._weigh()

    def _weigh(self) -> None:
        meant = self.model.meant(self.row)
        states, count = {row.state for row in meant}, len(meant)
        told = said.GIVE_MANY.format(count=count) if count > 1 else said.GIVE
        self.give.set_words(said.CHANGE if count == 1 and states == {"given"} else told)
        self.give.setEnabled(bool(meant))
        self.back.setEnabled(states == {"given"})
        self.open_it.setEnabled(bool(self.row and self.row.record))
        self.keep.setEnabled(bool(self.model.rows))

    # ---- acts

    def _open(self) -> None:
        if self.row and self.row.record:
            self._around.go("find", show=self.row.record)

    def _ask_given(self) -> None:
        letters = [row.letter for row in self.model.meant(self.row)]
        ask_handing(self._around.desk.seat, letters, self, partial(self._given, letters))

    def _given(self, letters: list[int], given: Given) -> None:
        told = said.GIVEN_NOW.format(count=len(letters))
        self._write(lambda: self._delivery.hand_over(letters, given), told)

    def _ask_back(self) -> None:
        letters = [row.letter for row in self.model.meant(self.row)]
        dialog = Choices(back_question(), self)
        dialog.answered.connect(partial(self._came_back, letters))
        dialog.open()

    def _came_back(self, letters: list[int], told: tuple[str, ...]) -> None:
        said_so = said.BACK_NOW.format(count=len(letters))
        self._write(lambda: self._delivery.came_back(letters, why_back(told)), said_so)

    @property
    def _delivery(self) -> Delivery:
        return Delivery(self._around.desk.seat)

    def _write(self, act: Callable[[], Any], told: str) -> None:
        if not self._try(act):
            return
        self.model.ticked.clear()
        self._around.changed()
        self._read()
        self.state.tell("sen", told)

    def _keep(self) -> None:
        log = self.model.log
        suggested = Path(said.SAVE_FILE.format(period=self.model.period))
        path = self._around.asker.save_file(said.SAVE_TITLE, suggested, said.SAVE_KINDS) if log else None
        if path is None or log is None:
            return
        if self._try(lambda: DeliveryLog(self._around.desk.seat).save(log, path)):
            self.state.tell("sen", said.SAVED.format(count=len(log.rows), file=path.name))

    def _try(self, act: Callable[[], object]) -> bool:
        return tried(act, partial(self.state.tell, "son"))


def _with_key(box: QComboBox, key: str) -> QWidget:
    """A list of choices and the key for the next one."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(box)
    row.addWidget(KeyCap(key))
    return both


def _columns(model: LogModel) -> tuple[Column, ...]:
    return (
        Column("", lambda row: _TICK if row.letter in model.ticked else "", width=34),
        Column(said.DAY, shown.day, width=112),
        Column(said.LETTER, lambda row: row.title, lambda row: row.told),
        Column(said.HOW, shown.how, shown.beside, tone=lambda row: shown.TONES[row.state], width=250),
        Column(said.FAMILY, lambda row: row.taken, shown.proof, width=210),
    )
