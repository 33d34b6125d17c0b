"""How lists speak of registrations: whom a letter goes to, the line under the name, the tag of the kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from common.words import today as words
from common.words.labels import EVENT_WORDS, LETTER_WORDS
from desk_app.db.registrations import Kept
from desk_app.domain.address import form_of_address
from desk_app.domain.courtesy_drafts import CourtesyDraft
from desk_app.domain.drafts import Draft
from desk_app.domain.events import AnyRegistration, Birth, Death, Marriage

TONES = {"birth": "sen", "marriage": "son", "death": "xam", "thanks": "cham", "apology": "hoe"}
"""The colour of each kind's tag; the word beside it says the same."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A kind as a word and the tone of its tag."""

    words: str
    tone: str


def tag_of(event: str) -> Tagged:
    """The tag of an event, or of thanks and apology the letter's."""
    return Tagged(EVENT_WORDS.get(event) or LETTER_WORDS[event], TONES[event])


def who(rows: Sequence[Kept]) -> str:
    """Whom a letter over these registrations is about; a condolence goes to the family."""
    first = rows[0].registration
    if isinstance(first, Death):
        return words.family_of(form_of_address(first.deceased, first.died_on.earliest()), first.deceased.name.text)
    if isinstance(first, Marriage):
        return names_of(first)
    return " và ".join(name.text for row in rows for name in row.registration.principals())


def names_of(registration: AnyRegistration) -> str:
    """The names a registration is about."""
    return ", ".join(name.text for name in registration.principals())


def second_line(rows: Sequence[Kept]) -> str:
    """What stands under the name: parents, day of marriage, or who came for the family."""
    first = rows[0].registration
    if isinstance(first, Birth):
        mother = first.mother.name.text if first.mother else ""
        father = first.father.name.text if first.father else ""
        return words.birth_line(mother, father, len(rows))
    if isinstance(first, Marriage):
        return words.marriage_line(first.registered_on)
    declarant = first.declarant
    name = declarant.name.text if declarant and declarant.name else ""
    return words.death_line(declarant.relation if declarant else "", name, first.died_on.slashed())


def typed_names(draft: Draft | CourtesyDraft) -> str:
    """Whom a draft is about as far as that is typed, else ""."""
    fields = ("child_name", "husband_name", "wife_name", "deceased_name", "to_name")
    return ", ".join(name for field in fields if (name := getattr(draft, field, "").strip()))


def working_days(first: date, last: date) -> int:
    """Days of work after `first` up to and with `last`; Saturdays and Sundays do not count, holidays do."""
    span = (last - first).days
    if span <= 0:
        return 0
    weeks, rest = divmod(span, 7)
    tail = (first + timedelta(days=weeks * 7 + step) for step in range(1, rest + 1))
    return weeks * 5 + sum(day.weekday() < 5 for day in tail)


def after_working_days(first: date, days: int) -> date:
    """The day that many days of work after `first`."""
    day = first
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < 5
    return day
