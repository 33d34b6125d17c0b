"""A terminal, and a terminal with a register set up."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from cheap_passwords import cheapen
from desk_terminal import UNIT, Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = Terminal(tmp_path_factory.mktemp("made"))
    made.ask("setup", "--unit", UNIT, "--leader", "Phạm Quốc Thịnh", "--phone", "0200 3555 018")
    cheapen(made.folder, "clerk", made.password)
    return made.folder


@pytest.fixture
def seated(terminal: Terminal, made_once: Path) -> Terminal:
    shutil.copytree(made_once, terminal.folder)
    return terminal
