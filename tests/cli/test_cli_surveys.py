"""A survey from begin to its paper by the command line alone."""

from __future__ import annotations

from desk_terminal import Terminal

FACTS = {
    **{"name": "Quý IV", "kind": "regular", "by": "front", "respondents": "people", "question_set": "service-3/1"},
    "begun_on": "1/11/2026",
}


def test_a_survey_goes_from_begin_to_its_result_on_the_command_line(seated: Terminal) -> None:
    ask = seated.ask
    id = str(ask("survey", "begin", seated.file("cuoc.json", FACTS))["id"])
    ask("survey", "place", id, "Thôn Đông", "--handed", "40", "--returned", "6")
    ask("survey", "place", id, "thôn đông", "--returned", "7")
    broken = {"place": "Thôn Đông", "answers": [{"score": "3"}, {"score": "4"}]}
    problems = seated.refused(2, "survey", "answer", id, seated.file("p.json", broken))["problems"]
    assert [(one["field"], one["code"]) for one in problems] == [("answers[2].score", "answer-score")]
    assert ask("survey", "show", id)["n"] == 0  # the whole file or nothing
    slips = {"place": "Thôn Đông", "answers": [{"score": score, "comment": "Tốt"} for score in "333221"]}
    assert ask("survey", "answer", id, seated.file("p.json", slips))["typed"] == 6
    assert seated.refused(2, "survey", "close", id)["trouble"]["code"] == "survey-differs"
    assert ask("survey", "close", id, "--seen") == {"survey": int(id), "n": 6, "version": 1}
    shown = ask("survey", "show", id)
    assert (shown["state"], shown["handed"], shown["returned"]) == ("closed", 40, 7)
    assert shown["by_score"] == shown["places"][0]["by_score"] == {"3": 3, "2": 2, "1": 1}
    assert [one["state"] for one in ask("survey", "list")["surveys"]] == ["closed"]
    out = seated.folder.parent / "ket-qua.xlsx"
    ask("survey", "paper", id, "result", "--out", str(out))
    assert out.read_bytes()[:2] == b"PK"
