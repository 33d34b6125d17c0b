"""Looking at a copy and taking it back, whatever became of the register in use: whole, damaged, gone, or another's."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from cheap_passwords import CHEAP, cheapen
from hand_clock import Clock

from desk_app.db.keyring import Keyring
from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, World, look_at_copy, new_password, open_desk, set_up, take_back
from desk_app.services.desk import Desk
from desk_app.services.doorplate import renew_doorstep
from desk_app.services.privacy_knocks import forget_knocks, read_knocks
from desk_app.services.setup import Wished
from desk_app.services.taking_back import Ground, Inside, Key, copies_at_hand, open_each, places, put_aside
from desk_app.services.trouble import Trouble

LOGIN = Login("clerk", "demo")
KEY = Key("clerk", "demo")
UNIT = "26461"


def still(done: int, total: int) -> None:
    """Nobody asks to stop."""


def birth(desk: Desk, name: str) -> None:
    desk.register.enter(
        BirthDraft(child_name=name, born="09/11/2026", sex="nữ", mother_name="Lê Thị Hoa", registered_on="20/11/2026")
    )


def names(folder: Path, world: World, login: Login = LOGIN) -> list[str]:
    """The newest first."""
    desk = open_desk(folder, world, login)
    try:
        with desk.seat.reading() as reading:
            return [kept.registration.principals()[0].text for kept in reading.registrations.newest(9)]
    finally:
        desk.close()


def everything(folder: Path) -> dict[str, bytes]:
    """Every file, but the one that says who has the register."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "register.lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def add_lan(desk: Desk) -> None:
    cheap = Keyring(desk.seat.folder, secrets.token_bytes, CHEAP)
    replace(desk.people, keyring=cheap).add("lan", "clerk", "lan")


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(Trouble) as refused:
        act()
    return refused.value.code


@dataclass(frozen=True)
class Place:
    """A desk that is closed, with a copy of one registration beside it and a second one entered since."""

    folder: Path
    copy: Path
    world: World
    code: str

    def look(self, key: Key = KEY, copy: Path | None = None) -> object:
        return look_at_copy(self.folder, self.world, copy or self.copy, key, still)


@pytest.fixture
def place(desk: Desk, desk_folder: Path, world: World) -> Place:
    code = secrets.token_hex(8)
    desk.care.keyring.renew_recovery(code, desk.people.data_key)
    birth(desk, "Nguyễn Trần Minh Anh")
    copied = desk.care.look_after().copied
    assert copied is not None
    birth(desk, "Lê Gia Hân")
    renew_doorstep(desk.seat)
    desk.close()
    return Place(desk_folder, copied.path, world, code)


# ---- looking


def test_looking_tells_both_sides_and_what_would_be_missing_and_changes_no_byte(place: Place) -> None:
    before = everything(place.folder)
    seen = look_at_copy(place.folder, place.world, place.copy, KEY, still)
    assert everything(place.folder) == before
    assert seen.ours is not None
    assert (seen.copy.registrations, seen.ours.registrations, seen.trouble) == (1, 2, "")
    assert (seen.copy.last_day, seen.copy.last_number, seen.copy.last_letter) == (date(2026, 11, 20), "01/2026", "")
    assert seen.copy.made_at is not None
    assert dict(seen.missing)["registered"] == 1


def test_saves_that_only_the_log_of_a_killed_program_holds_are_looked_at_too(place: Place, tmp_path: Path) -> None:
    desk = open_desk(place.folder, place.world, LOGIN)
    birth(desk, "Vũ Khánh Linh")
    cut = Path(shutil.copytree(place.folder, tmp_path / "cúp điện", ignore=shutil.ignore_patterns("*-shm")))
    desk.close()
    assert (cut / "register.db-wal").stat().st_size > 0, "as a kill leaves it"
    before = everything(cut)
    seen = look_at_copy(cut, place.world, place.copy, KEY, still)
    assert seen.ours is not None
    assert seen.ours.registrations == 3
    assert everything(cut) == before
    aside = take_back(cut, place.world, place.copy, KEY, still).aside
    assert aside is not None
    assert take_back(cut, place.world, aside, KEY, still).registrations == 3
    assert names(cut, place.world)[0] == "Vũ Khánh Linh", "what lay in the log came back with the file"


