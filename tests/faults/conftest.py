"""A desk that has something to save, print, send, take in and copy; made once, copied for every fault."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cheap_passwords import cheapen
from fault_desk import BIRTH, LOGIN, WORLD
from faults import Nursery
from kills import Killer

from desk_app.house import open_desk, set_up
from desk_app.services.setup import Wished

sys.path += [str(Path(__file__).resolve().parents[1] / room) for room in ("services", "district", "db")]
from tools.pretend_office import PretendOffice


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, PretendOffice]:
    """One registration sent up with its receipt waiting to be taken in, one copy; one more that is in neither."""
    root = tmp_path_factory.mktemp("faults")
    folder = root / "quầy"
    set_up(folder, WORLD, LOGIN, Wished("26461", leader="Phạm Quốc Thịnh", phone="0200 3555 018"))
    cheapen(folder, LOGIN.user, LOGIN.password)
    desk, office = open_desk(folder, WORLD, LOGIN), PretendOffice(root)
    desk.district.enrol(office.enrol(desk))
    desk.register.enter(BIRTH)
    (bundle,) = desk.month.close(root / "usb")
    office.receipt(office.opened(bundle.path.read_bytes())).rename(root / "BN.mctt")
    desk.care.look_after()
    desk.register.enter(replace(BIRTH, child_name="Đỗ Gia Bảo"))
    desk.close()
    return root, office


@pytest.fixture
def fresh(made: tuple[Path, PretendOffice], tmp_path: Path) -> Callable[[], Path]:
    """A copy of all of it; gives the desk's folder."""
    rounds = iter(range(10_000))

    def copy() -> Path:
        return Path(shutil.copytree(made[0], tmp_path / str(next(rounds)))) / "quầy"

    return copy


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    started = Nursery()
    yield started
    started.close()


@pytest.fixture(scope="session")
def killer(nursery: Nursery) -> Iterator[Killer]:
    started = Killer(nursery.process)
    yield started
    started.close()
