"""The history rule: what a bundle continues, in any order, and how a receipt moves the desk."""

import itertools
import random

import msgspec
import pytest
from bad_bundles import good
from exchange_kit import OFFICE, Build, digests, lines, senders
from hypothesis import given
from hypothesis import strategies as st
from other_documents import RECEIPT

from exchange.bundle import OpenedBundle, open_bundle
from exchange.history import judge, moved_pointer

KNOWN = senders()
SIX = [Build(lines=lines(2 * n, 2 * n - 1), basis=2 * n - 2, seq=n) for n in range(1, 7)]
OPENED = [open_bundle(build.file(), OFFICE, KNOWN) for build in SIX]
WHOLE = digests(lines(12))[1:]


class Level:
    """The level above, reduced to what the history rule needs: digests held, and bundles that wait."""

    def __init__(self) -> None:
        self.held: list[bytes] = []
        self.waiting: list[OpenedBundle] = []
        self.said: list[str] = []

    def digest(self, position: int) -> bytes | None:
        return self.held[position - 1] if 0 < position <= len(self.held) else None

    def take(self, opened: OpenedBundle) -> str:
        found = judge(opened, self.digest, len(self.held))
        self.said.append(found.verdict)
        if found.verdict == "waiting":
            self.waiting.append(opened)
        if found.verdict == "accepted":
            self.held += [one.digest for one in opened.lines if one.position >= found.first_new]
            again, self.waiting = self.waiting, []
            for one in again:
                self.take(one)
        return found.verdict


def bundle(name: str) -> OpenedBundle:
    return open_bundle(good()[name].file(), OFFICE, KNOWN)


def test_six_bundles_in_all_720_orders_end_in_the_same_state() -> None:
    for order in itertools.permutations(OPENED):
        level = Level()
        for opened in order:
            level.take(opened)
        assert (level.held, level.waiting) == (WHOLE, [])


def test_repeats_in_any_order_end_in_the_same_state() -> None:
    dice = random.Random(7)
    for _ in range(200):
        order = dice.choices(OPENED, k=12) + OPENED
        dice.shuffle(order)
        level = Level()
        for opened in order:
            level.take(opened)
        assert (level.held, level.waiting) == (WHOLE, [])


@pytest.mark.parametrize("missing", range(6))
def test_a_lost_bundle_leaves_the_later_ones_waiting_until_a_cumulative_one_heals_it(missing: int) -> None:
    for order in itertools.permutations(OPENED[:missing] + OPENED[missing + 1 :]):
        level = Level()
        for opened in order:
            level.take(opened)
        assert level.held == WHOLE[: 2 * missing]
        assert len(level.waiting) == 5 - missing
    healing = Build(lines=lines(12, 2 * missing + 1), basis=2 * missing, seq=7)
    level.take(open_bundle(healing.file(), OFFICE, KNOWN))
    assert (level.held, level.waiting) == (WHOLE, [])


def test_the_same_bundle_fifty_times_changes_nothing() -> None:
    level = Level()
    for _ in range(50):
        level.take(OPENED[0])
    assert level.said == ["accepted"] + ["already-accepted"] * 49
    assert level.held == WHOLE[:2]


def test_a_cumulative_bundle_is_taken_from_the_first_new_position() -> None:
    level = Level()
    level.take(bundle("first"))
    found = judge(bundle("cumulative"), level.digest, 4)
    assert (found.verdict, found.first_new, found.last_common) == ("accepted", 5, 4)


def test_a_fork_is_named_with_the_last_common_position_and_nothing_is_taken() -> None:
    level = Level()
    level.take(bundle("cumulative"))
    found = judge(bundle("fork"), level.digest, 9)
    assert (found.verdict, found.first_new, found.last_common) == ("forked", 0, 2)


