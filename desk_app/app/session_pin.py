"""The PIN that opens a running session again; it lives in memory and dies with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.services.pin import Pin

if TYPE_CHECKING:
    from desk_app.app.door import Door


class SessionPin:
    """`kept` is None until somebody chose one."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self.kept: Pin | None = None
        self._offered = False

    def offer(self) -> None:
        """At the first lock of a session, ask the person who leaves for a PIN."""
        if self.kept is None and not self._offered:
            self._offered = True
            self._door.lock.offer_pin()

    def ask(self) -> None:
        """Cover the desk and ask for another one."""
        self.forget()
        self._door.cover()

    def chosen(self, digits: str) -> None:
        """From now on these digits open the session."""
        door = self._door
        if door.desk is None:
            return
        self.kept = Pin.of(digits, door.desk.seat.random)
        door.lock.new_pin.end()
        door.lock.lock(door.desk.seat.user, door.lock.covered.at, pin=True)

    def typed(self, digits: str) -> None:
        """Open the session for the right digits; after five wrong ones only the password does."""
        door = self._door
        if self.kept is None or door.window is None:
            return
        if self.fits(digits):
            door.show_work(door.window)

    def fits(self, digits: str) -> bool:
        """Whether these are the digits; a wrong one is noted, and after five of them only the password opens."""
        if self.kept is None or self.kept.fits(digits):
            return self.kept is not None
        self._note()
        if not self._door.lock.refuse_pin():
            self.forget()
        return False

    def _note(self) -> None:
        """Kept beside the register at once: a pulled plug must not wipe it out."""
        from desk_app.services.privacy_knocks import PIN, keep_knock

        if self._door.desk:
            seat = self._door.desk.seat
            keep_knock(seat.folder, seat.moment(), seat.user, PIN)

    def forget(self) -> None:
        """Nobody's PIN any more; the next lock offers a new one."""
        self.kept, self._offered = None, False
