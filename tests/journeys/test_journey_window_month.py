"""The rest of the morning's road by keys: all letters printed and handed over, the bundle written, opened by a real
district, rated on a real telephone page, the receipt taken in, the ratings read on the screen."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from test_journey_month import district, served, tap
from test_journey_window import codes_on, hand_over
from window_clerk import CTRL, Clerk
from window_door import OldPrinters, open_door
from window_robot import Morning, Tied

from common.words import ratings_page as rating_words

MOST_STROKES = 20
"""From the stack of letters to the ratings, the names of files apart: a dialog answers those."""
TAPS = ("Rất hài lòng", "Rất hài lòng", "Hài lòng", "Chưa hài lòng", "Rất hài lòng")


@pytest.fixture
def own(morning: Morning, tmp_path: Path) -> Tied:
    """The desk after the morning and the district above it, to be changed freely."""
    above = shutil.copytree(morning.tied.above, tmp_path / "huyện")
    return Tied(shutil.copytree(morning.tied.desk, tmp_path / "quầy"), above)


@pytest.fixture
def clerk(own: Tied, tmp_path: Path) -> Iterator[Clerk]:
    opened = open_door(own.desk, own.desk, OldPrinters(tmp_path))
    opened.unlock()
    yield opened
    opened.leave(tmp_path / "keys.tsv")


def print_all(clerk: Clerk) -> list[str]:
    """Everything that waits; the links that can be read on the paper."""
    clerk.open_page(3)
    clerk.print_here()
    clerk.all_here()
    return codes_on(clerk.printers.paper())


def write_bundle(clerk: Clerk, folder: Path) -> Path:
    """Alt+7, Enter, a folder: the bundle that lies there."""
    folder.mkdir()
    clerk.asker.answers = [folder]
    clerk.open_page(7)
    clerk.enter()
    clerk.until_seen("GOI-")
    (bundle,) = folder.iterdir()
    assert clerk.sees(bundle.name)
    return bundle


def take_receipt(clerk: Clerk, receipt: Path) -> None:
    """Ctrl+I, the file."""
    clerk.asker.answers = [receipt]
    clerk.press(Qt.Key.Key_I, CTRL)
    clerk.until_seen("Đã nhận biên nhận số")


def test_what_was_typed_in_the_morning_is_what_the_district_counts_and_the_ratings_come_home(
    clerk: Clerk, own: Tied, browser: Any, morning: Morning, record_testsuite_property: Callable[[str, object], None]
) -> None:
    usb, since = own.desk.parent / "usb", len(clerk.log.strokes)
    links = print_all(clerk)
    typed = [done.case.event for done in morning.done]
    assert len(links) == len(set(links)) == typed.count("birth") - 1 + typed.count("marriage")
    hand_over(clerk, "16")
    with served(own.above) as url:
        tap(browser, url, links[: len(TAPS)], TAPS)
    bundle = write_bundle(clerk, usb)
    (taken,) = district(own.above, "import", str(bundle), "--receipts", str(usb))
    assert (taken["verdict"], taken["set_aside"]) == ("accepted", 0)
    (receipt,) = set(usb.iterdir()) - {bundle}
    take_receipt(clerk, receipt)
    clerk.open_page(5)
    assert clerk.sees(rating_words.n_of(len(TAPS)))
    record_testsuite_property("keys: letters, month end, receipt, ratings", clerk.log.by_hand(since))
    assert clerk.log.by_hand(since) <= MOST_STROKES
    theirs = district(own.above, "report", "2026-11")
    ours = clerk.desk.reports.report("2026-11").to_json()
    assert theirs["events"] == {event: typed.count(event) for event in ("birth", "marriage", "death")}
    assert theirs["ratings"] == {"n": 5, "by_score": {"3": 3, "2": 1, "1": 1}, "by_channel": {"qr": 5}}
    assert {name: theirs[name] for name in ours} == ours
    assert theirs["letters"]["birth"] == {"prepared": 10, "printed": 10, "delivered": 10}
