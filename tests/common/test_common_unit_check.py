"""A table of units from outside is refused by the line that is wrong, and by no other."""

from __future__ import annotations

from datetime import date

import pytest

from common.unit_check import LARGEST, BadUnitTable, checked_table
from common.units import NotAUnitTable, UnitTable

OLD, NEW = "E\told\t2008-08-01\t2025-06-30\tcũ", "E\tnew\t2025-07-01\t\tmới"
ROW, END = "U\t10001\t10\tXã\tAn Liên\tnew\tan lien", "S\t10002\t10001"
ISLAND = "U\t10003\t10\tĐặc khu\tCồn Xa\tnew\tcon xa"
ROWS = (
    *("motcua-units/1", "V\t2027-01-01", OLD, NEW),
    *("U\t10\t\tTỉnh\tNam Hải\told\tnam hai", "U\t10\t\tTỉnh\tNam Hải\tnew\tnam hai"),
    *("U\t100\t10\tHuyện\tAn Sơn\told\tan son", "U\t10001\t100\tXã\tAn Liên\told\tan lien"),
    *("U\t10002\t100\tThị trấn\tAn Hòa\told\tan hoa", ROW, ISLAND, "S\t100\t10001", END),
)


def table(*changes: tuple[str, str]) -> bytes:
    """The small table with some words in place of others."""
    text = "\n".join(ROWS) + "\n"
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text.encode()


def era(first: str = "2008-08-01", last: str = "2025-06-30", name: str = "old", source: str = "cũ") -> tuple[str, str]:
    return OLD, f"E\t{name}\t{first}\t{last}\t{source}"


def row(**parts: str) -> tuple[str, str]:
    told = {"code": "10003", "parent": "10", "kind": "Đặc khu", "name": "Cồn Xa", "era": "new", "folded": "con xa"}
    return ISLAND, "\t".join(["U", *(told | parts).values()])


MANY = [f"{number:05}" for number in range(20_000, 20_201)]
HEIRS = "\n".join(f"U\t{code}\t10\tXã\tAn {code}\tnew\tan {code}" for code in MANY)


@pytest.mark.parametrize(
    "changes",
    [
        (),
        (era(first="1900-01-01"),),
        (("V\t2027-01-01", "V\t2199-12-31"),),
        ((NEW, f"{NEW}\nE\tday\t2026-01-01\t2026-01-01\tmột ngày"),),
        ((NEW, f"{NEW}\nE\t{'n' * 80}\t2026-01-01\t\t{'s' * 300}"),),
        (row(name="A" * 80, folded="a" * 80),),
        (row(kind="Phường"),),
        ((END, f"{END}\t10003"),),
        ((END, f"{END}\nS\t10001\t2025-07-01\t10001"),),
        ((ROW, f"{ROW}\n{HEIRS}"), (END, "\t".join(["S\t10002", *MANY[:200]]))),
        # It ended, and under its code another stood the day after: that is what it became.
        ((f"\n{END}", ""), ("U\t10002\t100\tThị trấn\tAn Hòa\told\tan hoa", "U\t10003\t100\tXã\tCồn Xa\told\tcon xa")),
    ],
)
def test_a_table_that_is_sound_to_its_last_line_is_taken(changes: tuple[tuple[str, str], ...]):
    raw = table(*changes)
    assert checked_table(raw).known("10001")[-1].official == "Xã An Liên"
    assert checked_table(raw.removesuffix(b"\n")).edition.year >= 2027


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (("motcua-units/1", "motcua-units/2"), "form", ""),
        (("An Hòa", "An Ho\u0300a"), "form", ""),
        (("An Hòa", "An\u2028Hòa"), "form", ""),
        (("S\t100\t", "X\t100\t"), "form", ""),
        (("S\t100\t", "S 100\t"), "form", ""),
        ((NEW, f"{NEW}\n{END}"), "form", ""),
        ((NEW, f"{NEW}\n"), "form", ""),
        (("V\t2027-01-01\n", ""), "form", ""),
        (("V\t2027-01-01\n", "V\t2027-01-01\nV\t2027-01-02\n"), "edition", ""),
        (("V\t2027-01-01", "V\thôm nay"), "edition", ""),
        (("V\t2027-01-01", "V\t20270101"), "edition", ""),
        (("V\t2027-01-01", "V\t2200-01-01"), "edition", ""),
        (("V\t2027-01-01", "V\t2027-01-01\tx"), "edition", ""),
        (era(last="2008-02-30"), "era", "old"),
        (era(first="2025-07-01"), "era", "old"),
        (era(first="1899-12-31"), "era", "old"),
        (era(last="2200-01-01"), "era", "old"),
        (era(first="hôm nay"), "era", "old"),
        (era(source="s" * 301), "era", "old"),
        (era(source=""), "era", "old"),
        (era(source="cũ "), "era", "old"),
        (era(name="n" * 81), "era", "n" * 81),
        (era(name=""), "era", ""),
        ((NEW, f"{NEW}\n{NEW}"), "era", "new"),
        ((NEW, "E\tnew\t2025-07-01\tQĐ"), "era", "new"),
        (row(era="never"), "unit", "10003"),
        (row(kind="Làng"), "unit", "10003"),
        (row(kind="Huyện"), "unit", "10003"),
        (row(code="1003"), "unit", "1003"),
        (row(code="1000a"), "unit", "1000a"),
        (row(code="1000٣"), "unit", "1000٣"),
        (row(folded="con x"), "unit", "10003"),
        (row(name="-", folded=""), "unit", "10003"),
        (row(name="A" * 81, folded="a" * 81), "unit", "10003"),
        (row(name="\u202eCồn Xa"), "unit", "10003"),
        ((ISLAND, "U\t10003\t10\tXã"), "unit", "10003"),
        (row(parent="100"), "parent", "10003"),
        (row(parent=""), "parent", "10003"),
        (row(parent="10003"), "parent", "10003"),
        (row(parent="1x"), "parent", "10003"),
        (("U\t100\t10\t", "U\t100\t\t"), "parent", "100"),
        ((ROW, f"{ROW}\n{ROW}"), "overlap", "10001"),
        ((ROWS[4] + "\n" + ROWS[5], ROWS[5] + "\n" + ROWS[4]), "overlap", "10"),
        ((OLD + "\n" + NEW, "V\t2027-01-02"), "form", ""),
        (("\n".join(ROWS[4:11]), "S\t1\t2"), "form", ""),
        ((NEW, NEW.replace("2025-07-01", "2025-06-30")), "overlap", ""),
        (("U\t10001\t100\tXã\tAn Liên\told", "U\t10001\t10\tXã\tAn Liên\tnew"), "overlap", "10001"),
        ((END, f"{ROW.replace('new', 'old').replace('10001', '10002')}\n{END}"), "form", ""),
        ((END, "S\t10002\t10009"), "successor", "10002"),
        ((END, "S\t10002\t10002"), "successor", "10002"),
        ((END, "S\t10002\t10001\t10001"), "successor", "10002"),
        ((END, "S\t10002\t2025-07-01"), "successor", "10002"),
        ((END, "S\t10002"), "successor", "10002"),
        ((END, "S\t1002\t10001"), "successor", "1002"),
        ((END, f"{END}\n{END}"), "successor", "10002"),
        ((END, f"{END}\nS\t10001\t2026-01-01\t10001"), "successor", "10001"),
        ((END, f"{END}\nS\t10001\t2026-13-01\t10001"), "successor", "10001"),
        ((f"\n{END}", ""), "no-successor", "10002"),
        ((NEW, NEW.replace("\t\t", "\t2199-12-31\t")), "no-successor", ""),
    ],
)
def test_a_table_is_refused_by_the_line_that_is_wrong(change: tuple[str, str], code: str, line: str):
    with pytest.raises(BadUnitTable) as caught:
        checked_table(table(change))
    assert caught.value.code == code
    assert str(caught.value).startswith(f"{code}: {line}")


