"""One bit, or all, of each small file beside the register and in a copy: its second copy stands in, or it is named.

No register is lost, nothing is set otherwise without a word.

A hundred places of each file in the suite, every bit of every byte under ENDURE=1 (`make endure`).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from fault_desk import LOGIN, WORLD
from small_files import (
    FEW,
    FULL,
    HURTS,
    OPENED,
    cut,
    every_harm,
    little_room,
    put_back,
    replaced,
    to_folder,
    to_giant,
    turned,
)

from common.words.at_opening import FORGOTTEN, copy_owed
from common.words.privacy import ACTS
from common.words.troubles import SENTENCES
from desk_app.db import marker, swap
from desk_app.db.keyring import Keyring, recovery_code
from desk_app.db.keyring_file import read_ring
from desk_app.db.trouble import RegisterTrouble
from desk_app.house import look_at_copy, open_desk
from desk_app.services import copy_owed as owing
from desk_app.services.access_log import AccessLog
from desk_app.services.at_opening import told_at_opening
from desk_app.services.copies import copies_in
from desk_app.services.desk import Desk
from desk_app.services.doorplate import renew_doorstep
from desk_app.services.doorstep import Doorstep, known_users, leave_doorstep, read_doorstep
from desk_app.services.drill import note_drill, take_note
from desk_app.services.printers import Printers, PrinterSetup, keep_printers, read_printers
from desk_app.services.privacy_knocks import LOST, PIN, keep_knock, read_knocks
from desk_app.services.taking_back import Key
from desk_app.services.trouble import Trouble
from desk_app.settings import Settings, keep_settings, read_settings
from exchange.twins import spare_of
from tools.pretend_office import PretendOffice

NOW = WORLD.moment()
PRINTERS = Printers("HP LaserJet", {"HP LaserJet": PrinterSetup("colour", 12, -7)}).used(
    "HP LaserJet", PrinterSetup("black", 3, -4, "ornate"), "birth"
)
SETTINGS = Settings(130, 5)
OFFICE = Doorstep("26461", "xã Xuân Định", "thành phố Đồng Nai", "0200 3555 000", second="/ổ hai/bản sao")
IN_RING = ("format", "generation", "recovery", "register", "users")
REGISTERS = 40 if FULL else 6
"""Places of a copied register: each is opened and looked through."""


def ring_of(folder: Path) -> Mapping[str, Any]:
    ring = read_ring(folder)
    return {name: ring[name] for name in IN_RING}


@dataclass(frozen=True)
class Small:
    """A file, how it is read, and what may be told instead of what stood in it: a value, or codes of troubles."""

    read: Callable[[Path], object]
    instead: tuple[object, ...] = ()
    twin: bool = True


SMALL: dict[str, Small] = {
    "window.json": Small(read_settings, (Settings(),)),
    "printers.json": Small(read_printers, (Printers(),)),
    "doorstep.json": Small(lambda folder: read_doorstep(folder).second, ("",)),
    "keyring.json": Small(ring_of, ("keyring-damaged", "register-unreadable")),
    "register.swap": Small(lambda folder: swap._read_plan(folder), ("swap-plan-damaged",)),
    "register.marker": Small(lambda folder: marker.read(folder, KEYS[folder]), (None, "register-unreadable"), False),
    "knocks.json": Small(lambda folder: [knock.act for knock in read_knocks(folder, NOW)], ([LOST],), False),
    "copy-owed.json": Small(owing.owed, (owing.Owed(),), False),
}
KEYS: dict[Path, bytes] = {}


@pytest.fixture
def folder(made: tuple[Path, PretendOffice], tmp_path: Path) -> Iterator[Path]:
    """A desk with every small file there is."""
    here = Path(shutil.copytree(made[0] / "quầy", tmp_path / "quầy"))
    KEYS[here] = Keyring(here, os.urandom).unwrap(LOGIN.user, LOGIN.password)
    keep_settings(here, SETTINGS)
    keep_printers(here, PRINTERS)
    leave_doorstep(here, OFFICE)
    keep_knock(here, NOW, LOGIN.user, PIN)
    yield here
    del KEYS[here]


def told(small: Small, folder: Path) -> object:
    """What reading gives, or the code of its trouble, which has a sentence."""
    try:
        return small.read(folder)
    except RegisterTrouble as trouble:
        return trouble.code if trouble.code in SENTENCES else f"no words for {trouble.code}"


def begin_exchange(folder: Path) -> None:
    """A register waits to take the place of the one in use; the plan is written, nothing moved."""
    waiting = folder / "khoi-phuc"
    waiting.mkdir()
    for name in ("register.db", "keyring.json", "keyring.spare.json"):
        shutil.copy(folder / name, waiting / name)
    swap._write_plan(folder, swap._Plan("khoi-phuc", "truoc-khoi-phuc_2026-11-20_093000"))


def lay_out(folder: Path, name: str) -> None:
    if name == "register.swap":
        begin_exchange(folder)
    if name == "copy-owed.json":
        (folder / name).write_bytes(owing.stamped({"at": NOW, "code": "disk-full", "second": True}))


@pytest.mark.parametrize("name", SMALL)
def test_whatever_becomes_of_a_small_file_it_says_the_same_or_is_named(folder: Path, name: str) -> None:
    small, path, chance = SMALL[name], folder / name, Random(name)
    lay_out(folder, name)
    raw, whole = path.read_bytes(), small.read(folder)
    assert whole not in small.instead
    allowed = (whole,) if small.twin else (whole, *small.instead)
    for harm, hurt in every_harm(raw, chance):
        path.write_bytes(hurt)
        assert told(small, folder) in allowed, harm
    for replace in (to_folder, to_giant):
        put_back(path, raw)
        replace(path)
        with little_room():
            assert told(small, folder) in allowed, replace.__name__
    put_back(path, raw)


@pytest.mark.parametrize("name", [name for name, small in SMALL.items() if small.twin])
def test_both_copies_hurt_alike_are_named_or_as_on_the_first_day(folder: Path, name: str) -> None:
    small, chance = SMALL[name], Random(name)
    lay_out(folder, name)
    pair = (folder / name, spare_of(folder / name))
    raw, whole = pair[0].read_bytes(), small.read(folder)
    assert pair[1].read_bytes() == raw, "the second copy says the same"
    for harm, hurt in (*turned(raw, chance, FEW), *cut(raw, chance), *replaced(raw, chance)):
        for path in pair:
            path.write_bytes(hurt)
        assert told(small, folder) in (whole, *small.instead), harm
    for path in pair:
        path.write_bytes(raw[: len(raw) // 2])
    assert told(small, folder) in small.instead


def test_a_login_is_never_shown_otherwise_than_it_is_typed(folder: Path) -> None:
    raw = (folder / "keyring.json").read_bytes()
    at = raw.index(f'"{LOGIN.user}"'.encode()) + 2
    (folder / "keyring.json").write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
    assert known_users(folder) == (LOGIN.user,)


# ---- real openings


def opened(folder: Path) -> tuple[Desk, tuple[str, ...]]:
    desk = open_desk(folder, WORLD, LOGIN)
    return desk, told_at_opening(desk)


def entered(desk: Desk) -> int:
    with desk.seat.reading() as reading:
        return len(reading.registrations.newest(99))


@pytest.mark.parametrize("harm", OPENED)
def test_with_every_first_copy_hurt_the_desk_opens_as_before_and_mends_them(folder: Path, harm: str) -> None:
    names = ("window.json", "printers.json", "doorstep.json", "keyring.json", "register.marker")
    for name in names:
        HURTS[harm](folder / name)
    desk, sentences = opened(folder)
    try:
        assert (entered(desk), desk.restored, desk.forgotten) == (2, 0, ())
        assert len(sentences) == 1, "the keys, which are more than a memory"
        renew_doorstep(desk.seat)
    finally:
        desk.close()
    assert (read_settings(folder), read_printers(folder)) == (SETTINGS, PRINTERS)
    for name in names[:4]:
        assert (folder / name).read_bytes() == spare_of(folder / name).read_bytes(), name
    assert marker.read(folder, KEYS[folder])


@pytest.mark.parametrize("harm", OPENED)
def test_what_neither_copy_tells_any_more_is_told_once_in_a_sentence(folder: Path, harm: str) -> None:
    for name in ("window.json", "printers.json", "doorstep.json"):
        for path in (folder / name, spare_of(folder / name)):
            HURTS[harm](path)
    for name in ("knocks.json", "copy-owed.json", "drill.json"):
        HURTS[harm](folder / name) if (folder / name).exists() or harm != "one bit" else None
    desk, sentences = opened(folder)
    try:
        assert set(desk.forgotten) == {"window.json", "printers.json"}
        assert set(FORGOTTEN.values()) <= set(sentences)
        assert harm == "one bit" or copy_owed(None, "") in sentences
        renew_doorstep(desk.seat)
        assert LOST in {row.act for row in AccessLog(desk.seat).rows()} <= ACTS.keys()
        desk.care.look_after()
        assert entered(desk) == 2
    finally:
        desk.close()
    assert read_doorstep(folder).office == "xã Xuân Định"
    again, sentences = opened(folder)
    again.close()
    assert sentences == ()


@pytest.mark.parametrize("harm", OPENED)
def test_a_hurt_plan_is_carried_out_by_its_second_copy_and_stops_the_desk_without_one(folder: Path, harm: str) -> None:
    begin_exchange(folder)
    pristine = shutil.copytree(folder, folder.with_name("hai bản"))
    for each in (folder, pristine):
        HURTS[harm](each / "register.swap")
    desk, _ = opened(folder)
    assert entered(desk) == 2
    desk.close()
    assert (folder / "truoc-khoi-phuc_2026-11-20_093000" / "register.db").is_file()
    assert not any((folder / name).exists() for name in ("register.swap", "register.spare.swap")), "it is done"
    HURTS[harm](spare_of(pristine / "register.swap"))
    with pytest.raises(Trouble) as stopped:
        open_desk(pristine, WORLD, LOGIN)
    assert stopped.value.code == "swap-plan-damaged"
    assert (pristine / "khoi-phuc" / "register.db").is_file()
    assert (pristine / "register.db").is_file()


def test_a_drill_is_noted_for_the_day_it_was_held_or_not_at_all(folder: Path) -> None:
    note_drill(folder, date(2026, 11, 18))
    path = folder / "drill.json"
    raw, desk = path.read_bytes(), open_desk(folder, WORLD, LOGIN)
    try:
        for harm, hurt in every_harm(raw, Random(4)):
            path.write_bytes(hurt)
            take_note(desk.seat)
            with desk.seat.reading() as reading:
                assert reading.office.get("last-drill") in (None, '"2026-11-18"'), harm
    finally:
        desk.close()


# ---- a copy


def test_the_rescue_sheet_opens_a_copy_whose_keyring_was_hurt(folder: Path) -> None:
    copy, code = copies_in(folder / "backups")[0].path, recovery_code(os.urandom)
    path, ring = copy / "keyring.json", Keyring(copy, os.urandom)
    assert spare_of(path).read_bytes() == path.read_bytes(), "a copy brings both"
    ring.renew_recovery(code, KEYS[folder])
    raw = path.read_bytes()
    for harm, hurt in every_harm(raw, Random(5)):
        path.write_bytes(hurt)
        assert ring.unwrap_recovery(code) == KEYS[folder], harm
    spare_of(path).write_bytes(raw[:-40])
    with pytest.raises(RegisterTrouble, match="keyring-damaged"):
        ring.unwrap_recovery(code)
    seen = look_at_copy(folder, WORLD, copy, Key(LOGIN.user, LOGIN.password), lambda done, total: None)
    assert seen.copy.registrations == 1, "this PC's keyring opens it all the same"


def test_a_bit_of_a_copied_register_is_named_and_the_register_in_use_stays(folder: Path) -> None:
    copy, key = copies_in(folder / "backups")[0].path, Key(LOGIN.user, LOGIN.password)
    path, chance = copy / "register.db", Random(6)
    raw = path.read_bytes()
    for _ in range(REGISTERS):
        hurt = bytearray(raw)
        at = chance.randrange(len(raw))
        hurt[at] ^= 1 << chance.randrange(8)
        path.write_bytes(hurt)
        with pytest.raises(Trouble) as refused:
            look_at_copy(folder, WORLD, copy, key, lambda done, total: None)
        assert refused.value.code == "backup-damaged", at
        assert path.read_bytes() == hurt
    path.write_bytes(raw)
    assert look_at_copy(folder, WORLD, copy, key, lambda done, total: None).ours


def test_the_moment_of_a_copy_that_failed_is_told_as_it_was(folder: Path) -> None:
    lay_out(folder, "copy-owed.json")
    assert owing.owed(folder) == owing.Owed(datetime(2026, 11, 20, 9, 30, tzinfo=UTC), "disk-full", True)
