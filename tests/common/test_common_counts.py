from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from life_stories import DAY, LATER, delivered, histories, letter, letter_voided, printed, registered

from common.counts import Answers, Fact, Report, count, standing, wilson
from common.periods import read_period

MARCH = read_period("2024-03")


def march(*facts: Fact) -> Report:
    return count(facts, MARCH, Answers())


def test_registrations_count_by_the_day_they_were_registered() -> None:
    report = march(registered("a"), registered("b", "death"), registered("c", on=LATER), registered("d", "marriage"))
    assert report.events == {"birth": 1, "marriage": 1, "death": 1}


def test_the_newest_version_of_a_registration_replaces_the_older() -> None:
    amended = Fact("amended", LATER, "a", 2, {"event": "birth", "registered_on": LATER.isoformat()})
    assert march(registered("a"), amended).events["birth"] == 0
    assert march(amended, registered("a")).events["birth"] == 0


def test_a_voided_registration_counts_nowhere() -> None:
    assert march(registered("a"), registered("b"), Fact("voided", LATER, "a", 2)).events["birth"] == 1


def test_late_registrations_are_counted_beside_and_within() -> None:
    kinds = [registered("a", registration_type=4), registered("b", registration_type=1), registered("c", late=0)]
    report = march(*kinds, registered("d", "death", late=1))
    assert (report.events["birth"], report.late) == (3, {"birth": 1, "marriage": 0, "death": 1})


def test_a_letter_counts_as_many_registrations_as_it_covers() -> None:
    report = march(letter("t", covers=2), printed("t"), delivered("t", reaction="good"))
    assert report.letters["birth"] == {"prepared": 2, "printed": 2, "delivered": 2}
    assert report.reactions == {"good": 2, "bad": 0, "none": 0}


def test_each_step_of_a_letter_counts_in_its_own_month() -> None:
    report = march(letter("t"), printed("t"), printed("t", LATER, 1), delivered("t", LATER))
    assert report.letters["birth"] == {"prepared": 1, "printed": 1, "delivered": 0}
    assert sum(report.reactions.values()) == 0
    april = count([letter("t"), printed("t", LATER), delivered("t", LATER)], read_period("2024-04"), Answers())
    assert april.letters["birth"] == {"prepared": 0, "printed": 1, "delivered": 1}


def test_a_letter_that_came_back_counts_as_handed_over_nowhere_until_it_is_handed_over_again() -> None:
    sent = delivered("a", reaction="good")
    back = Fact("letter-delivered", LATER, "a", 1, {**sent.figures, "returned_on": LATER.isoformat()})
    report = march(letter("a"), printed("a"), sent, back)
    assert (report.letters["birth"]["printed"], report.letters["birth"]["delivered"]) == (1, 0)
    assert sum(report.reactions.values()) == 0
    assert march(letter("a"), printed("a"), sent, back, sent).letters["birth"]["delivered"] == 1


def test_a_later_delivery_line_replaces_the_earlier() -> None:
    report = march(letter("t"), delivered("t", reaction="none"), delivered("t", reaction="bad"))
    assert (report.letters["birth"]["delivered"], report.reactions) == (1, {"good": 0, "bad": 1, "none": 0})


def test_voiding_one_twin_leaves_the_letter_to_the_other() -> None:
    facts = (letter("t", covers=2), printed("t"), delivered("t"))
    assert march(*facts, letter_voided("t", 1)).letters["birth"] == {"prepared": 1, "printed": 1, "delivered": 1}
    none_left = march(*facts, letter_voided("t", 1), letter_voided("t", 1))
    assert (none_left.letters["birth"]["prepared"], none_left.reactions["none"]) == (0, 0)


def test_a_letter_never_prepared_here_counts_nowhere() -> None:
    assert march(printed("x"), delivered("x"), letter_voided("x", 1)).letters["birth"]["delivered"] == 0


