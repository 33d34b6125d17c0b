"""An older file in the register's place is owned up to; a set-up that is cut off leaves nothing half made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desk_app.db.journal import Entry
from desk_app.db.register import Register, Work
from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, World, open_desk, set_up
from desk_app.services.desk import Desk
from desk_app.services.setup import Wished
from desk_app.services.trouble import Trouble

LOGIN = Login("clerk", "demo")
UNIT = "26461"
BIRTH = BirthDraft(
    child_name="Lê An", born="09/11/2026", sex="nữ", mother_name="Lê Thị Hoa", registered_on="20/11/2026"
)


def kinds(desk: Desk) -> list[str]:
    with desk.seat.reading() as reading:
        return [fact.kind for fact in reading.journal.facts()]


def put_older_back(folder: Path, world: World) -> None:
    """One registration is entered, then the file from before it is copied over by hand."""
    shutil.copy(folder / "register.db", folder.parent / "old.db")
    desk = open_desk(folder, world, LOGIN)
    desk.register.enter(BIRTH)
    desk.close()
    shutil.copy(folder.parent / "old.db", folder / "register.db")


def test_a_file_put_back_by_hand_begins_a_new_epoch_with_its_first_line(desk_folder: Path, world: World) -> None:
    put_older_back(desk_folder, world)
    desk = open_desk(desk_folder, world, LOGIN)
    assert (desk.restored, kinds(desk)[-1]) == (2, "restored")
    desk.close()


def test_it_owns_up_once_and_works_on(desk_folder: Path, world: World) -> None:
    put_older_back(desk_folder, world)
    open_desk(desk_folder, world, LOGIN).close()
    desk = open_desk(desk_folder, world, LOGIN)
    assert desk.restored == 0
    assert kinds(desk).count("restored") == 1
    desk.close()


def test_somebody_who_may_not_come_in_does_not_wipe_the_witness_away(desk_folder: Path, world: World) -> None:
    put_older_back(desk_folder, world)
    desk = open_desk(desk_folder, world, LOGIN)
    desk.people.add("lan", "clerk", "lan")
    desk.close()
    with pytest.raises(Trouble):
        open_desk(desk_folder, world, Login("stranger", "lan"))
    shutil.copy(desk_folder.parent / "old.db", desk_folder / "register.db")
    with pytest.raises(Trouble) as unknown:
        open_desk(desk_folder, world, Login("lan", "lan"))
    assert unknown.value.code == "unknown-user"
    desk = open_desk(desk_folder, world, LOGIN)
    assert desk.restored == 2
    desk.close()


def test_a_set_up_in_a_folder_whose_register_was_moved_away_keeps_the_old_wraps(
    desk_folder: Path, world: World, tmp_path: Path
) -> None:
    shutil.move(desk_folder / "register.db", tmp_path / "moved.db")
    set_up(desk_folder, world, Login("other", "secret"), Wished(UNIT))
    shutil.move(tmp_path / "moved.db", desk_folder / "register.db")
    shutil.move(desk_folder / "keyring-1.json", desk_folder / "keyring.json")
    desk = open_desk(desk_folder, world, LOGIN)
    assert desk.restored == 0
    desk.close()


def test_a_register_appears_with_its_user_and_keys_or_not_at_all(tmp_path: Path, desk: Desk) -> None:
    key = bytes(range(32))

    def cut_off(work: Work) -> None:
        work.journal.append(Entry("local", desk.seat.today(), "00" * 16, 1, {}, None, b"{}"))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Register.create(tmp_path / "new", key, desk.seat.register.identity, desk.seat.random, cut_off)
    assert not (tmp_path / "new" / "register.db").exists()
    register = Register.create(tmp_path / "new", key, desk.seat.register.identity, desk.seat.random)
    assert register.check() == 0
    register.close()


def test_a_set_up_over_a_file_or_a_lock_that_is_none_is_refused_by_name(tmp_path: Path, world: World) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "desk" / "register.lock").mkdir(parents=True)
    for folder, code in ((tmp_path / "file", "folder-unwritable"), (tmp_path / "desk", "register-unreadable")):
        with pytest.raises(Trouble) as refused:
            set_up(folder, world, LOGIN, Wished(UNIT))
        assert refused.value.code == code


def test_a_page_that_rotted_is_told_as_damage_even_while_the_register_closes(desk_folder: Path, world: World) -> None:
    raw = bytearray((desk_folder / "register.db").read_bytes())
    for page in range(2, len(raw) // 4096):
        raw[page * 4096 + 100] ^= 1
    (desk_folder / "register.db").write_bytes(raw)
    with pytest.raises(Trouble) as rotten:
        open_desk(desk_folder, world, LOGIN)
    assert rotten.value.code == "register-damaged"
