"""A scanned card beside what the office knows: the day, and the table of units."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain.ages import age_on
from desk_app.domain.cards import NAME_DOUBTS, IdentityCard, read_card, renewal_age
from desk_app.domain.problems import Outcome
from desk_app.services.home_units import HomeHint, home_hint, lost_its_marks
from desk_app.services.seat import Seat

GROWN = 14
"""Cards are for everybody; who declares, marries or is a parent is older than this."""


def scanned_card(seat: Seat, text: str) -> Outcome[IdentityCard]:
    """The card behind a scan, as `read_card`, with notes on an address that lost its marks, a card to be renewed and a
    holder who is a child. The text is read and forgotten."""
    outcome = read_card(text)
    if outcome.value is None:
        return outcome
    card, notes = outcome.value, list(outcome.value.notes)
    if NAME_DOUBTS.isdisjoint(notes) and lost_its_marks(seat.units, card.residence):
        notes.append("name-doubtful")
    age = age_on(card.born, seat.today())
    if age is not None and age < GROWN:
        notes.append("holder-is-child")
    elif renewal_age(card, seat.today()) is not None:
        notes.append("past-renewal")
    return Outcome(replace(card, notes=tuple(notes)))


def home_of_today(seat: Seat, address: str) -> HomeHint | None:
    """What to offer in the place of an address of before the reform."""
    return home_hint(seat.units, address, seat.today())
