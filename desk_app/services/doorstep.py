"""What can be read of a desk's folder before anything heavy is loaded: whether it is set up, for whom, whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from common.names import tidy
from exchange.files import read_small
from exchange.twins import UNREAD, read_either, spare_of, stamped, told_in, write_both

# The names are written by db.keyring and db.backup; those modules load the encryption, which the lock cannot wait for.
# A test holds both sides together.
KEYRING_FILE = "keyring.json"
SPARE_FILE = "keyring.spare.json"
REGISTER_FILE = "register.db"
DOORSTEP_FILE = "doorstep.json"
FOUNDING_FILE = "register.founding"
"""It lies there while a first run writes: where it stands without a register, the plug was pulled in between."""
_LONGEST, _LONGEST_PATH = 200, 1000


@dataclass(frozen=True, slots=True)
class Resident:
    """A user as the lock names them: login, shown name, greeting ("chị Hằng"), job title or role, drafts left open."""

    login: str
    name: str
    greeting: str
    work: str = ""
    drafts: int = 0


@dataclass(frozen=True, slots=True)
class Doorstep:
    """What an open desk leaves for its lock: the unit's code, "xã An Liên", "tỉnh Nam Hải", the telephone of support,
    the moment of the last backup, everyone who has a password here, the login that was here last, and the folder where
    second copies go ("" for none): it must be found when the register cannot be opened."""

    unit: str = ""
    office: str = ""
    parent: str = ""
    support: str = ""
    backed_up: datetime | None = None
    people: tuple[Resident, ...] = ()
    last: str = ""
    second: str = ""

    def resident(self, login: str) -> Resident:
        """The user of this login, named by it alone where nothing else is known."""
        return next((one for one in self.people if one.login == login), Resident(login, login, login))


def is_set_up(folder: Path) -> bool:
    """Whether a desk stands here: a register or a keyring, whole or not. Only an empty place, and one where a first run
    was cut off before there was a register, is offered a set-up."""
    if (folder / REGISTER_FILE).exists():
        return True
    return (folder / KEYRING_FILE).exists() and not (folder / FOUNDING_FILE).exists()


def known_users(folder: Path) -> tuple[str, ...]:
    """The names that have a password here, in order; none when the keyring cannot be read (logging in says why)."""
    try:
        return read_either(folder / KEYRING_FILE, _users_in)
    except UNREAD:
        return ()


def _users_in(raw: bytes) -> tuple[str, ...]:
    return tuple(sorted(str(user) for user in told_in(raw)["users"]))


def read_doorstep(folder: Path) -> Doorstep:
    """What the lock may show. Who may come in stands in the keyring alone; a file that is missing or damaged only
    leaves the lock with fewer words."""
    users = known_users(folder)
    try:
        left = read_either(folder / DOORSTEP_FILE, _doorstep_in)
    except UNREAD:
        left = Doorstep()
    people = tuple(left.resident(user) for user in users)
    return replace(left, people=people)


def leave_doorstep(folder: Path, doorstep: Doorstep) -> None:
    """Write it whole, and its second copy, unless both say so already; raises exchange.files.FileTrouble."""
    at = doorstep.backed_up.isoformat() if doorstep.backed_up else ""
    told = stamped({**asdict(doorstep), "backed_up": at})
    path = folder / DOORSTEP_FILE
    with suppress(OSError, ValueError):
        if read_small(path) == read_small(spare_of(path)) == told:
            return
    write_both(path, told)


def _doorstep_in(raw: bytes) -> Doorstep:
    return _doorstep(told_in(raw))


def _doorstep(kept: Mapping[str, Any]) -> Doorstep:
    at = _line(kept["backed_up"])
    return Doorstep(
        unit=_line(kept["unit"]),
        office=_line(kept["office"]),
        parent=_line(kept["parent"]),
        support=_line(kept["support"]),
        backed_up=datetime.fromisoformat(at) if at else None,
        people=tuple(_resident(one) for one in kept["people"]),
        last=_line(kept["last"]),
        second=_place(kept.get("second", "")),
    )


def _resident(kept: Mapping[str, Any]) -> Resident:
    drafts = kept["drafts"]
    login, name, greeting, work = (_line(kept[part]) for part in ("login", "name", "greeting", "work"))
    return Resident(login, name, greeting, work, drafts if isinstance(drafts, int) else 0)


def _place(text: object) -> str:
    """A whole path, as it is: names of folders may hold two spaces in a row."""
    fits = isinstance(text, str) and len(text) <= _LONGEST_PATH and "\0" not in text
    return str(text) if fits and Path(str(text)).is_absolute() else ""


def _line(text: object) -> str:
    """Anybody may write to the file: one tidy line of no great length."""
    if not isinstance(text, str):
        raise TypeError("a line of the doorstep is text")
    return tidy(text)[:_LONGEST]
