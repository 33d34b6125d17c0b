"""Which two registrations may be one event written twice, and which are two."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from common.dates import PartialDate
from desk_app.domain.drafts import BirthDraft, DeathDraft, Draft, MarriageDraft
from desk_app.domain.events import AnyRegistration
from desk_app.domain.likeness import agree, likeness, one_letter, swapped
from desk_app.domain.reading import read_draft
from desk_app.domain.rules import Rules

BIRTH = BirthDraft(
    child_name="H'Hen Niê Minh Anh",
    born="05/03/2026",
    sex="nữ",
    mother_name="Trần Thị Ngọc Lan",
    father_name="Nguyễn Văn Bình",
    registered_on="20/11/2026",
)
WEDDING = MarriageDraft(
    husband_name="Lê Hoàng Nam",
    husband_born="01/01/1996",
    wife_name="Phan Thị Thủy",
    wife_born="01/01/1998",
    registered_on="05/11/2026",
)
DEATH = DeathDraft(
    deceased_name="Đặng Văn Khoan",
    born="02/09/1945",
    sex="nam",
    died_on="05/11/2026",
    registered_on="06/11/2026",
)
NUMBER, OTHER_NUMBER = "001326000001", "001326000002"


def read(draft: Draft) -> AnyRegistration:
    outcome = read_draft(draft, Rules.standard("26461"), date(2026, 11, 20))
    assert outcome.value is not None, outcome.errors
    return outcome.value


def how(draft: Draft, **changed: Any) -> str | None:
    one, other = read(draft), read(replace(draft, **changed))
    assert likeness(one, other) == likeness(other, one)
    return likeness(one, other)


@pytest.mark.parametrize(
    ("draft", "changed", "found"),
    [
        (BIRTH, {}, "names"),
        (BIRTH, {"child_name": "H'Hen Niê Minh Ánh"}, "names"),
        (BIRTH, {"child_name": "H’Hen Niê Minh Anh"}, "names"),
        (BIRTH, {"child_name": "hhen nie minh anh"}, "names"),
        (BIRTH, {"child_name": unicodedata.normalize("NFD", "H'Hen Niê Minh Ánh")}, "names"),
        (BIRTH, {"born": "03/2026"}, "names"),
        (BIRTH, {"born": "03/05/2026"}, "swapped"),
        (BIRTH, {"child_name": "H'Hen Niê Minh Ang"}, "letter"),
        (BIRTH, {"child_name": "H'Hen Niê Minh Ang", "mother_name": "Lê Thị Hoa"}, "letter"),
        (BIRTH, {"child_name": "H'Hen Niê Mihn Anh"}, "letter"),
        (BIRTH, {"child_name": "H'Hen Niê Minh An"}, "letter"),
        (BIRTH, {"child_name": "H'Hen Niê Minh Ang", "sex": "nam"}, None),
        (BIRTH, {"child_name": "H'Hen Niê Minh Ang", "sex": "chưa xác định"}, "letter"),
        (BIRTH, {"child_name": "H'Hen Niê Minh Ang", "mother_name": "Lê Thị Hoa", "father_name": "Y Bĩ"}, None),
        (BIRTH, {"child_name": "H'Hen Niê Minh Ang", "born": "06/03/2026"}, None),
        (BIRTH, {"child_name": "H'Hen Niê Minh Khang"}, None),
        (BIRTH, {"born": "06/03/2026"}, None),
        (WEDDING, {}, "names"),
        (WEDDING, {"registered_on": "11/05/2026"}, "swapped"),
        (WEDDING, {"wife_name": "Phan Thị Thùy"}, "names"),
        (WEDDING, {"wife_name": "Phan Thị Thúi"}, "letter"),
        (WEDDING, {"wife_name": "Lê Thị Hoa"}, None),
        (WEDDING, {"registered_on": "06/11/2026"}, None),
        (DEATH, {"died_on": "04/11/2026"}, "names"),
        (DEATH, {"born": ""}, "names"),
        (DEATH, {"born": "1945", "died_on": "04/11/2026"}, None),
        (DEATH, {"born": "", "died_on": "11/05/2026"}, "swapped"),
        (DEATH, {"deceased_name": "Đặng Văn Khoa"}, "letter"),
        (DEATH, {"deceased_name": "Đặng Văn Khoa", "born": "1946"}, None),
        (DEATH, {"deceased_name": "Đặng Văn Tám"}, None),
    ],
)
def test_what_is_the_same_twice_and_what_is_not(draft: Draft, changed: dict[str, str], found: str | None) -> None:
    assert how(draft, **changed) == found


def test_one_number_is_one_person_whatever_else_was_typed() -> None:
    numbered = replace(BIRTH, child_citizen_id=NUMBER)
    assert how(numbered, child_name="Lê Gia Hân", born="01/01/2026") == "number"
    assert how(replace(DEATH, citizen_id="001045000001"), deceased_name="Lê Tám", died_on="01/11/2026") == "number"
    assert how(numbered, child_name="Lê Gia Hân", child_citizen_id=OTHER_NUMBER) is None


def test_twins_are_none_and_a_twin_written_twice_is_one() -> None:
    twins = replace(BIRTH, child_name="Nguyễn Gia An", twin_group="sinh đôi 3f")
    assert how(twins, child_name="Nguyễn Gia Ân") is None
    assert how(twins, child_name="Nguyễn Gia Anh") is None
    assert how(twins) == "names"
    assert how(replace(twins, twin_group=""), child_name="Nguyễn Gia Ân") == "names"


def test_events_of_two_kinds_are_never_one() -> None:
    assert likeness(read(BIRTH), read(replace(DEATH, deceased_name=BIRTH.child_name, died_on=BIRTH.born))) is None


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        ("an", "am", False),
        ("khoan", "khoan", False),
        ("khoan", "kohan", True),
        ("khoan", "koahn", False),
        ("minh anh", "minhanh x", True),
        ("minh anh", "minh", False),
        ("hoa", "khoa", False),
        ("gia han", "gia ham", True),
    ],
)
def test_one_letter_is_one_letter(one: str, other: str, close: bool) -> None:
    assert one_letter(one, other) is close
    assert one_letter(other, one) is close


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("5/3/2026", "5/3/2026", True),
        ("5/3/2026", "3/2026", True),
        ("2026", "5/3/2026", True),
        ("5/3/2026", "6/3/2026", False),
    ],
)
def test_days_agree_as_far_as_both_are_known(one: str, other: str, may_be: bool) -> None:
    first, second = PartialDate.parse(one), PartialDate.parse(other)
    assert agree(first, second) is agree(second, first) is may_be
    assert not agree(None, first)
    assert not agree(first, None)
    assert not agree(None, None)


@pytest.mark.parametrize(
    ("one", "other", "changed_over"),
    [
        ("5/3/2026", "3/5/2026", True),
        ("5/3/2026", "3/5/2025", False),
        ("5/5/2026", "5/5/2026", False),
        ("3/2026", "3/5/2026", False),
        ("3/5/2026", "2026", False),
        ("2026", "2026", False),
        ("5/3/2026", "4/5/2026", False),
    ],
)
def test_day_and_month_stand_changed_over_only_in_whole_days_of_one_year(
    one: str, other: str, changed_over: bool
) -> None:
    assert swapped(PartialDate.parse(one), PartialDate.parse(other)) is changed_over


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        ("sena", "senb", True),
        ("sen", "seb", False),
        ("senab", "sen", False),
        ("an binh", "anb inh", False),
        ("nam son", "nma son", True),
        ("nam son", "nma sno", False),
        ("binh", "binhh", True),
        ("binhabc", "binh", False),
        ("lan anh", "lan ah", True),
        ("lan anh", "ln ah", False),
        ("abcd", "abxe", False),
        ("abcde", "bcde", True),
        ("khoan", "khuan", True),
        ("khoan", "nhoan", True),
        ("bbbb", "aaaaaa", False),
        ("bacd", "abce", False),
    ],
)
def test_one_letter_is_one_letter_in_either_order(one: str, other: str, close: bool) -> None:
    assert one_letter(one, other) is one_letter(other, one) is close


def test_a_marriage_is_like_a_marriage_only() -> None:
    pair, died = read(WEDDING), read(DEATH)
    assert likeness(pair, died) is likeness(died, pair) is None
    assert likeness(pair, pair) == "names"


def test_a_wedding_is_surest_by_both_numbers() -> None:
    numbered = replace(WEDDING, husband_citizen_id="001096000001", wife_citizen_id="001198000001")
    assert how(numbered) == how(numbered, wife_name="Phan Thị Thúi") == "number"
    assert how(numbered, wife_citizen_id="") == "names"
    assert how(numbered, registered_on="06/11/2026") is None


def test_a_parent_is_one_by_number_under_another_name() -> None:
    numbered = replace(BIRTH, mother_citizen_id="001198000001", father_name="")
    assert how(numbered, child_name="H'Hen Niê Minh Ang", mother_name="Trần Lan") == "letter"
    other = {"mother_name": "Trần Lan", "mother_citizen_id": "001198000002"}
    assert how(numbered, child_name="H'Hen Niê Minh Ang", **other) is None
