"""A unit given by its whole name is found under that name alone, and a typed part of it finds nothing."""

from __future__ import annotations

from datetime import date

import pytest

from common.unit_check import BadUnitTable
from common.unit_exact import exactly
from common.units import UnitTable

NOW = date(2026, 11, 20)
TABLE = UnitTable.read(
    "motcua-units/1\nV\t2026-11-01\nE\told\t2008-08-01\t2025-06-30\tcũ\nE\tnew\t2025-07-01\t\tmới\n"
    "U\t10\t\tTỉnh\tNam Hải\tnew\tnam hai\nU\t11\t\tTỉnh\tBắc Hải\tnew\tbac hai\n"
    "U\t10\t\tTỉnh\tNam Hải\told\tnam hai\nU\t100\t10\tHuyện\tAn Sơn\told\tan son\n"
    "U\t10001\t10\tXã\tAn Liên\tnew\tan lien\nU\t10002\t10\tPhường\tAn Liên\tnew\tan lien\n"
    "U\t10003\t11\tXã\tÂn Liên\tnew\tan lien\nU\t10004\t11\tPhường\t50\tnew\t50\nU\t10005\t11\tPhường\t5\tnew\t5\n"
    "U\t10006\t100\tXã\tAn Hòa\told\tan hoa\nU\t10007\t11\tXã\tPhường\tnew\tphuong\n"
    "U\t10008\t11\tXã\tPhường Liên\tnew\tphuong lien\nU\t10009\t11\tXã\tLiên\tnew\tlien\n"
    "U\t10010\t11\tXã\t0\tnew\t0\n".encode()
)


@pytest.mark.parametrize(
    ("names", "on", "codes"),
    [
        (("An Liên",), NOW, ["10001", "10002"]),
        (("an lien",), NOW, ["10001", "10002", "10003"]),
        (("ÂN LIÊN",), NOW, ["10003"]),
        (("Xã An Liên",), NOW, ["10001"]),
        (("Xã An Liên", "Tỉnh Nam Hải"), NOW, ["10001"]),
        # Kind and marks count only where they decide between several.
        (("Thị trấn An Liên", "Bắc Hải"), NOW, ["10003"]),
        (("phường An Lien", "Nam Hải"), NOW, ["10002"]),
        (("An Liên", "Đông Hải"), NOW, []),
        (("An", "Nam Hải"), NOW, []),
        (("Phường 5",), NOW, ["10005"]),
        (("p. 05",), NOW, ["10005"]),
        (("Phường 50",), NOW, ["10004"]),
        (("0",), NOW, ["10010"]),
        (("Phường",), NOW, ["10007"]),
        (("Phường Liên",), NOW, ["10008"]),
        (("Xã An Hòa", "Huyện An Sơn", "Tỉnh Nam Hải"), date(2025, 6, 30), ["10006"]),
        (("An Hòa", "Nam Hải"), date(2025, 6, 30), ["10006"]),
        (("An Hòa", "Nam Hải", "An Sơn"), date(2025, 6, 30), []),
        (("An Hòa",), NOW, []),
        (("Nam Hải",), NOW, ["10"]),
    ],
)
def test_a_whole_name_finds_its_units_and_kind_and_marks_decide(names: tuple[str, ...], on: date, codes: list[str]):
    assert [unit.code for unit in exactly(TABLE, names, on)] == codes


def test_a_table_that_is_bad_says_what_and_where():
    assert str(BadUnitTable("size")) == "size: "
    assert str(BadUnitTable("era", "E\told")) == "era: E\told"
