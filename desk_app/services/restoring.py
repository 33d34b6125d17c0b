"""Putting a register back from a copy: into an empty folder or in the place of the one in use, the break in history
told."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from desk_app.db.backup import REGISTER_FILE, BackupFacts, put_back
from desk_app.db.journal import Entry
from desk_app.db.keyring import KEYRING_FILE, Keyring
from desk_app.db.lock import RegisterLock
from desk_app.db.onlooker import Seen, onlooking
from desk_app.db.register import Register, Work
from desk_app.db.swap import PLAN_FILE, finish_swap, swap_in
from desk_app.db.trouble import RegisterTrouble
from desk_app.services.copies import LAST_BACKUP, LAST_SECOND, SECOND_PLACE, CopyOnHand, moment_of, newest_first
from desk_app.services.copy_key import (
    Asked,
    Random,
    copy_folder,
    find_key,
    generation_of,
    opened_copy,
    refuse_another,
    refuse_unknown,
    register_of,
    told_of_copy,
)
from desk_app.services.drill import LAST_DRILL
from desk_app.services.evidence_fetch import fetch_all
from desk_app.services.files import make_folder
from desk_app.services.people import check_newcomer
from desk_app.services.spent import SPENT_SERIALS, keep_spent, read_serials
from desk_app.services.trouble import Trouble, told_as_trouble
from desk_app.services.who_takes_back import Keepers
from exchange.canonical import encode
from exchange.journal import read_line

__all__ = ["Asked", "Ground", "PutBack", "Step", "own_up", "put_aside", "put_in_place", "restore"]

Step = Callable[[int, int], None]
"""Told (done, total) between steps; what it raises stops the act, and nothing has changed."""
_CARRIED = (SECOND_PLACE, LAST_SECOND, LAST_DRILL)
"""Settings of this PC rather than of the register: the one taken back keeps them."""
_UNDER_WAY, _ASIDE = "khoi-phuc", "truoc-khoi-phuc"
_STAMP, _STAMPED = "%Y-%m-%d_%H%M%S", len("2026-11-20_093000")
_STEPS = 4
_LEAST_ROOM = 1 << 20
"""Bytes: with less than that free a register cannot be opened for writing."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a register stands, or stood: its folder, the clock in local office time, and fresh bytes."""

    folder: Path
    now: Callable[[], datetime]
    random: Random


@dataclass(frozen=True, slots=True)
class PutBack:
    """What came back: rows counted, the new epoch, and how far the journal reached before."""

    registrations: int
    letters: int
    epoch: int
    position: int


@dataclass(frozen=True, slots=True)
class _Left:
    """What the register in use leaves to the one that takes its place."""

    epoch: int = 0
    serials: frozenset[int] = frozenset()
    papers: Mapping[str, str] = field(default_factory=dict)
    keepers: Keepers = field(default_factory=Keepers)


def restore(asked: Asked, now: Callable[[], datetime], random: Random) -> PutBack:
    """Restore into an empty folder; nothing is written over. The first new line says so to the district."""
    check_newcomer(asked.user, asked.password)
    asked = replace(asked, copy=copy_folder(asked.copy))
    if any((asked.into / name).exists() for name in (REGISTER_FILE, KEYRING_FILE)):
        raise Trouble("register-exists")
    data_key = find_key(asked, random)
    _look(asked, data_key)
    with _full_disk_named(asked.into):
        back = _rebuild(asked, data_key, Ground(asked.into, now, random), _Left())
        _let_in(asked, data_key, random)
    return back


