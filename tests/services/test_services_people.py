"""How the desk names and greets its users."""

from __future__ import annotations

import secrets
from dataclasses import replace

import pytest
from cheap_passwords import CHEAP

from desk_app.db.keyring import Keyring
from desk_app.db.trouble import RegisterTrouble
from desk_app.domain.drafts import BirthDraft
from desk_app.services.desk import Desk
from desk_app.services.doorplate import renew_doorstep
from desk_app.services.people import Called, given_name, shown
from desk_app.services.trouble import Mistake, Trouble


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Nguyễn Thu Hằng", "Hằng"),
        ("H'Hen Niê", "H'Hen"),
        ("H’Lim Êban", "H’Lim"),
        ("Y Moan Ênuôl", "Y Moan"),
        ("H Nhi Ayŭn", "H Nhi"),
        ("Hà", "Hà"),
        ("Y", "Y"),
        ("", ""),
    ],
)
def test_one_is_called_by_the_given_name_wherever_it_stands(name: str, given: str) -> None:
    assert given_name(name) == given


def test_a_user_nobody_described_is_named_by_the_login_and_the_role(desk: Desk) -> None:
    me = desk.people.me()
    assert (me.name, me.greeting, me.full) == ("clerk", "clerk", "clerk, người quản trị")


def test_a_shown_name_with_address_and_title_is_kept_in_the_register(desk: Desk) -> None:
    desk.people.call("clerk", Called(" Nguyễn  Thu Hằng", "chị", "cán bộ một cửa"))
    me = desk.people.me()
    assert (me.login, me.name, me.greeting) == ("clerk", "Nguyễn Thu Hằng", "chị Hằng")
    assert me.full == "Nguyễn Thu Hằng, cán bộ một cửa"
    assert shown(desk.seat) == me
    assert desk.people.shown() == (me,)


def test_what_cannot_be_a_name_or_an_address_is_refused_and_changes_nothing(desk: Desk) -> None:
    for login, wished, code in (
        ("clerk", Called("x" * 61), "person-too-long"),
        ("clerk", Called(title="x" * 61), "person-too-long"),
        ("clerk", Called(address="bạn"), "unknown-address"),
        ("lán", Called("Lán"), "no-such-user"),
    ):
        with pytest.raises(Mistake) as refused:
            desk.people.call(login, wished)
        assert refused.value.code == code
    assert desk.people.me().name == "clerk"


def test_a_clerk_names_herself_and_nobody_else(desk: Desk) -> None:
    desk.people.add("Lâm", "clerk", "mật khẩu dài 1")
    lam = replace(desk.people, seat=replace(desk.seat, user="Lâm", role="clerk"))
    lam.call("Lâm", Called("Trịnh Văn Lâm", "anh", "tư pháp - hộ tịch"))
    assert lam.me().greeting == "anh Lâm"
    with pytest.raises(Trouble) as refused:
        lam.call("clerk", Called("Hằng"))
    assert refused.value.code == "not-allowed"


def test_a_role_is_given_and_the_last_administrator_stays_one(desk: Desk) -> None:
    cheap = replace(desk.people, keyring=Keyring(desk.seat.folder, secrets.token_bytes, CHEAP))
    cheap.add("Lâm", "clerk", "mật khẩu dài 1")
    cheap.give_role("Lâm", "administrator")
    cheap.give_role("clerk", "leader")
    assert {user.name: user.role for user in desk.people.all()} == {"Lâm": "administrator", "clerk": "leader"}
    for login, role, code in (
        ("Lâm", "clerk", "last-administrator"),
        ("ai", "clerk", "no-such-user"),
        ("Lâm", "vua", "unknown-role"),
    ):
        with pytest.raises(Mistake) as refused:
            desk.people.give_role(login, role)
        assert refused.value.code == code


def test_a_forgotten_password_is_given_anew_until_its_owner_chooses_one(desk: Desk) -> None:
    ring = Keyring(desk.seat.folder, secrets.token_bytes, CHEAP)
    cheap = replace(desk.people, keyring=ring)
    cheap.add("Lâm", "clerk", "mật khẩu dài 1")
    first = cheap.reset_password("Lâm")
    assert ring.unwrap("Lâm", first) == desk.people.data_key
    with pytest.raises(RegisterTrouble, match="wrong-password"):
        ring.unwrap("Lâm", "mật khẩu dài 1")
    lam = replace(cheap, seat=replace(desk.seat, user="Lâm", role="clerk"))
    assert lam.wants_own_password()
    lam.change_password(first, "câu của riêng Lâm")
    assert not lam.wants_own_password()
    for act, who in ((cheap.reset_password, "clerk"), (lam.reset_password, "clerk"), (cheap.reset_password, "ai")):
        with pytest.raises(Trouble):
            act(who)


def test_drafts_are_taken_over_with_the_administrators_word_or_ones_own(desk: Desk) -> None:
    cheap = replace(desk.people, keyring=Keyring(desk.seat.folder, secrets.token_bytes, CHEAP))
    cheap.add("Lâm", "clerk", "mật khẩu dài 1")
    desk.drafts.keep(desk.drafts.begin(), BirthDraft(child_name="Vũ Khánh"))
    renew_doorstep(desk.seat)
    lam = replace(cheap, seat=replace(desk.seat, user="Lâm", role="clerk"))
    with pytest.raises(Trouble, match="not-allowed"):
        lam.take_drafts("clerk", "Lâm")
    assert cheap.take_drafts("clerk", "Lâm") == 1
    assert lam.take_drafts("Lâm", "clerk") == 1
    with pytest.raises(Mistake, match="no-such-user"):
        cheap.take_drafts("clerk", "ai")
