"""Figures kept by month come to the same report as the plain count, and those of the model's report follow them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from life_stories import DAY, LATER, delivered, histories, letter, printed, registered

from common.counts import Answers, Fact, StandingLetter, count
from common.model_figures import day_figures, months_until
from common.model_report import Evidence, MonthBar, SurveyCount, UnitEvents
from common.month_counts import added, count_days, count_standing, report_of
from common.periods import Period, read_period
from common.units import UnitTable

MARCH = read_period("2024-03")
BACK = Fact("letter-delivered", LATER, "r", 1, {"delivered_on": "2024-03-05", "returned_on": "2024-04-02"})
TALLY = Fact("ratings-tally", DAY, "t", 1, {"period": "2024-03", "channel": "slip", "n": 4})
STORY = (
    registered("a"),
    registered("b", late=1),
    registered("c", "death", LATER, registration_type=4),
    *(letter("l", covers=2, serial=None), printed("l"), delivered("l", LATER, "good")),
    *(letter("m", serial=3), letter("n", serial=4), printed("n")),
    *(letter("r", "thanks", serial=5), BACK),
    *(TALLY, replace(TALLY, subject="u", figures={**TALLY.figures, "n": 3})),
    Fact("follow-up-opened", DAY, "f", 1, {"opened_on": "2024-03-06", "due_on": "2024-03-20"}),
)


def test_every_figure_of_a_month_has_its_name():
    assert {month: count_days(STORY, read_period(month)) for month in ("2024-03", "2024-04")} == {
        "2024-03": {
            **{"event birth": 2, "late birth": 1, "channel slip": 7, "follow-up opened": 1},
            **{"birth prepared": 4, "birth printed": 3, "thanks prepared": 1},
            **{"code prepared birth": 2, "code printed birth": 1, "code prepared thanks": 1},
        },
        "2024-04": {
            **{"event death": 1, "late death": 1, "birth delivered": 2, "reaction good": 2, "thanks returned": 1},
        },
    }


def test_days_within_a_month_are_counted_by_their_own_figures():
    assert count_days(STORY, read_period("2024-03-06..2024-04-01")) == {"follow-up opened": 1}
    assert count_days(STORY, read_period("2024-03-05..2024-03-05"))["event birth"] == 2
    assert count_days(STORY, read_period("2024-04-02..2024-04-02"))["event death"] == 1


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_months_added_up_are_the_report_of_the_longer_period(lives: list[list[Fact]]):
    facts = [*(fact for life in lives for fact in life), *STORY]
    for name in ("2024-03", "2024-Q1", "2024"):
        period, answers = read_period(name), Answers(2, {"3": 2}, {"qr": 2, "slip": 1})
        whole = report_of(added(count_days(facts, month) for month in period.months()), period, answers)
        assert whole == count(facts, period, answers)
        assert report_of(count_days(facts, period), period, answers) == whole


UNITS = UnitTable.read(
    "motcua-units/1\nV\t2024-03-10\nE\told\t2008-08-01\t2024-03-04\tcũ\nE\tnew\t2024-03-05\t\tmới\n"
    "U\t10\t\tTỉnh\tNam Hải\told\tnam hai\nU\t10001\t10\tXã\tAn Liên\told\tan lien\n"
    "U\t10001\t10\tPhường\tAn Liên\tnew\tan lien\n".encode()
)


def test_registrations_stand_under_the_commune_of_their_book_by_its_name_of_then():
    def of(subject: str, unit: str, on: date = DAY, event: str = "birth") -> Fact:
        return registered(subject, event, on, unit=unit)

    facts = [
        *(of("a", "10001", date(2024, 3, 4)), of("b", "10001"), of("c", "10001", event="death"), of("d", "10001")),
        of("h", "10001", date(2024, 3, 6)),
        *(of("e", "10009", MARCH.last), of("f", "10002", MARCH.first), of("g", "10001", LATER)),
    ]
    told = day_figures(facts, ()).units(UNITS, MARCH)
    nothing = {"birth": 0, "marriage": 0, "death": 0}
    assert told == (
        UnitEvents("10001", "Phường An Liên", nothing | {"birth": 3, "death": 1}),
        UnitEvents("10001", "Xã An Liên", nothing | {"birth": 1}),
        UnitEvents("10002", "10002", nothing | {"birth": 1}),
        UnitEvents("10009", "10009", nothing | {"birth": 1}),
    )
    before = day_figures([of("a", "10001", date(2000, 1, 1))], ()).units(UNITS, read_period("2000"))
    assert [one.name for one in before] == ["Xã An Liên"]


@pytest.mark.parametrize(
    ("last", "first", "ends"),
    [
        (date(2024, 3, 14), "2023-10-01", ["10-31", "11-30", "12-31", "01-31", "02-29", "03-14"]),
        (date(2023, 12, 31), "2023-07-01", ["07-31", "08-31", "09-30", "10-31", "11-30", "12-31"]),
        (date(1, 2, 3), "0001-01-01", ["01-31", "02-03"]),
    ],
)
def test_six_months_stand_side_by_side_the_last_cut_on_its_day(last: date, first: str, ends: list[str]):
    months = list(months_until(last))
    assert str(months[0].first) == first
    assert [f"{month.last:%m-%d}" for month in months] == ends
    assert all(month.first.day == 1 and month.name == f"{month.first:%Y-%m}" for month in months)


def survey(subject: str, ended: str, n: int, version: int = 1) -> Fact:
    told: dict[str, Any] = {"survey": "regular", "by": "front", "began_on": "2024-02-01", "ended_on": ended}
    told |= {"handed": n + 2, "returned": n + 1, "n": n, "scale": 3, "by_score": {"3": n}}
    return Fact("survey-tally", DAY, subject, version, told)


def test_the_models_report_tells_everything_of_the_period_and_nothing_of_another():
    lasting = [
        *(survey("s", "2024-03-31", 5), survey("t", "2024-03-01", 4), survey("u", "2024-04-01", 9)),
        *(survey("s", "2024-03-30", 6, 2), STORY[-1]),
        Fact("session", DAY, "w", 1, {"held_on": "2024-03-09", "citizens": 30, "bodies": 2}),
    ]
    days = day_figures(STORY, lasting)
    told = days.figures(MARCH, Answers())
    assert told.report == count(STORY[:-4], MARCH, Answers())
    assert (told.year.sessions, told.year.citizens, told.follow_ups.opened) == (1, 30, 1)
    assert told.surveys == (
        SurveyCount("regular", "front", "2024-02-01", "2024-03-01", 6, 5, 4, 3, {}),
        SurveyCount("regular", "front", "2024-02-01", "2024-03-30", 8, 7, 6, 3, {"3": 6}),
    )
    both = day_figures((), [survey("z", "2024-03-31", 2), survey("a", "2024-03-31", 3)])
    assert [one.n for one in both.figures(MARCH, Answers()).surveys] == [3, 2]
    later = days.figures(read_period("2024-04"), Answers())
    assert (later.year.sessions, later.follow_ups.opened, len(later.surveys)) == (0, 0, 1)
    five = day_figures((), [survey("s", "2024-03-31", 5)]).figures(MARCH, Answers())
    assert five.surveys[0].by_score == {"3": 5}


def test_months_and_evidence_follow_from_the_same_figures():
    days = day_figures(STORY, ())
    assert days.months(date(2024, 4, 2))[-3:] == (
        MonthBar("2024-02", 0, 0),
        MonthBar("2024-03", 2, 0),
        MonthBar("2024-04", 1, 2),
    )
    assert len(days.months(date(2024, 4, 1))) == 6
    assert days.months(date(2024, 4, 1))[-1] == MonthBar("2024-04", 0, 0)
    assert days.evidence(MARCH, {"press": 2}) == Evidence(4, 0, {"press": 2})
    assert days.evidence(Period("x", LATER, LATER), {}) == Evidence(0, 1, {})


def test_letters_that_came_the_same_way_are_counted_each():
    way = StandingLetter("birth", 3, 2, DAY, DAY, None, "", None)
    counted = count_standing(
        [{"registered_on": "2024-03-05", "event": "birth", "late": 1, "registration_type": 4}] * 2,
        [way, replace(way, serial=4), replace(way, serial=None)],
    )
    day = DAY.isoformat()
    assert (counted["2024-03-05", "event birth"], counted["2024-03-05", "late birth"]) == (2, 2)
    assert (counted[day, "birth prepared"], counted[day, "code prepared birth"]) == (6, 2)
