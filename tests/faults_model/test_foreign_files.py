"""What does not belong there, in the place of the register or of what lies beside it: named with a sentence, never an
empty register instead, and every byte left as it was found."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from fault_desk import LOGIN, WORLD
from lost_acts import DESK, WISHED

from common.words.troubles import SENTENCES
from desk_app.db.engine import Tuning, connect
from desk_app.db.keyring import Keyring
from desk_app.house import open_desk, set_up
from desk_app.services.trouble import Trouble

PAGE = 4096
ROUNDS = 1_000 if os.environ.get("ENDURE") else 4
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb0043")
Change = Callable[[Path], None]


@pytest.fixture(scope="session")
def another(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register of another commune, under the same login."""
    folder = tmp_path_factory.mktemp("another") / DESK
    set_up(folder, WORLD, LOGIN, WISHED)
    return folder


@pytest.fixture
def folder(lost_copy: Callable[[], Path]) -> Path:
    return lost_copy() / DESK


def everything(folder: Path) -> dict[str, bytes | str]:
    """All that lies in the folder, but the lock, which names who came last."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        if path.name != "register.lock":
            what = os.readlink(path) if path.is_symlink() else path.read_bytes() if path.is_file() else "folder"
            found[str(path.relative_to(folder))] = what
    return found


def trouble_of(folder: Path) -> str:
    """What opening says, or the check of a register that opened; empty where neither found anything."""
    try:
        desk = open_desk(folder, WORLD, LOGIN)
        try:
            desk.care.check()
        finally:
            desk.close()
    except Trouble as trouble:
        return trouble.code
    return ""


def named(folder: Path, codes: set[str]) -> None:
    """Opening names what is wrong, twice the same, and changes nothing."""
    before = everything(folder)
    first = trouble_of(folder)
    assert first in codes & SENTENCES.keys(), first or "nothing noticed"
    assert everything(folder) == before, "what was found there was changed"
    assert trouble_of(folder) == first


def put(raw: bytes) -> Change:
    return lambda path: void(path.unlink(), path.write_bytes(raw))


def void(*done: object) -> None:
    """Several acts in one expression."""


def plain_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE sổ (tên TEXT)")


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def link_to_nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("đâu đó.db"))


INSTEAD: dict[str, tuple[Change, set[str]]] = {
    "empty": (put(b""), {"register-damaged"}),
    "one byte": (put(b"S"), {"register-damaged"}),
    "zeros": (put(bytes(20 * PAGE)), {"register-damaged"}),
    "a picture": (put(JPEG * 600), {"register-damaged"}),
    "noise in whole pages": (put(Random(7).randbytes(30 * PAGE)), {"register-damaged"}),
    "a plain database": (plain_database, {"register-foreign"}),
    "a folder": (folder_instead, {"register-unreadable", "register-missing"}),
    "a link to nowhere": (link_to_nowhere, {"register-missing"}),
    "nothing": (Path.unlink, {"register-missing"}),
}


@pytest.mark.parametrize("what", INSTEAD)
def test_something_else_in_the_place_of_the_register_is_named_and_left_alone(folder: Path, what: str) -> None:
    change, codes = INSTEAD[what]
    change(folder / "register.db")
    named(folder, codes)


def test_a_register_that_was_cut_is_named_wherever_it_was_cut(folder: Path) -> None:
    path, chance = folder / "register.db", Random(5)
    whole = path.read_bytes()
    borders = [PAGE * chance.randrange(1, len(whole) // PAGE) for _ in range(ROUNDS)]
    anywhere = [chance.randrange(len(whole)) for _ in range(ROUNDS)]
    for length in (PAGE, len(whole) - PAGE, *borders, *anywhere):
        path.write_bytes(whole[:length])
        before = everything(folder)
        assert trouble_of(folder) in ("register-damaged", "journal-broken"), f"cut at {length}"
        assert everything(folder) == before, f"cut at {length}: changed"


def test_the_register_of_another_commune_is_not_opened_with_these_keys(folder: Path, another: Path) -> None:
    shutil.copy(another / "register.db", folder / "register.db")
    named(folder, {"register-damaged", "wrong-key", "register-foreign"})


def test_the_keys_of_another_commune_do_not_open_this_register(folder: Path, another: Path) -> None:
    (folder / "keyring.spare.json").unlink()
    shutil.copy(another / "keyring.json", folder / "keyring.json")
    named(folder, {"wrong-key", "register-foreign"})


def test_the_register_of_another_commune_beside_our_log_is_left_as_it_is(folder: Path, another: Path) -> None:
    desk = open_desk(folder, WORLD, LOGIN)
    desk.settings.put("phone", "0200 3555 019")
    log = (folder / "register.db-wal").read_bytes()
    desk.close()
    shutil.copy(another / "register.db", folder / "register.db")
    (folder / "register.db-wal").write_bytes(log)
    named(folder, {"register-damaged"})


def test_the_log_of_another_register_beside_ours_is_named_and_not_played_into_it(folder: Path, another: Path) -> None:
    strange = another.with_name("with log")
    shutil.copytree(another, strange, dirs_exist_ok=True)
    desk = open_desk(strange, WORLD, LOGIN)
    desk.settings.put("phone", "0200 3555 019")
    shutil.copy(strange / "register.db-wal", folder / "register.db-wal")
    desk.close()
    named(folder, {"register-log-foreign"})
    (folder / "register.db-wal").unlink()
    assert trouble_of(folder) == "", "the register is as it was"


@pytest.mark.parametrize("pragma", ["user_version = 99", "application_id = 7"])
def test_a_register_of_a_later_program_and_a_foreign_one_are_named(folder: Path, pragma: str) -> None:
    key = Keyring(folder, os.urandom).unwrap(LOGIN.user, LOGIN.password)
    with closing(connect(folder / "register.db", key, Tuning())) as raw:
        raw.execute(f"PRAGMA {pragma}")
    named(folder, {"register-newer"} if "user" in pragma else {"register-foreign"})


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"[" * 200_000, b"null", b'{"last": 7}', b" " * (3 << 20)])
def test_small_files_beside_the_register_may_say_anything(folder: Path, raw: bytes) -> None:
    for name in ("window.json", "printers.json", "doorstep.json", "register.marker", "keyring.json"):
        (folder / name).write_bytes(raw)
    assert trouble_of(folder) == "", "the second copy of the keys opens it"
    for name in ("keyring.json", "keyring.spare.json"):
        (folder / name).write_bytes(raw)
    named(folder, {"keyring-damaged"})
