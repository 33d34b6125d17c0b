"""What a door may import before anybody has asked for anything: a slow start is an import in the wrong place."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import version

import pytest

from desk_app.release import VERSION

TOLD = "import importlib, json, sys; importlib.import_module(sys.argv[1]); print(json.dumps(sorted(sys.modules)))"
REGISTER = {"sqlalchemy", "sqlcipher3", "alembic", "argon2", "cryptography", "pyrage", "msgspec"}
PAPER = {"reportlab", "svglib", "qrcode", "pypdfium2", "xlsxwriter", "python_calamine"}
# A letter or a migration is not asked for by opening the register.
LATER = PAPER | {"alembic"}
# What the libraries of the language bring with a version, a log or a lunar day, and no lock screen shows.
SLOW = {"email", "socket", "lunar_vn"}


def loaded_by(module: str) -> set[str]:
    """The top-level packages that a fresh interpreter holds after importing this module."""
    command = [sys.executable, "-c", TOLD, module]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, timeout=60)
    return {name.partition(".")[0] for name in json.loads(told.stdout)}


@pytest.mark.parametrize(
    ("module", "never"),
    [
        ("desk_app.house", LATER | {"PySide6"}),
        ("desk_app.cli.__main__", LATER | {"PySide6"}),
        ("desk_app.app.__main__", REGISTER | PAPER | SLOW),
        ("desk_app.services.doorstep", REGISTER | PAPER | {"PySide6"}),
        ("desk_app.ui.shell.window", LATER),
    ],
)
def test_a_door_loads_nothing_it_has_not_been_asked_for(module: str, never: set[str]) -> None:
    assert loaded_by(module) & never == set()


def test_the_house_does_load_the_register_so_that_the_guard_is_seen_to_look() -> None:
    assert loaded_by("desk_app.house") >= {"sqlalchemy", "sqlcipher3", "argon2"}


def test_the_release_that_the_window_tells_is_the_one_that_is_installed() -> None:
    assert version("mot-cua-than-thien") == VERSION
