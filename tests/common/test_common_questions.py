"""Question sets are data that is read strictly; answers on different scales are put together fairly."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from common.questions import NotAQuestionSet, QuestionSets, choices_told, read_question_set, read_question_sets
from common.scales import Spread, as_three, levels, together

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
        (lambda raw: raw.update(version=True), "version"),
        (lambda raw: raw.update(version=10_001), "version"),
        (lambda raw: raw.update(scale=True), "scale"),
        (lambda raw: raw.update(scale=5), "overall"),
        (lambda raw: raw.update(id=None), "id"),
        (lambda raw: raw.update(id="a" * 33), "id"),
        (lambda raw: raw.update(questions={}), "questions"),
        (lambda raw: raw.pop("questions"), "overall"),
        (lambda raw: raw["questions"].append("x"), "questions[5]"),
        (lambda raw: raw["questions"][1].update(choices=None), "questions[1].choices"),
        (lambda raw: raw["questions"][1].update(choices=raw["questions"][1]["choices"][:1]), "questions[1].choices"),
        (lambda raw: raw["questions"][1]["choices"].append("x"), "questions[1].choices[3]"),
        (lambda raw: raw["questions"][1]["choices"][0].update(code="A"), "questions[1].choices[0].code"),
        (lambda raw: raw["questions"][1]["choices"][0].update(code="early"), ""),
        (lambda raw: raw["questions"][1]["choices"][0].update(code="2"), "questions[1].choices"),
        (lambda raw: raw["questions"][1].update(code=5), "questions[1].code"),
        (lambda raw: raw["questions"][1].update(words=[]), "questions[1].words"),
        (lambda raw: raw["questions"][1]["words"].update(en="\u200b"), "questions[1].words"),
        (lambda raw: raw["questions"][1]["words"].update(vi="x" * 201), "questions[1].words"),
        (lambda raw: raw["questions"][1]["words"].update(vi="x" * 200), ""),
        (lambda raw: raw.update(reasons=[]), "reasons"),
        (lambda raw: raw["reasons"].update(high="x"), "reasons.high"),
        (lambda raw: raw["reasons"]["high"].append({"code": "B"}), "reasons.high[5].code"),
        (lambda raw: raw["reasons"]["low"].append(raw["reasons"]["low"][0]), "reasons.low"),
        (lambda raw: raw.pop("reasons"), ""),
        (lambda raw: raw.update(version=10_000, id="a" * 32), ""),
    ],
)
def test_a_set_is_read_to_its_bounds_and_one_beyond_them_is_refused_with_its_place(bend, place: str):
    raw = told()
    bend(raw)
    if not place:
        assert read_question_set(json.dumps(raw).encode()).overall
        return
    with pytest.raises(NotAQuestionSet) as refused:
        read_question_set(json.dumps(raw).encode())
    assert str(refused.value) == place


def test_bytes_that_are_no_object_are_no_set():
    for raw, said in ((b"\xff", "not JSON in UTF-8"), (b"{", "not JSON in UTF-8"), (b"[]", "the whole")):
        with pytest.raises(NotAQuestionSet) as refused:
            read_question_set(raw)
        assert str(refused.value) == said


def test_what_a_set_says_is_tidied_and_told_in_its_language_or_else_in_vietnamese():
    raw = told()
    raw["questions"][1]["words"] = {"vi": " Thái  độ ", "km": "អ"}
    asked = read_question_set(json.dumps(raw).encode()).more[0]
    assert (asked.say(), asked.say("km"), asked.say("en")) == ("Thái độ", "អ", "Thái độ")
    assert asked.choices[0].say() == "Rất hài lòng"


@pytest.mark.parametrize(
    ("asked", "misfit"),
    [
        ({}, ""),
        ({"attitude": "3", "time": "late"}, ""),
        ({"attitude": "3 2"}, "attitude"),
        ({"attitude": ""}, "attitude"),
        ({"attitude": "4"}, "attitude"),
        ({"overall": "3"}, "overall"),
        ({"weather": "3"}, "weather"),
        ({"time": "late", "weather": "3", "attitude": "9"}, "weather"),
        ({"reason": "LOW"}, ""),
        ({"reason": "LOW HIGH"}, ""),
        ({"reason": "LOW LOW"}, "reason"),
        ({"reason": "LOW nothing"}, "reason"),
        ({"reason": " "}, "reason"),
    ],
)
def test_an_answer_names_only_questions_and_choices_of_its_set(asked: dict[str, str], misfit: str):
    held = SETS.newest("service-3")
    low, high = held.low[0].code, held.high[0].code
    assert held.misfit({code: said.replace("LOW", low).replace("HIGH", high) for code, said in asked.items()}) == misfit


def test_what_is_to_be_mended_is_offered_after_low_scores_and_what_pleased_after_others():
    three, five = SETS.newest("service-3"), SETS.newest("service-5")
    assert [three.reasons(score) == three.high for score in "321"] == [True, True, False]
    assert [five.reasons(score) == five.high for score in "54321"] == [True, True, False, False, False]
    assert three.reasons("1") == three.low != three.high


def test_of_a_set_the_newest_version_is_asked_and_withdrawn_ones_are_still_known():
    one = SETS.newest("service-3")
    two, gone = replace(one, version=2), replace(one, id="gone")
    held = QuestionSets((two, one, SETS.newest("service-5")), (gone,))
    assert (held.newest("service-3"), held.ids) == (two, ("service-3", "service-5"))
    assert [held.get(mark) for mark in ("service-3/1", "gone/1", "gone/2")] == [one, gone, None]
    with pytest.raises(KeyError, match="gone"):
        held.newest("gone")


def test_an_answer_is_told_in_words_of_tallies_sorted_by_question():
    assert list(choices_told({"time": "late", "reason": "wait far", "attitude": "3"})) == [
        *("attitude.3", "reason.wait", "reason.far", "time.late")
    ]


def test_the_file_that_does_not_fit_is_named_and_a_version_stands_once(tmp_path: Path):
    for name in ("b.json", "a.json", "c.txt"):
        (tmp_path / name).write_text(json.dumps(told()), encoding="utf-8")
    with pytest.raises(NotAQuestionSet, match="the same version twice"):
        read_question_sets(tmp_path)
    (tmp_path / "b.json").write_text(json.dumps(told() | {"version": 2}), encoding="utf-8")
    assert [one.mark for one in read_question_sets(tmp_path).sets] == ["service-3/1", "service-3/2"]
    (tmp_path / "b.json").write_text("[]", encoding="utf-8")
    with pytest.raises(NotAQuestionSet) as refused:
        read_question_sets(tmp_path)
    assert str(refused.value) == "b.json: the whole"


@pytest.mark.parametrize(
    ("spreads", "whole"),
    [
        ([], Spread()),
        ([Spread(), Spread(5, {"5": 0})], Spread()),
        ([Spread(5, {"4": 1}), Spread(5, {"4": 2, "2": 1})], Spread(5, {"4": 3, "2": 1})),
        (
            [Spread(5, {"5": 1, "4": 2, "3": 3, "2": 4, "1": 5}), Spread(3, {"2": 1})],
            Spread(3, {"3": 1, "2": 3, "1": 12}),
        ),
    ],
)
def test_answers_are_put_together_on_the_scale_they_share(spreads: list[Spread], whole: Spread):
    assert together(spreads) == whole
    assert [as_three(score, 3) for score in "321"] == list("321")


def test_answers_on_two_scales_meet_on_three_levels_and_nobody_becomes_content_by_it():
    three, five = Spread(3, {"3": 4, "1": 1}), Spread(5, {"5": 2, "4": 3, "3": 6, "1": 1})
    assert together([five, Spread()]) == Spread(5, {"5": 2, "4": 3, "3": 6, "1": 1})
    both = together([three, five])
    assert both == Spread(3, {"3": 6, "2": 3, "1": 8})
    assert (both.n, both.content) == (three.n + five.n, three.content + five.content)
    for scale, by_score in ((3, {"4": 1}), (4, {}), (5, {"6": 0})):
        with pytest.raises(ValueError, match="levels"):
            Spread(scale, by_score)


def test_a_set_is_read_whole_and_a_version_stands_once(tmp_path: Path):
    held = read_question_set(json.dumps(told()).encode())
    assert held.scale == 3
    assert [choice.code for choice in held.low] == [one["code"] for one in told()["reasons"]["low"]]
    assert [choice.code for choice in held.high] == [one["code"] for one in told()["reasons"]["high"]]
    for name in ("a.json", "b.json"):
        (tmp_path / name).write_text(json.dumps(told()), encoding="utf-8")
    with pytest.raises(NotAQuestionSet, match=r"^the same version twice$"):
        read_question_sets(tmp_path)


def test_every_reason_may_be_ticked_at_once():
    held = SETS.newest("service-3")
    every = " ".join(choice.code for choice in (*held.low, *held.high))
    assert held.misfit({"reason": every}) == ""
    assert held.misfit({"reason": f"{every} {held.low[0].code}"}) == "reason"
