import pytest
from pretend_desk import Clock, PretendDesk, enrol, new_district


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def district(tmp_path, clock):
    opened = new_district(tmp_path / "district", clock)
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
