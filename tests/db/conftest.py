"""One register is made for all tests; each works in its own copy of the files."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from db_samples import UNIT

from desk_app.db.register import Register, RegisterIdentity

KEY = bytes(range(32))


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new register, closed."""
    folder = tmp_path_factory.mktemp("blank") / "desk"
    identity = RegisterIdentity(os.urandom(32), UNIT, date(2026, 1, 1), True)
    Register.create(folder, KEY, identity, os.urandom).close()
    return folder


@pytest.fixture(scope="session")
def key() -> bytes:
    return KEY


@pytest.fixture
def folder(blank: Path, tmp_path: Path) -> Path:
    """A new register of this test's own, closed."""
    return Path(shutil.copytree(blank, tmp_path / "desk"))


@pytest.fixture
def reopen(folder: Path) -> Iterator[Callable[[], Register]]:
    """Open this test's register, closing the one opened before."""
    opened: list[Register] = []

    def again() -> Register:
        for register in opened:
            register.close()
        opened.append(Register.open(folder, KEY, os.urandom, "test"))
        return opened[-1]

    yield again
    for register in opened:
        register.close()


@pytest.fixture
def register(reopen: Callable[[], Register]) -> Register:
    """A new register of this test's own, open."""
    return reopen()
