"""Taking a person out: the register goes on under another key, and nothing of the old one opens it."""

from __future__ import annotations

import os
import secrets
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from cheap_passwords import CHEAP
from evidence_kit import photo

from desk_app import house
from desk_app.db.keyring import Keyring, recovery_code
from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, World, look_at_copy, new_password, open_desk, remove_user, take_back
from desk_app.services import restoring
from desk_app.services.care import Care
from desk_app.services.copies import copies_in
from desk_app.services.desk import Desk
from desk_app.services.doorplate import renew_doorstep
from desk_app.services.doorstep import read_doorstep
from desk_app.services.leaving import Leaving, owners_of, read_former
from desk_app.services.removing import ASIDE, UNDER_WAY, Prepared
from desk_app.services.rescue import read_rescue
from desk_app.services.taking_back import Key
from desk_app.services.trouble import Trouble

LOGIN = Login("clerk", "demo")
LAN, HOA = Login("lan", "lan lan lan"), Login("hoa", "hoa hoa hoa")
BIRTH = BirthDraft(
    child_name="Lê Minh An", born="09/11/2026", sex="nữ", mother_name="Lê Thị Hoa", registered_on="20/11/2026"
)
ENDURE = os.environ.get("ENDURE") == "1"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (house, restoring):
        monkeypatch.setattr(module, "Keyring", partial(Keyring, cost=CHEAP))


@pytest.fixture
def office(desk_folder: Path, world: World) -> Path:
    """Three people, a registration that lan entered, a draft of hers, and a copy of it all; nobody has it open."""
    desk = open_desk(desk_folder, world, LOGIN)
    for login, role in ((LAN, "clerk"), (HOA, "leader")):
        desk.people.add(login.user, role, login.password)
    desk.close()
    desk = open_desk(desk_folder, world, LAN)
    desk.register.enter(BIRTH)
    desk.drafts.keep(desk.drafts.begin(), BirthDraft(child_name="Vũ Khánh"))
    renew_doorstep(desk.seat)
    desk.evidence.add(photo(desk_folder.parent / "a.jpg"), "Ghế chờ", date(2026, 11, 18))
    desk.care.look_after()
    desk.close()
    return desk_folder


def leaving(code: str = "") -> Leaving:
    return Leaving("lan", "chuyển công tác", code or recovery_code(secrets.token_bytes))


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(Trouble) as refused:
        act()
    return refused.value.code


def opened(folder: Path, world: World, login: Login) -> str:
    """ "" where this password opens the register in use, or why not."""
    try:
        open_desk(folder, world, login).close()
    except Trouble as trouble:
        return trouble.code
    return ""


def test_the_one_who_went_opens_nothing_and_everyone_else_gets_in(office: Path, world: World) -> None:
    old_ring, sheet = (office / "keyring.json").read_bytes(), recovery_code(secrets.token_bytes)
    removed = remove_user(office, world, LOGIN, leaving(sheet))
    assert (removed.login, set(removed.passwords), removed.copied) == ("lan", {"hoa"}, True)
    assert opened(office, world, LAN) == "wrong-password"
    assert opened(office, world, HOA) == "wrong-password"
    assert opened(office, world, Login("hoa", removed.passwords["hoa"])) == ""
    assert [one.login for one in read_doorstep(office).people] == ["clerk", "hoa"]
    new_password(office, world, Login("hoa", "câu mới của hoa"), sheet)
    assert opened(office, world, Login("hoa", "câu mới của hoa")) == ""
    # Even with the keyring that she may have carried home.
    for name in ("keyring.json", "keyring.spare.json"):
        (office / name).write_bytes(old_ring)
    assert opened(office, world, LAN) == "wrong-key"
    assert not any((office / name).exists() for name in (UNDER_WAY, ASIDE))


def test_what_she_entered_keeps_her_name_and_her_drafts_change_hands(office: Path, world: World) -> None:
    remove_user(office, world, LOGIN, Leaving("lan", " chuyển  công tác ", "0", proved=True, heir="hoa"))
    desk = open_desk(office, world, LOGIN)
    with desk.seat.reading() as reading:
        kept = reading.registrations.newest(1)[0]
        assert [one.who for one in reading.registrations.history(kept.id)] == ["lan"]
        assert set(owners_of(reading).values()) == {"hoa"}
        former = read_former(reading.office)["lan"]
        assert (former.role, former.by, former.reason) == ("clerk", "clerk", "chuyển công tác")
        assert read_rescue(reading.office).proved
    assert desk.care.check() > 0
    assert desk.evidence.read(1)[0].title == "Ghế chờ"
    assert refusal(lambda: desk.people.add("lan", "clerk", "mật khẩu mới")) == "user-was-here"
    desk.close()


def test_whoever_got_a_first_password_is_asked_for_one_of_their_own(office: Path, world: World) -> None:
    removed = remove_user(office, world, LOGIN, leaving())
    first = removed.passwords["hoa"]
    desk = open_desk(office, world, Login("hoa", first))
    assert desk.people.wants_own_password()
    desk.people.change_password(first, "câu của riêng hoa")
    assert not desk.people.wants_own_password()
    desk.close()


