"""Lock, register, main window: what is open and what may follow.

Nothing heavy is imported here: the lock stands on the screen first, and the register, the letters and the pages are
loaded by a thread while the password is typed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING

from common.words import window as said
from desk_app import logs
from desk_app.app.options import Asked
from desk_app.services.doorstep import is_set_up, known_users
from desk_app.ui.ask import Asker
from desk_app.ui.frame import Frame
from desk_app.ui.jobs import Jobs, Step
from desk_app.ui.lock.view import LockScreen

if TYPE_CHECKING:
    from desk_app.services.desk import Desk
    from desk_app.ui.first_run.model import Door as FirstDoor
    from desk_app.ui.first_run.view import FirstRun
    from desk_app.ui.page import PageMaker
    from desk_app.ui.shell.window import MainWindow

HEAVY = ("desk_app.house", "desk_app.ui.shell.window", "desk_app.ui.told", "reportlab.pdfgen.canvas", "pypdfium2")


class Door:
    """Lock, register, main window: what is open and what may follow."""

    def __init__(self, asked: Asked, makers: Callable[[], Mapping[str, PageMaker]]) -> None:
        self.asked, self._makers = asked, makers
        self.frame = Frame(self._may_close, self._closed)
        self.asker = Asker(lambda: self.frame)
        self.jobs = Jobs(self.frame)
        self.desk: Desk | None = None
        self.window: MainWindow | None = None
        self.first_run: FirstRun | None = None
        self.loading: Thread | None = None
        self.lock = self._new_lock()

    def open(self) -> None:
        """Show the lock, or in an empty place the first run; the register opens behind the right password."""
        if is_set_up(self.asked.data):
            self._show_lock()
        else:
            self._begin()
        self.frame.show()

    def cover(self) -> None:
        """Lock the running desk; everything stays loaded."""
        if self.desk:
            self.lock.lock(self.desk.seat.user, self.desk.seat.now().strftime("%H:%M"))
            self._show_lock()

    def unforeseen(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Keep type and place of a bug, and say so once."""
        logs.keep_bug(self.asked.data, error)
        self.asker.tell(said.TROUBLE, said.BUG)

    # ---- opening

    def _new_lock(self) -> LockScreen:
        lock = LockScreen(known_users(self.asked.data), time.monotonic, version("mot-cua-than-thien"))
        lock.asked.connect(self._asked)
        lock.painted.connect(self._load)
        return lock

    def _load(self) -> None:
        """The lock stands on the screen: now there is time for everything else."""
        if self.loading is None:
            self.loading = Thread(target=load, args=(self._makers,), name="load")
            self.loading.start()

    def _show_lock(self) -> None:
        self.frame.show_only(self.lock)
        self.lock.password.setFocus()

    def _begin(self) -> None:
        """The first run: nothing is typed into a lock, so what it needs is loaded at once."""
        from desk_app.ui.first_run.view import FirstRun

        self.first_run = FirstRun(first_door(self.asked), self.asker, self.jobs)
        self.first_run.made.connect(self._begun)
        self.frame.show_only(self.first_run)

    def _begun(self, folder: Path) -> None:
        self.lock = self._new_lock()
        self._show_lock()
        if self.first_run:
            self.frame.drop(self.first_run)
            self.first_run = None

    def _asked(self, user: str, password: str) -> None:
        def recognise(step: Step) -> str:
            from desk_app.house import Login, recognise

            recognise(self.asked.data, self.asked.world(), Login(user, password))
            return user

        def open_register(step: Step) -> None:
            from desk_app.house import Login, open_desk

            self.desk = open_desk(self.asked.data, self.asked.world(), Login(user, password))

        if self.desk is None:
            self.jobs.start(open_register, self._opened, self._refused, "")
        else:
            self.jobs.start(recognise, lambda known: self._known(known, open_register), self._refused, "")

    def _known(self, user: str, open_register: Callable[[Step], None]) -> None:
        if self.desk is None or self.window is None:
            return
        if user == self.desk.seat.user:
            self._show_work(self.window)
            return
        # Another person takes the seat: what was typed stays in the register as a draft.
        if not self.window.may_close():
            self.lock.let_in()
            return
        self.frame.drop(self.window)
        self.desk.close()
        self.desk = self.window = None
        self.jobs.start(open_register, self._opened, self._refused, "")

    def _opened(self, nothing: None) -> None:
        from desk_app.ui.shell.window import MainWindow

        if self.desk is None:
            return
        window = MainWindow(self.desk, self.asker, self.jobs, self._makers())
        window.lock_asked.connect(self.cover)
        window.quit_asked.connect(self.frame.close)
        window.titled.connect(self.frame.setWindowTitle)
        self.frame.setWindowTitle(window.windowTitle())
        self.frame.mark_practice(self.desk.seat.register.identity.practice)
        self.window = window
        self._show_work(window)
        if self.desk.restored:
            self.asker.tell(said.PRODUCT, older_copy(self.desk.restored))

    def _show_work(self, window: MainWindow) -> None:
        self.lock.let_in()
        self.frame.show_only(window)
        window.page_widget().setFocus()

    def _refused(self, error: Exception) -> None:
        from desk_app.services.trouble import Trouble
        from desk_app.ui.told import sentence_of

        if isinstance(error, Trouble) and error.code == "wrong-password":
            self.lock.refuse()
            return
        if not isinstance(error, Trouble):
            logs.keep_bug(self.asked.data, error)
        self.lock.trouble(sentence_of(error))

    # ---- closing

    def _may_close(self) -> bool:
        if self.first_run and not self.first_run.may_leave():
            return False
        return self.window is None or self.window.may_close()

    def _closed(self) -> None:
        self.jobs.close()
        if self.first_run:
            self.first_run.leave()
        if self.loading:
            self.loading.join()
        if self.desk:
            self.desk.close()
            self.desk = None


def load(makers: Callable[[], object]) -> None:
    """Import what opening a register needs, while the password is typed."""
    for name in HEAVY:
        import_module(name)
    makers()


def pages() -> Mapping[str, PageMaker]:
    """Every page that is built, in the order of the side bar."""
    from desk_app.ui.find.view import FindPage
    from desk_app.ui.form.form_page import FormPage
    from desk_app.ui.month.view import MonthPage
    from desk_app.ui.printing.view import PrintingPage
    from desk_app.ui.ratings.view import RatingsPage
    from desk_app.ui.settings.view import SettingsPage
    from desk_app.ui.today.view import TodayPage

    return {
        "today": TodayPage,
        "find": FindPage,
        "form": FormPage,
        "printing": PrintingPage,
        "ratings": RatingsPage,
        "month": MonthPage,
        "settings": SettingsPage,
    }


def first_door(asked: Asked) -> FirstDoor:
    """What the first run may ask of the house."""
    from desk_app.house import Login, open_desk, set_up, unit_table
    from desk_app.services.communes import find_communes
    from desk_app.ui.first_run.model import Door as FirstDoor

    world = asked.world()
    return FirstDoor(
        find=lambda text: find_communes(unit_table(), text, world.today()),
        set_up=lambda wished, user, password: set_up(asked.data, world, Login(user, password), wished),
        open=lambda user, password: open_desk(asked.data, world, Login(user, password)),
        folder=asked.data,
        today=world.today(),
    )


def older_copy(epoch: int) -> str:
    """The register had been put back by hand."""
    from common.words.said import older_copy as words

    return words(epoch)
