"""While the register in use tells who its administrators are, only they put a copy in its place, or the sheet."""

from __future__ import annotations

import os
import secrets
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from cheap_passwords import CHEAP

from common.words.privacy import ACTS
from common.words.troubles import sentence
from desk_app.db.engine import Tuning, connect
from desk_app.db.keyring import Keyring
from desk_app.domain.drafts import BirthDraft
from desk_app.house import Login, World, look_at_copy, new_password, open_desk, take_back
from desk_app.services.access_log import AccessLog
from desk_app.services.desk import Desk
from desk_app.services.taking_back import Key
from desk_app.services.trouble import Mistake, Trouble

ADMINISTRATOR, LAN = Key("clerk", "demo"), Key("lan", "mật khẩu của lan")
BIRTH = BirthDraft(
    child_name="Lê Gia Hân", born="09/11/2026", sex="nữ", mother_name="Lê Thị Hoa", registered_on="20/11/2026"
)


def still(done: int, total: int) -> None:
    """Nobody asks to stop."""


@dataclass(frozen=True)
class Place:
    folder: Path
    copy: Path
    world: World
    code: str

    def refusal(self, key: Key) -> Mistake | None:
        return look_at_copy(self.folder, self.world, self.copy, key, still).refusal

    def take(self, key: Key) -> None:
        take_back(self.folder, self.world, self.copy, key, still)

    def log(self) -> list[tuple[str, str]]:
        """What the log says of the restore: who, and which act."""
        desk = open_desk(self.folder, self.world, Login("clerk", "demo"))
        try:
            rows = AccessLog(desk.seat).rows()
            return [(row.user, row.act) for row in rows if row.act.startswith("restored")]
        finally:
            desk.close()


@pytest.fixture
def place(desk: Desk, desk_folder: Path, world: World) -> Place:
    """A copy that knows Lan, a clerk; one registration was entered since."""
    code = secrets.token_hex(8)
    desk.care.keyring.renew_recovery(code, desk.people.data_key)
    cheap = Keyring(desk_folder, secrets.token_bytes, CHEAP)
    replace(desk.people, keyring=cheap).add(LAN.user, "clerk", LAN.password)
    copied = desk.care.look_after().copied
    assert copied is not None
    desk.register.enter(BIRTH)
    desk.close()
    return Place(desk_folder, copied.path, world, code)


def test_a_clerk_may_look_and_is_told_whom_to_ask_and_nothing_moves(place: Place) -> None:
    why = place.refusal(LAN)
    assert why is not None
    assert (why.code, dict(why.details)) == ("take-back-not-yours", {"names": "clerk"})
    assert "clerk" in sentence(why.code, why.details)
    before = (place.folder / "register.db").read_bytes()
    with pytest.raises(Mistake, match="take-back-not-yours"):
        place.take(LAN)
    assert (place.folder / "register.db").read_bytes() == before
    assert not list(place.folder.glob("*khoi-phuc*"))


@pytest.mark.parametrize("who", ["administrator", "sheet"])
def test_an_administrator_and_whoever_holds_the_sheet_may_and_the_log_says_which(place: Place, who: str) -> None:
    key = ADMINISTRATOR if who == "administrator" else Key("lan", "mật khẩu mới", place.code)
    assert place.refusal(key) is None
    place.take(key)
    assert place.log() == [("clerk" if who == "administrator" else "lan", f"restored-by-{who}")]
    assert f"restored-by-{who}" in ACTS


@pytest.mark.parametrize("what", ["damaged", "missing"])
def test_where_the_register_is_damaged_or_gone_any_user_rescues_it_and_that_is_told(place: Place, what: str) -> None:
    register = place.folder / "register.db"
    register.write_bytes(b"") if what == "damaged" else register.unlink()
    assert place.refusal(LAN) is None
    place.take(LAN)
    assert place.log() == [("lan", "restored-rescue")]


def test_a_register_of_a_later_program_is_whole_and_only_the_sheet_replaces_it(place: Place) -> None:
    key = Keyring(place.folder, os.urandom).unwrap("clerk", "demo")
    with closing(connect(place.folder / "register.db", key, Tuning())) as raw:
        raw.execute("PRAGMA user_version = 99")
    for one in (LAN, ADMINISTRATOR):
        why = place.refusal(one)
        assert why is not None
        assert why.code == "take-back-by-sheet"
    assert place.refusal(Key("clerk", "demo", place.code)) is None


def test_what_was_refused_on_the_way_stands_in_the_log(place: Place) -> None:
    wrong = (Key("lan", "sai"), Key("lan", "mật khẩu mới", "0000-0000"))
    for key in wrong:
        with pytest.raises(Trouble):
            place.refusal(key)
        with pytest.raises(Trouble):
            place.take(key)
    with pytest.raises(Trouble):
        new_password(place.folder, place.world, Login("ai đó", "mật khẩu dài"), "0000-0000")
    desk = open_desk(place.folder, place.world, Login("clerk", "demo"))
    rows = [(row.user, row.act) for row in AccessLog(desk.seat).rows() if row.act.endswith("refused")]
    desk.close()
    refused = [("lan", "log-in-refused")] * 2 + [("lan", "sheet-refused")] * 2 + [("", "sheet-refused")]
    assert sorted(rows) == sorted(refused)
