"""A desk made once for all windows; every test works in a copy of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from window_kit import Clock, Window, make_folder, open_copy

from desk_app import paths
from desk_app.services.desk import Desk
from desk_app.ui.theme.look import dress


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder to copy; nobody opens it in place."""
    return make_folder(tmp_path_factory.mktemp("made") / "quầy")


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    """An open desk of this test's own."""
    opened = open_copy(made, tmp_path / "quầy", Clock())
    yield opened
    opened.close()


@pytest.fixture
def window(desk: Desk, qapp: QApplication) -> Iterator[Window]:
    """What a page is given."""
    dress(qapp, paths.resources())
    opened = Window(desk)
    yield opened
    opened.jobs.close()
