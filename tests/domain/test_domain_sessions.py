"""A morning with the people as it is typed: read into a fact, or every mistake named at its field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from desk_app.domain.problems import Outcome
from desk_app.domain.reading_session import EARLIEST, LAST, read_done, read_held, read_opinion, read_plan
from desk_app.domain.sessions import (
    LONGEST,
    MOST,
    SHORTEST,
    Done,
    Held,
    Opinion,
    Plan,
    done_of,
    held_of,
    opinion_of,
    plan_of,
    to_json,
    typed,
)

TODAY, HELD_ON = date(2026, 11, 20), date(2026, 10, 5)
PLAN = {"on": "5/10/2026", "place": " Nhà  văn hóa ", "chair": "Bà Lan", "topic": "Đất đai"}
HELD = {
    "on": "05.10.2026",
    "begun": "7h30",
    "ended": "9 giờ",
    "citizens": "12",
    "bodies": "Hội Phụ nữ; ; Hội  Nông dân; Hội Phụ nữ",
    "clerk": "Thu",
}
ANSWERED = {"field": "land", "text": "Đường hỏng", "answer": "answered", "reply": "Đã sửa"}
PROMISED = {"field": "other", "text": "Đường hỏng", "answer": "promised", "who": "Ông Nam", "due_on": "6/10/2026"}


def found(outcome: Outcome[Any]) -> list[tuple[str, str, Mapping[str, str]]]:
    assert all(problem.level == "error" for problem in outcome.problems)
    return [(problem.field, problem.code, problem.details) for problem in outcome.problems]


def test_each_fact_is_read_told_as_json_and_typed_back() -> None:
    plan, held = read_plan(PLAN).value, read_held(HELD, TODAY).value
    assert plan == Plan(HELD_ON, "Nhà văn hóa", "Bà Lan", "Đất đai")
    assert held == Held(HELD_ON, "07:30", "09:00", 12, ("Hội Phụ nữ", "Hội Nông dân"), "Thu")
    opinion = read_opinion({**PROMISED, "speaker": "Sen", "hamlet": "thôn Hạ", "reply": "Sẽ xem"}, HELD_ON).value
    assert opinion == Opinion(
        "other", "Đường hỏng", "promised", "Sẽ xem", "Ông Nam", date(2026, 10, 6), "Sen", "thôn Hạ"
    )
    done = read_done({"on": "20/11/2026", "result": "Đã rải nhựa"}, HELD_ON, TODAY).value
    assert done == Done(TODAY, "Đã rải nhựa")
    assert plan_of(to_json(plan)) == plan
    assert held_of(to_json(held)) == held
    assert opinion_of(to_json(opinion)) == opinion
    assert done_of(to_json(done)) == done
    undue = read_opinion(ANSWERED, HELD_ON).value
    assert undue is not None
    assert opinion_of(to_json(undue)) == undue
    assert to_json(held)["bodies"] == ["Hội Phụ nữ", "Hội Nông dân"]
    assert to_json(undue)["due_on"] is None
    assert typed(held) == {
        "on": "05/10/2026",
        "begun": "07:30",
        "ended": "09:00",
        "citizens": "12",
        "bodies": "Hội Phụ nữ; Hội Nông dân",
        "clerk": "Thu",
    }
    assert (typed(undue)["due_on"], typed(done)["on"]) == ("", "20/11/2026")


PLANS: list[tuple[dict[str, Any], list[tuple[str, str, dict[str, str]]]]] = [
    ({"on": ""}, [("on", "session-on-empty", {})]),
    ({"on": None}, [("on", "session-on-empty", {})]),
    ({"on": 7}, [("on", "session-plain", {})]),
    ({"on": "31/2/2026"}, [("on", "session-day", {})]),
    ({"on": "2026"}, [("on", "session-day", {})]),
    ({"on": "31/12/1999"}, [("on", "session-day", {})]),
    ({"on": "1/1/2200"}, [("on", "session-day", {})]),
    ({"place": "", "chair": " "}, [("place", "session-place-empty", {}), ("chair", "session-chair-empty", {})]),
    ({"place": "x" * (SHORTEST + 1)}, [("place", "session-too-long", {"limit": str(SHORTEST)})]),
    ({"topic": "x" * (LONGEST + 1)}, [("topic", "session-too-long", {"limit": str(LONGEST)})]),
    ({"topic": 7}, [("topic", "session-plain", {})]),
    ({"Topic": "x"}, [("Topic", "session-unknown", {"name": "Topic"})]),
]


@pytest.mark.parametrize(("change", "problems"), PLANS)
def test_a_plan_names_what_is_to_mend(change: dict[str, Any], problems: list[Any]) -> None:
    outcome = read_plan({**PLAN, **change})
    assert (found(outcome), outcome.value) == (problems, None)


def test_a_plan_takes_its_bounds_and_any_day_past_or_to_come() -> None:
    full = read_plan({**PLAN, "place": "x" * SHORTEST, "topic": "y" * LONGEST}).value
    assert full is not None
    for day in (EARLIEST, LAST):
        plan = read_plan({**PLAN, "on": f"{day:%d/%m/%Y}", "topic": None}).value
        assert plan is not None
        assert (plan.on, plan.topic) == (day, "")


HELDS: list[tuple[dict[str, Any], list[tuple[str, str, dict[str, str]]]]] = [
    ({"on": "21/11/2026"}, [("on", "session-day-to-come", {"today": "20/11/2026"})]),
    ({"on": "hôm qua"}, [("on", "session-day", {})]),
    ({"begun": "24h"}, [("begun", "session-hour", {})]),
    ({"begun": "9h60"}, [("begun", "session-hour", {})]),
    ({"ended": "7h30"}, [("ended", "session-ended-before", {})]),
    ({"ended": "7:29"}, [("ended", "session-ended-before", {})]),
    ({"citizens": ""}, [("citizens", "session-count", {})]),
    ({"citizens": True}, [("citizens", "session-plain", {})]),
    ({"citizens": -1}, [("citizens", "session-count", {})]),
    ({"citizens": MOST + 1}, [("citizens", "session-count", {})]),
    ({"citizens": "0" * 7}, [("citizens", "session-count", {})]),
    ({"citizens": "१२"}, [("citizens", "session-count", {})]),
    ({"citizens": "12 người"}, [("citizens", "session-count", {})]),
    ({"clerk": ""}, [("clerk", "session-clerk-empty", {})]),
    ({"bodies": 7}, [("bodies", "session-plain", {})]),
    ({"bodies": "x" * (LONGEST + 1)}, [("bodies", "session-too-long", {"limit": str(LONGEST)})]),
    ({"who": "x"}, [("who", "session-unknown", {"name": "who"})]),
]


@pytest.mark.parametrize(("change", "problems"), HELDS)
def test_a_session_that_was_held_names_what_is_to_mend(change: dict[str, Any], problems: list[Any]) -> None:
    outcome = read_held({**HELD, **change}, TODAY)
    assert (found(outcome), outcome.value) == (problems, None)


@pytest.mark.parametrize(
    ("typed_hour", "hour"),
    [
        ("7h", "07:00"),
        ("07:05", "07:05"),
        ("7 giờ 5", None),
        ("7 giờ 05 phút", "07:05"),
        ("7.30", "07:30"),
        ("23g59", "23:59"),
        ("0h00", "00:00"),
        ("7H30", "07:30"),
        ("", ""),
        (None, ""),
        ("19", None),
    ],
)
def test_an_hour_is_read_as_people_write_it(typed_hour: str | None, hour: str | None) -> None:
    held = read_held({**HELD, "begun": typed_hour, "ended": ""}, TODAY).value
    assert (held.begun if held else None) == hour


def test_a_session_held_today_with_nobody_or_very_many_is_taken() -> None:
    for on in ("", None, "20/11/2026"):
        held = read_held({**HELD, "on": on, "citizens": 0, "bodies": [" Hội  A ", "", 7, "Hội A"]}, TODAY).value
        assert held is not None
        assert (held.on, held.citizens, held.bodies) == (TODAY, 0, ("Hội A",))
    held = read_held({**HELD, "citizens": str(MOST), "begun": "", "ended": "7h"}, TODAY).value
    assert held is not None
    assert (held.citizens, held.begun, held.ended) == (MOST, "", "07:00")


DAY = {"day": "05/10/2026"}
OPINIONS: list[tuple[dict[str, Any], list[tuple[str, str, dict[str, str]]]]] = [
    ({**ANSWERED, "reply": ""}, [("reply", "session-reply-empty", DAY)]),
    ({**ANSWERED, "due_on": "6/10/2026"}, [("due_on", "session-due-answered", DAY)]),
    ({**PROMISED, "who": ""}, [("who", "session-who-empty", DAY)]),
    ({**PROMISED, "due_on": ""}, [("due_on", "session-due-empty", DAY)]),
    ({**PROMISED, "due_on": "4/10/2026"}, [("due_on", "session-due-before", DAY)]),
    ({**PROMISED, "answer": "passed-on", "who": ""}, [("who", "session-who-empty", DAY)]),
    ({**ANSWERED, "field": "x", "answer": ""}, [("field", "session-choose", {}), ("answer", "session-choose", {})]),
    ({**ANSWERED, "text": ""}, [("text", "session-text-empty", {})]),
    ({**ANSWERED, "text": "x" * (LONGEST + 1)}, [("text", "session-too-long", {"limit": str(LONGEST)})]),
    ({**ANSWERED, "reply": "x" * (LONGEST + 1)}, [("reply", "session-too-long", {"limit": str(LONGEST)})]),
    ({**ANSWERED, "speaker": "x" * (SHORTEST + 1)}, [("speaker", "session-too-long", {"limit": str(SHORTEST)})]),
    ({**PROMISED, "due_on": "x"}, [("due_on", "session-day", {})]),
    ({**ANSWERED, "place": "x"}, [("place", "session-unknown", {"name": "place"})]),
]


@pytest.mark.parametrize(("values", "problems"), OPINIONS)
def test_an_opinion_is_answered_or_owed_by_somebody_to_a_day(values: dict[str, Any], problems: list[Any]) -> None:
    outcome = read_opinion(values, HELD_ON)
    assert (found(outcome), outcome.value) == (problems, None)


def test_an_opinion_may_be_due_on_the_day_itself_and_be_as_long_as_its_field() -> None:
    full = {"text": "x" * LONGEST, "reply": "y" * LONGEST, "speaker": "z" * SHORTEST, "hamlet": "t" * SHORTEST}
    opinion = read_opinion({**PROMISED, **full, "due_on": "5/10/2026", "answer": "passed-on"}, HELD_ON).value
    assert opinion is not None
    assert (opinion.due_on, opinion.answer) == (HELD_ON, "passed-on")


@pytest.mark.parametrize(
    ("values", "problems"),
    [
        ({"on": "4/10/2026", "result": "x"}, [("on", "session-done-before", DAY)]),
        ({"on": "21/11/2026", "result": "x"}, [("on", "session-day-to-come", {"today": "20/11/2026"})]),
        ({"result": ""}, [("result", "session-result-empty", {})]),
        ({"result": "x" * (LONGEST + 1)}, [("result", "session-too-long", {"limit": str(LONGEST)})]),
        ({"result": "x", "who": "x"}, [("who", "session-unknown", {"name": "who"})]),
    ],
)
def test_what_came_of_a_promise_has_its_day_and_its_words(values: dict[str, Any], problems: list[Any]) -> None:
    assert found(read_done(values, HELD_ON, TODAY)) == problems


def test_what_was_done_on_the_morning_itself_or_today_is_taken() -> None:
    assert read_done({"on": "5/10/2026", "result": "x" * LONGEST}, HELD_ON, TODAY).value == Done(HELD_ON, "x" * LONGEST)
    assert read_done({"result": "x"}, HELD_ON, TODAY).value == Done(TODAY, "x")