def test_more_heirs_than_the_country_ever_made_of_one_unit_are_refused():
    with pytest.raises(BadUnitTable, match="successor: 10002"):
        checked_table(table((ROW, f"{ROW}\n{HEIRS}"), (END, "\t".join(["S\t10002", *MANY]))))


@pytest.mark.parametrize("raw", [b"", b"motcua-units/1", b"\xff", b"motcua-units/1\nV\t2027-01-01\n"])
def test_what_is_no_table_at_all_has_not_its_form(raw: bytes):
    with pytest.raises(BadUnitTable, match="form"):
        checked_table(raw)


def test_a_table_is_not_read_beyond_its_largest_size():
    for size, code in ((LARGEST, "form"), (LARGEST + 1, "size")):
        with pytest.raises(BadUnitTable) as caught:
            checked_table(b"x" * size)
        assert caught.value.code == code


def test_a_new_kind_of_the_reform_stood_the_day_after():
    became = checked_table(table()).heirs(checked_table(table()).known("10002")[0], date(2025, 7, 1))
    assert [unit.code for unit in became] == ["10001"]


def test_what_is_no_text_has_not_its_form_and_a_table_may_tell_no_change():
    with pytest.raises(BadUnitTable) as caught:
        checked_table(b"\xff")
    assert (caught.value.code, str(caught.value)) == ("form", "form: ")
    head = "motcua-units/1\nV\t2027-01-01\nE\tnew\t2025-07-01\t\tmới\n"
    still = checked_table(
        f"{head}U\t10\t\tTỉnh\tNam Hải\tnew\tnam hai\nU\t10001\t10\tXã\tAn Liên\tnew\tan lien\n".encode()
    )
    assert (still.successors("10001"), still.predecessors("10001")) == ((), ())
    assert still.parent(still.known("10")[0], date(2026, 1, 1)) is None


def test_a_table_that_cannot_be_read_says_why():
    for raw, why in ((b"\xff", "can't decode"), (b"x\nV\t2027-01-01", r"^the first line names another format$")):
        with pytest.raises(NotAUnitTable, match=why):
            UnitTable.read(raw)
