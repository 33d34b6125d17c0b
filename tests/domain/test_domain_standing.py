"""Which letters go out, which wait for a person, which never go; and how letters address people."""

from dataclasses import replace
from datetime import date

import pytest

from common.dates import PartialDate
from common.names import PersonName
from common.words.labels import HELD_WORDS
from desk_app.domain.address import form_of_address, pair_of, parent_address
from desk_app.domain.ages import age_on, age_range, years_before
from desk_app.domain.events import Birth, Death, Marriage, Notice
from desk_app.domain.people import CitizenId, Declarant, Person
from desk_app.domain.standing import field_of, is_guardian, letter_standing

TODAY = date(2026, 11, 20)


def person(born: str = "", sex: str = "unknown", number: str = "") -> Person:
    return Person(
        PersonName("Lê Ví"),
        born=PartialDate.parse(born) if born else None,
        sex=sex,
        citizen_id=CitizenId(number) if number else None,
    )


BIRTH = Birth(registered_on=TODAY, unit="21964", child=person("5/11/2026"), mother=person(), father=person())
MARRIAGE = Marriage(registered_on=TODAY, unit="21964", husband=person(), wife=person())
DEATH = Death(registered_on=TODAY, unit="21964", deceased=person("1940"), died_on=PartialDate(2026, 11, 18))


def case(word: str) -> frozenset[str]:
    return frozenset({word})


@pytest.mark.parametrize(
    ("registration", "verdict", "reasons"),
    [
        (BIRTH, "free", ()),
        (MARRIAGE, "free", ()),
        (DEATH, "free", ()),
        (replace(BIRTH, cases=case("opted_out")), "never", ("opted-out",)),
        (replace(MARRIAGE, cases=case("opted_out")), "never", ("opted-out",)),
        (replace(DEATH, cases=case("opted_out"), registration_type=2), "never", ("opted-out", "re-registration")),
        (replace(BIRTH, cases=case("under_24_hours")), "never", ("under-24-hours",)),
        (replace(BIRTH, cases=case("abandoned"), mother=None, father=None), "ask", ("abandoned", "parents-unknown")),
        (replace(BIRTH, mother=None, father=None), "ask", ("parents-unknown",)),
        (replace(BIRTH, father=None, cases=case("father_unknown")), "free", ()),
        (replace(BIRTH, mother=None), "free", ()),
        (replace(BIRTH, cases=case("surrogacy")), "free", ()),
        (replace(BIRTH, cases=case("mobile")), "free", ()),
        (replace(BIRTH, child=person("21/11/2020"), late=True, registration_type=4), "free", ()),
        (replace(BIRTH, child=person("20/11/2020"), late=True, registration_type=4), "ask", ("child-over-5",)),
        (replace(BIRTH, child=person("1966"), registration_type=2), "never", ("re-registration", "grown-up")),
        (replace(BIRTH, registration_type=3), "ask", ("noted-from-abroad",)),
        (replace(BIRTH, declarant=Declarant(relation="Người giám hộ")), "ask", ("guardian",)),
        (replace(BIRTH, declarant=Declarant(relation="ông nội")), "free", ()),
        (replace(MARRIAGE, registration_type=2), "ask", ("re-registration",)),
        (replace(MARRIAGE, registration_type=3), "ask", ("noted-from-abroad",)),
        (replace(MARRIAGE, cases=case("remarriage")), "free", ()),
        (replace(DEATH, cause="Tự tử"), "ask", ("suicide",)),
        (replace(DEATH, cause="treo co"), "ask", ("suicide",)),
        (replace(DEATH, cause="thi hành án tử hình"), "ask", ("execution",)),
        (replace(DEATH, notice=Notice(issuer="Hội đồng thi hành án tử hình")), "ask", ("execution",)),
        (replace(DEATH, notice=Notice(issuer="Bệnh viện Mẫu")), "free", ()),
        (replace(DEATH, cause="Chưa xác định, chờ giám định."), "ask", ("cause-examined",)),
        (replace(DEATH, cause="Đột quỵ"), "free", ()),
        (replace(DEATH, died_on=PartialDate(2025, 11, 19)), "ask", ("died-over-a-year-ago",)),
        (replace(DEATH, died_on=PartialDate(2025, 11, 20)), "free", ()),
        (replace(DEATH, died_on=PartialDate(2025)), "ask", ("died-over-a-year-ago",)),
        (replace(DEATH, deceased=person("19/11/2008")), "ask", ("deceased-child",)),
        (replace(DEATH, deceased=person("18/11/2008")), "free", ()),
        (replace(DEATH, deceased=person()), "free", ()),
        (replace(DEATH, cases=case("court_declared")), "ask", ("court-declared",)),
        (replace(DEATH, declarant=Declarant(relation="công chức tư pháp - hộ tịch")), "ask", ("declarant-officer",)),
        (replace(DEATH, declarant=Declarant(relation="con")), "free", ()),
    ],
)
def test_a_letter_is_free_unless_something_asks_for_a_person(registration, verdict, reasons):
    standing = letter_standing([registration], TODAY)
    assert (standing.verdict, standing.reasons) == (verdict, reasons)
    assert set(reasons) <= set(HELD_WORDS)


