"""A desk that does one act in a process of its own, while the system calls under it are made to fail.

Libraries are loaded once; every act runs in a fork that says when it stands ready and how it ended, as its exit status.
"""

from __future__ import annotations

import ctypes
import json
import multiprocessing
import os
import secrets
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import desk_app.letters.press  # noqa: F401  what a letter would load otherwise only after the fork
from common.words.troubles import SENTENCES
from desk_app.app.after_work import copy_after_work
from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, World, open_desk
from desk_app.logs import keep_bug
from desk_app.services.desk import Desk
from desk_app.services.doorplate import renew_doorstep
from desk_app.services.letter_desk import Wish
from desk_app.services.print_desk import PrintDesk
from desk_app.services.printers import Printers, PrinterSetup
from desk_app.services.restoring import Asked, Ground, put_in_place
from desk_app.services.settings_view import set_type_size
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


def save_pdf(desk: Desk, files: Path) -> None:
    desk.letters.prepare([1], Wish())
    PrintDesk(desk.seat).save_pdf([1], "black", files / "usb" / "thư.pdf")


def card(desk: Desk, files: Path) -> None:
    desk.district.card(files / "usb" / "THE.mctt")


def settings(desk: Desk, files: Path) -> None:
    set_type_size(desk.seat, 115)


def printers(desk: Desk, files: Path) -> None:
    PrintDesk(desk.seat).remember(Printers().used("HP LaserJet", PrinterSetup()))


def password(desk: Desk, files: Path) -> None:
    desk.people.change_password(LOGIN.password, LOGIN.password)


def log(desk: Desk, files: Path) -> None:
    keep_bug(desk.seat.folder, ValueError())


def leave(desk: Desk, files: Path) -> None:
    """What closing the window does."""
    desk.register.enter(replace(BIRTH, child_name="Lê Gia Hân"))
    copy_after_work(desk)
    renew_doorstep(desk.seat)
    desk.close()


def nothing(desk: Desk, files: Path) -> None:
    """Opening is all."""


SMALL_ACTS: dict[str, Callable[[Desk, Path], None]] = {
    "open": nothing,
    "pdf": save_pdf,
    "card": card,
    "settings": settings,
    "printers": printers,
    "password": password,
    "log": log,
    "leave": leave,
}
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
    put_in_place(Ground(folder, WORLD.now, WORLD.random), Asked(copy, folder, LOGIN.user, LOGIN.password))


def do(act: str, folder: Path, ready: Callable[[], None]) -> None:
    """Open the desk, wait until the faults are in place, act."""
    if act == "restore":
        take_back(folder, ready)
        return
    desk = open_desk(folder, WORLD, LOGIN)
    ready()
    (ACTS | SMALL_ACTS)[act](desk, folder.parent)


def bow_to_permissions() -> None:
    """The tests may run as root, to whom a folder that only reads is open all the same: give that right away."""
    header, rights = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.capget(header, rights) == 0
    rights[0] &= ~0b111  # chown, and the two that overrule reading and writing
    assert libc.capset(header, rights) == 0


def one(act: str, folder: Path, gate: str) -> None:
    """The forked child: it ends without closing anything, as a pulled plug would."""

    def ready() -> None:
        if not gate:
            return
        print(os.getpid(), flush=True)
        with open(gate, encoding="ascii") as opened:
            opened.read()

    bow_to_permissions()
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
        serve(json.loads(line))


def serve(asked: dict[str, str]) -> None:
    """One act, in a fork."""
    child = multiprocessing.get_context("fork").Process(
        target=one, args=(asked["act"], Path(asked["folder"]), asked["gate"])
    )
    child.start()
    child.join()
    print(f"ended {child.exitcode}", flush=True)


if __name__ == "__main__":
    nursery()
