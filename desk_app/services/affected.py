"""The letters that a change to a record touches, and what to do about each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from common.words import record_changes as words
from desk_app.db.letters import KeptLetter
from desk_app.db.register import Reading
from desk_app.services.naming import names_of
from desk_app.services.registering import standing_letters
from desk_app.services.seat import Seat


def letters_on_change(seat: Seat, id: int) -> tuple[str, ...]:
    """Each standing letter written from this record, and what amending it asks for."""
    return _told(seat, id, words.ON_CHANGE)


def letters_on_void(seat: Seat, id: int) -> tuple[str, ...]:
    """The same for taking the record out."""
    return _told(seat, id, words.ON_VOID)


def _told(seat: Seat, id: int, todo: Mapping[str, str]) -> tuple[str, ...]:
    with seat.reading() as reading:
        return tuple(
            words.touched(letter_words(reading, letter, id), todo[letter.state])
            for letter in standing_letters(reading, id)
        )


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
