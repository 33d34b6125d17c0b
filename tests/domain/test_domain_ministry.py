"""The ministry's keys and code numbers, and a registration in the ministry's words and back."""

from dataclasses import replace
from datetime import date

import pytest
from any_drafts import ANY
from hypothesis import HealthCheck, given, settings

from common.words.ministry import BLOCKS
from desk_app.domain.drafts import BirthDraft, DeathDraft, MarriageDraft, UnknownEvent, event_of, field_names
from desk_app.domain.events import EVENTS
from desk_app.domain.ministry import key_named, keys_of, own_keys
from desk_app.domain.ministry_codes import CODES, code_for, meaning
from desk_app.domain.ministry_said import drafted, said
from desk_app.domain.reading import read_draft
from desk_app.domain.rules import Rules

TODAY = date(2026, 11, 23)
RULES = Rules.standard("26461")

BIRTH = BirthDraft(
    child_name="Nguyễn Thị Mẫu",
    child_citizen_id="001326000001",
    born="05/03/2026",
    sex="female",
    birth_place="Bệnh viện Thử",
    home_town="Xã Mẫu",
    ethnic_group="Kinh",
    nationality="Việt Nam",
    twin_group="A",
    case="mobile",
    mother_name="H'Hen Niê",
    mother_born="03/1990",
    mother_residence="Thôn 1",
    mother_id_paper="CMND 012345678",
    father_name="Lê Văn Ví",
    father_born="1988",
    father_citizen_id="001088000001",
    father_id_paper="Hộ chiếu B1234567",
    declarant_name="Lê Văn Ví",
    declarant_relation="Cha",
    declarant_residence="Thôn 1",
    declarant_citizen_id="001088000001",
    registered_on="09/03/2026",
    number="05/2026",
    book="01-TP/HT-2026-KS",
    unit="26461",
    registration_type="1",
    hamlet="Thôn 1",
)
MARRIAGE = MarriageDraft(
    husband_name="Lê Văn Ví",
    husband_born="01/02/1995",
    husband_citizen_id="001095000001",
    wife_name="Anna Müller",
    wife_born="1996",
    wife_id_paper="thẻ gì đó 99",
    wife_nationality="Đức",
    declarant_name="Lê Văn Ví",
    registered_on="09/03/2026",
    number="7",
    unit="26461",
    case="foreign_element",
)
DEATH = DeathDraft(
    deceased_name="Điểu K'Brôi",
    born="1950",
    sex="male",
    id_paper="Giấy chứng minh quân đội nhân dân 123",
    last_residence="Thôn 2",
    died_on="02/2026",
    died_at="06:30",
    died_place="Tại nhà",
    cause="Tuổi già",
    notice_kind="Giấy báo tử",
    notice_number="12/GBT",
    notice_issuer="Trạm y tế",
    notice_date="03/03/2026",
    mother_name="Thị B",
    father_name="Điểu C",
    declarant_name="Thị D",
    declarant_relation="Con",
    registered_on="09/03/2026",
    number="3",
    unit="26461",
    registration_type="4",
)
DRAFTS = {"birth": BIRTH, "marriage": MARRIAGE, "death": DEATH}


@pytest.mark.parametrize(
    ("event", "count", "begins", "ends"),
    [("birth", 61, "STT", "qgNuocNgoaiDaDangKy"), ("marriage", 45, "STT", "qgNuocNgoaiDaDangKy")],
)
def test_the_keys_stand_in_the_order_of_the_ministry(event, count, begins, ends):
    keys = [one.key for one in keys_of(event)]
    assert (len(keys), keys[0], keys[-1]) == (count, begins, ends)
    assert keys[1:5] == ["so", "quyenSo", "trangSo", "ngayDangKy"]


def test_of_a_marriage_the_day_of_the_bond_stands_before_who_kept_the_book():
    keys = [one.key for one in keys_of("marriage")]
    assert keys.index("ngayXacLapQuanHeHonNhan") + 1 == keys.index("nguoiThucHien")


@pytest.mark.parametrize("event", EVENTS)
def test_every_field_we_keep_has_a_key_and_every_key_a_heading_of_its_own(event):
    keys = (*keys_of(event), *own_keys(event))
    assert {one.field for one in keys} - {""} == set(field_names(event))
    assert len({one.caption for one in keys}) == len(keys)
    assert {one.block for one in keys} <= set(BLOCKS)


def test_a_key_is_found_however_it_is_cased_and_an_event_without_sheet_is_refused():
    assert key_named("birth", "NKSHOTEN") is keys_of("birth")[11]
    assert key_named("death", "nksHoTen") is None
    for asked in (keys_of, own_keys):
        with pytest.raises(UnknownEvent):
            asked("adoption")


