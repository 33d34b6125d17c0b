"""A robot enters twenty mixed cases with keys alone; the register, the numbers and the letters are what was typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from window_door import NOW
from window_robot import Morning, cost, keep_cost

from window_kit import LOGIN  # isort: skip

from desk_app.app.options import Asked
from desk_app.house import open_desk
from desk_app.services.desk import Desk
from desk_app.services.today import Today


@pytest.fixture(scope="module")
def register(morning: Morning) -> Iterator[Desk]:
    desk = open_desk(morning.tied.desk, Asked(morning.tied.desk, NOW).world(), LOGIN)
    yield desk
    desk.close()


def test_the_register_holds_the_twenty_cases_as_their_papers_said(morning: Morning, register: Desk) -> None:
    kept = [register.register.show(id).registration for id in range(1, len(morning.done) + 1)]
    assert Counter(one.event for one in kept) == {"birth": 10, "marriage": 6, "death": 4}
    for done, one in zip(morning.done, kept, strict=True):
        assert (one.event, one.number) == (done.case.event, done.number)
        assert [name.text for name in one.principals()] == done.case.names


def test_numbers_have_no_hole_in_any_book(morning: Morning) -> None:
    for event in ("birth", "marriage", "death"):
        numbers = [int(done.number.partition("/")[0]) for done in morning.done if done.case.event == event]
        assert numbers == list(range(1, len(numbers) + 1))


def test_every_letter_waits_twins_on_one_sheet_and_no_draft_is_left(register: Desk) -> None:
    waiting = {queue.id: queue.count for queue in Today(register.seat).view().queues}
    assert (waiting["print"], waiting["draft"]) == (19, 0)
    assert sorted(len(sheet) for sheet in register.letters.pending()) == [1] * 18 + [2]


def test_slips_were_mended_from_the_summary_and_reasons_are_kept(morning: Morning, register: Desk) -> None:
    slipped = [done for done in morning.done if done.case.slip[0]]
    assert [done.case.event for done in slipped].count("birth") == 1
    assert all(done.stops >= 1 for done in slipped)
    assert len(slipped) == 3
    (late,) = (number for number, done in enumerate(morning.done, 1) if done.case.kind == "birth, late")
    assert register.register.show(late).reasons == {"late-birth": "gia đình đi làm xa"}


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
