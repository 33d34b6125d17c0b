"""Ages and days against one another: where each check begins, and what it tells the clerk."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from test_domain_rows_of_law import PLAIN, RULES, TODAY

from common.dates import PartialDate
from common.names import PersonName
from desk_app.domain.drafts import draft_from
from desk_app.domain.events import BRIEF, Birth, Death, Declarant, Marriage, Notice
from desk_app.domain.people import Person
from desk_app.domain.reading import read_draft
from desk_app.domain.rules import Rule, Rules
from desk_app.domain.standing import letter_standing, roles_of

Said = list[tuple[str, str, dict[str, str]]]


def said(event: str, changes: dict[str, Any], *codes: str) -> Said:
    outcome = read_draft(draft_from(event, {**PLAIN[event], **changes}), RULES, TODAY)
    return [(one.field, one.code, dict(one.details)) for one in outcome.problems if one.code in codes]


LIFE = ("died-before-born", "died-before-born-unclear", "very-old", "age-over-120")


@pytest.mark.parametrize(
    ("born", "died", "problems"),
    [
        ("18/11/2026", "18/11/2026", []),
        ("11/2026", "18/11/2026", [("died_on", "died-before-born-unclear", {"born": "11/2026"})]),
        ("19/11/2026", "18/11/2026", [("died_on", "died-before-born", {"born": "19/11/2026"})]),
        ("18/11/2026", "11/2026", [("died_on", "died-before-born-unclear", {"born": "18/11/2026"})]),
        ("1/11/2026", "11/2026", []),
        ("18/11/1916", "18/11/2026", []),
        ("18/11/1915", "18/11/2026", [("born", "very-old", {"age": "111"})]),
        ("18/11/1906", "18/11/2026", [("born", "very-old", {"age": "120"})]),
    ],
)
def test_a_death_lies_after_the_birth_and_a_great_age_is_looked_at(born: str, died: str, problems: Said) -> None:
    assert said("death", {"born": born, "died_on": died}, *LIFE) == problems


def test_nobody_is_older_than_120_on_the_day_that_counts() -> None:
    for event, field, role, born in (
        ("marriage", "husband_born", "husband", "19/11/1905"),
        ("marriage", "wife_born", "wife", "19/11/1905"),
    ):
        assert said(event, {field: born}, "age-over-120") == [(field, "age-over-120", {"person": role, "age": "121"})]
        assert said(event, {field: born.replace("1905", "1906")}, "age-over-120") == []


BRIEFLY = ("brief-life-born-empty", "brief-life-longer", "brief-life-unsaid")


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"case": BRIEF, "born": ""}, [("born", "brief-life-born-empty", {})]),
        ({"case": BRIEF, "born": "31/2/2026"}, []),
        ({"case": "", "born": ""}, []),
        ({"case": BRIEF, "born": "17/11/2026"}, []),
        ({"case": BRIEF, "born": "18/11/2026"}, []),
        ({"case": BRIEF, "born": "16/11/2026"}, [("died_on", "brief-life-longer", {"born": "16/11/2026"})]),
        ({"case": BRIEF, "born": "16/11/2026", "died_on": "31/2"}, []),
        ({"case": "", "born": "18/11/2026"}, [("case", "brief-life-unsaid", {"case": BRIEF})]),
        ({"case": "", "born": "11/2026", "died_on": "11/2026"}, []),
        ({"case": "", "born": "17/11/2026"}, []),
    ],
)
def test_a_child_of_under_a_day_is_said_to_be_one(changes: dict[str, str], problems: Said) -> None:
    assert said("death", changes, *BRIEFLY) == problems


@pytest.mark.parametrize(
    ("born", "problems"),
    [
        ("1/1/20", [("born", "year-two-readings", {"first": "01/01/2020", "second": "01/01/1920"})]),
        ("1/1/16", [("born", "year-two-readings", {"first": "01/01/2016", "second": "01/01/1916"})]),
        ("1/1/15", []),
        ("1/1/2020", []),
        ("", []),
    ],
)
def test_a_year_of_two_digits_is_told_with_both_readings(born: str, problems: Said) -> None:
    assert said("death", {"born": born}, "year-two-readings") == problems


@pytest.mark.parametrize(
    ("field", "born", "problems"),
    [
        ("husband_born", "20/11/2006", []),
        ("husband_born", "21/11/2006", [("husband_born", "groom-under-age", {"age": "20"})]),
        ("husband_born", "2006", [("husband_born", "groom-age-unclear", {"age": "20"})]),
        ("husband_born", "", [("husband_born", "groom-age-unclear", {"age": "20"})]),
        ("husband_born", "31/2/2006", []),
        ("wife_born", "20/11/2008", []),
        ("wife_born", "21/11/2008", [("wife_born", "bride-under-age", {"age": "18"})]),
        ("wife_born", "11/2008", [("wife_born", "bride-age-unclear", {"age": "18"})]),
    ],
)
def test_a_man_marries_from_20_and_a_woman_from_18_and_the_clerk_is_told_so(
    field: str, born: str, problems: Said
) -> None:
    codes = [f"{who}-{what}" for who in ("groom", "bride") for what in ("under-age", "age-unclear")]
    assert said("marriage", {field: born}, *codes) == problems


def test_two_cards_of_one_sex_are_looked_at() -> None:
    numbers = {"husband_citizen_id": "052099000001", "wife_citizen_id": "052200000002"}
    assert said("marriage", numbers, "same-sex-spouses") == [("wife_citizen_id", "same-sex-spouses", {"sex": "male"})]


def test_a_rule_holds_from_its_first_to_its_last_day_and_no_two_of_a_name_at_once() -> None:
    day = date(2026, 11, 20)
    one = Rule("a", 1, day, day, "x")
    assert one.holds(day)
    with pytest.raises(ValueError, match=r"^a rule ends after it begins$"):
        Rule("a", 1, day, date(2026, 11, 19), "x")
    later, other = Rule("a", 2, date(2026, 11, 21), None, "x"), Rule("b", 1, day, None, "x")
    assert Rules((one, other, later), "26461").value("a", day) == 1
    with pytest.raises(ValueError, match=r".+"):
        Rules((one, Rule("a", 2, day, None, "x")), "26461")


DAY = date(2026, 11, 20)
USUAL: dict[str, Any] = {"registered_on": DAY, "unit": "26461", "number": "7/2026", "book": "1/2026"}


def person(name: str = "Lê Văn Ví", born: str = "") -> Person:
    return Person(PersonName(name), PartialDate.parse(born) if born else None)


def death(born: str = "1950", died: str = "18/11/2026", **more: Any) -> Death:
    return Death(**USUAL, deceased=person(born=born), died_on=PartialDate.parse(died), **more)


def birth(born: str, **more: Any) -> Birth:
    return Birth(**USUAL, child=person("Lê Gia Hân", born), mother=person("Trần Thị Thử", "1996"), **more)


@pytest.mark.parametrize(
    ("registration", "reasons"),
    [
        (death("18/11/2008"), ()),
        (death("19/11/2008"), ("deceased-child",)),
        (death("2008"), ("deceased-child",)),
        (death("18/11/2008", cases=frozenset({BRIEF})), ("deceased-child",)),
        (death("18/11/1906"), ()),
        (death("17/11/1905"), ("over-120",)),
        (death("1905", died="18/11/2026"), ()),
        (death("19/11/1905", died="18/11/2026"), ()),
        (death(died="20/11/2025"), ()),
        (death(died="19/11/2025"), ("died-over-a-year-ago",)),
        (birth("20/11/2020"), ("child-over-5",)),
        (birth("21/11/2020"), ()),
        (birth("20/11/2008"), ("grown-up",)),
        (birth("21/11/2008"), ("child-over-5",)),
        (birth("19/11/2026", father=person("Cụ Tổ", "1900")), ("father-over-120",)),
    ],
)
def test_a_letter_is_held_back_where_ages_say_so(registration: Birth | Death, reasons: tuple[str, ...]) -> None:
    told = letter_standing([registration], DAY).reasons
    assert tuple(one for one in told if one not in ("under-24-hours",)) == reasons


def test_reasons_in_words_are_found_beside_commas_and_dots() -> None:
    for cause in ("Tự tử.", "bệnh,tự tử", "Bệnh. Tự tử, ở nhà"):
        assert letter_standing([death(cause=cause)], DAY).reasons, cause
    guarded = birth("19/11/2026", declarant=Declarant(PersonName("Ông A"), "Người giám hộ, bác ruột"))
    assert letter_standing([guarded], DAY).reasons == ("guardian",)
    nameless = Death(**USUAL, deceased=person("Chưa rõ"), died_on=PartialDate.parse("18/11/2026"))
    assert "deceased-unnamed" in letter_standing([nameless], DAY).reasons
    unnamed = Birth(**USUAL, child=person("Chưa đặt tên", "19/11/2026"), mother=person("Trần Thị Thử"))
    assert "child-unnamed" in letter_standing([unnamed], DAY).reasons
    judged = death(notice=Notice("Biên bản thi hành án tử hình", "", "", None))
    assert letter_standing([judged], DAY).reasons == ("execution",)
    with pytest.raises(ValueError, match=r"^a letter covers at least one registration$"):
        letter_standing([], DAY)


def test_everybody_of_a_registration_stands_under_the_name_of_their_fields() -> None:
    pair = Marriage(**USUAL, husband=person("Lê Văn Ví"), wife=person("Trần Thị Thử"))
    assert [role for role, _ in roles_of(pair)] == ["husband", "wife"]
    both = birth("19/11/2026", father=person())
    assert [role for role, _ in roles_of(both)] == ["", "mother", "father"]
    assert [role for role, _ in roles_of(birth("19/11/2026"))] == ["", "mother"]
    assert [role for role, _ in roles_of(death())] == [""]
