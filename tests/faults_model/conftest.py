"""A desk and a district with something to do in each, made once; the acts' processes."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cheap_passwords import cheapen

from desk_app.house import open_desk, set_up
from desk_app.services.printers import Printers, PrinterSetup, keep_printers
from desk_app.settings import Settings, keep_settings

sys.path.append(str(Path(__file__).resolve().parents[1] / "faults"))
sys.path.append(str(Path(__file__).resolve().parents[1] / "services"))
sys.path.append(str(Path(__file__).resolve().parents[1] / "district"))
from fault_desk import BIRTH, LOGIN, WORLD
from lost_acts import DESK, OFFICE, OFFICER, STICK, WISHED
from lost_calls import Recorder
from pretend_desk import PretendDesk, enrol, new_district

from tools.pretend_office import PretendOffice


@pytest.fixture(scope="session")
def lost_office(tmp_path_factory: pytest.TempPathFactory) -> PretendOffice:
    """The level above of the one desk."""
    return PretendOffice(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="session")
def lost_made(tmp_path_factory: pytest.TempPathFactory, lost_office: PretendOffice) -> Path:
    """One registration sent up with its receipt waiting to be taken in, one copy, settings of this PC."""
    root = tmp_path_factory.mktemp("lost")
    folder = root / DESK
    set_up(folder, WORLD, LOGIN, WISHED)
    cheapen(folder, LOGIN.user, LOGIN.password)
    desk = open_desk(folder, WORLD, LOGIN)
    desk.district.enrol(lost_office.enrol(desk))
    desk.register.enter(BIRTH)
    (bundle,) = desk.month.close(root / STICK)
    lost_office.receipt(lost_office.opened(bundle.path.read_bytes())).rename(root / "BN.mctt")
    copied = desk.care.look_after().copied
    assert copied is not None
    # Made earlier on that day, so that it goes when another one is there.
    copied.path.rename(copied.path.with_name(copied.path.name.replace("_093000", "_080000")))
    keep_settings(folder, Settings(115))
    keep_printers(folder, Printers().used("máy in 1", PrinterSetup("black")))
    desk.close()
    return root


@pytest.fixture(scope="session")
def district_made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A district, the number of its one desk, and two bundles of that desk on a stick."""
    root = tmp_path_factory.mktemp("district")
    district = new_district(root / OFFICE)
    desk = enrol(district, PretendDesk(), district.users.log_in(*OFFICER))
    district.close()
    (root / STICK).mkdir()
    for number in range(2):
        basis = len(desk.lines)
        for serial in range(5):
            desk.register_birth()
            desk.prepare_letter(number * 10 + serial)
        (root / STICK / f"{number}.mctt").write_bytes(desk.bundle(basis))
    return root, desk.number


@pytest.fixture
def lost_copy(lost_made: Path, tmp_path: Path) -> Callable[[], Path]:
    """A copy of the desk and what lies around it."""
    return lambda: Path(shutil.copytree(lost_made, tmp_path / "root"))


@pytest.fixture(scope="session")
def recorder() -> Iterator[Recorder]:
    started = Recorder()
    yield started
    started.close()
