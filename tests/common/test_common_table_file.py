"""A table is written so that a spreadsheet opens it with its accents and reckons with none of its cells."""

from __future__ import annotations

import pytest

from common.table_file import csv_table, plain


def test_a_table_is_utf8_with_its_mark_and_numbers_stay_numbers():
    raw = csv_table([("Họ tên", "Tuổi"), ('Nguyễn, “Thị” "A"', -3), ("=1+1", 0)])
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw[3:].decode() == 'Họ tên,Tuổi\r\n"Nguyễn, “Thị” ""A""",-3\r\n\'=1+1,0\r\n'
    assert csv_table(()) == b"\xef\xbb\xbf"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(sign: str):
    assert plain(f"{sign}SUM(A1)") == f"'{sign}SUM(A1)"
    assert plain(f"a{sign}") == f"a{sign}"
