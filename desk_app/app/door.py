"""Lock, register, main window: what is open and what may follow.

Nothing heavy is imported here: the lock stands on the screen first, and the register, the letters and the pages are
loaded by a thread while the password is typed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from common.words import lock as words
from common.words import window as said
from desk_app import logs
from desk_app.app.after_work import copy_after_work, copy_what_was_left, renew_index_beside
from desk_app.app.counter_door import CounterDoor
from desk_app.app.greeting import greet
from desk_app.app.loading import first_door, load, offer_rescue, open_register, pages, recognised, set_password
from desk_app.app.options import Asked
from desk_app.app.practice import PracticeDoor
from desk_app.app.session_pin import SessionPin
from desk_app.app.taking_back import TakingBack
from desk_app.release import VERSION
from desk_app.services.doorstep import read_doorstep
from desk_app.services.traces import ever_stood
from desk_app.settings import read_settings
from desk_app.ui.ask import Asker
from desk_app.ui.frame import Frame
from desk_app.ui.jobs import Jobs, Step
from desk_app.ui.lock.idle import Idle
from desk_app.ui.lock.view import LockScreen
from desk_app.ui.theme.look import as_dressed

if TYPE_CHECKING:
    from desk_app.services.desk import Desk
    from desk_app.ui.first_run.view import FirstRun
    from desk_app.ui.page import PageMaker
    from desk_app.ui.shell.window import MainWindow

__all__ = ["Door", "pages"]


class Door:
    """Lock, register, main window: what is open and what may follow."""

    def __init__(self, asked: Asked, makers: Callable[[], Mapping[str, PageMaker]]) -> None:
        self.asked, self._makers = asked, makers
        self.frame = Frame(self._may_close, self._closed)
        self.counter = CounterDoor(self)
        self.asker = Asker(lambda: self.frame, self.counter.wait)
        self.jobs = Jobs(self.frame)
        self.desk: Desk | None = None
        self.window: MainWindow | None = None
        self.first_run: FirstRun | None = None
        self.loading: Thread | None = None
        self.pin = SessionPin(self)
        self.practice = PracticeDoor(self)
        self.taking_back = TakingBack(self)
        self.idle = Idle(time.monotonic, lambda: read_settings(asked.data).idle_minutes, self.cover_when_left)
        self._dress = as_dressed()
        self.frame.dressed.connect(self._dressed)
        self.lock = self._new_lock()

    def open(self) -> None:
        """Show the lock, or where no register ever stood the first run; the right password opens the register."""
        if ever_stood(self.asked.data):
            self.show_lock()
            self.taking_back.at_the_door()
        else:
            self._begin()
        self.frame.show()
        self.idle.watch()

    def cover(self, offer_pin: bool = True) -> None:
        """Lock the running desk; everything stays loaded. The first time the person who leaves may set a PIN."""
        if self.practice.desk:
            self.practice.leave()
            return
        if self.desk is None:
            return
        self._renew()
        self.lock.lock(self.desk.seat.user, self.desk.seat.now().strftime("%H:%M"), self.pin.kept is not None)
        self.show_lock()
        if offer_pin:
            self.pin.offer()

    def cover_when_left(self) -> None:
        """Nobody was here for a while: cover the desk unless something still runs or nothing is to be covered."""
        if self.taking_back.left_alone():
            return
        if self.window is not None and self.frame.front() is self.window and not self.jobs.busy:
            self.cover(offer_pin=False)

    def unforeseen(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Keep type and place of a bug, and say so once."""
        logs.keep_bug(self.asked.data, error)
        self.asker.tell(said.TROUBLE, said.BUG)

    def show_lock(self) -> None:
        """Bring the lock to the front."""
        self.frame.show_only(self.lock)
        self.frame.setWindowTitle(self.window.windowTitle() if self.window else said.PRODUCT)
        self.frame.mark_practice(False)
        self.lock.password.setFocus()

    def show_work(self, window: MainWindow) -> None:
        """Bring the work to the front; what was typed at the lock is forgotten."""
        self.counter.end()
        self.lock.let_in()
        self.bring(window)

    def bring(self, window: MainWindow) -> None:
        """Bring a window to the front, marked where nothing counts."""
        self.frame.show_only(window)
        self.frame.setWindowTitle(window.windowTitle())
        self.frame.mark_practice(window.desk.seat.register.identity.practice)
        window.page_widget().setFocus()

    def make_window(self, desk: Desk) -> MainWindow:
        """The main window over a desk, its signals tied to the frame."""
        from desk_app.ui.scanner.guard import ScanGuard
        from desk_app.ui.shell.window import MainWindow

        window = MainWindow(desk, self.asker, self.jobs, self._makers())
        ScanGuard(window).watch(window.say)
        window.lock_asked.connect(self.cover)
        window.pin_asked.connect(self.pin.ask)
        window.counter_asked.connect(self.counter.begin)
        window.quit_asked.connect(self.frame.close)
        window.titled.connect(self.frame.setWindowTitle)
        self.taking_back.tie(window)
        return window

    def leave_desk(self) -> None:
        """Close the desk; what was typed stays in the register as a draft. Raises Trouble when it closes badly."""
        self._renew()
        gone, desk = self.window, self.desk
        self.desk = self.window = None
        self.pin.forget()
        if gone:
            self.frame.drop(gone)
        if desk:
            desk.close()

    # ---- opening

    def _new_lock(self) -> LockScreen:
        lock = LockScreen(read_doorstep(self.asked.data), time.monotonic, VERSION)
        lock.put(lock.doorstep, self.asked.moment()())
        lock.asked.connect(self._asked)
        lock.pin_typed.connect(self.pin.typed)
        lock.pin_chosen.connect(self.pin.chosen)
        lock.pin_forgotten.connect(self.pin.forget)
        lock.rescue_asked.connect(self._rescue)
        lock.practice_asked.connect(self.practice.enter)
        lock.take_back_asked.connect(self.taking_back.begin)
        lock.salvage_asked.connect(self.taking_back.salvage)
        lock.painted.connect(self._load)
        return lock

    def _load(self) -> None:
        """The lock stands on the screen: now there is time for everything else."""
        if self.loading is None:
            self.loading = Thread(target=load, args=(self._makers,), name="load")
            self.loading.start()

    def _begin(self) -> None:
        """The first run: nothing is typed into a lock, so what it needs is loaded at once."""
        from desk_app.ui.first_run.view import FirstRun

        self.first_run = FirstRun(first_door(self.asked), self.asker, self.jobs)
        self.first_run.made.connect(self._begun)
        self.first_run.practice_asked.connect(self.practice.look_around)
        self.first_run.take_back_asked.connect(self.taking_back.begin)
        self.frame.show_only(self.first_run)

    def _begun(self, folder: Path) -> None:
        self.lock = self._new_lock()
        self.show_lock()
        if self.first_run:
            self.frame.drop(self.first_run)
            self.first_run = None

    def _asked(self, user: str, password: str) -> None:
        def recognise(step: Step) -> str:
            return recognised(self.asked, user, password)

        def opening(step: Step) -> None:
            # Kept here at once: a program that closes meanwhile gives it back.
            self.desk = open_register(self.asked, user, password)

        if self.desk is None:
            self.jobs.start(opening, self._opened, self._refused, "")
        else:
            self.jobs.start(recognise, lambda known: self._known(known, opening), self._refused, "")

    def _known(self, user: str, opening: Callable[[Step], None]) -> None:
        if self.desk is None or self.window is None:
            return
        if user == self.desk.seat.user:
            self.show_work(self.window)
            return
        if not self.window.may_close():
            self.lock.trouble(words.STAYS_OPEN)
            return
        self.leave_desk()
        self.jobs.start(opening, self._opened, self._refused, "")

    def _opened(self, nothing: None) -> None:
        if self.desk is None:
            return
        self.window = self.make_window(self.desk)
        self.show_work(self.window)
        greet(self.desk, self.asker)
        offer_rescue(self.desk, self.asker, self.jobs, self.window)
        copy_what_was_left(self.desk, self.jobs, self.window.read_outlook, self.asker)
        renew_index_beside(self.desk, self.jobs)

    def _refused(self, error: Exception) -> None:
        from desk_app.services.trouble import Trouble
        from desk_app.ui.told import sentence_of

        if isinstance(error, Trouble) and error.code == "wrong-password":
            self.lock.refuse()
            return
        if not isinstance(error, Trouble):
            logs.keep_bug(self.asked.data, error)
        if not self.taking_back.offer(error):
            self.lock.trouble(sentence_of(error))

    # ---- the rescue sheet

    def _rescue(self, user: str, code: str, password: str) -> None:
        def work(step: Step) -> None:
            set_password(self.asked, user, password, code)

        self.lock.wait(words.OPENING)
        self.jobs.start(work, lambda _: self._asked(user, password), self._refused, "")

    # ---- another size of type, another ground

    def _dressed(self) -> None:
        if as_dressed() != self._dress:
            self._dress = as_dressed()
            # The page that asked is still in the middle of its own click.
            QTimer.singleShot(0, self._make_anew)

    def _make_anew(self) -> None:
        """Every length on the screen and colour was made for the old dress: lock and windows are made again."""
        old = self.lock
        self.lock = self._new_lock()
        self.lock.covered = old.covered
        self.lock.greet()
        if self.frame.front() is old:
            self.show_lock()
        self.frame.drop(old)
        self.practice.make_anew()
        if not self.desk or not self.window:
            return
        shown, page, gone = self.frame.front() is self.window, self.window.front(), self.window
        self.window = self.make_window(self.desk)
        self.window.go(page)
        if shown:
            self.show_work(self.window)
        self.frame.drop(gone)

    # ---- closing

    def _renew(self) -> None:
        from desk_app.services.doorplate import renew_doorstep

        if self.desk:
            renew_doorstep(self.desk.seat)
            self.lock.put(read_doorstep(self.asked.data), self.desk.seat.now())

    def _may_close(self) -> bool:
        if self.counter.screen or (self.first_run and not self.first_run.may_leave()):
            return False
        around = self.taking_back.may_leave() and self.practice.may_leave()
        return around and (self.window is None or self.window.may_close())

    def _closed(self) -> None:
        self.idle.rest()
        self.jobs.close()
        if self.loading:
            self.loading.join()
        if self.first_run:
            self.first_run.leave()
        self.practice.close()
        if self.desk:
            copy_after_work(self.desk)
            self._renew()
            self.desk.close()
            self.desk = None
