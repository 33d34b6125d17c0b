"""Surveys, follow-ups and letters drawn by lot are kept in a real register and read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desk_app.db.check_draws import KeptDraw
from desk_app.db.follow_ups import KeptFollowUp
from desk_app.db.surveys import KeptPlace, KeptSurvey

DAY = date(2026, 11, 2)


def test_a_survey_keeps_where_its_slips_went(reopen):
    with reopen().work() as work:
        id = work.surveys.add(KeptSurvey(0, "ab" * 16, "Quý IV", DAY, None, {"by": "front"}))
        place = work.surveys.add_place(KeptPlace(0, id, "Thôn Đông", 40, 31, 2))
        work.surveys.keep_place(KeptPlace(place, id, "Thôn Đông", 40, 33, 2))
        other = work.surveys.add_place(KeptPlace(0, id, "Thôn Tây"))
        work.surveys.drop_place(other)
        work.commit()
    with reopen().work() as work:
        held = work.surveys.get(id)
        assert held == KeptSurvey(id, "ab" * 16, "Quý IV", DAY, None, {"by": "front"})
        assert work.surveys.places(id) == (KeptPlace(place, id, "Thôn Đông", 40, 33, 2),)
        work.surveys.keep(replace(held, closed_on=DAY))
        assert work.surveys.all() == (replace(held, closed_on=DAY),)
        work.surveys.drop(id)
        assert (work.surveys.all(), work.surveys.places(id), work.surveys.get(id)) == ((), (), None)


def test_a_task_waits_until_it_is_done(reopen):
    with reopen().work() as work:
        late = work.follow_ups.add(KeptFollowUp(0, "cd" * 16, "message", "m1", DAY, date(2026, 11, 9), body={"a": 1}))
        soon = work.follow_ups.add(KeptFollowUp(0, "ef" * 16, "own", "", DAY, date(2026, 11, 4)))
        assert [task.id for task in work.follow_ups.open()] == [soon, late]
        held = work.follow_ups.of_source("message", "m1")
        assert held is not None
        work.follow_ups.keep(replace(held, done_on=DAY))
        work.commit()
    with reopen().work() as work:
        assert [task.id for task in work.follow_ups.open()] == [soon]
        assert work.follow_ups.get(late) == replace(held, done_on=DAY)
        work.follow_ups.drop(soon)
        assert [task.id for task in work.follow_ups.all()] == [late]
        assert work.follow_ups.of_source("message", "m2") is None


def test_a_letter_drawn_twice_is_kept_once(reopen):
    drawn = KeptDraw(7, 41, "birth", DAY)
    with reopen().work() as work:
        assert [work.check_draws.keep_drawn(drawn), work.check_draws.keep_drawn(drawn)] == [True, False]
        work.check_draws.show(replace(drawn, found="signed", shown_on=DAY))
        work.commit()
    with reopen().reading() as reading:
        assert reading.check_draws.all() == (replace(drawn, found="signed", shown_on=DAY),)
