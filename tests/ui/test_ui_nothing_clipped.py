"""Every page and state, names of sixty letters: nothing cut, nothing overlapping."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from clip_walk import SMALL, walked
from PySide6.QtWidgets import QApplication

from tools.pictures.invented import LONGEST
from tools.pictures.register import Registers
from tools.pictures.stage import SCREEN

TOP = Path(__file__).resolve().parents[2]
USUAL = ((100, (SCREEN, SMALL[-1])),)
WALKS = ((100, (SCREEN, *SMALL)), (115, (SCREEN,)), (130, (SCREEN,))) if os.environ.get("ENDURE") else USUAL
"""Type and screens: `make endure` walks with larger type too."""
FIRST_RUN_AT_150 = """
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
door.frame.resize(910, 455)
app.processEvents()
picture = door.frame.grab()
print(clipped(door.frame), door.frame.width(), picture.width())
door.frame.close()
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Registers:
    return Registers(tmp_path_factory.mktemp("longest"), LONGEST)


@pytest.mark.parametrize(("percent", "sizes"), WALKS)
def test_nothing_is_clipped_on_any_screen(
    percent: int, sizes: Sequence[tuple[int, int]], made: Registers, qapp: QApplication, tmp_path: Path
) -> None:
    assert walked(made, tmp_path, percent, sizes) == {}


def test_a_screen_that_really_stands_at_150_per_cent_shows_the_first_run_whole(tmp_path: Path) -> None:
    scaled = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1.5", "PYTHONPATH": str(TOP)}
    command = [sys.executable, "-c", FIRST_RUN_AT_150, str(TOP / "tests" / "ui"), str(tmp_path / "new")]
    told = subprocess.run(command, cwd=TOP, env=scaled, capture_output=True, text=True, encoding="utf-8", check=False)
    assert told.stdout.split("\n")[0] == "[] 910 1365", told.stderr
