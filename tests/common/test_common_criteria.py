"""Sets of criteria are data: every place that does not fit is named, points follow from figures by the set's bands."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from common.criteria import (
    AMOUNTS,
    SHARES,
    Band,
    Criterion,
    NotACriteriaSet,
    check,
    check_criterion,
    content_of,
    read_set,
    read_sets,
)
from common.criteria_figures import Value, proposed
from common.criteria_table import NoTable, read_rows, set_of
from common.words import criteria as words

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "criteria"
(EXAMPLE,) = read_sets(FOLDER)


def test_the_example_is_whole_marked_as_example_and_holds_a_hundred_points():
    assert (EXAMPLE.mark, EXAMPLE.most, EXAMPLE.example) == ("mau-100/1", 100_00, True)
    assert EXAMPLE.source == words.EXAMPLE
    assert check(EXAMPLE) == ()
    assert len(EXAMPLE.groups) == 8
    assert len([one for one in EXAMPLE.criteria if one.fed]) >= 14
    assert all(one.evidence for one in EXAMPLE.criteria)
    reached = [EXAMPLE.level(points) for points in (100_00, 90_00, 89_99, 80_00, 65_00, 64_99, 0)]
    assert [level.name for level in reached if level] == [
        *("Tiêu biểu", "Tiêu biểu", "Đạt", "Đạt", "Cơ bản đạt", "Chưa đạt", "Chưa đạt")
    ]
    assert read_set(content_of(EXAMPLE)) == EXAMPLE


def test_figures_of_the_register_have_words_and_so_has_every_rule():
    assert set(words.FED) == {*SHARES, *AMOUNTS}
    assert {one.rule for one in EXAMPLE.criteria} == set(words.RULES)


def test_every_place_that_does_not_fit_is_named_at_once():
    told = json.loads(content_of(EXAMPLE))
    told["last_day"] = "2020-01-01"
    told["groups"][0]["criteria"][1].update(code="1.1", text="")
    told["groups"][3]["criteria"][0]["bands"][0]["points"] = 100
    told["groups"][4]["criteria"][0]["fed"] = "sessions"
    told["groups"][7]["criteria"] = []
    told["levels"][3]["least"] = 7000
    with pytest.raises(NotACriteriaSet) as broken:
        read_set(json.dumps(told).encode())
    assert [(one.place, one.code) for one in broken.value.findings] == [
        ("last_day", "criteria-days"),
        ("groups[0].criteria[1].text", "criteria-text"),
        ("groups[0].criteria[1].code", "criteria-twice"),
        ("groups[3].criteria[0].bands", "criteria-bands"),
        ("groups[4].criteria[0].fed", "criteria-fed"),
        ("groups[7].criteria", "criteria-none"),
        ("levels", "criteria-levels"),
        ("levels[3].least", "criteria-levels"),
    ]
    assert all(words.finding(one.code) for one in broken.value.findings)
    assert words.place("groups[3].criteria[0].bands") == "nhóm 4, tiêu chí 1, mức điểm"
    del told["groups"][0]["criteria"][0]["most"]
    for raw, place in ((json.dumps(told).encode(), "groups[0].criteria[0]"), (b"[", "$"), (b"\xff", "$")):
        with pytest.raises(NotACriteriaSet) as broken:
            read_set(raw)
        assert broken.value.findings[0].place == place
    told["draft"] = True
    told["groups"][0]["criteria"][0]["most"] = 200
    assert read_set(json.dumps(told).encode()).draft


def test_points_follow_from_bands_and_a_share_just_under_a_band_has_not_reached_it():
    share = Criterion(
        "1", "a", 500, rule="share", fed="letters-birth", bands=(Band(95, 500), Band(85, 400), Band(50, 100))
    )
    assert not list(check_criterion(share))
    reached = [
        proposed(share, Value(part, whole)) for part, whole in ((19, 20), (949, 1000), (17, 20), (54, 62), (1, 3))
    ]
    assert reached == [500, 400, 400, 400, 0]
    assert proposed(share, None) is None
    number = Criterion("2", "a", 300, rule="amount", fed="sessions", bands=(Band(12, 300), Band(6, 100)))
    assert [proposed(number, Value(n)) for n in (13, 12, 11, 5)] == [300, 300, 100, 0]
    there = Criterion("3", "a", 200, rule="yes-no", fed="evidence")
    assert [proposed(there, Value(n)) for n in (2, 0)] == [200, 0]
    assert proposed(Criterion("4", "a", 200, fed="sessions"), Value(9)) is None


def test_points_are_read_and_told_as_offices_write_them():
    read = [words.read_points(text) for text in ("5", "4,5", "2.25", "5 điểm", "", "năm", "1,234", "-1")]
    assert read == [500, 450, 225, 500, None, None, None, None]
    assert [words.points(n) for n in (9000, 450, 225, 5, 100_000, -50)] == [
        "90",
        "4,5",
        "2,25",
        "0,05",
        "1.000",
        "-0,5",
    ]
    assert words.read_bands("95%=5; 85 = 3,5") == (Band(95, 500), Band(85, 350))
    assert words.read_bands("95=") is None
    assert words.read_levels(words.levels_text(EXAMPLE.levels)) == EXAMPLE.levels
    assert words.value("letters-birth", Value(54, 62)) == "54/62, 87%"
    assert words.percent(949, 1000) == "94,9%"
    assert [words.difference(*pair) for pair in ((500, 450), (450, 500), (1, 1))] == ["+0,5", "-0,5", "không đổi"]


def test_a_table_is_read_wherever_its_header_stands_and_codes_get_their_noughts_back():
    cells = [
        ["ỦY BAN NHÂN DÂN TỈNH", None, None, None],
        [None, None, None, None],
        ["TT", "Nội dung tiêu chí", "Điểm tối đa", "Tài liệu kiểm chứng"],
        ["(1)", "(2)", "(3)", "(4)"],
        ["I", "Tổ chức thực hiện", 20.0, None],
        [date(2026, 2, 1), "Có kế hoạch", 5.0, "Kế hoạch"],
        *([1 + n / 10, f"Việc thứ {n}", "1,5", None] for n in range(3, 10)),
        [1.1, "Việc thứ mười", 2.0, None],
        ["II", "Thư gửi người dân", None, None],
        ["2.1", "Thư chúc mừng", "2,5 điểm", "Sổ trao thư"],
        [None, "Thư chia buồn", 2.5, None],
        [None, "Tổng cộng", 100.0, None],
    ]
    header, rows = read_rows(cells)
    assert header == 3
    assert [row.criterion.code for row in rows] == [*(f"1.{n}" for n in (2, 3, 4, 5, 6, 7, 8, 9, 10)), "2.1", "2.2"]
    assert [row.noticed for row in rows if row.noticed] == [("code-date",), ("code-zero",), ("code-given",)]
    assert [rows[-2].criterion.most, rows[-1].row, rows[0].group] == [250, 17, "Tổ chức thực hiện"]
    assert not any(row.wrong for row in rows)
    made = set_of(rows, EXAMPLE)
    assert [(group.code, group.name, group.most) for group in made.groups] == [
        ("1", "Tổ chức thực hiện", 1750),
        ("2", "Thư gửi người dân", 500),
    ]


def test_a_row_that_lacks_points_or_has_a_code_twice_is_named_by_its_row():
    head = ["Nhóm", "Mã", "Tiêu chí", "Điểm", "Minh chứng"]
    rows = read_rows([head, ["A", "01", "Một", 5.0], ["", 2.0, "Hai", "nhiều"], ["", "01", "Ba", 0.0]])[1]
    (lost,) = read_rows([["TT", "Tiêu chí", "Điểm"], ["I", "Thư", None], ["1.1", "Thư cảm ơn", None]])[1]
    assert (lost.group, lost.wrong) == ("Thư", ("criteria-points",))
    assert [(row.row, row.group, row.criterion.code, row.wrong) for row in rows] == [
        (2, "A", "01", ()),
        (3, "A", "02", ("criteria-points",)),
        (4, "A", "01", ("criteria-points", "criteria-twice")),
    ]
    with pytest.raises(NoTable):
        read_rows([["Họ tên", "Điểm"], ["Một", 5.0]])


def read(*rows: list[object], head: tuple[str, ...] = ("TT", "Tiêu chí", "Điểm", "Minh chứng")) -> list[list[object]]:
    """Row, group, code, points, evidence, what was noticed and what is wrong, of every criterion."""
    found = read_rows([list(head), *rows])[1]
    told = [(row, row.criterion) for row in found]
    return [[row.row, row.group, one.code, one.most, one.evidence, row.noticed, row.wrong] for row, one in told]


def test_a_header_is_known_by_its_words_whatever_signs_stand_among_them():
    for head in (
        ("Tiêu chí", "Điểm"),
        ("NỘI DUNG: TIÊU CHÍ", "Điểm tối-đa (của tỉnh)"),
        ("tiêu chí (1)", " Thang  điểm."),
    ):
        assert read(["Một", 5], head=head) == [[2, "", "1", 500, "", ("code-given",), ("criteria-group",)]]
    # Of two columns under one name the first counts; words that mean nothing have no column.
    assert read(["x", "Một", "Hai", 5, 6], head=("Khác", "Tiêu chí", "Nội dung", "Điểm", "Số điểm"))[0][3] == 500
    rows = [[], *[["x"]] * 58, ["Tiêu chí", "Điểm"], ["Một", 5]]
    assert read_rows(rows)[0] == 60
    with pytest.raises(NoTable):
        read_rows([[], *rows])


def test_headings_are_rows_of_a_roman_number_a_letter_no_points_or_points_of_what_follows():
    rows = read(
        ["I", "Tổ chức", 20, None],
        ["1", "Kế hoạch", 5, "Kế hoạch"],
        ["Đ", "Thư", 10, None],
        ["a", "Thư chúc mừng", 2, None],
        [1, "Thư cảm ơn", 10, None],
        ["1.1", "Thư viết tay", 4, "Sổ"],
        [None, "Chưa xếp", None, None],
        ["2.1", "Chưa có điểm", None, None],
        ["3", "Điểm chưa rõ", "nhiều", None],
        ["(1)", "(2)", "(3)", "(4)"],
        ["", "12", 3, None],
        ["", "TỔNG CỘNG", 100, None],
        ["", "Cộng", 100, None],
    )
    assert [one[:4] for one in rows] == [
        [3, "Tổ chức", "1", 500],
        [5, "Thư", "a", 200],
        [7, "Thư cảm ơn", "1.1", 400],
        [9, "Chưa xếp", "2.1", 0],
        [10, "Chưa xếp", "3", 0],
    ]
    assert [one[4] for one in rows] == ["Kế hoạch", "", "Sổ", "", ""]
    assert [one[6] for one in rows] == [(), (), (), ("criteria-points",), ("criteria-points",)]


def test_a_column_of_groups_goes_before_headings():
    head = ("Nhóm", "TT", "Tiêu chí", "Điểm")
    rows = read(
        ["Tổ chức", "I", "Kế hoạch", 5],
        [None, "1", "Sổ", 5],
        [None, "1.1", "Giấy", 5],
        ["Thư", None, "Thư", None],
        [None, "2", "Trao", 5],
        head=head,
    )
    assert [one[:3] for one in rows] == [[2, "Tổ chức", "I"], [4, "Sổ", "1.1"], [6, "Thư", "2"]]
    assert read([None, "2", "Trao", 5], head=head)[0][6] == ("criteria-group",)


def codes(*cells: object) -> list[tuple[object, tuple[str, ...]]]:
    """The codes, and what was noticed, of rows that begin with these cells."""
    rows = read(["I", "Nhóm", None, None], *([cell, f"Việc {at}", 5, None] for at, cell in enumerate(cells)))
    return [(one[2], tuple(one[5])) for one in rows]


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (("1.1.", "1. 2", "1.3)", "1.4:", "b"), "1.1 1.2 1.3 1.4 b"),
        (("1.X.", "1X)"), "1.X 1X"),
        ((1.0, 2.0, 10.0), "1 2 10"),
        ((1, 2, 10, "01"), "01+zero 02+zero 10 01"),
        ((3, "0.1", 20), "3 0.1 20"),
        ((3, "001"), "003+zero 001"),
        (("02", 3.5), "02 3.5"),
        ((1.1, 1.2, 1.1, 1.3), "1.1 1.2 1.10+zero 1.3"),
        ((1.9, 1.1), "1.9 1.10+zero"),
        ((1.8, 1.1), "1.8 1.1"),
        ((2.9, 1.1), "2.9 1.1"),
        (("1.x", 1.1), "1.x 1.1"),
        ((1.19, 1.2), "1.19 1.20+zero"),
        ((None, None, 7, None), "1+given 2+given 7 8+given"),
        (("2.9", None, None), "2.9 2.10+given 2.11+given"),
        (("b", None, None), "b 2+given 3+given"),
        ((True, "4"), "1+given 4"),
        ((date(2026, 2, 1), datetime(2026, 10, 2, 7, 30, tzinfo=UTC)), "1.2+date 2.10+date"),
    ],
)
def test_codes_are_put_right_as_spreadsheets_bend_them(cells: tuple[object, ...], found: str):
    told = [code + "".join(f"+{one.removeprefix('code-')}" for one in noticed) for code, noticed in codes(*cells)]
    assert " ".join(told) == found


def test_points_are_numbers_or_words_with_a_number_and_nothing_ticked():
    rows = read(
        ["I", "Nhóm", None], *([str(at), "Việc", cell] for at, cell in enumerate((4.55, 3, "2,5 điểm", "5", True)))
    )
    assert [one[3] for one in rows] == [455, 300, 250, 500]


def test_rows_under_one_group_stand_together_however_its_name_is_spelled():
    head = ("Nhóm", "TT", "Tiêu chí", "Điểm")
    cells = [list(head), ["Thư", "1", "Một", 1], ["THƯ", "2", "Hai", 2], ["Sổ", "3", "Ba", 3], ["Thư", "4", "Bốn", 4]]
    made = set_of(read_rows(cells)[1], EXAMPLE)
    assert [(one.code, one.name, len(one.criteria)) for one in made.groups] == [
        *(("1", "Thư", 2), ("2", "Sổ", 1), ("3", "Thư", 1))
    ]
    assert (made.name, made.levels) == (EXAMPLE.name, EXAMPLE.levels)
