"""What the register knows of a criterion, and the points that follow from it: counted by the rules of the reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from common.counts import EVENTS
from common.criteria import Criterion
from common.model_report import Figures, SurveyCount
from common.scales import Spread
from common.small_groups import SMALLEST


@dataclass(frozen=True, slots=True)
class Value:
    """A figure of the register: `part` of `whole`, or a number alone where `whole` is None."""

    part: int
    whole: int | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What a year's figures do not hold: follow-ups that stand open past their day, reports that were issued."""

    overdue: int = 0
    reports: int = 0


def values_of(figures: Figures, beside: Beside) -> Mapping[str, Value]:
    """Every figure of the register by its name; shares of nothing, and shares of so few answers that they are not
    told, are left out."""
    shares = {name: Value(part, whole) for name, part, whole in _shares(figures, beside) if whole}
    return {**shares, **{name: Value(n) for name, n in _amounts(figures, beside)}}


def proposed(criterion: Criterion, value: Value | None) -> int | None:
    """The points that follow from a figure; None where somebody has to judge."""
    if value is None or criterion.rule == "hand":
        return None
    if criterion.rule == "yes-no":
        return criterion.most if value.part else 0
    whole = value.whole
    reached = (
        band.points
        for band in criterion.bands
        if (value.part >= band.least if whole is None else 100 * value.part >= band.least * whole)
    )
    return next(reached, 0)


def _shares(figures: Figures, beside: Beside) -> Iterator[tuple[str, int, int]]:
    report, year, tasks = figures.report, figures.year, figures.follow_ups
    events = sum(report.events.values())
    yield "events-on-time", events - sum(report.late.values()), events
    yield "letters-delivered", sum(report.letters[kind]["delivered"] for kind in EVENTS), events
    for kind in EVENTS:
        yield f"letters-{kind}", report.letters[kind]["delivered"], report.events[kind]
    answers = report.ratings
    if answers.n >= SMALLEST:
        yield "satisfaction", Spread(answers.scale or 3, answers.by_score).content, answers.n
    yield from _surveyed(figures.surveys)
    yield "follow-ups-in-time", tasks.in_time, tasks.done + beside.overdue
    settled = year.answered("answered") + year.settled
    yield "opinions-settled", settled, settled + year.waiting
    yield "opinions-in-time", year.in_time, year.settled + year.late
    cases = [year.meetings[what] for what in ("complaint", "denunciation")]
    yield "complaints-settled", sum(one.settled for one in cases), sum(one.n for one in cases)


def _surveyed(surveys: tuple[SurveyCount, ...]) -> Iterator[tuple[str, int, int]]:
    told = [one for one in surveys if one.by_score]
    content = sum(Spread(one.scale, one.by_score).content for one in told)
    yield "survey-satisfaction", content, sum(one.n for one in told)
    yield "surveys-returned", sum(one.returned for one in surveys), sum(one.handed for one in surveys)


def _amounts(figures: Figures, beside: Beside) -> Iterator[tuple[str, int]]:
    year = figures.year
    for kind in ("thanks", "apology"):
        yield f"letters-{kind}", figures.report.letters[kind]["delivered"]
    yield "sessions", year.sessions
    yield "receptions", year.meetings["reception"].times
    yield "dialogues", year.meetings["dialogue"].times
    yield "surveys", len(figures.surveys)
    yield "commendations", sum(year.commendations.values())
    yield "reports-issued", beside.reports
