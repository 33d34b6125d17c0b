"""Passwords, PINs and rescue codes that opened nothing: kept beside the register until somebody comes in, then taken
into its journal.

Only log-ins that exist here are named: what else was typed may be anything, even a password.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from desk_app.services.doorstep import known_users
from exchange.files import FileTrouble, read_small, write_beside
from exchange.twins import UNREAD, done_with, stamped, told_in

FILE = "knocks.json"
MOST = 200
"""The newest are kept: the file stays small whoever tries."""
PASSWORD, PIN, SHEET, LOST = "log-in-refused", "pin-refused", "sheet-refused", "refusals-unread"
REFUSED = frozenset({PASSWORD, PIN, SHEET, LOST})
"""Acts of the access log that this file leads to; the last says that the file itself could not be read."""
_BY_CODE: Mapping[str, str] = {"wrong-password": PASSWORD, "wrong-recovery-code": SHEET}


@dataclass(frozen=True, slots=True)
class Knock:
    """What opened nothing: when (ISO), for which log-in ("" for one nobody has here), and one of REFUSED."""

    at: str
    user: str
    act: str = PASSWORD

    def __post_init__(self) -> None:
        datetime.fromisoformat(self.at)
        self.user.encode()
        if self.act not in REFUSED or len(self.user) > MOST:
            raise ValueError("not a knock")


@contextmanager
def knocked(folder: Path, at: str, user: str) -> Iterator[None]:
    """Whoever is refused inside, by password or rescue code, is remembered beside the register in `folder`."""
    try:
        yield
    except Exception as error:
        if act := _BY_CODE.get(str(getattr(error, "code", ""))):
            keep_knock(folder, at, user, act)
        raise


def keep_knock(folder: Path, at: str, user: str, act: str = PASSWORD) -> None:
    """Remember a refusal. A file that cannot be written must not make the refusal another one."""
    knock = Knock(at, user if user in known_users(folder) else "", act)
    kept = [asdict(one) for one in (*read_knocks(folder, at), knock)[-MOST:]]
    with suppress(FileTrouble):
        write_beside(folder / FILE, stamped({"knocks": kept}))


def read_knocks(folder: Path, now: str) -> tuple[Knock, ...]:
    """The refusals nobody wrote down yet, oldest first; a file that cannot be read is told as one of `now`."""
    try:
        kept = told_in(read_small(folder / FILE))["knocks"]
        return tuple(Knock(**one) for one in kept[-MOST:])
    except FileNotFoundError:
        return ()
    except UNREAD:
        return (Knock(now, "", LOST),)


def forget_knocks(folder: Path) -> None:
    """They stand in the journal now."""
    done_with(folder / FILE)
