"""Every row of the table of checks, with its level: what blocks saving, and what only deserves a look."""

from datetime import date

import pytest

from desk_app.domain.drafts import draft_from
from desk_app.domain.events import AGAIN, FROM_ABROAD, LATE, NO_TYPE, ON_TIME
from desk_app.domain.reading import read_draft
from desk_app.domain.rules import Rules

TODAY = date(2026, 11, 20)
RULES = Rules.standard("21964", ("xã Tuy Phước Bắc", "xã Phước Quang"))

BIRTH = {
    "child_name": "Lê Gia Hân",
    "born": "05/10/2026",
    "sex": "nữ",
    "mother_name": "Trần Thị Thử",
    "mother_born": "1996",
    "father_name": "Lê Văn Ví",
    "father_born": "1994",
    "registered_on": "20/11/2026",
}
MARRIAGE = {
    "husband_name": "Nguyễn Văn Mẫu",
    "husband_born": "01/02/1999",
    "wife_name": "Trần Thị Thử",
    "wife_born": "05/11/2000",
    "registered_on": "20/11/2026",
}
DEATH = {
    "deceased_name": "Đặng Văn Ví",
    "born": "1940",
    "sex": "1",
    "died_on": "18/11/2026",
    "registered_on": "20/11/2026",
}
PLAIN = {"birth": BIRTH, "marriage": MARRIAGE, "death": DEATH}

ERRORS = [
    ("birth", {"child_name": ""}, "child_name", "name-empty"),
    ("birth", {"child_name": " \u200b "}, "child_name", "name-empty"),
    ("marriage", {"husband_name": ""}, "husband_name", "name-empty"),
    ("marriage", {"wife_name": ""}, "wife_name", "name-empty"),
    ("death", {"deceased_name": ""}, "deceased_name", "name-empty"),
    ("birth", {"born": ""}, "born", "born-empty"),
    ("death", {"died_on": ""}, "died_on", "died-on-empty"),
    ("birth", {"registered_on": ""}, "registered_on", "registered-on-empty"),
    ("marriage", {"registered_on": ""}, "registered_on", "registered-on-empty"),
    ("death", {"registered_on": ""}, "registered_on", "registered-on-empty"),
    ("death", {"registered_on": "11/2026"}, "registered_on", "registered-on-partial"),
    ("birth", {"born": "31/02/2026"}, "born", "no-such-day"),
    ("birth", {"registered_on": "31/11/2026"}, "registered_on", "no-such-day"),
    ("death", {"died_on": "hôm qua"}, "died_on", "not-a-date"),
    ("death", {"notice_date": "32/11/2026"}, "notice_date", "no-such-day"),
    ("marriage", {"wife_born": "30/02/2000"}, "wife_born", "no-such-day"),
    ("marriage", {"wife_born": "25/12"}, "wife_born", "year-missing"),
    ("birth", {"mother_born": "3/12"}, "mother_born", "two-readings"),
    ("birth", {"born": "1112026"}, "born", "two-readings"),
    ("death", {"died_on": "mùng 5/3/2026"}, "died_on", "calendar-unsaid"),
    ("birth", {"registered_on": "21/11/2026"}, "registered_on", "registered-in-future"),
    ("birth", {"born": "06/10/2026", "registered_on": "05/10/2026"}, "born", "registered-before-event"),
    ("death", {"died_on": "20/11/2026", "registered_on": "19/11/2026"}, "died_on", "registered-before-event"),
    ("birth", {"born": "2027", "registered_on": ""}, "born", "day-in-future"),
    ("birth", {"mother_born": "2030"}, "mother_born", "day-in-future"),
    ("marriage", {"husband_born": "21/11/2026"}, "husband_born", "day-in-future"),
    ("death", {"notice_date": "21/11/2026"}, "notice_date", "day-in-future"),
    ("death", {"born": "19/11/2026"}, "died_on", "died-before-born"),
    ("death", {"born": "1940", "died_on": "1939", "registered_on": "1/1/1940"}, "died_on", "died-before-born"),
    (
        "marriage",
        {"husband_citizen_id": "052099000001", "wife_citizen_id": "052 099 000 001"},
        "wife_citizen_id",
        "same-citizen-id",
    ),
    (
        "birth",
        {"child_citizen_id": "052326000001", "father_citizen_id": "052326000001"},
        "father_citizen_id",
        "same-citizen-id",
    ),
    (
        "birth",
        {"child_citizen_id": "052326000001", "mother_citizen_id": "052326000001"},
        "mother_citizen_id",
        "same-citizen-id",
    ),
    ("birth", {"child_citizen_id": "05232600001"}, "child_citizen_id", "citizen-id-length"),
    ("birth", {"mother_citizen_id": "0523260000011"}, "mother_citizen_id", "citizen-id-length"),
    ("death", {"citizen_id": "05204000000O"}, "citizen_id", "citizen-id-letters"),
    ("death", {"declarant_citizen_id": "205123"}, "declarant_citizen_id", "citizen-id-length"),
    ("marriage", {"husband_born": "21/11/2006"}, "husband_born", "groom-under-age"),
    ("marriage", {"wife_born": "21/11/2008"}, "wife_born", "bride-under-age"),
    ("birth", {"sex": "xyz"}, "sex", "sex-unclear"),
    ("birth", {"case": "father_unknown, happy"}, "case", "case-unknown"),
    ("birth", {"registration_type": "12"}, "registration_type", "registration-type-unclear"),
    ("birth", {"unit": "xã nhà"}, "unit", "unit-not-a-code"),
    ("birth", {"father_name": "", "case": "father_unknown"}, "father_name", "person-without-name"),
]

