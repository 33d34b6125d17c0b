"""A child that lived under 24 hours: neither act is written unless the parents ask, then both are (BLDS Điều 30)."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta

from common.dates import PartialDate
from desk_app.domain.drafts import BirthDraft, CommonDraft, DeathDraft, Draft
from desk_app.domain.events import BRIEF, AnyRegistration, Birth, Death
from desk_app.domain.likeness import agree
from desk_app.domain.people import Person

ONE_DAY = timedelta(days=1)
_CARRIED = (BRIEF, "foreign_element", "mobile", "opted_out")
_OWN = frozenset({"number", "book", "reasons", "registration_type"})
_COMMON = tuple(field.name for field in fields(CommonDraft) if field.name not in _OWN)
_SAME = ("born", "sex", "ethnic_group", "nationality", "mother_name", "father_name")
_NAMED = (("child_name", "deceased_name"), ("child_citizen_id", "citizen_id"))


def other_draft(draft: Draft) -> Draft | None:
    """The other act of such a child as far as this one tells it; None for any other registration."""
    if BRIEF not in draft.case.split() or not isinstance(draft, BirthDraft | DeathDraft):
        return None
    texts = {name: getattr(draft, name) for name in (*_COMMON, *_SAME)}
    texts["case"] = " ".join(word for word in _CARRIED if word in draft.case.split())
    if isinstance(draft, BirthDraft):
        texts.update({death: getattr(draft, birth) for birth, death in _NAMED})
        home = draft.mother_residence or draft.father_residence
        return replace(DeathDraft(), **texts, last_residence=home)
    texts.update({birth: getattr(draft, death) for birth, death in _NAMED})
    return replace(BirthDraft(), **texts, mother_residence=draft.last_residence)


def one_child(one: AnyRegistration, other: AnyRegistration) -> bool:
    """Whether these are the birth and the death of one such child: its name without marks, or its number, and its
    days agree."""
    birth, death = (one, other) if isinstance(one, Birth) else (other, one)
    if not (isinstance(birth, Birth) and isinstance(death, Death)) or BRIEF not in birth.cases & death.cases:
        return False
    born = death.deceased.born
    days = (born is None or agree(birth.happened_on, born)) and not outlived(birth.happened_on, death.died_on)
    return days and _one_person(birth.child, death.deceased)


def outlived(born: PartialDate, died: PartialDate) -> bool:
    """Whether somebody surely lived longer than a day: hours are not known of births."""
    return died.earliest() > born.latest() + ONE_DAY


def days_of_other(registration: AnyRegistration) -> frozenset[str]:
    """On which days, as they may stand in the register, the other act may have happened."""
    day = registration.happened_on.exact()
    if day is None:
        return frozenset({registration.happened_on.iso()})
    near: tuple[date, ...] = (day, day + ONE_DAY if isinstance(registration, Birth) else day - ONE_DAY)
    return frozenset(one.isoformat()[:length] for one in near for length in (4, 7, 10))


def _one_person(one: Person, other: Person) -> bool:
    if one.citizen_id and other.citizen_id:
        return one.citizen_id == other.citizen_id
    return one.name.folded == other.name.folded
