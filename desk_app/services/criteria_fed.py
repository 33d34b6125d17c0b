"""The figures of a year that feed criteria, counted from the journal by the rules of every report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from common.counts import Fact
from common.criteria import CriteriaSet, Criterion
from common.criteria_figures import Beside, Value, values_of
from common.model_report import Figures, SurveyCount
from common.periods import NotAPeriod, Period
from common.small_groups import SMALLEST
from common.voice_counts import FollowUps, follow_ups, follow_ups_of, still_open, surveys
from common.year_counts import KINDS, count_year
from desk_app.db.register import Reading
from desk_app.reports.office_report import make_report
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

_TASKS = ("follow-up-opened", "follow-up-done")


@dataclass(frozen=True, slots=True)
class Fed:
    """What the register gives of one year: figures by name, files by criterion, the days counted."""

    period: Period
    as_of: date
    values: Mapping[str, Value]
    files: Mapping[str, int]

    def value(self, criterion: Criterion) -> Value | None:
        """The figure of a criterion; of one fed by evidence its own files."""
        if criterion.fed == "evidence":
            return Value(self.files.get(criterion.code, 0))
        return self.values.get(criterion.fed)


def year_of_set(seat: Seat, one: CriteriaSet, year: int) -> Period:
    """The days that are scored. Raises Mistake("criteria-year") for one that has not begun, or that the set's calendar
    does not have."""
    if not 2000 <= year <= 2199:
        raise Mistake("criteria-year", {"year": str(year)})
    try:
        span = seat.calendars().read_period(f"{year}@{one.calendar}" if one.calendar else f"{year}")
    except NotAPeriod as wrong:
        raise Mistake("criteria-year", {"year": str(year)}) from wrong
    if span.first > seat.today():
        raise Mistake("criteria-year", {"year": str(year)})
    return span


def fed(reading: Reading, period: Period, about: tuple[str, int], today: date) -> Fed:
    """What the register gives until today; `about`: the set's id and the year, by which files are known."""
    as_of = min(period.last, today)
    span = replace(period, last=as_of)
    values = values_of(*_figures(reading, span))
    return Fed(period, as_of, values, reading.criteria.files(*about))


def _figures(reading: Reading, span: Period) -> tuple[Figures, Beside]:
    report = make_report(tuple(reading.journal.facts_about(span)), span, reading.ratings.answers(span))
    rare = tuple(reading.journal.facts(*_TASKS, *KINDS, "survey-tally", "report-issued"))
    tasks = [fact for fact in rare if fact.kind in _TASKS and fact.on <= span.last]
    overdue = sum(n for due, n in still_open(tasks).items() if due < span.last.isoformat())
    issued = {fact.subject for fact in rare if fact.kind == "report-issued" and span.contains(fact.on)}
    held = tuple(_survey(fact) for fact in surveys(rare).values() if _ends_in(fact, span))
    figures = Figures(report, count_year(rare, span), _within(tasks, span), held)
    return figures, Beside(overdue, len(issued))


def _within(facts: list[Fact], span: Period) -> FollowUps:
    counted: Counter[str] = Counter()
    for (day, name), n in follow_ups(facts).items():
        if span.contains(date.fromisoformat(day)):
            counted[name] += n
    return follow_ups_of(counted)


def _ends_in(fact: Fact, span: Period) -> bool:
    return span.contains(date.fromisoformat(str(fact.figures["ended_on"])))


def _survey(fact: Fact) -> SurveyCount:
    told = fact.figures
    by_score = dict(told.get("by_score", {})) if told["n"] >= SMALLEST else {}
    names = ("survey", "by", "began_on", "ended_on", "handed", "returned", "n", "scale")
    return SurveyCount(**{name: told[name] for name in names}, by_score=by_score)
