import json
import os

import pytest

from desk_app.db.keyring import STANDARD, Cost, Keyring, recovery_code
from desk_app.db.trouble import RegisterTrouble

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
DATA_KEY = bytes(range(32))


@pytest.fixture
def ring(tmp_path):
    """A keyring with one user and the recovery code it was made with."""
    ring = Keyring(tmp_path, os.urandom, CHEAP)
    code = recovery_code(os.urandom)
    ring.found(bytes(32), DATA_KEY, code)
    ring.add_user("Hoà", "mật khẩu của tôi", DATA_KEY)
    return ring, code


def code_of(act, *given):
    with pytest.raises(RegisterTrouble) as raised:
        act(*given)
    return raised.value.code


def edit(ring, change):
    """Doctor both files so that they look whole."""
    told = json.loads((ring.folder / "keyring.json").read_bytes())
    told.pop("check", None)
    change(told)
    for path in both(ring):
        path.write_text(json.dumps(told), encoding="utf-8")


def both(ring):
    return (ring.folder / "keyring.json", ring.folder / "keyring.spare.json")


def test_the_right_password_gives_the_data_key(ring):
    assert ring[0].unwrap("Hoà", "mật khẩu của tôi") == DATA_KEY


def test_a_password_typed_in_decomposed_letters_is_the_same(ring):
    assert ring[0].unwrap("Hoa\u0300", "mâ\u0323t khâ\u0309u cu\u0309a tôi") == DATA_KEY


@pytest.mark.parametrize(
    ("user", "password"), [("Hoà", ""), ("Hoà", "Mật khẩu của tôi"), ("ai đó", "mật khẩu của tôi")]
)
def test_a_wrong_password_or_user_is_named_the_same(ring, user, password):
    assert code_of(ring[0].unwrap, user, password) == "wrong-password"


def test_every_user_has_a_password_of_their_own_and_may_change_it(ring):
    ring = ring[0]
    ring.add_user("lead", "two", DATA_KEY)
    ring.change_password("lead", "two", "three")
    assert ring.unwrap("lead", "three") == ring.unwrap("Hoà", "mật khẩu của tôi") == DATA_KEY
    assert code_of(ring.unwrap, "lead", "two") == "wrong-password"
    assert code_of(ring.change_password, "lead", "two", "x") == "wrong-password"
    assert code_of(ring.add_user, "lead", "x", DATA_KEY) == "user-exists"
    assert ring.users() == ("Hoà", "lead")


def test_the_printed_code_opens_as_printed_or_as_read_aloud(ring):
    ring, code = ring
    assert len(code) == 39
    assert ring.unwrap_recovery(code) == DATA_KEY
    assert ring.unwrap_recovery(code.lower().replace("-", " ").replace("0", "o").replace("1", "l")) == DATA_KEY
    assert code_of(ring.unwrap_recovery, recovery_code(os.urandom)) == "wrong-recovery-code"


def test_recovery_codes_carry_all_their_bits():
    assert recovery_code(lambda n: bytes(n)) == "-".join(["0000"] * 8)
    assert recovery_code(lambda n: b"\xff" * n) == "-".join(["ZZZZ"] * 8)


def test_what_leaves_the_pc_opens_only_with_the_printed_code(ring, tmp_path):
    ring, code = ring
    away = tmp_path / "stick"
    away.mkdir()
    ring.copy_for_backup(away)
    copy = Keyring(away, os.urandom)
    assert copy.unwrap_recovery(code) == DATA_KEY
    assert copy.users() == ()
    assert code_of(copy.unwrap, "Hoà", "mật khẩu của tôi") == "wrong-password"


def test_a_wrap_moved_to_another_user_register_or_generation_does_not_open(ring):
    ring = ring[0]
    edit(ring, lambda told: told["users"].update(other=told["users"]["Hoà"]))
    assert code_of(ring.unwrap, "other", "mật khẩu của tôi") == "wrong-password"
    edit(ring, lambda told: told.update(generation=2))
    assert code_of(ring.unwrap, "Hoà", "mật khẩu của tôi") == "wrong-password"
    edit(ring, lambda told: told.update(generation=1, register="11" * 32))
    assert code_of(ring.unwrap, "Hoà", "mật khẩu của tôi") == "wrong-password"


@pytest.mark.parametrize(
    "cost", [{"memory_kib": 1 << 30}, {"passes": 10**6}, {"lanes": 16}, {"memory_kib": "x"}, {"a": 1}]
)
def test_a_doctored_cost_is_damage_and_not_an_hour_of_waiting(ring, cost):
    ring = ring[0]
    edit(ring, lambda told: told["users"]["Hoà"]["cost"].update(cost))
    assert code_of(ring.unwrap, "Hoà", "mật khẩu của tôi") == "keyring-damaged"