WARNINGS = [
    ("birth", {"child_citizen_id": "052226000001"}, "child_citizen_id", "citizen-id-sex"),
    ("birth", {"mother_citizen_id": "052096000001"}, "mother_citizen_id", "citizen-id-sex"),
    ("birth", {"child_citizen_id": "052325000001"}, "child_citizen_id", "citizen-id-year"),
    ("death", {"citizen_id": "052140000001"}, "citizen_id", "citizen-id-sex"),
    ("death", {"citizen_id": "052041000001"}, "citizen_id", "citizen-id-year"),
    ("birth", {"child_citizen_id": "500326000001"}, "child_citizen_id", "citizen-id-prefix"),
    (
        "marriage",
        {"husband_citizen_id": "052099000001", "wife_citizen_id": "052200000002"},
        "wife_citizen_id",
        "same-sex-spouses",
    ),
    ("birth", {"born": "20/09/2026"}, "registered_on", "late-birth"),
    ("death", {"died_on": "04/11/2026"}, "registered_on", "late-death"),
    ("birth", {"mother_born": "2015"}, "mother_born", "parent-too-young"),
    ("birth", {"father_born": "2015"}, "father_born", "parent-too-young"),
    ("birth", {"mother_born": "01/01/1965"}, "mother_born", "parent-too-old"),
    ("birth", {"father_born": "01/01/1950"}, "father_born", "parent-too-old"),
    ("birth", {"mother_born": "06/10/2026"}, "mother_born", "parent-born-after-child"),
    ("birth", {"father_name": "", "father_born": ""}, "case", "parent-blank"),
    ("birth", {"mother_name": "", "mother_born": ""}, "case", "parent-blank"),
    (
        "birth",
        {"mother_name": "", "mother_born": "", "father_name": "", "father_born": ""},
        "case",
        "parents-blank",
    ),
    ("birth", {"case": "father_unknown"}, "case", "parent-not-unknown"),
    ("death", {"born": "1915"}, "born", "very-old"),
    ("birth", {"child_name": "Lê Gia H4n"}, "child_name", "name-has-symbols"),
    ("death", {"mother_name": "Lê Thị X?"}, "mother_name", "name-has-symbols"),
    ("marriage", {"wife_name": "Tran Thi Thu"}, "wife_name", "name-without-marks"),
    (
        "marriage",
        {"husband_residence": "Xã Tuy Phước, Gia Lai", "wife_residence": "Phường 1, Đà Lạt"},
        "wife_residence",
        "residence-elsewhere",
    ),
    ("birth", {"sex": ""}, "sex", "sex-empty"),
    ("marriage", {"husband_born": "2006"}, "husband_born", "groom-age-unclear"),
    ("marriage", {"husband_born": ""}, "husband_born", "groom-age-unclear"),
    ("marriage", {"wife_born": "11/2008"}, "wife_born", "bride-age-unclear"),
    ("death", {"died_on": "2026"}, "died_on", "event-date-unclear"),
    ("birth", {"born": "09/2026"}, "registered_on", "late-unclear"),
    ("death", {"born": "2026"}, "died_on", "died-before-born-unclear"),
    ("death", {"died_at": "chập tối"}, "died_at", "time-unclear"),
    ("birth", {"number": "12/2025"}, "number", "year-differs"),
    ("birth", {"book": "01/2025"}, "book", "year-differs"),
    ("birth", {"born": "01/09/2026", "registration_type": "1"}, "registration_type", "type-says-on-time"),
    ("birth", {"registration_type": "4"}, "registration_type", "type-says-late"),
]

