"""A survey at a real desk: slips go out, come back, are typed, and one line tells the level above."""

from __future__ import annotations

import pytest

from common.periods import read_period
from desk_app.services.month_view import month_contents
from desk_app.services.ratings_view import voices
from desk_app.services.surveys import Surveys
from desk_app.services.tallies import untold_tallies
from desk_app.services.trouble import Mistake

PLAN = {
    "name": "Lấy phiếu quý IV",
    "kind": "regular",
    "by": "front",
    "respondents": "people",
    "question_set": "service-3/1",
    "planned_on": "30/11/2026",
}


def begun(surveys: Surveys, **more: str) -> int:
    id = surveys.begin({**PLAN, **more})
    assert isinstance(id, int), id
    return id


def sent(surveys: Surveys, id: int, name: str, *counts: int) -> int:
    handed, returned, spoiled = map(str, counts)
    place = surveys.add_place(id, {"name": name, "handed": handed, "returned": returned, "spoiled": spoiled})
    assert isinstance(place, int), place
    return place


def typed(surveys: Surveys, id: int, place: int, scores: str, **more: object) -> None:
    for score in scores:
        kept = surveys.type_slip(id, place, {"score": score, **more})
        assert not isinstance(kept, tuple), kept


def codes(problems: object) -> list[tuple[str, str]]:
    assert isinstance(problems, tuple), problems
    return [(one.field, one.code) for one in problems]


def lines(desk) -> list[tuple[int, dict]]:
    with desk.seat.reading() as reading:
        return [(line.version, dict(line.figures)) for line in reading.journal.of_kind("survey-tally")]


def test_a_survey_goes_from_slips_handed_out_to_one_line_of_the_journal(desk):
    surveys: Surveys = desk.surveys
    id = begun(surveys)
    east, west = sent(surveys, id, "Thôn Đông", 40, 9, 1), sent(surveys, id, "Thôn Tây", 30, 6, 0)
    typed(surveys, id, east, "33322211", asked={"cost": "no", "attitude": "3"})
    typed(surveys, id, west, "32111", comment="Chờ lâu", asked={"reason": ["wait", "money"]})
    shown = surveys.open(id)
    assert (shown.handed, shown.returned, shown.spoiled, shown.spread.n, shown.state) == (70, 15, 1, 13, "running")
    assert shown.spread.by_score == {"3": 4, "2": 4, "1": 5}
    assert [(place.typed, place.spread.content) for place in shown.places] == [(8, 6), (5, 2)]
    assert [(one.question.code, one.n) for one in shown.asked if one.n] == [("attitude", 8), ("cost", 8)]
    assert shown.comments == ("Chờ lâu",) * 5
    assert [(one.place, one.left, one.more) for one in shown.differences] == [("Thôn Tây", 1, 0)]
    with pytest.raises(Mistake, match="survey-differs"):
        surveys.close(id)
    assert lines(desk) == []
    closed = surveys.close(id, seen=True)
    assert (closed.n, closed.version) == (13, 1)
    figures = {
        **{"survey": "regular", "by": "front", "respondents": "people", "scale": 3},
        **{"began_on": "2026-11-20", "ended_on": "2026-11-20", "handed": 70, "returned": 15, "n": 13},
        "by_score": {"1": 5, "2": 4, "3": 4},
        "asked": {"attitude.3": 8, "cost.no": 8, "reason.wait": 5, "reason.money": 5},
    }
    assert lines(desk) == [(1, figures)]
    contents = month_contents(desk.seat)
    assert contents.voice == {"survey-tally": 1}
    assert contents.sum.agrees
    assert contents.tallied == 0


def test_a_slip_of_a_survey_counts_in_no_other_figure(desk):
    surveys, month = desk.surveys, read_period("2026-11")
    id = begun(surveys)
    typed(surveys, id, sent(surveys, id, "Thôn Đông", 10, 6, 0), "333333", comment="Tốt")
    told = voices(desk.seat, "2026-Q4")
    assert (told.answers.n, dict(told.at_desk), told.desk_words) == (0, {}, ())
    with desk.seat.reading() as reading:
        assert untold_tallies(reading, month) == ()
    desk.voice.take({"channel": "slip", "score": "1"})
    assert surveys.open(id).spread.by_score == {"3": 6}


