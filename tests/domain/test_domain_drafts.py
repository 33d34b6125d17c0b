"""Drafts: field names, what comes in as JSON, and registrations turned back into drafts."""

from datetime import date

import pytest
from any_drafts import ANY
from hypothesis import HealthCheck, given, settings

from common.words.labels import FIELD_LABELS
from desk_app.domain.drafts import (
    DRAFTS,
    BirthDraft,
    NotText,
    UnknownEvent,
    UnknownFields,
    draft_from,
    draft_values,
    event_of,
    field_names,
)
from desk_app.domain.reading import draft_of, read_birth, read_death, read_draft, read_marriage
from desk_app.domain.rules import Rules

TODAY = date(2026, 11, 20)
RULES = Rules.standard("21964")
SEVEN = ("name", "born", "residence", "citizen_id", "id_paper", "ethnic_group", "nationality")
ALL = (
    "declarant_name declarant_relation declarant_residence declarant_citizen_id registered_on number book unit "
    "registration_type hamlet"
)
BIRTH = (
    "child_name child_citizen_id born born_in_words sex birth_place home_town ethnic_group nationality twin_group case"
)
DEATH = (
    "deceased_name born sex citizen_id id_paper ethnic_group nationality last_residence died_on died_at died_place "
    "cause notice_kind notice_number notice_issuer notice_date mother_name father_name case"
)


def of(role: str) -> list[str]:
    return [f"{role}_{part}" for part in SEVEN]


@pytest.mark.parametrize(
    ("event", "names"),
    [
        ("birth", [*BIRTH.split(), *of("mother"), *of("father"), *ALL.split()]),
        ("marriage", [*of("husband"), *of("wife"), "case", *ALL.split()]),
        ("death", [*DEATH.split(), *ALL.split()]),
    ],
)
def test_a_form_has_exactly_the_fields_of_the_command_line_in_their_order(event, names):
    assert list(field_names(event)) == names


@pytest.mark.parametrize("event", DRAFTS)
def test_every_field_of_a_draft_has_a_label(event):
    assert set(field_names(event)) <= set(FIELD_LABELS)


@pytest.mark.parametrize("event", DRAFTS)
def test_a_draft_and_its_values_are_inverses(event):
    values = {name: f" {name} " for name in field_names(event)}
    draft = draft_from(event, {**values, "reasons": {"late": "mưa lũ"}})
    assert draft_values(draft) == {**values, "reasons": {"late": "mưa lũ"}}
    assert draft_from(event, draft_values(draft)) == draft
    assert event_of(draft) == event


def test_an_empty_draft_has_empty_text_everywhere():
    assert draft_values(BirthDraft()) == {**dict.fromkeys(field_names("birth"), ""), "reasons": {}}


def test_null_is_an_empty_field_and_cases_may_be_a_list():
    draft = draft_from("birth", {"child_name": None, "case": ["mobile", "abandoned"], "reasons": None})
    assert draft == BirthDraft(case="mobile abandoned")


def test_fields_of_another_form_are_named():
    with pytest.raises(UnknownFields) as caught:
        draft_from("birth", {"husband_name": "Lê", "zzz": "", "born": "1998"})
    assert caught.value.names == ("husband_name", "zzz")


def test_a_kind_of_event_outside_the_three_is_refused():
    with pytest.raises(UnknownEvent, match="divorce"):
        draft_from("divorce", {})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("born", 1998),
        ("child_name", ["Lê", "Hân"]),
        ("case", [1]),
        ("case", {"mobile": "1"}),
        ("reasons", "vì mưa"),
        ("reasons", {"late": 1}),
    ],
)
def test_a_value_that_is_not_text_is_named(name, value):
    with pytest.raises(NotText) as caught:
        draft_from("birth", {name: value})
    assert caught.value.name == name


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ANY)
def test_a_registration_turned_into_a_draft_reads_back_as_itself(draft):
    registration = read_draft(draft, RULES, TODAY).value
    assert registration is not None
    again = read_draft(draft_of(registration), RULES, TODAY)
    assert again.value == registration


def test_a_birth_without_parents_and_declarant_reads_back_as_itself():
    birth = read_draft(BirthDraft(child_name="Thảo", born="2026", registered_on="20/11/2026"), RULES, TODAY).value
    assert birth.mother is birth.father is birth.declarant is None
    assert read_draft(draft_of(birth), RULES, TODAY).value == birth


def test_what_the_program_filled_in_follows_a_change_of_the_date():
    birth = read_birth(BirthDraft(child_name="Thảo", born="5/11/26", registered_on="20/11/2026"), RULES, TODAY).value
    draft = draft_of(birth)
    assert (draft.born_in_words, draft.registration_type) == ("", "")
    moved = read_draft(draft_from("birth", {**draft_values(draft), "born": "5/8/26"}), RULES, TODAY).value
    assert moved.born_in_words == "ngày mồng năm tháng tám năm hai nghìn không trăm hai mươi sáu"
    assert (moved.late, moved.registration_type) == (True, 4)


def test_a_birthday_with_two_digits_for_the_year_is_in_the_past():
    draft = draft_from(
        "death", {"deceased_name": "Đặng Văn Ví", "born": "1/1/40", "died_on": "5/3/26", "registered_on": "6/3/26"}
    )
    death = read_death(draft, RULES, TODAY).value
    assert (str(death.deceased.born), str(death.died_on)) == ("1940-01-01", "2026-03-05")


def test_an_event_with_two_digits_for_a_year_to_come_is_told_and_not_moved_back_a_century():
    draft = draft_from("birth", {"child_name": "Thảo", "born": "5/3/26", "registered_on": "6/3/27"})
    assert [problem.code for problem in read_birth(draft, RULES, TODAY).errors] == ["registered-in-future"]


def test_husband_and_wife_have_their_sex_from_their_place_in_the_form():
    draft = draft_from("marriage", {"husband_name": "Lê Ví", "wife_name": "Trần Thử", "registered_on": "6/3/26"})
    marriage = read_marriage(draft, RULES, TODAY).value
    assert (marriage.husband.sex, marriage.wife.sex) == ("male", "female")
