"""What is said of a letter's text while it is written: the right place in plain words, and never an exception."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.letter_check import LAYOUTS, checked_letter
from common.letter_findings import MOST_FINDINGS, errors, findings, tidied
from common.letter_names import is_template_name, layout_of, named_by
from common.words import letter_findings as words

FOLDER = Path(__file__).parents[2] / "resources" / "letters"
CARD = (FOLDER / "birth-card.txt").read_text(encoding="utf-8")
PIECES = ("{", "}", "[", "]", "{ten_me}", "{ten_bo}", "[nếu ghi muộn]", "[nếu x]", "[không thì]", "[hết]", "**", "== ")
MORE = (
    "\n== lời chào\n",
    "\n",
    "tên: A",
    "phiên bản: 2",
    "phiên bản: ²",
    "\u202e",
    "\r\n",
    "\t",
    "\ue000",
    "lời",
    "!",
    "\x85",
    "\u2028",
)


def codes(text: str, layout: str = "birth-card") -> list[str]:
    return [one.code for one in findings(text, layout)]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_is_to_be_said_of_the_letters_that_came_with_the_program(layout: str) -> None:
    assert findings((FOLDER / f"{layout}.txt").read_text(encoding="utf-8"), layout) == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("{ten_cha}", "{ten_ba}", "unknown-field", 13),
        ("{ten_cha}", "{ngay_mat}", "field-elsewhere", 13),
        ("[nếu ghi muộn]", "[nếu ghi muon]", "unknown-condition", 19),
        ("[nếu ghi muộn]", "[nếu cao niên]", "condition-elsewhere", 19),
        ("cùng [hết]", "cùng ", "branch-not-closed", 30),
        ("Thân gửi", "Thân gửi [hết]", "branch-not-open", 12),
        ("[nếu nhiều cháu]cùng [hết]", "[nếu nhiều cháu]cùng [không thì][không thì][hết]", "second-otherwise", 30),
        ("Thân gửi", "Thân gửi {", "stray-bracket", 12),
        ("Thân gửi", "Thân gửi [neu ghi muộn]", "stray-bracket", 12),
        ("== nhãn mã", "== nhan ma", "unknown-section", 54),
        ("== nhãn mã", "== lời chào", "section-twice", 54),
        ("== nhãn mã\nMã\n", "", "section-missing", 57),
        ("== nhãn mã\nMã\n", "== nhãn mã\n\n", "section-empty", 54),
        ("phiên bản: 1", "phiên bản: ²", "header-incomplete", 1),
        ("phiên bản: 1", "phiên bản: 1\ntên: Thư", "header-twice", 3),
        ("phiên bản: 1", "phiên bản: 1\nKính gửi", "text-before-sections", 3),
        ("Thư chúc mừng khai sinh", "Thư " * 20, "title-too-long", 1),
        ("Thân gửi", "Thân gửi\u202e", "sign", 12),
        ("Thân gửi", "[nếu ghi muộn]" * 9 + "A" + "[hết]" * 9, "branches-too-deep", 12),
        ("Thân gửi", "[nếu ghi muộn]A[hết]" * 81, "too-many-branches", 12),
        ("Thân gửi", "Vui lòng", "unkind", 12),
        ("**{ten_than}**", "**{ten_than}", "bold-not-closed", 16),
        ("{loi_rieng}", "", "never-said", 59),
    ],
)
def test_a_mistake_is_told_at_its_place(old: str, new: str, code: str, line: int) -> None:
    assert old in CARD
    found = [one for one in findings(CARD.replace(old, new), "birth-card") if one.code == code]
    assert found, codes(CARD.replace(old, new))
    assert found[0].line == line
    assert str(line) in found[0].place
    assert len(found[0].sentence) > 20
    assert not set(re.findall(r"{[a-z]+}", found[0].sentence)) & {"{found}", "{near}", "{most}", "{caption}"}


def test_many_hints_never_hide_what_is_wrong() -> None:
    found = findings(CARD.replace("Thân gửi", "Vui lòng " * 80).replace("== nhãn mã", "== mã"), "birth-card")
    assert len(found) == MOST_FINDINGS
    assert [one.code for one in errors(found)] == ["unknown-section", "section-missing"]


def test_the_nearest_name_is_offered() -> None:
    (one,) = findings(CARD.replace("{que}", "{qe}"), "birth-card")
    assert one.sentence.endswith("Có phải là {que} không?")
    (one,) = findings(CARD.replace("[nếu ghi muộn]", "[nếu ghi muôn]", 1), "birth-card")
    assert one.sentence.endswith("Có phải là [nếu ghi muộn] không?")


def test_a_stray_pair_of_brackets_is_told_once() -> None:
    assert codes(CARD.replace("Thân gửi", "Thân gửi [abc]")) == ["stray-bracket"]


def test_a_condolence_that_never_says_the_name_is_refused() -> None:
    text = (FOLDER / "condolence-card.txt").read_text(encoding="utf-8").replace("**{ten}**", "")
    assert [one.code for one in errors(findings(text, "condolence-card"))] == ["never-said"]


def test_a_text_as_long_as_a_book_is_not_even_read() -> None:
    assert codes("x" * 20_000) == ["text-too-long"]


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES + MORE) | st.text(max_size=3), max_size=40),
    st.integers(0, len(CARD)),
    st.booleans(),
)
def test_any_text_gives_findings_or_a_template(pieces: list[str], at: int, alone: bool) -> None:
    text = "".join(pieces) if alone else CARD[:at] + "".join(pieces) + CARD[at:]
    found = findings(text, "birth-card")
    for one in found:
        assert one.sentence
        assert one.place
        assert "(mã " not in one.sentence
    if not errors(found):
        checked_letter("birth-card", "birth", "birth-card", tidied(text))


def test_what_the_district_would_refuse_the_desk_refuses_too() -> None:
    assert {"sign", "unknown-section", "section-twice", "section-missing", "branches-too-deep"} <= set(words.KNOWN)


def test_an_own_letter_tells_its_form_by_its_name() -> None:
    assert named_by("rieng-1", "birth-card") == "birth-rieng-1-card"
    assert named_by("birth-rieng-1-card", "birth-card") == "birth-rieng-1-card"
    assert named_by("birth-card", "birth-official") == "birth-birth-card-official"
    assert layout_of("birth-birth-card-official") == "birth-official"
    for layout in LAYOUTS:
        assert layout_of(layout) == layout
    assert not any(map(is_template_name, ("", "birth", "rieng-1", "birth-Á-card", "death-x-card", "../birth-x-card")))
