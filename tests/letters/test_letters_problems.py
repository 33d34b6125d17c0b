"""What keeps a letter from being printed, and what the clerk is told when a text had to be fitted."""

import re
from dataclasses import replace

import pytest
from letter_orders import (
    BINH,
    CHAIR,
    CODE,
    LAN,
    OFFICE,
    birth,
    death,
    order,
    person,
    sixty_birth,
    usual_birth,
    usual_death,
    usual_marriage,
    usual_official_birth,
    worst_birth,
)

from common.words.problems import sentence
from desk_app.letters.compose import compose
from desk_app.letters.fit import fit_names
from desk_app.letters.order import Order, PrintedCode
from desk_app.letters.shaping import Style
from desk_app.letters.stock import Stock
from desk_app.services.signature_room import lines_fit, name_fits


def refused(wanted: Order, stock: Stock) -> list[tuple[str, str]]:
    """Field and code of every problem of a letter that is not set."""
    outcome = compose(wanted, stock)
    assert outcome.value is None
    return [(problem.field, problem.code) for problem in outcome.problems]


def test_a_letter_needs_someone_to_sign_it(stock: Stock) -> None:
    assert refused(usual_birth(signatory=None), stock) == [("signatory", "letter-needs-signatory")]
    assert sentence("letter-needs-signatory") == "Thư còn thiếu: người ký"


def test_every_missing_value_is_named_at_once(stock: Stock) -> None:
    office = replace(OFFICE, phone="", officer_title="")
    wanted = usual_death(office=office, signatory=None)
    assert refused(wanted, stock) == [
        ("signatory", "letter-needs-signatory"),
        ("office_officer_title", "letter-missing-field"),
    ]
    problem = compose(wanted, stock).problems[-1]
    assert sentence(problem.code, problem.details) == "Thư còn thiếu: chức danh người liên hệ"


def test_a_child_that_nobody_came_for_has_no_letter_yet(stock: Stock) -> None:
    assert refused(order(birth("Lê Gia Hân")), stock) == [
        ("declarant_relation", "letter-needs-address"),
        ("declarant_name", "letter-missing-field"),
    ]


@pytest.mark.parametrize(("name", "character"), [("Lê Gia 愛", "愛"), ("Lê Gia ☺ Hân", "☺")])
def test_a_character_that_the_fonts_cannot_draw_is_named(name: str, character: str, stock: Stock) -> None:
    outcome = compose(order(birth(name, BINH, LAN)), stock)
    (problem,) = outcome.errors
    assert (problem.field, problem.code, problem.details) == (
        "child_name",
        "letter-unmapped-glyph",
        {"character": character},
    )


def test_a_free_line_longer_than_160_characters_is_refused(stock: Stock) -> None:
    assert refused(usual_birth(free_line="a" * 161), stock) == [("free_line", "letter-too-long")]


def test_a_letter_that_no_step_can_fit_says_which_text_to_shorten(stock: Stock) -> None:
    wanted = sixty_birth(free_line="Mừng hai cháu ra đời giữa mùa hoa cà phê nở trắng cả buôn làng bên dòng Krông Ana.")
    assert refused(wanted, stock) == [("free_line", "letter-too-long")]
    problem = compose(wanted, stock).problems[0]
    assert "lời riêng" in sentence(problem.code, problem.details)


def test_a_name_that_is_one_endless_word_is_refused_and_never_cut(stock: Stock) -> None:
    assert refused(order(birth("Ă" * 90, BINH, LAN)), stock) == [("child_name", "letter-too-long")]
    gone = death(person("Ă" * 190, "1940", "male"))
    assert refused(usual_death(registrations=(gone,)), stock) == [("deceased_name", "letter-too-long")]


@pytest.mark.parametrize("link", ["HTTPS://" + "A" * 60 + "/G/7K3M9QXF2D4WRT8Z", "https://gopy.example/g/x"])
def test_a_link_that_the_symbol_cannot_hold_is_refused(link: str, stock: Stock) -> None:
    code = PrintedCode(link, CODE.code, CODE.host)
    assert refused(usual_birth(code=code), stock) == [("office_host", "letter-too-long")]


def test_the_usual_letters_need_no_fitting(stock: Stock) -> None:
    for make in (usual_birth, usual_marriage, usual_death):
        outcome = compose(make(), stock)
        assert outcome.value is not None
        assert (outcome.value.steps, outcome.problems) == ((), ())


def test_each_fitting_step_is_told_as_a_warning(stock: Stock) -> None:
    outcome = compose(sixty_birth(), stock)
    assert outcome.value is not None
    names = [step.split()[0] for step in outcome.value.steps]
    assert names == ["name-smaller", "name-broken", "body-smaller", "short-text"]
    assert [problem.code for problem in outcome.warnings] == [f"letter-{name}" for name in names]
    told = [sentence(problem.code, problem.details) for problem in outcome.warnings]
    assert re.fullmatch(r"Tên dài, cỡ chữ còn 1\d(,\d)? pt", told[0])
    assert told[1] == "Tên dài, xếp thành 4 dòng"


def test_a_long_name_first_gets_smaller_on_one_line(stock: Stock) -> None:
    outcome = compose(worst_birth(), stock)
    assert outcome.value is not None
    assert outcome.value.steps[0] == "name-smaller 13,4"
    names = [run for run in outcome.value.page.runs if run.size == 1340]
    assert len(names) == 2


