"""The way to the screen turned to the citizen and back: the session lies locked behind it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QGuiApplication, QScreen

from common.words import counter as said
from desk_app import logs
from desk_app.app.loading import recognised
from desk_app.services.pin import is_pin

if TYPE_CHECKING:
    from desk_app.app.door import Door
    from desk_app.ui.counter.view import CounterScreen
    from desk_app.ui.jobs import Step


class CounterDoor:
    """`screen` is there while the desk is turned to the citizen."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self.screen: CounterScreen | None = None
        self._held: list[QEventLoop] = []

    def begin(self) -> None:
        """Cover the desk and stand over it, on the screen that the person chooses where there are several."""
        door = self._door
        if door.practice.desk:
            door.asker.tell(said.BEGIN, said.NOT_IN_PRACTICE)
            return
        if door.desk is None or self.screen is not None or (screen := self._chosen()) is None:
            return
        from desk_app.ui.counter.view import CounterScreen

        door.cover(offer_pin=False)
        greeting = door.lock.doorstep.resident(door.desk.seat.user).greeting
        self.screen = CounterScreen(door.desk, time.monotonic, greeting)
        self.screen.leave_asked.connect(self._asked)
        self.screen.pin = door.pin.kept is not None
        self.screen.stand(screen)

    def end(self) -> None:
        """Back to work, as it was left; whatever had to be asked meanwhile is asked now."""
        gone, self.screen = self.screen, None
        if gone is None:
            return
        gone.let_go()
        gone.deleteLater()
        held, self._held = self._held, []
        for loop in held:
            loop.quit()

    def wait(self) -> None:
        """A question that comes up behind the screen waits until somebody of the office is back."""
        if self.screen is not None:
            loop = QEventLoop()
            self._held.append(loop)
            loop.exec()

    # ---- inside

    def _chosen(self) -> QScreen | None:
        screens, door = QGuiApplication.screens(), self._door
        here = door.frame.screen()
        if len(screens) < 2:
            return here
        choices = (said.THIS_SCREEN, said.OTHER_SCREEN, said.NOT_NOW)
        answer = door.asker.ask(said.BEGIN, said.WHICH_SCREEN.format(len(screens)), choices)
        return (here, next(each for each in screens if each is not here), None)[answer]

    def _asked(self, typed: str) -> None:
        door = self._door
        if door.desk is None or door.window is None:
            return
        if door.pin.kept is not None and is_pin(typed):
            self._by_pin(typed)
            return
        user = door.desk.seat.user

        def recognise(step: Step) -> str:
            return recognised(door.asked, user, typed)

        door.jobs.start(recognise, lambda known: self._back(), self._refused, "")

    def _by_pin(self, typed: str) -> None:
        """Five wrong ones, and from then on only the password counts."""
        if self._door.pin.fits(typed):
            self._back()
        elif self.screen is not None:
            self.screen.pin = self._door.pin.kept is not None
            self.screen.refuse()

    def _back(self) -> None:
        window = self._door.window
        if window is not None:
            self.end()
            self._door.show_work(window)

    def _refused(self, error: Exception) -> None:
        from desk_app.services.trouble import Trouble
        from desk_app.ui.told import sentence_of

        if self.screen is None:
            return
        wrong = isinstance(error, Trouble) and error.code == "wrong-password"
        if not isinstance(error, Trouble):
            logs.keep_bug(self._door.asked.data, error)
        self.screen.refuse("" if wrong else sentence_of(error))
