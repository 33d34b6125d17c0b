"""Who may sit here: roles, log-in, and whose password opens the office's keys."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from common.names import tidy
from district.keyring import CLOSED, Cost, Keyring, is_password, password_record, read_ring
from district.moments import utc_text
from district.office_keys import OfficeSecrets
from district.store.office import Act, User
from district.store.store import Store, Work
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
    "comments": frozenset({"officer", "leader", ADMINISTRATOR}),
    "network": KEY_HOLDERS,
    "questions": frozenset({"leader", ADMINISTRATOR}),
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
class Changed:
    """Somebody as they are from now on; an empty password is one that does not change."""

    name: str
    role: str
    password: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", tidy(self.name))
        if not self.name or len(self.name) > 60:
            raise NotLetIn("user-name-empty")
        if self.role not in ROLES:
            raise NotLetIn("unknown-role", role=self.role)


@dataclass(frozen=True, slots=True)
class Newcomer(Changed):
    """Somebody to be let in from now on."""

    def __post_init__(self) -> None:
        Changed.__post_init__(self)
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

    def everyone(self) -> dict[str, str]:
        """Who may come in: the role by name."""
        with self.store.reading() as work:
            return {one.name: one.role for one in work.office.users()}

    def add(self, newcomer: Newcomer, administrator: tuple[Member, str], cost: Cost) -> None:
        """Let a newcomer in from now on; `administrator` is who does it, with the password that opens the keys."""
        row = self._row(newcomer, cost)
        with self._changing("user-add", newcomer.name, administrator) as (work, ring, data_key):
            if work.office.user(newcomer.name) is not None:
                raise NotLetIn("user-exists", name=newcomer.name)
            if work.office.was_user(newcomer.name):
                raise NotLetIn("user-name-used", name=newcomer.name)
            if newcomer.role in KEY_HOLDERS:
                self._keep(ring.with_user(data_key, newcomer.name, (newcomer.password, cost), self.random))
            work.office.add_user(row)

    def change(self, changed: Changed, administrator: tuple[Member, str], cost: Cost) -> None:
        """Another role or password for somebody: their sessions end. An empty password stays as it is, unless the role
        begins to hold keys, which only a password that is typed here can open. Raises NotLetIn: no-such-user,
        last-administrator, password-for-keys."""
        with self._changing("user-change", changed.name, administrator) as (work, ring, data_key):
            before = _known(work, changed.name)
            if changed.role != ADMINISTRATOR:
                _spare_the_last(work, changed.name)
            if changed.role not in KEY_HOLDERS:
                ring = ring.without_user(changed.name)
            elif changed.password:
                ring = ring.with_user(data_key, changed.name, (changed.password, cost), self.random)
            elif before.role not in KEY_HOLDERS:
                raise NotLetIn("password-for-keys", name=changed.name)
            record = password_record(changed.password, cost) if changed.password else before.password
            work.office.change_user(replace(before, role=changed.role, password=record))
            work.sessions.drop_of(changed.name)
            self._keep(ring)

    def remove(self, name: str, administrator: tuple[Member, str]) -> None:
        """Somebody comes in no more: their sessions end, what they did stays told. Raises NotLetIn: no-such-user,
        last-administrator."""
        name = tidy(name)
        with self._changing("user-remove", name, administrator) as (work, ring, _):
            _known(work, name)
            _spare_the_last(work, name)
            work.office.remove_user(name)
            work.sessions.drop_of(name)
            self._keep(ring.without_user(name))

    def record(self, newcomer: Newcomer, by: str, cost: Cost) -> None:
        """Write the first user's row and the act."""
        row = self._row(newcomer, cost)
        with self.store.work() as work:
            work.office.add_user(row)
            work.office.note(Act(utc_text(self.now()), by, "user-add", f"user {newcomer.name}"))

    @contextmanager
    def _changing(
        self, act: str, name: str, administrator: tuple[Member, str]
    ) -> Iterator[tuple[Work, Keyring, bytes]]:
        """One change of the people here, by an administrator whose password opens the keys: two at the same time come
        one after the other, so that neither loses the other's wrap."""
        member, password = administrator
        with self.store.work() as work:
            everyone = work.office.users(lock=True)
            if not any(one.name == member.name and one.role == ADMINISTRATOR for one in everyone):
                raise NotLetIn("role-not-allowed")
            ring = self._ring()
            yield work, ring, ring.data_key(member.name, password)
            work.office.note(Act(utc_text(self.now()), member.name, act, f"user {name}"))

    def _row(self, newcomer: Newcomer, cost: Cost) -> User:
        record = password_record(newcomer.password, cost)
        return User(newcomer.name, newcomer.role, record, self.now().date().isoformat())

    def _keep(self, ring: Keyring) -> None:
        # A wrap without its user opens nothing to anybody, so the file may come before the row.
        write_both(self.keys_file, ring.to_bytes())

    def _ring(self) -> Keyring:
        ring = read_ring(self.keys_file)
        with suppress(OSError, FileTrouble):  # what cannot be mended now is tried again
            heal(self.keys_file, Keyring.from_bytes, CLOSED)
        return ring


def _known(work: Work, name: str) -> User:
    user = work.office.user(name)
    if user is None:
        raise NotLetIn("no-such-user", name=name)
    return user


def _spare_the_last(work: Work, name: str) -> None:
    if [one.name for one in work.office.users() if one.role == ADMINISTRATOR] == [name]:
        raise NotLetIn("last-administrator", name=name)
