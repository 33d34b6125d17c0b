"""Every finding in a letter's text has its weight, its place and the words that stand there."""

from __future__ import annotations

from pathlib import Path

import pytest

from common.letter_check import LARGEST_TEXT
from common.letter_findings import Finding, findings, tidied

CARD = (Path(__file__).parents[2] / "resources" / "letters" / "birth-card.txt").read_text(encoding="utf-8")
Told = tuple[str, str, str, int, int, dict[str, str]]


def told(text: str, layout: str = "birth-card") -> list[Told]:
    """All that is found, each whole."""
    return [
        (one.level, one.code, one.section, one.line, one.column, dict(one.details)) for one in findings(text, layout)
    ]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (
            "{ten_cha}",
            "{ten_ba}",
            [
                ("error", "unknown-field", "lời chào", 13, 29, {"found": "ten_ba", "near": "{ten_cha}"}),
                ("error", "unknown-field", "lời chào", 15, 30, {"found": "ten_ba", "near": "{ten_cha}"}),
                ("hint", "never-said", "", 59, 1, {"found": "ten_cha", "caption": "Họ tên cha"}),
            ],
        ),
        (
            "{ten_cha}",
            "{xyzxyz}",
            [
                ("error", "unknown-field", "lời chào", 13, 29, {"found": "xyzxyz", "near": ""}),
                ("error", "unknown-field", "lời chào", 15, 30, {"found": "xyzxyz", "near": ""}),
                ("hint", "never-said", "", 59, 1, {"found": "ten_cha", "caption": "Họ tên cha"}),
            ],
        ),
        (
            "{ten_cha}",
            "{ngay_mat}",
            [
                ("error", "field-elsewhere", "lời chào", 13, 29, {"found": "ngay_mat", "caption": "Ngày mất"}),
                ("error", "field-elsewhere", "lời chào", 15, 30, {"found": "ngay_mat", "caption": "Ngày mất"}),
                ("hint", "never-said", "", 59, 1, {"found": "ten_cha", "caption": "Họ tên cha"}),
            ],
        ),
        (
            "[nếu ghi muộn]",
            "[nếu ghi muon]",
            [
                ("error", "unknown-condition", "lời thư 1", 19, 1, {"found": "ghi muon", "near": "[nếu ghi muộn]"}),
                ("error", "unknown-condition", "lời thư 2", 33, 1, {"found": "ghi muon", "near": "[nếu ghi muộn]"}),
            ],
        ),
        (
            "[nếu ghi muộn]",
            "[nếu xyzxyz]",
            [
                ("error", "unknown-condition", "lời thư 1", 19, 1, {"found": "xyzxyz", "near": ""}),
                ("error", "unknown-condition", "lời thư 2", 33, 1, {"found": "xyzxyz", "near": ""}),
            ],
        ),
        (
            "[nếu ghi muộn]",
            "[nếu cao niên]",
            [
                (
                    "error",
                    "condition-elsewhere",
                    "lời thư 1",
                    19,
                    1,
                    {"found": "cao niên", "caption": "Hai người từ 55 tuổi"},
                ),
                (
                    "error",
                    "condition-elsewhere",
                    "lời thư 2",
                    33,
                    1,
                    {"found": "cao niên", "caption": "Hai người từ 55 tuổi"},
                ),
            ],
        ),
        ("cùng [hết]", "cùng ", [("error", "branch-not-closed", "dưới tên", 30, 1, {"found": "nhiều cháu"})]),
        ("Thân gửi", "Thân gửi [hết]", [("error", "branch-not-open", "lời chào", 12, 10, {"found": "[hết]"})]),
        (
            "Thân gửi",
            "Thân gửi [không thì]",
            [("error", "branch-not-open", "lời chào", 12, 10, {"found": "[không thì]"})],
        ),
        (
            "[nếu nhiều cháu]cùng [hết]",
            "[nếu nhiều cháu]cùng [không thì][không thì][hết]",
            [("error", "second-otherwise", "dưới tên", 30, 33, {"found": "nhiều cháu"})],
        ),
        ("Thân gửi", "Thân gửi {", [("error", "stray-bracket", "lời chào", 12, 10, {"found": "{"})]),
        ("Thân gửi", "Thân gửi }", [("error", "stray-bracket", "lời chào", 12, 10, {"found": "}"})]),
        (
            "Thân gửi",
            "Thân [neu ghi] muộn]",
            [
                ("error", "stray-bracket", "lời chào", 12, 6, {"found": "[neu ghi]"}),
                ("error", "stray-bracket", "lời chào", 12, 20, {"found": "]"}),
            ],
        ),
        (
            "Thân gửi",
            "} Thân {a b} gửi {[x",
            [
                ("error", "stray-bracket", "lời chào", 12, 1, {"found": "}"}),
                ("error", "unknown-field", "lời chào", 12, 8, {"found": "a b", "near": ""}),
                ("error", "stray-bracket", "lời chào", 12, 18, {"found": "{"}),
                ("error", "stray-bracket", "lời chào", 12, 19, {"found": "["}),
            ],
        ),
        (
            "== nhãn mã",
            "== nhan ma",
            [
                ("error", "unknown-section", "nhan ma", 54, 4, {"found": "nhan ma", "near": "nhãn mã"}),
                ("error", "section-missing", "", 59, 1, {"found": "nhãn mã"}),
            ],
        ),
        (
            "== nhãn mã",
            "== xyzxyz",
            [
                ("error", "unknown-section", "xyzxyz", 54, 4, {"found": "xyzxyz", "near": ""}),
                ("error", "section-missing", "", 59, 1, {"found": "nhãn mã"}),
            ],
        ),
        (
            "== nhãn mã",
            "== lời chào",
            [
                ("error", "section-twice", "lời chào", 54, 4, {"found": "lời chào"}),
                ("error", "section-missing", "", 59, 1, {"found": "nhãn mã"}),
            ],
        ),
        ("== nhãn mã\nMã\n", "", [("error", "section-missing", "", 57, 1, {"found": "nhãn mã"})]),
        ("== nhãn mã\nMã\n", "== nhãn mã\n\n", [("error", "section-empty", "nhãn mã", 54, 1, {"found": "nhãn mã"})]),
        ("phiên bản: 1", "phiên bản: ²", [("error", "header-incomplete", "", 1, 1, {})]),
        ("tên: Thư chúc mừng khai sinh\n", "", [("error", "header-incomplete", "", 1, 1, {})]),
        ("phiên bản: 1\n", "", [("error", "header-incomplete", "", 1, 1, {})]),
        ("phiên bản: 1", "phiên bản: 1\ntên: Thư", [("error", "header-twice", "", 3, 1, {"found": "tên"})]),
        (
            "phiên bản: 1",
            "phiên bản: 1\nKính gửi",
            [("error", "text-before-sections", "", 3, 1, {"found": "Kính gửi"})],
        ),
        ("Thư chúc mừng khai sinh", "TTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTT", []),
        (
            "Thư chúc mừng khai sinh",
            "TTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTT",
            [("error", "title-too-long", "", 1, 1, {"most": "60"})],
        ),
        ("Thân gửi", "Thân gửi\u202e", [("error", "sign", "", 12, 9, {"found": "U+202E"})]),
        ("Thân gửi", "Xin vui lòng", [("hint", "unkind", "lời chào", 12, 5, {"found": "vui lòng"})]),
        ("**{ten_than}**", "**{ten_than}", [("hint", "bold-not-closed", "lời chào", 16, 13, {})]),
        (
            "{loi_rieng}",
            "",
            [("hint", "never-said", "", 59, 1, {"found": "loi_rieng", "caption": "Lời riêng của người ký"})],
        ),
        ("== tiêu đề", "\n== tiêu đề", []),
    ],
)
def test_a_finding_tells_its_weight_its_place_and_what_stands_there(old: str, new: str, found: list[Told]) -> None:
    assert old in CARD
    assert told(CARD.replace(old, new)) == found


