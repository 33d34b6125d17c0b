"""Keys on disk open with the right password only; the public face gets no more of them than it needs."""

import json
import unicodedata

import pytest
from pretend_desk import CHEAP, PretendDesk, counting_random, enrol

from district.cli.pages import public_pages
from district.keyring import Cost, Keyring, KeyringTrouble, is_password, password_record
from district.office_keys import OfficeSecrets
from district.trouble import Trouble
from district.users import MAY, ROLES, Member, Newcomer, NotLetIn
from district.web.faces import OfficeFace, PublicKeys
from exchange.token import desk_key


@pytest.fixture
def ring():
    random = counting_random("ring")
    made, data_key = Keyring.make(b"the secrets", "office", random)
    return made.with_user(data_key, "lan", ("bí mật", CHEAP), random)


def test_a_keyring_opens_with_its_password_in_whatever_way_the_marks_were_typed(ring):
    for typed in ("bí mật", unicodedata.normalize("NFD", "bí mật")):
        assert ring.secrets(ring.data_key("lan", typed)) == b"the secrets"


@pytest.mark.parametrize(
    ("user", "password", "code"), [("lan", "bi mat", "wrong-password"), ("ai", "bí mật", "no-keys-for-user")]
)
def test_a_keyring_stays_closed_for_everybody_else(ring, user, password, code):
    with pytest.raises(KeyringTrouble, match=code):
        ring.data_key(user, password)


def test_a_wrap_is_bound_to_its_user_and_its_office(ring):
    moved = json.loads(ring.to_bytes())
    del moved["check"]
    moved["wraps"]["ai"] = moved["wraps"]["lan"]
    with pytest.raises(KeyringTrouble, match="wrong-password"):
        Keyring.from_bytes(json.dumps(moved).encode()).data_key("ai", "bí mật")
    moved["office"] = "elsewhere"
    with pytest.raises(KeyringTrouble, match="wrong-password"):
        Keyring.from_bytes(json.dumps(moved).encode()).data_key("lan", "bí mật")


def test_the_keyring_file_reads_back_and_a_changed_one_is_damaged(ring):
    assert Keyring.from_bytes(ring.to_bytes()) == ring
    for raw in (b"", b"{}", b"[]", ring.to_bytes()[:-9], ring.to_bytes().replace(b"keys/1", b"keys/9")):
        with pytest.raises(KeyringTrouble, match="keys-damaged"):
            Keyring.from_bytes(raw)


@pytest.mark.parametrize("cost", [(2**20, 3, 4), (64, 11, 1), (8, 1, 4), (64, 1, 99), (64, 0, 1)])
def test_a_cost_beyond_the_cap_is_refused_before_any_work(cost):
    with pytest.raises(KeyringTrouble, match="keys-too-costly"):
        Cost(*cost)


def test_a_password_record_recognises_its_password_and_a_broken_record_nothing():
    record = password_record("demo", CHEAP)
    assert is_password("demo", record)
    assert not is_password("Demo", record)
    assert not is_password("demo", "no record")


def test_secrets_read_back_and_token_keys_differ_by_desk_and_generation():
    secrets = OfficeSecrets.make(counting_random("secrets"))
    assert OfficeSecrets.from_bytes(secrets.to_bytes()) == secrets
    assert secrets.token_key(1, 1) == desk_key(secrets.token_master, 1, 1)
    assert len({secrets.token_key(1, 1), secrets.token_key(2, 1), secrets.token_key(1, 2)}) == 3
    assert "token_master" not in repr(secrets)


def test_the_public_files_hold_no_private_key_and_no_desk_whose_words_nobody_compared(district, desk, officer):
    enrol(district, PretendDesk("held"), officer, hold=True)
    raw = district.folder.public_keys.read_bytes()
    keys = PublicKeys.from_bytes(raw)
    assert set(keys.desks) == {desk.number}
    assert keys.token_keys(desk.number) == (bytes.fromhex(desk.token_key),)
    assert keys.receiving(desk.number) == desk.keys.public.receive
    secrets = officer.open_secrets()
    for private in (secrets.token_master, secrets.keys.signing, secrets.keys.receiving):
        assert private.hex().encode() not in raw
    face = OfficeFace.from_bytes(district.folder.public_face.read_bytes())
    assert face.name == "Ủy ban nhân dân thành phố Hà Nội"
    assert face.desk(desk.number).name == "Ủy ban nhân dân phường Hoàn Kiếm"


def test_codes_of_a_revoked_desk_keep_working_for_the_families_who_hold_them(district, desk, officer):
    district.enrolling(officer).revoke(desk.number)
    district.refresh_public(officer.open_secrets())
    assert PublicKeys.from_bytes(district.folder.public_keys.read_bytes()).token_keys(desk.number)


def test_the_public_pages_take_up_a_desk_that_came_after_they_were_opened(district, officer, monkeypatch):
    monkeypatch.setattr("district.cli.pages.LOOK_SECONDS", 0)
    pages = public_pages(district.folder, district.world)
    before = pages._fresh()
    assert pages._fresh() is before
    enrol(district, PretendDesk("late"), officer)
    assert pages._fresh() is not before
    after = pages._fresh()
    for copy in ("public-keys.json", "public-keys.spare.json"):
        (district.folder.root / copy).write_bytes(b"half copied")
    assert pages._fresh() is after


def test_public_pages_without_their_files_are_named(tmp_path, district):
    for copy in ("public-face.json", "public-face.spare.json"):
        (district.folder.root / copy).unlink()
    with pytest.raises(Trouble, match="no-public-files"):
        public_pages(district.folder, district.world)


def test_only_administrators_add_users_and_only_key_holders_hold_keys(district, officer):
    district.users.add(Newcomer("thu", "leader", "xem"), (officer, "demo"), CHEAP)
    leader = district.users.log_in("thu", "xem")
    assert leader == Member("thu", "leader", None)
    with pytest.raises(NotLetIn, match="role-not-allowed"):
        leader.open_secrets()
    assert [role for role in ROLES if Member("x", role, None).may("user")] == ["administrator"]
    assert not Member("x", "administrator", None).may("something else")
    assert all(set(roles) <= set(ROLES) for roles in MAY.values())


def test_an_officer_who_was_added_opens_the_same_keys(district, officer):
    district.users.add(Newcomer("lan", "officer", "khóa"), (officer, "demo"), CHEAP)
    assert district.users.log_in("lan", "khóa").secrets == officer.secrets
    assert district.users.recognises("lan", "khóa").role == "officer"
    assert district.users.recognises("lan", "sai") is None
    assert district.users.recognises("nobody", "demo") is None
