"""Whether a letter may go out by itself, must be asked about, or must never go (LOOK 3.5 "Held back", DOMAIN 4.5)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from common.names import fold
from desk_app.domain.ages import age_range, years_before
from desk_app.domain.events import AGAIN, BRIEF, FROM_ABROAD, AnyRegistration, Birth, Death, Marriage
from desk_app.domain.people import Declarant, Person, unnamed

Verdict = Literal["free", "ask", "never"]

OLDEST_WELCOMED_CHILD = 5
GROWN = 18
OLDEST = 120

_NEVER = frozenset({"opted-out", "grown-up", "under-24-hours"})
"""The family's own word; a welcome written for a small child, which nobody may hand to a grown person, nor to parents
whose child lived a few hours."""
FIELD_OF = {
    "opted-out": "case:opted_out",
    "under-24-hours": "case:under_24_hours",
    "abandoned": "case:abandoned",
    "court-declared": "case:court_declared",
    "child-unnamed": "child_name",
    "parents-unknown": "mother_name",
    "guardian": "declarant_relation",
    "declarant-officer": "declarant_relation",
    "child-over-5": "born",
    "grown-up": "born",
    "deceased-child": "born",
    "re-registration": "registration_type",
    "noted-from-abroad": "registration_type",
    "suicide": "cause",
    "execution": "cause",
    "cause-examined": "cause",
    "died-over-a-year-ago": "died_on",
    "deceased-unnamed": "deceased_name",
    "over-120": "born",
    "mother-over-120": "mother_born",
    "father-over-120": "father_born",
    "husband-over-120": "husband_born",
    "wife-over-120": "wife_born",
}
"""Where in a record a reason stands, as the form names its fields; reasons that other records give have no place in
this one."""
_BY_CASE = {
    "opted_out": "opted-out",
    "abandoned": "abandoned",
    "court_declared": "court-declared",
}
_BY_TYPE = {AGAIN: "re-registration", FROM_ABROAD: "noted-from-abroad"}
_BY_CAUSE = {
    "suicide": ("tu tu", "tu sat", "tu van", "treo co", "that co"),
    "execution": ("tu hinh", "thi hanh an"),
    "cause-examined": (
        "chua xac dinh",
        "chua ro",
        "khong ro",
        "dang dieu tra",
        "dang xac minh",
        "cho ket luan",
        "giam dinh",
        "an mang",
        "bi giet",
        "bi sat hai",
    ),
}
_BY_RELATION = {
    "guardian": ("giam ho", "nuoi duong", "co so bao tro"),
    "declarant-officer": ("can bo", "cong chuc", "ho tich"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """The verdict on one letter with the codes of its reasons, each once; without a reason it is free."""

    verdict: Verdict
    reasons: tuple[str, ...] = ()


def letter_standing(registrations: Sequence[AnyRegistration], today: date, found: Collection[str] = ()) -> Standing:
    """The standing of one letter that covers these registrations (twins: both), if it went out today.

    `found` adds reasons only the register can know: "child-died", "twin-died", "sibling-died", "parent-died",
    "spouse-died", "family-in-mourning". ValueError for none.
    """
    if not registrations:
        raise ValueError("a letter covers at least one registration")
    each = [reason for registration in registrations for reason in _reasons(registration, today)]
    reasons = tuple(dict.fromkeys([*each, *sorted(found)]))
    if _NEVER & set(reasons):
        return Standing("never", reasons)
    return Standing("ask" if reasons else "free", reasons)


def _reasons(registration: AnyRegistration, today: date) -> Iterator[str]:
    yield from (reason for case, reason in _BY_CASE.items() if case in registration.cases)
    if registration.registration_type in _BY_TYPE:
        yield _BY_TYPE[registration.registration_type]
    if registration.declarant is not None:
        yield from _named_in(registration.declarant.relation, _BY_RELATION)
    yield from _over_age(registration)
    if isinstance(registration, Birth):
        yield from _birth_reasons(registration)
    elif isinstance(registration, Death):
        yield from _death_reasons(registration, today)


def _over_age(registration: AnyRegistration) -> Iterator[str]:
    """Nobody has lived longer than OLDEST years: a year of birth is wrong, and the letter would say so for ever."""
    on = registration.died_on.earliest() if isinstance(registration, Death) else registration.registered_on
    for role, person in roles_of(registration):
        if person.born is not None and age_range(person.born, on)[0] > OLDEST:
            yield f"{role}-over-120" if role else "over-120"


def roles_of(registration: AnyRegistration) -> tuple[tuple[str, Person], ...]:
    """Everybody of a registration with the prefix of their fields ("" for whom it is about)."""
    if isinstance(registration, Marriage):
        return (("husband", registration.husband), ("wife", registration.wife))
    if isinstance(registration, Death):
        return (("", registration.deceased),)
    parents = (("mother", registration.mother), ("father", registration.father))
    return (("", registration.child), *((role, parent) for role, parent in parents if parent is not None))


def _birth_reasons(birth: Birth) -> Iterator[str]:
    if BRIEF in birth.cases:
        yield "under-24-hours"
    if unnamed(birth.child.name.text):
        yield "child-unnamed"
    if birth.mother is None and birth.father is None:
        yield "parents-unknown"
    youngest, oldest = age_range(birth.happened_on, birth.registered_on)
    if youngest >= GROWN:
        yield "grown-up"
    elif oldest > OLDEST_WELCOMED_CHILD:
        yield "child-over-5"


def _death_reasons(death: Death, today: date) -> Iterator[str]:
    if unnamed(death.deceased.name.text):
        yield "deceased-unnamed"
    yield from _named_in(death.cause, _BY_CAUSE)
    if death.notice is not None and _names(f"{death.notice.kind} {death.notice.issuer}", _BY_CAUSE["execution"]):
        yield "execution"
    if death.died_on.earliest() < years_before(today, 1):
        yield "died-over-a-year-ago"
    born = death.deceased.born
    if BRIEF in death.cases or (born is not None and age_range(born, death.died_on.earliest())[0] < GROWN):
        yield "deceased-child"


def field_of(reasons: Iterable[str]) -> str:
    """The field of the record where the first of these reasons stands that stands in one; "" for none."""
    return next((FIELD_OF[reason] for reason in reasons if reason in FIELD_OF), "")


def is_guardian(declarant: Declarant | None) -> bool:
    """Whether somebody else than the parents raises the child, as far as the relation says."""
    return declarant is not None and _names(declarant.relation, _BY_RELATION["guardian"])


def _named_in(text: str, words: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    yield from (reason for reason, phrases in words.items() if _names(text, phrases))


def _names(text: str, phrases: tuple[str, ...]) -> bool:
    sentence = f" {' '.join(fold(text).replace(',', ' ').replace('.', ' ').split())} "
    return any(f" {phrase} " in sentence for phrase in phrases)
