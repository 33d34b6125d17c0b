"""Every page and state at usual type on every screen, names of sixty letters: nothing cut, nothing overlapping."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from clip_walk import SMALL, walked
from PySide6.QtWidgets import QApplication

from tools.pictures.invented import LONGEST
from tools.pictures.register import Registers
from tools.pictures.stage import SCREEN

SIZES = (SCREEN, *SMALL) if os.environ.get("ENDURE") else SMALL[-1:]
"""The smallest, where least fits; the wide screen is walked with larger type in test_ui_nothing_clipped_large."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Registers:
    return Registers(tmp_path_factory.mktemp("longest"), LONGEST)


def test_nothing_is_clipped_on_any_screen(made: Registers, qapp: QApplication, tmp_path: Path) -> None:
    assert walked(made, tmp_path, 100, SIZES) == {}
