"""Forms of address by age and sex; always only a proposal that the clerk may change (LOOK 3.5)."""

from collections.abc import Sequence
from datetime import date

from desk_app.domain.ages import age_on
from desk_app.domain.people import Person

VERY_OLD, ELDER, GROWN = 70, 50, 18

_BY_SEX = {
    "elder": {"male": "ông", "female": "bà", "unknown": "ông/bà"},
    "grown": {"male": "anh", "female": "chị", "unknown": "anh/chị"},
}


def form_of_address(person: Person, on: date) -> str:
    """cụ from 70, ông or bà from 50, anh or chị from 18, else cháu; ông or bà where the age is unknown.

    A partial birth date counts from its last possible day. Where nobody knows the sex both words stand: "ông/bà".
    """
    age = age_on(person.born, on)
    if age is not None and age >= VERY_OLD:
        return "cụ"
    if age is not None and age < GROWN:
        return "cháu"
    return _BY_SEX["elder" if age is None or age >= ELDER else "grown"][_sex(person)]


def parent_address(person: Person, on: date) -> str:
    """How a letter speaks to a parent: never "cháu", and "anh" or "chị" when the age is unknown."""
    if age_on(person.born, on) is None or form_of_address(person, on) == "cháu":
        return _BY_SEX["grown"][_sex(person)]
    return form_of_address(person, on)


def pair_of(named: Sequence[str]) -> str:
    """Both parents in one word pair ("anh chị", "ông bà", "hai cụ") out of the words for each; one alone, or "gia đình"
    without any."""
    if len(named) < 2:
        return named[0] if named else "gia đình"
    if set(named) == {"cụ"}:
        return "hai cụ"
    grown = set(_BY_SEX["grown"].values())
    return "anh chị" if set(named) <= grown else "ông bà"


def _sex(person: Person) -> str:
    if person.sex == "unknown" and person.citizen_id is not None:
        return person.citizen_id.sex
    return person.sex
