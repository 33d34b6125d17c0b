"""A robot enters eight mixed cases with keys alone (ENDURE=1: fifty-two); then the rest of the day's road by keys.

All letters are printed and handed over, the bundle is written, opened by a real district, rated on a real telephone,
and the receipt taken in.
"""

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
from window_door import NOW, open_door
from window_robot import MORNINGS, Morning, Tied, cost, keep_cost

from file_printers import FilePrinters  # isort: skip
from window_kit import LOGIN  # isort: skip

from common.words import ratings_page as rating_words
from desk_app.app.options import Asked
from desk_app.house import open_desk
from desk_app.services.desk import Desk
from desk_app.services.today import Today
from desk_app.ui import jobs

MOST_STROKES = 20
"""From the stack of letters to the ratings, the names of files apart: a dialog answers those."""
TAPS = ("Rất hài lòng", "Rất hài lòng", "Hài lòng", "Chưa hài lòng", "Rất hài lòng")


@pytest.fixture
def own(morning: Morning, tmp_path: Path) -> Tied:
    """The desk after the morning and the district above it, to be changed freely."""
    above = shutil.copytree(morning.tied.above, tmp_path / "huyện")
    return Tied(shutil.copytree(morning.tied.desk, tmp_path / "quầy"), above)


@pytest.fixture
def clerk(own: Tied, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clerk]:
    # A slow machine: whatever is waited for shows how far it is, and gives the keys back.
    monkeypatch.setattr(jobs, "SHOWN_AFTER_MS", 0)
    opened = open_door(own.desk, own.desk, FilePrinters(tmp_path, 300))
    opened.unlock()
    yield opened
    opened.leave(tmp_path / "keys.tsv")


def sheets(morning: Morning, *events: str) -> int:
    """How many letters come of the morning; twins are on one."""
    return sum(not one.case.follows and (not events or one.case.event in events) for one in morning.done)


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
    assert len(links) == len(set(links)) == sheets(morning, "birth", "marriage")
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
    assert theirs["letters"]["birth"] == dict.fromkeys(("prepared", "printed", "delivered"), typed.count("birth"))


@pytest.fixture(scope="module")
def register(morning: Morning) -> Iterator[Desk]:
    desk = open_desk(morning.tied.desk, Asked(morning.tied.desk, NOW).world(), LOGIN)
    yield desk
    desk.close()


def test_the_register_holds_every_case_as_their_papers_said(morning: Morning, register: Desk) -> None:
    kept = [register.register.show(id).registration for id in range(1, len(morning.done) + 1)]
    assert {one.event for one in kept} == {"birth", "marriage", "death"}
    for done, one in zip(morning.done, kept, strict=True):
        assert (one.event, one.number) == (done.case.event, done.number)
        assert [name.text for name in one.principals()] == done.case.names


def test_numbers_have_no_hole_in_any_book(morning: Morning) -> None:
    for event in ("birth", "marriage", "death"):
        numbers = [int(done.number.partition("/")[0]) for done in morning.done if done.case.event == event]
        assert numbers == list(range(1, len(numbers) + 1))


def test_every_letter_waits_twins_on_one_sheet_and_no_draft_is_left(morning: Morning, register: Desk) -> None:
    waiting = {queue.id: queue.count for queue in Today(register.seat).view().queues}
    assert (waiting["print"], waiting["draft"]) == (sheets(morning), 0)
    twins = [2] * MORNINGS
    assert sorted(len(sheet) for sheet in register.letters.pending()) == [1] * (sheets(morning) - MORNINGS) + twins


def test_slips_were_mended_from_the_summary_and_reasons_are_kept(morning: Morning, register: Desk) -> None:
    slipped = [done for done in morning.done if done.case.slip[0]]
    assert [done.case.event for done in slipped].count("birth") == MORNINGS
    assert all(done.stops >= 1 for done in slipped)
    assert len(slipped) == 3 * MORNINGS
    late = [number for number, done in enumerate(morning.done, 1) if done.case.kind == "birth, late"]
    assert len(late) == MORNINGS
    for number in late:
        assert register.register.show(number).reasons["late-birth"] == "gia đình đi làm xa"


def test_the_log_of_keys_is_kept_with_the_cost_of_each_kind_and_holds_no_name(
    morning: Morning, tmp_path: Path, record_testsuite_property: Callable[[str, object], None]
) -> None:
    told = cost(morning.done)
    record_testsuite_property("keys per case", told)
    assert keep_cost(morning.done, tmp_path / "strokes.json").stat().st_size > 0
    assert told["birth"]["max"] <= 60
    rows = [line.split("\t") for line in morning.log.read_text(encoding="utf-8").splitlines() if "\t" in line]
    assert {row[0] for row in rows} == {"hand", "unikey", "scanner"}
    assert sum(row[0] == "hand" and row[2] == "form" for row in rows) >= sum(done.strokes for done in morning.done) - 40
    assert max(len(row[1]) for row in rows) <= len("Ctrl+Shift+Return")
    assert not {name for row in rows for name in row[1]} & set("ễẫỹƀ")
