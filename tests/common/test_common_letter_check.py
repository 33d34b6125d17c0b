"""A letter template from outside is refused by the place that is wrong: name, layout, signs, sections, depth."""

from __future__ import annotations

from pathlib import Path

import pytest

from common.letter_check import DEEPEST, LARGEST_TEXT, LAYOUTS, checked_letter
from common.letter_text import TemplateFault

FOLDER = Path(__file__).parents[2] / "resources" / "letters"
CARD = (FOLDER / "birth-card.txt").read_text(encoding="utf-8")
LAST = CARD.count("\n") + 1


def refused(name: str = "a", kind: str = "birth", layout: str = "birth-card", text: str = CARD) -> TemplateFault:
    with pytest.raises(TemplateFault) as fault:
        checked_letter(name, kind, layout, text)
    return fault.value


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_letter_of_ours_passes_under_every_name_that_a_file_may_have(layout: str):
    text = (FOLDER / f"{layout}.txt").read_text(encoding="utf-8")
    for name in (layout, "a", "0-b", "a" * 80):
        template = checked_letter(name, LAYOUTS[layout].kind, layout, text)
        assert (template.name, tuple(sorted(template.sections))) == (name, tuple(sorted(LAYOUTS[layout].sections)))


@pytest.mark.parametrize("name", ["", "-a", "A", "á", "a/b", "a" * 81])
def test_a_name_that_no_file_may_have_is_refused(name: str):
    fault = refused(name)
    assert (fault.code, fault.place, fault.found) == ("name", (name[:40], 1, 1), name[:40])


@pytest.mark.parametrize(
    ("kind", "layout"),
    [("birth", "marriage-card"), ("birth", "x" * 50), ("weather", "birth-card"), ("death", "birth-card")],
)
def test_a_layout_belongs_to_its_kind(kind: str, layout: str):
    fault = refused("b" * 50, kind, layout)
    assert (fault.code, fault.place, fault.found) == ("layout", ("b" * 40, 1, 1), layout[:40])


def test_a_text_is_read_to_its_largest_size():
    fault = refused(text=CARD + " " * (LARGEST_TEXT - len(CARD) + 1))
    assert (fault.code, fault.place, fault.found) == ("text-too-long", ("a", 1, 1), "16000")
    assert checked_letter("a", "birth", "birth-card", CARD + " " * (LARGEST_TEXT - len(CARD)))


SIGNS = {"\t": "0009", "\u202e": "202E", "\ue000": "E000", "\ud800": "D800", "\u0378": "0378", "\u2028": "2028"}


@pytest.mark.parametrize(
    ("sign", "code"), [*SIGNS.items(), ("\u2029", "2029"), ("\r", "000D"), ("\U000e0001", "E0001")]
)
def test_a_sign_that_nobody_sees_is_told_with_its_place(sign: str, code: str):
    fault = refused(text=CARD.replace("Thân gửi", f"Thân {sign}gửi", 1))
    assert (fault.code, fault.place[0], fault.found) == ("sign", "a", f"U+{code}")
    assert CARD.split("\n")[fault.place[1] - 1].startswith("Thân "[: fault.place[2] - 1])
    assert fault.place[2] == CARD.split("\n")[fault.place[1] - 1].index("gửi") + 1


@pytest.mark.parametrize(
    ("old", "new", "code", "at", "column", "found"),
    [
        ("== nhãn mã", f"==  {'x' * 50} ", "unknown-section", "== nhãn mã", 4, "x" * 40),
        ("== nhãn mã", "==  lời chào ", "section-twice", "== nhãn mã", 4, "lời chào"),
        ("== nhãn mã\nMã\n", "", "section-missing", "", 1, "nhãn mã"),
        ("{ten_cha}", "{ngay_mat}", "unknown-field", "{ten_cha}", 0, "ngay_mat"),
        ("[nếu ghi muộn]", "[nếu cao niên]", "unknown-condition", "[nếu ghi muộn]", 0, "cao niên"),
    ],
)
def test_sections_and_words_are_those_of_the_layout(old: str, new: str, code: str, at: str, column: int, found: str):
    text = CARD.replace(old, new, 1)
    fault = refused(text=text)
    line = CARD[: CARD.index(at)].count("\n") + 1 if at else text.count("\n") + 1
    assert (fault.code, fault.place[:2], fault.found) == (code, ("a", line), found)
    assert not column or fault.place[2] == column


def nested(depth: int, otherwise: bool) -> str:
    turn = "[không thì]" if otherwise else ""
    return CARD.replace("Thân gửi", f"[nếu ghi muộn]{turn}" * depth + "A" + "[hết]" * depth + " Thân gửi", 1)


@pytest.mark.parametrize("otherwise", [False, True])
def test_conditions_stand_within_conditions_to_a_certain_depth(otherwise: bool):
    assert checked_letter("a", "birth", "birth-card", nested(DEEPEST, otherwise))
    fault = refused(text=nested(DEEPEST + 1, otherwise))
    section = CARD[: CARD.index("Thân gửi")].rindex("\n== ")
    assert (fault.code, fault.found) == ("branches-too-deep", "lời chào")
    assert fault.place == ("a", CARD[: section + 1].count("\n") + 1, 1)


def test_conditions_beside_one_another_are_not_deep():
    text = CARD.replace("Thân gửi", "[nếu ghi muộn]A[hết]" * (DEEPEST + 2) + " Thân gửi", 1)
    assert checked_letter("a", "birth", "birth-card", text)


def test_conditions_too_deep_are_told_at_the_heading_of_their_section_the_first_one_too() -> None:
    text = (FOLDER / "birth-card.txt").read_text(encoding="utf-8")
    deep = "[nếu ghi muộn]" * 9 + "A" + "[hết]" * 9
    for words, line in (("Ủy ban nhân dân {xa}", 4), ("Thân gửi", 11)):
        with pytest.raises(TemplateFault) as fault:
            checked_letter("birth-card", "birth", "birth-card", text.replace(words, deep))
        assert (fault.value.code, fault.value.place) == ("branches-too-deep", ("birth-card", line, 1))
