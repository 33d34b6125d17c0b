"""Taking an older copy back: looked at first, put in place whole, the other one kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from hand_clock import Clock

from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, World, open_desk
from desk_app.services.desk import Desk
from desk_app.services.restoring import Asked, Ground, put_in_place
from desk_app.services.trouble import Trouble

LOGIN = Login("clerk", "demo")


def birth(desk: Desk, name: str) -> None:
    desk.register.enter(
        BirthDraft(child_name=name, born="09/11/2026", sex="nữ", mother_name="Lê Thị Hoa", registered_on="20/11/2026")
    )


@pytest.fixture
def copy(desk: Desk) -> Path:
    """A copy with one registration in it; a second one was entered since."""
    birth(desk, "Nguyễn Trần Minh Anh")
    copied = desk.care.look_after().copied
    assert copied is not None
    birth(desk, "Lê Gia Hân")
    return copied.path


def test_before_it_is_taken_back_the_copy_tells_what_would_be_missing(desk: Desk, copy: Path) -> None:
    compared = desk.care.compare(copy)
    assert (compared.registrations, compared.letters, compared.last_letter) == (1, 0, None)
    assert compared.ours
    assert compared.missing["registered"] == 1


def test_a_damaged_copy_is_told_and_not_counted(desk: Desk, copy: Path) -> None:
    raw = bytearray((copy / "register.db").read_bytes())
    raw[len(raw) // 2] ^= 1
    (copy / "register.db").write_bytes(raw)
    with pytest.raises(Trouble) as told:
        desk.care.compare(copy)
    assert told.value.code == "backup-damaged"


def test_the_copy_takes_the_place_and_everybody_keeps_their_password(
    desk: Desk, copy: Path, desk_folder: Path, world: World, clock: Clock
) -> None:
    desk.people.add("lan", "clerk", "mật khẩu của lan")
    desk.close()
    back, aside = put_in_place(
        Ground(desk_folder, world.now, world.random), Asked(copy, desk_folder, LOGIN.user, LOGIN.password)
    )
    assert (back.registrations, back.epoch) == (1, 2)
    assert sorted(path.name for path in aside.iterdir()) == [
        "keyring.json",
        "keyring.spare.json",
        "register.db",
        "register.marker",
    ]
    assert not list(desk_folder.glob("khoi-phuc*")), "nothing is left of the way there"
    again = open_desk(desk_folder, world, LOGIN)
    assert again.restored == 0, "the restored line stands already; the marker agrees"
    with again.seat.reading() as reading:
        assert [kept.registration.principals()[0].text for kept in reading.registrations.newest(9)] == [
            "Nguyễn Trần Minh Anh"
        ]
    again.close()


def test_the_register_put_aside_can_be_taken_into_use_again(
    desk: Desk, copy: Path, desk_folder: Path, world: World
) -> None:
    desk.close()
    _, aside = put_in_place(
        Ground(desk_folder, world.now, world.random), Asked(copy, desk_folder, LOGIN.user, LOGIN.password)
    )
    older = open_desk(aside, world, LOGIN)
    with older.seat.reading() as reading:
        assert len(reading.registrations.newest(9)) == 2
    older.close()


def test_while_the_window_has_the_register_open_nothing_is_moved(
    desk: Desk, copy: Path, desk_folder: Path, world: World
) -> None:
    with pytest.raises(Trouble) as refused:
        put_in_place(Ground(desk_folder, world.now, world.random), Asked(copy, desk_folder, LOGIN.user, LOGIN.password))
    assert refused.value.code == "register-locked"
    assert not list(desk_folder.glob("*khoi-phuc*"))
    birth(desk, "Vũ Khánh Linh")


def test_a_wrong_password_leaves_everything_where_it_was(
    desk: Desk, copy: Path, desk_folder: Path, world: World
) -> None:
    desk.close()
    before = sorted(path.name for path in desk_folder.iterdir())
    with pytest.raises(Trouble) as refused:
        put_in_place(Ground(desk_folder, world.now, world.random), Asked(copy, desk_folder, LOGIN.user, "sai"))
    assert refused.value.code == "wrong-password"
    assert sorted(path.name for path in desk_folder.iterdir()) == before
