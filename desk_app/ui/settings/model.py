"""What the settings page knows and does; no widget."""

from __future__ import annotations

from common.words import settings_page as said
from desk_app.services.desk import Desk
from desk_app.services.office_gaps import Gap, office_gaps
from desk_app.services.people import ADDRESSES, SHORTEST_PASSWORD, Called, Person
from desk_app.services.seat import ACTS_OF
from desk_app.services.settings_view import (
    GROUNDS,
    IDLE_MINUTES,
    ground,
    idle_minutes,
    may_change,
    set_ground,
    set_idle_minutes,
    set_type_size,
    type_size,
)

SWITCHES = tuple(said.SWITCHES)
ROLES = tuple(ACTS_OF)
__all__ = ["ADDRESSES", "GROUNDS", "IDLE_MINUTES", "ROLES", "SHORTEST_PASSWORD", "SettingsModel"]


class SettingsModel:
    """Typed values beside those in force."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.may = may_change(desk.seat)
        self.typed: dict[str, str] = {}
        self.kept: dict[str, str] = {}
        self.read()

    def read(self) -> None:
        """What is in force; what was typed goes."""
        head = self._desk.settings.all()
        self.kept = {name: str(getattr(head, name.replace("-", "_"))) for name in said.FIELDS}
        self.kept |= {name: "on" if getattr(head, name.replace("-", "_")) else "off" for name in SWITCHES}
        self.typed = dict(self.kept)

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of what was typed and not kept."""
        return tuple(name for name, value in self.typed.items() if value.strip() != self.kept[name])

    def save(self) -> None:
        """Keep every change; raises Mistake or Trouble, and what came before it is kept."""
        for name in self.changed:
            self._desk.settings.put(name, self.typed[name])
            self.kept[name] = self.typed[name]
        self.read()

    def gaps(self) -> tuple[Gap, ...]:
        """What letters lack of the office, the most pressing first."""
        with self._desk.seat.reading() as reading:
            return office_gaps(self._desk.seat, reading)

    @property
    def login(self) -> str:
        """Who sits here."""
        return self._desk.seat.user

    def people(self) -> tuple[str, ...]:
        """Who may open the register."""
        return tuple(said.person(one.name, one.role) for one in self._desk.people.shown())

    def nameable(self) -> tuple[Person, ...]:
        """Whom one may name: everyone for the administrator, oneself for others."""
        return tuple(one for one in self._desk.people.shown() if self.may or one.login == self.login)

    def person(self, login: str) -> Person | None:
        """How this user is called now."""
        return next((one for one in self._desk.people.shown() if one.login == login), None)

    def call(self, login: str, name: str, address: str, title: str) -> Person:
        """From now on the desk names this user so. Raises Mistake or Trouble."""
        self._desk.people.call(login, Called(name, address, title))
        return self._desk.people.one(login)

    def change_password(self, old: str, new: str) -> None:
        """Takes a second on purpose. May run in the worker thread."""
        self._desk.people.change_password(old, new)

    def add_person(self, name: str, role: str, password: str) -> None:
        """Let another person in; takes half a second on purpose. May run in the worker thread."""
        self._desk.people.add(name, role, password)

    def size(self) -> int:
        """The type on this machine, in per cent."""
        return type_size(self._desk.seat)

    def set_size(self, percent: int) -> None:
        """Keep it for this machine."""
        set_type_size(self._desk.seat, percent)

    def ground(self) -> str:
        """Light, dark, or as the system says, on this machine."""
        return ground(self._desk.seat)

    def set_ground(self, ground: str) -> None:
        """Keep it for this machine."""
        set_ground(self._desk.seat, ground)

    def idle(self) -> int:
        """Minutes without a touch until this machine covers the desk."""
        return idle_minutes(self._desk.seat)

    def set_idle(self, minutes: int) -> None:
        """Keep it for this machine."""
        set_idle_minutes(self._desk.seat, minutes)