def test_conditions_are_counted_to_their_bounds() -> None:
    deep, many = "[nếu ghi muộn]", "[nếu ghi muộn]A[hết]"
    most = 80 - CARD.count("[nếu ")
    assert told(CARD.replace("Thân gửi", deep * 8 + "A" + "[hết]" * 8)) == []
    assert told(CARD.replace("Thân gửi", many * most)) == []
    assert told(CARD.replace("Thân gửi", deep * 10 + "A" + "[hết]" * 10)) == [
        ("error", "branches-too-deep", "lời chào", 12, 113, {"most": "8"})
    ]
    (one,) = told(CARD.replace("Thân gửi", many * 81))
    column = 1 + 80 * len(many)
    assert one == ("error", "too-many-branches", "lời chào", 12, column, {"most": "80"})


def test_a_name_is_told_to_its_sixtieth_sign_and_a_sign_that_nobody_sees_once_a_line() -> None:
    (one,) = told(CARD.replace("Thân gửi", "{" + "x" * 70 + "}"))
    assert one == ("error", "unknown-field", "lời chào", 12, 1, {"found": "x" * 60, "near": ""})
    hidden = CARD.replace("Thân gửi", "Thân\u202e gửi\u200b\nA\u200b")
    assert told(hidden)[:2] == [
        ("error", "sign", "", 12, 5, {"found": "U+202E"}),
        ("error", "sign", "", 13, 2, {"found": "U+200B"}),
    ]


