"""The ways in which typed words may lead to a registration, from the exact to the nearly right."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import ColumnElement, Connection, select, true

from common.names import fold
from desk_app.db import index_words as index
from desk_app.db import rows
from desk_app.db.numbers import BookNumber
from desk_app.db.quick import asked
from desk_app.db.search_words import (
    Group,
    Places,
    figure_groups,
    match_of,
    place_questions,
    prefix,
    spelled,
    whole_words,
    word_groups,
)
from desk_app.domain import slips
from desk_app.domain.people import CITIZEN_ID_LENGTH
from desk_app.domain.sought import Sought

AT_ONCE = frozenset({"citizen-id", "number", "phrase"})
"""Ways that are as quick in a large register as in a small one."""
IF_NOTHING = frozenset({"words", "figures", "number-word"})
"""Ways that are gone at once too when the others found nothing."""
FOR_FEW = frozenset({"keys", "place", "near", "last-digits"})
"""Ways that are gone only while hardly anything is found."""

_FEWEST_LAST_DIGITS = 4
_MOST_MEANT = 64
_READ_AT_ONCE = 50
"""Rows of the word index among which the best are shown while keys go down; after the pause four times the hits."""
_MOST_READ = 5000
"""Rows of the index that a phrase is looked for in among all events; the word index knows the events."""

_MATCH = "SELECT rowid FROM search_words WHERE search_words MATCH ? ORDER BY rowid DESC LIMIT ?"
# Text compares by code point, so the second bound is the first text that no longer begins with the phrase.
_PHRASE = "SELECT registration_id FROM search_suffixes WHERE suffix >= ? AND suffix < ? ORDER BY suffix, sort_key"
_PHRASE_OF = """SELECT registration_id FROM
    (SELECT registration_id FROM search_suffixes WHERE suffix >= ? AND suffix < ? ORDER BY suffix, sort_key LIMIT ?)
    CROSS JOIN registrations ON id = registration_id AND event = ?"""
_STANDING = """SELECT value FROM json_each(?) WHERE EXISTS
    (SELECT 1 FROM search_suffixes WHERE suffix >= value AND suffix < value || ?)"""
_BEARERS = "SELECT registration_id, folded FROM people WHERE registration_id IN (SELECT value FROM json_each(?))"
_ROW, _PERSON = rows.registrations.c, rows.people.c
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Asked:
    """A search for at most `limit` registrations, of one `event` if named; `further`: after a pause in typing more
    ways are gone, behind what the quick ones find. `places` knows a place's other names."""

    sought: Sought
    limit: int = 50
    further: bool = False
    event: str = ""
    places: Places = lambda typed: ()

    @property
    def within(self) -> tuple[str, ...]:
        """Terms that every hit of the word index must have beside the words."""
        events = {self.event, self.sought.event} - {""}
        book = [prefix(index.BOOK + index.book_word(self.sought.book))] if self.sought.book else []
        return (*sorted(f'"{index.EVENT}{event}"' for event in events), *book)

    @property
    def only(self) -> ColumnElement[bool]:
        """The same for rows."""
        return _ROW.event == self.event if self.event else true()


