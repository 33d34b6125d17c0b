"""Finding beside registrations: letters by code or addressee, what citizens said, drafts by what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from common.names import fold
from common.words import elsewhere as words
from common.words import found as found_words
from common.words import today as today_words
from desk_app.db.overview import LetterLine
from desk_app.db.register import Reading
from desk_app.db.search import Asked
from desk_app.domain.sought import Sought, read_sought
from desk_app.services.access_notes import sought_digits
from desk_app.services.calls import CallBacks
from desk_app.services.drafting import Unfinished, shown_drafts, typed_values, unfinished_of
from desk_app.services.found_lines import LetterHit, Lines, addressed_lines
from desk_app.services.marking import Spans, marked
from desk_app.services.naming import Tagged, tag_of, typed_names
from desk_app.services.seat import Seat
from desk_app.services.seeking import card_in, is_code, letter_of, of_card, other_names

LETTERS, VOICES, DRAFTS = "letters", "voices", "drafts"
KINDS = (LETTERS, VOICES, DRAFTS)


@dataclass(frozen=True, slots=True)
class OtherHit:
    """A draft, or what a citizen said: `kind` drafts or voices, `id` the draft's, `told` all that it is found by."""

    kind: str
    id: str
    tag: Tagged
    names: str
    second: str
    day: str
    told: str
    name_marks: Spans = ()
    second_marks: Spans = ()


@dataclass(frozen=True, slots=True)
class Others:
    """What was found, newest first, letters by words the best first; `more`, `note`, `shown` as with registrations."""

    hits: tuple[LetterHit | OtherHit, ...]
    more: bool = False
    note: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Looking through everything that is no registration, for the person at this seat."""

    seat: Seat

    def find(self, kind: str, text: str, limit: int) -> Others:
        """At most `limit` of this kind by what was typed, all of them where nothing was."""
        with self.seat.reading() as reading:
            if kind == LETTERS:
                return self._letters(reading, text, limit)
            hits = list(self._drafts(reading) if kind == DRAFTS else self._voices(reading))
            note = words.NO_CODE if kind == VOICES and is_code(text) else ""
        found = [_marked(hit, text) for hit in hits if _bears(hit, text)]
        return Others(tuple(found[:limit]), len(found) > limit, note)

    # ---- letters

    def _letters(self, reading: Reading, text: str, limit: int) -> Others:
        lines = Lines(self.seat, reading)
        card = card_in(text)
        coded = None if card else letter_of(reading, text)
        if coded:
            return Others(lines.letters([coded.letter], ""), note="" if coded.exact else found_words.CODE_NEAR)
        if not text.strip():
            letters = reading.overview.letters_newest(limit + 1)
            return Others(lines.letters(letters[:limit], ""), len(letters) > limit)
        asked = tuple(of_card(card)) if card else (read_sought(text, self.seat.today()),)
        alone = () if card else addressed_lines(reading, text, limit + 1)
        letters = (*alone, *self._addressed(reading, asked, limit + 1))
        note = found_words.CODE_OTHER if is_code(text) else ""
        hits = lines.letters(letters[:limit], asked[0].typed)
        return Others(hits, len(letters) > limit, note, card.citizen_id.digits if card else "")

    def _addressed(self, reading: Reading, asked: Sequence[Sought], limit: int) -> Sequence[LetterLine]:
        """The standing letters over the registrations that the words name, as those were found."""
        places = partial(other_names, self.seat.units, today=self.seat.today())
        for sought in asked:
            sought_digits(self.seat, sought)
            hits = [*reading.search.hits(Asked(sought, limit, further=True, places=places))]
            letters = reading.overview.letters_over(hits, limit)
            if standing := [letter for letter in letters if letter.state != "void"]:
                return sorted(standing, key=lambda letter: min(map(hits.index, set(hits) & {*letter.covers})))
        return ()

    # ---- what citizens said

    def _voices(self, reading: Reading) -> Iterator[OtherHit]:
        """Messages and calls asked for, words taken at the desk and out of batches: none is joined to a letter."""
        self.seat.may("read")
        waiting = {message.message_id for message in CallBacks.waiting(reading)}
        said: list[tuple[date, str, str, str]] = []
        for message in reading.ratings.messages():
            phone, text = (str(message.body.get(name, "")) for name in ("phone", "text"))
            called = words.phone(phone, message.message_id in waiting)
            said.append((message.on, message.kind, text, called))
        for answer in reading.ratings.all_answers():
            said.append((answer.on, answer.channel, answer.comment, ""))
        for batch in reading.ratings.batches():
            said += [(batch.on, "batch", text, "") for text in batch.rest.get("comments", ())]
        for on, channel, text, second in sorted(said, key=lambda each: each[0], reverse=True):
            if text or second:
                tag = Tagged(words.CHANNELS[channel], "hoe" if second else "cham")
                figures = "".join(filter(str.isdigit, second))
                yield self._line(OtherHit(VOICES, "", tag, text or words.NO_WORDS, second, "", figures), on)

    # ---- drafts

    def _drafts(self, reading: Reading) -> Iterator[OtherHit]:
        for kept in shown_drafts(self.seat, reading):
            unfinished = unfinished_of(kept)
            saved = today_words.saved_at(kept.at, self.seat.today())
            names = typed_names(unfinished.draft) or today_words.NO_NAME
            yield OtherHit(DRAFTS, kept.draft_id, tag_of(kept.event), names, saved, "", " ".join(_typed(unfinished)))

    def _line(self, hit: OtherHit, on: date) -> OtherHit:
        return replace(hit, day=words.day(on, self.seat.today()))


def _typed(unfinished: Unfinished) -> Iterable[str]:
    values = typed_values(unfinished.draft).values()
    return (*(value for value in values if isinstance(value, str)), unfinished.free_line)


def _bears(hit: OtherHit, text: str) -> bool:
    """Whether every word typed begins a word of the line or of what stands behind it."""
    borne = f" {fold(f'{hit.names} {hit.second} {hit.told}')}"
    return all(f" {word}" in borne for word in fold(text).split())


def _marked(hit: OtherHit, text: str) -> OtherHit:
    return replace(hit, name_marks=marked(hit.names, text), second_marks=marked(hit.second, text))
