"""A real desk for the forms, copied from one that is made once."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cheap_passwords import cheapen

from desk_app.house import Login, World, open_desk, set_up
from desk_app.services.desk import Desk
from desk_app.services.setup import Wished

LOGIN = Login("clerk", "demo")


@pytest.fixture(scope="session")
def form_world() -> World:
    return World(lambda: datetime(2026, 11, 20, 9, 30, tzinfo=UTC), secrets.token_bytes, practice=True)


@pytest.fixture(scope="session")
def form_desk_once(tmp_path_factory: pytest.TempPathFactory, form_world: World) -> Path:
    folder = tmp_path_factory.mktemp("forms") / "quầy 1"
    set_up(folder, form_world, LOGIN, Wished("26461", leader="Phạm Quốc Thịnh", phone="0200 3555 018"))
    cheapen(folder, LOGIN.user, LOGIN.password)
    return folder


@pytest.fixture
def form_folder(tmp_path: Path, form_desk_once: Path) -> Path:
    return Path(shutil.copytree(form_desk_once, tmp_path / "quầy 1"))


@pytest.fixture
def desk(form_folder: Path, form_world: World) -> Iterator[Desk]:
    opened = open_desk(form_folder, form_world, LOGIN)
    yield opened
    opened.close()
