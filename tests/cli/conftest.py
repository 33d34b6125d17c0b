"""A terminal, and a terminal with a register set up."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_terminal import UNIT, Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


@pytest.fixture
def seated(terminal: Terminal) -> Terminal:
    terminal.ask("setup", "--unit", UNIT, "--leader", "Phạm Quốc Thịnh", "--phone", "0200 3555 018")
    return terminal
