"""The model's report of one commune, or of all together, counted from the lines that desks sent by the code that counts
it at the desk. What people wrote to a report, and its files, stay in the commune: here texts are empty.

Answers to letters are told in pools of this office (`district.pools`), so ratings may stand in another period than in
the commune's own report; everything else is equal as of the same lines.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from common.compared_periods import last_year, span_before
from common.counts import EVENTS, LETTERS, Fact
from common.model_figures import DayFigures, months_until
from common.model_report import Figures, Head, ModelReport, UnitEvents
from common.month_counts import added
from common.periods import Period
from common.units import Unit, UnitTable
from common.words import year_reports as words
from district.dashboards import COUNTING, communes
from district.periods import asked_by, calendars, due_of
from district.places import Place, Places
from district.pools import answers_in
from district.recount import Recount, recount_of
from district.recounting import facts_of_desk, recounts_over
from district.reports import Former, of_former
from district.store.batches import Batch
from district.store.desks import DeskRow
from district.store.store import Store
from district.told_reports import PackTold, Told, told_by


@dataclass(frozen=True, slots=True)
class CommuneYear:
    """One commune: its figures of the period, and what it told of reports, scores and packs."""

    place: Place
    figures: Figures
    told: Told


@dataclass(frozen=True, slots=True)
class Over:
    """A unit of any level or time: its code, the desks it is counted from, and which units' of theirs alone."""

    unit: str
    desks: Sequence[DeskRow]
    former: Mapping[int, Former]


@dataclass(frozen=True, slots=True)
class YearTable:
    """The communes by name in a period, what they come to together, and by when its report is due (None: no day)."""

    period: Period
    rows: tuple[CommuneYear, ...]
    whole: Figures
    due: date | None


@dataclass(frozen=True, slots=True)
class _Found:
    """Whom a report is about: the communes with their desks, recounts by desk, batches by the office they are of."""

    communes: Sequence[tuple[Place, Sequence[DeskRow]]]
    counted: Mapping[int, Recount]
    batches: Mapping[str, Sequence[Batch]]
    """Those of a desk that is asked for under a former unit are left out: they have gone along with it."""

    @property
    def desks(self) -> tuple[DeskRow, ...]:
        """Every desk of them."""
        return tuple(desk for _, desks in self.communes for desk in desks)

    def of(self, desks: Iterable[DeskRow]) -> list[Recount]:
        """The recounts of these desks."""
        return [self.counted[desk.number] for desk in desks if desk.number in self.counted]

    def figures(self, desks: Sequence[DeskRow], counted: Period, named: Period) -> Figures:
        """Everything counted of some days of these desks, under the name of the period they belong to."""
        units = sorted({desk.unit for desk in desks})
        answers = answers_in((one for unit in units for one in self.batches.get(unit, ())), counted)
        found = day_figures_of(self.of(desks)).figures(counted, answers)
        return replace(found, report=replace(found.report, period=named))


def day_figures_of(counted: Iterable[Recount]) -> DayFigures:
    """What recounts say, as the code that counts reports reads it."""
    numbers: Counter[tuple[str, str]] = Counter()
    year: Counter[tuple[str, str]] = Counter()
    ended: list[tuple[str, str, Fact]] = []
    for one in counted:
        numbers.update(one.numbers())
        year.update(one.year)
        for subject, told in one.surveys.items():
            day = str(told["ended_on"])
            ended.append((day, subject, Fact("survey-tally", date.fromisoformat(day), subject, 1, told)))
    ended.sort(key=lambda one: one[:2])
    return DayFigures(numbers, year, numbers, tuple(fact for *_, fact in ended))


def counted(figures: Figures) -> tuple[int, ...]:
    """The figures of one line, as `words.COUNTED` names them."""
    told, year = figures.report, figures.year
    return (
        sum(told.events.values()),
        sum(told.late.values()),
        sum(told.letters[kind]["delivered"] for kind in LETTERS),
        sum(told.letters[event]["delivered"] for event in told.events),
        year.sessions,
        year.settled,
        year.waiting,
        year.late,
        year.meetings["reception"].n,
        year.meetings["dialogue"].n,
        year.meetings["complaint"].n + year.meetings["denunciation"].n,
        sum(year.commendations.values()),
        year.conduct_told,
        year.conduct_upheld,
    )