QUIET = [
    ("birth", {}),
    ("marriage", {}),
    ("death", {}),
    ("birth", {"born": "21/09/2026"}),
    ("death", {"died_on": "05/11/2026"}),
    ("marriage", {"husband_born": "20/11/2006"}),
    ("marriage", {"wife_born": "20/11/2008"}),
    ("marriage", {"husband_born": "1998", "wife_born": "3/1998"}),
    ("birth", {"father_name": "", "father_born": "", "case": "father_unknown"}),
    ("birth", {"mother_name": "", "mother_born": "", "case": "mother_unknown"}),
    ("birth", {"mother_name": "", "mother_born": "", "father_name": "", "father_born": "", "case": "abandoned"}),
    ("birth", {"case": "surrogacy"}),
    ("birth", {"case": "under_24_hours"}),
    ("birth", {"case": "mobile foreign_element"}),
    ("birth", {"sex": "chưa xác định"}),
    ("birth", {"sex": "3"}),
    ("birth", {"child_name": "H'Hen Niê"}),
    ("birth", {"child_name": "H’Hen Niê"}),
    ("birth", {"child_name": "Y Moan Êban"}),
    ("birth", {"child_name": "Y Moan"}),
    ("birth", {"child_name": "K'Brôi"}),
    ("birth", {"child_name": "Thảo"}),
    ("birth", {"child_name": "H'Rơ\u0306 Niê"}),
    ("marriage", {"husband_name": "Jean-Luc St. Martin", "husband_nationality": "Pháp"}),
    ("marriage", {"husband_name": "John Smith", "case": "foreign_element"}),
    ("marriage", {"husband_residence": "Thôn 1, Phước Quang, Tuy Phước, Bình Định", "wife_residence": "Hà Nội"}),
    ("marriage", {"husband_residence": "Hà Nội", "wife_residence": ""}),
    ("marriage", {"husband_born": "1935", "wife_born": "1936", "registered_on": "5/3/1950"}),
    ("marriage", {"husband_residence": "Hà Nội", "wife_residence": "Huế", "unit": "00001"}),
    ("death", {"died_at": "", "cause": "", "notice_number": "", "born": ""}),
    ("death", {"died_at": "14 giờ 30 phút"}),
    ("death", {"died_at": "7h"}),
    ("birth", {"child_citizen_id": "052326000001", "mother_citizen_id": "052196000002"}),
    ("birth", {"number": "12/2026", "book": "01/2026"}),
    ("birth", {"born": "01/01/2010", "registration_type": "2", "mother_born": "1980", "father_born": "1980"}),
    ("birth", {"born": "01/01/2010", "registration_type": "3", "mother_born": "1980", "father_born": "1980"}),
    ("birth", {"nationality": "Việt Nam", "father_name": "", "father_nationality": "Việt Nam", "father_born": "",
               "case": "father_unknown"}),
    ("death", {"declarant_name": "", "declarant_relation": "cán bộ"}),
]  # fmt: skip


def read(event: str, changes: dict[str, object]):
    return read_draft(draft_from(event, {**PLAIN[event], **changes}), RULES, TODAY)


@pytest.mark.parametrize(("event", "changes", "field", "code"), ERRORS)
def test_what_the_law_or_the_calendar_forbids_blocks_saving_at_its_field(event, changes, field, code):
    outcome = read(event, changes)
    assert (field, code) in [(problem.field, problem.code) for problem in outcome.errors]
    assert outcome.value is None


@pytest.mark.parametrize(("event", "changes", "field", "code"), WARNINGS)
def test_what_only_looks_odd_is_told_and_never_blocks(event, changes, field, code):
    outcome = read(event, changes)
    assert (field, code) in [(problem.field, problem.code) for problem in outcome.warnings]
    assert outcome.errors == ()
    assert outcome.value is not None


