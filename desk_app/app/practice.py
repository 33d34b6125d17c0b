"""The way into the practice register and back to the lock; the real register stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from common.words import lock as said
from common.words import window
from desk_app import logs

if TYPE_CHECKING:
    from desk_app.app.door import Door
    from desk_app.services.desk import Desk
    from desk_app.services.practice import Guest
    from desk_app.ui.shell.window import MainWindow


class PracticeDoor:
    """`desk` and `window` are there while somebody practises."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self.desk: Desk | None = None
        self.window: MainWindow | None = None

    def enter(self, login: str) -> None:
        """Open the practice register, making it at its first use; for whoever is chosen at the lock."""
        door = self._door
        if not door.desk and not door.lock.doorstep.unit:
            door.lock.trouble(said.PRACTICE_LATER)
            return

        door.lock.wait(said.PRACTICE_OPENING)
        door.jobs.start(lambda step: self._open(self._guest(login)), self._opened, self._failed, "")

    def look_around(self, unit: str) -> None:
        """Open the practice register for a commune that is still being set up; locking it leads back there."""
        from desk_app.services.practice import guest_in

        self._door.jobs.start(
            lambda step: self._open(guest_in(unit)), self._opened, self._failed, said.PRACTICE_OPENING
        )

    def leave(self) -> None:
        """Back to the lock, or to the first run, as it was before."""
        if not self.may_leave():
            return
        self.close()
        if self._door.first_run:
            frame = self._door.frame
            frame.show_only(self._door.first_run)
            frame.setWindowTitle(window.PRODUCT)
            frame.mark_practice(False)
            return
        self._door.lock.greet()
        self._door.show_lock()

    def may_leave(self) -> bool:
        """Whether nothing would be lost or cut off in the practice window."""
        return self.window is None or self.window.may_close()

    def make_anew(self) -> None:
        """The practice window once more, for another size of type."""
        if self.desk is None or self.window is None:
            return
        page, gone = self.window.front(), self.window
        self._show()
        self.window.go(page)
        self._door.frame.drop(gone)

    def close(self) -> None:
        """Give the practice register back."""
        if self.window:
            self._door.frame.drop(self.window)
        if self.desk:
            self.desk.close()
        self.desk = self.window = None

    def _open(self, guest: Guest) -> None:
        from desk_app.house import open_practice

        self.desk = open_practice(self._door.asked.data, self._door.asked.world(), guest)

    def _guest(self, login: str) -> Guest:
        from desk_app.services.practice import guest_at_door, guest_of

        desk = self._door.desk
        return guest_of(desk.seat) if desk else guest_at_door(self._door.lock.doorstep, login)

    def _opened(self, nothing: None) -> None:
        self._show()

    def _show(self) -> None:
        if self.desk is None:
            return
        self.window = self._door.make_window(self.desk)
        self.window.actions_shown["lock"].setText(said.LEAVE_PRACTICE)
        self._door.lock.awake()
        self._door.bring(self.window)

    def _failed(self, error: Exception) -> None:
        from desk_app.services.trouble import Trouble
        from desk_app.ui.told import sentence_of

        if not isinstance(error, Trouble):
            logs.keep_bug(self._door.asked.data, error)
        if self._door.first_run:
            self._door.asker.tell(window.TROUBLE, sentence_of(error))
            return
        self._door.lock.trouble(sentence_of(error))
