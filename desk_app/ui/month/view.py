"""The page Gửi cấp trên: which view stands in front, with which step, title and buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from common.words import month as said
from common.words.lacking import OWED_TITLE
from common.words.month_stick import ELSEWHERE
from desk_app.services.month_view import MonthContents
from desk_app.ui.jobs import Cancelled, Step
from desk_app.ui.month.contents import ContentsPage
from desk_app.ui.month.front import Front
from desk_app.ui.month.healing import Healing
from desk_app.ui.month.incoming import Incoming, dropped_file
from desk_app.ui.month.keys import KeysPage
from desk_app.ui.month.lacking import LackingPage
from desk_app.ui.month.model import MonthModel, may_write
from desk_app.ui.month.others import Others
from desk_app.ui.month.receipt import ReceiptPage
from desk_app.ui.month.result import ResultPage
from desk_app.ui.month.second import SecondPage
from desk_app.ui.month.sent import SentPage
from desk_app.ui.month.tying import Tying
from desk_app.ui.month.writing import Writing
from desk_app.ui.page import Around
from desk_app.ui.parts.banner import Banner
from desk_app.ui.parts.button import KeyButton, button, quiet_button
from desk_app.ui.parts.foot import Foot
from desk_app.ui.parts.key_page import KeyPage
from desk_app.ui.parts.page_head import ElidedLabel, PageHead
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.parts.step_list import StepList
from desk_app.ui.printing.printer import Printery
from desk_app.ui.theme.look import face, px
from desk_app.ui.told import sentence_of

T = TypeVar("T")
WIDE, TALL, LOW, SHORT, LEAST_NOTE = 968, 500, 340, 900, 150
"""From this size on (px at 100 %) the steps stand beside the view; below, the foot keeps what there is room for."""


class MonthPage(KeyPage):
    """Alt+7. One stack of seven views under one head and foot; `printery` is another's in tests."""

    actions = frozenset({"month-print", "month-copy", "month-eject"})  # type: ignore[assignment]

    def __init__(self, around: Around, printery: Printery | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAcceptDrops(True)
        self.title = said.TITLE
        self.around, self.model, self.printery = around, MonthModel(around.desk), printery
        self.now: MonthContents | None = None
        self.head, self.steps = PageHead(said.TITLE), StepList(said.steps(False))
        self.head.sought.connect(lambda text: around.go("find", seek=text))
        self.elsewhere = quiet_button(ELSEWHERE, "Ctrl+Shift+E")
        self.trouble = Banner("son", "", "", (self.elsewhere,))
        self.trouble.hide()
        self.contents, self.second, self.result = ContentsPage(), SecondPage(), ResultPage()
        self.receipt, self.sent, self.keys = ReceiptPage(), SentPage(), KeysPage()
        self.after, self.lacking = self.contents.after, LackingPage()
        self.stack = Front()
        self._views: tuple[QWidget, ...] = (
            *(self.contents, self.second, self.result),
            *(self.receipt, self.sent, self.keys, self.lacking),
        )
        for each in self._views:
            self.stack.addWidget(Scrolled(each))
        self._make_buttons()
        self._lay_out()
        self.writing, self.incoming, self.tying = Writing(self), Incoming(self), Tying(self)
        self.healing = Healing(self)
        self._connect()

    def _make_buttons(self) -> None:
        self.later, self.back = quiet_button(said.LATER, "Esc"), quiet_button(said.BACK, "Esc")
        self.finish = button(said.DONE, "Esc")
        self.more = Others()
        self.take, self.to_sent, self.to_keys = self.more.buttons
        self.preview = button(said.PREVIEW, "Ctrl+P", icon="printer")
        self.slip = button(said.SLIP, "Ctrl+P", icon="printer")
        self.write = button(said.WRITE, "Enter", primary=True, icon="usb")
        self.note = ElidedLabel("")
        self.note.setFont(face(10.5))
        # Hidden until a view asks for them: all buttons at once would make the window wider than a small screen.
        for waiting in (self.later, self.back, self.finish, self.preview, self.slip):
            waiting.hide()

    def _lay_out(self) -> None:
        held = QWidget()
        middle = QVBoxLayout(held)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(12)
        middle.addWidget(self.trouble)
        middle.addWidget(self.stack, 1)
        row = self._body = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.steps)
        row.addWidget(Scrolled(held), 1)
        self.steps.body.addStretch(1)
        self.foot = Foot(
            (self.later, self.back, self.more, self.note), (self.preview, self.slip, self.write, self.finish)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(row, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        for pressed, act in (
            (self.later, lambda: self.around.go("today")),
            (self.back, self.incoming.back),
            (self.finish, self.refresh),
            (self.to_sent, self.show_sent),
            (self.to_keys, self.tying.show),
            (self.take, self.incoming.take_receipt),
            (self.write, self.step_on),
            (self.elsewhere, self.writing.write_elsewhere),
            (self.second.settings, lambda: self.around.go("settings")),
            (self.preview, self.writing.print_preview),
            (self.slip, self.writing.print_sent_slip),
        ):
            pressed.clicked.connect(lambda _=False, do=act: do())
        self.contents.letters_asked.connect(lambda: self.around.go("printing"))

    # ---- what the shell asks

    def arrive(self, **what: object) -> None:
        """The shell brought us here; there is nothing to choose beforehand."""

    def refresh(self) -> None:
        """Show what a bundle would hold now."""
        contents = self.now = self.model.contents()
        self.steps.take(said.steps(contents.second, self.writing.invited()))
        self.contents.put(contents)
        self.show_view(self.contents, 0, said.page_title(contents.month.name))
        stop = may_write(contents)
        asks = contents.second and not contents.look
        self.step_words(*((self.writing.invitation(), "arrow-right") if asks else (said.WRITE, "usb")))
        self.write.setEnabled(not stop)
        self.write.setToolTip(stop)
        self.after.put(contents.owed, contents.lacking)
        if contents.stop == "receipt-owed":
            self.write.setToolTip(OWED_TITLE)
        elif contents.stop or not contents.sum.agrees:
            untied = contents.stop in ("no-district", "words-not-compared")
            text = f"{stop}\n{said.WITHOUT_TIE}" if untied else stop
            self.say("hoe" if contents.stop else "son", said.NOT_NOW, text)
        # The shell gives the page the focus; the page hands it to what one came for.
        self.setFocusProxy(self.write if not stop else self.after.take if contents.owed else self.preview)
        self.setFocus()

    def act(self, action_id: str) -> bool:
        """Menu Gửi cấp trên, and the keys of the visible buttons."""
        acts: dict[str, Callable[[], None]] = {
            "month-bundle": self.refresh,
            "receive-receipt": self.incoming.take_receipt,
            "exchange-keys": self.tying.show,
            "sent-bundles": self.show_sent,
            "see-lacking": self.healing.show,
        }
        keys = {"month-print": "Ctrl+P", "month-copy": "Ctrl+Shift+S", "month-eject": "Ctrl+R"}
        if action_id in keys:
            return self._press(keys[action_id])
        if action_id in acts:
            acts[action_id]()
        return action_id in acts

    def _press(self, key: str) -> bool:
        shown = [each for each in self.findChildren(KeyButton) if each.key() == key and each.isVisible()]
        if shown and shown[0].isEnabled():
            shown[0].click()
        return bool(shown)

    def may_leave(self) -> bool:
        """Nothing is typed here that could be lost."""
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One .mctt file may be let fall here."""
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A receipt carried here with the mouse."""
        path = dropped_file(event.mimeData())
        if path:
            event.acceptProposedAction()
            self.incoming.receive(path)

    # ---- views

    def show_view(self, view: QWidget, step: int, title: str) -> None:
        """Bring a view to the front; `step` counts from 0 and is said in the month's own views only."""
        first, last = view is self.contents, view is self.result
        whole = first or last or view is self.second
        self.trouble.hide()
        self.steps.stand(step)
        second = self.now is not None and self.now.second
        self.head.say(title, said.step_of(step + 1, len(said.steps(second))) if whole else "")
        here = {
            self.later: first,
            self.back: not first and not last,
            self.preview: first,
            self.slip: view is self.sent and self.sent.model.rowCount() > 0,
            self.write: first or view is self.second,
            self.finish: last,
        }
        # What goes is hidden before what comes is shown: together they would push a small window wider.
        for each, wanted in sorted(here.items(), key=lambda pair: pair[1]):
            each.setVisible(wanted)
        note = said.PRACTICE if self.now and self.now.practice else said.NOTHING_LEFT_YET
        self.note.setText(note if first else "")
        self.stack.setCurrentIndex(self._views.index(view))
        self._fit()
        front = self.stack.currentWidget()
        if isinstance(front, Scrolled):
            front.to_top()

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll to what was just said."""
        front = self.stack.currentWidget()
        if isinstance(front, Scrolled):
            QTimer.singleShot(0, front, lambda: front.ensureWidgetVisible(widget))

    def shown(self) -> QWidget:
        """The view in front."""
        return self._views[self.stack.currentIndex()]

    def show_sent(self) -> None:
        """The bundles that went up."""
        self.sent.put(self.model.sent(), self.model.receipts())
        self.show_view(self.sent, 0, said.SENT)
        self.sent.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Steps beside the view or not; the foot keeps what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        stepping = self.shown() in (self.contents, self.second, self.result)
        beside = stepping and self.width() >= px(WIDE) and self.height() >= px(TALL)
        self.steps.setVisible(beside)
        side, air = (20, 16) if self.width() >= px(SHORT) else (12, 10)
        air = air if self.height() >= px(LOW) else 3
        self._body.setContentsMargins(side, air, side, air // 2 if beside else air)
        self.later.set_words(said.LATER if self.width() >= px(SHORT) else said.LATER_SHORT)
        held = (self.later, self.back, self.preview, self.slip, self.write, self.finish)
        room = self.width() - 64 - sum(each.sizeHint().width() + 10 for each in held if not each.isHidden())
        leading = {self.sent: self.more.to_sent, self.keys: self.more.to_keys}
        self.more.stand(leading.get(self.shown()))
        room = self.more.place(self.steps.body if beside else None, room)
        self.note.setMaximumWidth(max(room, 0))
        self.note.setVisible(room > px(LEAST_NOTE))

    # ---- acts

    def step_on(self) -> None:
        """Enter: from the contents to the second person where one is wanted, else to the stick."""
        if self.now and self.now.second and self.shown() is self.contents:
            self.writing.invite()
        elif self.now and self.now.second and not self.now.look:
            self.writing.confirm_look()
        else:
            self.writing.write()

    def step_words(self, words: str, sign: str = "usb") -> None:
        """What Enter does next."""
        self.write.set_words(words)
        self.write.set_sign(sign)
        self._fit()

    def say(self, tone: str, title: str, text: str = "", elsewhere: bool = False) -> None:
        """One sentence over the view; `elsewhere` where another folder would do as well."""
        self.trouble.say(tone, title, text)
        self.elsewhere.setVisible(elsewhere)
        self.trouble.show()

    def work(self, work: Callable[[Step], T], done: Callable[[T], None], waiting: str) -> None:
        """Long work; what goes wrong is told here."""
        self.trouble.hide()
        self.around.jobs.start(work, done, self.failed, waiting)

    def failed(self, error: Exception) -> None:
        """A stop, a trouble or a bug, in a sentence."""
        if self.shown() is self.contents:
            self.refresh()
        if isinstance(error, Cancelled):
            self.say("hoe", said.STOPPED, said.STOPPED_SAFE)
        else:
            self.say("son", said.TROUBLE, sentence_of(error))
