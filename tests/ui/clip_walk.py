"""A walk past every page and state with names of sixty letters, looking for cut words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from clipped import clipped
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desk_app import paths
from desk_app.ui.theme.look import dress
from tools.pictures.register import Registers
from tools.pictures.stage import SCREEN, rest
from tools.pictures.taking import every

SMALL = ((1092, 582), (910, 485))
"""What a screen of 1366×768 leaves at 125 % and 150 %."""
_ROUNDS = 3
"""Until what follows a change of size has followed."""


def troubles(standing: Any, size: tuple[int, int]) -> list[str]:
    """What cannot be read at this size of the window, in the window and in what lies over it."""
    standing.frame.resize(*size)
    for _ in range(_ROUNDS):
        rest(0)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        standing.frame.grab()
    found = clipped(standing.frame)
    if (standing.frame.width(), standing.frame.height()) != size:
        found.append(f"the window grows to {standing.frame.width()}×{standing.frame.height()}")
    for over in standing.dialogs():
        over.grab()
        found += clipped(over)
    return found


def walked(made: Registers, folder: Path, percent: int, sizes: Sequence[tuple[int, int]]) -> dict[str, list[str]]:
    """Every page and state with type of this size; what cannot be read, by state and size of the window."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, paths.resources(), percent)
    found = {}
    for name, standing in every(made, folder, 0):
        for size in sizes:
            if told := troubles(standing, size):
                found[f"{name} {size}"] = told
        standing.frame.resize(*SCREEN)
    return found
