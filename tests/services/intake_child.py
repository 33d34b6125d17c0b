"""A desk that takes in sixty births and is killed when they are written and not yet on disk."""

import os
import secrets
import signal
import sys
from pathlib import Path

from hand_clock import Clock
from intake_kit import births

from desk_app.house import Login, World, open_desk


def kill(done: int, total: int) -> None:
    """As the power goes: nothing is told to anybody."""
    os.kill(os.getpid(), signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)


if __name__ == "__main__":
    desk = open_desk(Path(sys.argv[1]), World(Clock(), secrets.token_bytes, practice=True), Login("clerk", "demo"))
    desk.intake.take(desk.intake.beside(births(60)), step=kill)
