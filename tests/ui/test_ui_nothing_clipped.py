"""Every page and state, names of sixty letters: nothing cut, nothing overlapping; by keyboard alone and by ear."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from clip_walk import SMALL, TINIEST, TINY, Found, walked
from PySide6.QtWidgets import QApplication

from tools.pictures.invented import LONGEST
from tools.pictures.register import Registers
from tools.pictures.stage import SCREEN

TOP = Path(__file__).resolve().parents[2]
USUAL = ((100, (SCREEN, SMALL[-1], TINY[-1])),)
WHOLE = (
    *((100, (SCREEN, *SMALL)), (115, (SCREEN,)), (130, (SCREEN,))),
    *((100, (size,)) for size in (*TINY, TINIEST)),
)
WALKS = WHOLE if os.environ.get("ENDURE") else USUAL
"""Type and screens: `make endure` walks with larger type too, and through every state in windows as small as can be."""
FIRST_RUN = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[1:2]
from PySide6.QtWidgets import QApplication
from clipped import clipped
from desk_app import paths
from desk_app.app.door import Door, pages
from desk_app.app.options import Asked
from desk_app.ui.theme.look import dress

app = QApplication([])
dress(app, paths.resources())
door = Door(Asked(Path(sys.argv[2])), pages)
door.open()
door.frame.fit(app.primaryScreen().availableSize())
app.processEvents()
picture = door.frame.grab()
print(clipped(door.frame), door.frame.width(), door.frame.height(), picture.width())
door.frame.close()
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Registers:
    return Registers(tmp_path_factory.mktemp("longest"), LONGEST)


@pytest.fixture(scope="module", params=WALKS, ids=lambda walk: f"{walk[0]}-{walk[1][0][0]}")
def found(
    request: pytest.FixtureRequest, made: Registers, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Found:
    percent, sizes = request.param
    return walked(made, tmp_path_factory.mktemp("walk"), percent, sizes)


def test_nothing_is_clipped_on_any_screen(found: Found) -> None:
    assert found.clipped == {}


def test_tab_goes_over_every_stop_once_as_it_is_read_in_sight_and_named_and_shift_tab_goes_back(found: Found) -> None:
    assert found.unreached == {}


@pytest.mark.parametrize(("scale", "told"), [("1.5", "[] 911 512 1367"), ("2", "[] 683 384 1366")])
def test_a_screen_that_really_stands_at_this_scale_shows_the_first_run_whole(
    scale: str, told: str, tmp_path: Path
) -> None:
    screen = {"name": "counter", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1}
    counter = {"windowFrameMargins": False, "screens": [{**screen, "logicalBaseDpi": 96}]}
    (tmp_path / "screen.json").write_text(json.dumps(counter), "utf-8")
    of_768_lines = f"offscreen:configfile={tmp_path / 'screen.json'}"
    scaled = {**os.environ, "QT_QPA_PLATFORM": of_768_lines, "QT_SCALE_FACTOR": scale, "PYTHONPATH": str(TOP)}
    command = [sys.executable, "-c", FIRST_RUN, str(TOP / "tests" / "ui"), str(tmp_path / "new")]
    done = subprocess.run(command, cwd=TOP, env=scaled, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stdout.split("\n")[0] == told, done.stderr
