"""What can be said of a data folder from outside, without any key."""

from __future__ import annotations

from pathlib import Path

from desk_app.db.backup import REGISTER_FILE
from desk_app.db.engine import PLAIN_HEADER
from desk_app.services.trouble import Trouble


def look_at(folder: Path) -> str:
    """The name of the encrypted register in the folder.

    Raises Trouble: register-missing, register-damaged (empty or cut), register-foreign (not encrypted)."""
    path = folder / REGISTER_FILE
    try:
        with path.open("rb") as stream:
            head = stream.read(len(PLAIN_HEADER))
    except FileNotFoundError as error:
        raise Trouble("register-missing", {"folder": folder.name}) from error
    except OSError as error:
        raise Trouble("register-unreadable") from error
    if len(head) < len(PLAIN_HEADER):
        raise Trouble("register-damaged")
    if head == PLAIN_HEADER:
        raise Trouble("register-foreign")
    return path.name
