"""What a report of the model counts, out of journal facts: read once, then told of any period by its days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from common.counts import EVENTS, Answers, Fact, standing
from common.model_report import Evidence, Figures, MonthBar, SurveyCount, UnitEvents
from common.month_counts import count_standing, report_of, within
from common.periods import Period
from common.small_groups import SMALLEST
from common.units import UnitTable
from common.voice_counts import follow_ups, follow_ups_of, surveys
from common.year_counts import KINDS, year_days, year_of

LASTING = (*KINDS, "follow-up-opened", "follow-up-done", "survey-tally")
"""Kinds of which every line is read, whatever the period: what was owed long ago may be settled in it."""
MONTHS = 6
"""So many months stand side by side in the chart."""
_KEPT, _HANDED = "letters kept", "letters handed"


@dataclass(frozen=True, slots=True)
class DayFigures:
    """What happened, as numbers by day (ISO) and name: registrations and letters in `numbers`, the rest in `year` and
    `tasks`; `surveys` the newest line of each."""

    numbers: Mapping[tuple[str, str], int]
    year: Mapping[tuple[str, str], int]
    tasks: Mapping[tuple[str, str], int]
    surveys: tuple[Fact, ...]

    def figures(self, period: Period, answers: Answers) -> Figures:
        """Everything counted of a period that lies within what was read."""
        return Figures(
            report_of(within(self.numbers, period), period, answers),
            year_of(self.year, period),
            follow_ups_of(within(self.tasks, period)),
            tuple(_survey(one) for one in self.surveys if _ended_in(one, period)),
        )

    def units(self, table: UnitTable, period: Period) -> tuple[UnitEvents, ...]:
        """Registrations of the period by the commune in whose book they stand, under the name of then; those with the
        most first."""
        found: dict[tuple[str, str], Counter[str]] = {}
        for (day, name), n in self.numbers.items():
            if name.startswith("unit ") and period.first.isoformat() <= day <= period.last.isoformat():
                _, code, event = name.split()
                found.setdefault((code, _named(table, code, day)), Counter())[event] += n
        rows = [UnitEvents(*unit, {event: events[event] for event in EVENTS}) for unit, events in found.items()]
        return tuple(sorted(rows, key=lambda row: (-sum(row.events.values()), row.unit, row.name)))

    def months(self, last: date) -> tuple[MonthBar, ...]:
        """Six months up to that day: registrations, and letters of families that were handed over."""
        return tuple(_bar(month, within(self.numbers, month)) for month in months_until(last))

    def evidence(self, period: Period, files: Mapping[str, int]) -> Evidence:
        """What can be shown of the period."""
        told = within(self.numbers, period)
        return Evidence(told[_KEPT], told[_HANDED], dict(files))


def day_figures(facts: Iterable[Fact], lasting: Iterable[Fact]) -> DayFigures:
    """Count facts about registrations and letters, in the order of their journal, and every line of `LASTING`."""
    registrations, letters = standing(facts)
    numbers = count_standing(registrations, letters)
    books = Counter((told["registered_on"], told["unit"], told["event"]) for told in registrations)
    numbers.update({(day, f"unit {unit} {event}"): n for (day, unit, event), n in books.items()})
    for name, days in ((_KEPT, (one.prepared_on for one in letters)), (_HANDED, (one.delivered_on for one in letters))):
        numbers.update({(day.isoformat(), name): n for day, n in Counter(days).items() if day is not None})
    kept = tuple(lasting)
    told_of = sorted(surveys(kept).items(), key=lambda one: (str(one[1].figures["ended_on"]), one[0]))
    return DayFigures(numbers, year_days(kept), follow_ups(kept), tuple(fact for _, fact in told_of))


def months_until(last: date) -> Iterator[Period]:
    """Six months, the last of them cut on that day."""
    for back in reversed(range(MONTHS)):
        year, month = divmod(last.year * 12 + last.month - 1 - back, 12)
        if year > 0:
            first = date(year, month + 1, 1)
            yield Period(f"{first:%Y-%m}", first, last if not back else _month_end(first))


def _month_end(first: date) -> date:
    year, month = divmod(first.year * 12 + first.month, 12)
    return date.fromordinal(date(year, month + 1, 1).toordinal() - 1)


def _bar(month: Period, told: Mapping[str, int]) -> MonthBar:
    registered = sum(told.get(f"event {event}", 0) for event in EVENTS)
    return MonthBar(month.name, registered, sum(told.get(f"{event} delivered", 0) for event in EVENTS))


def _named(table: UnitTable, code: str, day: str) -> str:
    unit = table.unit(code, date.fromisoformat(day)) or next(iter(table.known(code)), None)
    return unit.official if unit else code


def _ended_in(fact: Fact, period: Period) -> bool:
    return period.contains(date.fromisoformat(fact.figures["ended_on"]))


def _survey(fact: Fact) -> SurveyCount:
    told = fact.figures
    n = int(told["n"])
    sort, days = (told["survey"], told["by"]), (told["began_on"], told["ended_on"])
    slips = (int(told["handed"]), int(told["returned"]), n, int(told["scale"]))
    return SurveyCount(*sort, *days, *slips, dict(told["by_score"]) if n >= SMALLEST else {})
