"""A template is tried on every kind of family before one of them has a letter of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from letter_orders import CHAIR, HOST, OFFICE

from common.letter_check import LAYOUTS
from common.letter_names import FORMS
from common.letter_text import read_template
from common.words.letter_fields import CONDITIONS, FIELDS, conditions_of
from desk_app.letters.compose import LAYOUTS as SET_BY
from desk_app.letters.compose import words_of
from desk_app.letters.order import TEMPLATES_OF, PrintedCode
from desk_app.letters.proof import Proof, proof_of
from desk_app.letters.samples import Base
from desk_app.letters.stock import Stock

FOLDER = Path(__file__).parents[2] / "resources" / "letters"
BASE = Base(OFFICE, CHAIR, date(2026, 11, 20), PrintedCode("", "", HOST))
FAR = "Chúc gia đình " + "muôn vàn niềm vui, " * 12


def proof(stock: Stock, layout: str, old: str = "", new: str = "", base: Base = BASE) -> Proof:
    """The proof of a form's letter with other words in one place."""
    text = (FOLDER / f"{layout}.txt").read_text(encoding="utf-8")
    assert old in text
    text = text.replace(old, new, 1) if old else text
    name = "birth-rieng-1-card" if layout == "birth-card" else layout
    template = read_template(name, text, frozenset(FIELDS), frozenset(CONDITIONS))
    return proof_of((layout, text, template), base, stock)


def test_the_forms_are_those_that_are_set() -> None:
    assert set(FORMS) == set(SET_BY)
    assert {name: LAYOUTS[name].kind for name in FORMS} == {
        name: kind for kind, names in TEMPLATES_OF.items() for name in names
    }


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_letters_of_the_program_are_set_on_every_sample(stock: Stock, layout: str) -> None:
    assert proof(stock, layout).findings() == ()


@pytest.mark.parametrize("layout", FORMS)
def test_every_condition_holds_in_a_sample_and_fails_in_another(stock: Stock, layout: str) -> None:
    tried = proof(stock, layout)
    held = [words_of(sample.order).holds for sample in tried.samples]
    asked = {one.name for one in conditions_of(LAYOUTS[layout].kind)} - {
        "có điện thoại",
        "có cán bộ",
        "người nước ngoài",
    }
    assert asked <= set().union(*held)
    assert not asked & frozenset.intersection(*held)


@pytest.mark.parametrize(
    ("layout", "old", "new", "code", "section"),
    [
        ("condolence-card", "Thành kính phân ưu.", "", "section-empty", "lời kết"),
        ("birth-card", "Thân gửi\n", "Thân gửi {ten_cha}\n", "value-missing", "lời chào"),
        ("birth-card", "== nhãn mã\nMã", "== nhãn mã\nMã\nsố", "line-count", "nhãn mã"),
        ("birth-card", "Quét mã để góp ý\nvề lần phục vụ này.\n", "", "line-count", "quét mã"),
        ("birth-card", "[nếu nhiều cháu]cùng [hết]sinh", FAR + "sinh", "outside-page", "dưới tên"),
        ("birth-card", "Thư chúc mừng\n", "Thư 漢 chúc mừng\n", "unprintable", "tiêu đề"),
        ("birth-card", "trong tình thương của cả nhà", FAR * 6, "short-does-not-fit", "lời thư 2 ngắn"),
        ("condolence-card", "Được tin {xung}", FAR * 6 + "{xung}", "does-not-fit", "lời thư 2"),
        ("marriage-card", "== lời chúc\n", "== lời chúc\nChúc hai bạn ", "words-collide", "lời chúc"),
        ("apology-official", "Mã hồ sơ | {ma_ho_so}", "Mã hồ sơ {ma_ho_so}", "cell-count", "bảng"),
        ("apology-official", "Mã hồ sơ | {ma_ho_so}", "[hết]Mã | {ma_ho_so}[nếu trễ hẹn]", "value-missing", "bảng"),
        ("apology-official", "Ủy ban nhân dân\n{xa}", "Ủy ban nhân dân {xa}", "line-count", "cơ quan"),
    ],
)
def test_what_would_spoil_a_letter_is_found_before_it_is_written(
    stock: Stock, layout: str, old: str, new: str, code: str, section: str
) -> None:
    found = [one for one in proof(stock, layout, old, new).findings() if one.code == code]
    assert found
    assert found[0].section == section
    assert found[0].details["case"] in found[0].sentence or code in ("unprintable", "cell-count")


