"""Answers taken at the desk go up as a tally per channel and closed month; what came late goes up as one more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import cast

from common.periods import Period
from desk_app.db.register import Reading, Work


def untold_tallies(store: Reading | Work, month: Period) -> tuple[dict[str, object], ...]:
    """The figures of the `ratings-tally` lines that the journal still lacks up to the end of the month."""
    told: Counter[tuple[str, str, str]] = Counter()
    for fact in store.journal.facts("ratings-tally"):
        told.update(_scores_of(fact.figures))
    taken = store.ratings.desk_answers(Period("", date.min, month.last))
    left = Counter((one.on.isoformat()[:7], one.channel, str(one.score)) for one in taken) - told
    return tuple(
        _figures(place, {score: n for (*known, score), n in sorted(left.items()) if tuple(known) == place})
        for place in sorted({(period, channel) for period, channel, _ in left})
    )


def _figures(place: tuple[str, str], scores: dict[str, int]) -> dict[str, object]:
    period, channel = place
    return {"period": period, "channel": channel, "n": sum(scores.values()), "by_score": scores}


def _scores_of(figures: Mapping[str, object]) -> Counter[tuple[str, str, str]]:
    by_score = cast("Mapping[str, int]", figures["by_score"])
    place = (str(figures["period"]), str(figures["channel"]))
    return Counter({(*place, score): n for score, n in by_score.items()})
