"""The letters that a change to a record touches, and what to do about each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.words import record_changes as words
from desk_app.db.letters import KeptLetter
from desk_app.db.register import Reading
from desk_app.db.registrations import Kept
from desk_app.domain.events import AnyRegistration
from desk_app.services.naming import names_of
from desk_app.services.opt_outs import OPTED_OUT
from desk_app.services.registering import standing_letters
from desk_app.services.seat import Seat
from desk_app.services.sheets import what_holds
from desk_app.services.stored import any_registration

WANTS_NONE = "opted-out"


def letters_on_change(seat: Seat, id: int, after: AnyRegistration | None = None) -> tuple[str, ...]:
    """Each standing letter written from this record, and what amending it asks for; `after`: what it becomes, where
    that can be read. A letter that may no longer go out by itself is not promised again."""
    with seat.reading() as reading:
        kept = any_registration(reading, id)
        holding = _holding(seat, reading, kept, after) if after else {}
        todo = {letter: words.ON_CHANGE_BY[code] for letter, code in holding.items()}
        return tuple(
            _told(reading, letter, id, todo.get(letter.id, words.ON_CHANGE)) for letter in standing_letters(reading, id)
        )


def letters_on_void(seat: Seat, id: int) -> tuple[str, ...]:
    """The same for taking the record out."""
    with seat.reading() as reading:
        return tuple(_told(reading, letter, id, words.ON_VOID) for letter in standing_letters(reading, id))


def _told(reading: Reading, letter: KeptLetter, id: int, todo: Mapping[str, str]) -> str:
    return words.touched(letter_words(reading, letter, id), todo[letter.state])


def _holding(seat: Seat, reading: Reading, kept: Kept, after: AnyRegistration) -> Mapping[int, str]:
    """Which letters wait for a person, or may never be written, once the record is what it becomes."""
    # The wish for no letter goes with the case that said so.
    unsaid = OPTED_OUT in kept.registration.cases - after.cases
    found = {}
    for letter in standing_letters(reading, kept.id):
        others = reading.registrations.several([other for other in letter.covers if other != kept.id])
        sheet = [after, *(other.registration for other in others if other.state == "live")]
        holds = what_holds(reading, sheet, seat.today(), "", seat.mourners)
        left = [one.code for one in holds if not (unsaid and one.details["reason"] == WANTS_NONE)]
        found.update({letter.id: left[0]} if left else {})
    return found


def letter_words(reading: Reading, letter: KeptLetter, id: int) -> str:
    """A letter in words: its kind, how far it is, its code, and who else stands on the sheet."""
    days = (letter.state, _day(letter.printed_on), _day(letter.delivered_on))
    return words.letter_line(letter.kind, days, letter.code, others_on(reading, letter, id))


def others_on(reading: Reading, letter: KeptLetter, id: int) -> tuple[str, ...]:
    """Who else stands on the sheet, as far as they still count."""
    others = reading.registrations.several([other for other in letter.covers if other != id])
    return tuple(names_of(other.registration) for other in others if other.state == "live")


def _day(on: date | None) -> str:
    return f"{on:%d/%m/%Y}" if on else ""
