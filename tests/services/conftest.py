"""A real desk in a temporary folder, with its clock in the test's hand."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from cheap_passwords import cheapen
from hand_clock import Clock

from desk_app.house import Login, World, open_desk, set_up
from desk_app.services.desk import Desk
from desk_app.services.setup import Wished
from desk_app.services.updates import Updates
from tools.pretend_office import PretendOffice

UNIT = "26461"
LOGIN = Login("clerk", "demo")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def world(clock: Clock) -> World:
    return World(clock, secrets.token_bytes, practice=True)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "quầy 1"
    world = World(Clock(), secrets.token_bytes, practice=True)
    set_up(folder, world, LOGIN, Wished(UNIT, leader="Phạm Quốc Thịnh", phone="0200 3555 018"))
    cheapen(folder, LOGIN.user, LOGIN.password)
    return folder


@pytest.fixture
def desk_folder(tmp_path: Path, made_once: Path) -> Path:
    return Path(shutil.copytree(made_once, tmp_path / "quầy 1"))


@pytest.fixture
def desk(desk_folder: Path, world: World) -> Iterator[Desk]:
    opened = open_desk(desk_folder, world, LOGIN)
    yield opened
    opened.close()


@pytest.fixture
def office(desk: Desk, tmp_path: Path) -> PretendOffice:
    """A level above to which this desk is tied."""
    above = PretendOffice(tmp_path)
    desk.district.enrol(above.enrol(desk))
    return above


@pytest.fixture
def updates(desk: Desk) -> Updates:
    """What the level above sends, for this desk."""
    return Updates(desk.seat)
