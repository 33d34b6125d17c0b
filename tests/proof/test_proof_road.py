"""Desks and their office on a road where everything goes wrong: against plain lists of what people did.

Two desks of one commune, a third that enrols late; sticks and receipts lost, late, twice, in any order, altered,
brought to the wrong desk; desks and the office put back from copies; keys changed and revoked; forks followed or not.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import invariant, run_state_machine_as_test
from pretend_desk import COMMUNE, OTHER_COMMUNE, new_district
from road_machine import UNITS, Road
from road_model import TAKEN, counted, met_in

from common.month_counts import count_days
from common.periods import read_period
from common.year_counts import count_year, year_of
from district.enrolling import NotEnrolled
from district.recount import Recount
from district.recounting import facts_of_desk, recounts_over
from district.reports import figures

LONG = bool(os.environ.get("ENDURE"))
PHASES = (Phase.generate, Phase.shrink) if LONG else (Phase.generate,)
MONTHS = ("2026-09", "2026-10", "2026")
SPANS = tuple(map(read_period, ("2026-10", "2026-09-29..2026-10-05", "2026-10-06..2026-11-02")))


class Proved(Road):
    """The road, with what must hold after every step and after it was healed."""

    @invariant()
    def the_office_holds_and_counts_exactly_what_the_lists_say(self) -> None:
        if not hasattr(self, "told"):
            return
        with self.district.store.reading() as work:
            desks = work.desks.all()
            for who, held in self.model.held.items():
                lines = list(work.lines.raw(self.desks[who].number))
                assert tuple(self.events[digest] for _, digest, _ in lines) == held
            for unit in (COMMUNE, OTHER_COMMUNE):
                histories = [held for who, held in self.model.held.items() if UNITS[who] == unit]
                for month in MONTHS[-1 - self.count % 2 :]:
                    told = figures(work, [desk for desk in desks if desk.unit == unit], read_period(month))
                    letters = told.letters["birth"]
                    assert {"born": told.events["birth"], **letters} == counted(histories, month.removesuffix("-01"))

    @invariant()
    def what_was_counted_once_and_kept_is_what_all_lines_come_to(self) -> None:
        if not hasattr(self, "told") or self.count % 3:
            return
        period = SPANS[self.count % len(SPANS)]
        kept = recounts_over(self.district.store, [period], yearly=True)
        with self.district.store.reading() as work:
            for who, held in self.model.held.items():
                number = self.desks[who].number
                plain = tuple(facts_of_desk(work, number))
                one = kept.get(number, Recount())
                assert year_of(one.year, period) == count_year(plain, period)
                assert one.of(period)["event birth"] == count_days(plain, period)["event birth"]
                assert year_of(one.year, period).sessions == met_in(
                    held, period.first.isoformat(), period.last.isoformat()
                )

    @invariant()
    def what_was_acknowledged_is_held_or_shown_aside_and_the_pointer_stands_in_it(self) -> None:
        if not hasattr(self, "told"):
            return
        for who, held in self.model.held.items():
            histories = [held, *(told for _, told in self.model.aside[who])]
            assert self.acknowledged[who] <= {event for history in histories for event in history}
            if not self.office_went_back:
                upto = self.desks[who].acknowledged
                assert any(history[:upto] == tuple(self.told[who][:upto]) for history in histories)

    @invariant()
    def answers_are_told_in_groups_and_none_twice(self) -> None:
        if not hasattr(self, "told"):
            return
        with self.district.store.reading() as work:
            for unit in (COMMUNE, OTHER_COMMUNE):
                batches = work.batches.of_unit(unit)
                desks = {self.desks[who].number for who in self.model.held if UNITS[who] == unit}
                assert sum(batch.n for batch in batches) <= sum(desk in desks for desk, _ in self.taps)
                assert all(batch.n >= 3 for batch in batches)

    def teardown(self) -> None:
        if not hasattr(self, "told"):
            return
        try:
            for who, desk in enumerate(self.desks):
                if desk.number and who != self.revoked:
                    self.heal(who)
        finally:
            self.district.close()

    def heal(self, who: int) -> None:
        """After a few rounds of everything arriving, both sides hold the same, whatever happened before."""
        for _ in range(6):
            self.met_again(who)
            self.desks[who].register_birth()
            self.tell(who, "born", -1, "2026-10-05")
            self.closed(who)
            verdict = self.carry(*self.sticks[-1])
            self.hear(self.slips[-1])
            if self.model.fork(who):
                self.settle(who, keep=False)
                self.hear(self.slips[-1])
            elif verdict in TAKEN:
                break
        assert self.model.held[who] == tuple(self.told[who])
        assert self.desks[who].acknowledged == len(self.told[who])
        self.the_office_holds_and_counts_exactly_what_the_lists_say()

    def met_again(self, who: int) -> None:
        """A desk whose key the office does not go by (one of both was put back) changes its keys or shows its card."""
        desk = self.desks[who]
        if self.knows(who):
            return
        if (who, desk.keyed) in self.model.keys:
            desk.change_keys()
        known = {key for other, key in self.model.keys if other == who}
        if desk.names is None or desk.names.key_id in known:
            self.enrol(who)
            return
        # The office was put back to before two of the changes, or to before it ever knew the desk.
        with pytest.raises(NotEnrolled, match="named-without-reason"):
            self.enrol(who)
        self.enrol(who, "nơi nhận lập lại từ bản sao")

    def holds(self) -> None:
        """All that must hold."""
        self.the_office_holds_and_counts_exactly_what_the_lists_say()
        self.what_was_acknowledged_is_held_or_shown_aside_and_the_pointer_stands_in_it()
        self.answers_are_told_in_groups_and_none_twice()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> None:
    Proved.made = tmp_path_factory.mktemp("road") / "made"
    new_district(Proved.made).close()


@pytest.fixture
def road(made: None) -> Iterator[Proved]:
    road = Proved()
    road.begin()
    yield road
    road.teardown()


def test_a_stick_of_a_history_laid_aside_comes_late_and_changes_nothing(road: Proved) -> None:
    late = road.sticks[1]
    road.put_back(0)
    road.month(0, arrives=True, heard=True)
    assert road.model.fork(0)
    road.holds()
    road.settled(0, keep=False)
    assert road.carry(*late) == "already-accepted"
    road.holds()


def test_what_an_old_key_signed_is_taken_until_the_desk_has_changed_over_and_then_only_what_is_known(
    road: Proved,
) -> None:
    road.month(1, arrives=False, heard=False)
    road.month(1, arrives=False, heard=False)
    first, second = road.sticks[-2:]
    road.keys_changed(1)
    assert road.carry(*first) == "accepted"
    road.month(1, arrives=True, heard=True)
    assert road.carry(*second) == "already-accepted"
    road.holds()


def test_a_retired_key_brings_no_other_history(road: Proved) -> None:
    road.month(1, arrives=False, heard=False)
    old = road.sticks[-1]
    road.put_back(1)
    road.keys_changed(1)
    road.month(1, arrives=True, heard=True)
    road.settled(0, keep=False)
    road.month(1, arrives=True, heard=True)
    assert road.carry(*old) == "unknown-sender"
    road.holds()


def test_an_office_put_back_is_told_everything_again(road: Proved) -> None:
    road.worked(0, [1, 4, 4, 4, 6])
    road.month(0, arrives=True, heard=True)
    road.office_put_back(0)
    assert road.desks[0].acknowledged > len(road.model.held[0])
    road.holds()


def test_an_office_put_back_to_before_two_changes_of_keys_takes_the_desk_by_its_number(road: Proved) -> None:
    road.month(0, arrives=True, heard=True)
    late = road.sticks[-1]
    road.keys_changed(0)
    road.keys_changed(0)
    road.office_put_back(0)
    road.heal(0)
    assert road.carry(*late) == "already-accepted"
    road.holds()


def test_an_office_put_back_to_before_a_desk_was_enrolled_gives_it_its_number_again(road: Proved) -> None:
    road.enrolled_late()
    road.keys_changed(2)
    road.month(2, arrives=True, heard=True)
    road.office_put_back(0)
    road.heal(2)
    assert road.desks[2].number == 3
    road.holds()


@pytest.mark.usefixtures("made")
def test_whatever_happens_on_the_road_office_and_desks_hold_what_plain_lists_say_and_heal() -> None:
    rounds, steps = (400, 80) if LONG else (5, 30)
    run_state_machine_as_test(
        Proved,
        settings=settings(
            max_examples=rounds, stateful_step_count=steps, deadline=None, derandomize=not LONG, phases=PHASES,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
