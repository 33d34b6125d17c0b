"""A desk, or an office above, that goes on with one act until it is killed; libraries are loaded once, then forked.

What an act has confirmed goes out as a line, straight to the pipe: no buffer of ours that a kill would empty.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import secrets
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import alembic.command  # noqa: F401  what a migration would load otherwise only after the fork
import fault_desk
import fault_office
from fault_desk import BIRTH, LOGIN
from fault_office import OFFICE_ACTS, clock, open_office

import desk_app.letters.press  # noqa: F401  what a letter would load otherwise only after the fork
from desk_app.db import migrate, rows
from desk_app.house import World, open_desk, set_up
from desk_app.services.desk import Desk
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.print_desk import PrintDesk
from desk_app.services.print_question import OpenQuestion
from desk_app.services.registering import Entered
from desk_app.services.restoring import Asked, Ground, put_in_place
from desk_app.services.setup import Wished
from district.upkeep import backup as copy_office

Said = Iterator[tuple[str, object]]
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi")


WORLD = World(clock, secrets.token_bytes, practice=True)


def enter(desk: Desk, draft: str = "") -> Entered:
    """One more child, by a name of its own."""
    name = f"{secrets.choice(FAMILIES)} Minh {secrets.choice(FAMILIES)} {secrets.choice(('An', 'Ân', 'Chi', 'Đức'))}"
    done = desk.register.enter(replace(BIRTH, child_name=name), draft)
    assert isinstance(done, Entered), done
    return done


def saving(desk: Desk, files: Path) -> Said:
    """What is typed is kept as a draft, and the draft becomes a registration."""
    while True:
        draft = secrets.token_hex(16)
        desk.drafts.keep(draft, replace(BIRTH, child_name="Vũ Khánh"))
        yield "draft", draft
        yield "number", enter(desk, draft).number


def printing(desk: Desk, files: Path) -> Said:
    """From the registration to the counted sheet, by way of the question that stays open until it is answered."""
    table = PrintDesk(desk.seat)
    left = table.question.open()
    if left:  # as at the window: what an earlier day left open is answered before anything else is printed
        table.printed(left.letters)
        table.question.drop()
    while True:
        done = desk.letters.prepare([enter(desk).id], Wish())
        assert isinstance(done, Prepared)
        yield "prepared", done.letter
        assert table.pdf([done.letter], "black")
        table.question.keep(OpenQuestion((done.letter,)))
        yield "asked", done.letter
        table.printed([done.letter])
        table.question.drop()
        yield "printed", done.letter


def exporting(desk: Desk, files: Path) -> Said:
    """One bundle after the other onto the stick."""
    while True:
        enter(desk)
        for bundle in desk.month.close(files / "usb"):
            yield "sent", bundle.seq


def receiving(desk: Desk, files: Path) -> Said:
    """Whatever receipts wait."""
    for path in sorted(files.glob("BN*.mctt")):
        yield "receipt", desk.month.receive(path).number


def backing_up(desk: Desk, files: Path) -> Said:
    """A copy beside the register, old ones thinned out."""
    while True:
        yield "number", enter(desk).number
        copied = desk.care.look_after().copied
        assert copied
        yield "copy", copied.registrations


DESK_ACTS: dict[str, Callable[[Desk, Path], Said]] = {
    "saving": saving,
    "printing": printing,
    "exporting": exporting,
    "receiving": receiving,
    "backing up": backing_up,
}


def restoring(folder: Path) -> Said:
    """The copy in the folder beside comes back, into the place of what is in use."""
    copy = next((folder.parent / "copies").glob("SAO-LUU_*"))
    back, _ = put_in_place(Ground(folder, WORLD.now, WORLD.random), Asked(copy, folder, LOGIN.user, LOGIN.password))
    yield "epoch", back.epoch


def bringing_up(folder: Path) -> Said:
    """The program of tomorrow opens the register of today."""
    migrate.SCRIPTS, rows.SCHEMA = str(folder.parent / "migrations"), rows.SCHEMA + 1
    yield "lines", open_desk(folder, WORLD, LOGIN).care.check()


def founding(folder: Path) -> Said:
    """A new desk where there is none."""
    set_up(folder, WORLD, LOGIN, Wished("26461", leader="Phạm Quốc Thịnh"))
    yield "founded", 1


def importing(folder: Path) -> Said:
    """Every file of the stick."""
    district = open_office(folder)
    sitting = district.sitting(district.users.log_in("officer", "demo"))
    for path in sorted((folder.parent / "stick").glob("*.mctt")):
        yield path.stem, sitting.receive(path.read_bytes()).verdict


def settling(folder: Path) -> Said:
    """The desk's other history is taken, ours set aside whole."""
    district = open_office(folder)
    sitting = district.sitting(district.users.log_in("officer", "demo"))
    desk, common = map(int, (folder.parent / "fork").read_text(encoding="ascii").split())
    yield "aside", sitting.settle(desk, common, "ổ đĩa hỏng").aside


def copying_office(folder: Path) -> Said:
    """Copies of the whole office, one after the other."""
    district = open_office(folder)
    for n in count():
        place = folder.parent / "copies" / f"{os.getpid()}-{n}"
        copy_office(district, place)
        yield "copied", place.name


FOLDER_ACTS: dict[str, Callable[[Path], Said]] = {
    "restoring": restoring,
    "bringing up": bringing_up,
    "founding": founding,
    "importing": importing,
    "settling": settling,
    "copying the office": copying_office,
}


def say(words: str) -> None:
    """Straight to the other process."""
    os.write(1, f"{words}\n".encode())


def go_on(act: str, folder: Path) -> None:
    """Act and confirm, until the kill or the end of what there is to do."""
    try:
        say("begun")
        if act in FOLDER_ACTS:
            steps = FOLDER_ACTS[act](folder)
        else:
            steps = DESK_ACTS[act](open_desk(folder, WORLD, LOGIN), folder.parent)
        for kind, value in steps:
            say(json.dumps([kind, value]))
    except BaseException as bug:
        sys.stderr.write(f"{act}: {bug!r}\n")
        say(json.dumps(["bug", repr(bug)]))
    say("ended")
    os._exit(0)


def struck(act: str, folder: Path, ready: Callable[[], None]) -> None:
    """One act, of the desk or of the office, under whatever strace does to it."""
    act_of = fault_office.do if act in OFFICE_ACTS else DESK_DO
    act_of(act, folder, ready)


DESK_DO = fault_desk.do


def nursery() -> None:
    """An act to be struck at its calls comes as one line; of two lines the first begins an act and the second kills
    it, without a warning."""
    while line := sys.stdin.readline():
        if line.startswith("{"):
            fault_desk.serve(json.loads(line))
            continue
        act, folder = json.loads(line)
        child = multiprocessing.get_context("fork").Process(target=go_on, args=(act, Path(folder)))
        child.start()
        sys.stdin.readline()
        child.kill()
        child.join()
        say("killed")


if __name__ == "__main__":
    fault_desk.do = struck
    nursery()