def test_a_text_too_long_is_told_by_its_length_alone() -> None:
    assert told("x" * LARGEST_TEXT) == [
        ("error", "text-too-long", "", 1, 1, {"most": str(LARGEST_TEXT), "found": str(LARGEST_TEXT + 1)})
    ]
    assert told("x" * (LARGEST_TEXT - 1))[0][1] != "text-too-long"


def test_a_text_is_kept_with_one_sort_of_spaces_and_line_ends() -> None:
    assert tidied("\ufeffa\tb\u00a0c\r\nd\u0065\u0302 \n\n") == "a b c\ndê\n"
    assert tidied("a\ufeff") == "a\ufeff\n"


def test_what_a_letter_of_another_form_must_say_is_asked_for() -> None:
    folder = Path(__file__).parents[2] / "resources" / "letters"
    text = (folder / "condolence-card.txt").read_text(encoding="utf-8").replace("**{ten}**", "")
    last = text.count("\n") + 1
    assert told(text, "condolence-card") == [
        ("error", "never-said", "", last, 1, {"found": "ten", "caption": "Họ tên người mất"})
    ]
    assert Finding("hint", "unkind", details={"found": "x"}).place


def test_a_text_without_any_section_is_all_before_the_first() -> None:
    found = told("tên: A\nphiên bản: 1\n\nKính gửi\n== \nlời")
    assert found[:2] == [
        ("error", "text-before-sections", "", 4, 1, {"found": "Kính gửi"}),
        ("error", "unknown-section", "", 5, 4, {"found": "", "near": ""}),
    ]
    assert [one[1] for one in found].count("text-before-sections") == 1


def test_brackets_that_open_nothing_are_told_one_by_one() -> None:
    found = [
        (column, code, details) for _, code, _, _, column, details in told(CARD.replace("Thân gửi", "{ [x] ] [yz]"))
    ]
    assert found == [
        (1, "stray-bracket", {"found": "{"}),
        (3, "stray-bracket", {"found": "[x]"}),
        (7, "stray-bracket", {"found": "]"}),
        (9, "stray-bracket", {"found": "[yz]"}),
    ]


def test_what_is_wrong_with_the_whole_stands_in_no_section_and_a_condition_in_its_column() -> None:
    hollow = CARD.replace("== nhãn mã\nMã\n", "== nhãn mã\n\n").replace("{loi_rieng}", "")
    assert [(code, section) for _, code, section, *_ in told(hollow)] == [
        ("section-empty", "nhãn mã"),
        ("never-said", ""),
    ]
    near = told(CARD.replace("Thân gửi", "Thân [nếu xyzxyz]gửi[hết]"))
    assert near == [("error", "unknown-condition", "lời chào", 12, 6, {"found": "xyzxyz", "near": ""})]
