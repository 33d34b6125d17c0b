"""Law as dated rows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk_app.domain.rules import Rule, Rules

STANDARD = Rules.standard("21964", ("xã Tuy Phước Bắc", "thị trấn Tuy Phước", "phường 1"))


@pytest.mark.parametrize(
    ("name", "on", "value"),
    [
        ("birth-limit-days", date(2006, 3, 31), None),
        ("birth-limit-days", date(2006, 4, 1), 60),
        ("birth-limit-days", date(2026, 11, 20), 60),
        ("birth-limit-days", date(2027, 3, 1), 60),
        ("death-limit-days", date(2026, 11, 20), 15),
        ("husband-age", date(1950, 1, 1), None),
        ("husband-age", date(2014, 12, 31), 20),
        ("wife-age", date(2026, 11, 20), 18),
        ("residence-of-one-spouse", date(2027, 2, 28), 1),
        ("residence-of-one-spouse", date(2027, 3, 1), None),
    ],
)
def test_the_value_of_a_rule_is_that_of_the_registration_day(name, on, value):
    assert STANDARD.value(name, on) == value


def test_every_row_names_its_legal_source_and_rows_follow_each_other_without_a_gap():
    for row in STANDARD.rows:
        assert row.source.startswith("Tục" if row.name == "mourning-days" else ("Luật", "Nghị định"))
        later = [
            other.valid_from for other in STANDARD.rows if other.name == row.name and other.valid_from > row.valid_from
        ]
        if later:
            assert row.valid_to == min(later) - timedelta(days=1)


def test_two_rows_never_hold_on_one_day():
    row = STANDARD.rows[0]
    with pytest.raises(ValueError, match="two rows"):
        Rules((row, replace(row, value=30)), "21964")


def test_a_rule_ends_after_it_begins():
    with pytest.raises(ValueError, match="ends"):
        Rule("wife-age", 18, date(2026, 1, 2), date(2026, 1, 1), "Luật")


@pytest.mark.parametrize(
    ("residence", "here"),
    [
        ("Thôn 3, xã Tuy Phước Bắc, tỉnh Gia Lai", True),
        ("thon 3, tuy phuoc bac", True),
        ("Thị trấn Tuy Phước, Bình Định", True),
        ("Phường 1, Đà Lạt", True),
        ("Số 1 Lê Lợi, Huế", False),
        ("Phường 12, Đà Lạt", False),
        ("Hà Nội", False),
    ],
)
def test_a_residence_names_this_commune_by_any_of_its_names(residence, here):
    assert STANDARD.lives_here(residence) is here


def test_the_standard_is_that_of_a_unit_and_its_names():
    rules = Rules.standard("21964", ["xã Tuy Phước Bắc"])
    assert (rules.unit, rules.commune_names) == ("21964", ("xã Tuy Phước Bắc",))
    assert Rules.standard("21964").commune_names == ()
    assert Rules.standard("1", ["Phường 1"]).lives_here("tổ 2, phường 1")
    assert not Rules.standard("1", ["Phường 1"]).lives_here("số 1, tổ 2")


def test_a_name_without_its_kind_of_unit_is_found_as_well():
    rules = Rules.standard("1", ["An Liên"])
    assert rules.lives_here("Thôn 3, xã An Liên")
    assert not rules.lives_here("Thôn 3, xã An Lạc")


@pytest.mark.parametrize("name", ["xã Phú Quốc", "phường Phú Quốc", "thị trấn Phú Quốc", "đặc khu Phú Quốc"])
def test_the_name_of_a_commune_is_found_whatever_kind_of_unit_it_has_become(name):
    assert Rules.standard("1", [name]).lives_here("Tổ 3, thành phố Phú Quốc, Kiên Giang")
