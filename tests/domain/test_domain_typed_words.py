"""What clerks write in more than one way, and what a form takes it for."""

from __future__ import annotations

import pytest
from test_domain_rows_of_law import PLAIN, RULES, TODAY
from test_domain_what_is_said import said

from desk_app.domain.drafts import draft_from
from desk_app.domain.form import clock_of
from desk_app.domain.reading import read_draft


@pytest.mark.parametrize("home", ["", "Việt Nam", "VIET NAM", "Vietnam", "VN"])
def test_a_name_at_home_has_marks_however_the_country_is_spelled(home: str) -> None:
    said_of_it = said("birth", {"child_name": "Le Gia Han", "nationality": home})
    assert said_of_it == "child_name: name-without-marks? name=Le Gia Han"


@pytest.mark.parametrize("part", ["born", "residence", "citizen_id", "id_paper"])
def test_whatever_is_typed_of_a_parent_asks_for_the_name(part: str) -> None:
    told = {"born": "1996", "residence": "Thôn Đông", "citizen_id": "001196000001", "id_paper": "CMND 210000001"}
    nameless = {"mother_name": "", "mother_born": "", f"mother_{part}": told[part]}
    asked = "case: parent-blank? person=mother | mother_name: person-without-name! person=mother"
    assert said("birth", nameless) == asked


@pytest.mark.parametrize(
    ("sex", "words"),
    [
        ("male", ["1", "Nam", "M", "male", "trai"]),
        ("female", ["2", "Nữ", "nu", "F", "female", "gái"]),
        ("unknown", ["3", "unknown", "Chưa xác định", "không rõ"]),
    ],
)
def test_a_sex_is_read_out_of_the_words_in_use(sex: str, words: list[str]) -> None:
    for word in words:
        one = read_draft(draft_from("birth", PLAIN["birth"] | {"sex": word}), RULES, TODAY).value
        assert one is not None
        assert one.child.sex == sex


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("7:30", "07:30"),
        ("7.30", "07:30"),
        ("7h30", "07:30"),
        ("7g30", "07:30"),
        ("7 giờ 30 phút", "07:30"),
        ("7h 30p", "07:30"),
        ("7 giờ 5 phút sáng", "07:05"),
        ("5 GIỜ CHIỀU", "17 giờ"),
        ("9h tối", "21 giờ"),
        ("6 giờ sáng", "6 giờ"),
        ("6 giờ", "6 giờ"),
        ("", ""),
        ("6", None),
        ("chập tối", None),
        ("24:00", None),
    ],
)
def test_a_time_of_day_is_read_as_it_is_spoken(typed: str, clock: str | None) -> None:
    assert clock_of(typed) == clock
