"""Question sets are data that is read strictly; answers on different scales are put together fairly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from common.questions import NotAQuestionSet, read_question_set, read_question_sets
from common.scales import Spread, levels, together

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "questions"
SETS = read_question_sets(FOLDER)


def told() -> dict[str, Any]:
    raw: dict[str, Any] = json.loads((FOLDER / "service-3-v1.json").read_text(encoding="utf-8"))
    return raw


def test_the_sets_that_ship_ask_about_manner_time_guidance_and_extra_money_in_both_languages():
    for scale in (3, 5):
        held = SETS.newest(f"service-{scale}")
        assert (held.scale, SETS.get(held.mark)) == (scale, held)
        assert [choice.code for choice in held.overall.choices] == list(levels(scale))
        assert [question.code for question in held.more] == ["attitude", "time", "clarity", "cost"]
        every = [
            *held.questions,
            *held.low,
            *held.high,
            *(one for question in held.questions for one in question.choices),
        ]
        assert all(set(one.words) == {"vi", "en"} and one.say("vi") != one.say("en") for one in every)
        assert held.low[0].say("km") == "Chờ lâu"


@pytest.mark.parametrize(
    ("bend", "place"),
    [
        (lambda raw: raw.update(version=0), "version"),
        (lambda raw: raw.update(scale=4), "scale"),
        (lambda raw: raw.update(id="Có dấu"), "id"),
        (lambda raw: raw["questions"].pop(0), "overall"),
        (lambda raw: raw["questions"][0]["choices"].reverse(), "overall"),
        (lambda raw: raw["questions"].append(raw["questions"][1]), "questions"),
        (lambda raw: raw["questions"][2]["choices"][0]["words"].pop("vi"), "questions[2].choices[0].words"),
        (lambda raw: raw["questions"][1].update(choices=[]), "questions[1].choices"),
        (lambda raw: raw["reasons"]["low"].append({"code": "x"}), "reasons.low[7].words"),
    ],
)
def test_a_set_that_does_not_fit_is_refused_with_its_place(bend, place: str):
    raw = told()
    bend(raw)
    with pytest.raises(NotAQuestionSet) as refused:
        read_question_set(json.dumps(raw).encode())
    assert str(refused.value) == place


def test_answers_on_two_scales_meet_on_three_levels_and_nobody_becomes_content_by_it():
    three, five = Spread(3, {"3": 4, "1": 1}), Spread(5, {"5": 2, "4": 3, "3": 6, "1": 1})
    assert together([five, Spread()]) == Spread(5, {"5": 2, "4": 3, "3": 6, "1": 1})
    both = together([three, five])
    assert both == Spread(3, {"3": 6, "2": 3, "1": 8})
    assert (both.n, both.content) == (three.n + five.n, three.content + five.content)
    with pytest.raises(ValueError, match="levels"):
        Spread(3, {"4": 1})