@dataclass(frozen=True, slots=True)
class YearReports:
    """Who counts the model's reports out of the office's store; `unit` is the code of the office's own."""

    store: Store
    places: Places
    units: UnitTable
    unit: str

    def table(self, period: Period, today: date) -> YearTable:
        """Every commune by name, counted as far as this day."""
        counted = _until(period, today)
        found = self._found([counted])
        rows = tuple(_commune(found, one, counted, period) for one in found.communes)
        return YearTable(period, rows, found.figures(found.desks, counted, period), due_of(period))

    def commune(self, code: str, period: Period, today: date) -> CommuneYear | None:
        """One commune of it; None where it takes no part."""
        counted = _until(period, today)
        found = self._found([counted], code)
        return _commune(found, found.communes[0], counted, period) if found.communes else None

    def report(self, period: Period, today: date, code: str = "") -> ModelReport | None:
        """The report over all communes, or of one, counted as far as this day; None where that one takes no part."""
        found = self._found(_spans(period, today), code)
        if code and not found.communes:
            return None
        return self._made(found, self._body(code, today), period, today)

    def report_over(self, period: Period, today: date, over: Over) -> ModelReport:
        """The report of a unit of any level or time."""
        desks = [desk for desk in over.desks if desk.number not in over.former]
        numbers = [desk.number for desk in desks]
        counted = recounts_over(self.store, _spans(period, today), yearly=True, desks=numbers, by_day=True)
        with self.store.reading() as work:
            for number, former in over.former.items():
                counted[number] = recount_of(of_former(facts_of_desk(work, number), former))
            batches = {unit: work.batches.of_unit(unit) for unit in sorted({desk.unit for desk in desks})}
        found = _Found(communes(self.places, over.desks), counted, batches)
        known = self.units.unit(over.unit, today) or self.units.known(over.unit)[-1]
        return self._made(found, known, period, today)

    def _made(self, found: _Found, body: Unit, period: Period, today: date) -> ModelReport:
        counted, (before, last) = _until(period, today), (_compared(found, one) for one in _beside(period))
        days = day_figures_of(found.of(found.desks))
        return ModelReport(
            unit=body.code,
            office=body.full_name,
            period=period,
            as_of=counted.last.isoformat(),
            asked=asked_by(period),
            figures=found.figures(found.desks, counted, period),
            before=before,
            last_year=last,
            units=self._old_units(days, body, counted) if body.level == "commune" else _by_commune(found, counted),
            months=days.months(counted.last),
            evidence=days.evidence(counted, {}),
            head=self._head(body, today),
        )

    def packs_of(self, code: str) -> tuple[PackTold, ...]:
        """The packs of evidence that a commune told of, the newest first."""
        found = self._found([], code)
        return told_by(found.of(found.desks)).packs

    def _found(self, spans: Sequence[Period], code: str = "") -> _Found:
        with self.store.reading() as work:
            ours = communes(self.places, (desk for desk in work.desks.all() if desk.state in COUNTING))
            batches = work.batches.all()
        if code:
            ours = [one for one in ours if one[0].code == self.places.of(code).code]
        numbers = [desk.number for _, own in ours for desk in own]
        # Names of old units go by the day: of one commune every day is read, of many the months as they were kept.
        counted = recounts_over(self.store, spans, yearly=True, desks=numbers, by_day=bool(code))
        by_office: dict[str, list[Batch]] = {}
        for batch in batches:
            by_office.setdefault(batch.unit, []).append(batch)
        return _Found(ours, counted, by_office)

    def _body(self, code: str, on: date) -> Unit:
        asked = self.places.of(code).code if code else self.unit
        return self.units.unit(asked, on) or self.units.known(asked)[-1]

    def _head(self, body: Unit, today: date) -> Head:
        """The paper is this office's own, whosever figures it tells."""
        own = self._body("", today)
        above = self.units.parent(own, min(own.valid_to or today, today))
        told = words.RECOUNTED if body.code != own.code else words.SUMMED
        return Head(above.full_name if above else "", own.full_name, own.name, figures_of=(told, ""))

    def _old_units(self, days: DayFigures, body: Unit, counted: Period) -> tuple[UnitEvents, ...]:
        found = days.units(self.units, counted)
        merged = bool(self.units.predecessors(body.code))
        return found if merged or len(found) > 1 else ()


def _beside(period: Period) -> tuple[Period | None, Period | None]:
    return span_before(calendars(), period), last_year(calendars(), period)


def _spans(period: Period, today: date) -> list[Period]:
    """All days that have to be read."""
    counted = _until(period, today)
    return [counted, *(one for one in _beside(period) if one), *months_until(counted.last)]


def _until(period: Period, today: date) -> Period:
    return Period(period.name, period.first, min(max(today, period.first), period.last))


def _commune(found: _Found, one: tuple[Place, Sequence[DeskRow]], counted: Period, named: Period) -> CommuneYear:
    place, desks = one
    return CommuneYear(place, found.figures(desks, counted, named), told_by(found.of(desks)))


def _compared(found: _Found, period: Period | None) -> Figures | None:
    """Nothing is compared with days of which no line says anything, nor with any before."""
    since = min((one.since for one in found.counted.values() if one.since), default="")
    if period is None or not since or since[:7] > period.last.isoformat()[:7]:
        return None
    return found.figures(found.desks, period, period)


def _by_commune(found: _Found, period: Period) -> tuple[UnitEvents, ...]:
    rows = []
    for place, desks in found.communes:
        told = added(one.of(period) for one in found.of(desks))
        rows.append(UnitEvents(place.code, place.official, {event: told.get(f"event {event}", 0) for event in EVENTS}))
    return tuple(rows)
