"""What the two-tier reform made of names and codes, row by row, and what a later change would."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from common.unit_check import checked_table
from common.units import Unit, UnitTable

TABLE = Path(__file__).parents[2] / "resources" / "units" / "units.tsv"
BEFORE, REFORM, NOW = date(2025, 6, 30), date(2025, 7, 1), date(2026, 11, 21)
PILOTS = {
    "Xuân Lộc": ("huyện", "26425 26461 26458 26434 26428 26446 26359"),
    "Tuy Phước": ("huyện", "21952 21964 21970 21985"),
    "Duy Tiên": ("thị xã", "13324 13330 13336 13348 13363 13366"),
}


@pytest.fixture(scope="module")
def table() -> UnitTable:
    return UnitTable.read(TABLE.read_bytes())


def old(table: UnitTable, place: str) -> Unit:
    (unit,) = table.find(place, BEFORE)[:1]
    return unit


def codes(units: tuple[Unit, ...]) -> set[str]:
    return {unit.code for unit in units}


@pytest.mark.parametrize(
    ("before", "after", "with_it"),
    [
        ("xã Xuân Định, Xuân Lộc, Đồng Nai", "26461 xã Xuân Định", "Xuân Bảo, Bảo Hòa"),
        ("xã Xuân Tâm, Xuân Lộc, Đồng Nai", "26446 xã Xuân Hòa, 26359 xã Xuân Đông", ""),
        ("xã Phước Quang, Tuy Phước, Bình Định", "21964 xã Tuy Phước Bắc", "Phước Hưng, Phước Hiệp"),
        ("xã Phước Nghĩa, Tuy Phước, Bình Định", "21952 xã Tuy Phước", "Tuy Phước, Diêu Trì, Phước Thuận, Phước Lộc"),
        ("xã Phước Lộc, Tuy Phước, Bình Định", "21952 xã Tuy Phước", "Tuy Phước, Diêu Trì, Phước Thuận, Phước Nghĩa"),
        ("xã Phước Hòa, Tuy Phước, Bình Định", "21970 xã Tuy Phước Đông", "Phước Thắng, Phước Sơn"),
        ("xã Phước Sơn, Tuy Phước, Bình Định", "21970 xã Tuy Phước Đông", "Phước Thắng, Phước Hòa"),
    ],
)
def test_a_pilot_commune_leads_to_its_heirs_and_those_merged_with_it(
    table: UnitTable, before: str, after: str, with_it: str
) -> None:
    unit = old(table, before)
    heirs = table.heirs(unit, NOW)
    assert {f"{heir.code} {heir.full_name}" for heir in heirs} == set(after.split(", "))
    assert [one.split for one in table.successors(unit.code)] == [len(heirs) > 1] * len(heirs)
    merged = {one.name for code in table.predecessors(heirs[0].code) for one in table.known(code) if one.valid(BEFORE)}
    assert merged >= set(with_it.split(", ")) - {""}


@pytest.mark.parametrize("name", PILOTS)
def test_a_pilot_district_ended_and_lives_on_in_its_communes(table: UnitTable, name: str) -> None:
    kind, after = PILOTS[name]
    unit = next(one for one in table.every() if one.level == "district" and one.name == name)
    assert (unit.full_name, unit.valid_to) == (f"{kind} {name}", BEFORE)
    assert codes(table.heirs(unit, NOW)) == set(after.split())
    assert table.unit(unit.code, REFORM) is None


@pytest.mark.parametrize(
    ("name", "on", "full_name", "now"),
    [
        ("Đồng Nai", date(2024, 1, 1), "tỉnh Đồng Nai", "75 thành phố Đồng Nai"),
        ("Đồng Nai", date(2026, 4, 29), "tỉnh Đồng Nai", "75 thành phố Đồng Nai"),
        ("Đồng Nai", NOW, "thành phố Đồng Nai", "75 thành phố Đồng Nai"),
        ("Bình Phước", BEFORE, "tỉnh Bình Phước", "75 thành phố Đồng Nai"),
        ("Bình Định", BEFORE, "tỉnh Bình Định", "52 tỉnh Gia Lai"),
        ("Gia Lai", BEFORE, "tỉnh Gia Lai", "52 tỉnh Gia Lai"),
        ("Hà Nam", BEFORE, "tỉnh Hà Nam", "37 tỉnh Ninh Bình"),
        ("Nam Định", BEFORE, "tỉnh Nam Định", "37 tỉnh Ninh Bình"),
        ("Thừa Thiên Huế", date(2024, 12, 31), "tỉnh Thừa Thiên Huế", "46 thành phố Huế"),
    ],
)
def test_a_province_has_the_name_of_its_day_and_its_heir(
    table: UnitTable, name: str, on: date, full_name: str, now: str
) -> None:
    (unit,) = [one for one in table.every() if one.level == "province" and one.name == name and one.valid(on)]
    assert unit.full_name == full_name
    assert [f"{heir.code} {heir.full_name}" for heir in table.heirs(unit, NOW)] == [now]
    assert table.heirs(unit, date(2000, 1, 1)) == ()


def test_no_level_between_stands_since_the_reform_and_no_town(table: UnitTable) -> None:
    standing = Counter((one.level, one.kind) for one in table.every() if one.valid(NOW))
    assert sum(standing[("province", kind)] for kind in ("Tỉnh", "Thành phố")) == 34
    assert {kind for level, kind in standing if level == "commune"} == {"Xã", "Phường", "Đặc khu"}
    assert not any(level == "district" for level, _ in standing)
    assert {one.valid_to for one in table.every() if one.level == "district"} == {BEFORE}


def test_many_communes_share_a_name_and_are_told_apart_by_their_province(table: UnitTable) -> None:
    communes = table.communes(NOW)
    # A source that spells the tones of some names otherwise counts five more.
    assert (len(communes), len({one.official for one in communes})) == (3321, 2991)
    alike = [one for one in communes if one.official == "Xã Tân Tiến"]
    assert len(alike) == len({one.parent for one in alike}) == 7
    assert {heir.code for heir in table.find("xã Tân Tiến", NOW)} >= codes(tuple(alike))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Phường 1 Bảo Lộc", "24823"),
        ("p1 bao loc", "24823"),
        ("A Lưới 2", "20044"),
        ("a luoi 2", "20044"),
        ("Ea H’Leo", "24184"),
        ("ea hleo", "24184"),
        ("B’Lao", "24829"),
        ("blao", "24829"),
        ("x. xuân định", "26461"),
        ("x xuan dinh", "26461"),
        ("X.XUAN DINH, H.XUAN LOC, T.DONG NAI", "26461"),
        ("xuan dinh dong nai", "26461"),
        ("xuân định - đồng nai", "26461"),
        ("tt diêu trì", "21952"),
        ("tt. dieu tri", "21952"),
        ("thi tran Tuy Phước", "21952"),
        ("tx. duy tiên", "13324"),
        ("tp quy nhơn", "21583"),
        ("h tuy phuoc", "21952"),
        ("q.1", "26740"),
        ("quan 1", "26740"),
        ("p. dong van", "13348"),
        ("tp.hcm", "79"),
        ("tphcm", "79"),
        ("tỉnh hà nam", "37"),
        ("tỉnh đồng nai", "75"),
        ("đặc khu Côn Đảo", "26732"),
        ("phước hòa, tuy phước", "21970"),
        ("xã Xuân Định, huyện Xuân Lộc, tỉnh Đồng Nai", "26461"),
    ],
)
def test_a_place_is_found_in_every_way_it_is_typed(table: UnitTable, typed: str, found: str) -> None:
    assert found in codes(table.find(typed, NOW))


@pytest.mark.parametrize("typed", ["t", "ở", "Seoul, Hàn Quốc", "Berlin", "xuân định, hàn quốc", "không có nơi này"])
def test_what_is_no_unit_finds_none(table: UnitTable, typed: str) -> None:
    assert table.find(typed, NOW) == ()


def test_marks_that_were_typed_put_their_name_first(table: UnitTable) -> None:
    assert table.find("xuân đỉnh", NOW)[0].name == "Xuân Đỉnh"
    assert table.find("xuân định", NOW)[0].name == "Xuân Định"
    assert table.find("xã phong dụ hạ", NOW)[0].name == "Phong Dụ Hạ"


def test_a_kind_is_no_part_of_a_name_that_only_looks_like_it(table: UnitTable) -> None:
    assert table.find("xa dung", NOW)[0].official == "Xã Xa Dung"
    assert table.find("Pleiku", NOW)[0].name == "Pleiku"
    assert table.find("thạnh phú", NOW)[0].name == "Thạnh Phú"


LATER = """motcua-units/1
V\t2027-06-01
E\told\t2008-08-01\t2025-06-30\tcũ
E\tnew\t2025-07-01\t\tmới
E\tnew-1\t2025-07-01\t2027-05-31\tmới, tới lần nhập sau
E\tnext\t2027-06-01\t\tlần nhập sau
U\t10\t\tTỉnh\tNam Hải\told\tnam hai
U\t10\t\tTỉnh\tNam Hải\tnew-1\tnam hai
U\t10\t\tThành phố\tNam Hải\tnext\tnam hai
U\t100\t10\tHuyện\tAn Sơn\told\tan son
U\t10001\t100\tXã\tAn Liên\told\tan lien
U\t10002\t100\tXã\tAn Hòa\told\tan hoa
U\t10001\t10\tXã\tAn Liên\tnew-1\tan lien
U\t10003\t10\tXã\tAn Bình\tnew-1\tan binh
U\t10004\t10\tPhường\tLiên Bình\tnext\tlien binh
U\t10005\t10\tPhường\tBình Sơn\tnext\tbinh son
S\t10\t10
S\t100\t10001
S\t10001\t10001
S\t10002\t10001
S\t10001\t2027-06-01\t10004
S\t10003\t2027-06-01\t10004\t10005
"""


def test_an_old_name_is_followed_through_two_changes() -> None:
    table = UnitTable.read(LATER.encode())
    first = table.known("10002")[0]
    after = date(2027, 7, 1)
    assert [one.full_name for one in table.heirs(first, NOW)] == ["xã An Liên"]
    assert [one.full_name for one in table.heirs(first, after)] == ["phường Liên Bình"]
    assert [one.full_name for one in table.find("an hoa", after)] == ["phường Liên Bình"]
    assert [one.split for one in table.successors("10003", date(2027, 6, 1))] == [True, True]
    assert table.ancestry("10004") == ("10004", "10001", "10003", "10002")
    assert [one.full_name for one in table.heirs(table.known("10")[0], after)] == ["thành phố Nam Hải"]
    assert table.find("an bình, nam hải", after) == tuple(table.unit(code, after) for code in ("10004", "10005"))
    assert table.edition == date(2027, 6, 1)


def test_the_table_that_comes_with_the_program_passes_what_is_asked_of_others(table: UnitTable) -> None:
    checked = checked_table(TABLE.read_bytes())
    assert checked.edition == table.edition == date(2026, 11, 21)
    assert sum(one.valid_to is not None for one in checked.every()) > 10_000
