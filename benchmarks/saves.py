"""S1: how often one confirmed registration waits for the disk, counted by strace."""

import re
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks.rows import Row, at_most
from demo import names

if TYPE_CHECKING:
    from desk_app.house import Login

SAVES = 200
REGISTER = "register.db"
MOMENT = datetime(2026, 11, 20, 9, tzinfo=UTC)
SYNC = re.compile(r"\b(?:fsync|fdatasync)\(\d+<(.*?)>")


def rows() -> Iterator[Row]:
    """The rows about saving; none where strace is missing."""
    if shutil.which("strace"):
        syncs = (counted(SAVES) - counted(0)) / SAVES
        yield at_most("S1", syncs, 1.0, "one sync is the least that keeps a promise; checkpoints left out", SAVES)


def counted(saves: int) -> int:
    """The syncs of the log in a process that opens a register, saves so many births and closes it.

    A checkpoint, once per some thousand pages, syncs the log, the register, and the log's new head: it is left out.
    """
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "strace.log"
        watched = [sys.executable, "-m", "benchmarks.saves", str(Path(folder) / "desk"), str(saves)]
        command = ["strace", "-f", "-qq", "-y", "-e", "trace=fsync,fdatasync", "-o", str(log), *watched]
        subprocess.run(command, check=True, capture_output=True)
        synced = [Path(name).name for name in SYNC.findall(log.read_text(encoding="utf-8"))]
    return synced.count(f"{REGISTER}-wal") - 2 * synced.count(REGISTER)


def save(folder: Path, count: int) -> None:
    """The same with a password that nobody needs again."""
    from desk_app.house import Login

    enter(folder, count, Login("thu", secrets.token_urlsafe(12)))


def enter(folder: Path, count: int, login: "Login") -> None:
    """Set up a practice register and enter so many births, as a clerk's program does."""
    from desk_app.domain.drafts import BirthDraft
    from desk_app.house import World, open_desk, set_up
    from desk_app.services.registering import Entered
    from desk_app.services.setup import Wished

    world = World(lambda: MOMENT, secrets.token_bytes, practice=True)
    set_up(folder, world, login, Wished("26461", leader="Phạm Quốc Thịnh", phone="0200 3555 018"))
    desk = open_desk(folder, world, login)
    for n in range(count):
        chance = Random(n)
        father = names.grown_up(chance, "male")
        draft = BirthDraft(
            child_name=f"{names.child(chance, 'male', names.family_of(father))} {n}",
            born="09/11/2026",
            sex="nam",
            father_name=father,
            mother_name=names.grown_up(chance, "female"),
            registered_on="20/11/2026",
            reasons={"name-has-symbols": "đo tốc độ"},
        )
        entered = desk.register.enter(draft)
        assert isinstance(entered, Entered), entered
    desk.close()


if __name__ == "__main__":
    save(Path(sys.argv[1]), int(sys.argv[2]))
