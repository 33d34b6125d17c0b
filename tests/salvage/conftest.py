"""One register made once; every test damages a copy of its own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from salvage_kit import Made, copy_of, make_register

sys.path += [str(Path(__file__).resolve().parents[1] / room) for room in ("ui", "cli")]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make_register(tmp_path_factory.mktemp("salvage") / "quầy 1")


@pytest.fixture
def damaged(made: Made, tmp_path: Path) -> Path:
    """The folder of a copy, whole until the test damages it."""
    return copy_of(made, tmp_path / "quầy 1")
