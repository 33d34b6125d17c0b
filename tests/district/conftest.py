import shutil

import pytest
from pretend_desk import Clock, PretendDesk, counting_random, enrol, new_district

from district.house import World, open_district
from district.paths import Folder


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """A practice office as `new_district` makes it, to be copied: making tables takes longer than most tests."""
    folder = tmp_path_factory.mktemp("made") / "district"
    new_district(folder).close()
    return folder


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def district(made, tmp_path, clock):
    shutil.copytree(made, tmp_path / "district")
    opened = open_district(Folder(tmp_path / "district"), None, World(clock, counting_random("later")))
    yield opened
    opened.close()


@pytest.fixture
def officer(district):
    return district.users.log_in("officer", "demo")


@pytest.fixture
def sitting(district, officer):
    return district.sitting(officer)


@pytest.fixture
def desk(district, officer):
    return enrol(district, PretendDesk(), officer)
