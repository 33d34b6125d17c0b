"""Names are looked for within a province or district, today's or an old one, in a table that nobody asked before."""

from __future__ import annotations

from datetime import date

import pytest

from common.unit_search import Typed, areas_of, codes_of, kinds_inside, upper_names
from common.units import UnitTable

BEFORE, REFORM, NOW = date(2025, 6, 30), date(2025, 7, 1), date(2026, 11, 20)
TOLD = (
    "motcua-units/1\nV\t2026-11-01\nE\told\t2008-08-01\t2025-06-30\tcũ\nE\tnew\t2025-07-01\t\tmới\n"
    "U\t10\t\tTỉnh\tNam Hải\tnew\tnam hai\nU\t11\t\tThành phố\tBắc Hải\tnew\tbac hai\n"
    "U\t10\t\tTỉnh\tNam Hải\told\tnam hai\nU\t12\t\tTỉnh\tHải Đông\told\thai dong\n"
    "U\t120\t12\tHuyện\tAn Sơn\told\tan son\nU\t10001\t120\tXã\tAn Liên\told\tan lien\n"
    "U\t10002\t120\tXã\tAn Hòa\told\tan hoa\n"
    "U\t10001\t10\tXã\tAn Liên Đông\tnew\tan lien dong\nU\t10003\t11\tXã\tAn Liên\tnew\tan lien\n"
    "S\t10002\t10001\n"
).encode()


@pytest.fixture
def table() -> UnitTable:
    return UnitTable.read(TOLD)


def near(table: UnitTable, text: str, area: str, on: date = NOW) -> list[tuple[str, str]]:
    return [(bore.name, is_now.code) for bore, is_now in table.hits_near(text, on, area)]


def test_a_name_is_looked_for_where_it_lies_or_lay(table: UnitTable) -> None:
    assert near(table, "an liên", "10") == [("An Liên", "10001"), ("An Liên Đông", "10001")]
    assert near(table, "an liên", "11") == [("An Liên", "10003")]
    assert sorted(near(table, "an", "120")) == [("An Hòa", "10001"), ("An Liên", "10001"), ("An Liên Đông", "10001")]
    assert near(table, "an hòa", "12") == near(table, "an hòa", "10") == [("An Hòa", "10001")]
    assert near(table, "an", "99") == near(table, "xuân", "10") == []
    assert near(table, "an liên", "12", BEFORE) == [("An Liên", "10001")]
    assert near(table, "liên", "11") == [("An Liên", "10003")]


def test_no_more_is_told_than_was_asked_for(table: UnitTable) -> None:
    assert len(list(table.hits_near("an", BEFORE, "12", 1))) == 1
    assert len(list(table.hits_near("an", BEFORE, "12", 2))) == 2
    many = "".join(f"U\t{20000 + at}\t10\tXã\tBến {at}\tnew\tben {at}\n" for at in range(25))
    crowded = UnitTable.read(TOLD.replace(b"S\t10002", many.encode() + b"S\t10002"))
    assert len(list(crowded.hits_near("bến", NOW, "10"))) == 20
    assert len(list(crowded.hits("bến", NOW))) == len(crowded.find("bến", NOW)) == 20


def test_the_days_of_change_are_known_and_getting_ready_changes_no_answer(table: UnitTable) -> None:
    assert table.changes() == (date(2008, 8, 1), REFORM)
    table.ready()
    assert {"_index", "_areas", "_uppers"} <= vars(table).keys()
    assert near(table, "an liên", "11") == [("An Liên", "10003")]


def test_an_area_holds_what_lay_in_it_and_what_came_of_that() -> None:
    rows = [line.split("\t") for line in TOLD.decode().splitlines() if line.startswith("U")]
    areas = areas_of(rows, {"10002": ["10001"]})
    assert areas["10001"] == {"10", "12", "120", ""}
    assert areas["10002"] == {"10", "12", "120", ""}
    assert (areas["10003"], areas["120"], areas["10"]) == ({"11", ""}, {"12", ""}, {""})
    assert areas_of(rows, {"10002": ["99999"]})["10002"] == {"12", "120"}
    further = areas_of(rows, {"10002": ["10003"], "10003": ["10001"]})
    assert further["10002"] == {"10", "11", "12", "120", ""}