def test_a_copy_that_cannot_be_written_to_is_read_all_the_same(place: Place, tmp_path: Path) -> None:
    """A stick locked against writing: nothing can come into being beside the file."""
    stick = tmp_path / "usb"
    shutil.copytree(place.copy, stick / place.copy.name)
    trap = stick / place.copy.name / "register.db-shm"
    trap.mkdir()
    assert look_at_copy(place.folder, place.world, trap.parent, KEY, still).copy.registrations == 1


def test_a_damaged_register_in_use_is_named_and_the_copy_counted(place: Place) -> None:
    for code, spoil in DAMAGE.items():
        spoil(place.folder / "register.db")
        seen = look_at_copy(place.folder, place.world, place.copy, KEY, still)
        assert (seen.ours, seen.trouble, seen.copy.registrations) == (None, code, 1)


# ---- taking back


@pytest.mark.parametrize("spoil", ["page", "first", "cut", "gone"])
def test_whatever_became_of_the_register_the_copy_is_in_use_afterwards(place: Place, spoil: str) -> None:
    SPOILS[spoil](place.folder / "register.db")
    left = everything(place.folder).get("register.db")
    done = take_back(place.folder, place.world, place.copy, KEY, still)
    assert (done.registrations, done.epoch) == (1, 2)
    assert names(place.folder, place.world) == ["Nguyễn Trần Minh Anh"]
    if left is None:
        assert done.aside is None
    else:
        assert done.aside is not None
        assert (done.aside / "register.db").read_bytes() == left, "damaged as it is, it lies aside whole"


def test_the_register_put_aside_can_be_taken_back_itself_and_no_epoch_comes_twice(place: Place) -> None:
    first = take_back(place.folder, place.world, place.copy, KEY, still)
    assert first.aside is not None
    second = take_back(place.folder, place.world, place.copy, KEY, still)
    assert {lying.path for lying in put_aside(place.folder)} == {first.aside, second.aside}
    assert first.aside != second.aside
    seen = look_at_copy(place.folder, place.world, first.aside, KEY, still)
    assert (seen.trouble, dict(seen.missing)) == ("other-branch", {"restored": 1})
    third = take_back(place.folder, place.world, first.aside / "register.db", KEY, still)
    assert (first.epoch, second.epoch, third.epoch) == (2, 3, 4)
    assert names(place.folder, place.world)[0] == "Lê Gia Hân"


def test_on_a_new_machine_rescue_sheet_and_copy_are_enough_and_everybody_gets_in_again(
    place: Place, tmp_path: Path
) -> None:
    desk = open_desk(place.folder, place.world, LOGIN)
    add_lan(desk)
    copied = desk.care.backup(tmp_path / "usb").path
    desk.close()
    fresh, key = tmp_path / "máy mới", Key("clerk", "demo", place.code)
    seen = look_at_copy(fresh, place.world, copied, key, still)
    assert (seen.ours, seen.trouble) == (None, "register-missing")
    assert not fresh.exists(), "looking makes no folder"
    done = take_back(fresh, place.world, copied, key, still)
    assert (done.registrations, done.aside) == (2, None)
    assert not list(fresh.glob("*khoi-phuc*"))
    cheapen(fresh, "clerk", "demo")
    desk = open_desk(fresh, place.world, LOGIN)
    again = replace(desk.people, keyring=Keyring(fresh, secrets.token_bytes, CHEAP))
    assert refusal(lambda: again.add("lan", "leader", "lan")) == "user-known"
    again.add("lan", "clerk", "lan")
    assert refusal(lambda: again.add("lan", "clerk", "lan")) == "user-exists"
    desk.close()
    assert names(fresh, place.world, Login("lan", "lan"))
    ring = Keyring(fresh, secrets.token_bytes)
    ring.keep_users({"clerk"})
    new_password(fresh, place.world, Login("lan", "của lan"), place.code)
    assert ring.users() == ("clerk", "lan"), "the sheet lets her in as well"