def test_lines_without_figures_of_their_own_change_nothing() -> None:
    others = [Fact(kind, DAY, "t") for kind in ("erased", "restored", "local")]
    assert march(letter("t"), *others).to_json() == march(letter("t")).to_json()


def test_answers_taken_at_a_desk_show_by_channel_and_join_no_share() -> None:
    told = {"period": "2024-03", "channel": "slip", "n": 4, "by_score": {"3": 4}}
    tallies = [
        Fact("ratings-tally", DAY, "t", figures=told),
        Fact("ratings-tally", DAY, "u", figures={**told, "period": "2024-02"}),
    ]
    ratings = count(tallies, MARCH, Answers(5, {"3": 5}, {"qr": 5})).ratings
    assert (ratings.n, ratings.by_score, ratings.by_channel) == (5, {"3": 5}, {"qr": 5, "slip": 4})


def test_a_report_is_one_json_value_of_known_shape() -> None:
    answers = Answers(3, {"3": 2, "1": 1}, {"qr": 3})
    assert count([registered("a"), letter("t", "thanks")], MARCH, answers).to_json() == {
        "period": "2024-03",
        "events": {"birth": 1, "marriage": 0, "death": 0},
        "letters": {
            kind: {"prepared": int(kind == "thanks"), "printed": 0, "delivered": 0}
            for kind in ("birth", "marriage", "death", "thanks", "apology")
        },
        "ratings": {"n": 3, "by_score": {"3": 2, "1": 1}, "by_channel": {"qr": 3}},
        "reactions": {"good": 0, "bad": 0, "none": 0},
    }


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(histories(), st.randoms(use_true_random=False))
def test_how_subjects_are_interleaved_does_not_matter(lives: list[list[Fact]], random: Any) -> None:
    in_turn = [fact for life in lives for fact in life]
    waiting, mixed = [list(life) for life in lives if life], []
    while waiting:
        life = random.choice(waiting)
        mixed.append(life.pop(0))
        waiting = [rest for rest in waiting if rest]
    assert march(*mixed) == march(*in_turn)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_months_add_up_to_the_whole_and_reactions_to_the_delivered(lives: list[list[Fact]]) -> None:
    facts = [fact for life in lives for fact in life]
    whole = count(facts, read_period("2024"), Answers())
    months = [count(facts, month, Answers()) for month in read_period("2024").months()]
    assert whole.events["birth"] == sum(month.events["birth"] for month in months)
    for stage in ("prepared", "printed", "delivered"):
        assert whole.letters["birth"][stage] == sum(month.letters["birth"][stage] for month in months)
    assert sum(whole.reactions.values()) == whole.letters["birth"]["delivered"]


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_the_wilson_range_holds_the_share(one: int, other: int) -> None:
    successes, n = min(one, other), max(one, other)
    low, high = wilson(successes, n)
    assert 0 <= low <= high <= 1
    assert n == 0 or low <= successes / n + 1e-12
    assert n == 0 or successes / n <= high + 1e-12


def test_the_wilson_range_is_the_known_one() -> None:
    assert wilson(9, 10) == pytest.approx((0.5958, 0.9821), abs=1e-4)
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(("successes", "n"), [(-1, 5), (6, 5)])
def test_an_impossible_share_is_refused(successes: int, n: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(successes, n)


def test_of_equal_versions_the_last_stands_and_a_letter_that_covers_nobody_does_not():
    twice = [registered("a"), replace(registered("a", "death"), version=registered("a").version)]
    back = Fact("letter-delivered", LATER, "l", 1, {"delivered_on": "2024-03-05", "returned_on": "2024-04-02"})
    standing_now, letters = standing([*twice, letter("l"), delivered("l", DAY, "good"), back, letter("gone", covers=0)])
    assert [one["event"] for one in standing_now] == ["death"]
    assert [(one.covers, one.reaction, one.delivered_on) for one in letters] == [(1, "none", None)]
