"""People, the three events, the office and its signatories: values that check themselves once."""

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest

from common.dates import PartialDate
from common.names import PersonName
from desk_app.domain.checks import Numbered
from desk_app.domain.events import CASES, Birth, Death, Marriage, Registration
from desk_app.domain.office import Office, Signatory
from desk_app.domain.people import CitizenId, NotACitizenId, Person, name_has_symbols, name_lost_its_marks
from desk_app.domain.problems import Outcome, Problem

DAY = date(2026, 3, 5)
CHILD = Person(PersonName("Lê Gia Hân"), born=PartialDate(2026, 3, 1))
MOTHER = Person(PersonName("Trần Thị Thử"), sex="female")
FATHER = Person(PersonName("Lê Văn Ví"), sex="male")


@pytest.mark.parametrize(
    ("digits", "sex", "year"),
    [
        ("052099000001", "male", 1999),
        ("052199000001", "female", 1999),
        ("052226000001", "male", 2026),
        ("052326000001", "female", 2026),
        ("052401000001", "male", 2101),
        ("052999000001", "female", 2399),
    ],
)
def test_a_personal_number_tells_prefix_sex_and_year(digits, sex, year):
    number = CitizenId(digits)
    assert (number.prefix, number.sex, number.birth_year) == ("052", sex, year)


@pytest.mark.parametrize("text", ["052 099 000 001", "052.099.000.001", " 052099000001 ", "052\u00a0099000001"])
def test_spaces_and_dots_in_a_personal_number_do_not_matter(text):
    assert CitizenId.read(text).digits == "052099000001"


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("05209900000", "citizen-id-length", 11),
        ("0520990000012", "citizen-id-length", 13),
        ("05209900000O", "citizen-id-letters", 12),
        ("٠٥٢٠٩٩٠٠٠٠٠١", "citizen-id-letters", 12),
        ("", "citizen-id-letters", 0),
    ],
)
def test_text_that_is_no_personal_number_says_why(text, code, found):
    with pytest.raises(NotACitizenId, match=f"^{code}$") as caught:
        CitizenId.read(text)
    assert (caught.value.code, caught.value.found) == (code, found)


def test_a_parent_nobody_knows_has_no_number_but_a_place_on_the_form():
    nobody = Numbered.of("mother", "mother_citizen_id", None)
    assert nobody == Numbered(role="mother", field="mother_citizen_id", citizen_id=None)


@pytest.mark.parametrize("mark", ["\u0300", "\u0306", "\u036f"])
def test_a_mark_that_no_letter_has_built_in_is_no_symbol(mark):
    assert not name_has_symbols(f"H'ɔ{mark} Niê")


@pytest.mark.parametrize("sign", ["_", "[", "×", "²", "3", "@"])
def test_digits_and_signs_are_no_part_of_a_name(sign):
    assert name_has_symbols(f"Lê{sign} Hân")


@pytest.mark.parametrize(
    ("name", "lost"),
    [
        ("Le Hoa", True),
        ("Le Thi Hoa", True),
        ("Hoa", False),
        ("Y Moan", False),
        ("H'Hen Nie", False),
        ("Lê Hoa", False),
    ],
)
def test_a_name_of_several_words_without_any_mark_has_lost_them_unless_it_is_of_the_highlands(name, lost):
    assert name_lost_its_marks(name) == lost


def test_a_person_has_one_of_three_sexes():
    with pytest.raises(ValueError, match="sex"):
        Person(PersonName("An"), sex="nam")  # type: ignore[arg-type]


def test_a_birth_names_child_and_the_parents_that_are_known():
    birth = Birth(registered_on=DAY, unit="21964", child=CHILD, mother=MOTHER)
    assert (birth.event, birth.people(), birth.principals()) == ("birth", (CHILD, MOTHER), (CHILD.name,))
    assert replace(birth, father=FATHER).people() == (CHILD, MOTHER, FATHER)
    assert birth.happened_on == PartialDate(2026, 3, 1)


def test_a_birth_without_a_date_is_none():
    with pytest.raises(ValueError, match="date"):
        Birth(registered_on=DAY, unit="21964", child=MOTHER)


def test_a_marriage_happens_on_its_registration_day():
    marriage = Marriage(registered_on=DAY, unit="21964", husband=FATHER, wife=MOTHER)
    assert (marriage.event, str(marriage.happened_on)) == ("marriage", "2026-03-05")
    assert marriage.people() == (FATHER, MOTHER)
    assert marriage.principals() == (FATHER.name, MOTHER.name)


def test_a_death_is_about_one_person():
    death = Death(registered_on=DAY, unit="21964", deceased=FATHER, died_on=PartialDate(2026, 3))
    assert (death.event, death.people(), death.principals()) == ("death", (FATHER,), (FATHER.name,))
    assert death.happened_on == PartialDate(2026, 3)


def test_a_registration_has_a_type_of_the_ministry_and_cases_of_the_closed_list():
    with pytest.raises(ValueError, match="registration_type"):
        Registration(registered_on=DAY, unit="21964", registration_type=5)
    with pytest.raises(ValueError, match="case"):
        Registration(registered_on=DAY, unit="21964", cases=frozenset({"happy"}))
    assert len(Registration(registered_on=DAY, unit="21964", cases=frozenset(CASES)).cases) == 10


def test_values_stay_as_they_are():
    with pytest.raises(FrozenInstanceError):
        MOTHER.residence = "Huế"  # type: ignore[misc]


def test_an_office_needs_its_names():
    assert Office("21964", "xã Tuy Phước Bắc", "tỉnh Gia Lai", "Tuy Phước Bắc").community == "xóm làng"
    with pytest.raises(ValueError, match="office"):
        Office("21964", "", "tỉnh Gia Lai", "Tuy Phước Bắc")


def test_a_signatory_signs_from_the_first_day_to_the_last():
    signatory = Signatory("Trần Văn Mẫu", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), date(2025, 7, 1), date(2026, 6, 30))
    days = (date(2025, 6, 30), date(2025, 7, 1), date(2026, 6, 30), date(2026, 7, 1))
    assert [signatory.in_office(day) for day in days] == [False, True, True, False]
    assert replace(signatory, valid_to=None).in_office(date(2099, 1, 1))
    assert signatory.told == "Trần Văn Mẫu (KT. CHỦ TỊCH / PHÓ CHỦ TỊCH)"


@pytest.mark.parametrize(
    "parts",
    [("", ("CHỦ TỊCH",), DAY, None), ("Trần", (), DAY, None), ("Trần", ("CHỦ TỊCH",), DAY, date(2026, 3, 4))],
)
def test_a_signatory_has_a_name_an_authority_and_days_in_order(parts):
    with pytest.raises(ValueError, match="signatory"):
        Signatory(*parts)


def test_an_outcome_has_a_value_exactly_when_nothing_is_wrong():
    look = Problem("born", "very-old", "warning")
    wrong = Problem("born", "no-such-day", "error", {"text": "31/02/2026"})
    assert Outcome("x", (look,)).warnings == (look,)
    assert Outcome(None, (look, wrong)).errors == (wrong,)
    with pytest.raises(ValueError, match="outcome"):
        Outcome("x", (wrong,))
    with pytest.raises(ValueError, match="outcome"):
        Outcome(None, (look,))
