"""What can be read of a desk's folder before anything heavy is loaded: whether it is set up, for whom, whose it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from common.names import tidy
from exchange.files import read_small, write_beside

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
    for name in (KEYRING_FILE, SPARE_FILE):
        with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            return tuple(sorted(str(user) for user in json.loads(read_small(folder / name))["users"]))
    return ()


def read_doorstep(folder: Path) -> Doorstep:
    """What the lock may show. Who may come in stands in the keyring alone; a file that is missing or damaged only
    leaves the lock with fewer words."""
    users = known_users(folder)
    try:
        left = _doorstep(json.loads(read_small(folder / DOORSTEP_FILE)))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        left = Doorstep()
    people = tuple(left.resident(user) for user in users)
    return replace(left, people=people)


def leave_doorstep(folder: Path, doorstep: Doorstep) -> None:
    """Write it whole, unless it says so already; raises exchange.files.FileTrouble."""
    if read_doorstep(folder) == doorstep:
        return
    at = doorstep.backed_up.isoformat() if doorstep.backed_up else ""
    told = {**asdict(doorstep), "backed_up": at}
    write_beside(folder / DOORSTEP_FILE, json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True).encode())


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
    return text if isinstance(text, str) and len(text) <= _LONGEST_PATH and Path(text).is_absolute() else ""


def _line(text: object) -> str:
    """Anybody may write to the file: one tidy line of no great length."""
    if not isinstance(text, str):
        raise TypeError("a line of the doorstep is text")
    return tidy(text)[:_LONGEST]
