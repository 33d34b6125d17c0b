"""Putting a register back from a copy: into an empty folder, opened and counted, with the break in history told."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from common.counts import Fact
from desk_app.db.backup import REGISTER_FILE, put_back
from desk_app.db.journal import Entry
from desk_app.db.keyring import KEYRING_FILE, Keyring
from desk_app.db.register import Register
from desk_app.db.swap import PLAN_FILE, finish_swap, swap_in
from desk_app.db.trouble import RegisterTrouble
from desk_app.services.files import make_folder, read_file, write_file
from desk_app.services.people import check_newcomer
from desk_app.services.trouble import Mistake, Trouble, told_as_trouble

_UNDER_WAY = "khoi-phuc"


@dataclass(frozen=True, slots=True)
class Asked:
    """A copy, where it shall go, and who opens it there: by the recovery code, or by a password that opens `beside`
    (the register still on this PC)."""

    copy: Path
    into: Path
    user: str
    password: str
    recovery: str = ""
    beside: Path | None = None


@dataclass(frozen=True, slots=True)
class PutBack:
    """What came back: rows counted, the new epoch, and how far the journal reached before."""

    registrations: int
    letters: int
    epoch: int
    position: int


def restore(asked: Asked, now: Callable[[], datetime], random: Callable[[int], bytes]) -> PutBack:
    """Restore into an empty folder; nothing is written over. The first new line says so to the district."""
    check_newcomer(asked.user, asked.password)
    if any((asked.into / name).exists() for name in (REGISTER_FILE, KEYRING_FILE)):
        raise Trouble("register-exists")
    if not (asked.copy / REGISTER_FILE).is_file():
        raise Mistake("file-unreadable", {"file": asked.copy.name})
    data_key = _data_key(asked, random)
    make_folder(asked.into)
    with told_as_trouble():
        facts = put_back(asked.copy / REGISTER_FILE, asked.into, data_key)
        write_file(asked.into / KEYRING_FILE, read_file(asked.copy / KEYRING_FILE))
        epoch = _begin_epoch(asked, data_key, now().date(), random)
        Keyring(asked.into, random).set_password(asked.user, asked.password, data_key)
    return PutBack(facts.counts["registrations"], facts.counts["letters"], epoch, facts.position)


def restore_in_place(
    folder: Path, asked: Asked, now: Callable[[], datetime], random: Callable[[int], bytes]
) -> tuple[PutBack, Path]:
    """Restore beside the register in use and put the restored one in its place; gives what came back and the folder
    where the other one lies. `asked.into` and `asked.beside` are set here. Nobody may have the register open.

    Where this PC's keyring still opens the same register, everybody's password stays as it is; after a recovery code
    only the person who restored can open it, and lets the others in again. Raises Mistake and Trouble."""
    stamp = now().strftime("%Y-%m-%d_%H%M%S")
    into, aside = folder / _UNDER_WAY, _free(folder, f"truoc-khoi-phuc_{stamp}")
    with told_as_trouble():
        finish_swap(folder)
    shutil.rmtree(into, ignore_errors=True)  # what an earlier try left before it came to the swap
    try:
        back = restore(replace(asked, into=into, beside=folder), now, random)
        if not asked.recovery:
            write_file(into / KEYRING_FILE, read_file(folder / KEYRING_FILE))
        with told_as_trouble():
            swap_in(folder, into.name, aside)
    finally:
        if not (folder / PLAN_FILE).exists():
            shutil.rmtree(into, ignore_errors=True)
    return back, folder / aside


def _free(folder: Path, name: str) -> str:
    taken = len(list(folder.glob(f"{name}*")))
    return f"{name}-{taken + 1}" if taken else name


def _data_key(asked: Asked, random: Callable[[int], bytes]) -> bytes:
    ring = Keyring(asked.copy, random)
    with told_as_trouble():
        if asked.recovery:
            return ring.unwrap_recovery(asked.recovery)
        beside = Keyring(asked.beside, random) if asked.beside else ring
        try:
            if beside.register_id() != ring.register_id():
                raise Mistake("recovery-needed")
        except RegisterTrouble as error:
            raise Mistake("recovery-needed") from error
        return beside.unwrap(asked.user, asked.password)


def _begin_epoch(asked: Asked, data_key: bytes, today: date, random: Callable[[int], bytes]) -> int:
    register = Register.open(asked.into, data_key, random, asked.user)
    try:
        with register.reading() as reading:
            if reading.users.get(asked.user) is None:
                raise Trouble("unknown-user", {"name": asked.user})
        return _say_restored(register, today, random)
    finally:
        register.close()


def own_up(register: Register, today: date, random: Callable[[int], bytes]) -> int:
    """A file put back by hand stands behind its marker and counts as restored: its first line says so to the district.

    Returns the new epoch, 0 for a file that stands where its marker says."""
    with told_as_trouble():
        return _say_restored(register, today, random) if register.is_behind_marker() else 0


def _say_restored(register: Register, today: date, random: Callable[[int], bytes]) -> int:
    with register.work() as work:
        epoch = work.raise_epoch()
        figures = {"epoch": epoch, "backup_date": _last_day(work.journal.facts(), today)}
        work.journal.append(Entry("restored", today, random(16).hex(), 1, figures))
        work.commit()
    register.renew_marker()
    return epoch


def _last_day(facts: Iterable[Fact], today: date) -> str:
    days = [fact.on for fact in facts]
    return (days[-1] if days else today).isoformat()
