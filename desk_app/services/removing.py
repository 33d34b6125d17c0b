"""Taking a person out: a verified copy of the register under a new data key takes the place of the one in use.

The new key is wrapped for whoever acts, under the password just typed, and for everybody else under a first password,
since nobody can wrap a key under a password that is not known. A cut leaves all old or all new: what was begun is
swept away at the next opening, and an exchange that had begun is carried out (db/swap.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desk_app.db.backup import REGISTER_FILE
from desk_app.db.keyring import Keyring, recovery_code
from desk_app.db.lock import RegisterLock
from desk_app.db.onlooker import onlooking
from desk_app.db.register import Register
from desk_app.db.swap import PLAN_FILE, swap_in
from desk_app.services.access_notes import write_down
from desk_app.services.files import make_folder
from desk_app.services.leaving import Leaving, check_leaving, first_password, write_off
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake, Trouble, told_as_trouble
from exchange.files import settle

UNDER_WAY, ASIDE = "doi-khoa", "truoc-doi-khoa"
_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Prepared:
    """The register under its new key waits beside the one in use, which had come to `position`. `passwords`: the first
    password of everybody who remains, by login, and `recovery` the code of the new sheet; they are nowhere else."""

    position: int
    passwords: Mapping[str, str]
    recovery: str


@dataclass(frozen=True, slots=True)
class Removed:
    """Somebody can open the register no more. `passwords` and `recovery` as in Prepared, to be handed on and
    forgotten; `copied` whether a copy under the new key was made at once."""

    login: str
    passwords: Mapping[str, str]
    recovery: str
    copied: bool


def prepare(seat: Seat, keyring: Keyring, password: str, leaving: Leaving) -> Prepared:
    """Copy the register of this seat under a new key, open the copy, count, and write the person off in it; nothing
    changes in the register in use. `password` is that of whoever sits here. Raises Mistake, Trouble."""
    check_leaving(seat, leaving.login, leaving.reason)
    sweep(seat.folder)
    write_down(seat)
    code = leaving.recovery or recovery_code(seat.random)
    waiting, data_key = seat.folder / UNDER_WAY, seat.random(_KEY_BYTES)
    make_folder(waiting)
    with told_as_trouble():
        facts = seat.register.backup_to(waiting / REGISTER_FILE, data_key)
        ring = keyring.under_new_key(waiting, data_key, code)
        ring.add_user(seat.user, password, data_key)
        passwords = _let_in(seat, ring, data_key, leaving)
        _write_off(seat, data_key, leaving, frozenset(passwords))
    return Prepared(facts.position, passwords, code)


def exchange(folder: Path, user: str, data_key: bytes, prepared: Prepared) -> None:
    """Put the waiting register in its place; nobody may have the one in use open. `data_key` opens that one still.

    Raises Trouble: register-locked, register-changed-meanwhile (nothing has changed then), swap-unfinished."""
    lock = RegisterLock(folder, user)
    with told_as_trouble():
        lock.take()
    try:
        with told_as_trouble():
            with onlooking(folder / REGISTER_FILE, data_key) as old:
                position = old.position()
            if position != prepared.position:
                raise Trouble("register-changed-meanwhile")
            swap_in(folder, UNDER_WAY, ASIDE, lock)
    finally:
        lock.let_go()


def sweep(folder: Path) -> None:
    """Remove what was begun and not exchanged, and the register under the old key once the new one is open; for
    whoever holds the register open. What cannot be removed now is removed at the next opening."""
    if (folder / PLAN_FILE).exists():
        return
    for place in (folder / UNDER_WAY, folder / ASIDE):
        with suppress(OSError):
            _remove(place)


def _remove(place: Path) -> None:
    """Only what this program puts there: a file somebody laid beside it keeps its folder."""
    if not place.is_dir():
        return
    for path in (*place.glob("register.*"), *place.glob("keyring*")):
        path.unlink(missing_ok=True)
    settle(place)
    place.rmdir()


def _let_in(seat: Seat, ring: Keyring, data_key: bytes, leaving: Leaving) -> dict[str, str]:
    with seat.reading() as reading:
        names = [user.name for user in reading.users.all()]
    if (leaving.heir and leaving.heir not in names) or leaving.heir == leaving.login:
        raise Mistake("no-such-user", {"name": leaving.heir})
    others = [name for name in names if name not in (seat.user, leaving.login)]
    passwords = {name: first_password(seat) for name in others}
    for name, password in passwords.items():
        ring.add_user(name, password, data_key)
    return passwords


def _write_off(seat: Seat, data_key: bytes, leaving: Leaving, remaining: frozenset[str]) -> None:
    copy = Register.open(seat.folder / UNDER_WAY, data_key, seat.random, seat.user)
    try:
        with copy.work() as work:
            write_off(work, seat, leaving, remaining)
            work.commit()
        copy.renew_marker()
    finally:
        copy.close()
