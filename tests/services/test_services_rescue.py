"""The rescue sheet in force, and another one in its place only once the paper was proved."""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path

import pytest
from cheap_passwords import cheapen

from desk_app.db.keyring import Keyring
from desk_app.db.trouble import RegisterTrouble
from desk_app.house import Login, World, open_desk, set_up
from desk_app.services.desk import Desk
from desk_app.services.rescue import Rescue, SheetInForce
from desk_app.services.setup import UNPROVED, Wished
from desk_app.services.trouble import Trouble

UNIT = "26461"
TODAY = date(2026, 11, 20)


def rescue_of(desk: Desk) -> Rescue:
    return Rescue(desk.seat, desk.care.keyring)


def opens(desk: Desk, code: str) -> bool:
    try:
        Keyring(desk.seat.folder, secrets.token_bytes).unwrap_recovery(code)
    except RegisterTrouble:
        return False
    return True


def test_a_sheet_that_nobody_proved_is_remembered_until_it_is(tmp_path: Path, world: World) -> None:
    login = Login("Hằng", "đò trăng mít sáo")
    made = set_up(tmp_path / "quầy", world, login, Wished(UNIT, sheet=UNPROVED))
    cheapen(tmp_path / "quầy", login.user, login.password)
    desk = open_desk(tmp_path / "quầy", world, login)
    assert rescue_of(desk).in_force() == SheetInForce(TODAY, proved=False)
    rescue_of(desk).proved()
    assert rescue_of(desk).in_force() == SheetInForce(TODAY, proved=True)
    assert opens(desk, made.recovery_code)
    desk.close()


def test_a_new_sheet_needs_the_password_and_voids_the_old_one_only_when_proved(tmp_path: Path, world: World) -> None:
    login = Login("Hằng", "đò trăng mít sáo")
    old = set_up(tmp_path / "quầy", world, login, Wished(UNIT)).recovery_code
    cheapen(tmp_path / "quầy", login.user, login.password)
    desk = open_desk(tmp_path / "quầy", world, login)
    rescue = rescue_of(desk)
    with pytest.raises(Trouble) as refused:
        rescue.new_code("một mật khẩu khác")
    assert refused.value.code == "wrong-password"
    new = rescue.new_code(login.password)
    assert opens(desk, old)
    assert not opens(desk, new)
    rescue.replace(login.password, new)
    assert opens(desk, new)
    assert not opens(desk, old)
    desk.close()
    open_desk(tmp_path / "quầy", world, login).close()


def test_only_the_administrator_makes_another_sheet(desk: Desk, desk_folder: Path, world: World) -> None:
    assert rescue_of(desk).may_renew()
    desk.people.add("Thảo", "clerk", "mật khẩu dài 1")
    desk.close()
    cheapen(desk_folder, "Thảo", "mật khẩu dài 1")
    other = open_desk(desk_folder, world, Login("Thảo", "mật khẩu dài 1"))
    assert not rescue_of(other).may_renew()
    with pytest.raises(Trouble) as refused:
        rescue_of(other).new_code("mật khẩu dài 1")
    assert refused.value.code == "not-allowed"
    other.close()


def test_names_that_the_office_chose_stand_in_place_of_the_table(tmp_path: Path, world: World) -> None:
    wished = Wished(UNIT, "Phạm Quốc Thịnh", name="xã Xuân Định mới", place="Xuân Định", officer="Lê Văn Nam")
    folder = tmp_path / "quầy"
    set_up(folder, world, Login("Hằng", "đò trăng mít sáo"), wished)
    cheapen(folder, "Hằng", "đò trăng mít sáo")
    desk = open_desk(folder, world, Login("Hằng", "đò trăng mít sáo"))
    assert rescue_of(desk).unit() == "xã Xuân Định mới"
    assert desk.settings.all().officer == "Lê Văn Nam"
    assert desk.settings.all().officer_title == "công chức tư pháp - hộ tịch"
    desk.close()
