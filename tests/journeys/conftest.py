"""A desk that knows its level above, and the same desk after a morning of eight cases; each is made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_journey_month import district
from window_cases import Counter
from window_clerk import Clerk
from window_door import NOW, open_door
from window_robot import Morning, Tied, cases, enter

from file_printers import FilePrinters  # isort: skip
from window_kit import LOGIN, make_folder  # isort: skip

from desk_app.app.options import Asked
from desk_app.house import open_desk

SEED = 20_261_120


@pytest.fixture(scope="session")
def tied(tmp_path_factory: pytest.TempPathFactory) -> Tied:
    folder = tmp_path_factory.mktemp("tied")
    made, above = make_folder(folder / "quầy"), folder / "huyện"
    desk = open_desk(made, Asked(made, NOW).world(), LOGIN)
    district(above, "setup", "--unit", "75", "--host", "gopy.example")
    desk.district.card(folder / "THE.mctt")
    district(above, "enrol", str(folder / "THE.mctt"), "--profile", "figures", "--out", str(folder / "KHOA.mctt"))
    desk.district.enrol(folder / "KHOA.mctt")
    desk.close()
    return Tied(made, above)


@pytest.fixture
def clerk(tied: Tied, tmp_path: Path, qapp: object) -> Clerk:
    """Before the locked window, with a register of their own."""
    return open_door(tied.desk, tmp_path / "quầy", FilePrinters(tmp_path, 300))


@pytest.fixture(scope="session")
def morning(tied: Tied, tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Morning:
    folder = tmp_path_factory.mktemp("morning")
    robot = open_door(tied.desk, folder / "quầy", FilePrinters(folder, 300))
    robot.unlock()
    counter = Counter(SEED)
    done = tuple(enter(robot, case) for case in cases(counter))
    robot.leave(folder / "keys.tsv")
    return Morning(Tied(folder / "quầy", tied.above), done, folder / "keys.tsv")
