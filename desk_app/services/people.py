"""Who may open the register, and how the desk names and greets them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from common.names import tidy
from common.words.troubles import ROLES
from desk_app.db.keyring import Keyring
from desk_app.db.register import Reading
from desk_app.db.users import User
from desk_app.services.leaving import (
    check_leaving,
    first_password,
    keep_waiting,
    pass_drafts,
    read_former,
    refuse_last,
    waiting_for_own,
)
from desk_app.services.lines import local_entry
from desk_app.services.office import OfficeStore
from desk_app.services.seat import ACTS_OF, Seat
from desk_app.services.trouble import Mistake, told_as_trouble

LONGEST_NAME = 60
SHORTEST_PASSWORD = 10
ADDRESSES = ("", "anh", "chị", "cô", "chú", "ông", "bà")
"""Forms of address; empty: by the name alone."""
PEOPLE = "people"
"""Under this name the office's papers keep what the desk calls its users."""


@dataclass(frozen=True, slots=True)
class Person:
    """One user as the desk names them: the login, the shown name (the login where none was given), the form of
    address, the job title as typed and the role's code."""

    login: str
    name: str
    address: str = ""
    title: str = ""
    role: str = ""

    @property
    def greeting(self) -> str:
        """chị Hằng; without a form of address the whole name."""
        return f"{self.address} {given_name(self.name)}" if self.address else self.name

    @property
    def work(self) -> str:
        """The job title, or the words of the role."""
        return self.title or ROLES.get(self.role, self.role)

    @property
    def full(self) -> str:
        """Nguyễn Thu Hằng, cán bộ một cửa."""
        return f"{self.name}, {self.work}" if self.work else self.name


@dataclass(frozen=True, slots=True)
class Called:
    """What a user is to be called: shown name, form of address (one of ADDRESSES), job title; each may be empty."""

    name: str = ""
    address: str = ""
    title: str = ""


def given_name(name: str) -> str:
    """What one calls a person by: the last word, but the first of an Ê Đê, Gia Rai or Ba Na name (H'Hen, Y Moan)."""
    words = tidy(name).split()
    if len(words) > 1 and words[0].upper() in ("H", "Y"):
        return " ".join(words[:2])
    if len(words) > 1 and words[0][:2].upper() in ("H'", "H’"):
        return words[0]
    return words[-1] if words else ""


def shown(seat: Seat, login: str = "") -> Person:
    """The user of this login, the one at the desk when none is named."""
    with seat.reading() as reading:
        user = reading.users.get(login or seat.user) or User(login or seat.user, "")
        return _person(user, read_called(reading.office))


def people_of(reading: Reading) -> tuple[Person, ...]:
    """Everyone who may open the register, in the order of their logins."""
    called = read_called(reading.office)
    return tuple(_person(user, called) for user in reading.users.all())


def read_called(store: OfficeStore) -> Mapping[str, Called]:
    """What each login is to be called, as far as somebody said so."""
    kept: Mapping[str, Mapping[str, str]] = json.loads(store.get(PEOPLE) or "{}")
    return {login: Called(**one) for login, one in kept.items()}


def _person(user: User, called: Mapping[str, Called]) -> Person:
    known = called.get(user.name, Called())
    return Person(user.name, known.name or user.name, known.address, known.title, user.role)


def check_newcomer(name: str, password: str) -> None:
    """Pass over a tidied name and a password that can open a door; raises Mistake user-name-empty, password-empty."""
    if not name or len(name) > LONGEST_NAME:
        raise Mistake("user-name-empty")
    if not password:
        raise Mistake("password-empty")


def refuse_former(store: OfficeStore, name: str) -> None:
    """Raise Mistake("user-was-here"): what they entered stands under that name, which is nobody else's."""
    if former := read_former(store).get(name):
        raise Mistake("user-was-here", {"name": name, "on": date.fromisoformat(former.on).strftime("%d/%m/%Y")})