def test_a_name_is_broken_only_when_13_points_are_too_wide(stock: Stock) -> None:
    style, shaper = Style("EBGaramond-Bold", 24, "la", 30), stock.shaper
    long = " ".join(["NGUYỄN"] * 7)
    narrow = shaper.width(long, replace(style, size=13.0))
    one = fit_names(shaper, (long,), style, narrow + 0.1, 40)
    several = fit_names(shaper, (long,), style, narrow - 0.1, 40)
    assert (len(one.lines), one.style.size) == (1, 13.0)
    assert len(several.lines) == 2
    assert several.style.size > 13
    assert " ".join(several.lines) == long


def test_sizes_go_down_by_a_fifth_of_a_point(stock: Stock) -> None:
    style, shaper = Style("EBGaramond-Bold", 24, "la", 30), stock.shaper
    width = shaper.width("NGUYỄN TRẦN MINH ANH", style)
    block = fit_names(shaper, ("NGUYỄN TRẦN MINH ANH",), style, width - 0.01, 40)
    assert block.style.size == 23.8


def test_both_names_of_a_couple_have_one_size(stock: Stock) -> None:
    from letter_orders import worst_marriage

    outcome = compose(worst_marriage(free_line=""), stock)
    assert outcome.value is not None
    sizes = {run.size for run in outcome.value.page.runs if run.font == "EBGaramond-Bold" and 40_000 < run.y < 66_000}
    assert len(sizes) == 1


def test_an_order_covers_registrations_of_one_kind(stock: Stock) -> None:
    gone = usual_death().registrations[0]
    with pytest.raises(ValueError, match="one kind"):
        order(usual_birth().registrations[0], gone)
    with pytest.raises(ValueError, match="only births"):
        order(gone, gone)
    with pytest.raises(ValueError, match="one of the two"):
        replace(usual_birth(), registrations=())
    assert usual_birth(signatory=CHAIR).kind == "birth"


@pytest.mark.parametrize("template", ["condolence-card", "birth-a4", "../birth-card"])
def test_a_template_of_another_kind_is_refused(template: str, stock: Stock) -> None:
    assert refused(usual_birth(template=template), stock) == [("template", "letter-no-such-template")]


def test_an_order_knows_two_inks(stock: Stock) -> None:
    assert compose(usual_birth(template="birth-card", ink="black"), stock).value is not None
    with pytest.raises(ValueError, match="ink"):
        usual_birth(ink="blue")


def test_a_long_letterhead_and_a_long_place_never_touch(stock: Stock) -> None:
    office = replace(
        OFFICE, unit_name="phường Hoàng Văn Thụ - Lương Khánh Thiện", place="Hoàng Văn Thụ - Lương Khánh Thiện"
    )
    for make in (usual_birth, usual_death):
        outcome = compose(make(office=office), stock)
        if outcome.value is None:
            assert outcome.problems[0].code == "letter-too-long"
            continue
        runs = {run.text[:7]: run for run in outcome.value.page.runs}
        head, day = runs["ỦY BAN "], runs["Hoàng V"]
        style = Style(head.font, head.size / 100, head.tone, head.tracking)
        assert head.x / 1000 + stock.shaper.width(head.text, style) < day.x / 1000


def test_a_condolence_letter_without_a_phone_leaves_the_contact_line_out(stock: Stock) -> None:
    office = replace(OFFICE, phone="")
    composed = compose(usual_death(office=office), stock).value
    assert composed is not None
    assert not [run for run in composed.page.runs if "Điện thoại" in run.text]


@pytest.mark.parametrize(
    ("letters", "named_fits", "lined_fits"), [(30, True, True), (34, True, False), (80, False, False)]
)
def test_what_the_settings_say_of_the_room_for_a_signature_is_what_the_narrowest_letter_does(
    letters: int, named_fits: bool, lined_fits: bool, stock: Stock
) -> None:
    text = ("H'Hen Niê Kđăm Buôn Krông Ana Êban " * 3)[:letters].strip()
    named = compose(usual_death(signatory=replace(CHAIR, name=text)), stock)
    lined = compose(usual_death(signatory=replace(CHAIR, authority=("TUQ. CHỦ TỊCH", text.upper()))), stock)
    assert (named.value is not None, lined.value is not None) == (named_fits, lined_fits)
    assert (name_fits(text), lines_fit((text.upper(),))) == (named_fits, lined_fits)


def test_a_long_name_under_a_signature_stands_on_two_lines_the_last_where_names_stand(stock: Stock) -> None:
    name = "H'Hen Niê Kđăm Buôn Krông Ana Êban Mlô Duôn Du"
    for asked in (usual_birth, usual_official_birth):
        usual, long = (compose(asked(signatory=replace(CHAIR, name=one)), stock).value for one in (CHAIR.name, name))
        assert usual is not None
        assert long is not None
        foot = next(run for run in usual.page.runs if run.text == CHAIR.name)
        lines = [run for run in long.page.runs if run.text and run.text in name and run.font == foot.font]
        assert " ".join(run.text for run in lines[::-1]) == name
        last, above = (run.y for run in lines)
        assert last == foot.y
        assert foot.y - 6000 < above < foot.y