def test_a_doctored_salt_is_damage(ring):
    edit(ring[0], lambda told: told["users"]["Hoà"].update(salt="00"))
    assert code_of(ring[0].unwrap, "Hoà", "mật khẩu của tôi") == "keyring-damaged"


@pytest.mark.parametrize("raw", [b"", b"{}", b"[]", b"\xff", b'{"format":"motcua-keyring/1"}'])
def test_a_broken_keyring_is_named(ring, raw):
    ring = ring[0]
    for path in both(ring):
        path.write_bytes(raw)
    assert code_of(ring.unwrap, "Hoà", "x") == "keyring-damaged"


def test_a_missing_keyring_is_named_and_an_old_one_never_overwritten(ring, tmp_path):
    ring, code = ring
    assert code_of(ring.found, bytes(32), DATA_KEY, code) == "keyring-exists"
    assert code_of(Keyring(tmp_path / "nowhere", os.urandom).unwrap, "a", "b") == "keyring-missing"


def test_the_file_shows_neither_key_nor_password(ring):
    raw = (ring[0].folder / "keyring.json").read_bytes()
    assert DATA_KEY.hex().encode() not in raw
    assert "mật khẩu".encode() not in raw


def test_a_password_costs_what_rfc_9106_asks_unless_told_otherwise():
    assert (STANDARD.memory_kib, STANDARD.passes, STANDARD.lanes) == (65536, 3, 4)
    assert Keyring.__dataclass_fields__["cost"].default is STANDARD


def test_another_recovery_code_takes_the_place_of_the_one_before(ring, tmp_path):
    ring, old = ring
    copy = tmp_path / "sao lưu"
    copy.mkdir()
    ring.copy_for_backup(copy)
    new = recovery_code(os.urandom)
    ring.renew_recovery(new, ring.unwrap("Hoà", "mật khẩu của tôi"))
    assert ring.unwrap_recovery(new.lower().replace("-", " ")) == DATA_KEY
    assert code_of(ring.unwrap_recovery, old) == "wrong-recovery-code"
    assert ring.unwrap("Hoà", "mật khẩu của tôi") == DATA_KEY
    assert Keyring(copy, os.urandom, CHEAP).unwrap_recovery(old) == DATA_KEY
    assert code_of(Keyring(copy, os.urandom, CHEAP).unwrap_recovery, new) == "wrong-recovery-code"


def test_a_keyring_that_cannot_be_read_is_opened_by_its_second_copy_and_stands_again(ring):
    ring, code = ring
    main, spare = both(ring)
    whole = main.read_bytes()
    for hurt in (b"", whole[:100], whole.replace(b"sealed", b"sea1ed"), b"[" * 100_000, b" " * (2 << 20)):
        main.write_bytes(hurt)
        assert ring.unwrap("Hoà", "mật khẩu của tôi") == DATA_KEY
        assert ring.mend(), "the person is told"
        assert main.read_bytes() == spare.read_bytes() == whole
    laid_aside = {path.read_bytes() for path in ring.folder.glob("keyring-*.json")}
    assert len(laid_aside) == 5, "a damaged file is kept"
    main.unlink()
    assert ring.unwrap_recovery(code) == DATA_KEY
    assert ring.mend()
    assert not ring.mend(), "told once"


def test_a_bit_turned_over_inside_a_wrap_is_damage_and_not_a_wrong_password(ring):
    ring = ring[0]
    main, spare = both(ring)
    spare.unlink()
    raw = bytearray(main.read_bytes())
    raw[raw.index(b'"sealed": "') + 15] ^= 1
    main.write_bytes(raw)
    assert code_of(ring.unwrap, "Hoà", "mật khẩu của tôi") == "keyring-damaged"


def test_the_second_copy_follows_the_first(ring):
    ring = ring[0]
    main, spare = both(ring)
    for left in (b"", b"{}", spare.read_bytes()[:-9]):
        spare.write_bytes(left)
        assert not ring.mend(), "nothing that a person must know"
        assert spare.read_bytes() == main.read_bytes()
    old = spare.read_bytes()
    ring.change_password("Hoà", "mật khẩu của tôi", "mật khẩu mới")
    spare.write_bytes(old)  # the plug was pulled between the two
    assert code_of(ring.unwrap, "Hoà", "mật khẩu của tôi") == "wrong-password"
    ring.mend()
    assert spare.read_bytes() == main.read_bytes()
