"""One registration as the column at the right shows it: facts, what was done, its letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from common.dates import PartialDate
from common.words import find as words
from common.words.labels import ROLE_WORDS, SEX_WORDS
from desk_app.db.register import Reading
from desk_app.db.registrations import Kept, Version
from desk_app.domain.events import EVENTS, AnyRegistration, Birth, Marriage
from desk_app.domain.people import Person
from desk_app.services.alike import other_of
from desk_app.services.brief_life import told_beside
from desk_app.services.guarded import guarded_facts
from desk_app.services.naming import Tagged, names_of, tag_of

MOST_LETTERS = 50


@dataclass(frozen=True, slots=True)
class Done:
    """One thing that was done: a word, more of it, and when."""

    what: str
    more: str
    when: str


@dataclass(frozen=True, slots=True)
class LetterOf:
    """A letter over this registration that still counts."""

    id: int
    state: str
    words: str


@dataclass(frozen=True, slots=True)
class Record:
    """A registration, ready to show; `guarded`: personal numbers, ethnic groups and the cause of death, masked until
    somebody asks for them (`revealed`)."""

    id: int
    event: str
    live: bool
    tags: tuple[Tagged, ...]
    place: str
    title: str
    facts: tuple[tuple[str, str], ...]
    done: tuple[Done, ...]
    letters: tuple[LetterOf, ...]
    guarded: tuple[tuple[str, str], ...] = ()
    revealed: bool = False
    alike: str = ""
    """Which record it may stand twice with, while nobody has said that it does not."""
    beside: int = 0
    both_acts: str = ""
    """The other act of a child that lived under 24 hours: its record (0: still to be written), and a line about it."""

    @property
    def key(self) -> int:
        """Its id; below zero where it is a letter that stands for no registration."""
        return self.id if self.event in EVENTS else -self.id

    def lines(self) -> tuple[tuple[str, str], ...]:
        """The facts, and with each person what is guarded of them: nobody is named twice."""
        told = dict(self.facts)
        for name, line in self.guarded:
            told[name] = f"{told[name]}, {line}" if name in told else line
        return tuple(told.items())


def record_of(reading: Reading, kept: Kept, today: date) -> Record:
    """The record of a registration as it stands."""
    registration = kept.registration
    letters = [one for one in reading.overview.letters_over([kept.id], MOST_LETTERS)]
    steps = [*_versions(reading.registrations.history(kept.id))]
    for letter in reversed(letters):
        steps += [(line.on, words.act(line.kind, line.figures)) for line in reading.journal.of_subject(letter.subject)]
    beside, both_acts = told_beside(reading, registration)
    steps.sort(key=lambda step: step[0][:10])
    return Record(
        id=kept.id,
        event=kept.event,
        live=kept.state == "live",
        tags=_tags(kept),
        place=words.place(registration.number, registration.book),
        title=names_of(registration),
        facts=(*_facts(registration), *([(words.BRIEF_LIFE, _capital(both_acts))] if both_acts else [])),
        done=tuple(Done(*told, words.moment(at, today)) for at, told in steps),
        letters=tuple(
            LetterOf(one.id, one.state, words.letter_second(one.code, one.state, one.way, _day(one.delivered_on)))
            for one in letters
            if one.state != "void"
        ),
        guarded=guarded_facts(registration),
        alike=_alike(reading, kept),
        beside=beside,
        both_acts=both_acts,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _alike(reading: Reading, kept: Kept) -> str:
    other = other_of(reading, kept)
    return words.ALIKE.format(number=other.registration.number, names=names_of(other.registration)) if other else ""


def _tags(kept: Kept) -> tuple[Tagged, ...]:
    if kept.state != "live":
        return tag_of(kept.event), Tagged(words.VOIDED, "son")
    late = kept.registration.late
    if kept.event == "marriage":
        return (tag_of(kept.event),)
    return tag_of(kept.event), Tagged(words.LATE, "hoe") if late else Tagged(words.ON_TIME, "sen")


def _versions(history: tuple[Version, ...]) -> Iterator[tuple[str, tuple[str, str]]]:
    for version in history:
        if version.state == "void":
            yield version.at, words.voided(version.reason, version.who)
        elif version.version == 1:
            yield version.at, words.entered(version.who)
        else:
            yield version.at, words.amended(version.version, version.reason, version.who)


def _facts(registration: AnyRegistration) -> Iterator[tuple[str, str]]:
    if isinstance(registration, Birth):
        yield words.BORN, _with_sex(registration.child)
        yield from _people((("mother", registration.mother), ("father", registration.father)))
    elif isinstance(registration, Marriage):
        yield from _people((("husband", registration.husband), ("wife", registration.wife)))
    else:
        yield words.BORN, _with_sex(registration.deceased)
        yield words.DIED, registration.died_on.slashed()
        yield words.IN_WORDS, registration.died_in_words
        if registration.last_residence:
            yield words.RESIDENCE, registration.last_residence
    declarant = registration.declarant
    relation = declarant.relation if declarant else ""
    name = declarant.name.text if declarant and declarant.name else ""
    yield words.REGISTERED, words.registered(f"{registration.registered_on:%d/%m/%Y}", relation, relation or name)


def _people(named: tuple[tuple[str, Person | None], ...]) -> Iterator[tuple[str, str]]:
    for role, person in named:
        if person is not None:
            yield ROLE_WORDS[role], words.born(person.name.text, _year(person.born))


def _with_sex(person: Person) -> str:
    born = person.born.slashed() if person.born else ""
    sex = "" if person.sex == "unknown" else SEX_WORDS[person.sex].lower()
    return ", ".join(part for part in (born, sex) if part)


def _year(born: PartialDate | None) -> str:
    return str(born.year) if born else ""


def _day(on: date | None) -> str:
    return f"{on:%d/%m/%Y}" if on else ""
