"""The one counting rule of both sides: journal facts in, the figures of a report out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from math import sqrt
from typing import Any

from common.periods import Period

EVENTS = ("birth", "marriage", "death")
LETTERS = ("birth", "marriage", "death", "thanks", "apology")
STAGES = ("prepared", "printed", "delivered")
REACTIONS = ("good", "bad", "none")
REGISTERED_LATE = 4
_Z95 = 1.959963984540054


def wilson(successes: int, n: int) -> tuple[float, float]:
    """The 95 % range (Wilson) of a share, from 0 to 1; without answers nothing is known: (0, 1)."""
    if not 0 <= successes <= n:
        raise ValueError(f"{successes} of {n} is no share")
    if not n:
        return 0.0, 1.0
    share, square = successes / n, _Z95**2
    middle = share + square / (2 * n)
    spread = _Z95 * sqrt(share * (1 - share) / n + square / (4 * n**2))
    scale = 1 + square / n
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


@dataclass(frozen=True, slots=True)
class Fact:
    """One journal line without names: what happened, when, to which random subject, with which figures."""

    kind: str
    on: date
    subject: str
    version: int = 1
    figures: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers to letters in a period: how many, and how they divide by score; by channel also those taken at a desk,
    which join neither number nor share. `scale` is how many levels the scores have, 0: they themselves tell."""

    n: int = 0
    by_score: Mapping[str, int] = field(default_factory=dict)
    by_channel: Mapping[str, int] = field(default_factory=dict)
    scale: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one period; letters and reactions are counted by the registrations they cover."""

    period: Period
    events: Mapping[str, int]
    letters: Mapping[str, Mapping[str, int]]
    ratings: Answers
    reactions: Mapping[str, int]
    late: Mapping[str, int]

    def to_json(self) -> dict[str, object]:
        """The report as the command lines print it."""
        return {
            "period": self.period.name,
            "events": dict(self.events),
            "letters": {letter: dict(stages) for letter, stages in self.letters.items()},
            "ratings": {
                "n": self.ratings.n,
                "by_score": dict(self.ratings.by_score),
                "by_channel": dict(self.ratings.by_channel),
            },
            "reactions": dict(self.reactions),
        }


def count(facts: Iterable[Fact], period: Period, answers: Answers) -> Report:
    """Count facts, given in the order of their journal, that belong to the period.

    Registrations count by the day they were registered, in their newest version, and nowhere once voided. Letters
    count by the day they were prepared, first printed and (by the newest line) delivered. Tallies of answers taken at
    a desk count by their month and only by channel.
    """
    facts = tuple(facts)
    registrations, letters = standing(facts)
    events, late = dict.fromkeys(EVENTS, 0), dict.fromkeys(EVENTS, 0)
    for figures in registrations:
        if period.contains(date.fromisoformat(figures["registered_on"])):
            events[figures["event"]] += 1
            late[figures["event"]] += is_late(figures)
    staged = {letter: dict.fromkeys(STAGES, 0) for letter in LETTERS}
    reactions = dict.fromkeys(REACTIONS, 0)
    for letter in letters:
        for stage, day in letter.days():
            if period.contains(day):
                staged[letter.kind][stage] += letter.covers
        if letter.delivered_on is not None and period.contains(letter.delivered_on):
            reactions[letter.reaction] += letter.covers
    return Report(period, events, staged, _with_tallies(answers, facts, period), reactions, late)


def is_late(figures: Mapping[str, Any]) -> bool:
    """Whether a registration came after its legal day."""
    return bool(figures.get("late")) or figures.get("registration_type") == REGISTERED_LATE


def _with_tallies(answers: Answers, facts: Iterable[Fact], period: Period) -> Answers:
    # Answers taken at a desk are shown by channel only: they never join the share of the letters' answers.
    channels = Counter(answers.by_channel)
    for fact in facts:
        if fact.kind == "ratings-tally" and period.contains(date.fromisoformat(f"{fact.figures['period']}-01")):
            channels[fact.figures["channel"]] += fact.figures["n"]
    return replace(answers, by_channel=dict(channels))


@dataclass(slots=True)
class StandingLetter:
    """A letter with the days of what happened to it; one that came back is handed over nowhere until it is again."""

    kind: str
    serial: int | None
    covers: int
    prepared_on: date
    printed_on: date | None = None
    delivered_on: date | None = None
    reaction: str = "none"
    returned_on: date | None = None

    def days(self) -> Iterator[tuple[str, date]]:
        """Each stage it has come to, with its day."""
        for stage, day in zip(STAGES, (self.prepared_on, self.printed_on, self.delivered_on), strict=True):
            if day is not None:
                yield stage, day


def standing(facts: Iterable[Fact]) -> tuple[list[Mapping[str, Any]], list[StandingLetter]]:
    """The figures of every registration that stands, in its newest version, and every letter that covers something,
    of facts in the order of their journal."""
    registrations: dict[str, Fact] = {}
    voided: set[str] = set()
    letters: dict[str, StandingLetter] = {}
    for fact in facts:
        if fact.kind in ("registered", "amended"):
            held = registrations.get(fact.subject)
            if held is None or held.version <= fact.version:
                registrations[fact.subject] = fact
        elif fact.kind == "voided":
            voided.add(fact.subject)
        elif fact.kind == "letter-prepared":
            letters[fact.subject] = _prepared(fact)
        elif fact.subject in letters:
            _move(letters[fact.subject], fact)
    standing = [fact.figures for subject, fact in registrations.items() if subject not in voided]
    return standing, [letter for letter in letters.values() if letter.covers > 0]


def _prepared(fact: Fact) -> StandingLetter:
    return StandingLetter(fact.figures["letter"], fact.figures.get("serial"), fact.figures["covers"], fact.on)


def _move(letter: StandingLetter, fact: Fact) -> None:
    """Changed in place: a province's letters are many, and nobody else has seen this one yet."""
    if fact.kind == "letter-printed":
        letter.printed_on = letter.printed_on or fact.on
    elif fact.kind == "letter-delivered" and "returned_on" in fact.figures:  # it came back: nobody has it
        letter.delivered_on, letter.reaction = None, "none"
        letter.returned_on = date.fromisoformat(fact.figures["returned_on"])
    elif fact.kind == "letter-delivered":
        letter.delivered_on = date.fromisoformat(fact.figures["delivered_on"])
        letter.reaction, letter.returned_on = fact.figures["reaction"], None
    elif fact.kind == "letter-voided":
        letter.covers -= fact.figures["covers"]