def test_a_survey_closed_again_after_a_correction_is_the_next_version_of_the_same_and_stays_in_its_month(desk, clock):
    surveys: Surveys = desk.surveys
    id = begun(surveys)
    place = sent(surveys, id, "Thôn Đông", 10, 5, 0)
    typed(surveys, id, place, "33221")
    surveys.close(id)
    with pytest.raises(Mistake, match="survey-closed"):
        surveys.type_slip(id, place, {"score": "1"})
    with pytest.raises(Mistake, match="survey-reason"):
        surveys.reopen(id, "  ")
    clock.forward(days=20)
    surveys.reopen(id, "Còn sót một phiếu")
    assert surveys.open(id).state == "overdue"
    with pytest.raises(Mistake, match="survey-has-slips"):
        surveys.drop(id)
    typed(surveys, id, place, "1")
    with pytest.raises(Mistake, match="survey-more-typed"):
        surveys.close(id, seen=True)
    assert surveys.change_place(id, place, {"name": "Thôn Đông", "handed": "10", "returned": "6"}) == ()
    assert surveys.close(id).version == 2
    (_, first), (version, second) = lines(desk)
    assert (version, second["n"], second["ended_on"]) == (2, 6, first["ended_on"])
    assert [one.reason for one in surveys.open(id).reopened] == ["Còn sót một phiếu"]
    with desk.seat.reading() as reading:
        subjects = {line.subject for line in reading.journal.of_kind("survey-tally")}
    assert len(subjects) == 1


def test_a_small_survey_tells_its_number_and_nothing_of_its_answers(desk):
    surveys: Surveys = desk.surveys
    id = begun(surveys, by="other", by_name="Hội Nông dân xã", kind="unannounced", respondents="units")
    place = sent(surveys, id, "Hợp tác xã", 6, 4, 0)
    typed(surveys, id, place, "3333", asked={"cost": "no"})
    shown = surveys.open(id)
    assert (shown.enough, [one.spread for one in shown.places], {one.counts for one in shown.asked}) == (
        False,
        [None],
        {()},
    )
    surveys.close(id)
    ((_, figures),) = lines(desk)
    assert (figures["n"], figures["by_score"], "asked" in figures) == (4, {}, False)
    surveys.reopen(id, "Nhập nhầm cuộc")
    with desk.seat.reading() as reading:
        slips = [slip.id for slip in reading.ratings.survey_answers(id)]
    assert all(surveys.take_back(id, slip) for slip in slips)
    assert not surveys.take_back(id, slips[0])
    with pytest.raises(Mistake, match="survey-told"):
        surveys.drop(id)


def test_the_last_survey_of_the_same_sort_stands_beside_it_and_no_other(desk):
    surveys: Surveys = desk.surveys
    ids = [begun(surveys, begun_on=day, by=by) for day, by in (("1/3/2026", "front"), ("1/6/2026", "office"))]
    for id in ids:
        typed(surveys, id, sent(surveys, id, "Thôn Đông", 5, 5, 0), "33311")
        surveys.close(id)
    now = begun(surveys)
    before = surveys.open(now).before
    assert before is not None
    assert (before.id, before.spread.n, before.before) == (ids[0], 5, None)
    assert [one.id for one in surveys.listed()] == [now, ids[1], ids[0]]


def test_whatever_is_typed_wrongly_is_said_at_its_field_and_keeps_nothing(desk):
    surveys: Surveys = desk.surveys
    wrong = {"kind": "weekly", "by": "other", "begun_on": "31/2/2026", "planned_on": "mai", "question_set": "x/1"}
    found = codes(surveys.begin(wrong))
    assert {field for field, _ in found} == {
        *("name", "by_name", "kind", "respondents", "question_set", "begun_on", "planned_on")
    }
    assert surveys.listed() == ()
    id = begun(surveys)
    assert codes(surveys.add_place(id, {"name": "", "handed": "4a"})) == [
        ("name", "survey-place-name"),
        ("handed", "survey-number"),
    ]
    assert codes(surveys.add_place(id, {"name": "A", "handed": "4", "returned": "5"})) == [
        ("returned", "survey-more-returned")
    ]
    place = sent(surveys, id, "Thôn Đông", 4, 4, 0)
    assert codes(surveys.add_place(id, {"name": "thon  dong"})) == [("name", "survey-place-twice")]
    bad = {"score": "5", "asked": {"cost": "maybe", "time": ""}, "on": "21/11/2026"}
    assert codes(surveys.type_slip(id, place, bad)) == [
        ("score", "answer-score"),
        ("asked", "answer-asked"),
        ("on", "answer-day"),
    ]
    typed(surveys, id, place, "3")
    assert codes(surveys.change(id, {**PLAN, "question_set": "service-5/1"})) == [
        ("question_set", "survey-questions-typed")
    ]
    with pytest.raises(Mistake, match="survey-place-has-slips"):
        surveys.drop_place(id, place)
    with pytest.raises(Mistake, match="no-such-survey-place"):
        surveys.type_slip(id, place + 1, {"score": "3"})
    with pytest.raises(Mistake, match="survey-no-places"):
        surveys.close(begun(surveys))
    with pytest.raises(Mistake, match="survey-to-come"):
        surveys.close(begun(surveys, begun_on="1/12/2026", planned_on=""))
    assert lines(desk) == []
