"""A robot works on for days in a register that has lines already: nothing it holds grows, nothing is left behind.

The suite lets it work in a register of two thousand; `make endure` (ENDURE=1) longer, and in one of 300,000 beside one
of 10,000 with `python -m tools.endurance week`, which compares what every act costs in both.
"""

from __future__ import annotations

import os
from contextlib import closing

import pytest

from common.dates import PartialDate
from desk_app.domain.events import EVENTS
from desk_app.house import open_desk
from desk_app.services.copies import copies_in
from tools.endurance.grown import LOGIN, Clock, grow, make, world
from tools.endurance.plans import Explained, watching
from tools.endurance.probe import Held, slope, strays
from tools.endurance.table import WALKS, Cost, costs, leaks

ENDURES = bool(os.environ.get("ENDURE"))
REGISTRATIONS, DAYS, VISITORS = (10_000, 30, 12) if ENDURES else (2_000, 4, 1)


@pytest.fixture(scope="module")
def robot(tmp_path_factory: pytest.TempPathFactory) -> Explained:
    folder, clock = tmp_path_factory.mktemp("tuần") / "quầy", Clock()
    make(folder, clock)
    grow(folder, clock, REGISTRATIONS)
    worker = Explained(folder, clock)
    worker.week(DAYS, VISITORS)
    return worker


@pytest.mark.timeout(7200 if ENDURES else 300)
def test_after_the_first_day_nothing_grows_with_what_is_done(robot: Explained) -> None:
    assert robot.acts >= 100
    assert list(leaks(robot.looks)) == []


def test_the_evening_leaves_no_half_file_and_one_copy(robot: Explained) -> None:
    assert strays(robot.folder.parent) == []
    assert copies_in(robot.folder / "backups")


def test_a_register_grown_in_bulk_stands_every_check(robot: Explained) -> None:
    with closing(open_desk(robot.folder, world(robot.clock), LOGIN)) as desk, desk.seat.reading() as reading:
        assert desk.care.check() == reading.journal.head()[0]
        assert reading.overview.registrations() == REGISTRATIONS + DAYS * VISITORS


def test_no_page_and_no_act_walks_through_the_register(robot: Explained) -> None:
    assert len(robot.asked) >= 20
    assert {act: asked for act, asked in robot.walks().items() if act not in WALKS} == {}


def test_records_alike_are_looked_for_by_index_whatever_the_register_holds(robot: Explained) -> None:
    with closing(open_desk(robot.folder, world(robot.clock), LOGIN)) as desk:
        found: dict[str, list[str]] = {}
        with watching(desk, found), desk.seat.reading() as reading:
            for event in EVENTS:
                reading.like.numbered(event, ["064088000001", "064188000002"])
                reading.like.people_on(event, ["2026-11-09", "2026-11", "2026"])
                reading.like.born_on(event, ["nguyen van binh"], ["1950-01-01"])
                reading.registrations.alike(event, ["nguyen van binh"], PartialDate(2026, 11, 9))
            reading.like.deaths([202610, 202611])
    assert len(found) >= 4
    assert {asked: steps for asked, steps in found.items() if steps} == {}


# ---- the measures themselves


def test_a_question_without_an_index_is_seen(robot: Explained) -> None:
    with closing(open_desk(robot.folder, world(robot.clock), LOGIN)) as desk:
        found: dict[str, list[str]] = {}
        with watching(desk, found), desk.seat.reading() as reading:
            reading.registrations.without_letter(9)
            tuple(reading.journal.facts("registered"))
            reading.registrations.newest(9)
        assert len([steps for steps in found.values() if steps]) == 2


def test_what_grows_by_a_page_an_act_is_a_leak_and_noise_is_none() -> None:
    def looks(kib: list[int], blocks: list[int]) -> list[Held]:
        return [Held(100 * n, k, b, 6, 1) for n, (k, b) in enumerate(zip(kib, blocks, strict=True))]

    steady = [500, 600, 598, 601, 600, 599]
    assert list(leaks(looks(steady, steady))) == []
    (found,) = leaks(looks([500, *(600 + 9_000 * n for n in range(5))], steady))
    assert found == "kib: 90.00 an act"
    assert slope(looks(steady, [1000 + 5000 * n for n in range(6)]), "blocks") == pytest.approx(50)


def test_an_act_that_takes_longer_in_a_large_register_is_named(robot: Explained) -> None:
    four = {act: [value * 4 for value in values] for act, values in robot.times.items()}
    slow = {row.act for row in costs(robot.times, four) if not row.holds}
    assert {"save", "find", "page: today"} <= slow
    assert not [row for row in costs(robot.times, robot.times) if not row.holds]
    assert Cost("save", 1, 1.0, 1.0, 1.0, 1.3, 1.25).holds is False
