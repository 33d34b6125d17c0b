import copy
import shutil
from contextlib import closing
from dataclasses import dataclass, replace

import pytest
from postgresql_kit import TwoDatabases, both_ways
from pretend_desk import OTHER_COMMUNE, Clock, PretendDesk, counting_random, enrol, new_district

from district.house import World, open_district, open_public
from district.paths import Folder
from district.sitting import Sitting
from district.store.store import Store, Work
from district.tray import Trays
from district.upkeep import carry


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """A practice office as `new_district` makes it, to be copied: making tables takes longer than most tests."""
    folder = tmp_path_factory.mktemp("made") / "district"
    new_district(folder).close()
    return folder


IMPORTS = ("test_district_import", "test_district_ratings", "test_district_forks")
BOTH_SYSTEMS = (*IMPORTS, "test_district_tray_cut", "test_district_queries", "test_district_keys_both")
"""Files whose tests run on files of SQLite and once more on a PostgreSQL server, those of IMPORTS in part."""
SERVER_ONLY = ("test_district_server",)


def pytest_generate_tests(metafunc):
    name = metafunc.module.__name__
    if name in (*BOTH_SYSTEMS, *SERVER_ONLY) and "district" in metafunc.fixturenames:
        both = both_ways(metafunc.function, name not in IMPORTS)
        metafunc.parametrize("lies", both if name in BOTH_SYSTEMS else ["server"], indirect=True)


@pytest.fixture
def lies(request):
    """Where the office's tables lie: in files, or on a server."""
    return getattr(request, "param", "files")


@pytest.fixture(scope="session")
def databases_made(server_of_postgresql, made):
    """The practice office carried to the server, to be renewed for each test."""
    two = TwoDatabases(server_of_postgresql, "made")
    away = Folder(made, two.office, two.public)
    world = World(Clock(), counting_random("carried"))
    with (
        closing(open_district(Folder(made), None, world)) as office,
        closing(Store.open(away.office_url)) as store,
        closing(open_public(away, world)) as public,
    ):
        carry(office, store, public)
    two.keep()
    yield two
    two.close()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def district(made, tmp_path, clock, lies, request):
    shutil.copytree(made, tmp_path / "district")
    folder = Folder(tmp_path / "district")
    if lies == "server":
        two = request.getfixturevalue("databases_made")
        two.renew()
        folder = replace(folder, office_at=two.office, public_at=two.public)
    opened = open_district(folder, None, World(clock, counting_random("later")))
    yield opened
    opened.close()


@dataclass
class Trial:
    """A desk and its office in one transaction of which nothing is kept."""

    work: Work
    desk: PretendDesk
    sitting: Sitting

    def receive(self, **sent):
        """Take the desk's bundle in; what its receipt says, or the decision where it got none."""
        decision, _ = self.sitting.decide(self.work, self.desk.bundle(**sent))
        return self.desk.read_receipt(decision.receipt)


@pytest.fixture(scope="module")
def standing(made, tmp_path_factory):
    """An office with one desk, open for all tests of a file: (sitting, desk)."""
    folder = tmp_path_factory.mktemp("standing") / "district"
    shutil.copytree(made, folder)
    with closing(open_district(Folder(folder), None, World(Clock(), counting_random("standing")))) as office:
        officer = office.users.log_in("officer", "demo")
        yield office.sitting(officer), enrol(office, PretendDesk(), officer)


@pytest.fixture
def trial(standing):
    sitting, desk = standing
    with sitting.store.trial() as work:
        one = copy.copy(desk)
        one.lines = []
        yield Trial(work, one, sitting)


@pytest.fixture
def officer(district):
    return district.users.log_in("officer", "demo")


@pytest.fixture
def sitting(district, officer):
    return district.sitting(officer)


@pytest.fixture
def desk(district, officer):
    return enrol(district, PretendDesk(), officer)


@pytest.fixture
def acts(district, officer):
    return district.enrolling(officer)


@pytest.fixture
def trays(sitting):
    return Trays(sitting)


@pytest.fixture
def other(district, officer):
    return enrol(district, PretendDesk("other", OTHER_COMMUNE), officer)
