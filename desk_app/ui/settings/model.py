"""What the settings page knows and does; no widget."""

from __future__ import annotations

from common.words import settings_page as said
from desk_app.services.desk import Desk
from desk_app.services.seat import ACTS_OF
from desk_app.services.settings_view import Signer, may_change, set_type_size, signers, type_size

SHORTEST_PASSWORD = 10
SWITCHES = tuple(said.SWITCHES)
ROLES = tuple(ACTS_OF)


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

    def signers(self) -> tuple[Signer, ...]:
        """Who signs, the newest first."""
        return signers(self._desk.seat)

    def sign(self, name: str, title: str) -> None:
        """From today this person signs."""
        self._desk.settings.sign_from_today(name, title)

    def people(self) -> tuple[str, ...]:
        """Who may open the register."""
        return tuple(said.person(user.name, user.role) for user in self._desk.people.all())

    def add_person(self, name: str, role: str, password: str) -> None:
        """Let another person in; takes half a second on purpose. May run in the worker thread."""
        self._desk.people.add(name, role, password)

    def size(self) -> int:
        """The type on this machine, in per cent."""
        return type_size(self._desk.seat)

    def set_size(self, percent: int) -> None:
        """From the next start on."""
        set_type_size(self._desk.seat, percent)