@pytest.mark.parametrize(
    ("reason", "causes"),
    [
        ("suicide", ["Tự tử", "Tự sát bằng thuốc", "tự vẫn", "Treo cổ", "thắt cổ"]),
        ("execution", ["Tử hình", "Thi hành án"]),
        ("cause-examined", ["Chưa xác định", "Chưa rõ nguyên nhân", "Không rõ", "Đang điều tra", "đang xác minh"]),
        ("cause-examined", ["Chờ kết luận", "Công an giám định", "Án mạng", "Bị giết", "Bị sát hại"]),
    ],
)
def test_a_condolence_waits_for_a_person_whatever_words_say_how_hard_the_death_was(reason, causes):
    for cause in causes:
        assert letter_standing([replace(DEATH, cause=cause)], TODAY).reasons == (reason,), cause


@pytest.mark.parametrize(
    ("reason", "relations"),
    [
        ("guardian", ["Người giám hộ", "người nuôi dưỡng", "Đại diện cơ sở bảo trợ xã hội"]),
        ("declarant-officer", ["Cán bộ xã", "Công chức", "Tư pháp, hộ tịch"]),
    ],
)
def test_who_came_for_a_child_that_is_not_their_own_is_asked_about(reason, relations):
    for relation in relations:
        assert letter_standing([replace(BIRTH, declarant=Declarant(relation=relation))], TODAY).reasons == (reason,)


def test_one_sheet_for_twins_waits_when_one_of_them_does():
    twin = replace(BIRTH, cases=case("under_24_hours"))
    assert letter_standing([BIRTH, twin, twin], TODAY).reasons == ("under-24-hours",)


def test_what_only_the_register_knows_holds_a_letter_too():
    standing = letter_standing([BIRTH], TODAY, {"family-in-mourning", "child-died"})
    assert (standing.verdict, standing.reasons) == ("ask", ("child-died", "family-in-mourning"))
    assert set(standing.reasons) <= set(HELD_WORDS)


def test_a_letter_about_nobody_has_no_standing():
    with pytest.raises(ValueError, match="registration"):
        letter_standing([], TODAY)


@pytest.mark.parametrize(
    ("who", "address", "parent"),
    [
        (person("20/11/1956", "male"), "cụ", "cụ"),
        (person("21/11/1956", "male"), "ông", "ông"),
        (person("1/1/1970", "female"), "bà", "bà"),
        (person("21/11/1976", "female"), "chị", "chị"),
        (person("20/11/1976", "male"), "ông", "ông"),
        (person("20/11/2008", "female"), "chị", "chị"),
        (person("2000", "male"), "anh", "anh"),
        (person("21/11/2008", "female"), "cháu", "chị"),
        (person("", "male"), "ông", "anh"),
        (person("", "female"), "bà", "chị"),
        (person("1990", "unknown", "052190000001"), "chị", "chị"),
        (person("1990"), "anh/chị", "anh/chị"),
        (person("1960"), "ông/bà", "ông/bà"),
        (person("1956", "female"), "bà", "bà"),
    ],
)
def test_forms_of_address_follow_age_and_sex(who, address, parent):
    assert (form_of_address(who, TODAY), parent_address(who, TODAY)) == (address, parent)


@pytest.mark.parametrize(
    ("father", "mother", "expected"),
    [
        (person("1994", "male"), person("1996", "female"), "anh chị"),
        (person("1970", "male"), person("1990", "female"), "ông bà"),
        (person("1970", "male"), person("1972", "female"), "ông bà"),
        (person("1950", "male"), person("1972", "female"), "ông bà"),
        (person("1950", "male"), person("1951", "female"), "hai cụ"),
        (person("", "male"), person("2010", "female"), "anh chị"),
        (None, person("1996", "female"), "chị"),
        (person("1994", "male"), None, "anh"),
        (None, None, "gia đình"),
    ],
)
def test_parents_are_addressed_together(father, mother, expected):
    assert pair_of([parent_address(who, TODAY) for who in (father, mother) if who is not None]) == expected


@pytest.mark.parametrize(
    ("born", "on", "expected"),
    [
        ("20/11/2008", date(2026, 11, 19), (17, 17)),
        ("20/11/2008", date(2026, 11, 20), (18, 18)),
        ("11/2008", date(2026, 11, 20), (17, 18)),
        ("2008", date(2026, 11, 20), (17, 18)),
        ("2008", date(2026, 12, 31), (18, 18)),
        ("29/02/2008", date(2026, 2, 28), (17, 18)),
        ("29/02/2008", date(2026, 3, 1), (18, 18)),
        ("29/02/2008", date(2028, 2, 28), (19, 19)),
        ("29/02/2008", date(2028, 2, 29), (20, 20)),
        ("21/11/2026", date(2026, 11, 20), (-1, -1)),
    ],
)
def test_an_age_is_a_range_where_the_birth_date_is_partial(born, on, expected):
    assert age_range(PartialDate.parse(born), on) == expected


def test_an_age_without_a_birth_date_is_unknown():
    assert age_on(None, TODAY) is None
    assert age_on(PartialDate(2008), TODAY) == 17


def test_a_year_before_the_leap_day_is_the_last_of_february():
    assert years_before(date(2028, 2, 29), 1) == date(2027, 2, 28)


def test_the_field_of_a_reason_is_where_it_stands_in_the_record():
    assert field_of(["guardian"]) == "declarant_relation"
    assert field_of(["child-died", "suicide", "over-120"]) == "cause"
    assert field_of(["child-died"]) == field_of([]) == ""


def test_a_guardian_is_told_by_the_relation():
    told = {"người giám hộ": True, "mẹ nuôi dưỡng": True, "bà nội": False, "": False}
    assert {words: is_guardian(Declarant(relation=words)) for words in told} == told
    assert not is_guardian(None)
