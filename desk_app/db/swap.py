"""Putting a restored register in the place of the one in use.

A cut at any moment leaves a plan that is carried out next time; the register that was in use lies aside, whole.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from desk_app.db.backup import REGISTER_FILE
from desk_app.db.keyring import KEYRING_FILE, SPARE_FILE
from desk_app.db.lock import RegisterLock
from desk_app.db.marker import MARKER_FILE
from desk_app.db.trouble import RegisterTrouble
from exchange.files import FileTrouble, replace_file, settle, write_beside

PLAN_FILE = "register.swap"
# What SQLite keeps beside an open register goes aside with it: beside another file it would be played into that one.
_LOG, _MAP = REGISTER_FILE + "-wal", REGISTER_FILE + "-shm"
# A restored register that a full disk kept from being closed brings its own log.
_EXCHANGED = (_LOG, REGISTER_FILE, MARKER_FILE, KEYRING_FILE, SPARE_FILE)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Names of folders inside the data folder: where the new register waits and where the old one goes."""

    restored: str
    aside: str


def swap_in(folder: Path, restored: str, aside: str, held: RegisterLock | None = None) -> Path:
    """Take the register that waits in the subfolder `restored`; the one in use goes to the new subfolder `aside`,
    which is returned. Nobody may have the register open; `held` is its lock where the caller has taken it already.

    Raises RegisterTrouble: register-missing, register-locked, backup-exists, the codes of exchange.files, and
    swap-unfinished for a step that failed on the way: the next start carries it out.
    """
    waiting, old = folder / restored, folder / aside
    if not (waiting / REGISTER_FILE).is_file() or not (waiting / KEYRING_FILE).is_file():
        raise RegisterTrouble("register-missing")
    if old.exists():
        raise RegisterTrouble("backup-exists", {"file": aside})
    lock = held or RegisterLock(folder)
    if held is None:
        lock.take()
    try:
        plan = _Plan(restored, aside)
        _write_plan(folder, plan)
        _carry_out(folder, plan)
    finally:
        if held is None:
            lock.let_go()
    return old


def _write_plan(folder: Path, plan: _Plan) -> None:
    try:
        write_beside(folder / PLAN_FILE, json.dumps(asdict(plan)).encode())
    except FileTrouble as error:
        # A plan that could not be read back must not come to life at the next start.
        with suppress(OSError):
            (folder / PLAN_FILE).unlink(missing_ok=True)
        raise RegisterTrouble(error.code, {"file": error.file}) from error


def finish_swap(folder: Path) -> bool:
    """Carry out what a cut left half done; called before a register is looked at. Whether there was anything to do.

    Raises RegisterTrouble: register-locked, register-unreadable, swap-unfinished.
    """
    if not (folder / PLAN_FILE).is_file():
        return False
    lock = RegisterLock(folder)
    lock.take()
    try:
        if plan := _read_plan(folder):
            _carry_out(folder, plan)
        return plan is not None
    finally:
        lock.let_go()


def _read_plan(folder: Path) -> _Plan | None:
    try:
        raw = json.loads((folder / PLAN_FILE).read_bytes())
        plan = _Plan(str(raw["restored"]), str(raw["aside"]))
    except FileNotFoundError:  # another process has just carried it out
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RegisterTrouble("register-unreadable") from error
    if any(Path(name).name != name or name in ("", ".", "..") for name in (plan.restored, plan.aside)):
        raise RegisterTrouble("register-unreadable")
    return plan


def _carry_out(folder: Path, plan: _Plan) -> None:
    """Each step looks at what is there, so that it can be taken again after a cut; what one step did is on the disk
    before the next begins."""
    restored, aside = folder / plan.restored, folder / plan.aside
    try:
        aside.mkdir(exist_ok=True)
        settle(aside)
        coming = [name for name in _EXCHANGED if (restored / name).exists()]
        # Once the new register stands, the log beside it is its own.
        going = {_LOG, _MAP, *coming} if REGISTER_FILE in coming else set(coming)
        _move(folder, aside, [name for name in sorted(going) if not (aside / name).exists()])
        _move(restored, folder, coming)
        (folder / PLAN_FILE).unlink(missing_ok=True)
    except OSError as error:
        raise RegisterTrouble("swap-unfinished") from error


def _move(source: Path, target: Path, names: Sequence[str]) -> None:
    moved = [name for name in names if (source / name).exists()]
    for name in moved:
        replace_file(source / name, target / name)
    settle(*(target / name for name in moved), *(source / name for name in moved))
