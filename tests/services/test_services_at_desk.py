"""The desk's own answers by set and question: counts with their n, none of a survey, none that gives somebody away."""

from __future__ import annotations

from hand_clock import Clock

from common.words import at_desk as said
from desk_app.db.ratings import DeskAnswer
from desk_app.db.surveys import KeptSurvey
from desk_app.services.at_desk import at_desk
from desk_app.services.desk import Desk


def test_answers_are_counted_by_set_and_question_and_surveys_stay_out(desk: Desk, clock: Clock) -> None:
    three = {"channel": "slip", "question_set": "service-3/1"}
    desk.voice.take({**three, "score": "3", "asked": {"cost": "no", "reason": ["quick", "kind"]}})
    desk.voice.take({**three, "score": "1", "asked": {"cost": "yes", "reason": "wait"}})
    desk.voice.take({"channel": "phone", "score": "2"})
    desk.voice.take({"channel": "slip", "question_set": "service-5", "score": "5"})
    with desk.seat.work() as work:
        survey = work.surveys.add(_survey(desk))
        work.ratings.keep_answer(DeskAnswer(0, desk.seat.today(), "slip", 1, "", survey_id=survey))
        work.commit()
    first, second = at_desk(desk.seat, "2026-Q4").sets
    assert (first.n, first.by_channel, first.by_score) == (3, {"slip": 2, "phone": 1}, {"3": 1, "1": 1, "2": 1})
    assert (second.questions.mark, second.n, second.asked) == ("service-5/1", 1, {})
    assert said.question(first.questions, "cost", first.asked["cost"])[1] == "1 trong 2 người trả lời câu này nói có"
    assert said.question(first.questions, "reason", first.asked["reason"])[1] == "chờ lâu 1, nhanh 1, niềm nở 1"
    assert said.levels(first.questions, first.by_score) == "rất hài lòng 1, hài lòng 1, chưa hài lòng 1"
    assert at_desk(desk.seat, "2025").sets == ()


def test_what_was_tapped_is_counted_from_the_next_day_in_whole_fives_so_that_nobody_is_guessed(
    desk: Desk, clock: Clock
) -> None:
    def tapped(times: int) -> None:
        for _ in range(times):
            desk.voice.take({"channel": "counter", "score": "1", "question_set": "service-3/1"})

    tapped(5)
    today = at_desk(desk.seat, "2026-Q4")
    assert (today.sets, today.later) == ((), 5)
    clock.forward(1)
    tapped(4)
    for n, later in ((5, 4), (5, 4)):
        told = at_desk(desk.seat, "2026-Q4")
        assert ([one.n for one in told.sets], told.later) == ([n], later)
        clock.forward(1)
    tapped(1)
    clock.forward(1)
    told = at_desk(desk.seat, "2026-Q4")
    assert ([one.n for one in told.sets], told.later) == ([10], 0)


def _survey(desk: Desk) -> KeptSurvey:
    return KeptSurvey(0, "ab" * 16, "Khảo sát quý", desk.seat.today())
