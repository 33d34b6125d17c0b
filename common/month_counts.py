"""Figures kept by month: added up over months and desks they give the report of a longer period, by the same rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from common.counts import EVENTS, LETTERS, REACTIONS, STAGES, Answers, Fact, Report, StandingLetter, is_late, standing
from common.periods import Period
from common.voice_counts import follow_ups

MonthFigures = Mapping[str, int]
"""What happened in one month, by name: `event birth`, `late birth`, `birth prepared`, `birth returned`,
`reaction good`, `channel slip`. A name that is not there is 0. `code prepared birth` and `code delivered birth` count
letters that carry a code, each once: one letter is answered once, whatever it covers. Follow-ups as in
`common.voice_counts`."""


def count_days(facts: Iterable[Fact], period: Period) -> Counter[str]:
    """The figures of a period that need not begin or end with a month."""
    return within(_counted(tuple(facts)), period)


def within(days: Mapping[tuple[str, str], int], period: Period) -> Counter[str]:
    """What numbers by day (ISO) and name come to in a period."""
    first, last = period.first.isoformat(), period.last.isoformat()
    found: Counter[str] = Counter()
    for (day, name), covers in days.items():
        if first <= day <= last:
            found[name] += covers
    return found


def _counted(facts: tuple[Fact, ...]) -> Counter[tuple[str, str]]:
    counted = count_standing(*standing(facts))
    counted.update(follow_ups(facts))
    counted.update(tallies(facts))
    return counted


def tallies(facts: Iterable[Fact]) -> Counter[tuple[str, str]]:
    """Answers that desks took, on the first day (ISO) of their month, by channel."""
    counted: Counter[tuple[str, str]] = Counter()
    for fact in facts:
        if fact.kind == "ratings-tally":
            counted[f"{fact.figures['period']}-01", f"channel {fact.figures['channel']}"] += fact.figures["n"]
    return counted


def count_standing(
    registrations: Iterable[Mapping[str, Any]], letters: Iterable[StandingLetter]
) -> Counter[tuple[str, str]]:
    """What `common.counts.standing` found, by day (ISO) and name: registrations, letters and their reactions."""
    counted: Counter[tuple[str, str]] = Counter()
    for (day, event, late), n in Counter(
        (one["registered_on"], one["event"], is_late(one)) for one in registrations
    ).items():
        counted[day, f"event {event}"] += n
        if late:
            counted[day, f"late {event}"] = n
    for letter, coded in _alike(letters):
        for name, step in _steps(letter):
            counted[step.isoformat(), name] += letter.covers
        for stage, step in letter.days() if coded else ():
            counted[step.isoformat(), f"code {stage} {letter.kind}"] += coded
    return counted


def _alike(letters: Iterable[StandingLetter]) -> Iterator[tuple[StandingLetter, int]]:
    """Letters of a kind that came the same way on the same days as one, with what all of them cover, and how many of
    them carry a code: of many thousand letters a few hundred ways are left."""
    covers: Counter[tuple[Any, ...]] = Counter()
    coded: Counter[tuple[Any, ...]] = Counter()
    for one in letters:
        way = (one.kind, one.prepared_on, one.printed_on, one.delivered_on, one.reaction, one.returned_on)
        covers[way] += one.covers
        if one.serial is not None:
            coded[way] += 1
    for way, n in covers.items():
        kind, prepared, printed, delivered, reaction, returned = way
        yield StandingLetter(kind, None, n, prepared, printed, delivered, reaction, returned), coded[way]


def _steps(letter: StandingLetter) -> Iterator[tuple[str, date]]:
    for stage, day in letter.days():
        yield f"{letter.kind} {stage}", day
    if letter.delivered_on is not None:
        yield f"reaction {letter.reaction}", letter.delivered_on
    elif letter.returned_on is not None:
        yield f"{letter.kind} returned", letter.returned_on


def added(months: Iterable[MonthFigures]) -> Counter[str]:
    """All of them together."""
    whole: Counter[str] = Counter()
    for month in months:
        whole.update(month)
    return whole


def report_of(figures: MonthFigures, period: Period, answers: Answers) -> Report:
    """The report that these figures, those of the period's months added up, come to."""
    channels = Counter(answers.by_channel)
    channels.update({name.removeprefix("channel "): n for name, n in figures.items() if name.startswith("channel ")})
    return Report(
        period,
        {event: figures.get(f"event {event}", 0) for event in EVENTS},
        {letter: {stage: figures.get(f"{letter} {stage}", 0) for stage in STAGES} for letter in LETTERS},
        replace(answers, by_channel=dict(channels)),
        {reaction: figures.get(f"reaction {reaction}", 0) for reaction in REACTIONS},
        {event: figures.get(f"late {event}", 0) for event in EVENTS},
    )
