"""Letters against events: what every commune registered in a period, and what became of the letters, as facts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from common.counts import EVENTS, LETTERS, Answers, Fact, Report
from common.month_counts import MonthFigures, added, count_days, report_of
from common.periods import Period
from common.words.report_table import month_words
from district.dashboards import COUNTING, communes
from district.places import Place, Places
from district.pools import answers_in
from district.recount import Recount
from district.recounting import facts_of_desk, recounts_over
from district.store.batches import Batch
from district.store.desks import DeskRow
from district.store.store import Store


@dataclass(frozen=True, slots=True)
class CommuneFigures:
    """One commune's figures of the period, and the answers in batches formed in it."""

    place: Place
    figures: MonthFigures
    answers: Answers

    @property
    def without_letter(self) -> int:
        """How many more events were registered in the period than letters over events were prepared in it."""
        return sum(max(0, self.of(f"event {event}") - self.of(f"{event} prepared")) for event in EVENTS)

    @property
    def not_handed(self) -> int:
        """How many more letters were prepared in the period than handed over in it."""
        return sum(max(0, self.of(f"{kind} prepared") - self.of(f"{kind} delivered")) for kind in LETTERS)

    def of(self, name: str) -> int:
        """One figure by its name (`common.month_counts.MonthFigures`)."""
        return self.figures.get(name, 0)


@dataclass(frozen=True, slots=True)
class LettersTable:
    """The communes by name, each with what was counted; the report is what they come to together."""

    period: Period
    rows: tuple[CommuneFigures, ...]
    report: Report
    whole: MonthFigures

    @property
    def without_letter(self) -> int:
        """The sum of the communes' events without a letter."""
        return sum(row.without_letter for row in self.rows)

    @property
    def not_handed(self) -> int:
        """The sum of the communes' letters that were not handed over."""
        return sum(row.not_handed for row in self.rows)


def letters_table(store: Store, places: Places, period: Period) -> LettersTable:
    """The table of a period, read from what was counted before."""
    counted = recounts_over(store, [period])
    with store.reading() as work:
        found = communes(places, (desk for desk in work.desks.all() if desk.state in COUNTING))
        batches = work.batches.all()
        by_office = _by_office(batches)
        rows = tuple(_row(one, period, counted, by_office) for one in found)
    whole = added(row.figures for row in rows)
    return LettersTable(period, rows, report_of(whole, period, answers_in(batches, period)), whole)


def months_table(store: Store, places: Places, period: Period, code: str) -> LettersTable | None:
    """The same of one commune, month by month; None where it takes no part. A period that begins or ends within a month
    has its first or last month cut."""
    with store.reading() as work:
        found = communes(places, (desk for desk in work.desks.all() if desk.state in COUNTING))
        one = next((one for one in found if one[0].code == code), None)
        if one is None:
            return None
        facts = [tuple(facts_of_desk(work, desk.number)) for desk in one[1]]
        units = {desk.unit for desk in one[1]}
        batches = [batch for unit in sorted(units) for batch in work.batches.of_unit(unit)]
    rows = tuple(_month(one[0], month, facts, batches) for month in period.months())
    whole = added(row.figures for row in rows)
    return LettersTable(period, rows, report_of(whole, period, answers_in(batches, period)), whole)


def _month(place: Place, month: Period, facts: Iterable[tuple[Fact, ...]], batches: Sequence[Batch]) -> CommuneFigures:
    name = month_words(month.first)
    figures = added(count_days(told, month) for told in facts)
    return CommuneFigures(Place(place.code, name, name, place.group), figures, answers_in(batches, month))


def _by_office(batches: Iterable[Batch]) -> Mapping[str, list[Batch]]:
    found: dict[str, list[Batch]] = {}
    for batch in batches:
        found.setdefault(batch.unit, []).append(batch)
    return found


def _row(
    found: tuple[Place, Sequence[DeskRow]],
    period: Period,
    counted: Mapping[int, Recount],
    batches: Mapping[str, Sequence[Batch]],
) -> CommuneFigures:
    place, desks = found
    figures = added(counted[desk.number].of(period) for desk in desks if desk.number in counted)
    units = sorted({desk.unit for desk in desks})
    ours = [one for unit in units for one in batches.get(unit, ())]
    return CommuneFigures(place, figures, answers_in(ours, period))
