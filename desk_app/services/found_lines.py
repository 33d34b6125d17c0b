"""Registrations and letters as lines of a list, with what was sought marked and why each is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from common.names import fold
from common.words import find as words
from common.words.courtesy import low
from desk_app.db.overview import LetterLine
from desk_app.db.register import Reading
from desk_app.db.registrations import Kept
from desk_app.domain.sought import Sought
from desk_app.services.courtesy_letters import COURTESIES, Addressed, addressees, courtesies_named
from desk_app.services.found_why import reason
from desk_app.services.marking import Spans, marked
from desk_app.services.naming import Tagged, names_of, second_line, tag_of
from desk_app.services.seat import Seat

MOST_LETTERS = 20
_LETTER = Tagged(words.LETTER_TAG, "xam")


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A registration in a list; the spans are what was sought, in `names` and in `second`."""

    id: int
    event: str
    tag: Tagged
    names: str
    second: str
    number: str
    day: str
    void: bool
    name_marks: Spans = ()
    second_marks: Spans = ()


@dataclass(frozen=True, slots=True)
class LetterHit:
    """A letter in a list, with the registration it leads to; 0 where it is thanks or an apology and stands alone."""

    id: int
    record: int
    names: str
    second: str
    day: str
    marks: Spans = ()
    tag: Tagged = _LETTER


@dataclass(frozen=True, slots=True)
class Lines:
    """Makes lines for the person at this seat, in one reading."""

    seat: Seat
    reading: Reading

    def book(self, kept: Kept) -> RecordLine:
        """A registration as the book lists it."""
        return self._line(kept, "", "")

    def found(self, hits: Mapping[int, str], sought: Sought) -> tuple[RecordLine, ...]:
        """Registrations by id and the way they were found, in that order."""
        return tuple(self._hit(kept, sought, hits[kept.id]) for kept in self.reading.registrations.several([*hits]))

    def letters_over(self, ids: Sequence[int], sought: str, most: int = MOST_LETTERS) -> tuple[LetterHit, ...]:
        """The standing letters over these registrations, newest first."""
        over = self.reading.overview.letters_over(ids, min(most, MOST_LETTERS))
        return self.letters([letter for letter in over if letter.state != "void"], sought)

    def addressed(self, text: str, most: int) -> tuple[LetterHit, ...]:
        """The standing letters of thanks and apology to whom was typed, newest first."""
        return self.letters(addressed_lines(self.reading, text, most), text)

    def letters(self, letters: Sequence[LetterLine], sought: str) -> tuple[LetterHit, ...]:
        """Letters, except those over nothing but what the law had erased."""
        hits = []
        covered = {id for letter in letters for id in letter.covers}
        rows = {kept.id: kept for kept in self.reading.registrations.several([*covered])} if covered else {}
        named = addressees(self.reading, [letter.id for letter in letters if letter.kind in COURTESIES])
        for letter in letters:
            if letter.id in named:
                hits.append(self._courtesy(letter, named[letter.id], sought))
            kept = [rows[id] for id in letter.covers if id in rows]
            if not kept:
                continue
            names = words.LETTER_NAMES[letter.kind].format(names=", ".join(names_of(row.registration) for row in kept))
            second = letter_second(letter)
            hits.append(LetterHit(letter.id, kept[0].id, names, second, self._day(letter.dated), marked(names, sought)))
        return tuple(hits)

    def _courtesy(self, letter: LetterLine, to: Addressed, sought: str) -> LetterHit:
        """Thanks and apologies lead to no registration."""
        names = words.LETTER_NAMES[letter.kind].format(names=low(to.who))
        second = f"{letter_second(letter)}; {to.second}"
        return LetterHit(letter.id, 0, names, second, self._day(letter.dated), marked(names, sought))

    def _hit(self, kept: Kept, sought: Sought, way: str) -> RecordLine:
        why = reason(kept.registration, sought, way, self.seat.units)
        return self._line(kept, why.wanted, why.why)

    def _line(self, kept: Kept, wanted: str, why: str) -> RecordLine:
        names, second = names_of(kept.registration), words.with_reason(why, _second(kept, why))
        return RecordLine(
            id=kept.id,
            event=kept.event,
            tag=tag_of(kept.event),
            names=names,
            second=second,
            number=words.number(kept.registration.number),
            day=words.VOIDED if kept.state == "void" else self._day(kept.registration.registered_on),
            void=kept.state == "void",
            name_marks=marked(names, wanted),
            second_marks=marked(second, wanted),
        )

    def _day(self, on: date) -> str:
        return words.day(on, self.seat.today())


def addressed_lines(reading: Reading, text: str, most: int) -> tuple[LetterLine, ...]:
    """Standing letters of thanks and apology whose addressee or file was typed, newest first."""
    found = (reading.overview.letter(id) for id in courtesies_named(reading, text, most))
    return tuple(letter for letter in found if letter and letter.state != "void")


def letter_second(letter: LetterLine) -> str:
    """Code and state of a letter as one line."""
    on = f"{letter.delivered_on:%d/%m/%Y}" if letter.delivered_on else ""
    return words.letter_second(letter.code, letter.state, letter.way, on)


def _second(kept: Kept, why: str) -> str:
    hamlet = kept.registration.hamlet
    told = second_line([kept])
    return f"{told}, {hamlet}" if hamlet and not (why and fold(hamlet) in fold(why)) else told
