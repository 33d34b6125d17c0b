"""Copies that are made by themselves: whole or absent, named by what is in them, few enough to keep."""

from __future__ import annotations

import shutil
import string
from collections.abc import Callable
from pathlib import Path

import pytest
from hand_clock import Clock

from desk_app.db.backup import look_into
from desk_app.domain.drafts import BirthDraft
from desk_app.services.at_opening import told_at_opening
from desk_app.services.copies import FOLDER, copies_in
from desk_app.services.desk import Desk
from desk_app.services.trouble import Mistake, Trouble

Enter = Callable[[str], None]


@pytest.fixture
def enter(desk: Desk) -> Enter:
    """One birth, by the child's name."""

    def birth(name: str) -> None:
        draft = BirthDraft(
            child_name=name, born="09/11/2026", sex="nữ", mother_name="Lê Thị Hoa", registered_on="20/11/2026"
        )
        desk.register.enter(draft)

    return birth


def test_after_work_a_copy_lies_beside_the_register_and_tells_date_and_counts(desk: Desk, enter: Enter) -> None:
    enter("Nguyễn Trần Minh Anh")
    enter("Lê Gia Hân")
    copied = desk.care.look_after().copied
    assert copied is not None
    (copy,) = copies_in(desk.seat.folder / FOLDER)
    assert (copy.path, copy.registrations, copy.letters) == (copied.path, 2, 0)
    assert copy.made_at.date() == desk.seat.today()


def test_without_a_new_line_no_second_copy_is_made(desk: Desk, enter: Enter, clock: Clock) -> None:
    enter("Nguyễn Trần Minh Anh")
    desk.care.look_after()
    clock.forward(days=1)
    assert desk.care.look_after().copied is None
    enter("Lê Gia Hân")
    assert desk.care.look_after().copied is not None
    assert len(copies_in(desk.seat.folder / FOLDER)) == 2


def test_no_password_opens_what_lies_in_the_second_place(desk: Desk, enter: Enter, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    desk.care.choose_second_place(stick)
    enter("Nguyễn Trần Minh Anh")
    assert desk.care.look_after().second == "done"
    (copy,) = copies_in(stick)
    assert '"users": {}' in (copy.path / "keyring.json").read_text(encoding="utf-8")


def test_a_second_place_that_is_away_is_named_and_no_folder_is_made_in_its_stead(
    desk: Desk, enter: Enter, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    desk.care.choose_second_place(stick)
    stick.rmdir()
    enter("Nguyễn Trần Minh Anh")
    looked = desk.care.look_after()
    assert looked.copied is not None
    assert looked.second == "folder-gone"
    assert not stick.exists()
    assert told_at_opening(desk) == (), "a stick that went home is told of after a week"


def test_a_second_place_that_refuses_its_copy_is_told_at_the_next_start_until_it_has_one(
    desk: Desk, enter: Enter, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    desk.care.choose_second_place(stick)
    enter("Nguyễn Trần Minh Anh")
    wall = stick / f"SAO-LUU_{desk.seat.now():%Y-%m-%d_%H%M%S}.part"
    wall.write_bytes(b"not a folder")
    looked = desk.care.look_after()
    assert looked.copied is not None
    assert looked.second == "folder-unwritable"
    (told,) = told_at_opening(desk)
    assert "nơi thứ hai chưa chép xong" in told
    assert "thư mục usb" in told
    wall.unlink()
    assert desk.care.look_after().second == "done"
    assert told_at_opening(desk) == ()


def test_the_data_folder_itself_is_no_second_place(desk: Desk) -> None:
    with pytest.raises(Mistake) as refused:
        desk.care.choose_second_place(desk.seat.folder / "khác")
    assert refused.value.code == "own-folder"


def test_a_month_of_daily_copies_leaves_two_weeks_and_a_month_end(desk: Desk, enter: Enter, clock: Clock) -> None:
    for letter in string.ascii_uppercase:
        enter(f"Nguyễn Trần Minh {letter}nh")
        desk.care.look_after()
        clock.forward(days=1)
    copies = copies_in(desk.seat.folder / FOLDER)
    assert len(copies) == 15, "fourteen days, and the last of November"
    assert copies[-1].made_at.month == 11


def test_what_was_left_half_written_goes_with_the_next_copy(desk: Desk, enter: Enter) -> None:
    left = desk.seat.folder / FOLDER / "SAO-LUU_2026-11-19_163000.part"
    left.mkdir(parents=True)
    (left / "register.db").write_bytes(b"half")
    assert copies_in(desk.seat.folder / FOLDER) == ()
    enter("Nguyễn Trần Minh Anh")
    desk.care.look_after()
    assert not left.exists()
    assert len(copies_in(desk.seat.folder / FOLDER)) == 1


def test_a_copy_that_cannot_be_written_leaves_nothing_and_says_so(desk: Desk, enter: Enter, tmp_path: Path) -> None:
    enter("Nguyễn Trần Minh Anh")
    wall = tmp_path / "tệp"
    wall.write_bytes(b"not a folder")
    with pytest.raises(Trouble) as told:
        desk.care.backup(wall)
    assert told.value.code == "folder-unwritable"
    assert desk.care.look_after().copied is not None, "the next place is tried as if nothing had been"


def test_a_copy_opens_under_the_key_of_its_register_alone(desk: Desk, enter: Enter, tmp_path: Path) -> None:
    enter("Nguyễn Trần Minh Anh")
    copied = desk.care.backup(tmp_path / "usb")
    facts = look_into(copied.path / "register.db", desk.people.data_key)
    assert facts.counts["registrations"] == 1
    shutil.rmtree(copied.path)
    assert copies_in(tmp_path / "usb") == ()