def test_taken_back_by_the_rescue_sheet_everybody_keeps_their_password_and_the_newer_sheet_its_force(
    place: Place,
) -> None:
    desk = open_desk(place.folder, place.world, LOGIN)
    newer = secrets.token_hex(8)
    desk.care.keyring.renew_recovery(newer, desk.people.data_key)
    add_lan(desk)
    desk.close()
    done = take_back(place.folder, place.world, place.copy, Key("clerk", "khác", newer), still)
    assert done.registrations == 1
    ring = Keyring(place.folder, secrets.token_bytes)
    assert ring.unwrap_recovery(newer) == ring.unwrap("clerk", "khác")
    assert ring.users() == ("clerk",), "the copy does not know lan, whose wrap would keep her from being added again"
    assert refusal(lambda: ring_opens(place.folder, place.code, place.world)) == "wrong-recovery-code"


def test_a_password_taken_away_since_the_copy_was_made_does_not_come_back(place: Place) -> None:
    desk = open_desk(place.folder, place.world, LOGIN)
    add_lan(desk)
    birth(desk, "Vũ Khánh Linh")
    copied = desk.care.look_after().copied
    assert copied is not None
    desk.care.keyring.keep_users({"clerk"})
    desk.close()
    assert refusal(lambda: take_back(place.folder, place.world, copied.path, Key("lan", "lan"), still)) == (
        "wrong-password"
    )
    take_back(place.folder, place.world, copied.path, KEY, still)
    assert Keyring(place.folder, secrets.token_bytes).users() == ("clerk",)


def test_stopped_between_any_two_steps_nothing_has_changed(place: Place) -> None:
    before, steps = everything(place.folder), []
    stop_at = 0

    def step(done: int, total: int) -> None:
        steps.append(done)
        if done == stop_at:
            raise InterruptedError

    while stop_at < 4:
        with pytest.raises(InterruptedError):
            take_back(place.folder, place.world, place.copy, KEY, step)
        assert everything(place.folder) == before, stop_at
        stop_at += 1
    assert take_back(place.folder, place.world, place.copy, KEY, step).registrations == 1
    assert max(steps) == 3, "once the exchange began nobody is asked any more"


# ---- refused


def test_the_copy_of_another_register_is_named_and_refused_in_place(place: Place, tmp_path: Path, clock: Clock) -> None:
    other, world = tmp_path / "xã khác", place.world
    made = set_up(other, world, LOGIN, Wished(UNIT))
    cheapen(other, "clerk", "demo")
    desk = open_desk(other, world, LOGIN)
    birth(desk, "Hoàng Văn Nam")
    foreign = desk.care.backup(tmp_path / "usb").path
    desk.close()
    before = everything(place.folder)
    for key in (KEY, Key("clerk", "demo", made.recovery_code)):
        assert refusal(lambda key=key: place.look(key, foreign)) == "copy-of-another"
        assert refusal(lambda key=key: take_back(place.folder, world, foreign, key, still)) == "copy-of-another"
    for name in ("keyring.json", "keyring.spare.json"):
        (foreign / name).unlink()
    assert refusal(lambda: take_back(place.folder, world, foreign, KEY, still)) == "backup-damaged"
    assert everything(place.folder) == before


