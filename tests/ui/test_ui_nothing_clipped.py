"""Every page and state, every size of type and screen, names of sixty letters: nothing cut, nothing overlapping."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from clipped import clipped
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desk_app import paths
from desk_app.ui.theme.look import dress
from tools.pictures.invented import LONGEST
from tools.pictures.register import Registers
from tools.pictures.stage import SCREEN, rest
from tools.pictures.taking import every

TOP = Path(__file__).resolve().parents[2]
SMALL = ((1092, 582), (910, 485))
"""What a screen of 1366×768 leaves at 125 % and 150 %."""


_ROUNDS = 3
"""Until what follows a change of size has followed."""


def troubles(standing: Any, size: tuple[int, int]) -> list[str]:
    """What cannot be read at this size of the window, in the window and in what lies over it."""
    standing.frame.resize(*size)
    for _ in range(_ROUNDS):
        rest(0)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        standing.frame.grab()
    found = clipped(standing.frame)
    if (standing.frame.width(), standing.frame.height()) != size:
        found.append(f"the window grows to {standing.frame.width()}×{standing.frame.height()}")
    for over in standing.dialogs():
        over.grab()
        found += clipped(over)
    return found


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Registers:
    return Registers(tmp_path_factory.mktemp("longest"), LONGEST)


@pytest.mark.parametrize("percent", [100, 115, 130])
def test_nothing_is_clipped(made: Registers, percent: int, qapp: QApplication, tmp_path: Path) -> None:
    dress(qapp, paths.resources(), percent)
    sizes = (SCREEN, *SMALL) if percent == 100 else (SCREEN,)
    found = {}
    for name, standing in every(made, tmp_path, 0):
        for size in sizes:
            if told := troubles(standing, size):
                found[f"{name} {size}"] = told
        standing.frame.resize(*SCREEN)
    assert found == {}


def test_a_screen_of_150_per_cent_shows_the_window_whole(tmp_path: Path) -> None:
    scaled = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tools.pictures", "--scale", "1.5", "--only", "34-lock", "--out", str(tmp_path)]
    told = subprocess.run(command, cwd=TOP, env=scaled, capture_output=True, text=True, encoding="utf-8", check=False)
    assert told.returncode == 0, told.stderr
