"""Every office that a released version left is opened by this program, and by the next, with all that it held."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from district.house import open_district
from district.paths import Folder
from district.store import engine, migrations
from district.store.engine import StoreTrouble
from district.store.sqlite_file import sqlite_is_sound
from district.upkeep import flaws
from tools.release_file.kept import differences, plain
from tools.release_file.seen_office import seen
from tools.release_file.stage import OFFICER, PASSWORD, Clock, office_world

RELEASED = Path(__file__).parent / "released"
VERSIONS = sorted(path.name for path in RELEASED.iterdir())
HERE = Path(migrations.__file__).parent
STEP = """
from alembic import op

revision = "{new}"
down_revision = "{old}"


def upgrade():
    op.execute("CREATE TABLE tomorrow (id INTEGER NOT NULL, words TEXT NOT NULL, PRIMARY KEY (id)) STRICT")
    op.execute("ALTER TABLE desks ADD COLUMN colour TEXT NOT NULL DEFAULT 'sen'")
    {more}
"""


class Office:
    """An office's folder as a version left it, with what was seen in it then."""

    def __init__(self, version: str, root: Path) -> None:
        told = json.loads((RELEASED / version / "seen.json").read_text(encoding="utf-8"))
        self.folder = Folder(Path(shutil.copytree(RELEASED / version / "data", root / "cấp trên")))
        self.then: dict[str, Any] = told["seen"]
        self.world = office_world(Clock(datetime.fromisoformat(told["keys"]["now"])))

    def changed(self) -> list[str]:
        """What is no longer seen as it was, after all chains were walked and the keys opened."""
        with closing(open_district(self.folder, None, self.world)) as opened:
            opened.sitting(opened.users.log_in(OFFICER, PASSWORD))
            assert flaws(opened) == ()
            return list(differences(self.then, plain(seen(opened))))

    def version(self, path: Path | None = None) -> str:
        with closing(sqlite3.connect(path or self.folder.office)) as held:
            return str(held.execute("SELECT version_num FROM alembic_version").fetchone()[0])


@pytest.fixture(params=VERSIONS)
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Office:
    return Office(request.param, tmp_path)


def next_program(folder: Path, monkeypatch: pytest.MonkeyPatch, more: str = "pass") -> str:
    """From here on the program is the next one; gives the version of its tables."""
    place = Path(shutil.copytree(HERE, folder / "migrations", ignore=shutil.ignore_patterns("__pycache__")))
    new, old = f"{int(migrations.NEWEST) + 1:04d}", migrations.NEWEST
    step = STEP.format(old=old, new=new, more=more)
    (place / "versions" / f"v{new}_tomorrow.py").write_text(step, encoding="utf-8")
    monkeypatch.setattr(engine, "MIGRATIONS", str(place))
    monkeypatch.setattr(migrations, "VERSIONS", (*migrations.VERSIONS, new))
    monkeypatch.setattr(migrations, "NEWEST", new)
    return new


def test_a_released_office_is_read_whole(office: Office) -> None:
    assert office.changed() == []
    assert office.version() == migrations.NEWEST


def test_the_next_version_takes_it_over_from_a_proved_copy_with_all_it_held(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = office.version()
    new = next_program(tmp_path, monkeypatch)
    assert office.changed() == []
    (copy,) = office.folder.root.glob("office-*.db")
    assert (office.version(), office.version(copy), sqlite_is_sound(copy)) == (new, left, True)
    assert office.changed() == []
    assert len(list(office.folder.root.glob("office-*.db"))) == 1


def test_a_step_that_fails_leaves_the_office_as_it_was_and_is_done_again(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = office.version()
    with monkeypatch.context() as broken:
        next_program(tmp_path / "một", broken, 'op.execute("SELECT * FROM nowhere")')
        with pytest.raises(StoreTrouble):
            open_district(office.folder, None, office.world)
        assert office.version() == left
    next_program(tmp_path / "hai", monkeypatch)
    assert office.changed() == []


def test_where_no_copy_can_be_made_nothing_is_upgraded(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = office.version()
    next_program(tmp_path, monkeypatch)
    (office.folder.root / f"office-{left}-2.db").mkdir()
    with pytest.raises(StoreTrouble, match="backup-failed"):
        open_district(office.folder, None, office.world)
    assert office.version() == left


def test_an_older_program_refuses_the_office_untouched(office: Office, tmp_path: Path) -> None:
    with closing(sqlite3.connect(office.folder.office)) as held, held:
        held.execute("UPDATE alembic_version SET version_num = '9999'")
    before = office.folder.office.read_bytes()
    with pytest.raises(StoreTrouble, match="store-too-new"):
        open_district(office.folder, None, office.world)
    assert office.folder.office.read_bytes() == before
