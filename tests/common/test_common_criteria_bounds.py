"""A set of criteria is taken to its bounds and refused one beyond them, by its place."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from common.criteria import (
    AMOUNTS,
    LONGEST_NAME,
    LONGEST_TEXT,
    MOST_POINTS,
    SHARES,
    Band,
    CriteriaSet,
    Criterion,
    Group,
    Level,
    NotACriteriaSet,
    check,
    check_criterion,
    content_of,
    read_set,
    read_sets,
)

ONE = Criterion("1.1", "Có kế hoạch", 500)
GROUP = Group("1", "Tổ chức", (ONE, Criterion("1.2", "Có sổ", 500)))
DAY = date(2026, 1, 1)
SET = CriteriaSet("mau", 1, "Bộ mẫu", "Quyết định 1", DAY, (GROUP,), (Level(900, "Tốt"), Level(0, "Chưa đạt")))


def places(one: CriteriaSet) -> list[tuple[str, str]]:
    return [(found.place, found.code.removeprefix("criteria-")) for found in check(one)]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"id": "a" * 32},
        {"id": "0-a"},
        {"edition": 10_000},
        {"name": "x" * LONGEST_NAME},
        {"source": "x" * LONGEST_TEXT},
        {"last_day": DAY},
        {"groups": (replace(GROUP, code="Đ.1-a", criteria=(replace(ONE, most=MOST_POINTS),)),)},
        {"levels": (Level(1000, "Tốt"), Level(0, "Chưa đạt"))},
        {"levels": (Level(0, "x" * LONGEST_NAME),)},
    ],
)
def test_a_set_is_taken_to_its_bounds(change: dict[str, object]):
    assert places(replace(SET, **change)) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"id": ""}, [("id", "id")]),
        ({"id": "a" * 33}, [("id", "id")]),
        ({"id": "-a"}, [("id", "id")]),
        ({"edition": 0}, [("edition", "id")]),
        ({"edition": 10_001}, [("edition", "id")]),
        ({"name": ""}, [("name", "text")]),
        ({"name": " Bộ"}, [("name", "text")]),
        ({"name": "x" * (LONGEST_NAME + 1)}, [("name", "long")]),
        ({"source": ""}, [("source", "text")]),
        ({"source": "x" * (LONGEST_TEXT + 1)}, [("source", "long")]),
        ({"last_day": date(2025, 12, 31)}, [("last_day", "days")]),
        ({"groups": ()}, [("groups", "none"), ("levels[0].least", "levels")]),
        ({"groups": (replace(GROUP, code="?"),)}, [("groups[0].code", "code")]),
        ({"groups": (replace(GROUP, code="a" * 17),)}, [("groups[0].code", "code")]),
        ({"groups": (replace(GROUP, name=""),)}, [("groups[0].name", "text")]),
        ({"groups": (replace(GROUP, name="x" * 201),)}, [("groups[0].name", "long")]),
        (
            {"groups": (GROUP, replace(GROUP, criteria=()), replace(GROUP, code="2"))},
            [
                *(("groups[1].code", "code"), ("groups[1].criteria", "none")),
                *(("groups[2].criteria[0].code", "twice"), ("groups[2].criteria[1].code", "twice")),
            ],
        ),
        (
            {"groups": (replace(GROUP, criteria=(replace(ONE, most=MOST_POINTS), replace(ONE, code="1.2", most=1))),)},
            [("groups", "points")],
        ),
        ({"levels": ()}, [("levels", "levels")]),
        ({"levels": (Level(1, "Tốt"),)}, [("levels", "levels")]),
        ({"levels": (Level(1001, "Tốt"), Level(0, "Chưa"))}, [("levels[0].least", "levels")]),
        ({"levels": (Level(9, "Tốt"), Level(9, "Đạt"), Level(0, "Chưa"))}, [("levels[1].least", "levels")]),
        ({"levels": (Level(0, "Tốt"), Level(0, "Chưa"))}, [("levels[1].least", "levels")]),
        ({"levels": (Level(5, "Tốt"), Level(-1, "Chưa"))}, [("levels", "levels"), ("levels[1].least", "levels")]),
        ({"levels": (Level(5, ""), Level(0, "x" * 201))}, [("levels[0].name", "text"), ("levels[1].name", "long")]),
    ],
)
def test_a_set_beyond_its_bounds_is_refused_by_its_place(change: dict[str, object], found: list[tuple[str, str]]):
    assert places(replace(SET, **change)) == found


SHARE = {"rule": "share", "fed": SHARES[0]}
AMOUNT = {"rule": "amount", "fed": AMOUNTS[0]}


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"code": "1" * 16, "text": "x" * LONGEST_TEXT, "most": MOST_POINTS, "evidence": "x" * LONGEST_TEXT}, []),
        ({"code": "đ"}, []),
        ({"code": ".1"}, ["code"]),
        ({"code": "1" * 17}, ["code"]),
        ({"text": "x" * (LONGEST_TEXT + 1)}, ["text"]),
        ({"most": 1}, []),
        ({"most": 0}, ["most"]),
        ({"most": MOST_POINTS + 1}, ["most"]),
        ({"evidence": "x" * (LONGEST_TEXT + 1)}, ["evidence"]),
        ({"rule": "both"}, ["rule"]),
        ({"fed": SHARES[0]}, []),
        ({"fed": AMOUNTS[0]}, []),
        ({"fed": "weather"}, ["fed"]),
        ({"bands": (Band(1, 500),)}, ["bands"]),
        ({"rule": "yes-no", "fed": AMOUNTS[0]}, []),
        ({"rule": "yes-no", "fed": SHARES[0]}, ["fed"]),
        ({"rule": "yes-no", "fed": ""}, ["fed"]),
        ({"rule": "yes-no", "fed": AMOUNTS[0], "bands": (Band(1, 500),)}, ["bands"]),
        ({**SHARE, "bands": (Band(100, 500), Band(0, 0))}, []),
        ({**SHARE, "bands": (Band(101, 500),)}, ["bands"]),
        ({**SHARE, "bands": (Band(50, 500), Band(-1, 0))}, ["bands"]),
        ({**SHARE, "bands": (Band(50, 500), Band(40, -1))}, ["bands"]),
        ({**SHARE, "bands": (Band(50, 501),)}, ["bands"]),
        ({**SHARE, "bands": (Band(50, 499),)}, ["bands"]),
        ({**SHARE, "bands": ()}, ["bands"]),
        ({**SHARE, "bands": (Band(50, 500), Band(50, 400))}, ["bands"]),
        ({**SHARE, "bands": (Band(50, 500), Band(40, 500))}, ["bands"]),
        ({**SHARE, "bands": (Band(50, 500), Band(40, 300), Band(30, 400))}, ["bands"]),
        ({**SHARE, "fed": AMOUNTS[0], "bands": (Band(50, 500),)}, ["fed"]),
        ({**AMOUNT, "bands": (Band(1_000_000, 500),)}, []),
        ({**AMOUNT, "bands": (Band(1_000_001, 500),)}, ["bands"]),
        ({**AMOUNT, "fed": SHARES[0], "bands": (Band(1, 500),)}, ["fed"]),
    ],
)
def test_a_criterion_is_taken_to_its_bounds_and_no_further(change: dict[str, object], found: list[str]):
    one = replace(ONE, **change)
    assert [finding.place for finding in check_criterion(one)] == found
    assert [finding.place for finding in check_criterion(one, "groups[0]")] == [f"groups[0].{place}" for place in found]


def test_a_set_scores_the_days_on_which_it_is_in_force_and_a_draft_none():
    ended = replace(SET, last_day=date(2026, 6, 30))
    days = [(date(2025, 1, 1), date(2025, 12, 31)), (date(2025, 1, 1), DAY), (date(2026, 6, 30), date(2027, 1, 1))]
    days.append((date(2026, 7, 1), date(2026, 12, 31)))
    assert [ended.in_force(*span) for span in days] == [False, True, True, False]
    assert [SET.in_force(*span) for span in days] == [False, True, True, True]
    assert not any(replace(SET, draft=True).in_force(*span) for span in days)


def test_criteria_points_and_levels_are_found():
    two = replace(SET, groups=(GROUP, Group("2", "Thư", (Criterion("2.1", "Trao thư", 700),))))
    assert [one.code for one in two.criteria] == ["1.1", "1.2", "2.1"]
    assert (two.most, two.mark) == (1700, "mau/1")
    assert (two.get("2.1"), two.get("3")) == (two.criteria[2], None)
    assert [two.level(points) for points in (900, 899, 0, -1)] == [*(two.levels[at] for at in (0, 1, 1)), None]


def test_a_set_in_a_folder_that_does_not_fit_is_named_by_its_file(tmp_path: Path):
    (tmp_path / "a.json").write_bytes(content_of(SET))
    (tmp_path / "b.json").write_bytes(content_of(replace(SET, name="", id="?")))
    with pytest.raises(NotACriteriaSet) as broken:
        read_sets(tmp_path)
    assert [one.place for one in broken.value.findings] == ["b.json: id", "b.json: name"]
    assert str(broken.value) == "b.json: id: criteria-id; b.json: name: criteria-text"
    (tmp_path / "b.json").unlink()
    (tmp_path / "c.txt").write_bytes(b"?")
    assert read_sets(tmp_path) == (SET,)


def test_a_value_of_another_kind_is_named_by_its_place_and_what_is_no_object_by_the_whole():
    told = json.loads(content_of(SET))
    for bend, place in (({"edition": "1"}, "edition"), ({"first_day": "2026"}, "first_day"), ({"levels": 5}, "levels")):
        with pytest.raises(NotACriteriaSet) as broken:
            read_set(json.dumps(told | bend).encode())
        assert [(one.place, one.code) for one in broken.value.findings] == [(place, "criteria-form")]
    for raw in (b"[]", b"5", b"{}"):
        with pytest.raises(NotACriteriaSet) as broken:
            read_set(raw)
        assert [(one.place, one.code) for one in broken.value.findings] == [("$", "criteria-form")]


def test_a_set_is_kept_as_json_with_sorted_keys_and_no_spaces():
    raw = content_of(SET).decode("utf-8")
    assert raw.startswith(
        '{"calendar":"","draft":false,"edition":1,"example":false,"first_day":"2026-01-01","groups":[{'
    )
    assert '"name":"Bộ mẫu"' in raw


def test_what_is_no_json_is_named_by_the_whole():
    for raw in (b"{", b"\xff", b"[]"):
        with pytest.raises(NotACriteriaSet) as wrong:
            read_set(raw)
        assert [(found.place, found.code) for found in wrong.value.findings] == [("$", "criteria-form")]


def test_what_does_not_fit_a_criterion_is_said_by_its_code():
    wrong = {"code": "?", "most": 0, "evidence": "a" * (LONGEST_TEXT + 1), "rule": "both"}
    told = [(found.place, found.code) for found in check_criterion(replace(ONE, **wrong))]
    assert told == [
        *(("code", "criteria-code"), ("most", "criteria-points")),
        *(("evidence", "criteria-long"), ("rule", "criteria-rule")),
    ]


def test_a_set_without_points_has_no_level_above_nought():
    empty = replace(SET, groups=(), levels=(Level(1, "Tốt"), Level(0, "Chưa đạt")))
    assert ("levels[0].least", "levels") in places(empty)
