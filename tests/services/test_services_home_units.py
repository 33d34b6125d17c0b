"""Addresses of before the reform: what became of the unit is offered, nothing is put in its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from common.names import fold
from common.unit_exact import exactly
from common.units import REFORM, UnitTable
from desk_app.services.home_units import home_hint, lost_its_marks

TODAY, BEFORE = date(2026, 11, 20), date(2025, 6, 30)
EVERY = 61
"""One of so many old communes is looked at; all 10,035 were once, docs/rooms.md has the figures."""


@pytest.fixture(scope="module")
def units() -> UnitTable:
    return UnitTable.read((Path(__file__).parents[2] / "resources" / "units" / "units.tsv").read_bytes())


@pytest.mark.parametrize(
    ("address", "offered"),
    [
        (
            "Thôn Lộc Ngãi, Xã Phước Quang, Huyện Tuy Phước, Tỉnh Bình Định",
            "Thôn Lộc Ngãi, Xã Tuy Phước Bắc, Tỉnh Gia Lai",
        ),
        ("Phước Quang, Tuy Phước, Bình Định", "Xã Tuy Phước Bắc, Tỉnh Gia Lai"),
        ("xóm 2, xã phước quang, h. tuy phước, t. bình định", "xóm 2, Xã Tuy Phước Bắc, Tỉnh Gia Lai"),
        ("Ấp 1, xã phước quang, huyện tuy phước, tỉnh bình định", "Ấp 1, Xã Tuy Phước Bắc, Tỉnh Gia Lai"),
        ("Tổ 3, Phường 05, Quận 3, TP. Hồ Chí Minh", "Tổ 3, Phường Bàn Cờ, Thành phố Hồ Chí Minh"),
        ("Xã Phước Quang, Tỉnh Bình Định", "Xã Tuy Phước Bắc, Tỉnh Gia Lai"),
        ("Xã Tuy Phước Bắc, Tỉnh Bình Định", "Xã Tuy Phước Bắc, Tỉnh Gia Lai"),
        ("Xã Tuy Phước Bắc, Tỉnh Gia Lai", None),
        ("Ấp Nông Doanh, Xã Xuân Định, Tỉnh Đồng Nai", None),
        ("Thôn Ví Dụ, Xã Thử, Huyện Mẫu, Tỉnh Giả", None),
        ("Bình Định", None),
        ("", None),
    ],
)
def test_the_unit_of_today_is_offered_for_an_old_address_and_nothing_for_one_of_today(units, address, offered):
    hint = home_hint(units, address, TODAY)
    assert (hint.offers[0].address if hint else None) == offered
    assert hint is None or hint.kind == "moved"


def test_a_unit_that_was_split_offers_every_part_the_main_one_first(units):
    hint = home_hint(units, "Ấp 3, Xã Xuân Tâm, Huyện Xuân Lộc, Tỉnh Đồng Nai", TODAY)
    assert hint is not None
    assert hint.kind == "split"
    assert hint.old == "Xã Xuân Tâm, Huyện Xuân Lộc, Tỉnh Đồng Nai"
    assert {offer.code for offer in hint.offers} == {"26446", "26359"}
    assert hint.offers[0].address == f"Ấp 3, {hint.offers[0].unit}"
    assert hint.offers[0].unit.endswith(", Thành phố Đồng Nai")


@pytest.mark.parametrize(
    "address", ["Tổ 3, Xã Lạ Hoắc, Huyện Tuy Phước, Tỉnh Bình Định", "Tổ 3, Lạ Hoắc, Tuy Phước, Bình Định"]
)
def test_a_unit_that_ended_before_the_table_begins_is_named_and_nothing_is_guessed(units, address):
    hint = home_hint(units, address, TODAY)
    assert hint is not None
    assert (hint.kind, hint.offers) == ("gone", ())


def test_before_the_reform_nothing_is_offered(units):
    address = "Xã Phước Quang, Huyện Tuy Phước, Tỉnh Bình Định"
    assert home_hint(units, address, BEFORE) is None
    assert home_hint(units, address, REFORM) is not None


@pytest.mark.parametrize("written", ["official", "name"])
def test_old_communes_of_the_whole_country_lead_to_what_they_became(units, written):
    old = units.communes(BEFORE)
    assert len(old) == 10035
    for unit in old[::EVERY]:
        names = [getattr(one, written) for one in (unit, *units.above(unit, BEFORE))]
        hint = home_hint(units, ", ".join(["Tổ 3", *names]), TODAY)
        assert hint is not None
        assert {heir.code for heir in units.heirs(unit, TODAY)} <= {offer.code for offer in hint.offers}
        assert not lost_its_marks(units, ", ".join(names))


def test_no_address_of_today_is_offered_another(units):
    for unit in units.communes(TODAY)[::EVERY]:
        address = ", ".join(["Tổ 3", unit.official, *(one.official for one in units.above(unit, TODAY))])
        assert home_hint(units, address, TODAY) is None


@pytest.mark.parametrize(
    ("address", "lost"),
    [
        ("Thon Ben Trà, Vinh Thông, Rach Giá, Kiên Giang", True),
        ("Tổ 3, Bình Phú, Dak Lak", True),
        ("Tổ 3, Bình Phú, Đăk Lăk", False),
        ("Tổ 3, Phường 1, Thành phố Đà Lạt, Tỉnh Lâm Đồng", False),
        ("Hoà Bình", False),
        ("Xã Chiềng Châu, Huyện Mai Châu, Tỉnh Hoà Bình", False),
    ],
)
def test_an_address_whose_province_or_district_lost_its_marks_is_known(units, address, lost):
    assert lost_its_marks(units, address) is lost


def test_a_name_given_exactly_is_found_with_its_kind_and_marks_deciding_between_several(units):
    found = exactly(units, ("Thị trấn Xuân Lộc",), BEFORE) or exactly(units, ("Xuân Lộc",), BEFORE)
    assert {fold(unit.name) for unit in found} == {"xuan loc"}
    assert [unit.code for unit in exactly(units, ("Xã Phước Quang", "Bình Định"), BEFORE)] == ["21964"]
    assert exactly(units, ("Phước Quang", "Đồng Nai"), BEFORE) == ()
    assert exactly(units, ("Phước",), BEFORE) == ()
