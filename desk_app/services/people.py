"""Who may open the register."""

from __future__ import annotations

from dataclasses import dataclass

from common.names import tidy
from desk_app.db.keyring import Keyring
from desk_app.db.users import User
from desk_app.services.lines import local_entry
from desk_app.services.seat import ACTS_OF, Seat
from desk_app.services.trouble import Mistake

LONGEST_NAME = 60


def check_newcomer(name: str, password: str) -> None:
    """Pass over a tidied name and a password that can open a door; raises Mistake user-name-empty, password-empty."""
    if not name or len(name) > LONGEST_NAME:
        raise Mistake("user-name-empty")
    if not password:
        raise Mistake("password-empty")


@dataclass(frozen=True, slots=True)
class People:
    """The users of one register. `data_key` is in memory only while the register is open."""

    seat: Seat
    keyring: Keyring
    data_key: bytes

    def add(self, name: str, role: str, password: str) -> None:
        """Let another person in; the register's key is wrapped under their own password."""
        self.seat.may("people")
        name = tidy(name)
        check_newcomer(name, password)
        if role not in ACTS_OF:
            raise Mistake("unknown-role", {"role": role})
        with self.seat.work() as work:
            if work.users.get(name) is not None:
                raise Mistake("user-exists", {"name": name})
            work.users.add(User(name, role))
            work.journal.append(local_entry(self.seat, "user-added"))
            self.keyring.add_user(name, password, self.data_key)
            work.commit()

    def all(self) -> tuple[User, ...]:
        """Everyone who may open this register."""
        with self.seat.reading() as reading:
            return tuple(reading.users.all())
