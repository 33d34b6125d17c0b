"""The walk at random of tests/journeys, of a real desk and its office, where the office too is put back from a copy."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import initialize, precondition, rule, run_state_machine_as_test
from test_journey_fork_walk import PHASES, Made, Walk, make, open_office

from desk_app.services.trouble import Trouble

LONG = bool(os.environ.get("ENDURE"))


class BothPutBack(Walk):
    """What the desk's walk does, and an office that loses days of its own."""

    @initialize()
    def no_copies(self) -> None:
        self.office_copies: list[Path] = []

    @rule()
    def copy_office(self) -> None:
        path = self.folder / f"office-copy-{len(self.office_copies)}.db"
        self.office.store.backup_to(path)
        self.office_copies.append(path)

    @precondition(lambda self: self.office_copies)
    @rule(which=some.integers(0, 99))
    def restore_office(self, which: int) -> None:
        """An older copy of the office's tables is put back; answers of citizens lie in a store of their own."""
        self.office.close()
        for left in (self.folder / "office").glob("office.db-*"):
            left.unlink()
        shutil.copy(self.office_copies[which % len(self.office_copies)], self.folder / "office" / "office.db")
        self.office = open_office(self.folder, self.clock)
        self.sitting = self.office.sitting(self.office.users.log_in("officer", "demo"))

    @precondition(lambda self: self.slips)
    @rule(which=some.integers(0, 99))
    def hear(self, which: int) -> None:
        """Two receipts may bear one number now: the second is refused by name, and the desk goes on."""
        try:
            Walk.hear(self, which)
        except Trouble as trouble:
            if trouble.code != "receipt-number-twice":
                raise


@pytest.fixture(scope="session")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(tmp_path_factory.mktemp("both"))


def a_month(walk: BothPutBack) -> str:
    """A birth, a bundle, its receipt; a fork is ended by following the desk. Gives the verdict."""
    walk.none_newer()
    walk.enter()
    walk.export()
    decision = walk.sitting.receive(walk.sticks[-1])
    assert decision.receipt is not None
    walk.slips.append(decision.receipt.raw)
    walk.hear(0)
    walk.settle(keep=False)
    walk.hear(0)
    return decision.verdict


@pytest.fixture
def walk(walked: Made) -> Iterator[BothPutBack]:
    BothPutBack.made = walked
    walk = BothPutBack()
    walk.begin()
    walk.no_copies()
    yield walk
    walk.teardown()


@pytest.mark.parametrize(("more", "told"), [(6, "waiting"), (0, "forked")])
def test_a_newer_copy_put_back_after_the_office_followed_an_older_one_is_no_dead_end(
    walk: BothPutBack, more: int, told: str
) -> None:
    assert a_month(walk) == "accepted"
    walk.copy()
    for _ in range(more):
        walk.enter()
    assert a_month(walk) == "accepted"
    walk.copy()
    walk.restore(0)
    assert a_month(walk) == "forked"
    # The newest disk turns up after all: its pointer stands in lines that the office has set aside since.
    walk.restore(1)
    assert [a_month(walk), a_month(walk), a_month(walk)] == [told, "forked", "accepted"]


def test_an_office_put_back_asks_for_its_lost_lines_and_gets_them_without_a_fork(walk: BothPutBack) -> None:
    assert a_month(walk) == "accepted"
    walk.copy_office()
    assert a_month(walk) == "accepted"
    walk.restore_office(0)
    assert [a_month(walk), a_month(walk)] == ["waiting", "accepted"]
    with walk.office.store.reading() as work:
        assert work.branches.of_desk(1) == ()


def test_an_office_that_is_put_back_as_well_comes_to_the_same_end_as_its_desk(walked: Made) -> None:
    BothPutBack.made = walked
    rounds, steps = (150, 60) if LONG else (2, 12)
    run_state_machine_as_test(
        BothPutBack,
        settings=settings(
            max_examples=rounds, stateful_step_count=steps, deadline=None, derandomize=not LONG, phases=PHASES,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
