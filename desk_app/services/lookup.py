"""Finding registrations and letters, listing them by newest, and one record with everything that was done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from common.names import fold
from common.words import find as words
from desk_app.db.overview import LetterLine
from desk_app.db.register import Reading
from desk_app.db.registrations import Kept
from desk_app.services.access_notes import seen, sought
from desk_app.services.marking import Spans, marked
from desk_app.services.naming import Tagged, names_of, second_line, tag_of
from desk_app.services.record import Record, record_of
from desk_app.services.seat import Seat
from desk_app.services.stored import any_registration
from exchange.token import peek, read_code

MOST_LETTERS = 20


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
    """A letter in a list, with the registration it leads to."""

    id: int
    record: int
    names: str
    second: str
    day: str
    marks: Spans = ()


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found; `more` when there is more than shown."""

    records: tuple[RecordLine, ...]
    letters: tuple[LetterHit, ...]
    more: bool = False

    @property
    def words(self) -> str:
        """How many hits, in words."""
        return words.results(len(self.records) + len(self.letters), self.more)


@dataclass(frozen=True, slots=True)
class Lookup:
    """Looking things up, for the person at this seat."""

    seat: Seat

    def find(self, text: str, limit: int = 50) -> Results:
        """Registrations by name or number and their letters; a code typed or scanned finds its letter first."""
        sought(self.seat, text)
        with self.seat.reading() as reading:
            coded = self._by_code(reading, text)
            if coded:
                return Results(self._lines(reading, coded.covers, ""), self._letters(reading, [coded], ""))
            found = [hit.id for hit in reading.search.find(text, limit + 1, scattered=True)]
            shown = found[:limit]
            over = reading.overview.letters_over(shown, MOST_LETTERS)
            standing = [letter for letter in over if letter.state != "void"]
            letters = self._letters(reading, standing, text)
            return Results(self._lines(reading, shown, text), letters, len(found) > limit)

    def newest(self, event: str = "", before: int = 0, limit: int = 100) -> tuple[RecordLine, ...]:
        """The registrations entered last, of one event if named, those entered before the id `before` if given."""
        with self.seat.reading() as reading:
            return tuple(self._line(kept, "") for kept in reading.registrations.newest(limit, event, before))

    def record(self, id: int) -> Record:
        """One registration with its facts and its history; raises Mistake("no-such-registration")."""
        with self.seat.reading() as reading:
            record = record_of(reading, any_registration(reading, id), self.seat.today())
        seen(self.seat, "record-seen", id)
        return record

    def counted(self) -> str:
        """How many registrations and letters this register holds, in words."""
        with self.seat.reading() as reading:
            return words.counted(reading.overview.registrations(), reading.overview.letters())

    def _by_code(self, reading: Reading, text: str) -> LetterLine | None:
        code = read_code(text.strip().rsplit("/", 1)[-1])
        token = peek(code) if code else None
        return reading.overview.letter_of_serial(token.serial) if token else None

    def _lines(self, reading: Reading, ids: Sequence[int], text: str) -> tuple[RecordLine, ...]:
        return tuple(self._line(kept, text) for kept in reading.registrations.several(ids))

    def _line(self, kept: Kept, text: str) -> RecordLine:
        names, second = names_of(kept.registration), _second(kept)
        return RecordLine(
            id=kept.id,
            event=kept.event,
            tag=tag_of(kept.event),
            names=names,
            second=second,
            number=words.number(kept.registration.number),
            day=words.VOIDED if kept.state == "void" else self._day(kept.registration.registered_on),
            void=kept.state == "void",
            name_marks=marked(names, text),
            second_marks=marked(second, text),
        )

    def _letters(self, reading: Reading, letters: Sequence[LetterLine], text: str) -> tuple[LetterHit, ...]:
        hits = []
        for letter in letters:
            kept = reading.registrations.several(letter.covers)
            if not kept:
                continue
            names = words.LETTER_NAMES[letter.kind].format(names=", ".join(names_of(row.registration) for row in kept))
            second = letter_second(letter)
            hits.append(LetterHit(letter.id, kept[0].id, names, second, self._day(letter.dated), marked(names, text)))
        return tuple(hits)

    def _day(self, on: date) -> str:
        return words.day(on, self.seat.today())


def letter_second(letter: LetterLine) -> str:
    """Code and state of a letter as one line."""
    on = f"{letter.delivered_on:%d/%m/%Y}" if letter.delivered_on else ""
    return words.letter_second(letter.code, letter.state, letter.way, on)


def _second(kept: Kept) -> str:
    hamlet = kept.registration.hamlet
    told = second_line([kept])
    return f"{told}, {hamlet}" if hamlet and fold(hamlet) not in fold(told) else told
