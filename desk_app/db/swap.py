"""Putting a restored register in the place of the one in use.

A cut at any moment leaves a plan that is carried out next time; the register that was in use lies aside, whole.
"""

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
from exchange.twins import UNREAD, lay_aside, read_either, spare_of, stamped, told_in

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
    path, raw = folder / PLAN_FILE, stamped(asdict(plan))
    try:
        # The second copy alone begins nothing: where it stands without the plan, the plan was never written or is done.
        write_beside(spare_of(path), raw)
        write_beside(path, raw)
    except FileTrouble as error:
        # A plan that could not be read back must not come to life at the next start.
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise RegisterTrouble(error.code, {"file": error.file}) from error


def finish_swap(folder: Path) -> bool:
    """Carry out what a cut left half done; called before a register is looked at. Whether there was anything to do.

    Raises RegisterTrouble: register-locked, swap-plan-damaged, swap-unfinished.
    """
    if not (folder / PLAN_FILE).exists():
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
    if not (folder / PLAN_FILE).exists():  # another process has just carried it out
        return None
    try:
        return read_either(folder / PLAN_FILE, _plan_in)
    except UNREAD as error:
        # A folder named wrongly would part the register that was in use from its log.
        raise RegisterTrouble("swap-plan-damaged", {"file": PLAN_FILE}) from error


def _plan_in(raw: bytes) -> _Plan:
    told = told_in(raw)
    plan = _Plan(str(told["restored"]), str(told["aside"]))
    if any(Path(name).name != name or name in ("", ".", "..") for name in (plan.restored, plan.aside)):
        raise ValueError("not a folder of ours")
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
        _drop_plan(folder / PLAN_FILE)
    except OSError as error:
        raise RegisterTrouble("swap-unfinished") from error


def _drop_plan(path: Path) -> None:
    if path.is_dir():
        lay_aside(path)
    path.unlink(missing_ok=True)
    with suppress(OSError):
        spare_of(path).unlink(missing_ok=True)


def _move(source: Path, target: Path, names: Sequence[str]) -> None:
    moved = [name for name in names if (source / name).exists()]
    for name in moved:
        replace_file(source / name, target / name)
    settle(*(target / name for name in moved), *(source / name for name in moved))
