"""A desk that does one act in a process of its own, while the system calls under it are made to fail.

Libraries are loaded once; every act runs in a fork that says when it stands ready and how it ended, as its exit status.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import secrets
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import reportlab.pdfgen.canvas  # noqa: F401  what a letter would load otherwise only after the fork

from common.words.troubles import SENTENCES
from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, World, open_desk
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Wish
from desk_app.services.restoring import Asked, restore_in_place
from desk_app.services.trouble import Trouble

LOGIN = Login("clerk", "demo")
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
WORLD = World(lambda: NOW, secrets.token_bytes, practice=True)
BIRTH = BirthDraft(
    child_name="Nguyễn Trần Minh Anh", born="09/11/2026", sex="nữ", mother_name="Lê Thị Hoa", registered_on="20/11/2026"
)
DONE, TOLD, SPEECHLESS, BUG = 0, 3, 4, 5
"""Exit status: confirmed; a trouble with a sentence; a trouble without one; anything else."""


def save(desk: Desk, files: Path) -> None:
    desk.register.enter(replace(BIRTH, child_name="Lê Gia Hân"))


def keep_draft(desk: Desk, files: Path) -> None:
    desk.drafts.keep("ab" * 16, replace(BIRTH, child_name="Vũ Khánh"))


def letter(desk: Desk, files: Path) -> None:
    desk.letters.prepare([1], Wish())
    desk.letters.printed([1])


def export(desk: Desk, files: Path) -> None:
    desk.month.close(files / "usb")


def receive(desk: Desk, files: Path) -> None:
    desk.month.receive(next(files.glob("BN*.mctt")))


def backup(desk: Desk, files: Path) -> None:
    desk.care.look_after()


ACTS: dict[str, Callable[[Desk, Path], None]] = {
    "save": save,
    "draft": keep_draft,
    "letter": letter,
    "export": export,
    "receive": receive,
    "backup": backup,
}


def take_back(folder: Path, ready: Callable[[], None]) -> None:
    """Restoring needs the register closed."""
    copy = next((folder / "backups").glob("SAO-LUU_*"))
    ready()
    restore_in_place(folder, Asked(copy, folder, LOGIN.user, LOGIN.password), WORLD.now, WORLD.random)


def do(act: str, folder: Path, ready: Callable[[], None]) -> None:
    """Open the desk, wait until the faults are in place, act."""
    if act == "restore":
        take_back(folder, ready)
        return
    desk = open_desk(folder, WORLD, LOGIN)
    ready()
    ACTS[act](desk, folder.parent)


def one(act: str, folder: Path, gate: str) -> None:
    """The forked child: it ends without closing anything, as a pulled plug would."""

    def ready() -> None:
        print(os.getpid(), flush=True)
        with open(gate, encoding="ascii") as opened:
            opened.read()

    try:
        do(act, folder, ready)
    except Trouble as trouble:
        os._exit(TOLD if trouble.code in SENTENCES or trouble.code == "not-allowed" else SPEECHLESS)
    except BaseException as bug:
        sys.stderr.write(f"{act}: {bug!r}\n")
        os._exit(BUG)
    os._exit(DONE)


def nursery() -> None:
    """One act for every line that comes in; its exit status goes out, negative when it was killed."""
    for line in sys.stdin:
        asked = json.loads(line)
        child = multiprocessing.get_context("fork").Process(
            target=one, args=(asked["act"], Path(asked["folder"]), asked["gate"])
        )
        child.start()
        child.join()
        print(f"ended {child.exitcode}", flush=True)


if __name__ == "__main__":
    nursery()