@pytest.mark.parametrize(("event", "changes"), QUIET)
def test_what_the_law_leaves_open_is_accepted_without_a_word(event, changes):
    outcome = read(event, changes)
    assert outcome.problems == ()
    assert outcome.value is not None


def test_all_problems_are_told_at_once_in_the_order_of_the_fields():
    outcome = read(
        "birth", {"child_name": "", "born": "31/02/2026", "sex": "", "mother_born": "x", "registered_on": ""}
    )
    assert [problem.field for problem in outcome.problems] == [
        "child_name",
        "born",
        "sex",
        "mother_born",
        "registered_on",
    ]


def test_an_under_age_spouse_passes_with_a_reason_and_stays_a_warning():
    young = {"husband_born": "21/11/2006", "wife_born": "2010", "reasons": {"groom-under-age": "bản cũ 1979"}}
    outcome = read("marriage", young)
    assert [problem.code for problem in outcome.errors] == ["bride-under-age"]
    assert [problem.code for problem in outcome.warnings] == ["groom-under-age"]
    both = {**young, "reasons": {"groom-under-age": "bản cũ", "bride-under-age": "bản cũ"}}
    assert read("marriage", both).value is not None


def test_a_blank_reason_is_no_reason():
    outcome = read("marriage", {"wife_born": "2010", "reasons": {"bride-under-age": "  "}})
    assert outcome.value is None


def test_a_reason_never_excuses_another_kind_of_error():
    outcome = read("marriage", {"husband_name": "", "reasons": {"name-empty": "không rõ"}})
    assert outcome.value is None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, (ON_TIME, False)),
        ({"born": "20/09/2026"}, (LATE, True)),
        ({"born": "20/09/2026", "registration_type": "1"}, (ON_TIME, True)),
        ({"registration_type": "4"}, (LATE, False)),
        ({"registration_type": "0"}, (NO_TYPE, False)),
        ({"born": "2001", "registration_type": "2"}, (AGAIN, False)),
        ({"born": "2001", "registration_type": "3"}, (FROM_ABROAD, False)),
        ({"born": "09/2026"}, (ON_TIME, False)),
        ({"born": "09/2026", "registration_type": "4"}, (LATE, True)),
        ({"born": "1990", "registered_on": "5/3/1999"}, (NO_TYPE, False)),
    ],
)
def test_the_registration_type_is_computed_when_empty_and_lateness_follows_the_rule(changes, expected):
    birth = read("birth", {"mother_born": "", "father_born": "", **changes}).value
    assert (birth.registration_type, birth.late) == expected


def test_the_residence_rule_ends_with_february_2027():
    elsewhere = {"husband_residence": "Hà Nội", "wife_residence": "Huế"}
    draft = draft_from("marriage", {**MARRIAGE, **elsewhere, "registered_on": "28/02/2027"})
    assert [p.code for p in read_draft(draft, RULES, date(2027, 3, 5)).problems] == ["residence-elsewhere"]
    draft = draft_from("marriage", {**MARRIAGE, **elsewhere, "registered_on": "01/03/2027"})
    assert read_draft(draft, RULES, date(2027, 3, 5)).problems == ()


def test_without_commune_names_the_residence_rule_stays_silent():
    draft = draft_from("marriage", {**MARRIAGE, "husband_residence": "Hà Nội", "wife_residence": "Huế"})
    assert read_draft(draft, Rules.standard("21964"), TODAY).problems == ()


def test_born_on_the_leap_day_is_of_age_for_sure_only_in_march():
    def codes(registered_on: str) -> list[str]:
        draft = draft_from("marriage", {**MARRIAGE, "wife_born": "29/02/2008", "registered_on": registered_on})
        return [problem.code for problem in read_draft(draft, RULES, TODAY).problems]

    assert codes("27/02/2026") == ["bride-under-age"]
    assert codes("28/02/2026") == ["bride-age-unclear"]
    assert codes("01/03/2026") == []


def test_one_error_at_a_field_is_enough_for_a_day_after_registration_and_after_today():
    outcome = read("birth", {"born": "01/12/2026"})
    assert [problem.code for problem in outcome.errors if problem.field == "born"] == ["registered-before-event"]
