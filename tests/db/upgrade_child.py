"""Tomorrow's program, opening registers of today in forks of one process while the system calls under it fail."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import alembic.command  # noqa: F401  what an upgrade would load only after the fork
import fault_desk

from desk_app.db import migrate, rows
from desk_app.house import Login, open_desk
from tools.release_file.stage import ADMINISTRATOR, PASSWORD, Clock, desk_world


def do(act: str, folder: Path, ready: Callable[[], None]) -> None:
    """In the place of the acts of a desk that is open already: opening is the whole act."""
    ready()
    open_desk(folder, desk_world(Clock()), Login(ADMINISTRATOR, PASSWORD))


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    migrate.SCRIPTS = sys.argv[1]
    rows.SCHEMA += 1
    fault_desk.do = do
    fault_desk.nursery()
