"""Places while they are typed: units of the day, old names with what became of them, nothing forced."""

import sys
from datetime import date
from pathlib import Path
from types import FrameType

import pytest

from common.units import UnitTable
from desk_app.domain.drafts import draft_from
from desk_app.services.desk import Desk
from desk_app.services.places import MOST, Ground, PlaceOffers, unit_offers
from desk_app.services.registering import Entered

MOST_WORK = 20_000
"""Calls; going through all 14,000 rows of the table would add several for each of them."""
NOW, PILOT = date(2026, 11, 21), date(2024, 3, 1)


@pytest.fixture(scope="module")
def here() -> Ground:
    path = Path(__file__).parents[2] / "resources" / "units" / "units.tsv"
    return Ground(UnitTable.read(path.read_bytes()), NOW, NOW, "75")


@pytest.mark.parametrize(
    ("typed", "written", "shown"),
    [
        (
            "phước quang",
            "xã Phước Quang, huyện Tuy Phước, tỉnh Bình Định",
            "xã Phước Quang, huyện Tuy Phước, tỉnh Bình Định (nay là xã Tuy Phước Bắc, tỉnh Gia Lai)",
        ),
        (
            "phuoc quang",
            "xã Tuy Phước Bắc, tỉnh Gia Lai",
            "xã Tuy Phước Bắc, tỉnh Gia Lai (trước là xã Phước Quang)",
        ),
        (
            "Thôn 3 xã xuân tâm",
            "Thôn 3 xã Xuân Tâm, huyện Xuân Lộc, tỉnh Đồng Nai",
            "xã Xuân Tâm, huyện Xuân Lộc, tỉnh Đồng Nai (nay thuộc xã Xuân Hòa hoặc xã Xuân Đông, thành phố Đồng Nai)",
        ),
        ("12 Lê Lợi, xuan dinh", "12 Lê Lợi, xã Xuân Định, thành phố Đồng Nai", "xã Xuân Định, thành phố Đồng Nai"),
        (
            "số 12 Nguyễn Huệ phường Bến Nghé quận 1",
            "số 12 Nguyễn Huệ phường Sài Gòn, thành phố Hồ Chí Minh",
            "phường Sài Gòn, thành phố Hồ Chí Minh (trước là phường Bến Nghé)",
        ),
        (
            "khu phố 2, Thị xã Duy Tiên",
            "khu phố 2, thị xã Duy Tiên, tỉnh Hà Nam",
            "thị xã Duy Tiên, tỉnh Hà Nam (nay thuộc 6 xã, phường khác nhau)",
        ),
        (
            "UBND xã phước quang",
            "UBND xã Phước Quang, huyện Tuy Phước, tỉnh Bình Định",
            "xã Phước Quang, huyện Tuy Phước, tỉnh Bình Định (nay là xã Tuy Phước Bắc, tỉnh Gia Lai)",
        ),
        ("hà nam", "tỉnh Hà Nam", "tỉnh Hà Nam (nay là tỉnh Ninh Bình)"),
        ("bv tw huế, p thuan hoa, hue", "bv tw huế, phường Thuận Hóa, thành phố Huế", ""),
    ],
)
def test_a_typed_place_is_offered_with_what_stands_before_it(
    here: Ground, typed: str, written: str, shown: str
) -> None:
    offers = {one.text: one.shown for one in unit_offers(here, typed)}
    assert offers[written] == (shown or offers[written])
    assert len(offers) <= MOST


def test_an_event_of_an_earlier_day_is_offered_the_units_of_that_day(here: Ground) -> None:
    then = Ground(here.units, PILOT, NOW, "52")
    (offer,) = unit_offers(then, "phước quang")
    assert offer.text == "xã Phước Quang, huyện Tuy Phước, tỉnh Bình Định"
    assert offer.shown.endswith("(nay là xã Tuy Phước Bắc, tỉnh Gia Lai)")


def test_the_own_province_comes_first_and_exact_marks_before_it(here: Ground) -> None:
    assert unit_offers(here, "tan tien")[0].text == "xã Tân Tiến, thành phố Đồng Nai"
    assert unit_offers(here, "Xuân Đỉnh")[0].text.startswith("phường Xuân Đỉnh")


@pytest.mark.parametrize("typed", ["", "x", "12", "xã", "thị trấn ", "Seoul, Hàn Quốc", "Berlin", "nhà riêng"])
def test_foreign_places_and_beginnings_are_left_alone(here: Ground, typed: str) -> None:
    assert unit_offers(here, typed) == ()


def test_a_place_that_is_whole_asks_nothing_more(here: Ground) -> None:
    whole = "Thôn Bến Trà, xã Xuân Định, huyện Xuân Lộc, tỉnh Đồng Nai"
    assert unit_offers(here, whole[:-2])
    assert unit_offers(here, whole) == ()


def test_the_work_of_a_key_is_bounded(here: Ground) -> None:
    here.units.ready()

    def work(typed: str) -> int:
        """Calls of functions, of Python's own too."""
        called = 0

        def count(frame: FrameType, event: str, about: object) -> None:
            nonlocal called
            called += event in ("call", "c_call")

        sys.setprofile(count)
        try:
            unit_offers(here, typed)
        finally:
            sys.setprofile(None)
        return called

    address = "Số 12, thôn Bến Trà, xã xuân tâm, huyện xuân lộc, đồng nai"
    assert max(work(address[:length]) for length in range(1, len(address) + 1, 3)) < MOST_WORK


def test_what_was_written_before_comes_first(desk: Desk) -> None:
    values = {
        "child_name": "Nguyễn Gia Hân",
        "born": "12/05/2024",
        "sex": "nữ",
        "mother_name": "Trần Thị Lan",
        "mother_residence": "Thôn Bến Trà, xã Xuân Định, tỉnh Đồng Nai",
        "registered_on": desk.seat.today().isoformat(),
        "reasons": {"late": "đăng ký muộn", "registered-late": "đăng ký muộn"},
    }
    assert isinstance(desk.register.enter(draft_from("birth", values)), Entered)
    places = PlaceOffers(desk.seat)
    texts = [one.text for one in places.offered("mother_residence", "xuan dinh")]
    assert texts[0] == "Thôn Bến Trà, xã Xuân Định, tỉnh Đồng Nai"
    assert any("(nay là" in one.shown for one in places.offered("mother_residence", "xuan dinh"))
    assert [one.text for one in places.offered("father_residence", "")] == texts[:1]
    old = places.offered("mother_residence", "phuoc quang", "05/03/2024")
    assert [one.text for one in old] == ["xã Phước Quang, huyện Tuy Phước, tỉnh Bình Định"]
    assert places.offered("mother_residence", "phuoc quang", "chưa rõ") != old
