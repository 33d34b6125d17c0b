"""Passwords that cost next to nothing to check, for tests whose subject is not the cost of a guess.

How dear a password is stands with its wrap in keyring.json, so nothing else of the program changes.
"""

import os
from pathlib import Path

from desk_app.db.keyring import Cost, Keyring

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


def cheapen(folder: Path, user: str, password: str) -> None:
    """Wrap the user's key anew, at no cost."""
    ring = Keyring(folder, os.urandom, CHEAP)
    ring.set_password(user, password, ring.unwrap(user, password))
