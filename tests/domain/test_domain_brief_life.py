"""A child that lived under 24 hours: one act tells the other, and both are known to be of one child."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from common.dates import PartialDate
from common.names import PersonName
from desk_app.domain.brief_life import days_of_other, one_child, other_draft, outlived
from desk_app.domain.drafts import BirthDraft, DeathDraft, MarriageDraft
from desk_app.domain.events import BRIEF, Birth, Death
from desk_app.domain.people import Person

BIRTH = BirthDraft(
    child_name="Lê Gia Hân",
    child_citizen_id="001126000001",
    born="19/11/2026",
    sex="nữ",
    ethnic_group="Kinh",
    nationality="Việt Nam",
    case=f"opted_out {BRIEF} late_words mobile",
    mother_name="Trần Thị Thử",
    mother_residence="Thôn Bến Trà",
    father_name="Lê Văn Ví",
    father_residence="Thôn Hạ",
    declarant_name="Lê Văn Ví",
    declarant_relation="Cha",
    registered_on="20/11/2026",
    unit="26461",
    hamlet="thôn Bến Trà",
    number="7",
    book="1",
    reasons={"late": "x"},
    registration_type="1",
)


def test_a_birth_tells_the_death_what_both_acts_say_and_keeps_its_own_number() -> None:
    assert other_draft(BIRTH) == DeathDraft(
        deceased_name="Lê Gia Hân",
        citizen_id="001126000001",
        born="19/11/2026",
        sex="nữ",
        ethnic_group="Kinh",
        nationality="Việt Nam",
        case=f"{BRIEF} mobile opted_out",
        mother_name="Trần Thị Thử",
        father_name="Lê Văn Ví",
        last_residence="Thôn Bến Trà",
        declarant_name="Lê Văn Ví",
        declarant_relation="Cha",
        registered_on="20/11/2026",
        unit="26461",
        hamlet="thôn Bến Trà",
    )
    fathers = other_draft(replace(BIRTH, mother_residence=""))
    assert isinstance(fathers, DeathDraft)
    assert fathers.last_residence == "Thôn Hạ"


def test_a_death_tells_the_birth_and_no_other_case_tells_anything() -> None:
    death = other_draft(BIRTH)
    assert isinstance(death, DeathDraft)
    back = other_draft(death)
    assert isinstance(back, BirthDraft)
    assert (back.child_name, back.child_citizen_id) == ("Lê Gia Hân", "001126000001")
    assert (back.mother_residence, back.father_residence, back.number) == ("Thôn Bến Trà", "", "")
    assert other_draft(replace(BIRTH, case="mobile")) is None
    assert other_draft(replace(BIRTH, case=f"not_{BRIEF}")) is None
    assert other_draft(replace(MarriageDraft(), case=BRIEF)) is None


DAY = date(2026, 11, 19)
USUAL = {"registered_on": date(2026, 11, 20), "unit": "26461", "number": "7/2026", "book": "1/2026"}


def child(name: str = "Lê Gia Hân", born: str = "19/11/2026", number: str = "") -> Person:
    return Person(PersonName(name), PartialDate.parse(born) if born else None, citizen_id=number)


def birth(person: Person, cases: frozenset[str] = frozenset({BRIEF})) -> Birth:
    return Birth(**USUAL, child=person, cases=cases)  # type: ignore[arg-type]


def death(person: Person, died: str = "19/11/2026", cases: frozenset[str] = frozenset({BRIEF})) -> Death:
    return Death(**USUAL, deceased=person, died_on=PartialDate.parse(died), cases=cases)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("born", "died", "one"),
    [
        (birth(child()), death(child()), True),
        (birth(child()), death(child(name="LE GIA HAN", born="")), True),
        (birth(child()), death(child(), "20/11/2026"), True),
        (birth(child()), death(child(), "21/11/2026"), False),
        (birth(child(born="11/2026")), death(child(born="11/2026"), "1/12/2026"), True),
        (birth(child()), death(child(born="18/11/2026")), False),
        (birth(child()), death(child(name="Lê Gia Bảo")), False),
        (birth(child(number="001")), death(child(name="Lê Gia Bảo", number="001")), True),
        (birth(child(number="001")), death(child(number="002")), False),
        (birth(child(number="001")), death(child()), True),
        (birth(child(), frozenset()), death(child()), False),
        (birth(child()), death(child(), cases=frozenset()), False),
    ],
)
def test_both_acts_are_of_one_child_when_name_or_number_and_days_agree(born: Birth, died: Death, one: bool) -> None:
    assert one_child(born, died) is one
    assert one_child(died, born) is one
    assert not one_child(born, born)
    assert not one_child(died, died)


def test_longer_than_a_day_is_only_what_is_sure() -> None:
    day = PartialDate.of(DAY)
    told = {
        "18/11/2026": False,
        "20/11/2026": False,
        "21/11/2026": True,
        "11/2026": False,
        "12/2026": True,
        "2027": True,
    }
    assert {text: outlived(day, PartialDate.parse(text)) for text in told} == told


def test_the_other_act_is_looked_for_on_this_day_and_the_one_beside_it() -> None:
    assert days_of_other(birth(child(born="31/12/2026"))) == {
        *("2026", "2026-12", "2026-12-31"),
        *("2027", "2027-01", "2027-01-01"),
    }
    assert days_of_other(death(child(), "01/03/2028")) == {"2028", "2028-03", "2028-03-01", "2028-02", "2028-02-29"}
    assert days_of_other(birth(child(born="11/2026"))) == {"2026-11"}
