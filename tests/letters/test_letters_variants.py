"""Each family's case and each choice by hand as a composed page read back (LOOK 3.5); what makes no difference makes
none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from letter_orders import BINH, LAN, OFFICE, birth, death, marriage, order, person, text_of, usual_birth, usual_death

from common.names import PersonName
from desk_app.domain.events import Birth
from desk_app.domain.people import CitizenId, Declarant
from desk_app.letters.compose import Order, compose
from desk_app.letters.setpage import page_bytes
from desk_app.letters.stock import Stock

KIN = "trong tình thương của ông bà, họ hàng, lối xóm."
GUARDIAN = Declarant(PersonName("Lê Thị Sáu"), "người giám hộ", citizen_id=CitizenId("001160000001"))
SMITH = person("John Michael Smith", "1990", "male", "Vương quốc Anh")
HELD_DAY = date(2026, 11, 12)


def both(*registrations: Birth, stock: Stock, **more: object) -> tuple[str, str]:
    """Front and back, line ends as spaces."""
    composed = compose(order(*registrations, english=True, **more), stock).value
    assert composed is not None
    assert composed.back is not None
    front, back = (" ".join(page.text.replace("\n,", ",").split()) for page in (composed.page, composed.back))
    return front, back


def chosen(*choices: str) -> dict[str, object]:
    return {"choices": frozenset(choices)}


@pytest.mark.parametrize("template", ["birth-card", "birth-official"])
def test_a_guardian_is_addressed_and_the_child_grows_up_among_kin(template: str, stock: Stock) -> None:
    for family in ((None, None), (BINH, LAN)):
        wanted = order(birth("Lê Gia Hân", *family, declarant=GUARDIAN), template=template)
        text = text_of(wanted, stock)
        assert ("Thân gửi bà Lê Thị Sáu," in text) or ("Thân gửi: Bà Lê Thị Sáu" in text)
        assert "Ngày gia đình đến khai sinh cho cháu" in text
        assert "khỏe mạnh trong vòng tay yêu thương của những người thân." in text
        assert {"Bình", "Lan"} & set(text.split()) == set()


def test_of_a_guardian_without_name_or_address_the_field_is_named(stock: Stock) -> None:
    for declarant, fields in (
        (None, {"declarant_name", "declarant_relation"}),
        (Declarant(PersonName("Lê Thị Sáu"), "người giám hộ"), {"declarant_relation"}),
    ):
        problems = compose(order(birth("Lê Gia Hân", declarant=declarant)), stock).problems
        assert {one.field for one in problems if one.level == "error"} == fields
    by_hand = order(birth("Lê Gia Hân", declarant=replace(GUARDIAN, citizen_id=None)), addresses={"relative": "cô"})
    assert "Thân gửi cô Lê Thị Sáu," in text_of(by_hand, stock)


@pytest.mark.parametrize(
    ("choice", "salutation", "wish", "close"),
    [
        ("to-mother", "chị Trần Thị Ngọc Lan,", "trong lời ru của mẹ và tình thương của ông bà, họ hàng", "Hễ mẹ con"),
        (
            "to-father",
            "anh Nguyễn Văn Bình,",
            "trong vòng tay của cha và tình thương của ông bà, họ hàng",
            "Hễ cha con",
        ),
        ("to-relative", "bà Lê Thị Sáu,", "trong vòng tay yêu thương của những người thân", "Hễ gia đình"),
    ],
)
def test_by_hand_a_letter_goes_to_one_of_them(
    choice: str, salutation: str, wish: str, close: str, stock: Stock
) -> None:
    declarant = Declarant(PersonName("Lê Thị Sáu"), "bà nội")
    text = text_of(order(birth("Lê Gia Hân", BINH, LAN, declarant=declarant), **chosen(choice)), stock)
    assert f"Thân gửi {salutation}" in text
    assert wish in text
    assert close in text


def test_by_hand_a_letter_goes_to_the_parents_although_a_guardian_declared(stock: Stock) -> None:
    wanted = order(birth("Lê Gia Hân", BINH, LAN, declarant=GUARDIAN), **chosen("to-parents"))
    assert "Thân gửi anh Nguyễn Văn Bình và chị Trần Thị Ngọc Lan," in text_of(wanted, stock)


def test_forms_of_address_written_by_hand_stand_everywhere_they_belong(stock: Stock) -> None:
    text = text_of(usual_birth(addresses={"father": "ông", "mother": "bà"}), stock)
    assert "Thân gửi ông Nguyễn Văn Bình và bà Trần Thị Ngọc Lan, Ngày ông bà đến khai sinh" in text
    assert "Mong ông bà nhớ đưa cháu" in text
    assert "Ngày hai bác đến khai sinh" in text_of(usual_birth(addresses={"parents": "hai bác"}), stock)
    couple = order(marriage(BINH, LAN), addresses={"couple": "hai bạn"})
    assert "hai bạn đã ký tên cạnh nhau" in text_of(couple, stock)


def test_whoever_is_called_cu_is_spoken_of_as_the_very_old_are_and_nobody_else(stock: Stock) -> None:
    older = death(person("Đặng Văn Khoan", "1958", "male"))
    text = text_of(usual_death(registrations=(older,), addresses={"deceased": "cụ"}), stock)
    assert "Gia quyến cụ ông Đặng Văn Khoan Được tin cụ đã từ trần" in text
    text = text_of(usual_death(addresses={"deceased": "ông"}), stock)
    assert "Kính gửi: Gia đình ông Đặng Văn Khoan Được tin ông đã qua đời" in text
    assert "cụ" not in text.split()


@pytest.mark.parametrize(
    ("born", "late"), [("13/11/2025", False), ("12/11/2025", True), ("12/11/2021", True), ("2021", True)]
)
def test_from_its_first_birthday_a_child_is_welcomed_into_the_book(born: str, late: bool, stock: Stock) -> None:
    text = text_of(order(birth("Lê Gia Hân", BINH, LAN, born=born)), stock)
    said = (
        "Hôm nay cháu đã có tên trong sổ hộ tịch xã An Liên. Từ nay cháu có đủ giấy tờ để đi học, khám bệnh và được "
        "hưởng mọi quyền lợi của một công dân nhỏ. Tôi xin chúc mừng gia đình và cháu"
    )
    assert (said in text, "Từ hôm nay" not in text) == (late, late)


@pytest.mark.parametrize(
    ("born", "choices", "elderly"),
    [
        (("20/11/1971", "20/11/1971"), (), True),
        (("20/11/1971", "21/11/1971"), (), False),
        (("1950", ""), (), False),
        (("1995", "1997"), ("elderly-couple",), True),
        (("1960", "1962"), ("usual-couple",), False),
    ],
)
def test_an_elderly_couple_is_one_by_age_or_by_choice(
    born: tuple[str, str], choices: tuple[str, ...], elderly: bool, stock: Stock
) -> None:
    couple = marriage(person("Lê Văn Tám", born[0], "male"), person("Phan Thị Chín", born[1], "female"))
    text = text_of(order(couple, **chosen(*choices)), stock)
    assert ("Hạnh phúc an vui" in text, "cô dâu" in text) == (elderly, not elderly)
    assert ("hai mái đầu từ nay chung một hiên nhà" in text) == elderly
    assert "Tình nghĩa đến sau nhiều mùa mưa nắng càng đáng quý." in text or not elderly


def test_another_faith_and_the_lunar_day_are_said_as_agreed(stock: Stock) -> None:
    text = text_of(usual_death(**chosen("other-faith", "lunar-date")), stock)
    assert "từ trần ngày 05 tháng 11 năm 2026 (tức ngày 27 tháng 9 năm Bính Ngọ), cán bộ" in text
    assert "nghiêng mình tưởng nhớ cụ và gửi" in text
    outcome = compose(usual_death(**chosen("other-faith", "lunar-date")), stock)
    assert outcome.value is not None
    assert any("Bính Ngọ" in run.text for run in outcome.value.page.runs), "no line end parts a lunar year"
    assert "Xin được chia buồn cùng gia đình." in text
    assert not any(said in text for said in ("hương hồn", "phân ưu", "hưởng thọ"))
    leap = death(person("Đặng Văn Khoan", "1940", "male"), "30/07/2025")
    said = text_of(usual_death(registrations=(leap,), **chosen("lunar-date")), stock)
    assert "tháng 6 nhuận năm Ất Tỵ)" in said
    for unsure in ("20/12/1975", "11/2026"):
        old = death(person("Đặng Văn Khoan", "1900", "male"), unsure)
        assert "tức ngày" not in text_of(usual_death(registrations=(old,), **chosen("lunar-date")), stock)


def test_of_a_foreign_parent_the_commune_takes_the_place_of_home_and_the_name_stays_as_in_the_passport(
    stock: Stock,
) -> None:
    for one in (
        birth("Anna Smith", SMITH, LAN),
        birth("Anna Smith", replace(SMITH, nationality=""), LAN, cases=frozenset({"foreign_element"})),
    ):
        text = text_of(order(one), stock)
        assert "Thân gửi anh John Michael Smith và chị" in text
        assert "vào sổ hộ tịch xã An Liên." in text
    for home in ("Việt Nam", "VIET NAM", "Vietnam", ""):
        kin = replace(SMITH, nationality=home)
        assert "vào sổ hộ tịch quê nhà." in text_of(order(birth("Anna Smith", kin, LAN)), stock)


def test_the_back_says_in_english_what_the_front_says(stock: Stock) -> None:
    one, two = birth("Anna Smith", SMITH, LAN), birth("Tom Smith", SMITH, LAN)
    front, back = both(one, stock=stock)
    assert "Dear" not in front
    assert back.startswith("A translation for the family Dear John Michael Smith and Trần Thị Ngọc Lan, The day you")
    assert "the birth of your child" in back
    assert "in the civil register of An Liên commune." in back
    assert "ANNA SMITH born on 9 November 2026 From today" in back
    assert "a mother’s lullabies, a father’s arms and the love of grandparents." in back
    _, twins = both(one, two, stock=stock)
    assert "write these names" in twins
    assert "ANNA SMITH TOM SMITH" in twins
    _, alone = both(birth("Anna Smith", None, LAN), stock=stock)
    assert "father" not in alone
    _, late = both(birth("Anna Smith", SMITH, LAN, born="03/02/2023"), stock=stock)
    assert "Today the child has a name in the civil register of An Liên commune." in late
    assert "From today" not in late
    _, kin = both(birth("Anna Smith", declarant=GUARDIAN), stock=stock)
    assert "Dear Lê Thị Sáu, The day you came to register the birth of this child" in kin
    assert "your child" not in kin
    _, wedding = both(marriage(BINH, person("Anna Nowak", "1997", "female", "Ba Lan")), stock=stock)  # type: ignore[arg-type]
    assert (
        "On 20 November 2026 you signed your names side by side in the marriage register of An Liên commune: two names "
        "on one page, two lives under one roof. On behalf of its people and staff I wish you both lasting happiness."
    ) in wedding


def test_the_back_has_no_ornament_but_a_band_no_code_and_the_fonts_of_the_front(stock: Stock) -> None:
    for wanted in (usual_birth(english=True), usual_birth(english=True, template="birth-official", ink="black")):
        composed = compose(wanted, stock).value
        assert composed is not None
        assert composed.back is not None
        back = composed.back
        assert [place.name for place in back.ornaments] == ["dai-rang-luoc"]
        assert (back.code, back.ink) == (None, wanted.ink)
        assert (back.width, back.height) == (composed.page.width, composed.page.height)
        fonts = {run.font.partition("-")[0] for run in back.runs}
        assert fonts == {"LiberationSerif" if wanted.template else "EBGaramond"}
    assert compose(usual_death(english=True), stock).value.back is None  # type: ignore[union-attr]


def test_an_undated_letter_keeps_its_place_and_year_and_has_room_for_the_day(stock: Stock) -> None:
    for template in ("birth-card", "birth-official"):
        outcome = compose(usual_birth(undated=True, template=template), stock)
        assert outcome.value is not None
        (line,) = [run.text for run in outcome.value.page.runs if run.text.startswith("An Liên, ngày")]
        assert line.split() == ["An", "Liên,", "ngày", "tháng", "năm", "2026"]
        assert line.count(" " * 8) == 2


def test_boy_or_girl_first_or_third_child_own_or_adopted_read_the_same(stock: Stock) -> None:
    def bytes_of(one: Birth) -> bytes:
        outcome = compose(order(one), stock)
        assert outcome.value is not None
        return page_bytes(outcome.value.page)

    plain = birth("Lê Gia An", BINH, LAN)
    same = [
        replace(plain, child=replace(plain.child, sex="male")),
        replace(plain, child=replace(plain.child, sex="unknown")),
        replace(plain, cases=frozenset({"surrogacy"})),
        replace(plain, declarant=Declarant(PersonName("Nguyễn Văn Bình"), "cha nuôi")),
        replace(plain, number="215"),
    ]
    assert {bytes_of(one) for one in same} == {bytes_of(plain)}


def test_letters_that_no_font_has_are_named_with_the_field_they_stand_in(stock: Stock) -> None:
    cases: tuple[tuple[Order, str], ...] = (
        (order(birth("Lê 龍", BINH, LAN)), "child_name"),
        (order(birth("Lê Gia Hân", BINH, replace(LAN, name=PersonName("Trần 鳳")))), "mother_name"),
        (order(birth("Lê Gia Hân", replace(BINH, name=PersonName("Ngô 龍")), LAN)), "father_name"),
        (usual_birth(free_line="Chúc cháu 福."), "free_line"),
        (usual_birth(office=replace(OFFICE, community="bản 村")), "office_community"),
    )
    for wanted, field in cases:
        (problem,) = compose(wanted, stock).problems
        assert (problem.field, problem.code) == (field, "letter-unmapped-glyph")