def test_what_is_wrong_with_copy_or_key_is_told_by_name_and_nothing_moves(place: Place, tmp_path: Path) -> None:
    cut = Path(shutil.copytree(place.copy, tmp_path / "usb" / place.copy.name))
    os.truncate(cut / "register.db", 3 * 4096 + 17)
    rotten = Path(shutil.copytree(place.copy, tmp_path / "usb 2" / place.copy.name))
    flip(rotten / "register.db", 20)
    before = everything(place.folder)
    tries = {
        "wrong-password": (place.copy, Key("clerk", "sai")),
        "wrong-recovery-code": (place.copy, Key("clerk", "mới", "0000-1111")),
        "unknown-in-copy": (place.copy, Key("tổ trưởng", "mới", place.code)),
        "password-empty": (place.copy, Key("clerk", "", place.code)),
        "backup-missing": (tmp_path, KEY),
    }
    for code, (copy, key) in tries.items():
        assert refusal(lambda copy=copy, key=key: take_back(place.folder, place.world, copy, key, still)) == code
    for copy in (cut, rotten):
        assert refusal(lambda copy=copy: place.look(KEY, copy)) == "backup-damaged"
        assert refusal(lambda copy=copy: take_back(place.folder, place.world, copy, KEY, still)) == "backup-damaged"
    for name in ("keyring.json", "keyring.spare.json"):
        (place.folder / name).unlink()
        del before[name]
    assert refusal(lambda: take_back(place.folder, place.world, place.copy, KEY, still)) == "recovery-needed"
    assert {"clerk"} == {knock.user for knock in read_knocks(place.folder, "")}
    forget_knocks(place.folder)
    assert everything(place.folder) == before


def test_while_somebody_has_the_register_open_the_holder_is_named(place: Place) -> None:
    desk = open_desk(place.folder, place.world, LOGIN)
    for act in (place.look, lambda: take_back(place.folder, place.world, place.copy, KEY, still)):
        with pytest.raises(Trouble) as refused:
            act()
        assert (refused.value.code, refused.value.details["holder"]) == ("register-locked", "clerk")
    birth(desk, "Vũ Khánh Linh")
    desk.close()


# ---- listing


def test_copies_are_found_without_a_key_also_in_the_second_place_and_opened_with_one(
    place: Place, tmp_path: Path
) -> None:
    stick = tmp_path / "usb  hai dấu cách"
    stick.mkdir()
    desk = open_desk(place.folder, place.world, LOGIN)
    desk.care.choose_second_place(stick)
    birth(desk, "Vũ Khánh Linh")
    assert desk.care.look_after().second == "done"
    renew_doorstep(desk.seat)
    desk.close()
    (stick / "SAO-LUU_2026-11-20_093001.part").mkdir()
    flip(place.copy / "register.db", 20_000)
    (place.folder / "register.db").unlink()
    assert places(place.folder) == (place.folder / "backups", stick)
    copies = copies_at_hand(place.folder, also=[stick])
    assert [copy.registrations for copy in copies] == [3, 3, 1]
    opened = list(open_each(Ground(place.folder, place.world.now, place.world.random), KEY, copies))
    assert [one.inside.registrations if one.inside else one.trouble for one in opened][:2] == [3, 3]
    assert isinstance(opened[0].inside, Inside)


def flip(path: Path, offset: int) -> None:
    raw = bytearray(path.read_bytes())
    raw[offset] ^= 1
    path.write_bytes(raw)


def ring_opens(folder: Path, code: str, world: World) -> None:
    """The sheet that was in force before."""
    take_back(folder, world, folder / "backups" / "none", Key("clerk", "mới", code), still)


DAMAGE: dict[str, Callable[[Path], None]] = {
    "register-damaged": lambda path: flip(path, 40_000),
    "register-missing": lambda path: path.unlink(),
}
SPOILS: dict[str, Callable[[Path], None]] = {
    "page": lambda path: flip(path, 40_000),
    "first": lambda path: flip(path, 100),
    "cut": lambda path: os.truncate(path, 5000),
    "gone": lambda path: path.unlink(),
}
