"""The ways to a copy: from the lock, from the menu, from a register that is not whole; and back to the lock."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from common.words import password_slip as slip_words
from common.words import people, window
from common.words import take_back as said
from desk_app import logs
from desk_app.services.doorstep import read_doorstep
from desk_app.services.traces import ailment, exchange_waits

if TYPE_CHECKING:
    from datetime import date

    from desk_app.app.door import Door
    from desk_app.app.options import Asked
    from desk_app.services.desk import Desk
    from desk_app.services.leaving import Leaving
    from desk_app.services.removing import Removed
    from desk_app.services.taking_back import Done
    from desk_app.ui.shell.window import MainWindow
    from desk_app.ui.take_back.model import Ways
    from desk_app.ui.take_back.view import TakeBack


class TakingBack:
    """`page` is there while somebody takes a register back; no register is open then."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self.page: TakeBack | None = None

    # ---- the ways in

    def at_the_door(self) -> None:
        """Before anybody typed: what a cut left half done is finished, and a register that is not whole is told."""
        folder = self._door.asked.data
        if exchange_waits(folder) and not self._finish():
            return
        if code := ailment(folder):
            from desk_app.services.trouble import Trouble

            self.offer(Trouble(code))

    def offer(self, error: Exception) -> bool:
        """Where a copy can help, say so at the lock with the ways there; False where the trouble is another."""
        code = str(getattr(error, "code", ""))
        if not said.ails(code):
            return False
        from desk_app.services.taking_back import copies_at_hand

        copies = copies_at_hand(self._door.asked.data)
        told = said.ailing(code, len(copies), copies[0].made_at if copies else None)
        self._door.lock.trouble(f"{told}\n{window.sorry(code)}", ways=True)
        return True

    def from_menu(self, trial: bool = False) -> None:
        """Leave the desk properly, then begin. A trial changes nothing, so everybody may."""
        door = self._door
        if door.desk and (trial or self._may(door.desk)) and self._leave_desk():
            self.begin(trial)

    def begin(self, trial: bool = False) -> None:
        """Bring the page to the front; the register is closed."""
        door = self._door
        if door.desk or self.page:
            return
        from desk_app.ui.take_back.view import TakeBack

        door.lock.awake()
        self.page = TakeBack(ways(door.asked), door.asker, door.jobs, trial)
        self.page.left.connect(self._back)
        self.page.made.connect(self._made)
        door.frame.show_only(self.page)
        door.frame.setWindowTitle(window.PRODUCT)

    def tie(self, made: MainWindow) -> None:
        """The rows of the menu: nothing is taken back while practising."""
        made.take_back_asked.connect(self.from_menu)
        made.salvage_asked.connect(self.salvage_from_menu)
        made.removal_asked.connect(self.take_out)
        real = not made.desk.seat.training
        for name in ("take-back", "take-back-trial", "salvage"):
            made.actions_shown[name].setVisible(real)

    # ---- reading what is left of a damaged register

    def salvage(self) -> None:
        """From the lock."""
        if self._door.desk is None:
            from desk_app.app.salvage_door import open_salvage

            open_salvage(self._door)

    def salvage_from_menu(self) -> None:
        """The same, once the desk is left."""
        door = self._door
        if door.desk and self._may(door.desk) and self._leave_desk():
            self.salvage()

    # ---- somebody leaves

    def take_out(self, leaving: Leaving, password: str) -> None:
        """Close the desk, take a person out under a new key, and come back to the lock."""
        door = self._door
        user = door.desk.seat.user if door.desk else ""
        if not user or not self._leave_desk():
            return
        from desk_app.house import Login, remove_user

        folder, world = door.asked.data, door.asked.world()
        door.lock.wait(people.REMOVING)
        door.jobs.start(
            lambda step: remove_user(folder, world, Login(user, password), leaving),
            self._taken_out,
            self._not_taken_out,
            people.REMOVING,
        )

    def _taken_out(self, removed: Removed) -> None:
        self._put_lock()
        self._door.lock.tell(people.AFTERWARDS)
        told = people.told_removed(removed.login, removed.copied, removed.passwords)
        if not removed.passwords:
            self._door.asker.tell(people.REMOVED_TITLE, told)
        elif self._door.asker.ask(people.REMOVED_TITLE, told, (slip_words.PRINT_ALL, slip_words.NOTED)) == 0:
            self._print_slips(removed)

    def _print_slips(self, removed: Removed) -> None:
        from desk_app.services.doorstep import read_doorstep
        from desk_app.services.printers import read_printers
        from desk_app.ui.settings.slip import print_slips

        door = self._door
        office = (read_doorstep(door.asked.data).office, door.asked.world().now().date())
        who = [(login, login, password) for login, password in removed.passwords.items()]
        print_slips(door, office, who, None, read_printers(door.asked.data))

    def _not_taken_out(self, error: Exception) -> None:
        from desk_app.services.trouble import Trouble
        from desk_app.ui.told import sentence_of

        if not isinstance(error, Trouble):
            logs.keep_bug(self._door.asked.data, error)
        self._put_lock()
        self._door.asker.tell(people.NOT_REMOVED, sentence_of(error))

    # ---- the ways out

    def may_leave(self) -> bool:
        """Whether the window may close now: an exchange that runs is asked about."""
        if self.page is None or not self.page.busy:
            return True
        choices = (window.LEAVE_STAY, window.LEAVE_GO)
        return self._door.asker.ask(window.LEAVE_TITLE, window.LEAVE_TEXT, choices, harmless=0) == 1

    def left_alone(self) -> bool:
        """Nobody was here for a while: back to the lock, unless something runs. Whether there was a page."""
        if self.page and not self.page.busy:
            self._back()
            return True
        return self.page is not None

    def _back(self) -> None:
        """Nothing was changed: the lock, or the first run, as it was before."""
        door = self._door
        self._drop()
        if door.first_run:
            door.frame.show_only(door.first_run)
            return
        self.to_the_lock()

    def to_the_lock(self) -> None:
        """The lock again, with what is known of the register now."""
        self._put_lock()
        self.at_the_door()

    def _made(self, done: Done) -> None:
        door = self._door
        self._drop()
        if door.first_run:
            door.frame.drop(door.first_run)
            door.first_run = None
        self._put_lock()
        door.lock.tell(said.AFTERWARDS)

    def _drop(self) -> None:
        if self.page:
            self._door.frame.drop(self.page)
            self.page = None

    def _put_lock(self) -> None:
        door = self._door
        door.lock.let_in()
        door.lock.put(read_doorstep(door.asked.data), door.asked.moment()())
        door.show_lock()

    # ---- leaving the desk

    def _may(self, desk: Desk) -> bool:
        from desk_app.services.trouble import Trouble

        try:
            desk.seat.may("settings")
        except Trouble:
            names = [one.name for one in desk.people.shown() if one.role == "administrator"]
            self._door.asker.tell(said.TITLE, said.administrators_only(names))
            return False
        return True

    def _leave_desk(self) -> bool:
        """No copy is made on the way out: it would thin out older ones, and the register itself stays whole."""
        from desk_app.services.trouble import Trouble

        door = self._door
        if door.window is None or not door.window.may_close():
            return False
        try:
            door.leave_desk()
        except Trouble as trouble:
            # A damaged register may refuse to be left in order; the way to its copy stays open all the same.
            logs.keep_bug(door.asked.data, trouble)
        self._put_lock()
        return True

    def _finish(self) -> bool:
        from desk_app.db.swap import finish_swap
        from desk_app.services.trouble import Trouble, told_as_trouble
        from desk_app.ui.told import sentence_of

        door = self._door
        try:
            with told_as_trouble():
                finish_swap(door.asked.data)
        except Trouble as trouble:
            door.lock.trouble(sentence_of(trouble))
            return False
        self._put_lock()
        door.lock.tell(said.FINISHED)
        return True


def ways(asked: Asked) -> Ways:
    """What the page may ask of the house."""
    from desk_app.house import look_at_copy, take_back
    from desk_app.services.taking_back import copies_at_hand, put_aside
    from desk_app.ui.take_back.model import Ways

    world = asked.world()
    return Ways(
        folder=asked.data,
        copies=lambda also: (*copies_at_hand(asked.data, also, world.now()), *put_aside(asked.data)),
        look=lambda copy, key, step: look_at_copy(asked.data, world, copy, key, step),
        take=lambda copy, key, step: take_back(asked.data, world, copy, key, step),
        doorstep=read_doorstep(asked.data),
        seconds=time.monotonic,
        drilled=lambda: _note_drill(asked, world.today()),
    )


def _note_drill(asked: Asked, day: date) -> None:
    from desk_app.services.drill import note_drill
    from desk_app.services.trouble import Trouble

    with suppress(Trouble):  # a full disk spoils no drill: the reminder only comes once more
        note_drill(asked.data, day)
