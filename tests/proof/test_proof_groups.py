"""No sum or difference of batches, pools and split figures tells of fewer answers than a group, whatever happened.

Letters late and void, receipts lost, quarters that end, two scales, two desks of a commune, communes that become one,
an office put back from its copy. What anybody was ever told is kept, and linear algebra looks for the smallest set that
it singles out; only the groups of three and four of an ended quarter, told to a desk as they are, may be smaller.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from random import Random

import pytest
from group_world import UNITS, World, told_apart
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some
from pretend_desk import PretendDesk, enrol, new_district

from district.store.store import Store

LONG = bool(os.environ.get("ENDURE"))
LIKELY = "aaaaaaaddllbbbbbbbbcpm"
ACTS = some.tuples(some.sampled_from(LIKELY), some.integers(1, 9))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    office = new_district(tmp_path_factory.mktemp("groups") / "district")
    officer = office.users.log_in("officer", "demo")
    for number, unit in UNITS.items():
        enrol(office, PretendDesk(f"desk {number}", unit), officer)
    yield office.store
    office.close()


def lived(world: World, acts: list[tuple[str, int]]) -> None:
    for act, many in acts:
        if act == "b":
            world.bundle(1 + many % 3)
        elif act in "cpm":
            {"c": world.copied, "p": world.put_back, "m": world.merged}[act]()
        else:
            {"a": world.answer, "d": lambda n: world.days(n * 6), "l": world.letters_come}[act](many)


def nobody_is_told_apart(store: Store, acts: list[tuple[str, int]], seed: int) -> None:
    with store.trial() as work:
        world = World(work, seed)
        lived(world, acts)
        small = {batch for batch in world.members.values() if len(batch) < 5}
        assert all(len(batch) >= 3 for batch in small)
        assert set(told_apart(world.told)) <= small


@settings(
    max_examples=2000 if LONG else 6, deadline=None, derandomize=not LONG, suppress_health_check=list(HealthCheck),
    phases=(Phase.generate, Phase.shrink) if LONG else (Phase.generate,),
)  # fmt: skip
@given(acts=some.lists(ACTS, min_size=20, max_size=70), seed=some.integers(0, 10**6))
def test_no_sum_or_difference_of_what_is_told_is_of_a_few_answers(
    store: Store, acts: list[tuple[str, int]], seed: int
) -> None:
    nobody_is_told_apart(store, acts, seed)


@pytest.mark.parametrize("seed", [3, 15, 27])
def test_lives_in_which_a_weaker_rule_tells_of_a_few(store: Store, seed: int) -> None:
    """15: a split measured with batches that are all noted; 3, 27: an office put back that does not know it."""
    chance = Random(seed)
    nobody_is_told_apart(store, [(chance.choice(LIKELY), chance.randint(1, 9)) for _ in range(60)], seed)


@pytest.mark.parametrize(
    ("told", "apart"),
    [
        ([range(6), range(7)], [{6}]),
        ([range(6), range(6, 12)], []),
        ([range(6), range(6, 12), [*range(5), 6]], []),
        ([range(10), range(5, 15), range(4, 15)], [{4}]),
        ([range(8), range(3, 12), range(12), range(100, 103)], [{0, 1, 2}, {8, 9, 10, 11}, {100, 101, 102}]),
    ],
)
def test_the_algebra_finds_what_a_difference_tells(told: list[range], apart: list[set[int]]) -> None:
    found = set(told_apart({frozenset(map(str, group)) for group in told}))
    assert {frozenset(map(str, one)) for one in apart} <= found
    assert bool(apart) == bool(found)