@dataclass(frozen=True, slots=True)
class Ways:
    """All ways of one search in one transaction; each gives ids, best first, at least as many as asked for."""

    connection: Connection
    asked: Asked

    def all(self) -> Iterator[tuple[str, Callable[[], Iterable[int]]]]:
        """The ways by name, in the order in which they are gone."""
        only_letters = not self.asked.sought.figures and self.asked.sought.typed.replace(" ", "").isalpha()
        if not only_letters:
            yield "citizen-id", self._by_citizen
            yield "number", self._by_number
        if not self.asked.sought.only_figures:
            yield "phrase", self._by_phrases
            yield "words", self._by_words
        if only_letters:
            yield "number-word", self._by_number
        yield "figures", self._by_figures
        yield "alike", self._by_spelling
        yield "keys", self._by_keys
        yield "place", self._by_place
        yield "near", self._by_slips
        yield "last-digits", self._by_last_digits

    def _by_citizen(self) -> list[int]:
        digits = [one.digits for one in self.asked.sought.figures if len(one.digits) == CITIZEN_ID_LENGTH]
        if not digits:
            return []
        wanted = select(_PERSON.registration_id).where(_PERSON.citizen_id.in_(digits), _PERSON.citizen_id != "")
        newest = wanted.distinct().order_by(_PERSON.registration_id.desc()).limit(self.asked.limit)
        principals = self._allowed(self.connection.scalars(newest).all())
        return [*principals, *self._groups([tuple(prefix(index.DIGITS + each) for each in digits)])]

    def _by_number(self) -> list[int]:
        sought = self.asked.sought
        found = self._numbered(BookNumber.of(sought.typed, 0))
        if not sought.only_figures:
            odd = [] if found or sought.figures or not any(map(str.isdigit, sought.typed)) else self._odd_number()
            return [*found, *odd]
        numbers = [BookNumber(one.norm, one.year, None) for one in sought.figures if one.norm]
        return [*found, *(id for number in numbers for id in self._numbered(number))]

    def _odd_number(self) -> list[int]:
        """Numbers with letters, as far as they were typed: `12a` is 12A/2026."""
        word = index.norm_word(self.asked.sought.typed)
        return self._groups([(prefix(index.NUMBER + word),)]) if word else []

    def _numbered(self, number: BookNumber) -> list[int]:
        wanted = select(_ROW.id).where(_ROW.number_norm == number.norm, _ROW.state != "erased", self.asked.only)
        wanted = wanted.where(_ROW.year == number.year) if number.year else wanted
        return list(self.connection.scalars(wanted.order_by(_ROW.id.desc()).limit(self.asked.limit)))

    def _by_phrases(self) -> Iterator[int]:
        typed = self.asked.sought.typed
        # A name of signs alone has neither marks nor words.
        for phrase in dict.fromkeys((*index.ways_to_write(index.marked(typed)), fold(typed) or typed)):
            yield from self._phrase(phrase) if phrase else ()

    def _phrase(self, phrase: str) -> Iterator[int]:
        bounds = (phrase, phrase + _LAST)
        if self.asked.event:
            found = asked(self.connection, _PHRASE_OF, *bounds, _MOST_READ, self.asked.event)
        else:
            found = asked(self.connection, _PHRASE, *bounds)
        return (id for (id,) in found)

    def _by_words(self) -> Iterator[int]:
        words = self._typed_words()
        if words and len(words[-1]) == 1 and not self.asked.further:
            return  # single letters have no index: gathering what begins with one can wait for the pause
        if len(words) > 1 or self.asked.within:  # one word alone is its own phrase
            yield from self._groups(word_groups(words, self.asked.sought.typed))
            # While keys go down only the last word may go on: for the others the index need not gather every ending.
            yield from self._groups(word_groups(words) if self.asked.further else whole_words(words))

    def _by_figures(self) -> list[int]:
        """Words with figures, days alone, a book, a kind of event."""
        sought = self.asked.sought
        told = sought.figures or sought.book or sought.event
        named = [(term,) for term in self.asked.within] if sought.book or sought.event else []
        return self._groups([*word_groups(sought.words), *figure_groups(sought.figures), *named]) if told else []

    def _by_spelling(self) -> list[int]:
        other = spelled(self.asked.sought.words)
        return self._groups([*other, *figure_groups(self.asked.sought.figures)]) if other else []

    def _by_keys(self) -> list[int]:
        words, figures = [*self.asked.sought.words], figure_groups(self.asked.sought.figures)
        meant = [slips.unkeyed(word) for word in words]
        if meant == words or not all(meant):
            return []
        phrase = iter(()) if figures else self._phrase(" ".join(meant))
        return [*islice(phrase, self.asked.limit), *self._groups([*word_groups(meant), *figures])]

    def _by_place(self) -> Iterator[int]:
        for groups in place_questions(self.asked.sought, self.asked.places):
            yield from self._groups(groups)

    def _by_slips(self) -> list[int]:
        words = [slips.unkeyed(word) for word in self.asked.sought.words]
        if not any(len(word) >= slips.SHORTEST for word in words):
            return []
        odd = set(words) - self._standing(words)
        lines = [
            [self._meant(word) if word in wrong else (prefix(word),) for word in words] for wrong in _each(odd, words)
        ]
        lines += [word_groups(joined) for joined in _joined(words) if odd]
        queries = [match_of(line) for line in lines if all(line)]
        if not queries:
            return []
        # Whoever bears all the words that may have been meant comes before those who share them with somebody else.
        columns = zip(*(line for line in lines if len(line) == len(words)), strict=True)
        meant = [{term.strip('"*') for terms in column for term in terms} for column in columns]
        return self._groups(
            [tuple(f"({query})" for query in queries), *figure_groups(self.asked.sought.figures)], meant
        )

    def _meant(self, word: str) -> Group:
        """What somebody may have meant who typed this word, as far as anybody bears it."""
        others, cuts = slips.near(word), slips.cut_in_two(word)
        stand = self._standing([*others, *(half for cut in cuts for half in cut)])
        glued = [" ".join(cut) for cut in cuts if set(cut) <= stand]
        return tuple(prefix(other) for other in (*(each for each in others if each in stand), *glued))[:_MOST_MEANT]

    def _by_last_digits(self) -> list[int]:
        ends = [one.digits for one in self.asked.sought.figures if len(one.digits) >= _FEWEST_LAST_DIGITS]
        alone = ends and self.asked.sought.only_figures
        return self._groups([(prefix(index.DIGITS_END + end[::-1]),) for end in ends]) if alone else []

    # ---- asking the index

    def _typed_words(self) -> list[str]:
        return index.split_words(fold(self.asked.sought.typed))

    def _groups(self, groups: Sequence[Group], meant: Sequence[Collection[str]] = ()) -> list[int]:
        """Registrations with every group: those before in which one person bears all the words, then newest first."""
        if not groups or not all(groups):
            return []
        query = match_of((*groups, *self.asked.within))
        most = self.asked.limit * 4 if self.asked.further else max(self.asked.limit, _READ_AT_ONCE)
        ids = [id for (id,) in asked(self.connection, _MATCH, query, most)]
        words = meant or [(word,) for word in self.asked.sought.words]
        return self._ranked(ids, words) if words else ids

    def _ranked(self, ids: Sequence[int], words: Sequence[Collection[str]]) -> list[int]:
        ranks = dict.fromkeys(ids, (len(words), len(words)))
        for id, folded in asked(self.connection, _BEARERS, json.dumps(ids)):
            ranks[id] = min(ranks[id], _off(f" {folded} ", words))
        return sorted(ids, key=lambda id: ranks[id])

    def _allowed(self, ids: Sequence[int]) -> Sequence[int]:
        if not self.asked.event:
            return ids
        left = set(self.connection.scalars(select(_ROW.id).where(_ROW.id.in_(ids), self.asked.only)))
        return [id for id in ids if id in left]

    def _standing(self, words: Sequence[str]) -> set[str]:
        """Which of these begin a word of some name."""
        told = json.dumps(list(words), ensure_ascii=False)
        return {word for (word,) in asked(self.connection, _STANDING, told, _LAST)}


def _each(odd: set[str], words: Sequence[str]) -> list[set[str]]:
    """The words nobody bears are wrong; where somebody bears each, any one of them may be."""
    return [odd] if odd else [{word} for word in dict.fromkeys(words) if len(word) >= slips.SHORTEST]


def _joined(words: Sequence[str]) -> Iterator[list[str]]:
    for place in range(len(words) - 1):
        yield [*words[:place], words[place] + words[place + 1], *words[place + 2 :]]


def _off(folded: str, words: Sequence[Collection[str]]) -> tuple[int, int]:
    """How many of the words one person has not even begun, and how many not whole; any form of a word will do."""
    begun = sum(any(f" {form}" in folded for form in forms) for forms in words)
    whole = sum(any(f" {form} " in folded for form in forms) for forms in words)
    return len(words) - begun, len(words) - whole