def test_nobody_is_taken_out_by_whom_or_in_a_way_that_would_lock_everyone_out(office: Path, world: World) -> None:
    before = (office / "keyring.json").read_bytes()
    for login, wanted, code in (
        (HOA, leaving(), "not-allowed"),
        (LOGIN, Leaving("clerk", "nghỉ", "0"), "not-oneself"),
        (LOGIN, Leaving("ai", "nghỉ", "0"), "no-such-user"),
        (LOGIN, Leaving("lan", "  ", "0"), "reason-empty"),
        (LOGIN, Leaving("lan", "nghỉ", "0", heir="lan"), "no-such-user"),
        (Login("clerk", "sai"), leaving(), "wrong-password"),
    ):
        assert refusal(partial(remove_user, office, world, login, wanted)) == code
        assert not (office / UNDER_WAY).exists()
    desk = open_desk(office, world, LOGIN)
    assert refusal(lambda: desk.people.give_role("clerk", "clerk")) == "last-administrator"
    assert refusal(partial(remove_user, office, world, LOGIN, leaving())) == "register-locked"
    desk.close()
    assert (office / "keyring.json").read_bytes() == before
    assert opened(office, world, LAN) == ""
    assert not (office / UNDER_WAY).exists()


def test_a_copy_from_before_opens_by_the_sheet_of_its_time_alone(office: Path, world: World) -> None:
    desk = open_desk(office, world, LOGIN)
    old_sheet = recovery_code(secrets.token_bytes)
    Keyring(office, secrets.token_bytes).renew_recovery(old_sheet, desk.people.data_key)
    copy = desk.care.backup(office / "usb").path
    desk.close()
    remove_user(office, world, LOGIN, leaving())
    desk = open_desk(office, world, LOGIN)
    assert refusal(partial(desk.care.compare, copy)) == "copy-before-new-key"
    desk.close()
    newest = next(one.path for one in copies_in(office / "backups") if Keyring(one.path, bytes).generation() == 2)
    still = lambda done, total: None  # noqa: E731
    assert refusal(partial(take_back, office, world, copy, Key("clerk", "demo"), still)) == "copy-before-new-key"
    assert take_back(office, world, newest, Key("clerk", "demo"), still).registrations == 1
    assert opened(office, world, LAN) == "wrong-password"
    assert look_at_copy(office, world, copy, Key("clerk", "câu mới", old_sheet), still).trouble == "copy-before-new-key"
    take_back(office, world, copy, Key("clerk", "câu mới", old_sheet), still)
    assert opened(office, world, Login("clerk", "câu mới")) == ""
    new_password(office, world, Login("hoa", "câu của hoa"), old_sheet)
    assert opened(office, world, Login("hoa", "câu của hoa")) == ""
    assert opened(office, world, LAN) == "wrong-password"


def test_a_line_written_meanwhile_keeps_everything_as_it_is(
    office: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = house.exchange

    def late(folder: Path, user: str, data_key: bytes, prepared: Prepared) -> None:
        desk = open_desk(folder, world, HOA)
        desk.register.enter(replace(BIRTH, child_name="Lê Minh Châu"))
        desk.close()
        real(folder, user, data_key, prepared)

    monkeypatch.setattr(house, "exchange", late)
    assert refusal(partial(remove_user, office, world, LOGIN, leaving())) == "register-changed-meanwhile"
    assert opened(office, world, LAN) == ""


def test_first_passwords_are_told_even_where_no_copy_can_be_made(
    office: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Care) -> None:
        raise Trouble("disk-full", {"file": "sao lưu"})

    monkeypatch.setattr(Care, "look_after", full)
    removed = remove_user(office, world, LOGIN, leaving())
    assert (set(removed.passwords), removed.copied) == ({"hoa"}, False)
    assert opened(office, world, Login("hoa", removed.passwords["hoa"])) == ""


def struck(folder: Path, world: World, at: int) -> bool:
    """Remove lan in a process that is killed at its `at`-th change of a name in the folder; whether it was."""
    child = os.fork()
    if child == 0:
        left = [at]

        def count(event: str, values: tuple[object, ...]) -> None:
            if event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir"):
                left[0] -= 1
                if left[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        try:
            remove_user(folder, world, LOGIN, leaving())
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def stands(folder: Path, world: World) -> str:
    """Whether all is old or all is new, the register whole."""
    desk: Desk = open_desk(folder, world, LOGIN)
    names = {user.name for user in desk.people.all()}
    assert desk.care.check() > 0
    assert desk.restored == 0
    desk.close()
    assert not any((folder / name).exists() for name in (UNDER_WAY, ASIDE))
    lan = opened(folder, world, LAN)
    assert (names, lan) in (({"clerk", "hoa", "lan"}, ""), ({"clerk", "hoa"}, "wrong-password"))
    return "old" if lan == "" else "new"


@pytest.mark.parametrize("at", range(1, 50) if ENDURE else (14, 24))
def test_a_kill_leaves_all_old_or_all_new(office: Path, world: World, at: int) -> None:
    was_struck = struck(office, world, at)
    stood = stands(office, world)
    assert was_struck or stood == "new"
