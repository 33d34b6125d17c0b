"""Hours at the window in a few breaths: every page, a case, the desk covered, again and again; nothing stays behind.

ENDURE=1 goes round two hundred times (`make endure`).
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QLayoutItem, QWidget
from shiboken6 import Shiboken
from window_cases import Counter
from window_clerk import Clerk
from window_door import open_door
from window_robot import enter

from desk_app.ui.form.side import Side

from file_printers import FilePrinters  # isort: skip
from window_kit import make_folder  # isort: skip

from tools.endurance.probe import Held, held, slope

FEW = 4
ROUNDS = 200 if os.environ.get("ENDURE") else FEW
WARM = 1
PAGES = (1, 2, 3, 4, 5, 6, 7)
"""What Alt and a digit open."""
MOST_BLOCKS = 1200
"""A case more stands in lists and in what SQLite and the forms remember; a page that stayed would cost far more."""

MOST_ITEMS = 12
"""Items of layouts that come and go with the lines beside a letter, which are drawn when there is time; two hundred
rounds that each left one behind would be far over it."""

MOST_LINES = 120
"""Widgets beside the picture of a letter: a dozen lines of three at the most."""


@pytest.fixture
def clerk(tmp_path: Path, qapp: object) -> Iterator[Clerk]:
    made = make_folder(tmp_path / "quầy")
    sitting = open_door(made, made, FilePrinters(tmp_path))
    sitting.unlock()
    yield sitting
    sitting.leave(tmp_path / "keys.tsv")


def widgets() -> int:
    """How many widgets live, after those that are to go are gone; without the lines beside the letter's picture, which
    are drawn when there is time for them and are as many as the letter has things to tell."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
    beside = [each for each in QApplication.allWidgets() if isinstance(each, Side)]
    lines = [each.findChildren(QWidget) for each in beside]
    assert max(map(len, lines)) < MOST_LINES
    return len(QApplication.allWidgets()) - sum(map(len, lines))


def layout_items() -> int:
    """How many items of layouts the binding knows: one that outlives its item brings the program down in time."""
    gc.collect()  # what nobody holds any more is no longer known
    known = Shiboken.getAllValidWrappers()  # type: ignore[attr-defined]
    return sum(isinstance(each, QLayoutItem) and not isinstance(each, QObject) for each in known)


def go_round(clerk: Clerk, cases: Counter) -> None:
    """A case typed and saved, every page opened, the desk covered and opened again."""
    for digit in PAGES:
        clerk.open_page(digit)
    enter(clerk, cases.birth())
    clerk.idle()
    clerk.door.cover_when_left()
    assert clerk.page() == ""
    clerk.unlock()


def blocks_a_round(looks: list[Held]) -> float:
    """What comes with every round; of few rounds the cheapest, since what is loaded once comes with any of them."""
    if len(looks) > FEW:
        return slope(looks, "blocks")
    return min(after.blocks - before.blocks for before, after in pairwise(looks))


@pytest.mark.timeout(3600)
def test_rounds_at_the_window_leave_nothing_behind(clerk: Clerk) -> None:
    cases = Counter(7)
    looks: list[tuple[int, Held]] = []
    items: list[int] = []
    for number in range(ROUNDS):
        go_round(clerk, cases)
        looks.append((widgets(), held(number)))
        items.append(layout_items())
    after = looks[WARM:]
    assert {count for count, _ in after} == {after[0][0]}
    # The lines beside the letter are drawn when there is time, so a few may stand at one look and not at the other.
    assert max(items[WARM:]) <= items[WARM] + MOST_ITEMS, items
    assert blocks_a_round([look for _, look in after]) <= MOST_BLOCKS
    assert after[-1][1].handles <= after[0][1].handles
    assert after[-1][1].threads <= after[0][1].threads
