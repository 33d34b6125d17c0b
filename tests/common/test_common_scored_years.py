"""How an office scored itself is kept as bytes and comes back the same, and the figures of the register feed it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from model_reports import SPAN, empty_report, full_figures

from common.counts import Answers
from common.criteria import read_sets
from common.criteria_figures import Beside, Value, values_of
from common.criteria_year import NotAScoredYear, Score, ScoredYear, content_of, digest_of, read_content

(EXAMPLE,) = read_sets(Path(__file__).resolve().parents[2] / "resources" / "criteria")
YEAR = ScoredYear(
    *("26110", "xã Xuân Định", 2026, date(2026, 1, 1), date(2026, 12, 31), date(2026, 12, 14), 2, EXAMPLE),
    (
        Score("1.1", 300_0, "Có kế hoạch", 300, Value(1), 2),
        Score("1.2", 250_0, proposed=200, value=Value(19, 20)),
        Score("2.1", 300_0),
    ),
    date(2026, 12, 20),
    "Bổ sung minh chứng",
)


def test_points_are_those_of_all_criteria_and_of_those_that_are_asked_for():
    assert YEAR.points == 8500
    assert YEAR.level == EXAMPLE.level(8500)
    assert YEAR.level is not None
    assert (YEAR.of(["1.1", "1.2", "9.9"]), YEAR.of(())) == (5500, 0)
    assert (YEAR.get("1.2"), YEAR.get("9.9")) == (YEAR.scores[1], None)


def test_a_scored_year_comes_back_from_its_content_and_its_digest_follows_every_word():
    content = content_of(YEAR)
    assert read_content(content) == YEAR
    assert content_of(read_content(content)) == content
    assert content.startswith(b'{"as_of":"2026-12-14","confirmed_on":"2026-12-20","criteria":{')
    assert '"reason":"Bổ sung minh chứng"'.encode() in content
    changed = content_of(replace(YEAR, reason="Bổ sung"))
    assert len({digest_of(content), digest_of(changed)}) == 2
    assert digest_of(b"{}") == sha256(b"motcua-criteria/1\n{}").hexdigest()


def test_what_is_no_scored_year_or_of_a_newer_program_is_refused():
    content = content_of(YEAR)
    for raw in (b"", b"\xff", b"[]", b"{}", b'{"format":"motcua-criteria/1"}', content.replace(b"eria/1", b"eria/2")):
        with pytest.raises(NotAScoredYear) as refused:
            read_content(raw)
        assert str(refused.value)


def test_every_figure_of_the_register_is_told_by_its_name():
    assert values_of(full_figures(), Beside(overdue=3, reports=2)) == {
        "events-on-time": Value(118, 123),
        "letters-delivered": Value(116, 123),
        "letters-birth": Value(66, 71),
        "letters-marriage": Value(33, 33),
        "letters-death": Value(17, 19),
        "satisfaction": Value(36, 41),
        "survey-satisfaction": Value(86, 95),
        "surveys-returned": Value(102, 129),
        "follow-ups-in-time": Value(6, 10),
        "opinions-settled": Value(28, 31),
        "opinions-in-time": Value(6, 8),
        "complaints-settled": Value(2, 3),
        "letters-thanks": Value(12),
        "letters-apology": Value(5),
        "sessions": Value(2),
        "receptions": Value(9),
        "dialogues": Value(1),
        "surveys": Value(2),
        "commendations": Value(5),
        "reports-issued": Value(2),
    }


def test_shares_of_nothing_are_left_out_and_numbers_are_nought():
    told = values_of(empty_report().figures, Beside())
    assert {value.whole for value in told.values()} == {None}
    assert {value.part for value in told.values()} == {0}


@pytest.mark.parametrize(("n", "told"), [(4, None), (5, Value(4, 5))])
def test_satisfaction_is_told_of_five_answers_and_of_no_fewer(n: int, told: Value | None):
    figures = full_figures()
    answers = Answers(n, {"3": 4, "1": n - 4} if n > 4 else {"3": 4})
    report = replace(figures.report, ratings=answers, period=SPAN)
    assert values_of(replace(figures, report=report), Beside()).get("satisfaction") == told


def test_the_refusal_says_why():
    for raw in (b"{}", b'{"format":"motcua-criteria/2"}'):
        with pytest.raises(NotAScoredYear, match=r"^format$"):
            read_content(raw)
    with pytest.raises(NotAScoredYear, match="missing required field"):
        read_content(b'{"format":"motcua-criteria/1"}')
