"""A walk past every page and state with names of sixty letters, looking for cut words."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clipped import clipped
from PySide6.QtCore import QEvent, QRect
from PySide6.QtWidgets import QApplication, QWidget
from stop_walk import stop_troubles

from desk_app import paths
from desk_app.ui.theme.look import dress
from tools.pictures.register import Registers
from tools.pictures.stage import rest
from tools.pictures.taking import every

SMALL = ((1092, 582), (910, 485))
"""What a screen of 1366×768 leaves at 125 % and 150 %."""
TINY = ((780, 416), (683, 364))
"""The same at 175 % and 200 %."""
TINIEST = (683, 314)
"""At 200 % under a title bar and over a task bar, as far as a window is not larger than its screen."""
CROWDED = (
    *("34-lock-damaged", "35-take-back-look", "36-salvage-read", "33-first-run-keys", "21-today", "22-birth-abandoned"),
    *("23-birth-problems", "23-birth-look", "22-birth-saved", "25-find", "record", "26-printing-question"),
    *("28-month-contents", "29-month-lacking", "30-ratings", "settings", "books", "empty-month"),
    *("24-compare", "30-ratings-answer"),
)
"""States with the most to find room for: looked at in a tiny window in every run."""
BY_KEYS = ("34-lock-damaged", "36-salvage-read", "21-today", "24-compare", "26-printing-question", "30-ratings-answer")
"""States of each kind through which Tab goes in every run."""
_ROUNDS = 3
"""Until what follows a change of size has followed."""
_CORNER = QRect(0, 0, 1, 1)
"""Enough of a picture for everything to be laid out; the window itself has painted the rest."""


def troubles(standing: Any, size: tuple[int, int]) -> list[str]:
    """What cannot be read at this size of the window, in the window and in what lies over it."""
    standing.frame.resize(*size)
    for _ in range(_ROUNDS):
        rest(0)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        standing.frame.grab(_CORNER)
    found = clipped(standing.frame)
    if (standing.frame.width(), standing.frame.height()) != size:
        found.append(f"the window grows to {standing.frame.width()}×{standing.frame.height()}")
    for over in standing.dialogs():
        over.grab(_CORNER)
        found += clipped(over)
    return found


@dataclass
class Found:
    """What cannot be read, and what keys or a screen reader do not reach, by state and size of the window."""

    clipped: dict[str, list[str]] = field(default_factory=dict)
    unreached: dict[str, list[str]] = field(default_factory=dict)


def walked(made: Registers, folder: Path, percent: int, sizes: Sequence[tuple[int, int]]) -> Found:
    """Every page and state with type of this size, reached in a window of the first size."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, paths.resources(), percent)
    found = Found()
    for name, standing in every(made, folder, 0, sizes[0]):
        for size in sizes:
            if size in TINY and size != sizes[0] and name not in CROWDED:
                continue
            told = troubles(standing, size)
            if size == sizes[0]:
                told += [f"{type(over).__name__} is larger than the window" for over in too_large(standing)]
            if told:
                found.clipped[f"{name} {size}"] = told
            by_keys = size == sizes[0] if os.environ.get("ENDURE") else size in TINY and name in BY_KEYS
            if by_keys and (troubled := stop_troubles(standing)):
                found.unreached[f"{name} {size}"] = troubled
        standing.frame.resize(*sizes[0])
    return found


def too_large(standing: Any) -> list[QWidget]:
    """Dialogs, opened in a window of this size, that leave it."""
    room = standing.frame.size()
    return [over for over in standing.dialogs() if over.width() > room.width() or over.height() > room.height()]
