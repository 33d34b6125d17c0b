"""Answers taken at the desk go up as a tally per channel, closed month and scale, what came late as one more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from common.periods import Period
from common.questions import choices_told
from desk_app.db.ratings import DeskAnswer
from desk_app.db.register import Reading, Work

Place = tuple[str, str, int]
"""Month, channel and how many levels: answers on two scales are never in one tally."""


def untold_tallies(store: Reading | Work, month: Period) -> tuple[dict[str, object], ...]:
    """The figures of the `ratings-tally` lines that the journal still lacks up to the end of the month."""
    told = _told(fact.figures for fact in store.journal.facts("ratings-tally"))
    left = _taken(store.ratings.desk_answers(Period("", date.min, month.last))) - told
    return tuple(
        _figures(place, {name: n for (at, name), n in sorted(left.items()) if at == place})
        for place in sorted({at for at, _ in left})
    )


def _taken(answers: Iterable[DeskAnswer]) -> Counter[tuple[Place, str]]:
    counted: Counter[tuple[Place, str]] = Counter()
    for answer in answers:
        place = (answer.on.isoformat()[:7], answer.channel, answer.scale)
        counted.update((place, name) for name in (str(answer.score), *choices_told(answer.asked)))
    return counted


def _told(lines: Iterable[Mapping[str, object]]) -> Counter[tuple[Place, str]]:
    counted: Counter[tuple[Place, str]] = Counter()
    for figures in lines:
        # A line of before scales were told is on three levels: no other was ever taken then.
        place = (str(figures["period"]), str(figures["channel"]), _number(figures.get("scale", 3)))
        for tally in (figures["by_score"], figures.get("asked", {})):
            if isinstance(tally, Mapping):
                counted.update({(place, name): n for name, n in tally.items()})
    return counted


def _figures(place: Place, counted: Mapping[str, int]) -> dict[str, object]:
    scores = {name: n for name, n in counted.items() if "." not in name}
    asked = {name: n for name, n in counted.items() if "." in name}
    period, channel, scale = place
    told = {"period": period, "channel": channel, "n": sum(scores.values()), "by_score": scores, "scale": scale}
    return {**told, "asked": asked} if asked else told


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
