"""Acts of a desk and of a district for the disk that forgets, each in a fork that says when it has confirmed something.

Every act is a row of steps; after each a folder is made whose name strace sees.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from fault_desk import BIRTH, LOGIN, WORLD
from lost_calls import MARK

from desk_app.db.keyring import STANDARD
from desk_app.house import open_desk, set_up
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Wish
from desk_app.services.printers import Printers, PrinterSetup, keep_printers
from desk_app.services.restoring import Asked, Ground, put_in_place
from desk_app.services.setup import Wished
from desk_app.settings import Settings, keep_settings
from district.house import World as OfficeWorld
from district.house import open_district
from district.paths import Folder

DESK, STICK, OFFICE = "quầy", "usb", "huyện"
NEW_PASSWORD = "demo 2"
WISHED = Wished("26461", leader="Phạm Quốc Thịnh", phone="0200 3555 018")
OFFICER = ("officer", "demo")
OFFICE_WORLD = OfficeWorld(lambda: datetime(2026, 11, 5, 5, tzinfo=UTC), os.urandom)
Steps = Iterator[object]


def save(desk: Desk, root: Path) -> Steps:
    yield desk.register.enter(replace(BIRTH, child_name="Lê Gia Hân"))
    yield desk.register.enter(replace(BIRTH, child_name="Vũ Khánh", mother_name="Vũ Thị Lan"))


def draft(desk: Desk, root: Path) -> Steps:
    yield desk.drafts.keep("ab" * 16, replace(BIRTH, child_name="Vũ Khánh"))


def letter(desk: Desk, root: Path) -> Steps:
    yield desk.letters.prepare([1], Wish())
    yield desk.letters.printed([1])
    yield desk.letters.delivered([1], "counter", "good")


def export(desk: Desk, root: Path) -> Steps:
    yield desk.month.close(root / STICK)


def receive(desk: Desk, root: Path) -> Steps:
    yield desk.month.receive(next(root.glob("BN*.mctt")))


def backup(desk: Desk, root: Path) -> Steps:
    yield desk.care.look_after()


def leave(desk: Desk, root: Path) -> Steps:
    yield desk.register.enter(replace(BIRTH, child_name="Lê Gia Hân"))
    yield desk.close()


def settings(desk: Desk, root: Path) -> Steps:
    yield keep_settings(root / DESK, Settings(130))
    yield keep_printers(root / DESK, Printers().used("máy in 2", PrinterSetup("colour")))
    yield desk.settings.put("phone", "0200 3555 019")


def password(desk: Desk, root: Path) -> Steps:
    yield desk.people.change_password(LOGIN.password, NEW_PASSWORD)


ACTS: dict[str, Callable[[Desk, Path], Steps]] = {
    act.__name__: act for act in (save, draft, letter, export, receive, backup, leave, settings, password)
}


def restore(root: Path, ready: Callable[[], None]) -> Steps:
    copy = next((root / DESK / "backups").glob("SAO-LUU_*"))
    ready()
    asked = Asked(copy, root / DESK, LOGIN.user, LOGIN.password)
    yield put_in_place(Ground(root / DESK, WORLD.now, WORLD.random), asked)


def found(root: Path, ready: Callable[[], None]) -> Steps:
    ready()
    yield set_up(root / DESK, WORLD, LOGIN, WISHED)


def take_in(root: Path, ready: Callable[[], None]) -> Steps:
    district = open_district(Folder(root / OFFICE), None, OFFICE_WORLD)
    sitting = district.sitting(district.users.log_in(*OFFICER))
    ready()
    for path in sorted((root / STICK).glob("*.mctt")):
        decision = sitting.receive(path.read_bytes())
        assert decision.verdict == "accepted", decision
        yield decision


ALONE = {"restore": restore, "found": found, "take_in": take_in}


def steps_of(act: str, root: Path, ready: Callable[[], None]) -> Steps:
    if act in ALONE:
        yield from ALONE[act](root, ready)
        return
    desk = open_desk(root / DESK, WORLD, LOGIN)
    if act == "backup":
        desk.register.enter(replace(BIRTH, child_name="Lê Gia Hân"))
    ready()
    yield from ACTS[act](desk, root)


def one(act: str, root: Path, gate: str) -> None:
    """The forked child: it ends without closing anything, as a pulled plug would."""

    def ready() -> None:
        print(os.getpid(), flush=True)
        with open(gate, encoding="ascii") as opened:
            opened.read()

    cheap_passwords()
    try:
        for number, _ in enumerate(steps_of(act, root, ready), 1):
            (root / f"{MARK}{number}").mkdir()
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def cheap_passwords() -> None:
    """The cost of a guess is not what is looked at here."""
    for name, cheap in (("memory_kib", 64), ("passes", 1), ("lanes", 1)):
        object.__setattr__(STANDARD, name, cheap)


def nursery() -> None:
    """One act for every line that comes in; its exit status goes out."""
    for line in sys.stdin:
        act, root, gate = line.rstrip("\n").split("\t")
        child = multiprocessing.get_context("fork").Process(target=one, args=(act, Path(root), gate))
        child.start()
        child.join()
        print(f"ended {child.exitcode}", flush=True)


if __name__ == "__main__":
    nursery()
