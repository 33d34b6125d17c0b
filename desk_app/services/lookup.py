"""Finding registrations and letters, listing them by newest, and one record with everything that was done with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from common.words import find as words
from common.words import found as found_words
from desk_app.db.register import Reading
from desk_app.db.search import Asked
from desk_app.domain.cards import IdentityCard
from desk_app.domain.sought import Sought, read_sought
from desk_app.services.access_notes import seen, sought_digits
from desk_app.services.courtesy_record import courtesy_record
from desk_app.services.elsewhere import Elsewhere, Others
from desk_app.services.found_lines import LetterHit, Lines, RecordLine, letter_second
from desk_app.services.own_names import issued_by
from desk_app.services.record import Record, record_of
from desk_app.services.seat import Seat
from desk_app.services.seeking import Coded, card_in, is_code, letter_of, of_card, other_names
from desk_app.services.stored import any_letter, any_registration

__all__ = ["LetterHit", "Lookup", "RecordLine", "Results", "Wanted", "letter_second"]


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found; `more` when there is more than shown. `note`: a sentence about a code or a card; `shown`:
    what the box says from now on in place of a scanned card, "" to leave it."""

    records: tuple[RecordLine, ...]
    letters: tuple[LetterHit, ...]
    more: bool = False
    note: str = ""
    shown: str = ""

    @property
    def words(self) -> str:
        """How many hits, in words."""
        return words.results(len(self.records) + len(self.letters), self.more)


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to search: at most `limit` registrations, of one `event` if named; `at_once`: only what a pressed key may
    wait for, the rest comes after a pause."""

    limit: int = 50
    event: str = ""
    at_once: bool = False


_USUAL = Wanted()


@dataclass(frozen=True, slots=True)
class Lookup:
    """Looking things up, for the person at this seat."""

    seat: Seat

    def find(self, text: str, wanted: Wanted = _USUAL) -> Results:
        """Registrations by whatever was typed, and their letters; a code typed or scanned finds its letter first, a
        scanned card the registrations of its holder, and nothing of a card is kept."""
        card = card_in(text)
        with self.seat.reading() as reading:
            if card:
                return self._of_card(reading, card, wanted)
            sought = read_sought(text, self.seat.today())
            coded = letter_of(reading, text)
            if coded:
                return self._coded(reading, coded, sought)
            if not wanted.at_once:
                sought_digits(self.seat, sought)
            note = found_words.CODE_OTHER if is_code(text) else ""
            return self._found(reading, sought, wanted, note)

    def newest(self, event: str = "", before: int = 0, limit: int = 100) -> tuple[RecordLine, ...]:
        """The registrations entered last, of one event if named, those entered before the id `before` if given."""
        with self.seat.reading() as reading:
            lines = Lines(self.seat, reading)
            return tuple(lines.book(kept) for kept in reading.registrations.newest(limit, event, before))

    def elsewhere(self, kind: str, text: str, limit: int) -> Others:
        """Letters, what citizens said, or drafts by what was typed, newest first."""
        return Elsewhere(self.seat).find(kind, text, limit)

    def record(self, id: int) -> Record:
        """One registration with its facts and its history; raises Mistake("no-such-registration")."""
        with self.seat.reading() as reading:
            kept = any_registration(reading, id)
            record = record_of(reading, kept, self.seat.today())
        if issued := issued_by(self.seat.units, kept.registration, self.seat.today()):
            record = replace(record, facts=(*record.facts, (words.ISSUED, issued)))
        seen(self.seat, "record-seen", id)
        return record

    def letter(self, id: int) -> Record:
        """A letter of thanks or apology with everything that was done with it; raises Mistake("no-such-letter")."""
        with self.seat.reading() as reading:
            record = courtesy_record(reading, any_letter(reading, id), self.seat.today())
        seen(self.seat, "letter-seen", id)
        return record

    def counted(self) -> str:
        """How many registrations and letters this register holds, in words."""
        with self.seat.reading() as reading:
            return words.counted(reading.overview.registrations(), reading.overview.letters())

    def _of_card(self, reading: Reading, card: IdentityCard, wanted: Wanted) -> Results:
        results = Results((), ())
        for sought in of_card(card):
            sought_digits(self.seat, sought)
            results = self._found(reading, sought, wanted, found_words.CARD_READ, sought.typed)
            if results.records:
                return results
        return Results((), (), note=found_words.CARD_UNKNOWN, shown=card.citizen_id.digits)

    def _coded(self, reading: Reading, coded: Coded, sought: Sought) -> Results:
        lines = Lines(self.seat, reading)
        records = lines.found(dict.fromkeys(coded.letter.covers, "code"), sought)
        note = "" if coded.exact else found_words.CODE_NEAR
        return Results(records, lines.letters([coded.letter], ""), note=note)

    def _found(self, reading: Reading, sought: Sought, wanted: Wanted, note: str = "", shown: str = "") -> Results:
        places = partial(other_names, self.seat.units, today=self.seat.today())
        asked = Asked(sought, wanted.limit + 1, not wanted.at_once, wanted.event, places)
        hits = reading.search.hits(asked)
        kept = dict(list(hits.items())[: wanted.limit])
        lines = Lines(self.seat, reading)
        letters = lines.letters_over([*kept], sought.typed, wanted.limit)
        if not (wanted.at_once or wanted.event or shown):
            letters = (*lines.addressed(sought.typed, wanted.limit), *letters)
        return Results(lines.found(kept, sought), letters, len(hits) > wanted.limit, note, shown)
