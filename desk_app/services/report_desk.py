"""The office's own report, recounted from its journal every time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from common.counts import Report
from common.periods import NotAPeriod
from desk_app.reports.office_report import REPORT_FORMS, Signing, make_report, report_bytes
from desk_app.services.office import office_on, read_letterhead, read_signatories, signatory_on
from desk_app.services.own_names import figures_of
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake


@dataclass(frozen=True, slots=True)
class ReportDesk:
    """Counts events, letters, reactions and ratings of a period."""

    seat: Seat

    def report(self, period: str) -> Report:
        """The figures of a period: "2026-10", "2024-03-01..2024-05-31", "2026-Q4@quy-14". Raises Mistake `not-a-period`
        or `no-such-calendar`."""
        self.seat.may("read")
        try:
            span = self.seat.calendars().read_period(period)
        except NotAPeriod as error:
            raise Mistake(error.code, {"period": period}) from error
        with self.seat.reading() as reading:
            facts = tuple(reading.journal.facts_about(span))
            answers = reading.ratings.answers(span)
        return make_report(facts, span, answers)

    def write(self, report: Report, path: Path, resources: Path) -> bytes:
        """The report as a file's bytes, in the form that the file's name asks for."""
        form = path.suffix.lower().lstrip(".")
        if form not in REPORT_FORMS:
            raise Mistake("no-such-form", {"form": form})
        with self.seat.reading() as reading:
            head, people = read_letterhead(reading.office), read_signatories(reading.office)
        today = self.seat.today()
        office = office_on(head, self.seat.units, today)
        told = figures_of(head, self.seat.units, (max(report.period.first, self._since()), report.period.last), today)
        return report_bytes(report, form, Signing(office, signatory_on(people, today), today, told), resources)

    def _since(self) -> date:
        """Before this day the office was not what it is: its figures of then came in as old books."""
        return self.seat.register.identity.made_on