def put_in_place(ground: Ground, asked: Asked, step: Step = lambda done, total: None) -> tuple[PutBack, Path | None]:
    """Restore beside the register in use and put the restored one in its place; gives what came back and the folder
    where the other one lies (None when there was none). `asked.into` and `asked.beside` are set here.

    Nobody may have the register open; it may be damaged or missing. Where this PC's keyring is for the same register,
    everybody's password stays as it is. Raises Mistake and Trouble: nothing has changed then, but after
    swap-unfinished the next start carries on."""
    check_newcomer(asked.user, asked.password)
    folder = ground.folder
    asked = replace(asked, copy=copy_folder(asked.copy), into=folder / _UNDER_WAY, beside=folder)
    make_folder(folder)
    with told_as_trouble():
        finish_swap(folder)
        lock = RegisterLock(folder, asked.user)
        lock.take()
    try:
        with _full_disk_named(folder):
            return _put_in_place(ground, asked, step, lock)
    finally:
        clear_way(folder)
        lock.let_go()


def put_aside(folder: Path) -> tuple[CopyOnHand, ...]:
    """Registers that were in use before one was taken back, each with the moment of that, the newest first."""
    found = (path for path in folder.glob(f"{_ASIDE}_*") if (path / REGISTER_FILE).is_file())
    return newest_first(CopyOnHand(path, at, -1, -1) for path in found if (at := _put_aside_at(path)))


def _put_aside_at(path: Path) -> datetime | None:
    with suppress(ValueError):
        return datetime.strptime(path.name[len(_ASIDE) + 1 :][:_STAMPED], _STAMP).astimezone()
    return None


def clear_way(folder: Path) -> None:
    """Remove what a restore left that was cut before the exchange; whoever calls this holds the register's lock."""
    if not (folder / PLAN_FILE).exists():
        shutil.rmtree(folder / _UNDER_WAY, ignore_errors=True)


def own_up(register: Register, today: date, random: Random) -> int:
    """A file put back by hand stands behind its marker and counts as restored: its first line says so to the district.

    Returns the new epoch, 0 for a file that stands where its marker says."""
    with told_as_trouble():
        if not register.is_behind_marker():
            return 0
        with register.work() as work:
            epoch = _say_restored(work, today, random, work.epoch())
            work.commit()
        register.renew_marker()
        return epoch


def _put_in_place(ground: Ground, asked: Asked, step: Step, lock: RegisterLock) -> tuple[PutBack, Path | None]:
    folder = ground.folder
    clear_way(folder)
    step(0, _STEPS)
    data_key = find_key(asked, ground.random)
    copied = _look(asked, data_key)
    refuse_another(asked, copied.register_id, ground.random)
    left = _left_by(folder, data_key)
    if refused := left.keepers.refusal(asked):
        raise refused
    step(1, _STEPS)
    back = _rebuild(asked, data_key, ground, left)
    step(2, _STEPS)
    _settle_wraps(asked, data_key, ground)
    step(3, _STEPS)
    aside = _free(folder, f"{_ASIDE}_{ground.now().strftime(_STAMP)}")
    stood = (folder / REGISTER_FILE).exists()
    with told_as_trouble():
        swap_in(folder, asked.into.name, aside, lock)
    with suppress(OSError):
        (folder / aside).rmdir()  # where nothing stood before, nothing lies aside
    return back, folder / aside if stood else None


@contextmanager
def _full_disk_named(folder: Path) -> Iterator[None]:
    """SQLite calls a log that it has no room to begin a file that it cannot open."""
    try:
        yield
    except Trouble as trouble:
        if trouble.code == "register-unreadable" and shutil.disk_usage(folder).free < _LEAST_ROOM:
            raise Trouble("disk-full", {"file": folder.name}) from trouble
        raise


def _look(asked: Asked, data_key: bytes) -> Seen:
    with opened_copy(asked.copy, data_key) as copy:
        refuse_unknown(asked, copy.users())
        return copy.seen()


def _left_by(folder: Path, data_key: bytes) -> _Left:
    """A register that is damaged or gone leaves nothing."""
    try:
        with onlooking(folder / REGISTER_FILE, data_key) as ours:
            spent = read_serials(ours.paper(SPENT_SERIALS))
            papers = {name: kept for name in _CARRIED if (kept := ours.paper(name))}
            return _Left(ours.seen().epoch, ours.serials() | spent, papers, Keepers.of(ours))
    except RegisterTrouble as trouble:
        return _Left(keepers=Keepers(None, trouble.code))
    except ValueError:
        return _Left()


