"""Every register that a released version left is opened by this program, and by the next, with all that it held."""

from __future__ import annotations

import os
import re
import shutil
import sys
from contextlib import closing
from pathlib import Path

import pytest
from released_folder import OFFICES, REGISTERS, TESTS, VERSIONS, Released
from tomorrow import steps_of_tomorrow

from common.words.troubles import SENTENCES
from desk_app.db import migrate, rows
from desk_app.db.backup import look_into
from desk_app.db.engine import Tuning, connect, first_look
from desk_app.db.keyring import Keyring
from desk_app.services.restoring import Asked, Ground, put_in_place
from desk_app.services.trouble import Trouble
from district.house import open_district
from district.paths import Folder
from tools.release_file import __main__ as tool
from tools.release_file.kept import differences
from tools.release_file.stage import ADMINISTRATOR, OFFICER, PASSWORD, desk_world, office_world


@pytest.fixture(params=VERSIONS)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Released:
    return Released(request.param, tmp_path)


@pytest.fixture
def tomorrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on the program is the next one."""
    monkeypatch.setattr(migrate, "SCRIPTS", str(steps_of_tomorrow(tmp_path)))
    monkeypatch.setattr(rows, "SCHEMA", rows.SCHEMA + 1)


def test_a_released_register_is_read_whole(released: Released) -> None:
    before = released.pages()
    assert released.changed() == []
    assert released.schema() == rows.SCHEMA
    assert released.pages() == before, "an archived page is never written a second time"


@pytest.mark.usefixtures("tomorrow")
def test_the_next_version_takes_it_over_from_a_verified_copy_with_all_it_held(released: Released) -> None:
    left, before = released.schema(), look_into(released.folder / "register.db", released.key)
    assert released.changed() == []
    assert released.schema() == rows.SCHEMA
    (copy,) = released.upgrade_copies()
    kept = look_into(copy, released.key)
    assert (first_look(copy, released.key), kept.counts, kept.digest) == (left, before.counts, before.digest)
    shutil.copyfile(copy, released.folder / "register.db")
    # The file that went on had noted who looked; without its marker the copy is met as on its first day.
    (released.folder / "register.marker").unlink()
    assert released.changed() == []


def test_everybody_and_the_rescue_sheet_still_open_it(released: Released) -> None:
    for user in released.keys["users"]:
        with closing(released.open(user)) as desk:
            assert desk.people.me().login == user
    assert Keyring(released.folder, os.urandom).unwrap_recovery(released.keys["rescue"]) == released.key


def test_the_month_after_goes_on_where_the_old_program_stopped(released: Released, tmp_path: Path) -> None:
    office = Path(shutil.copytree(OFFICES / released.version / "data", tmp_path / "cấp trên"))
    with (
        closing(released.open()) as desk,
        closing(open_district(Folder(office), None, office_world(released.clock))) as district,
    ):
        sitting = district.sitting(district.users.log_in(OFFICER, PASSWORD))
        assert sitting.receive(next(office.glob("*.mctt")).read_bytes()).verdict == "accepted"
        (bundle,) = desk.month.close(tmp_path / "usb", "2024-06")
        assert bundle.basis == released.then["acknowledged"]
        decision = sitting.receive(bundle.path.read_bytes())
        assert (decision.verdict, decision.set_aside) == ("accepted", 0)


@pytest.mark.usefixtures("tomorrow")
def test_a_copy_that_the_old_program_made_is_taken_back(released: Released) -> None:
    copy = next((released.folder / "backups").glob("SAO-LUU*"))
    asked = Asked(copy, released.folder, ADMINISTRATOR, PASSWORD)
    world = desk_world(released.clock)
    back, _ = put_in_place(Ground(released.folder, world.now, world.random), asked)
    assert back.registrations == 1
    with closing(released.open()) as desk:
        assert desk.care.check() > back.position
    assert released.schema() == rows.SCHEMA


def test_a_program_older_than_the_file_refuses_it_untouched(released: Released) -> None:
    released.open().close()
    connection = connect(released.folder / "register.db", released.key, Tuning())
    connection.execute(f"PRAGMA user_version = {rows.SCHEMA + 1}")
    connection.close()
    before = released.files()
    with pytest.raises(Trouble) as refused:
        released.open()
    assert (refused.value.code, released.files()) == ("register-newer", before)
    assert SENTENCES[refused.value.code]


# ---- what is kept


def released_versions() -> list[str]:
    """The versions that the list of changes calls released: all but the one in work."""
    changes = (TESTS.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    heads = re.findall(r"^## (\S+)(.*)$", changes, re.MULTILINE)
    assert heads
    return [version for version, rest in heads if "đang làm" not in rest]


@pytest.mark.parametrize("place", [REGISTERS, OFFICES], ids=["desk", "office"])
def test_every_released_version_left_its_folder(place: Path) -> None:
    kept = {path.name for path in place.iterdir()}
    assert set(released_versions()) <= kept
    assert all((place / name / "seen.json").is_file() for name in kept)


def test_what_was_kept_once_is_never_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["release_file"])
    monkeypatch.setattr(tool, "version", lambda: VERSIONS[-1])
    before = {path: path.stat().st_mtime_ns for path in REGISTERS.rglob("*")}
    assert tool.main() == 1
    assert {path: path.stat().st_mtime_ns for path in REGISTERS.rglob("*")} == before


def test_a_difference_is_seen_wherever_it_is() -> None:
    then = {"letters": {"1": {"ink": "0a0b", "covers": [1]}}, "drafts": {"a": {"line": "x"}}}
    assert list(differences(then, {**then, "more": 1})) == []
    assert list(differences(then, {**then, "letters": {"1": {"ink": "0c0b", "covers": [1]}}})) == []
    for now in (
        {**then, "letters": {"1": {"ink": "200b", "covers": [1]}}},
        {**then, "letters": {"1": {"ink": "0a0b", "covers": [1, 2]}}},
        {**then, "letters": {}},
        {**then, "drafts": {"a": {}}},
    ):
        assert len(list(differences(then, now))) == 1
