"""What can be said of a data folder from outside, without any key."""

from __future__ import annotations

from pathlib import Path

from desk_app.db.register import Register
from desk_app.db.trouble import RegisterTrouble
from desk_app.services.trouble import Trouble


def look_at(folder: Path) -> str:
    """The name of the encrypted register in the folder; raises Trouble when it is missing or not encrypted."""
    try:
        return Register.look(folder)
    except RegisterTrouble as error:
        raise Trouble(error.code, error.details) from error
