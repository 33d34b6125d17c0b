"""Letters of thanks and apology as rows of Hôm nay: they wait like every letter, and stand for no registration."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from common.words import today as words
from desk_app.db.overview import LetterLine
from desk_app.db.register import Reading
from desk_app.services.courtesy_letters import COURTESIES, Addressed, addressees
from desk_app.services.naming import tag_of, working_days
from desk_app.services.queues import Row


def courtesies_in(letters: Sequence[LetterLine]) -> tuple[LetterLine, ...]:
    """Those of these letters that are thanks or apologies."""
    return tuple(letter for letter in letters if letter.kind in COURTESIES)


def rows_to_print(reading: Reading, letters: Sequence[LetterLine], today: date) -> Iterator[Row]:
    """Letters that wait for the printer, oldest first: due by the day of work after they were written."""
    named = addressees(reading, [letter.id for letter in letters])
    for letter in (one for one in letters if one.id in named):
        late = working_days(letter.dated, today) - 1
        told = (words.TO_PRINT[letter.kind], words.due_print(late))
        yield row_of(letter, named[letter.id], told, late=late > 0)


def row_maker(reading: Reading, letters: Sequence[LetterLine]) -> Callable[[LetterLine, str, str, bool], Row | None]:
    """Makes the row of one of these letters: what is to be done, when, whether late; None for other letters."""
    named = addressees(reading, [letter.id for letter in courtesies_in(letters)])

    def made(letter: LetterLine, todo: str, due: str, late: bool) -> Row | None:
        to = named.get(letter.id)
        return row_of(letter, to, (todo, due), late=late) if to else None

    return made


def row_of(letter: LetterLine, to: Addressed, told: tuple[str, str], *, late: bool = False) -> Row:
    """One row; `told` what is to be done and when."""
    todo, due = told
    note = words.ALREADY_PREPARED if letter.state == "prepared" else ""
    tag = tag_of(letter.kind)
    return Row("letter", letter.id, to.who, to.second, tag, todo, note, due, late, covers=(), letter=letter.id)
