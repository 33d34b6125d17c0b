"""The page Lễ trao (LOOK.md picture 27): the order of a day, what is printed for it, what became of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from common.words import ceremony as said
from desk_app.ui.ceremony.acts import CeremonyActs
from desk_app.ui.ceremony.model import CeremonyModel
from desk_app.ui.ceremony.order_table import OrderTable
from desk_app.ui.ceremony.side import CeremonySide
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import KeyButton, button, quiet_button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.flow_row import FlowRow
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.page_head import PageHead
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.printing.printer import Printery
from desk_app.ui.printing.question import QuestionBar
from desk_app.ui.theme.look import px

_NARROW = 820


class CeremonyPage(KeyPage):
    """Alt+4."""

    title = said.TITLE
    actions = frozenset(  # type: ignore[assignment]
        [
            *("ceremony-letters", "ceremony-envelopes", "ceremony-names", "ceremony-signs", "ceremony-add"),
            *("ceremony-out", "ceremony-up", "ceremony-down", "ceremony-comes", "ceremony-reading"),
            *("ceremony-plan", "ceremony-new", "ceremony-other", "ceremony-drop", "ceremony-given", "ceremony-round"),
        ]
    )

    def __init__(self, around: Around, printery: Printery | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self._around, self.model = around, CeremonyModel(around.desk)
        self.acts = CeremonyActs(around, self.model, self, printery)
        self.head, self.bar, self.state = PageHead(said.TITLE, said.CONTEXT), QuestionBar(), Banner("sen", "")
        self.order, self.side = OrderTable(), CeremonySide()
        self.order_title, self.count = block_title(said.ORDER), words("", "second", 13)
        self.note = words("", "second", 10.5)
        self.empty = Card(said.EMPTY)
        self.make = button(said.MAKE, "Ctrl+Shift+N", primary=True, icon="plus")
        self.add, self.up, self.down = _small(said.ADD, "Insert"), _small(said.UP, "Alt+↑"), _small(said.DOWN, "Alt+↓")
        self.comes, self.out = _small(said.COMES, "Space"), _small(said.TAKE_OUT, "Del")
        self.reading = _small(said.READING_ACT, "F8")
        self.other, self.new = quiet_button(said.OTHER_DAY, "F6"), quiet_button(said.MAKE, "Ctrl+Shift+N")
        self.round = quiet_button(said.ROUND, "F7")
        self.given = button(said.GIVEN, "Ctrl+T", primary=True, icon="gift")
        self._lay_out()
        self._connect()

    # ---- what the window asks of a page

    def arrive(self, **what: object) -> None:
        """`show`: the id of a ceremony; else the one in front, or the next."""
        self.state.hide()
        wanted = what.get("show")
        self.model.arrive(wanted if isinstance(wanted, int) else 0)

    def refresh(self) -> None:
        """Read everything again."""
        self.model.refresh()
        self.acts.queue.refresh()
        self._show()
        self.take_focus()

    def take_focus(self) -> None:
        """The question first, then the order, or what makes one."""
        if not self.bar.isHidden():
            front: QWidget = self.bar
        elif self.model.shown is None:
            front = self.make
        else:
            front = self.order if self.model.rows else self.add
        self.setFocusProxy(front)
        front.setFocus()

    def act(self, action_id: str) -> bool:
        """The keys of this page."""
        acts, held = self._acts(), self.focusWidget()
        if action_id == "ceremony-comes" and isinstance(held, QAbstractButton):
            held.click()  # Space on a button that has the focus presses it
            return True
        if action_id not in acts or (self.model.shown is None and action_id not in ("ceremony-new", "ceremony-round")):
            return False
        acts[action_id]()
        return True

    def may_leave(self) -> bool:
        """Everything is kept as soon as it is done."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the side stands under the order."""
        super().resizeEvent(event)
        below = event.size().width() < px(_NARROW)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if below else ways.LeftToRight)
        self.side.lie(below)

    # ---- showing

    def _show(self) -> None:
        shown, model = self.model.shown, self.model
        self.empty.setVisible(shown is None)
        self._middle.setVisible(shown is not None)
        self.side.setVisible(shown is not None)
        self.order.put(model.rows, model.at)
        self.order_title.setText(said.ORDER if model.rows else said.NO_ONE)
        self.order.setVisible(bool(model.rows))
        self.count.setText(f"· {model.counted()}" if model.rows else "")
        self.note.setText(said.ENGLISH_NOTE if model.english() else "")
        self.note.setVisible(model.english())
        self.side.put(model, self.acts.printing.free)
        if shown:
            plan = shown.plan
            self.head.say(*said.heading(plan.title, plan.held_on, plan.hour, model.today))
        else:
            self.head.say(said.TITLE, said.CONTEXT)
        self._show_buttons()
        self._make_room()
        if self.acts.queue.asked is None:
            self.bar.hide()
        else:
            self.bar.ask(self.acts.queue.asked)

    def _show_buttons(self) -> None:
        shown, rows = self.model.shown, self.model.rows
        for each in (self.up, self.down, self.comes, self.out, self.reading):
            each.setVisible(bool(rows) and self.model.open)
        self.add.setVisible(self.model.open)
        self.reading.setEnabled(bool(self.model.row and self.model.row.line.names))
        self._tools.refit()
        self.other.setVisible(len(self.model.listed) > 1)
        for each in (self.new, self.round):
            each.setVisible(shown is not None or each is self.round)
        self.given.setVisible(self.model.open)
        self.given.setEnabled(bool(rows))
        over = shown.over if shown else None
        if over and self.state.isHidden():
            self._tell("sen", said.held(over))

    def _told(self, text: str) -> None:
        """Something was done: show it, and say it in the status line."""
        self.state.hide()
        self._show()
        if text:
            self._around.say(text)
        self.take_focus()

    def _tell(self, tone: str, text: str) -> None:
        self.state.say(tone, "", text)
        self.state.show()
        self._make_room()

    def _make_room(self) -> None:
        """Over the order only where something is said there."""
        said_there = not (self.state.isHidden() and self.empty.isHidden())
        self._top.setContentsMargins(20, 12 if said_there else 0, 20, 0)

    # ---- acts

    def _acts(self) -> dict[str, Callable[[], object]]:
        acts, model = self.acts, self.model
        return {
            "ceremony-letters": acts.print_letters,
            "ceremony-envelopes": lambda: acts.print_paper("envelopes"),
            "ceremony-names": lambda: acts.print_paper("names"),
            "ceremony-signs": lambda: acts.print_paper("signs"),
            "ceremony-add": acts.add,
            "ceremony-out": acts.take_out,
            "ceremony-up": lambda: acts.move(model.at, model.at - 1),
            "ceremony-down": lambda: acts.move(model.at, model.at + 1),
            "ceremony-comes": acts.turn_comes,
            "ceremony-reading": acts.say_reading,
            "ceremony-plan": acts.change,
            "ceremony-new": acts.make,
            "ceremony-other": acts.other,
            "ceremony-drop": acts.drop,
            "ceremony-given": acts.hand_over,
            "ceremony-round": lambda: self._around.go("round"),
        }

    def _open(self) -> None:
        row = self.model.row
        if row and row.line.covers:
            self._around.go("find", show=row.line.covers[0])

    def _step(self, row: int) -> None:
        self.model.at = row
        self.reading.setEnabled(bool(self.model.row and self.model.row.line.names))

    def _print(self, what: str) -> None:
        self.act("ceremony-letters" if what == "letters" else f"ceremony-{what}")

    # ---- making

    def _connect(self) -> None:
        acts, printing = self.acts, self.acts.printing
        self.head.sought.connect(lambda text: self._around.go("find", seek=text))
        presses = {
            "ceremony-add": self.add,
            "ceremony-up": self.up,
            "ceremony-down": self.down,
            "ceremony-comes": self.comes,
            "ceremony-out": self.out,
            "ceremony-reading": self.reading,
            "ceremony-other": self.other,
            "ceremony-round": self.round,
            "ceremony-given": self.given,
        }
        for id, press in presses.items():
            press.clicked.connect(lambda checked=False, id=id: self.act(id))
        for press in (self.make, self.new):
            press.clicked.connect(acts.make)
        self.order.table.installEventFilter(self.bar)
        self.order.moved.connect(acts.move)
        self.order.stepped.connect(self._step)
        self.order.opened.connect(self._open)
        self.side.printed.connect(self._print)
        self.side.changed.connect(acts.change)
        self.side.dropped.connect(acts.drop)
        acts.done.connect(self._told)
        acts.troubled.connect(lambda text: self._tell("son", text))
        printing.changed.connect(self.refresh)
        printing.asked.connect(self.take_focus)
        printing.answered.connect(self.take_focus)
        self.bar.all_here.connect(printing.all_here)
        self.bar.some_here.connect(printing.some_here)
        self.bar.none_here.connect(printing.none_here)

    def _lay_out(self) -> None:
        body, self._columns = QWidget(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setContentsMargins(20, 12, 20, 8)
        self._columns.setSpacing(16)
        self._columns.addWidget(self._order_side(), 1)
        self._columns.addWidget(self.side, 0, Qt.AlignmentFlag.AlignTop)
        self.empty.body.addWidget(words(said.EMPTY_TEXT, "second"))
        self.empty.body.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.bar)
        self._top = QVBoxLayout()
        for widget in (self.state, self.empty):
            self._top.addWidget(widget)
        inside.addLayout(self._top)
        inside.addLayout(self._columns, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(Scrolled(body), 1)
        page.addWidget(Foot([self.other, self.new, self.round], [self.given]))
        self.state.hide()

    def _order_side(self) -> QWidget:
        self._middle, head, self._tools = QWidget(), QHBoxLayout(), FlowRow()
        self.count.setWordWrap(False)
        self.order_title.setMinimumHeight(px(32))
        head.addWidget(self.order_title)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.up)
        head.addWidget(self.down)
        self._tools.put((self.add, self.comes, self.out, self.reading))
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._tools)
        column.addWidget(self.order, 1000)
        column.addWidget(self.note)
        column.addStretch(1)
        return self._middle


def _small(text: str, key: str) -> KeyButton:
    made = button(text, key)
    made.setProperty("small", True)
    made.set_kind("neutral")
    return made
