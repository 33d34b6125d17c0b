"""Six bundles in all 720 orders, each of them twice, with any of them missing: one end, a gap that is named, and heals.

Every way to every set of arrived bundles is walked: from each of the 64 sets every bundle arrives that is not there
yet, and one that is. Where all ways into a set meet in one state, all orders of all six end in one. With ENDURE=1 the
orders are walked one by one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Any

import pytest
from pretend_desk import PretendDesk, enrol, new_district

from district.sitting import Decision, Sitting
from tools.fuzz.moments import Moments, moments_of

LONG = bool(os.environ.get("ENDURE"))
ENDS = ((0, 3), (3, 5), (5, 6), (0, 6), (6, 9), (9, 12))
"""From which line to which each bundle goes: the fourth holds the first three again; one line of the fifth is bad."""
BAD = 8
Arrived = frozenset[int]


@dataclass(frozen=True)
class Table:
    """The office with six bundles before it, and everything undone afterwards."""

    desk: Any
    raws: tuple[bytes, ...]
    moments: Moments
    sitting: Sitting

    def take(self, which: int) -> Decision:
        decision = self.sitting.receive(self.raws[which])
        assert decision.verdict in ("accepted", "already-accepted", "waiting")
        return decision

    def reached(self) -> int:
        with self.moments.reading() as work:
            return work.lines.head(self.desk.number)

    def told(self) -> tuple[int, int, int]:
        """Lines that count, lines set aside, and files that still wait, as the rows of the bundles add them up."""
        with self.moments.reading() as work:
            rows = work.bundles.of_desk(self.desk.number)
            waiting = len(work.bundles.kept(self.desk.number, "waiting"))
        return sum(row.applied for row in rows), sum(row.set_aside for row in rows), waiting


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Table]:
    district = new_district(tmp_path_factory.mktemp("orders") / "district")
    member = district.users.log_in("officer", "demo")
    desk = enrol(district, PretendDesk("orders"), member)
    for position in range(1, ENDS[-1][1] + 1):
        desk.register_birth()
        if position == BAD:
            desk.lines[-1] = desk.lines[-1].replace(b'"birth"', b'"circus"')
    raws = tuple(desk.bundle(basis, head) for basis, head in ENDS)
    with moments_of(district.store) as moments:
        yield Table(desk, raws, moments, replace(district.sitting(member), store=moments))
    district.close()


def end_of(arrived: Arrived) -> int:
    """The last line of the stretch without a gap, by the plainest rule there is."""
    held = {line for which in arrived for line in range(ENDS[which][0] + 1, ENDS[which][1] + 1)}
    return next(line for line in range(100) if line + 1 not in held)


def waits(arrived: Arrived) -> int:
    """How many files begin beyond that stretch."""
    return sum(ENDS[which][0] > end_of(arrived) for which in arrived)


def agrees(table: Table, arrived: Arrived, decision: Decision) -> None:
    """The office stands where the plain rule says, its receipt names the gap, and the piles add up."""
    end = end_of(arrived)
    receipt = table.desk.read_receipt(decision.receipt)
    assert (table.reached(), receipt.upto) == (end, end)
    assert table.told() == (end - (end >= BAD), int(end >= BAD), waits(arrived))
    assert BAD not in {line.position for line in receipt.set_aside} or end >= BAD


def walk(table: Table, arrived: Arrived, states: dict[Arrived, set[str]]) -> None:
    """Let each that is not here yet arrive, and one that is; go on from every set that was not met before."""
    again = sorted(arrived) if LONG else sorted(arrived)[len(arrived) % 2 :][:1]
    for which in (*again, *sorted(set(range(len(ENDS))) - arrived)):
        with table.moments.tried():
            after = arrived | {which}
            agrees(table, after, table.take(which))
            known = after in states
            states.setdefault(after, set()).add(table.moments.digest())
            if not known:
                walk(table, after, states)


def test_six_bundles_in_all_720_orders_and_with_repeats_end_in_one_state(table: Table) -> None:
    states: dict[Arrived, set[str]] = {}
    walk(table, frozenset(), states)
    assert len(states) == 2**6 - 1
    assert {len(ways) for ways in states.values()} == {1}, "two ways to the same bundles, and two states"


@pytest.mark.parametrize("missing", range(len(ENDS)))
def test_with_one_missing_the_gap_is_named_and_heals_when_it_comes(table: Table, missing: int) -> None:
    rest = [which for which in range(len(ENDS)) if which != missing]
    with table.moments.tried():
        last = [table.take(which) for which in reversed(rest)][-1]
        agrees(table, frozenset(rest), last)
        # The first three lie in the fourth as well, and the fourth in the first three: nothing is missing there.
        assert end_of(frozenset(rest)) == (ENDS[missing][0] if missing > 3 else ENDS[-1][1])
        healed = table.take(missing)
        agrees(table, frozenset(range(len(ENDS))), healed)
        assert table.told() == (ENDS[-1][1] - 1, 1, 0)


def test_every_order_of_the_six_itself_ends_in_that_state(table: Table) -> None:
    orders = list(permutations(range(len(ENDS))))
    assert len(orders) == 720
    ends = set()
    for order in orders if LONG else orders[::240]:
        with table.moments.tried():
            for count, which in enumerate(order, 1):
                agrees(table, frozenset(order[:count]), table.take(which))
            table.take(order[0])
            ends.add(table.moments.digest())
    assert len(ends) == 1
