"""The update file: made by the office, opened by its desks, and everything that is refused with a name."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from exchange_kit import OFFICE
from unit_tables import NEW, OLD, forged, table, written

from common.unit_check import BadUnitTable, checked_table
from exchange import canonical
from exchange.documents import UPDATE
from exchange.files import update_name
from exchange.parcel import pack, unpack
from exchange.update import LARGEST_UPDATE, UNITS, open_update
from exchange.verdicts import Refused

ROW = "U\t10001\t10\tXã\tAn Liên\tnew\tan lien"
END = "S\t10002\t10001"


def refused(raw: bytes) -> tuple[str, str]:
    with pytest.raises(Refused) as caught:
        open_update(raw, OFFICE.public.verify)
    return caught.value.verdict, caught.value.detail


def test_an_update_is_one_file_for_every_desk_and_opens_with_unzip() -> None:
    made = written(table())
    opened = open_update(made.raw, OFFICE.public.verify)
    assert opened.document == made.document
    assert opened.raw == table()
    assert [unit.name for unit in opened.units.known("10001")] == ["An Liên", "An Liên"]
    assert zipfile.ZipFile(BytesIO(made.raw)).read(UNITS) == table()
    assert update_name("10", "2027-01-01") == "CN-10_2027-01-01.mctt"
    with pytest.raises(ValueError, match="named after"):
        update_name("10", "tháng giêng")


def test_an_office_signs_no_table_that_no_desk_would_take() -> None:
    with pytest.raises(BadUnitTable, match="edition"):
        written(table(("V\t2027-01-01", "V\t2027-01-32")))
    with pytest.raises(ValueError, match="names its table's edition"):
        written(table(), edition="2027-01-02")


def test_no_byte_can_be_changed_without_being_refused_or_meaning_the_same() -> None:
    made = written(table())
    taken = 0
    for place in range(len(made.raw)):
        bent = bytearray(made.raw)
        bent[place] ^= 0x41
        try:
            opened = open_update(bytes(bent), OFFICE.public.verify)
        except Refused:
            continue
        taken += 1
        assert (opened.document, opened.raw) == (made.document, table())
    # Times, systems and flags of the ZIP, and words of the signature that are for people.
    assert 0 < taken < len(made.raw) // 4


def test_no_byte_of_manifest_or_table_can_be_changed_inside_a_file_packed_anew() -> None:
    parcel = unpack(written(table()).raw)
    for place in range(len(parcel.manifest)):
        bent = bytearray(parcel.manifest)
        bent[place] ^= 1
        assert refused(pack(replace(parcel, manifest=bytes(bent)))) == ("bad-signature", "signature")
    for place in range(0, len(table()), 5):
        units = bytearray(table())
        units[place] ^= 1
        assert refused(pack(replace(parcel, members={UNITS: bytes(units)}))) == ("damaged", "member-digest")


def test_a_cut_file_is_refused_wherever_it_ends() -> None:
    raw = written(table()).raw
    assert {refused(raw[:end])[0] for end in range(0, len(raw), 7)} == {"not-a-bundle"}
    assert {refused(raw + b"\0")[0], refused(b"MZ" + raw)[0]} == {"not-a-bundle"}


def test_a_file_of_one_byte_too_many_is_not_even_opened() -> None:
    assert refused(bytes(LARGEST_UPDATE + 1)) == ("too-large", "file-size")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    raw = bytearray(forged({UNITS: bytes(8 << 20)}))
    at = raw.rindex(UNITS.encode()) - 46 + 24
    raw[at : at + 4] = (1 << 31).to_bytes(4, "little")
    assert refused(bytes(raw))[0] == "too-large"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("motcua-units/1", "motcua-units/2"), "form"),
        (("An Hòa", "An Ho\u0300a"), "form"),
        (("An Hòa", "An\u2028Hòa"), "form"),
        (("S\t100\t", "X\t100\t"), "form"),
        ((NEW, f"{NEW}\n{END}"), "form"),
        (("V\t2027-01-01\n", ""), "form"),
        (("V\t2027-01-01", "V\thôm nay"), "edition"),
        ((OLD, "E\told\t2008-08-01\t2008-02-30\tcũ"), "era"),
        ((OLD, "E\told\t2025-07-01\t2025-06-30\tcũ"), "era"),
        ((OLD, "E\told\t0001-01-01\t2025-06-30\tcũ"), "era"),
        ((NEW, f"{NEW}\n{NEW}"), "era"),
        ((NEW, "E\tnew\t2025-07-01\tQĐ"), "era"),
        ((ROW, "U\t10001\t10\tXã\tAn Liên\tnever\tan lien"), "unit"),
        ((ROW, "U\t10001\t10\tLàng\tAn Liên\tnew\tan lien"), "unit"),
        ((ROW, "U\t1001\t10\tXã\tAn Liên\tnew\tan lien"), "unit"),
        ((ROW, "U\t10001\t10\tXã\tAn Liên\tnew\tan lie"), "unit"),
        ((ROW, f"U\t10001\t10\tXã\t{'A' * 81}\tnew\t{'a' * 81}"), "unit"),
        ((ROW, "U\t10001\t10\tXã\t\u202eAn Liên\tnew\tan lien"), "unit"),
        ((ROW, "U\t10001\t10\tXã"), "unit"),
        ((ROW, "U\t10001\t100\tXã\tAn Liên\tnew\tan lien"), "parent"),
        ((ROW, "U\t10001\t\tXã\tAn Liên\tnew\tan lien"), "parent"),
        ((ROW, "U\t10001\t10001\tXã\tAn Liên\tnew\tan lien"), "parent"),
        ((ROW, f"{ROW}\n{ROW}"), "overlap"),
        ((NEW, NEW.replace("2025-07-01", "2025-06-30")), "overlap"),
        (("U\t10001\t100\tXã\tAn Liên\told", "U\t10001\t10\tXã\tAn Liên\tnew"), "overlap"),
        ((END, "S\t10002\t10009"), "successor"),
        ((END, "S\t10002\t10002"), "successor"),
        ((END, "S\t10002\t10001\t10001"), "successor"),
        ((END, "S\t10002"), "successor"),
        ((END, f"{END}\n{END}"), "successor"),
        ((END, f"{END}\nS\t10001\t2026-01-01\t10001"), "successor"),
        ((END, f"{END}\nS\t10001\t2026-13-01\t10001"), "successor"),
        ((f"\n{END}", ""), "no-successor"),
    ],
)
def test_a_hostile_table_is_refused_by_the_line_that_is_wrong(change: tuple[str, str], code: str) -> None:
    raw = table(change)
    with pytest.raises(BadUnitTable) as caught:
        checked_table(raw)
    assert caught.value.code == code
    assert refused(forged({UNITS: raw})) == ("damaged", f"units-{code}")


def test_the_kind_of_the_document_is_named_in_its_manifest() -> None:
    assert canonical.decode(zipfile.ZipFile(BytesIO(written(table()).raw)).read("manifest.json"))["format"] == UPDATE