@pytest.mark.parametrize("event", EVENTS)
def test_a_draft_told_in_the_words_of_the_ministry_is_the_same_draft_again(event):
    told = said(DRAFTS[event])
    assert set(told) == {one.key for one in (*keys_of(event), *own_keys(event))}
    assert drafted(event, told) == DRAFTS[event]


@pytest.mark.parametrize("event", EVENTS)
def test_a_registration_told_in_the_words_of_the_ministry_is_the_same_registration_again(event):
    for draft in (DRAFTS[event], replace(DRAFTS[event], registration_type="", case="")):
        registration = read_draft(draft, RULES, TODAY).value
        assert registration is not None
        again = read_draft(drafted(event, said(registration)), RULES, TODAY).value
        assert again == registration


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ANY)
def test_whatever_is_registered_comes_back_from_the_words_of_the_ministry(draft):
    registration = read_draft(draft, RULES, TODAY).value
    assert registration is not None
    back = drafted(event_of(draft), said(registration))
    assert read_draft(back, RULES, TODAY).value == registration
    assert drafted(event_of(draft), said(back)) == back


def test_dates_are_dotted_codes_are_numbers_and_papers_stand_in_two_columns():
    told = said(BIRTH, place="UBND xã An Liên")
    assert (told["nksNgaySinh"], told["meNgaySinh"], told["chaNgaySinh"]) == ("05.03.2026", "03.1990", "1988")
    assert (told["nksGioiTinh"], told["loaiDangKy"], told["nksLoaiKhaiSinh"]) == ("2", "1", "1")
    assert (told["meLoaiGiayToTuyThan"], told["meSoGiayToTuyThan"]) == ("1", "012345678")
    assert (told["chaLoaiGiayToTuyThan"], told["chaSoGiayToTuyThan"]) == ("4", "001088000001")
    assert (told["noiDangKy"], told["mctt_unit"]) == ("UBND xã An Liên", "26461")
    assert said(DEATH)["gbtLoai"] == "1"
    assert said(MARRIAGE)["voLoaiGiayToTuyThan"] == "8"


def test_what_cannot_be_read_stands_as_typed():
    told = said(BirthDraft(born="khoảng 1990", sex="?", number="5"))
    assert (told["nksNgaySinh"], told["nksGioiTinh"]) == ("khoảng 1990", "?")
    assert drafted("birth", told) == BirthDraft(born="khoảng 1990", sex="?", number="5")


def test_words_of_a_birthday_are_kept_only_where_they_are_others_than_the_day_gives():
    registration = read_draft(BIRTH, RULES, TODAY).value
    assert said(registration)["nksNgaySinhBangChu"] == "ngày mồng năm tháng ba năm hai nghìn không trăm hai mươi sáu"
    assert drafted("birth", said(registration)).born_in_words == ""
    own = replace(BIRTH, born_in_words="mùng năm tháng ba")
    assert said(read_draft(own, RULES, TODAY).value)["nksNgaySinhBangChu"] == "mùng năm tháng ba"
    assert drafted("birth", said(own)).born_in_words == "mùng năm tháng ba"


@pytest.mark.parametrize(
    ("code", "case"),
    [("2", "mother_unknown"), ("3", "father_unknown"), ("4", "father_unknown mother_unknown"), ("5", "abandoned")],
)
def test_the_kind_of_a_birth_is_its_case(code, case):
    assert said(BirthDraft(case=case))["nksLoaiKhaiSinh"] == code
    assert drafted("birth", {"nksLoaiKhaiSinh": code}).case == case


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        *[("sex", text, "1") for text in ("1", "Nam", "nam", "M", "NAM")],
        ("sex", "Nữ", "2"),
        ("sex", "Chưa xác định", "3"),
        ("type", "Đăng ký quá hạn", "4"),
        ("type", "Lần đầu", "1"),
        ("residence", "tạm trú", "2"),
        ("paper", "Thẻ căn cước công dân", "4"),
        ("paper", "CMND", "1"),
        ("paper", "Passport", "2"),
        ("birth-case", "Chưa xác định được cha", "3"),
        ("sex", "nam giới hay nữ", None),
        ("paper", "", None),
    ],
)
def test_a_code_is_known_by_its_number_and_by_its_words(kind, text, code):
    assert code_for(kind, text) == code


def test_every_code_has_words_that_lead_back_to_it():
    for kind, codes in CODES.items():
        for code, words in codes.items():
            assert meaning(kind, code) == words
            assert not words or code_for(kind, words) == code
    assert meaning("text", "1") == ""
    assert meaning("sex", "9") == ""
