"""Passwords that did not open the register: kept beside it until somebody comes in, then taken into its journal.

Only log-ins that exist here are named: what else was typed may be anything, even a password.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from desk_app.services.doorstep import known_users
from exchange.files import FileTrouble, write_beside

FILE = "knocks.json"
MOST = 200
"""The newest are kept: the file stays small whoever tries."""


@dataclass(frozen=True, slots=True)
class Knock:
    """A password that was not the right one: when (ISO) and for which log-in, "" for one nobody has here."""

    at: str
    user: str


def keep_knock(folder: Path, at: str, user: str) -> None:
    """Remember a refused log-in. A file that cannot be written must not make the refusal another one."""
    knock = Knock(at, user if user in known_users(folder) else "")
    kept = [asdict(one) for one in (*read_knocks(folder), knock)[-MOST:]]
    with contextlib.suppress(FileTrouble):
        write_beside(folder / FILE, json.dumps(kept, ensure_ascii=False).encode())


def read_knocks(folder: Path) -> tuple[Knock, ...]:
    """The refused log-ins nobody wrote down yet, oldest first; a file that cannot be read says nothing."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return tuple(Knock(str(one["at"])[:32], str(one["user"])[:200]) for one in kept[-MOST:])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ()


def forget_knocks(folder: Path) -> None:
    """They stand in the journal now."""
    with contextlib.suppress(OSError):
        (folder / FILE).unlink(missing_ok=True)
