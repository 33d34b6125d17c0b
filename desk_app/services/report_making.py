"""One report of the model, counted from the journal: the period, what it is compared with, what people wrote to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from common.calendars import Calendars
from common.compared_periods import last_year, span_before
from common.model_figures import LASTING, DayFigures, day_figures, months_until
from common.model_report import TEXTS, Asked, Figures, Head, ModelReport, NotAReport, UnitEvents, read_content
from common.periods import NotAPeriod, Period
from desk_app.db.issued_reports import KeptReport
from desk_app.db.register import Reading
from desk_app.services.evidence import files_of
from desk_app.services.office import (
    Letterhead,
    office_on,
    own_unit,
    read_letterhead,
    read_signatories,
    signatory_on,
)
from desk_app.services.own_names import figures_of
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

CARRIED = ("difficulties", "proposals")
"""Texts that are offered again in the next report."""


@dataclass(frozen=True, slots=True)
class _Spans:
    """The period as far as it is counted, and what it is compared with."""

    period: Period
    before: Period | None
    last_year: Period | None

    @classmethod
    def of(cls, calendars: Calendars, period: Period, as_of: date) -> _Spans:
        counted = Period(period.name, period.first, as_of)
        return cls(counted, span_before(calendars, period), last_year(calendars, period))

    def read(self) -> tuple[Period, ...]:
        """The days that have to be read."""
        compared = (one for one in (self.before, self.last_year) if one is not None)
        return (self.period, *compared, *months_until(self.period.last))


def read_period(seat: Seat, text: str) -> Period:
    """The period as it is called. Raises Mistake: not-a-period, no-such-calendar."""
    try:
        return seat.calendars().read_period(text)
    except NotAPeriod as error:
        raise Mistake(error.code, {"period": text}) from error


def make(seat: Seat, reading: Reading, period: Period, as_of: date) -> ModelReport:
    """The report, counted up to a day of the period; nothing is read twice for what it is compared with."""
    spans = _Spans.of(seat.calendars(), period, as_of)
    days = day_figures(reading.journal.facts_about(*spans.read()), reading.journal.facts(*LASTING))
    head, table = read_letterhead(reading.office), seat.units
    office = office_on(head, table, seat.today())
    return ModelReport(
        unit=office.unit,
        office=office.unit_name,
        period=period,
        as_of=as_of.isoformat(),
        asked=asked_by(seat.calendars(), period),
        figures=_figures(reading, days, spans.period, period),
        before=_compared(reading, days, spans.before),
        last_year=_compared(reading, days, spans.last_year),
        units=_units(seat, head, days, spans.period),
        months=days.months(as_of),
        evidence=days.evidence(spans.period, _files(reading, spans.period)),
        texts=texts_of(reading, period),
        head=head_of(seat, reading, spans.period),
    )


def asked_by(calendars: Calendars, period: Period) -> Asked | None:
    """Who asks for the report; None for a plain period."""
    name, _, id = period.name.partition("@")
    calendar = calendars.get(id) if id else None
    if calendar is None:
        return None
    due = calendar.due(int(name[:4]), name[5:])
    told = (calendar.id, calendar.name, calendar.programme, calendar.recipients, calendar.source)
    return Asked(*told, due.isoformat() if due else "")


def texts_of(reading: Reading, period: Period) -> Mapping[str, str]:
    """What was written for the report; where nothing is kept, what its newest version says, else difficulties and
    proposals of the last report that was issued after the same calendar."""
    kept = reading.reports.draft(period.name)
    if kept:
        return {name: str(kept.get(name, "")) for name in TEXTS}
    own = reading.reports.versions(period.name)
    if own:
        return _told(own[0], TEXTS)
    calendar = period.name.partition("@")[2]
    earlier = [one for one in reading.reports.all() if one.period.partition("@")[2] == calendar]
    return _told(earlier[0], CARRIED) if earlier else dict.fromkeys(TEXTS, "")


def _told(kept: KeptReport, names: Collection[str]) -> Mapping[str, str]:
    """Texts of these names in an issued report; nothing of one that only a newer program can read."""
    try:
        texts = read_content(kept.content).texts
    except NotAReport:
        texts = {}
    return {name: texts.get(name, "") if name in names else "" for name in TEXTS}


def head_of(seat: Seat, reading: Reading, counted: Period) -> Head:
    """What stands on the paper beside the figures, today."""
    head, today = read_letterhead(reading.office), seat.today()
    office = office_on(head, seat.units, today)
    signer = signatory_on(read_signatories(reading.office), today)
    # Before it was set up the office was not what it is: figures of then came in as old books.
    since = max(counted.first, seat.register.identity.made_on)
    return Head(
        parent=office.parent_name,
        body=office.unit_name,
        place=office.place,
        signer_lines=(*signer.authority, signer.name) if signer else (),
        figures_of=figures_of(head, seat.units, (since, counted.last), today),
    )


def _figures(reading: Reading, days: DayFigures, counted: Period, period: Period) -> Figures:
    found = days.figures(counted, reading.ratings.answers(counted))
    return replace(found, report=replace(found.report, period=period))


def _compared(reading: Reading, days: DayFigures, period: Period | None) -> Figures | None:
    """Nothing is compared with days of which the register holds nothing."""
    if period is None or not reading.overview.anything_until(period.last):
        return None
    return _figures(reading, days, period, period)


def _files(reading: Reading, period: Period) -> Mapping[str, int]:
    """How many files show something of the period, by what they prove; one that proves two things counts for both."""
    within = (one for one in files_of(reading) if period.contains(one.on))
    return Counter(kind for one in within for kind in sorted({kind for kind, _ in one.links}))


def _units(seat: Seat, head: Letterhead, days: DayFigures, period: Period) -> tuple[UnitEvents, ...]:
    units = days.units(seat.units, period)
    merged = bool(seat.units.predecessors(own_unit(head, seat.units, period.last).code))
    return units if merged or len(units) > 1 else ()
