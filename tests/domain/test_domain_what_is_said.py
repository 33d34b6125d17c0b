"""Each problem whole: its field, its code, whether it blocks (!) or asks for a look (?), and its details."""

from __future__ import annotations

import pytest
from test_domain_rows_of_law import PLAIN, RULES, TODAY

from desk_app.domain.drafts import draft_from
from desk_app.domain.reading import read_draft


def said(event: str, changed: dict[str, object]) -> str:
    """Every problem of a draft in one line."""
    outcome = read_draft(draft_from(event, PLAIN[event] | changed), RULES, TODAY)
    told = []
    for one in outcome.problems:
        details = (f"{name}={text}" for name, text in one.details.items())
        told.append(" ".join([f"{one.field}: {one.code}{'!' if one.level == 'error' else '?'}", *details]))
    return " | ".join(told)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            {"mother_born": "2027"},
            "mother_born: parent-born-after-child? person=mother | mother_born: day-in-future! today=20/11/2026",
        ),
        ({"mother_born": "05/10/2026"}, "mother_born: parent-too-young? person=mother age=0"),
        ({"mother_born": "05/10/2025"}, "mother_born: parent-too-young? person=mother age=1"),
        ({"mother_born": "6/10/2014"}, "mother_born: parent-too-young? person=mother age=11"),
        ({"mother_born": "5/10/2014"}, ""),
        ({"mother_born": "2014"}, "mother_born: parent-too-young? person=mother age=11"),
        ({"mother_born": "5/10/1966"}, ""),
        ({"mother_born": "5/10/1965"}, "mother_born: parent-too-old? person=mother age=61"),
        ({"father_born": "5/10/1951"}, ""),
        ({"father_born": "5/10/1950"}, "father_born: parent-too-old? person=father age=76"),
        (
            {"mother_born": "05/10/2027"},
            "mother_born: parent-born-after-child? person=mother | mother_born: day-in-future! today=20/11/2026",
        ),
        ({"mother_born": "1/1/14"}, ""),
        ({"mother_born": "1/1/15"}, "mother_born: parent-too-old? person=mother age=111"),
        ({"mother_born": "1965", "born": "10/2026"}, "mother_born: parent-too-old? person=mother age=61"),
        ({"mother_born": "11/2014", "born": "10/2026"}, "mother_born: parent-too-young? person=mother age=11"),
        ({"mother_name": "", "mother_born": "", "father_name": "", "father_born": ""}, "case: parents-blank?"),
        ({"mother_name": "", "mother_born": ""}, "case: parent-blank? person=mother"),
        (
            {
                "mother_name": "",
                "mother_born": "",
                "father_name": "",
                "father_born": "",
                "case": "mother_unknown father-unknown",
            },
            "",
        ),
        ({"case": "father_unknown"}, "case: parent-not-unknown? person=father"),
        ({"mother_name": ""}, "case: parent-blank? person=mother | mother_name: person-without-name! person=mother"),
        ({"case": "abc foreign-element"}, "case: case-unknown! word=abc"),
        (
            {"born_in_words": "ngày sáu tháng mười năm hai nghìn không trăm hai mươi sáu"},
            "born_in_words: words-beside-date? words=ngày mồng năm tháng mười năm hai nghìn không trăm hai mươi sáu",
        ),
        ({"sex": ""}, "sex: sex-empty?"),
        ({"sex": "x"}, "sex: sex-unclear! text=x"),
        ({"sex": "3"}, ""),
        ({"child_name": ""}, "child_name: name-empty! person=child"),
        ({"child_name": "Le Gia Han"}, "child_name: name-without-marks? name=Le Gia Han"),
        ({"child_name": "Le Gia Han", "nationality": "Hoa Kỳ"}, ""),
        ({"child_name": "Le Gia Han", "mother_nationality": "Lào"}, ""),
        ({"child_name": "Le Gia Han", "father_nationality": "Lào"}, ""),
        ({"child_name": "Lê 3"}, "child_name: name-has-symbols? name=Lê 3"),
        ({"child_name": "Le Gia Han", "case": "foreign_element"}, ""),
        ({"child_citizen_id": "00119"}, "child_citizen_id: citizen-id-length! found=5"),
        ({"child_citizen_id": "001326000001", "sex": "nam"}, "child_citizen_id: citizen-id-sex? sex=female"),
        ({"child_citizen_id": "001326000001", "sex": "3"}, ""),
        ({"child_citizen_id": "001325000001"}, "child_citizen_id: citizen-id-year? year=2025 born=2026"),
        ({"child_citizen_id": "003326000001"}, "child_citizen_id: citizen-id-prefix? prefix=003"),
        (
            {"child_citizen_id": "001326000001", "mother_citizen_id": "001326000001"},
            "mother_citizen_id: citizen-id-year? year=2026 born=1996 | "
            "mother_citizen_id: same-citizen-id! person=mother other=child",
        ),
        ({"registered_on": "4/10/2026"}, "born: registered-before-event! event=birth registered_on=04/10/2026"),
        ({"registered_on": "5/10/2026"}, ""),
        ({"born": "11/2026"}, "born: event-date-unclear? event=birth"),
        ({"born": "2026"}, "born: event-date-unclear? event=birth | registered_on: late-unclear? days=60"),
        ({"born": "12/2026"}, "born: registered-before-event! event=birth registered_on=20/11/2026"),
        ({"registered_on": "21/11/2026"}, "registered_on: registered-in-future! today=20/11/2026"),
        ({"registered_on": "11/2026"}, "registered_on: registered-on-partial! text=11/2026"),
        ({"registered_on": ""}, "registered_on: registered-on-empty!"),
        ({"born": "20/9/2026"}, "registered_on: late-birth? days=60"),
        ({"born": "21/9/2026"}, ""),
        ({"born": "9/2026"}, "registered_on: late-unclear? days=60"),
        ({"born": "1/9/2026", "registration_type": "1"}, "registration_type: type-says-on-time? days=60"),
        ({"born": "9/2026", "registration_type": "1"}, ""),
        ({"registration_type": "4"}, "registration_type: type-says-late? days=60"),
        ({"registration_type": "4", "born": "9/2026"}, ""),
        ({"registration_type": "9"}, "registration_type: registration-type-unclear! text=9"),
        ({"registration_type": "2", "born": "1/1/2020"}, ""),
        ({"number": "5/2025"}, "number: year-differs? year=2025 registered_on=20/11/2026"),
        ({"number": "5/2026"}, ""),
        ({"book": "01/2025"}, "book: year-differs? year=2025 registered_on=20/11/2026"),
        ({"book": "a2025"}, "book: year-differs? year=2025 registered_on=20/11/2026"),
        ({"book": "12025"}, ""),
        ({"declarant_residence": "a" * 500}, ""),
        ({"declarant_residence": "a" * 501}, "declarant_residence: too-long! limit=500"),
        ({"declarant_name": "Le Thi Hoa"}, "declarant_name: name-without-marks? name=Le Thi Hoa"),
        ({"unit": "xã"}, "unit: unit-not-a-code! text=xã"),
        ({"declarant_citizen_id": "1"}, "declarant_citizen_id: citizen-id-length! found=1"),
        ({"born": "1112026"}, "born: two-readings! text=1112026 first=01/11/2026 second=11/01/2026"),
        ({"registered_on": "20/11/2005", "born": "1/11/2005", "mother_born": "1980", "father_born": "1980"}, ""),
        (
            {"born": "1/1/1900", "registered_on": "20/11/2026"},
            "born: age-over-120? person=child age=126 | "
            "mother_born: parent-born-after-child? person=mother | "
            "father_born: parent-born-after-child? person=father | "
            "registered_on: late-birth? days=60",
        ),
        (
            {"child_citizen_id": "001094000001", "father_citizen_id": "001094000001", "sex": "3"},
            "child_citizen_id: citizen-id-year? year=1994 born=2026 | "
            "father_citizen_id: same-citizen-id! person=father other=child",
        ),
        ({"born": "20/11/2026"}, ""),
    ],
)
def test_what_is_said_of_a_birth(changed: dict[str, object], told: str) -> None:
    assert said("birth", changed) == told


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"husband_born": "21/11/2006"}, "husband_born: groom-under-age! age=20"),
        ({"husband_born": "20/11/2006"}, ""),
        ({"husband_born": "2006"}, "husband_born: groom-age-unclear? age=20"),
        (
            {"husband_born": "21/11/2006", "reasons": {"groom-under-age": "Tòa"}},
            "husband_born: groom-under-age? age=20",
        ),
        ({"wife_born": "21/11/2008"}, "wife_born: bride-under-age! age=18"),
        ({"wife_born": "2008"}, "wife_born: bride-age-unclear? age=18"),
        ({"wife_born": ""}, "wife_born: bride-age-unclear? age=18"),
        ({"husband_name": ""}, "husband_name: name-empty! person=husband"),
        ({"wife_name": ""}, "wife_name: name-empty! person=wife"),
        ({"wife_born": "1/1/2027"}, "wife_born: day-in-future! today=20/11/2026"),
        ({"husband_born": "1/1/1900"}, "husband_born: age-over-120? person=husband age=126"),
        ({"husband_born": "1905"}, ""),
        ({"husband_born": "1904"}, "husband_born: age-over-120? person=husband age=121"),
        ({"wife_born": "31/2/2000"}, "wife_born: no-such-day! text=31/2/2000"),
        (
            {"husband_citizen_id": "001099000001", "wife_citizen_id": "001099000002"},
            "wife_citizen_id: citizen-id-sex? sex=male | "
            "wife_citizen_id: citizen-id-year? year=1999 born=2000 | "
            "wife_citizen_id: same-sex-spouses? sex=male",
        ),
        (
            {"husband_citizen_id": "001099000001", "wife_citizen_id": "001099000001"},
            "wife_citizen_id: citizen-id-sex? sex=male | "
            "wife_citizen_id: citizen-id-year? year=1999 born=2000 | "
            "wife_citizen_id: same-citizen-id! person=wife other=husband | "
            "wife_citizen_id: same-sex-spouses? sex=male",
        ),
        ({"husband_residence": "Hà Nội", "wife_residence": "Huế"}, "wife_residence: residence-elsewhere?"),
        ({"husband_residence": "Hà Nội", "wife_residence": "xã Phước Quang"}, ""),
        ({"husband_residence": "Hà Nội"}, ""),
        ({"husband_residence": "Hà Nội", "wife_residence": "Huế", "unit": "21970"}, ""),
        (
            {"husband_residence": "Hà Nội", "wife_residence": "Huế", "unit": "21964"},
            "wife_residence: residence-elsewhere?",
        ),
        ({"registration_type": "4"}, "registration_type: type-says-late? days=0"),
        ({"registered_on": "20/11/1955", "husband_born": "1930", "wife_born": "1930"}, ""),
    ],
)
def test_what_is_said_of_a_marriage(changed: dict[str, object], told: str) -> None:
    assert said("marriage", changed) == told


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"born": "19/11/2026"}, "died_on: died-before-born! born=19/11/2026"),
        ({"born": "18/11/2026"}, "case: brief-life-unsaid? case=under_24_hours"),
        ({"born": "18/11/2026", "case": "under_24_hours"}, ""),
        ({"born": "16/11/2026", "case": "under_24_hours"}, "died_on: brief-life-longer? born=16/11/2026"),
        ({"born": "17/11/2026", "case": "under_24_hours"}, ""),
        ({"born": "", "case": "under_24_hours"}, "born: brief-life-born-empty?"),
        ({"born": "31/2/2020", "case": "under_24_hours"}, "born: no-such-day! text=31/2/2020"),
        ({"born": "11/2026"}, "died_on: died-before-born-unclear? born=11/2026"),
        ({"born": "2026"}, "died_on: died-before-born-unclear? born=2026"),
        ({"born": "18/11/1916"}, ""),
        ({"born": "1/1/1915"}, "born: very-old? age=111"),
        ({"born": "1/1/20"}, "born: year-two-readings? first=01/01/2020 second=01/01/1920"),
        ({"born": "1/1/2020"}, ""),
        ({"born": "1/1/15"}, ""),
        ({"born": "1/1/16"}, "born: year-two-readings? first=01/01/2016 second=01/01/1916"),
        ({"died_on": "19/11/2027"}, "died_on: registered-before-event! event=death registered_on=20/11/2026"),
        ({"died_on": "11/2026"}, "died_on: event-date-unclear? event=death | registered_on: late-unclear? days=15"),
        ({"died_on": "21/11/2026"}, "died_on: registered-before-event! event=death registered_on=20/11/2026"),
        (
            {"died_on": "hôm", "born": "1/1/2027"},
            "born: day-in-future! today=20/11/2026 | died_on: not-a-date! text=hôm",
        ),
        ({"notice_date": "17/11/2026"}, "notice_date: notice-before-death? died_on=18/11/2026"),
        ({"notice_date": "18/11/2026"}, ""),
        ({"notice_date": "21/11/2026"}, "notice_date: day-in-future! today=20/11/2026"),
        ({"case": "court_declared"}, "notice_date: judgment-day-empty?"),
        (
            {"case": "court_declared", "notice_date": "1/11/2026", "died_on": "1/1/2020"},
            "registered_on: late-death? days=15",
        ),
        ({"case": "court_declared", "notice_date": "x"}, "notice_date: not-a-date! text=x"),
        ({"case": "court_declared", "notice_number": "3"}, "notice_date: judgment-day-empty?"),
        ({"died_on": "5/11/2026"}, ""),
        ({"died_on": "4/11/2026"}, "registered_on: late-death? days=15"),
        (
            {"died_on": "21/11/2026", "born": "16/11/2026", "case": "under_24_hours"},
            "died_on: registered-before-event! event=death registered_on=20/11/2026",
        ),
        ({"died_at": "24:00"}, "died_at: time-unclear? text=24:00"),
        ({"died_at": "23:59"}, ""),
        ({"died_at": "23:60"}, "died_at: time-unclear? text=23:60"),
        ({"died_at": "25:00"}, "died_at: time-unclear? text=25:00"),
        ({"died_at": "12 giờ 30 chiều"}, ""),
        ({"died_at": "11 giờ tối"}, ""),
        ({"deceased_name": ""}, "deceased_name: name-empty! person=deceased"),
        ({"citizen_id": "001140000001"}, "citizen_id: citizen-id-sex? sex=female"),
        ({"born": "1/1/1900"}, "born: very-old? age=126"),
        ({"sex": ""}, "sex: sex-empty?"),
        ({"mother_name": "Le"}, ""),
        ({"died_on": "", "born": "1/1/27"}, "died_on: died-on-empty!"),
        ({"deceased_name": "John Smith", "nationality": "Hoa Kỳ"}, ""),
        (
            {"died_on": "21/11/2026", "registered_on": ""},
            "died_on: day-in-future! today=20/11/2026 | registered_on: registered-on-empty!",
        ),
    ],
)
def test_what_is_said_of_a_death(changed: dict[str, object], told: str) -> None:
    assert said("death", changed) == told
