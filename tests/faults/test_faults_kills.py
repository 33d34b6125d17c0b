"""The plug is pulled at any moment, in the middle of every act of a desk: nothing confirmed is lost, nothing is half.

The suite pulls it about forty times; ENDURE=1 a thousand times (`make endure`).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from fault_desk import LOGIN
from fault_stand import stand
from kill_desk import WORLD, enter
from kills import Killer, Said
from tomorrow import steps_of_tomorrow

from desk_app.db import migrate, rows
from desk_app.db.backup import REGISTER_FILE, look_into
from desk_app.db.engine import first_look
from desk_app.db.keyring import Keyring
from desk_app.house import open_desk, set_up
from desk_app.services.copies import FOLDER
from desk_app.services.doorstep import is_set_up
from desk_app.services.setup import Wished
from tools.pretend_office import PretendOffice

ENDURE = bool(os.environ.get("ENDURE"))
SPANS = {"saving": 0.15, "printing": 0.35, "exporting": 0.35, "receiving": 0.2, "backing up": 0.4}
"""Seconds in which an act is opened and done once or several times: the kill falls anywhere in them."""
ROUNDS = 130 if ENDURE else 4
LONG = 1_800 if ENDURE else 60


@pytest.mark.timeout(LONG)
@pytest.mark.parametrize("act", SPANS)
def test_a_desk_killed_at_any_moment_keeps_what_it_confirmed_and_goes_on(
    act: str, killer: Killer, fresh: Callable[[], Path], made: tuple[Path, PretendOffice]
) -> None:
    folder, office, moments = fresh(), made[1], Random(act)
    confirmed, before = set[tuple[str, object]](), stand(folder, office)
    for _ in range(ROUNDS):
        said = killer.strike(act, folder, moments.uniform(0, SPANS[act]))
        now = stand(folder, office)
        confirmed |= {(kind, value) for kind, value in said if kind != "draft"}
        assert confirmed <= now
        assert not {fact for fact in before - now if fact[0] != "draft"}
        assert not lost_drafts(said, before, now)
        before = now
        prepare(act, folder, office)


def lost_drafts(said: Said, before: Said, now: Said) -> Said:
    """What was typed is there as a draft, or as the registration that it became."""
    gone = frozenset(fact for fact in said if fact[0] == "draft") - now
    became = sum(kind == "number" for kind, _ in now - before)
    return gone if len(gone) > became else frozenset()


def prepare(act: str, folder: Path, office: PretendOffice) -> None:
    """Receipts need something new to tell."""
    if act != "receiving":
        return
    desk = open_desk(folder, WORLD, LOGIN)
    enter(desk)
    (bundle,) = desk.month.close(folder.parent / "usb")
    desk.close()
    receipt = office.receipt(office.opened(bundle.path.read_bytes()))
    receipt.replace(folder.parent / receipt.name)


@pytest.mark.timeout(LONG)
def test_a_restore_killed_at_any_moment_leaves_one_of_the_two_registers_whole(
    killer: Killer, fresh: Callable[[], Path], made: tuple[Path, PretendOffice]
) -> None:
    folder, office, moments = fresh(), made[1], Random("restoring")
    shutil.copytree(folder / FOLDER, folder.parent / "copies")
    now = stand(folder, office)
    for _ in range(ROUNDS):
        desk = open_desk(folder, WORLD, LOGIN)
        entered = ("number", enter(desk).number)
        desk.close()
        before = now | {entered}
        said = killer.strike("restoring", folder, moments.uniform(0, 0.45))
        now = stand(folder, office)
        assert now == before or (entered not in now and lies_aside(folder, entered))
        assert said <= now
        for left in folder.glob("truoc-khoi-phuc_*"):
            shutil.rmtree(left)
    assert killer.finish("restoring", folder) <= stand(folder, office)


def lies_aside(folder: Path, entered: tuple[str, object]) -> bool:
    """The register that was in use is whole, in the one folder where it went."""
    (aside,) = folder.glob("truoc-khoi-phuc_*")
    desk = open_desk(aside, WORLD, LOGIN)
    try:
        desk.care.check()
        with desk.seat.reading() as reading:
            return entered[1] in [row.registration.number for row in reading.registrations.newest(9)]
    finally:
        desk.close()


@pytest.mark.timeout(LONG)
def test_an_upgrade_killed_at_any_moment_leaves_the_register_of_before_or_the_new_one(
    killer: Killer, fresh: Callable[[], Path], made: tuple[Path, PretendOffice], monkeypatch: pytest.MonkeyPatch
) -> None:
    moments, before, today = Random("bringing up"), stand(fresh(), made[1]), rows.SCHEMA
    for _ in range(ROUNDS):
        folder = fresh()
        steps = steps_of_tomorrow(folder.parent)
        said = killer.strike("bringing up", folder, moments.uniform(0, 0.3))
        key = Keyring(folder, WORLD.random).unwrap(LOGIN.user, LOGIN.password)
        assert first_look(folder / REGISTER_FILE, key) in ((today + 1,) if said else (today, today + 1))
        for copy in (folder / FOLDER).glob("schema-*.db"):
            assert look_into(copy, key).counts["registrations"] == 2
        with monkeypatch.context() as tomorrow:
            tomorrow.setattr(migrate, "SCRIPTS", str(steps))
            tomorrow.setattr(rows, "SCHEMA", today + 1)
            assert stand(folder, made[1]) == before


@pytest.mark.timeout(LONG)
def test_a_first_run_killed_at_any_moment_stands_or_is_offered_again(killer: Killer, tmp_path: Path) -> None:
    moments = Random("founding")
    for round_ in range(ROUNDS // 2):
        folder = tmp_path / str(round_)
        said = killer.strike("founding", folder, moments.uniform(0, 0.55))
        assert is_set_up(folder) == (folder / REGISTER_FILE).is_file()
        assert is_set_up(folder) or not said
        if not is_set_up(folder):
            set_up(folder, WORLD, LOGIN, Wished("26461", leader="Phạm Quốc Thịnh"))
        desk = open_desk(folder, WORLD, LOGIN)
        assert desk.care.check()
        desk.close()
