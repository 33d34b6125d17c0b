"""Which reports the office is asked for, by the calendars it follows, and where each of them stands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from common.calendars import Due, ReportCalendar
from common.names import tidy
from common.periods import Period
from desk_app.db.issued_reports import KeptReport
from desk_app.db.register import Reading
from desk_app.services.lines import local_entry
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

FOLLOWED = "report-calendars"
"""Under this name the office's papers keep which calendars it follows; nothing there: the usual ones."""
RUNNING, CLOSED, ISSUED = "running", "closed", "issued"
_YEAR = timedelta(days=366)
_OPEN = 2
"""So many closed reports of one series are waited for: what is older was told on paper, or never will be."""
_ORDER = (CLOSED, RUNNING, ISSUED)


@dataclass(frozen=True, slots=True)
class ReportAsked:
    """One report that a calendar asks for: the days it counts, by when it is due (None: nobody set a day), its `state`
    running, closed (its days are over and it is not issued) or issued, and its newest version where there is one."""

    calendar: ReportCalendar
    period: Period
    first: date
    last: date
    due: date | None
    state: str
    issued: int | None = None

    def overdue(self, today: date) -> bool:
        """Whether it should have been issued before today."""
        return self.state != ISSUED and self.due is not None and self.due < today


def followed(seat: Seat, reading: Reading) -> tuple[ReportCalendar, ...]:
    """The calendars that this office follows: those it chose, else all in force that ask again and again."""
    kept, today = reading.office.get(FOLLOWED), seat.today()
    known = seat.calendars().calendars
    if kept is None:
        return tuple(one for one in known if one.first_day <= today and one.last_day is None)
    chosen = frozenset(json.loads(kept))
    return tuple(one for one in known if one.id in chosen)


def follow(seat: Seat, ids: Sequence[str]) -> None:
    """Follow these calendars and no others. Raises Mistake("no-such-calendar")."""
    seat.may("district")
    wanted = tuple(dict.fromkeys(tidy(id).lower() for id in ids))
    for id in wanted:
        if seat.calendars().get(id) is None:
            raise Mistake("no-such-calendar", {"period": f"@{id}"})
    with seat.work() as work:
        work.office.put(FOLLOWED, json.dumps(wanted))
        work.journal.append(local_entry(seat, "setting", FOLLOWED))
        work.commit()


def asked(seat: Seat, reading: Reading) -> tuple[ReportAsked, ...]:
    """What is owed first, the longest closed on top, then what runs, then what was issued within a year."""
    newest: dict[str, KeptReport] = {}
    for kept in reading.reports.all():
        if kept.period not in newest or newest[kept.period].version < kept.version:
            newest[kept.period] = kept
    began = _began(seat, reading)
    found = [one for calendar in followed(seat, reading) for one in _of(seat, calendar, newest, began)]
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.state), one.last, one.period.name)))


def _began(seat: Seat, reading: Reading) -> date:
    """The first day on which this desk worked: a period that was over by then is no report of its."""
    return max(seat.register.identity.made_on, reading.journal.first_act() or seat.today())


def _of(seat: Seat, calendar: ReportCalendar, issued: Mapping[str, KeptReport], began: date) -> Iterator[ReportAsked]:
    today = seat.today()
    near = calendar.reports(today - _YEAR, today + _YEAR)
    over = [one for one in near if one.period.last < today]
    for one in over:
        if one.period.name in issued:
            yield _row(calendar, one, ISSUED, issued[one.period.name].id)
    for series in _by_series(one for one in over if one.period.last >= began):
        yield from (_row(calendar, one, CLOSED) for one in series[-_OPEN:] if one.period.name not in issued)
    for series in _by_series(one for one in near if one.period.contains(today)):
        held = issued.get(series[0].period.name)
        yield _row(calendar, series[0], ISSUED if held else RUNNING, held.id if held else None)


def _row(calendar: ReportCalendar, one: Due, state: str, id: int | None = None) -> ReportAsked:
    return ReportAsked(calendar, one.period, one.period.first, one.period.last, one.due, state, id)


def _by_series(near: Iterable[Due]) -> Iterator[list[Due]]:
    """Quarters, halves, months, nine months and years apart, each from the earliest on."""
    series: dict[str, list[Due]] = {}
    for one in near:
        _, _, part = one.period.name.partition("@")[0].partition("-")
        series.setdefault("month" if part.isdigit() else part[:1], []).append(one)
    return iter(series.values())
