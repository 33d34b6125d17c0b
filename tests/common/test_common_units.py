from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from common.units import NotAUnitTable, Successor, UnitTable

TABLE = Path(__file__).parents[2] / "resources" / "units" / "units.tsv"
PILOT, BEFORE, REFORM, NOW = date(2024, 3, 1), date(2025, 6, 30), date(2025, 7, 1), date(2026, 11, 21)
# How many communes each province has, as a second source counts them.
COMMUNES_OF = {
    **{"01": 126, "04": 56, "08": 124, "11": 45, "12": 38, "14": 75, "15": 99, "19": 92, "20": 65, "22": 54},
    **{"24": 99, "25": 148, "31": 114, "33": 104, "37": 129, "38": 166, "40": 130, "42": 69, "44": 78, "46": 40},
    **{"48": 94, "51": 96, "52": 135, "56": 65, "66": 102, "68": 124, "75": 95, "79": 168, "80": 96, "82": 102},
    **{"86": 124, "91": 102, "92": 103, "96": 64},
}


@pytest.fixture(scope="module")
def table() -> UnitTable:
    return UnitTable.read(TABLE.read_bytes())


def test_the_country_has_3321_communes_since_the_reform(table: UnitTable) -> None:
    kinds = Counter(unit.kind for unit in table.communes(REFORM))
    assert kinds == {"Xã": 2621, "Phường": 687, "Đặc khu": 13}
    assert Counter(unit.parent for unit in table.communes(NOW)) == COMMUNES_OF


def test_the_country_had_63_provinces_and_696_districts_before(table: UnitTable) -> None:
    old = {unit.parent for unit in table.communes(BEFORE)}
    districts = {unit.code for code in range(1000) for unit in table.known(f"{code:03d}")}
    provinces = {unit.code for code in range(100) for unit in table.known(f"{code:02d}") if unit.valid(BEFORE)}
    assert (len(table.communes(BEFORE)), len(provinces), len(districts)) == (10035, 63, 696)
    assert old < districts
    assert all(table.unit(code, REFORM) is None for code in districts)


@pytest.mark.parametrize(
    ("code", "name", "heir", "heir_name"),
    [
        ("21964", "xã Phước Quang", "21964", "xã Tuy Phước Bắc"),
        ("21979", "xã Phước Nghĩa", "21952", "xã Tuy Phước"),
    ],
)
def test_the_pilot_communes_stood_in_2024_and_have_their_heirs(
    table: UnitTable, code: str, name: str, heir: str, heir_name: str
) -> None:
    unit = table.unit(code, PILOT)
    assert unit is not None
    assert unit.full_name == name
    assert [upper.full_name for upper in table.above(unit, PILOT)] == ["huyện Tuy Phước", "tỉnh Bình Định"]
    assert table.successors(code) == (Successor(heir, split=False),)
    today = table.unit(heir, NOW)
    assert today is not None
    assert (today.full_name, today.official) == (heir_name, heir_name[0].upper() + heir_name[1:])
    assert [upper.full_name for upper in table.above(today, NOW)] == ["tỉnh Gia Lai"]
    assert code in table.predecessors(heir)


def test_xuan_tam_was_split_and_xuan_dinh_was_not(table: UnitTable) -> None:
    (tam,) = [unit for unit in table.find("Xuân Tâm, Xuân Lộc", PILOT)]
    assert {successor.code for successor in table.successors(tam.code)} == {"26446", "26359"}
    assert all(successor.split for successor in table.successors(tam.code))
    (dinh,) = table.find("xa xuan dinh, dong nai", PILOT)
    assert table.successors(dinh.code) == (Successor("26461", split=False),)


def test_a_district_lives_on_in_the_communes_of_its_area(table: UnitTable) -> None:
    assert {heir.code for heir in table.successors("550")} == {"21952", "21964", "21970", "21985"}
    assert table.successors("755") == (Successor("26732", split=False),)
    assert table.predecessors("26732") == ("755",)


def test_merged_provinces_lead_to_the_one_that_stayed(table: UnitTable) -> None:
    assert table.successors("64") == table.successors("52") == (Successor("52", split=False),)
    assert table.predecessors("37") == ("35", "36", "37")
    assert table.predecessors("99999") == table.successors("99999") == ()


def test_provinces_change_kind_and_name_with_time(table: UnitTable) -> None:
    days = [date(2024, 1, 1), date(2026, 4, 29), date(2026, 4, 30)]
    found = [table.unit("75", day) for day in days]
    assert [unit.official for unit in found if unit] == ["Tỉnh Đồng Nai", "Tỉnh Đồng Nai", "Thành phố Đồng Nai"]
    assert [unit.official for unit in table.known("46")] == ["Tỉnh Thừa Thiên Huế", "Thành phố Huế", "Thành phố Huế"]
    assert "chưa đối chiếu" in table.known("75")[-1].source


def test_levels_are_told_by_the_code(table: UnitTable) -> None:
    levels = [table.known(code)[0].level for code in ("52", "550", "21964")]
    assert levels == ["province", "district", "commune"]


def test_every_commune_of_today_comes_from_somewhere(table: UnitTable) -> None:
    assert all(table.predecessors(unit.code) for unit in table.communes(NOW))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Xuân Định", "26461"),
        ("xuân đỉnh", "00611"),
        ("xuan dinh, dong nai", "26461"),
        ("phuoc quang", "21964"),
        ("xã Phước Quang, huyện Tuy Phước, tỉnh Bình Định", "21964"),
        ("ea h leo", "24184"),
        ("Ea H’Leo", "24184"),
        ("tp. đồng nai", "75"),
        ("dong nai", "75"),
        ("đk côn đảo", "26732"),
        ("đặc khu côn đảo", "26732"),
        ("phuong lien", "07180"),
        ("p.phuong liet", "00352"),
        (" , ", None),
        ("'", None),
        ("không có nơi này", None),
    ],
)
def test_a_unit_is_found_as_a_clerk_types_it(table: UnitTable, typed: str, first: str | None) -> None:
    found = table.find(typed, NOW)
    assert (found[0].code if found else None) == first


def test_finding_is_limited_and_only_shows_units_of_that_day(table: UnitTable) -> None:
    assert len(table.find("tan", NOW, limit=7)) == 7
    assert all(unit.valid(NOW) for unit in table.find("phuoc", NOW, limit=50))
    assert len({unit.code for unit in table.find("phước", NOW, limit=50)}) == 50
    assert table.find("Phước Quang", PILOT)[0].full_name == "xã Phước Quang"


def test_before_2008_the_table_says_nothing(table: UnitTable) -> None:
    assert table.unit("21964", date(1999, 1, 1)) is None
    assert table.known("21964")[0].code == "21964"


@pytest.mark.parametrize("raw", [b"", b"other/1\n", b"\xff\xfe", b"motcua-units/1\nE\tx\tyesterday\t\tz\n"])
def test_bytes_of_another_kind_are_refused(raw: bytes) -> None:
    with pytest.raises(NotAUnitTable):
        UnitTable.read(raw)


def test_the_table_is_read_in_little_more_than_the_time_of_splitting_its_text() -> None:
    raw = TABLE.read_bytes()

    def fastest(act: Callable[[], object]) -> float:
        taken = []
        for _ in range(5):
            start = perf_counter()
            act()
            taken.append(perf_counter() - start)
        return min(taken)

    split = fastest(lambda: [line.split("\t") for line in raw.decode().splitlines()])
    assert fastest(lambda: UnitTable.read(raw).unit("21964", NOW)) < 6 * split
