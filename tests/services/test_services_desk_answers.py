"""Answers taken at the desk: on three levels or five, with what else was asked, each scale in a tally of its own."""

from __future__ import annotations

from typing import Any

import pytest

from common.periods import read_period
from common.questions import choices_told
from desk_app.domain.problems import Problem
from desk_app.feedback.counter import CounterAnswer
from desk_app.services.desk import Desk
from desk_app.services.lines import act_entry
from desk_app.services.question_sets import QuestionDesk
from desk_app.services.tallies import untold_tallies
from desk_app.services.trouble import Mistake
from exchange.figures import KINDS

MONTH = read_period("2026-11")


def took(desk: Desk, **values: Any) -> CounterAnswer:
    told = desk.voice.take({"channel": "slip", "on": "2026-11-03", **values})
    assert isinstance(told, CounterAnswer)
    return told


def tallies(desk: Desk) -> tuple[dict[str, Any], ...]:
    with desk.seat.reading() as reading:
        told = untold_tallies(reading, MONTH)
    for figures in told:
        rule = KINDS["ratings-tally"]
        assert set(figures) <= set(rule.figures)
        assert all(rule.figures[name].fits(value) for name, value in figures.items())
        assert rule.agree(figures)
    return told


def test_an_answer_keeps_the_set_that_was_asked_and_old_files_go_on_working(desk: Desk) -> None:
    old = took(desk, score="3")
    assert (old.scale, old.question_set, dict(old.asked)) == (3, "", {})
    asked = {"attitude": "4", "cost": "no", "reason": ["wait", "papers"], "time": ""}
    new = took(desk, score="2", question_set="service-5", asked=asked)
    assert (new.scale, new.question_set) == (5, "service-5/1")
    assert [*choices_told(new.asked)] == ["attitude.4", "cost.no", "reason.wait", "reason.papers"]
    with desk.seat.reading() as reading:
        kept = reading.ratings.desk_answers(MONTH)
    assert [(one.score, one.scale, one.question_set) for one in kept] == [(3, 3, ""), (2, 5, "service-5/1")]
    assert kept[1].asked == new.asked


MISFITS: tuple[tuple[dict[str, Any], str], ...] = (
    ({"score": "4"}, "answer-score"),
    ({"score": "6", "scale": 5}, "answer-score-5"),
    ({"score": "3", "scale": 4}, "answer-scale"),
    ({"score": "3", "scale": 5, "question_set": "service-3"}, "answer-scale-of-set"),
    ({"score": "3", "question_set": "service-3/9"}, "answer-set"),
    ({"score": "3", "asked": {"attitude": "3"}}, "answer-asked"),
    ({"score": "3", "question_set": "service-3", "asked": {"attitude": "5"}}, "answer-asked"),
    ({"score": "3", "question_set": "service-3", "asked": {"cost": ["no", "yes"]}}, "answer-asked"),
    ({"score": "3", "question_set": "service-3", "asked": {"overall": "3"}}, "answer-asked"),
    ({"score": "3", "question_set": "service-3", "asked": ["cost"]}, "answer-asked"),
)


def test_what_does_not_fit_its_set_is_told_and_not_kept(desk: Desk) -> None:
    for values, code in MISFITS:
        told = desk.voice.take({"channel": "slip", **values})
        assert isinstance(told, tuple)
        assert [problem.code for problem in told if isinstance(problem, Problem)] == [code]
    assert desk.voice.of_day(desk.seat.today()) == {}


def test_two_scales_are_never_in_one_tally_and_what_came_late_goes_up_alone(desk: Desk) -> None:
    took(desk, score="3")
    took(desk, score="3", question_set="service-3/1", asked={"cost": "yes"})
    took(desk, score="3", question_set="service-5/1", asked={"cost": "no"})
    took(desk, score="3", question_set="service-5/1", channel="counter")
    place = {"period": "2026-11", "channel": "slip", "by_score": {"3": 2}}
    counter, three, five = tallies(desk)
    assert counter == {"period": "2026-11", "channel": "counter", "n": 1, "by_score": {"3": 1}, "scale": 5}
    assert three == {**place, "n": 2, "scale": 3, "asked": {"cost.yes": 1}}
    assert five == {**place, "n": 1, "by_score": {"3": 1}, "scale": 5, "asked": {"cost.no": 1}}
    with desk.seat.work() as work:
        for figures in (counter, three, five):
            work.journal.append(act_entry(desk.seat, "ratings-tally", desk.seat.subject(), figures, {}))
        work.commit()
    assert tallies(desk) == ()
    took(desk, score="1", question_set="service-3/1", asked={"cost": "yes"})
    assert tallies(desk) == ({**place, "n": 1, "by_score": {"1": 1}, "scale": 3, "asked": {"cost.yes": 1}},)


def test_the_set_in_force_is_one_setting_and_three_levels_where_nobody_chose(desk: Desk) -> None:
    questions = QuestionDesk(desk.seat)
    assert questions.in_force().mark == "service-3/1"
    desk.settings.put("question-set", "service-5")
    assert questions.in_force() is questions.sets().newest("service-5")
    with pytest.raises(Mistake, match="no-such-questions"):
        desk.settings.put("question-set", "service-9")
    assert questions.in_force().scale == 5
