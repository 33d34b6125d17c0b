"""What can be read of a desk's folder before anything heavy is loaded: whether it is set up, and for whom."""

from __future__ import annotations

import json
from pathlib import Path

# The names are written by db.keyring and db.backup; those modules load the encryption, which the lock cannot wait for.
# A test holds both sides together.
KEYRING_FILE = "keyring.json"
REGISTER_FILE = "register.db"


def is_set_up(folder: Path) -> bool:
    """Whether a desk stands here: a register or a keyring, whole or not. Only an empty place is offered a set-up."""
    return (folder / REGISTER_FILE).exists() or (folder / KEYRING_FILE).exists()


def known_users(folder: Path) -> tuple[str, ...]:
    """The names that have a password here, in order; none when the keyring cannot be read (logging in says why)."""
    try:
        ring = json.loads((folder / KEYRING_FILE).read_text(encoding="utf-8"))
        return tuple(sorted(str(name) for name in ring["users"]))
    except (OSError, ValueError, KeyError, TypeError):
        return ()
