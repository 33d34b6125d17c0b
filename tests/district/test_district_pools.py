"""Answers are told in pools: no sum, filter, period or moment tells of fewer than five, and none is lost."""

import random
from datetime import date, timedelta
from fractions import Fraction

import pytest

from common.periods import read_period
from district.pools import SMALLEST_TOLD, answers_in, pools_in, pools_of, told
from district.store.batches import Batch

KINDS = (("birth",), ("marriage",), ("birth", "marriage"))


def batch(id, on, n, kinds=("birth",), **more):
    good = n // 2
    scores = {"3": n - good, "1": good}
    plain = {"by_score": scores, "by_channel": {"qr": n}, "reasons": {}, "comments": (), "contradicted": 0}
    return Batch(**{"id": id, "unit": "00070", "formed_on": on, "kinds": kinds, "n": n, **plain, **more})


def seen_through_time(chance):
    """An office's batches as they are formed, on one day or on later ones, and every set of batches that was told."""
    day, batches, told_sets = date(2026, 10, 1), [], set()
    for number in range(chance.randint(2, 12)):
        day += timedelta(chance.choice((0, 0, 1, 40)))
        n = chance.choice((3, 4, 3, 4, 5, 6, 9))
        batches.append(batch(f"{chance.randrange(10**6):06d}-{number}", day.isoformat(), n, chance.choice(KINDS)))
        told_sets |= {pool.ids for pool in pools_of(batches)}
    return batches, told_sets


def gives_away(told_sets, small):
    """Whether the one small batch is a sum or difference of what was told, by elimination over fractions."""
    ids = sorted(set().union({small}, *told_sets))
    rows = [[Fraction(id in one) for id in ids] for one in told_sets]
    wanted = [Fraction(id == small) for id in ids]
    for column in range(len(ids)):
        pivot = next((row for row in rows if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows = [_less(row, pivot, column) for row in rows]
        wanted = _less(wanted, pivot, column)
    return not any(wanted)


def _less(row, pivot, column):
    factor = row[column] / pivot[column]
    return [a - factor * b for a, b in zip(row, pivot, strict=True)] if factor else row


@pytest.mark.parametrize("seed", range(60))
def test_no_sum_or_difference_of_what_was_ever_told_is_of_one_small_batch(seed):
    batches, told_sets = seen_through_time(random.Random(seed))
    small = [one.id for one in batches if one.n < SMALLEST_TOLD]
    assert [id for id in small if gives_away(told_sets, id)] == []
    pools = pools_of(batches)
    assert all(sum(one.n for one in pool.batches) >= SMALLEST_TOLD for pool in pools)
    held = [id for pool in pools for id in pool.ids]
    assert len(held) == len(set(held))
    assert len({one.formed_on for one in batches if one.id not in held}) <= 1


def test_the_check_finds_a_batch_that_two_sums_give_away():
    assert gives_away({frozenset("ab"), frozenset("a")}, "b")
    assert not gives_away({frozenset("ab"), frozenset("bc")}, "b")


def test_what_is_small_waits_for_the_next_of_its_kind_or_of_several_and_counts_on_that_day():
    quarters = [batch("a", "2026-10-02", 3), batch("b", "2027-01-05", 8, ("marriage",)), batch("c", "2027-04-03", 5)]
    assert [(pool.day, pool.kind, pool.ids) for pool in pools_of(quarters)] == [
        ("2027-01-05", "marriage", {"b"}),
        ("2027-04-03", "birth", {"a", "c"}),
    ]
    assert answers_in(quarters, read_period("2026-Q4")).n == 0
    assert answers_in(quarters, read_period("2027-Q2")).n == 8
    assert answers_in(quarters, read_period("2027")).n == 16


def test_every_view_is_a_sum_of_whole_pools():
    chance = random.Random(5)
    batches, _ = seen_through_time(chance)
    year, months = read_period("2026..2029"), [f"{y}-{m:02d}" for y in range(2026, 2030) for m in range(1, 13)]
    whole = told(pools_in(batches, year))
    parts = [told(pools_in(batches, read_period(month))) for month in months]
    assert sum(part.n for part in parts) == whole.n == sum(whole.by_kind.values())
    assert all(part.n == 0 or part.n >= SMALLEST_TOLD for part in parts)


def test_comments_of_a_pool_stand_by_text_and_scales_are_put_together():
    five = batch("b", "2026-10-03", 5, comments=("Chờ lâu",), scale=5, by_score={"5": 3, "3": 2}, contradicted=1)
    said = told(pools_of([batch("a", "2026-10-02", 4, comments=("Vui", "An tâm")), five]))
    assert (said.n, said.spread.scale, dict(said.spread.by_score)) == (9, 3, {"3": 5, "1": 4})
    assert (said.comments, said.contradicted) == (("An tâm", "Chờ lâu", "Vui"), 1)
