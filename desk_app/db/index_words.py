"""What the index keeps of a registration: every ending of a name, and the words and figures it may be asked for by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from common.dates import PartialDate
from common.names import APOSTROPHES, PersonName, fold, tidy, word_suffixes
from desk_app.db.numbers import BookNumber
from desk_app.domain.events import AnyRegistration, Birth, Death

VERSION = 2
"""Counts up when `words_of` or `suffixes_of` give more than before: older registers are then read through once."""

# A letter for private use in front tells what a word is: nobody types it, and the word index takes it for a letter.
PLACE, DAY, BOOKED, NUMBER, DIGITS, DIGITS_END, BOOK, EVENT, UNIT, MARKED = map(chr, range(0xE000, 0xE00A))
PEOPLE = ("registration_id", "place", "folded", "born", "citizen_id")
FEWEST_DIGITS = 5
_NEW_TONES = ("òa óa ỏa õa ọa", "òe óe ỏe õe ọe", "ùy úy ủy ũy ụy")
_OLD_TONES = ("oà oá oả oã oạ", "oè oé oẻ oẽ oẹ", "uỳ uý uỷ uỹ uỵ")
_NEW = dict(zip(" ".join(_OLD_TONES).split(), " ".join(_NEW_TONES).split(), strict=True))
_OLD = {new: old for old, new in _NEW.items()}
_TONED = re.compile(rf"(?<!q)(?:{'|'.join([*_NEW, *_OLD])})(?!\w)")
_SIGN = re.compile(r"[\W_]+")
_RUN = re.compile(r"[0-9]+")


def names_of(registration: AnyRegistration) -> tuple[PersonName, ...]:
    """Everybody a registration names, those it is about first."""
    named = [person.name for person in registration.people()]
    named += [name for name in (_mother(registration), _father(registration)) if name]
    declarant = registration.declarant
    named += [declarant.name] if declarant and declarant.name else []
    return tuple(dict.fromkeys(named))


def entries_of(registration: AnyRegistration) -> list[tuple[str, bytes]]:
    """What `suffixes_of` gives for everybody a registration names."""
    return suffixes_of(names_of(registration))


def suffixes_of(names: Iterable[PersonName]) -> list[tuple[str, bytes]]:
    """Every ending of these names that starts at a word, without and with marks, each with the name's sort key."""
    found: dict[tuple[str, bytes], None] = {}
    for name in names:
        key = name.sort_key
        # A name of signs alone folds to nothing; it is found as it is written.
        for form in {name.folded, marked(name.text) or name.text}:
            found.update(((suffix, key), None) for suffix in word_suffixes(form))
    return list(found)


def words_of(registration: AnyRegistration) -> str:
    """The words and figures of a registration for the word index, in the order in which phrases are looked for."""
    names = names_of(registration)
    marks = {word for name in names for word in marked_words(name.text)}
    told = [name.folded for name in names]
    told += [MARKED + word for word in sorted(marks)]
    told += [words for text in dict.fromkeys(_places(registration)) for words in (place_words(text), PLACE)]
    told += sorted({DAY + figures(day.iso()) for day in _days(registration)})
    told += [BOOKED + figures(registration.registered_on.isoformat()), EVENT + registration.event]
    told += [NUMBER + number_word(registration), BOOK + book_word(registration.book), UNIT + registration.unit]
    for digits in sorted(set(_digits(registration))):
        told += [DIGITS + digits, DIGITS_END + digits[::-1]]
    return " ".join(told)


def marked(text: str) -> str:
    """The text as searched for with its marks: only case and apostrophes do not count."""
    return "".join(letter for letter in tidy(text).lower() if letter not in APOSTROPHES)


def marked_words(text: str) -> tuple[str, ...]:
    """The words of a text that bear marks, as the word index keeps them."""
    words = (_SIGN.sub("", word) for word in tones_moved(marked(text), _NEW).split())
    return tuple(word for word in words if not word.isascii())


def tones_moved(text: str, pairs: Mapping[str, str]) -> str:
    """The text with the tones of oa, oe and uy at a word's end moved to the other letter."""
    return _TONED.sub(lambda found: pairs.get(found[0], found[0]), text)


def ways_to_write(text: str) -> tuple[str, ...]:
    """A text with marks as typed, and with every tone where the new and the old school write it."""
    return tuple(dict.fromkeys((text, tones_moved(text, _NEW), tones_moved(text, _OLD))))


def place_words(text: str) -> str:
    """The words of a place, each told apart from a name's."""
    return " ".join(PLACE + word for word in split_words(fold(text)))


def split_words(folded: str) -> list[str]:
    """The words as the word index cuts them."""
    return [word for word in _SIGN.split(folded) if word]


def figures(text: str) -> str:
    """Only the digits."""
    return "".join(_RUN.findall(text))


def book_word(book: str) -> str:
    """A book's name as one word, its zeros in front gone: `01/2026` and `1/2026` are one book."""
    return "".join(part.lstrip("0") or "0" for part in split_words(fold(book)))


def number_word(registration: AnyRegistration) -> str:
    """A number of the book as one word, its zeros in front and its year gone."""
    return norm_word(BookNumber.of(registration.number, registration.registered_on.year).norm)


def norm_word(norm: str) -> str:
    """A compared number as one word."""
    return "".join(split_words(fold(norm)))


def people_rows(id: int, registration: AnyRegistration) -> Iterator[tuple[int, int, str, str, str]]:
    """The rows of the people a registration is about, in order, as `PEOPLE` names their columns."""
    for place, person in enumerate(registration.people()):
        born = person.born.iso() if person.born else ""
        yield id, place, person.name.folded, born, person.citizen_id.digits if person.citizen_id else ""


def _mother(registration: AnyRegistration) -> PersonName | None:
    return registration.mother_name if isinstance(registration, Death) else None


def _father(registration: AnyRegistration) -> PersonName | None:
    return registration.father_name if isinstance(registration, Death) else None


def _places(registration: AnyRegistration) -> Iterator[str]:
    yield registration.hamlet
    if isinstance(registration, Birth):
        yield from (registration.birth_place, registration.home_town)
    if isinstance(registration, Death):
        yield from (registration.last_residence, registration.died_place)
    yield from (person.residence for person in registration.people())
    if registration.declarant:
        yield registration.declarant.residence


def _days(registration: AnyRegistration) -> Iterator[PartialDate]:
    yield registration.happened_on
    yield from (person.born for person in registration.people() if person.born)


def _digits(registration: AnyRegistration) -> Iterator[str]:
    for person in registration.people():
        if person.citizen_id:
            yield person.citizen_id.digits
        yield from (run for run in _RUN.findall(person.id_paper) if len(run) >= FEWEST_DIGITS)
    if registration.declarant and registration.declarant.citizen_id:
        yield registration.declarant.citizen_id.digits
