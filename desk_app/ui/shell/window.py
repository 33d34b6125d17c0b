"""The main window: menus, side bar, one page in front, the status line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import cast

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSizePolicy, QStackedWidget, QWidget

from common.words import window as said
from desk_app.release import VERSION
from desk_app.services.desk import Desk
from desk_app.services.outlook import outlook
from desk_app.services.today import Today
from desk_app.services.trouble import Trouble
from desk_app.ui.actions import ACTIONS, BY_ID, Action
from desk_app.ui.ask import Asker
from desk_app.ui.jobs import Jobs
from desk_app.ui.page import Around, Page, PageMaker
from desk_app.ui.shell.care import CareActs
from desk_app.ui.shell.first_focus import give_focus
from desk_app.ui.shell.guide import show_guide
from desk_app.ui.shell.key_card import show_card
from desk_app.ui.shell.menus import make_actions, make_menus
from desk_app.ui.shell.model import counts, status_parts, title
from desk_app.ui.shell.side import Side
from desk_app.ui.shell.status import StatusLine
from desk_app.ui.theme.look import px

_MINUTE_MS = 60_000
_ROOMY, _FOLDED = 1180, 860
"""A window narrower than these in px of the design is small, or so small that the side bar shows its signs alone."""


class MainWindow(QMainWindow):
    """`pages` says how each page is made, at its first visit; an action whose page is not there is not shown.
    `lock_asked` wants the screen covered, `pin_asked` a PIN for it, `counter_asked` the screen turned to citizens,
    `quit_asked` wants the program to end, `titled` carries a new title; `take_back_asked(trial)` leads to the copies,
    `salvage_asked` to what a damaged one holds, `removal_asked(leaving, password)` takes a person out."""

    lock_asked = Signal()
    pin_asked = Signal()
    counter_asked = Signal()
    quit_asked = Signal()
    take_back_asked = Signal(bool)
    salvage_asked = Signal()
    removal_asked = Signal(object, str)
    titled = Signal(str)

    def __init__(self, desk: Desk, asker: Asker, jobs: Jobs, pages: Mapping[str, PageMaker]) -> None:
        super().__init__()
        self.desk, self.asker, self.jobs = desk, asker, jobs
        ways = (self.go, self.read_outlook, self.say, lambda id: self.do(BY_ID[id]), self.removal_asked.emit)
        self.around = Around(desk, asker, jobs, *ways)
        self._makers = pages
        self._made: dict[str, QWidget] = {}
        self._front = ""
        self._own = _own_acts(self)
        self.stack = QStackedWidget()
        # A page that is not seen must not say how wide the window is; each page scrolls what is short of room.
        self.stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.side = Side([a for a in ACTIONS if a.side and a.page in pages], desk.seat.today())
        self.status = StatusLine()
        self._lay_out()
        self.minute = QTimer(self)
        self.minute.setInterval(_MINUTE_MS)
        self.minute.timeout.connect(self.heed_midnight)
        self.minute.start()
        self.actions_shown = make_actions(self, pages)
        self.new_menu = make_menus(self, self.actions_shown)
        self.read_outlook()
        self.go(next(iter(pages)))

    # ---- pages

    def go(self, page: str, **what: object) -> bool:
        """Bring a page to the front; False when the page in front would lose something and the person stays."""
        if page not in self._makers or not self._may_leave():
            return False
        if page not in self._made:
            self._made[page] = self._makers[page](self.around)
            self.stack.addWidget(self._made[page])
        self._front = page
        self.stack.setCurrentWidget(self._made[page])
        view = self.page()
        view.arrive(**what)
        view.refresh()
        self._mark(page, what)
        give_focus(self._made[page], self.focusWidget())
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window leaves more to the page."""
        super().resizeEvent(event)
        self.side.narrow(self.width() < px(_ROOMY), self.width() < px(_FOLDED))

    def page(self) -> Page:
        """The page in front."""
        return cast(Page, self._made[self._front])

    def page_widget(self) -> QWidget:
        """The page in front, as the widget it is."""
        return self._made[self._front]

    def front(self) -> str:
        """The name of the page in front."""
        return self._front

    def say(self, text: str) -> None:
        """One line in the status line."""
        self.status.say(text)

    def read_outlook(self) -> None:
        """Read again what the status line, the counts and the title say."""
        self.read_status()
        self.side.show_counts(counts(Today(self.desk.seat).queues()))

    def read_status(self) -> None:
        """The status line and the title alone, as they are now."""
        seen = outlook(self.desk.seat)
        self.status.put(status_parts(seen, self.desk.seat.now()), self.desk.people.me().full)
        self.setWindowTitle(title(seen))
        self.titled.emit(title(seen))

    def heed_midnight(self) -> None:
        """The status line every minute, for what was done beside the window; on another day all that goes by days: the
        side bar, the counts, Hôm nay when it is in front. A register that is busy is asked again the next time."""
        today = self.desk.seat.today()
        if today == self.side.date.day:
            with suppress(Trouble):
                self.read_status()
            return
        self.side.date.put(today)
        self.read_outlook()
        if self._front == "today":
            self.page().refresh()

    # ---- acts

    def do(self, action: Action) -> None:
        """What a menu, a key or a row of the side bar asks for."""
        if action.id in self._own:
            self._own[action.id]()
        elif action.here or (self.go(action.page, **action.what) and action.does):
            self.page().act(action.id)

    def new_entry(self) -> None:
        """Open the list of what can be entered, under its button; S, H or T chooses."""
        self.new_menu.setActiveAction(self.new_menu.actions()[0])
        self.new_menu.popup(self.side.new_entry.mapToGlobal(QPoint(0, self.side.new_entry.height())))

    def show_keys(self) -> None:
        """The card of keys."""
        show_card(self.built(), self, self._front)

    def built(self) -> frozenset[str]:
        """The actions that can be done in this program: those of pages only where the page says so."""
        told = {a.id for a in ACTIONS if a.told and (not a.page or a.page in self._makers)}
        return frozenset(a.id for a in ACTIONS if a.id in self.actions_shown and self._does(a)) | told

    def may_close(self) -> bool:
        """Whether the program may end now: work that runs is asked about, and what is typed stays kept."""
        if self.jobs.busy:
            choices = (said.LEAVE_STAY, said.LEAVE_GO)
            if self.asker.ask(said.LEAVE_TITLE, said.LEAVE_TEXT, choices, harmless=0) != 1:
                return False
        return self._may_leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The frame around us closes; alone, we ask ourselves."""
        if self.may_close():
            self.jobs.close()
            event.accept()
        else:
            event.ignore()

    def _does(self, action: Action) -> bool:
        return not action.here or action.id in self._own_keys(action.page)

    def _own_keys(self, page: str) -> frozenset[str]:
        # QWidget has a method of this name: only a page's own set counts.
        own = getattr(self._made.get(page, self._makers[page]), "actions", None)
        return own if isinstance(own, frozenset) else frozenset()

    def _may_leave(self) -> bool:
        return not self._front or self.page().may_leave()

    # ---- making

    def _lay_out(self) -> None:
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self.status.locked.connect(self.lock_asked)
        self.side.new_entry.clicked.connect(self.new_entry)
        self.side.new_entry.setVisible("form" in self._makers)
        self.side.chosen.connect(lambda id: self.actions_shown[id].trigger())

    def _mark(self, page: str, what: Mapping[str, object]) -> None:
        rows = [a for a in ACTIONS if a.side and a.page == page]
        row = next((a for a in rows if set(a.what) == set(what)), rows[0] if rows else None)
        self.side.show_chosen(row.id if row else "")
        own = self._own_keys(page)
        for action in ACTIONS:
            if action.here and action.id in self.actions_shown:
                fits = action.page == page and action.id in own
                self.actions_shown[action.id].setEnabled(fits)
                self.actions_shown[action.id].setVisible(fits)


def _own_acts(window: MainWindow) -> dict[str, Callable[[], None]]:
    care = CareActs(window.around, window)
    return {
        "new": window.new_entry,
        "guide": lambda: show_guide(window.around, window, window.front()),
        "keys-card": window.show_keys,
        "lock": window.lock_asked.emit,
        "set-pin": window.pin_asked.emit,
        "counter-mode": window.counter_asked.emit,
        "quit": window.quit_asked.emit,
        "ministry-export": care.export,
        "backup-now": care.back_up,
        "check-data": care.check,
        "take-back": lambda: window.take_back_asked.emit(False),
        "take-back-trial": lambda: window.take_back_asked.emit(True),
        "salvage": window.salvage_asked.emit,
        "about": lambda: window.asker.tell(said.PRODUCT, f"{said.RELEASE.format(VERSION)}\n{said.ABOUT}"),
    }
