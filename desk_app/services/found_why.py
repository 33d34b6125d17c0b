"""Why a registration is in a list of hits, in words, where its line does not show it by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from common.dates import PartialDate
from common.names import PersonName, fold
from common.units import UnitTable
from common.words import found as words
from desk_app.db.index_words import FEWEST_DIGITS, ways_to_write
from desk_app.domain import slips
from desk_app.domain.events import AnyRegistration, Birth, Death, Marriage
from desk_app.domain.people import Person
from desk_app.domain.sought import Sought

_GUESSED = {"near": words.NEAR, "keys": words.KEYS, "alike": words.ALIKE}
_OTHER_FIGURES = ("figures", "place", "citizen-id", "last-digits")


@dataclass(frozen=True, slots=True)
class Reason:
    """`why` in words, "" where the line shows it; `wanted`: the words to mark in it."""

    why: str
    wanted: str


def reason(registration: AnyRegistration, sought: Sought, way: str, units: UnitTable) -> Reason:
    """Why this registration was found."""
    wanted = _wanted(registration, sought, way)
    told = [_GUESSED.get(way, ""), _other_person(registration, wanted.split())]
    told += [_figure(registration, sought)] if way in _OTHER_FIGURES and sought.figures else []
    told += [_place(registration, sought, units)] if way == "place" else []
    told += [words.OTHER_MARKS] if way in ("phrase", "words") and _other_marks(registration, sought) else []
    return Reason(words.joined(each for each in told if each), wanted)


def _wanted(registration: AnyRegistration, sought: Sought, way: str) -> str:
    """The words as they stand in the names, where others were typed."""
    if way == "keys":
        return " ".join(slips.unkeyed(word) for word in fold(sought.typed).split())
    if way == "alike":
        return " ".join(each for word in sought.words for each in (word, slips.spelled_alike(word)) if each)
    if way != "near":
        return sought.typed
    borne = {word for _, name in _people(registration) for word in name.folded.split()}
    meant = {other for word in sought.words for other in (slips.unkeyed(word), *slips.near(word))}
    return " ".join(sorted(word for word in borne if word in meant or any(word in each for each in sought.words)))


def _people(registration: AnyRegistration) -> Iterator[tuple[str, PersonName]]:
    """Everybody by the role a line says, those it is about under ""."""
    yield from (("", name) for name in registration.principals())
    if isinstance(registration, Birth):
        both = ((words.MOTHER, registration.mother), (words.FATHER, registration.father))
        yield from ((role, parent.name) for role, parent in both if parent)
    if isinstance(registration, Death):
        named = ((words.MOTHER, registration.mother_name), (words.FATHER, registration.father_name))
        yield from ((role, name) for role, name in named if name)
    declarant = registration.declarant
    if declarant and declarant.name:
        yield words.DECLARANT, declarant.name


def _other_person(registration: AnyRegistration, wanted: list[str]) -> str:
    """Whoever bears most of the words, when the line does not name that person."""
    words_wanted = [fold(word) for word in wanted if fold(word)]
    ranked = [(_borne(name, words_wanted), role, name.text) for role, name in _people(registration)]
    most, role, name = max(ranked, key=lambda each: each[0])
    # A birth's line names the parents, a death's line who came to the desk.
    shown = not role or isinstance(registration, Death) == (role == words.DECLARANT)
    return "" if shown or not most else words.role(role, name)


def _borne(name: PersonName, wanted: list[str]) -> int:
    return sum(f" {word}" in f" {name.folded}" for word in wanted)


def _other_marks(registration: AnyRegistration, sought: Sought) -> bool:
    """Marks were typed, and nobody bears the words with these."""
    typed = sought.typed.lower()
    if not any(letter != bare for letter, bare in zip(typed, fold(typed), strict=False) if letter.isalpha()):
        return False
    forms = [form.split() for form in ways_to_write(typed)]
    every = " ".join(f" {name.text.lower()}" for _, name in _people(registration)).replace("-", " ")
    return not any(all(f" {word}" in every for word in form) for form in forms)


def _figure(registration: AnyRegistration, sought: Sought) -> str:
    """The personal number or the day that fits."""
    told = (_digits(registration, one.digits) or _day(registration, one.days) for one in sought.figures)
    return next(filter(None, told), "")


def _digits(registration: AnyRegistration, digits: str) -> str:
    for role, person in _bodies(registration):
        known = person.citizen_id.digits if person.citizen_id else ""
        if len(digits) >= FEWEST_DIGITS and known.startswith(digits):
            return words.number_of(role)
        if len(digits) >= FEWEST_DIGITS - 1 and known.endswith(digits):
            return words.number_ends(role)
    return ""


def _bodies(registration: AnyRegistration) -> Iterator[tuple[str, Person]]:
    if isinstance(registration, Birth):
        both = ((words.MOTHER, registration.mother), (words.FATHER, registration.father))
        yield words.CHILD, registration.child
        yield from ((role, parent) for role, parent in both if parent)
    elif isinstance(registration, Marriage):
        yield from ((words.HUSBAND, registration.husband), (words.WIFE, registration.wife))
    else:
        yield words.DECEASED, registration.deceased


def _day(registration: AnyRegistration, days: Iterable[str]) -> str:
    days = tuple(days)
    for role, person in _bodies(registration):
        if person.born and _fits(person.born, days):
            return words.born(role, person.born.slashed())
    if _fits(registration.happened_on, days) and isinstance(registration, Death):
        return words.died(registration.happened_on.slashed())
    on = PartialDate.of(registration.registered_on)
    return words.registered(on.slashed()) if _fits(on, days) else ""


def _fits(day: PartialDate, days: tuple[str, ...]) -> bool:
    return any(day.iso().replace("-", "").startswith(each) for each in days)


def _place(registration: AnyRegistration, sought: Sought, units: UnitTable) -> str:
    """The place with most of the typed words in it; else the commune in whose book it stands."""
    wanted = sought.words
    ranked = [(_told(place, wanted), place) for place in dict.fromkeys(_places(registration))]
    most, place = max(ranked, default=(0, ""), key=lambda each: each[0])
    if most:
        return words.place(", ".join(part.strip() for part in place.split(",") if _told(part, wanted)))
    unit = units.unit(registration.unit, registration.registered_on)
    return words.kept_at(unit.full_name) if unit else ""


def _told(place: str, wanted: tuple[str, ...]) -> int:
    return sum(f" {word}" in f" {fold(place)}" for word in wanted)


def _places(registration: AnyRegistration) -> Iterator[str]:
    yield registration.hamlet
    yield from (person.residence for _, person in _bodies(registration))
    if isinstance(registration, Birth):
        yield from (registration.birth_place, registration.home_town)
    if isinstance(registration, Death):
        yield from (registration.last_residence, registration.died_place)
    yield registration.declarant.residence if registration.declarant else ""
