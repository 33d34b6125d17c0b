"""The page Hôm nay."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from common.words import today as words
from common.words import window as said
from desk_app.services.queues import Row
from desk_app.services.today import Today
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner, sign
from desk_app.ui.parts.button import KeyButton, button
from desk_app.ui.parts.card import block_title
from desk_app.ui.parts.card import words as label
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.parts.tile import Tile
from desk_app.ui.theme.look import is_tight, px
from desk_app.ui.theme.tokens import MUC_NHAT
from desk_app.ui.today.acts import ON_CARDS, SHOWN_IN, TodayActs
from desk_app.ui.today.model import TILES, TodayModel
from desk_app.ui.today.side import ReminderColumn
from desk_app.ui.today.table import QueueTable

_ACROSS, _ROOMY, _ROOMY_TIGHT, _SMALL, _BESIDE = 6, 940, 880, 660, 1100


class TodayPage(QWidget):
    """`open_row` carries kind and id of a row that was entered, `print_rows` the registrations of each chosen sheet."""

    open_row = Signal(str, object)
    print_rows = Signal(object)
    actions = frozenset(SHOWN_IN) | ON_CARDS  # type: ignore[assignment]

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = words.PAGE
        self.actions_here = {id: self._button(id, *look) for id, look in _BUTTONS.items()}
        self._around = around
        self.model, self.acts = TodayModel(Today(around.desk.seat)), TodayActs(around, self)
        self.head = PageHead("")
        self._greet()
        self.tiles = {look.queue: Tile(look.icon, look.key, 0, words.QUEUE_WORDS[look.queue]) for look in TILES}
        self.rows = QueueTable()
        self.reminders = ReminderColumn()
        self.summary = Banner("sen", "")
        self.queue_title, self.queue_count = block_title(""), label("", "second", 13)
        self.hint = label("", "second", 10.5)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.rows.table)

    # ---- the page protocol

    def refresh(self) -> None:
        """Read the queues again; the row under the bar stays when it is still there."""
        held = self.rows.current()
        self.model.read()
        self._greet()
        self._show(held.key if held else "")

    def _greet(self) -> None:
        today = self._around.desk.seat.today()
        context = words.context(today, "" if is_tight() else said.lunar_day(today))
        self.head.say(words.greeting(self._around.desk.people.me().greeting), context)

    def arrive(self, **what: object) -> None:
        """`queue` chooses one of the six."""
        if isinstance(what.get("queue"), str):
            self.model.choose(str(what["queue"]))

    def act(self, action_id: str) -> bool:
        """Space, Ctrl+P, Ctrl+T, G, Del, X: only where the chosen queue has something for them."""
        held = self.focusWidget()
        if action_id == "see-letter" and isinstance(held, QAbstractButton):
            held.click()  # Space on a button that has the focus presses it
            return True
        if action_id in ON_CARDS:
            return self.acts.of_card(action_id)
        if self.model.chosen not in SHOWN_IN.get(action_id, ()) or not self.rows.selected():
            return False
        if action_id == "print-chosen":
            self._print()
        else:
            rows = self.rows.selected()
            self.acts.act(action_id, rows, self.rows.current() or rows[0])
        return True

    def may_leave(self) -> bool:
        """Nothing is typed here."""
        return True

    # ---- acts

    def choose(self, queue: str) -> None:
        """Another tile; the table has the keys afterwards."""
        self.model.choose(queue)
        self._show()
        self.rows.take_focus()

    def _open(self, row: Row) -> None:
        self.open_row.emit(row.kind, row.id)
        self.acts.open(row)

    def _print(self) -> None:
        sheets = self.model.sheets(self.rows.selected())
        self.print_rows.emit(sheets)
        self._around.go("printing", registrations=tuple(id for sheet in sheets for id in sheet))

    # ---- showing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The numbers of the tiles, wherever the focus is on this page."""
        look = next((look for look in TILES if look.key == event.text()), None)
        if look is None:
            super().keyPressEvent(event)
            return
        self.choose(look.queue)

    def _show(self, key: str = "") -> None:
        for id, tile in self.tiles.items():
            queue = self.model.queue(id)
            tile.put(queue.count, queue.note, queue.late)
            tile.setToolTip(queue.note)
            tile.setChecked(id == self.model.chosen)
        title, count = self.model.title()
        self.queue_title.setText(title)
        self.queue_count.setText(count)
        self.hint.setText(self.model.hint())
        self.rows.put(self.model.queue(), self.model.place_of(key))
        self.reminders.put(self.model.view.reminders)
        self.reminders.lie(self._below.direction() is QBoxLayout.Direction.TopToBottom)
        self.summary.say("sen", self.model.view.summary, self.model.view.before)
        for press in self.actions_here.values():
            press.hide()  # all first: two queues' buttons at once would widen the window
        for id, press in self.actions_here.items():
            press.setVisible(self.model.chosen in SHOWN_IN[id] and bool(self.model.queue().rows))

    def _connect(self) -> None:
        for id, tile in self.tiles.items():
            tile.clicked.connect(lambda checked=False, id=id: self.choose(id))
        for id, press in self.actions_here.items():
            press.clicked.connect(lambda checked=False, id=id: self._press(id))
        self.rows.opened.connect(self._open)
        self.rows.numbered.connect(lambda digit: self.choose(TILES[digit - 1].queue))
        self.rows.next_asked.connect(self._around.do)
        self.acts.done.connect(self.refresh)
        self.head.sought.connect(lambda text: self._around.go("find", seek=text))
        self.reminders.asked.connect(self._around.do)

    def _press(self, id: str) -> None:
        self.rows.table.setFocus()
        self.act(id)

    @staticmethod
    def _button(id: str, text: str, key: str, icon: str) -> KeyButton:
        made = button(text, key, icon="" if is_tight() else icon)
        made.setObjectName(id)
        made.setProperty("small", True)
        made.set_kind("neutral")
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        held = QWidget()
        body = QVBoxLayout(held)
        body.setContentsMargins(20, 16, 20, 4)
        body.setSpacing(14)
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        body.addLayout(self._grid)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(16)
        self._below.addLayout(self._middle(), 1)
        self._below.addWidget(self.reminders)
        body.addLayout(self._below, 1)
        column.addWidget(Scrolled(held), 1)
        self._arrange(_ACROSS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Six tiles in a row, or three over three with the reminders under the table."""
        super().resizeEvent(event)
        roomy = px(_ROOMY_TIGHT if is_tight() else _ROOMY)
        self._arrange(_ACROSS if self.width() >= roomy else _ACROSS // 2)

    def _arrange(self, across: int) -> None:
        flat = across < _ACROSS
        for place, tile in enumerate(self.tiles.values()):
            tile.setMinimumWidth(px(110))
            tile.flatten(flat)
            self._grid.addWidget(tile, place // across, place % across)
        # The tile says the count as well, and words are enough where three buttons share the row with a long title.
        self.queue_count.setVisible(not flat)
        for id, press in self.actions_here.items():
            press.set_sign("" if flat or is_tight() else _BUTTONS[id][2])
        way = QBoxLayout.Direction.TopToBottom if flat else QBoxLayout.Direction.LeftToRight
        self._below.setDirection(way)
        # Beside the reminders there is less room for title and buttons than over them.
        alone = self.width() < px(_SMALL if flat else _BESIDE)
        across_or_down = QBoxLayout.Direction.TopToBottom if alone else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(across_or_down)
        self.reminders.lie(flat)

    def _middle(self) -> QVBoxLayout:
        self._head = head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(8)
        told, presses = QHBoxLayout(), QHBoxLayout()
        self.queue_title.setMinimumHeight(px(32))
        self.queue_count.setWordWrap(False)
        told.addWidget(self.queue_title)
        told.addWidget(self.queue_count)
        told.addStretch(1)
        for press in self.actions_here.values():
            presses.addWidget(press)
        head.addLayout(told, 1)
        head.addLayout(presses)
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addLayout(head)
        middle.addWidget(self.rows, 1)
        hint = QHBoxLayout()
        hint.addWidget(sign("keyboard", MUC_NHAT, 18), 0, Qt.AlignmentFlag.AlignTop)
        hint.addWidget(self.hint, 1)
        middle.addLayout(hint)
        middle.addWidget(self.summary)
        return middle


_BUTTONS = {
    "see-letter": (words.SEE_LETTER, "Space", "eye"),
    "hand-over": (words.HAND_OVER, "Ctrl+T", "gift"),
    "called": (words.CALLED, "G", "phone"),
    "drop-draft": (words.DROP_DRAFT, "Del", "trash"),
    "mend-held": (words.MEND_HELD, "F2", "pencil"),
    "decided": (words.DECIDED, "X", "check"),
    "print-chosen": (words.PRINT_CHOSEN, "Ctrl+P", "printer"),
}