def test_provinces_and_districts_are_listed_by_name() -> None:
    rows = [line.split("\t") for line in TOLD.decode().splitlines() if line.startswith("U")]
    uppers = upper_names(rows)
    assert uppers == [
        *(("an son", "huyen", "120"), ("bac hai", "thanh pho", "11"), ("hai dong", "tinh", "12")),
        *(("nam hai", "tinh", "10"), ("nam hai", "tinh", "10")),
    ]
    assert codes_of(uppers, Typed.read("tỉnh Nam")) == {"10"}
    assert codes_of(uppers, Typed.read("huyện nam")) == codes_of(uppers, Typed.read("x")) == frozenset()


@pytest.mark.parametrize(
    ("typed", "kind", "name", "begins"),
    [
        ("tp bắc", "thanh pho", "bac hai", True),
        ("tỉnh bắc", "thanh pho", "bac hai", True),
        ("tp nam", "tinh", "nam hai", True),
        ("huyện nam", "tinh", "nam hai", False),
        ("tp an", "huyen", "an son", False),
        ("tỉnh an", "huyen", "an son", False),
        ("bắc", "thanh pho", "bac hai", True),
        ("hải", "thanh pho", "bac hai", False),
        ("xã liên", "xa", "an lien", False),
        ("xã xa", "phuong", "xa xa", True),
    ],
)
def test_a_provinces_kind_may_have_changed_and_no_others(typed: str, kind: str, name: str, begins: bool) -> None:
    assert Typed.read(typed).begins(kind, name) is begins


def test_a_unit_begins_behind_its_kind_inside_an_address() -> None:
    address = "12 Lê Lợi phường 5 thành phố Huế"
    assert [address[at:] for at in kinds_inside(address)] == ["phường 5 thành phố Huế", "thành phố Huế"]
    assert list(kinds_inside("Thị xã")) == list(kinds_inside("Xa Phuong")) == []


def codes(table: UnitTable, text: str, on: date = NOW) -> list[str]:
    return [unit.code for unit in table.find(text, on)]


def test_a_place_above_is_looked_for_where_no_comma_stands_and_nothing_bears_the_whole(table: UnitTable) -> None:
    assert codes(table, "an liên bắc") == ["10003"]
    assert codes(table, "an nam hải") == codes(table, "an liên đông nam hải") == ["10001"]
    assert codes(table, "an liên đông, hải đông") == []
    assert codes(table, "an liên, hải đông") == ["10001"]
    assert codes(table, "") == codes(table, " , ") == codes(table, "an, xyz") == []
    named = UnitTable.read(TOLD.replace(b"S\t10002", "U\t10004\t11\tXã\tAn Nam\tnew\tan nam\nS\t10002".encode()))
    assert codes(named, "an nam") == ["10004"]


def test_a_name_is_of_its_day_to_the_day(table: UnitTable) -> None:
    assert codes(table, "an liên", BEFORE) == ["10001"]
    assert codes(table, "an liên", REFORM)[:1] == ["10003"]
    assert codes(table, "nam hải", date(2008, 8, 1)) == ["10"]


def test_written_marks_put_exact_names_first() -> None:
    marked = "U\t10004\t11\tXã\tÂn Liên\tnew\tan lien\nU\t10000\t11\tXã\tẤn Liên\tnew\tan lien\nS\t10002"
    table = UnitTable.read(TOLD.replace(b"S\t10002", marked.encode()))
    for typed, first in (("ân liên", "10004"), ("Xã Ân Liên", "10004"), ("ẤN LIÊN", "10000"), ("an liên", "10003")):
        assert codes(table, typed)[0] == first, typed


def test_what_was_typed_is_read_with_and_without_its_kind() -> None:
    assert Typed.read("An  Liên") == Typed("An Liên", "an lien", "", "an lien")
    assert Typed.read("Xã AN Liên") == Typed("Xã AN Liên", "xa an lien", "xa", "an lien")
    assert Typed.read("tp hcm") == Typed("tp hcm", "ho chi minh", "thanh pho", "ho chi minh")