@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 39))
def test_every_fork_is_found_at_its_place(ours: int, theirs: int, common: int) -> None:
    common = min(common, ours - 1, theirs - 1)
    changed = [raw.replace(b'"version":1', b'"version":2') for raw in lines(theirs)]
    fork = open_bundle(Build(lines=[*lines(common), *changed[common:]]).file(), OFFICE, KNOWN)
    level = Level()
    level.held = digests(lines(ours))[1:]
    found = judge(fork, level.digest, ours)
    assert (found.verdict, found.last_common) == ("forked", common)


def test_a_fork_ends_when_a_person_sets_our_lines_after_it_aside() -> None:
    level = Level()
    level.take(bundle("cumulative"))
    fork = bundle("fork")
    level.held = level.held[: judge(fork, level.digest, 9).last_common]
    assert level.take(fork) == "accepted"
    assert level.held == [one.digest for one in fork.lines]


def test_a_bundle_that_parts_ways_before_its_basis_is_forked() -> None:
    level = Level()
    level.held = digests([raw.replace(b'"version":1', b'"version":2') for raw in lines(4)])[1:]
    found = judge(bundle("next"), level.digest, 4)
    assert (found.verdict, found.last_common) == ("forked", 3)


def test_a_month_without_lines_is_already_accepted_where_it_is_known_and_waits_where_not() -> None:
    assert judge(bundle("silent-month"), lambda position: None, 0).verdict == "waiting"
    level = Level()
    level.take(bundle("first"))
    assert level.take(bundle("silent-month")) == "already-accepted"


def test_numbers_and_clocks_never_decide() -> None:
    level = Level()
    odd = {"seq": 1, "epoch": 9, "created_at": "1970-01-01T00:00:00Z"}
    level.take(open_bundle(Build(fields=odd).file(), OFFICE, KNOWN))
    assert level.take(open_bundle(Build(lines=lines(9), fields=odd).file(), OFFICE, KNOWN)) == "accepted"


def test_the_pointer_moves_forward_only_where_our_own_chain_agrees() -> None:
    chain = digests(lines(9))

    def ours(position: int) -> bytes | None:
        return chain[position] if position < len(chain) else None

    assert moved_pointer(RECEIPT, 0, ours) == 4
    assert moved_pointer(RECEIPT, 7, ours) == 7
    assert moved_pointer(msgspec.structs.replace(RECEIPT, digest_at_upto="00" * 32), 0, ours) is None
    assert moved_pointer(msgspec.structs.replace(RECEIPT, upto=10), 0, ours) is None


def test_a_judgement_says_where_the_histories_are_one() -> None:
    level = Level()
    first, second = OPENED[:2]
    waiting = judge(second, level.digest, 0)
    assert (waiting.verdict, waiting.first_new, waiting.last_common) == ("waiting", 0, 0)
    level.take(first)
    level.take(second)
    again = judge(first, level.digest, 4)
    assert (again.verdict, again.first_new, again.last_common) == ("already-accepted", 0, 2)


def test_a_history_that_differs_from_its_first_line_on_has_nothing_in_common() -> None:
    cumulative = bundle("cumulative")
    held = [b"x" * 32] * 20

    def digest(position: int) -> bytes | None:
        return held[position] if position < len(held) else None

    found = judge(cumulative, digest, 19)
    assert (found.verdict, found.first_new, found.last_common) == ("forked", 0, 0)
    found = judge(OPENED[2], digest, 19)
    assert (found.verdict, found.last_common) == ("forked", OPENED[2].manifest.basis - 1)


def test_a_fork_in_the_middle_of_a_later_bundle_is_found_at_its_line() -> None:
    later = open_bundle(Build(lines=lines(12, 5), basis=4, seq=9).file(), OFFICE, KNOWN)
    for common in range(4, 12):
        ours = [digests(lines(12))[n] if n <= common else b"x" * 32 for n in range(13)]
        found = judge(later, ours.__getitem__, 12)
        assert (found.verdict, found.last_common) == ("forked", common)
