"""The importing process is killed at any moment: nothing half is held, and importing again ends where it should."""

import os
import subprocess
import sys

import pytest
from pretend_desk import Clock, PretendDesk, enrol, new_district

from district.house import World, open_district
from district.paths import Folder
from district.upkeep import flaws

BUNDLES = 12
LINES = 60
# Says each bundle's verdict only when `receive` has returned, so what was said must be on disk.
PROGRAM = """
import sys, os
from datetime import UTC, datetime
from pathlib import Path
from district.house import World, open_district
from district.paths import Folder
world = World(lambda: datetime(2026, 11, 5, 5, tzinfo=UTC), os.urandom)
district = open_district(Folder(Path(sys.argv[1])), None, world)
sitting = district.sitting(district.users.log_in("officer", "demo"))
for path in sorted(Path(sys.argv[2]).glob("*.mctt")):
    print(path.stem, sitting.receive(path.read_bytes()).verdict, flush=True)
"""


@pytest.fixture
def post(tmp_path):
    """An office, a desk, and a year of bundles on a stick."""
    district = new_district(tmp_path / "district")
    desk = enrol(district, PretendDesk(), district.users.log_in("officer", "demo"))
    district.close()
    (tmp_path / "stick").mkdir()
    for number in range(BUNDLES):
        basis = len(desk.lines)
        for serial in range(LINES // 2):
            desk.register_birth()
            desk.prepare_letter(number * LINES + serial)
        (tmp_path / "stick" / f"{number:02d}.mctt").write_bytes(desk.bundle(basis))
    return desk


def import_until(tmp_path, said_lines):
    """Import the stick in a process of its own; kill it once it has said so many lines. What it said."""
    words = [sys.executable, "-c", PROGRAM, str(tmp_path / "district"), str(tmp_path / "stick")]
    environment = os.environ | {"PYTHONUTF8": "1"}
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment) as process:
        said = [process.stdout.readline().strip() for _ in range(said_lines)]
        process.kill()
    return said


def test_a_killed_import_loses_nothing_confirmed_and_holds_nothing_half(post, tmp_path):
    for killed_after in (0, 2, 5, 7, BUNDLES):
        said = import_until(tmp_path, killed_after)
        assert all(line.endswith("accepted") for line in said)
        district = open_district(Folder(tmp_path / "district"), None, World(Clock(), os.urandom))
        with district.store.reading() as work:
            head = work.lines.head(post.number)
            taken = [bundle for bundle in work.bundles.of_desk(post.number) if bundle.verdict == "accepted"]
        assert flaws(district.store, district.folder) == ()
        assert head == len(taken) * LINES
        assert head >= killed_after * LINES
        district.close()
    assert head == len(post.lines)
