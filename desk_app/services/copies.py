"""Copies of the register: made by themselves, named by date and counts, listed, and thinned out as they grow old."""

from __future__ import annotations

import contextlib
import errno
import json
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk_app.db.backup import REGISTER_FILE, BackupFacts
from desk_app.db.keyring import Keyring
from desk_app.db.register import Reading
from desk_app.domain.generations import superfluous
from desk_app.services.office import OfficeStore
from desk_app.services.seat import Seat
from desk_app.services.trouble import Trouble, told_as_trouble
from exchange.files import replace_file, settle

FOLDER = "backups"
"""Beside the register: where copies go by themselves."""
SECOND_PLACE = "second-place"
LAST_BACKUP = "last-backup"
"""Under this name the office's papers keep the moment of the last verified backup."""
LAST_COPIED = "last-copied-line"
"""Under this name the office's papers keep how far into the journal the last copy beside the register reaches."""
LAST_SECOND = "last-second-copy"
"""Under this name the office's papers keep the moment of the last copy in the second place, at first of choosing it."""
SECOND_WAITS = "second-waits"
"""Under this name the office's papers keep whether the second place lacks the newest copy."""
_STAMP = "%Y-%m-%d_%H%M%S"
_NAME = re.compile(r"SAO-LUU_(\d{4}-\d{2}-\d{2}_\d{6})(?:_viec-(\d+)_thu-(\d+))?(?:-\d+)?", re.ASCII)
_UNFINISHED = ".part"


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy that was opened again and counted."""

    path: Path
    registrations: int
    letters: int


@dataclass(frozen=True, slots=True)
class CopyOnHand:
    """A copy as its name tells it; `made_at` by the clock of the desk that made it, -1 where the name has no counts."""

    path: Path
    made_at: datetime
    registrations: int
    letters: int


def copies_in(place: Path) -> tuple[CopyOnHand, ...]:
    """The finished copies in a folder, the newest first; none where the folder is not there."""
    try:
        found = [_on_hand(path) for path in place.iterdir()]
    except OSError:
        return ()
    return newest_first(copy for copy in found if copy)


def moment_of(copy: Path) -> datetime | None:
    """When a copy was made, by its name; None for a folder of another name."""
    named = _NAME.fullmatch(copy.name)
    try:
        return datetime.strptime(named[1], _STAMP).astimezone() if named else None
    except ValueError:
        return None


def newest_first(copies: Iterable[CopyOnHand], now: datetime | None = None) -> tuple[CopyOnHand, ...]:
    """Within one second, or under a clock that stands still, the one that holds more came later. With `now`, copies of
    a day that is still to come stand last: a clock that was set wrong has named them; how old they are nobody knows."""

    def age(copy: CopyOnHand) -> tuple[bool, datetime, int, int]:
        true = now is None or age_in_days(copy.made_at, now) is not None
        return true, copy.made_at, copy.registrations, copy.letters

    return tuple(sorted(copies, key=age, reverse=True))


def make_copy(seat: Seat, keyring: Keyring, place: Path) -> Copied:
    """An encrypted copy in a folder of its own under `place`, opened again and counted; complete or absent.

    Passwords stay behind: only the recovery code opens what left this PC. Raises Trouble."""
    stamp = seat.now().strftime(_STAMP)
    beside = place / f"SAO-LUU_{stamp}{_UNFINISHED}"
    try:
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(parents=True)
    except OSError as error:
        raise _full_or("folder-unwritable", error, place) from error
    try:
        with told_as_trouble():
            facts = seat.register.backup_to(beside / REGISTER_FILE)
            keyring.copy_for_backup(beside)
        done = _free(place, _name(stamp, facts))
        replace_file(beside, done)
        settle(done, done / REGISTER_FILE)  # older copies go only after this
    except OSError as error:
        raise _full_or("backup-not-written", error, place) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    _remember(seat, facts, own=place == seat.folder / FOLDER)
    return Copied(done, facts.counts["registrations"], facts.counts["letters"])


def is_due(seat: Seat) -> bool:
    """Whether lines were written since the last copy."""
    with seat.reading() as reading:
        return reading.journal.head()[0] > _last_copied(reading)


def thin_out(place: Path, fresh: Path | None = None) -> int:
    """Remove the copies that nobody needs any more and what was left half written; gives how many copies went. `fresh`
    was just made: it stays also where a clock set back makes it look old."""
    with contextlib.suppress(OSError):
        for left in place.glob(f"SAO-LUU_*{_UNFINISHED}"):
            shutil.rmtree(left, ignore_errors=True)
    copies = copies_in(place)
    moments = set(superfluous(copy.made_at for copy in copies))
    old = [copy for copy in copies if copy.made_at in moments and copy.path != fresh]
    for copy in old:
        shutil.rmtree(copy.path, ignore_errors=True)
    return len(old)


def last_backup(store: OfficeStore) -> datetime | None:
    """When the last copy was made here, told by this desk's own clock."""
    return _moment(store, LAST_BACKUP)


def last_second(store: OfficeStore) -> datetime | None:
    """When the last copy came into the second place, or when the place was chosen; None while none is chosen."""
    return _moment(store, LAST_SECOND) if json.loads(store.get(SECOND_PLACE) or '""') else None


def age_in_days(moment: datetime, now: datetime) -> int | None:
    """How many days ago; None for a day in the future, which a clock that was set wrong has left."""
    days = (now.date() - moment.date()).days
    return days if days >= 0 else None


def _moment(store: OfficeStore, name: str) -> datetime | None:
    kept = store.get(name)
    return datetime.fromisoformat(json.loads(kept)) if kept else None


def _full_or(code: str, error: OSError, place: Path) -> Trouble:
    return Trouble("disk-full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else code, {"file": place.name})


def _on_hand(path: Path) -> CopyOnHand | None:
    named, made_at = _NAME.fullmatch(path.name), moment_of(path)
    if named is None or made_at is None or not (path / REGISTER_FILE).is_file():
        return None
    return CopyOnHand(path, made_at, int(named[2] or -1), int(named[3] or -1))


def _free(place: Path, name: str) -> Path:
    taken = len(list(place.glob(f"{name}*")))
    return place / (f"{name}-{taken + 1}" if taken else name)


def _name(stamp: str, facts: BackupFacts) -> str:
    return f"SAO-LUU_{stamp}_viec-{facts.counts['registrations']}_thu-{facts.counts['letters']}"


def _remember(seat: Seat, facts: BackupFacts, own: bool) -> None:
    """A copy on a stick may go home with somebody: the one beside the register is made all the same."""
    with seat.work() as work:
        work.office.put(LAST_BACKUP, json.dumps(seat.moment()))
        if own:
            work.office.put(LAST_COPIED, json.dumps(facts.position))
        work.commit()


def _last_copied(reading: Reading) -> int:
    return int(json.loads(reading.office.get(LAST_COPIED) or "0"))