@dataclass(frozen=True, slots=True)
class People:
    """The users of one register. `data_key` is in memory only while the register is open."""

    seat: Seat
    keyring: Keyring
    data_key: bytes

    def add(self, name: str, role: str, password: str) -> None:
        """Let another person in; the register's key is wrapped under their own password. Whom a register taken back on
        another PC knows already gets a password again. Raises Mistake: user-exists, user-known, user-was-here,
        unknown-role, …"""
        self.seat.may("people")
        name = tidy(name)
        check_newcomer(name, password)
        if role not in ACTS_OF:
            raise Mistake("unknown-role", {"role": role})
        with self.seat.work() as work:
            known = work.users.get(name)
            if known is not None:
                self._refuse_again(known, role)
            else:
                refuse_former(work.office, name)
                work.users.add(User(name, role))
            keep_waiting(work.office, waiting_for_own(work.office) | {name})
            work.journal.append(local_entry(self.seat, "user-added"))
            self.keyring.add_user(name, password, self.data_key)
            work.commit()

    def _refuse_again(self, known: User, role: str) -> None:
        with told_as_trouble():
            if known.name in self.keyring.users():
                raise Mistake("user-exists", {"name": known.name})
        if known.role != role:
            raise Mistake("user-known", {"name": known.name, "role": known.role})

    def all(self) -> tuple[User, ...]:
        """Everyone who may open this register."""
        with self.seat.reading() as reading:
            return tuple(reading.users.all())

    def me(self) -> Person:
        """Whoever sits at the desk."""
        return shown(self.seat)

    def shown(self) -> tuple[Person, ...]:
        """Everyone as the desk names them, in the order of their logins."""
        with self.seat.reading() as reading:
            return people_of(reading)

    def one(self, login: str) -> Person:
        """The user of this login."""
        return shown(self.seat, login)

    def change_password(self, old: str, new: str) -> None:
        """One's own password. Raises Trouble("wrong-password") for the old one, Mistake("password-empty")."""
        if not new:
            raise Mistake("password-empty")
        with told_as_trouble():
            self.keyring.change_password(self.seat.user, old, new)
        with self.seat.work() as work:
            keep_waiting(work.office, waiting_for_own(work.office) - {self.seat.user})
            work.journal.append(local_entry(self.seat, "password-changed"))
            work.commit()

    def first_passwords(self) -> frozenset[str]:
        """The logins whose password somebody else knows: it was given for the first log-in."""
        with self.seat.reading() as reading:
            return waiting_for_own(reading.office)

    def wants_own_password(self) -> bool:
        """Whether whoever sits here still has the password of the first log-in."""
        return self.seat.user in self.first_passwords()

    def choose_password(self, new: str) -> None:
        """One's own password in the place of the first one, by whoever has just come in with that. Raises
        Mistake("password-empty")."""
        if not new:
            raise Mistake("password-empty")
        with self.seat.work() as work:
            keep_waiting(work.office, waiting_for_own(work.office) - {self.seat.user})
            work.journal.append(local_entry(self.seat, "password-changed"))
            with told_as_trouble():
                self.keyring.set_password(self.seat.user, new, self.data_key)
            work.commit()

    def reset_password(self, login: str) -> str:
        """A first password for somebody who forgot theirs, told once; the old one opens nothing any more. Raises
        Trouble("not-allowed"), Mistake: no-such-user, not-oneself."""
        self.seat.may("people")
        if login == self.seat.user:
            raise Mistake("not-oneself")
        password = first_password(self.seat)
        with self.seat.work() as work:
            if work.users.get(login) is None:
                raise Mistake("no-such-user", {"name": login})
            keep_waiting(work.office, waiting_for_own(work.office) | {login})
            work.journal.append(local_entry(self.seat, "password-reset", login))
            self.keyring.set_password(login, password, self.data_key)
            work.commit()
        return password

    def give_role(self, login: str, role: str) -> None:
        """Another role, from this person's next log-in on. Raises Trouble("not-allowed"), Mistake: no-such-user,
        unknown-role, last-administrator."""
        self.seat.may("people")
        if role not in ACTS_OF:
            raise Mistake("unknown-role", {"role": role})
        with self.seat.work() as work:
            roles = {user.name: user.role for user in work.users.all()}
            if login not in roles:
                raise Mistake("no-such-user", {"name": login})
            if role != "administrator":
                refuse_last(roles, login)
            work.users.give_role(login, role)
            work.journal.append(local_entry(self.seat, "role-changed", login))
            work.commit()

    def may_leave(self, login: str, reason: str) -> None:
        """Whether this person may be taken out now; house.remove_user does it, the register closed. Raises Trouble."""
        check_leaving(self.seat, login, reason)

    def take_drafts(self, giver: str, taker: str) -> int:
        """From now on these drafts are another's; gives how many. One's own anybody may give, another's the
        administrator. Raises Mistake("no-such-user")."""
        if giver != self.seat.user:
            self.seat.may("people")
        with self.seat.work() as work:
            if work.users.get(taker) is None:
                raise Mistake("no-such-user", {"name": taker})
            given = pass_drafts(work, giver, taker)
            work.journal.append(local_entry(self.seat, "drafts-passed", giver))
            work.commit()
        return given

    def call(self, login: str, wished: Called) -> None:
        """From now on the desk names this user so. One's own name anybody may set, another's the administrator. Raises
        Mistake: no-such-user, person-too-long, unknown-address."""
        if login != self.seat.user:
            self.seat.may("people")
        told = Called(tidy(wished.name), wished.address, tidy(wished.title))
        if max(len(told.name), len(told.title)) > LONGEST_NAME:
            raise Mistake("person-too-long", {"limit": str(LONGEST_NAME)})
        if told.address not in ADDRESSES:
            raise Mistake("unknown-address", {"address": told.address})
        with self.seat.work() as work:
            if work.users.get(login) is None:
                raise Mistake("no-such-user", {"name": login})
            called = {**read_called(work.office), login: told}
            kept = {name: asdict(one) for name, one in called.items()}
            work.office.put(PEOPLE, json.dumps(kept, ensure_ascii=False, sort_keys=True))
            work.journal.append(local_entry(self.seat, "user-called"))
            work.commit()
