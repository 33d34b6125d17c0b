"""Which households mourn with a death, as far as papers tell, and for how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desk_app.domain.drafts import BirthDraft, DeathDraft, Draft, MarriageDraft
from desk_app.domain.events import AnyRegistration, Death
from desk_app.domain.mourning import bereaves, bereft, household, mourned_until
from desk_app.domain.reading import read_draft
from desk_app.domain.rules import Rules

RULES = Rules.standard("26461")
HERE = "Thôn Bến Trà, Xã An Liên"
BIRTH = BirthDraft(
    child_name="Đặng Gia Hân",
    born="09/11/2026",
    sex="nữ",
    mother_name="Trần Thị Ngọc Lan",
    mother_born="1998",
    mother_residence=HERE,
    father_name="Đặng Quốc Huy",
    father_born="1995",
    father_residence=HERE,
    father_citizen_id="001095000003",
    registered_on="20/11/2026",
)
WEDDING = MarriageDraft(
    husband_name="Đặng Quốc Huy",
    husband_born="1995",
    husband_residence=HERE,
    wife_name="Phan Thị Thủy",
    wife_born="1998",
    registered_on="20/11/2026",
)
DEATH = DeathDraft(
    deceased_name="Đặng Văn Khoan",
    born="1940",
    sex="nam",
    last_residence=HERE,
    died_on="05/11/2026",
    registered_on="06/11/2026",
)
SON = {"declarant_name": "Đặng Quốc Huy", "declarant_relation": "con trai"}


def read(draft: Draft) -> AnyRegistration:
    outcome = read_draft(draft, RULES, date(2026, 11, 20))
    assert outcome.value is not None, outcome.errors
    return outcome.value


def lost(**changed: Any) -> Death:
    death = read(replace(DEATH, **changed))
    assert isinstance(death, Death)
    return death


def mourn(death: Death, registration: AnyRegistration) -> bool:
    """Told by the rule, and found by what both papers have in common."""
    left, home = bereft(death), household(registration)
    told = bereaves(left, home)
    assert not told or left.clues() & home.clues()
    return told


@pytest.mark.parametrize(
    ("death", "mourns"),
    [
        ({}, False),
        (SON, True),
        ({**SON, "declarant_residence": "thôn bến trà, xã An Liên, tỉnh Nam Hải"}, True),
        ({**SON, "declarant_residence": "Thôn Đông, Xã An Liên"}, False),
        ({**SON, "declarant_citizen_id": "001095000003"}, True),
        ({**SON, "declarant_citizen_id": "001095000009"}, False),
        ({**SON, "declarant_relation": "cán bộ tư pháp"}, False),
        ({"declarant_name": "Trần Thị Ngọc Lan", "declarant_relation": "con dâu"}, True),
        ({"deceased_name": "Trần Thị Ngọc Lan", "born": "14/03/1998", "sex": "nữ"}, True),
        ({"deceased_name": "Trần Thị Ngọc Lan", "born": "1940", "sex": "nữ"}, False),
        ({"deceased_name": "Lê Tám", "citizen_id": "001095000003", "born": "1995"}, True),
        ({"deceased_name": "Đặng Gia Bảo", "mother_name": "Trần Thị Ngọc Lan", "father_name": "Đặng Quốc Huy"}, True),
        ({"deceased_name": "Đặng Gia Bảo", "mother_name": "Lê Thị Hoa", "father_name": "Đặng Quốc Huy"}, False),
        ({"deceased_name": "Đặng Gia Bảo", "mother_name": "Trần Thị Ngọc Lan"}, True),
        ({"deceased_name": "Đặng Gia Bảo", "father_name": "Đặng Quốc Huy"}, True),
        (
            {
                "deceased_name": "Đặng Gia Bảo",
                "mother_name": "Trần Thị Ngọc Lan",
                "father_name": "Đặng Quốc Huy",
                "last_residence": "Thôn Đông",
            },
            True,
        ),
        ({"father_name": "Đặng Quốc Huy", "last_residence": "Thôn Đông"}, False),
        ({"mother_name": "Trần Thị Ngọc Lan", "last_residence": "Thôn Đông"}, False),
        ({"mother_name": "Trần Thị Ngọc Lan", "last_residence": ""}, False),
    ],
)
def test_whose_birth_letter_waits(death: dict[str, str], mourns: bool) -> None:
    assert mourn(lost(**death), read(BIRTH)) is mourns


def test_a_wedding_waits_too_and_a_condolence_never() -> None:
    assert mourn(lost(**SON), read(WEDDING))
    assert not mourn(lost(**SON), lost(deceased_name="Đặng Thị Tư", **SON))


@pytest.mark.parametrize(
    ("home", "theirs", "one"),
    [
        ("Số 12, Tổ 3, Phường An Hòa", "số nhà 12, tổ 3, phường An Hòa", False),
        ("Số 12, Tổ 3, Phường An Hòa", "số 12, tổ 3, phường An Hòa, tỉnh Nam Hải", True),
        ("12/4 Lê Lợi, Phường An Hòa", "12/4 Lê Lợi, phường An Hòa", True),
        ("12/4 Lê Lợi, Phường An Hòa", "12/5 Lê Lợi, phường An Hòa", False),
        ("Số nhà 5, Phường An Hòa", "số nhà 5, phường An Hòa", True),
        ("Nhà số 5A, Phường An Hòa", "nhà số 5a, phường An Hòa", True),
        ("5a/12b/3 ngõ Chợ, Phường An Hòa", "5A/12B/3 ngõ Chợ, phường An Hòa", True),
        ("Tổ 3, Phường An Hòa", "Tổ 3, Phường An Hòa", False),
        ("Phường An Hòa", "Số 12, Phường An Hòa", False),
        (HERE, HERE, False),
    ],
)
def test_one_house_number_is_one_house_and_a_hamlet_is_not(home: str, theirs: str, one: bool) -> None:
    birth = read(replace(BIRTH, mother_residence=home, father_residence=home))
    assert mourn(lost(last_residence=theirs), birth) is one


def test_glad_letters_wait_to_the_49th_day_and_a_day_known_in_part_waits_longest() -> None:
    assert mourned_until(lost(), RULES) == date(2026, 12, 24)
    assert mourned_until(lost(died_on="10/2026"), RULES) == date(2026, 12, 19)
    assert mourned_until(lost(died_on="2026"), RULES) == date(2026, 12, 25)
    assert mourned_until(lost(died_on="05/11/1999", registered_on="06/11/1999"), RULES) == date(1999, 11, 5)


def test_whoever_declared_the_birth_is_of_the_household_unless_it_was_an_office() -> None:
    came = {"declarant_name": "Lê Thị Hoa", "declarant_residence": HERE}
    death = lost(**came, declarant_relation="vợ")
    assert mourn(death, read(replace(BIRTH, **came, declarant_relation="bà nội")))
    assert not mourn(death, read(replace(BIRTH, **came, declarant_relation="cán bộ tư pháp")))
    assert not mourn(death, read(replace(BIRTH, declarant_relation="bà nội")))
    assert mourn(death, read(replace(WEDDING, **came, declarant_relation="mẹ")))


@pytest.mark.parametrize(
    "office",
    [
        *("cán bộ xã", "công chức", "Trưởng thôn", "tổ trưởng dân phố", "Trưởng ấp", "công an xã"),
        *("nhân viên y tế", "đại diện bệnh viện", "hàng xóm"),
    ],
)
def test_whoever_came_for_an_office_or_as_a_neighbour_mourns_nobody(office: str) -> None:
    assert bereft(lost(declarant_name="Đặng Quốc Huy", declarant_relation=office)).came == ()


def test_a_birth_without_a_father_has_the_household_of_its_mother() -> None:
    alone = read(replace(BIRTH, father_name="", father_born="", father_residence="", father_citizen_id=""))
    assert mourn(lost(deceased_name="Trần Thị Ngọc Lan", born="1998", sex="nữ"), alone)
    assert not mourn(lost(deceased_name="Đặng Gia Bảo", father_name="Đặng Quốc Huy"), alone)


def test_papers_that_say_nothing_alike_have_no_clue_in_common() -> None:
    home = household(read(BIRTH))
    assert home.clues() >= {"mother tran thi ngoc lan", "father dang quoc huy", "number 001095000003"}
    assert not bereft(lost(last_residence="Thôn Đông")).clues() & home.clues()
    assert bereft(lost(father_name="Đặng Quốc Huy")).clues() & home.clues() == {"father dang quoc huy"}
