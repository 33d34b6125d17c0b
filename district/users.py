"""Who may sit here: roles, log-in, and whose password opens the office's keys."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from common.names import tidy
from district.keyring import CLOSED, Cost, Keyring, is_password, password_record, read_ring
from district.moments import utc_text
from district.office_keys import OfficeSecrets
from district.store.office import Act, User
from district.store.store import Store
from district.trouble import Trouble
from exchange.files import FileTrouble
from exchange.twins import heal, write_both

ADMINISTRATOR = "administrator"
ROLES = ("officer", "leader", "auditor", ADMINISTRATOR)
KEY_HOLDERS = frozenset({"officer", ADMINISTRATOR})
EVERYONE = frozenset(ROLES)
# An act that is not named here nobody may do.
MAY: Mapping[str, frozenset[str]] = {
    "import": KEY_HOLDERS,
    "enrol": KEY_HOLDERS,
    "backup": KEY_HOLDERS,
    "user": frozenset({ADMINISTRATOR}),
    "status": EVERYONE,
    "report": EVERYONE,
    "view": EVERYONE,
    "plan": frozenset({"officer", "leader", ADMINISTRATOR}),
    "journal": frozenset({"auditor", ADMINISTRATOR}),
}


class NotLetIn(Trouble):
    """The person or the act is refused."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who is logged in; `secrets` are open for key holders only."""

    name: str
    role: str
    secrets: OfficeSecrets | None

    def may(self, act: str) -> bool:
        """Whether the role allows the act."""
        return self.role in MAY.get(act, frozenset())

    def open_secrets(self) -> OfficeSecrets:
        """The office's secrets. Raises NotLetIn for a role that does not hold keys."""
        if self.secrets is None:
            raise NotLetIn("role-not-allowed")
        return self.secrets


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody to be let in from now on."""

    name: str
    role: str
    password: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", tidy(self.name))
        if not self.name or len(self.name) > 60:
            raise NotLetIn("user-name-empty")
        if self.role not in ROLES:
            raise NotLetIn("unknown-role", role=self.role)
        if not self.password:
            raise NotLetIn("password-empty")


@dataclass(frozen=True, slots=True)
class Users:
    """The door: who comes in with which password."""

    store: Store
    keys_file: Path
    now: Callable[[], datetime]
    random: Callable[[int], bytes]

    def log_in(self, name: str, password: str) -> Member:
        """Let somebody in. Raises NotLetIn `wrong-password`, which never tells whether the name exists."""
        name = tidy(name)
        with self.store.reading() as work:
            user = work.office.user(name)
        if user is None:
            raise NotLetIn("wrong-password")
        if user.role not in KEY_HOLDERS:
            if not is_password(password, user.password):
                raise NotLetIn("wrong-password")
            return Member(user.name, user.role, None)
        ring = self._ring()
        secrets = ring.secrets(ring.data_key(name, password))
        return Member(user.name, user.role, OfficeSecrets.from_bytes(secrets))

    def recognises(self, name: str, password: str) -> User | None:
        """The user of this name and password, without opening any key; an unknown name takes as long as a known one."""
        name = tidy(name)
        with self.store.reading() as work:
            everyone = work.office.users()
        user = next((one for one in everyone if one.name == name), None)
        fits = is_password(password, (user or everyone[0]).password)
        return user if fits else None

    def let_in(self, name: str, password: str) -> Member | None:
        """Who comes in through the pages; None for a wrong password, which takes as long for an unknown name."""
        return self.log_in(name, password) if self.recognises(name, password) else None

    def add(self, newcomer: Newcomer, administrator: tuple[Member, str], cost: Cost) -> None:
        """Let a newcomer in from now on; `administrator` is who does it, with the password that opens the keys."""
        member, password = administrator
        with self.store.reading() as work:
            if work.office.user(newcomer.name) is not None:
                raise NotLetIn("user-exists", name=newcomer.name)
        if newcomer.role in KEY_HOLDERS:
            ring = self._ring()
            lock = (newcomer.password, cost)
            wider = ring.with_user(ring.data_key(member.name, password), newcomer.name, lock, self.random)
            # A wrap without its user opens nothing to anybody, so the file may come before the row.
            write_both(self.keys_file, wider.to_bytes())
        self.record(newcomer, member.name, cost)

    def record(self, newcomer: Newcomer, by: str, cost: Cost) -> None:
        """Write the newcomer's row and the act."""
        at = self.now()
        row = User(newcomer.name, newcomer.role, password_record(newcomer.password, cost), at.date().isoformat())
        with self.store.work() as work:
            work.office.add_user(row)
            work.office.note(Act(utc_text(at), by, "user-add", f"user {newcomer.name}"))

    def _ring(self) -> Keyring:
        ring = read_ring(self.keys_file)
        with suppress(OSError, FileTrouble):  # what cannot be mended now is tried again
            heal(self.keys_file, Keyring.from_bytes, CLOSED)
        return ring
