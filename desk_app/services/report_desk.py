"""The office's own report, recounted from its journal every time."""

from __future__ import annotations

from dataclasses import dataclass

from common.counts import Report
from common.periods import NotAPeriod
from desk_app.reports.office_report import make_report
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
