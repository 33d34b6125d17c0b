"""What the ministry's sheet says of one registration, key by key, and what is made of keys that are not there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_domain_ministry import BIRTH, DEATH, MARRIAGE, RULES, TODAY

from desk_app.domain.drafts import BirthDraft, DeathDraft, MarriageDraft
from desk_app.domain.ministry import keys_of
from desk_app.domain.ministry_said import drafted, said
from desk_app.domain.reading import read_draft


def test_what_is_not_told_is_empty_in_the_sheet_and_in_the_draft() -> None:
    for event, draft in (("birth", BirthDraft()), ("marriage", MarriageDraft()), ("death", DeathDraft())):
        assert set(said(draft).values()) == {""}
        assert drafted(event, {}) == draft


def test_a_registration_tells_its_unit_type_and_the_day_in_words_and_a_draft_only_what_was_typed() -> None:
    typed = replace(BIRTH, unit="", registration_type="", born_in_words="")
    registration = read_draft(typed, RULES, TODAY).value
    assert registration is not None
    told, plain = said(registration), said(typed)
    assert (told["mctt_unit"], told["noiDangKy"], told["loaiDangKy"]) == ("26461", "26461", "1")
    assert (plain["mctt_unit"], plain["noiDangKy"], plain["loaiDangKy"]) == ("", "", "")
    assert plain["nksNgaySinhBangChu"] == ""
    assert said(BirthDraft(unit=" 26461  "))["mctt_unit"] == "26461"
    assert told["nksNgaySinhBangChu"].startswith("ngày mồng năm")
    assert said(read_draft(DEATH, RULES, TODAY).value or DEATH)["loaiDangKy"] == "4"


def test_the_unit_of_a_sheet_that_is_not_ours_is_named_by_its_office() -> None:
    assert drafted("birth", {"noiDangKy": "UBND xã An Liên"}).unit == "UBND xã An Liên"
    assert drafted("birth", {"noiDangKy": "UBND xã An Liên", "mctt_unit": "26461"}).unit == "26461"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("05.03.2026", "05/03/2026"),
        ("3.2026", "3/2026"),
        ("1990", "1990"),
        ("khoảng 5.1990.", "khoảng 5.1990."),
        ("5.3.26", "5.3.26"),
    ],
)
def test_a_day_is_slashed_where_it_is_written_as_the_ministry_does(written: str, read: str) -> None:
    assert drafted("birth", {"nksNgaySinh": written}).born == read


@pytest.mark.parametrize(
    ("case", "mother", "father", "code"),
    [
        ("", "A", "B", "1"),
        ("", "A", "", ""),
        ("", "", "B", ""),
        ("", "", "", ""),
        ("mobile", "A", "B", "1"),
        ("father_unknown", "A", "", "3"),
        ("mother_unknown", "", "B", "2"),
        ("father_unknown mother_unknown", "", "", "4"),
        ("abandoned father_unknown", "", "", "5"),
    ],
)
def test_no_kind_of_birth_is_claimed_where_a_parent_is_blank(case: str, mother: str, father: str, code: str) -> None:
    told = said(BirthDraft(case=case, mother_name=mother, father_name=father))
    assert told["nksLoaiKhaiSinh"] == code


def test_the_case_of_a_sheet_that_is_not_ours_follows_its_kind() -> None:
    assert drafted("birth", {"nksLoaiKhaiSinh": "9"}).case == ""
    assert drafted("birth", {"nksLoaiKhaiSinh": "3", "mctt_case": "mobile"}).case == "mobile"
    assert drafted("marriage", {}).case == ""


@pytest.mark.parametrize(
    ("number", "paper", "kind", "shown", "kept"),
    [
        ("", "", "", "", ""),
        ("001088000001", "", "4", "001088000001", ""),
        ("001088000001", "Hộ chiếu B1", "4", "001088000001", "Hộ chiếu B1"),
        ("", "CMND 012345678", "1", "012345678", ""),
        ("", "thẻ gì đó 99", "8", "thẻ gì đó 99", ""),
        ("", "CMND 001088000001", "8", "CMND 001088000001", ""),
    ],
)
def test_a_paper_stands_in_two_columns_and_one_beside_the_number_in_ours(
    number: str, paper: str, kind: str, shown: str, kept: str
) -> None:
    draft = MarriageDraft(wife_citizen_id=number, wife_id_paper=paper)
    told = said(draft)
    assert (told["voLoaiGiayToTuyThan"], told["voSoGiayToTuyThan"], told["voGiayToKhac"]) == (kind, shown, "")
    assert told["mctt_wife_id_paper"] == kept
    assert drafted("marriage", told) == draft
    assert "meGiayToKhac" not in said(BIRTH)
    assert "mctt_declarant_id_paper" not in said(BIRTH)


@pytest.mark.parametrize(
    ("told", "citizen_id", "paper"),
    [
        ({}, "", ""),
        ({"voSoGiayToTuyThan": "001088000001"}, "001088000001", ""),
        ({"voSoGiayToTuyThan": "001088000001", "voLoaiGiayToTuyThan": "8"}, "", "001088000001"),
        ({"voSoGiayToTuyThan": "012345678", "voLoaiGiayToTuyThan": "1"}, "", "CMND 012345678"),
        ({"voSoGiayToTuyThan": "012345678"}, "", "012345678"),
        ({"voLoaiGiayToTuyThan": "1"}, "", ""),
        ({"voSoGiayToTuyThan": "99", "voGiayToKhac": "Thẻ"}, "", "Thẻ 99"),
        ({"voGiayToKhac": "Thẻ 99"}, "", "Thẻ 99"),
    ],
)
def test_a_paper_of_a_sheet_is_a_number_or_words(told: dict[str, str], citizen_id: str, paper: str) -> None:
    draft = drafted("marriage", told)
    assert isinstance(draft, MarriageDraft)
    assert (draft.wife_citizen_id, draft.wife_id_paper) == (citizen_id, paper)


def test_words_without_a_birthday_stand_as_they_were() -> None:
    assert drafted("birth", {"nksNgaySinhBangChu": "mùng năm"}).born_in_words == "mùng năm"  # type: ignore[union-attr]
    told = {"nksNgaySinhBangChu": "mùng năm", "nksNgaySinh": "khoảng 1990"}
    assert drafted("birth", told).born_in_words == "mùng năm"  # type: ignore[union-attr]


def test_a_sex_and_a_kind_of_notice_are_numbers_only_where_the_list_has_them() -> None:
    assert [said(BirthDraft(sex=text))["nksGioiTinh"] for text in ("nam", "Gái", "3", "", "?")] == [
        "1",
        "2",
        "3",
        "",
        "?",
    ]
    assert said(MARRIAGE)["chongHoTen"] == "Lê Văn Ví"
    assert [said(DeathDraft(notice_kind=text))["gbtLoai"] for text in ("Giấy báo tử", "giấy báo tử", "")] == [
        *("1", "giấy báo tử", "")
    ]
    assert drafted("death", {"gbtLoai": "1"}).notice_kind == "Giấy báo tử"  # type: ignore[union-attr]


def test_the_sheet_of_a_spouse_and_of_a_parent_ask_for_these_columns() -> None:
    columns = [
        ("HoTen", "husband_name", "name"),
        ("NgaySinh", "husband_born", "date"),
        ("DanToc", "husband_ethnic_group", "text"),
        ("QuocTich", "husband_nationality", "text"),
        ("QuocTichKhac", "", "text"),
        ("LoaiCuTru", "", "residence"),
        ("NoiCuTru", "husband_residence", "text"),
        ("LoaiGiayToTuyThan", "husband_id_paper", "paper"),
        ("GiayToKhac", "husband_id_paper", "text"),
        ("SoGiayToTuyThan", "husband_citizen_id", "id"),
        ("NgayCapGiayToTuyThan", "", "date"),
        ("NoiCapGiayToTuyThan", "", "text"),
    ]
    found = [(one.key, one.field, one.kind) for one in keys_of("marriage") if one.block == "husband"]
    assert found == [(f"chong{key}", field, kind) for key, field, kind in columns]
    mother = [(one.key, one.field, one.kind) for one in keys_of("birth") if one.block == "mother"]
    assert mother == [
        (f"me{key}", field.replace("husband", "mother"), kind)
        for key, field, kind in columns
        if key not in ("GiayToKhac", "NgayCapGiayToTuyThan", "NoiCapGiayToTuyThan")
    ]