def test_words_that_no_family_would_ever_read_are_told(stock: Stock) -> None:
    inside = "[nếu đủ cha mẹ][nếu chỉ có mẹ]Chỉ mẹ.[không thì]Cả hai.[hết][hết]"
    (one,) = proof(stock, "birth-card", "{loi_rieng} Hễ", f"{{loi_rieng}} {inside} Hễ").findings()
    assert (one.level, one.code, one.section, one.details["found"]) == (
        "hint",
        "branch-never-seen",
        "lời thư 2",
        "chỉ có mẹ",
    )


def test_a_letter_that_is_too_long_for_most_is_told_as_a_hint(stock: Stock) -> None:
    found = proof(stock, "birth-card", "luôn rộng mở.", f"luôn rộng mở. {FAR}").findings()
    assert [(one.level, one.code, one.section) for one in found] == [("hint", "usual-is-short", "lời thư 2")]


def test_each_branch_is_seen_in_some_case_and_few_cases_are_enough(stock: Stock) -> None:
    tried = proof(stock, "birth-card")
    names = [case.name for case in tried.cases()]
    assert names[:3] == ["shortest", "usual", "worst"]
    assert {"relative", "both-twins-late"} <= set(names)
    assert len(names) < 10
    twins = tried.trial("worst")
    assert twins.page
    assert twins.page.template == "birth-rieng-1-card"
    assert "cùng sinh" in twins.page.text
    assert "letter-name-smaller" in {one.code for one in twins.steps}


def test_an_office_with_a_long_name_is_tried_under_it(stock: Stock) -> None:
    long = replace(BASE, office=replace(OFFICE, unit_name="xã " + "Phước Long Thượng Nghĩa " * 4))
    assert {one.code for one in proof(stock, "birth-official", base=long).findings()} == {"does-not-fit"}


def test_a_section_that_no_page_holds_is_not_even_tried(stock: Stock) -> None:
    found = proof(stock, "birth-official", "{loi_rieng}", "{loi_rieng} " + "chúc mừng cháu khỏe " * 650).findings()
    assert {one.code for one in found} == {"does-not-fit"}


def test_a_template_of_another_program_is_told_as_one_that_cannot_be_set(stock: Stock) -> None:
    text = (FOLDER / "birth-card.txt").read_text(encoding="utf-8").replace("Thân gửi\n", "Thân gửi {la_gi}\n")
    template = read_template("birth-card", text, frozenset({*FIELDS, "la_gi"}), frozenset(CONDITIONS))
    assert {one.code for one in proof_of(("birth-card", text, template), BASE, stock).findings()} == {"not-set"}


def test_words_over_a_picture_and_over_other_words_are_found(stock: Stock) -> None:
    long = "== lời chào\nKính gửi tấm lòng vàng đã dành tặng quê hương bao điều tốt đẹp trong suốt những năm qua "
    found = proof(stock, "thanks-card", "== lời chào\n", long).findings()
    assert ("words-collide", "lời chào") in [(one.code, one.section) for one in found]
    asked = "== quét mã\nKhi nào thấy tiện, xin cho biết\n"
    found = proof(stock, "condolence-card", asked, asked + "xin anh chị cứ nói thẳng với chúng tôi\n").findings()
    assert {one.code for one in found} == {"words-collide"}