def _rebuild(asked: Asked, data_key: bytes, ground: Ground, left: _Left) -> PutBack:
    make_folder(asked.into)
    with told_of_copy(asked.copy):
        facts = put_back(asked.copy / REGISTER_FILE, asked.into, data_key)
    _refuse_difference(asked, data_key, facts)
    ring = asked.copy if register_of(asked.copy, ground.random) else asked.beside or asked.copy
    with told_as_trouble():
        Keyring(ring, ground.random).copy_whole(asked.into)
        epoch = _begin_epoch(asked, data_key, ground, left)
    return PutBack(facts.counts["registrations"], facts.counts["letters"], epoch, facts.position)


def _refuse_difference(asked: Asked, data_key: bytes, facts: BackupFacts) -> None:
    with opened_copy(asked.copy, data_key) as copy:
        seen = copy.seen()
    told = (seen.registrations, seen.letters, seen.position)
    if told != (facts.counts["registrations"], facts.counts["letters"], facts.position):
        raise Trouble("restored-differs", {"file": asked.copy.name})


def _settle_wraps(asked: Asked, data_key: bytes, ground: Ground) -> None:
    """The keyring of this PC stays in force where it is for this very register: it has everybody's password and the
    rescue sheet that is valid now."""
    same = _ring_of(ground.folder, ground.random) == _ring_of(asked.into, ground.random)
    with told_as_trouble():
        if same:
            with onlooking(asked.into / REGISTER_FILE, data_key) as restored:
                users = restored.users()
            Keyring(ground.folder, ground.random).copy_whole(asked.into)
            Keyring(asked.into, ground.random).keep_users(users)
        if asked.recovery or not same:
            _let_in(asked, data_key, ground.random)


def _ring_of(folder: Path, random: Random) -> tuple[bytes | None, int | None]:
    return register_of(folder, random), generation_of(folder, random)


def _let_in(asked: Asked, data_key: bytes, random: Random) -> None:
    with told_as_trouble():
        Keyring(asked.into, random).set_password(asked.user, asked.password, data_key)


def _free(folder: Path, name: str) -> str:
    taken = len(list(folder.glob(f"{name}*")))
    return f"{name}-{taken + 1}" if taken else name


def _begin_epoch(asked: Asked, data_key: bytes, ground: Ground, left: _Left) -> int:
    register = Register.open(asked.into, data_key, ground.random, asked.user)
    try:
        with register.work() as work:
            _take_over(work, left, moment_of(asked.copy))
            done = {
                "act": left.keepers.act(asked),
                "at": ground.now().isoformat(timespec="seconds"),
                "user": asked.user,
            }
            epoch = _say_restored(work, ground.now().date(), ground.random, left.epoch, encode(done))
            fetch_all(work, asked.copy.parent, ground.folder)
            work.commit()
        register.renew_marker()
        return epoch
    finally:
        register.close()


def _take_over(work: Work, left: _Left, copied_at: datetime | None) -> None:
    keep_spent(work, left.serials)
    for name, kept in left.papers.items():
        work.office.put(name, kept)
    if copied_at is not None:
        work.office.put(LAST_BACKUP, json.dumps(copied_at.isoformat()))


def _say_restored(work: Work, today: date, random: Random, beyond: int, home: bytes | None = None) -> int:
    epoch = work.raise_epoch(beyond)
    head, _ = work.journal.head()
    last = next((read_line(raw).on for raw in work.journal.slice(head, head)), today.isoformat())
    figures = {"epoch": epoch, "backup_date": last}
    work.journal.append(Entry("restored", today, random(16).hex(), 1, figures, None, home))
    return epoch
