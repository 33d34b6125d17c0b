"""Reports of the model: asked for by calendars, written, issued once and never changed; a correction is a new
version."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from common.calendars import ReportCalendar
from common.model_report import TEXTS, Issued, ModelReport, NotAReport, content_of, digest_of, read_content
from common.names import tidy
from common.periods import Period
from desk_app import paths
from desk_app.db.issued_reports import KeptReport
from desk_app.db.register import Reading, Work
from desk_app.reports.model_files import REPORT_FORMS, report_file
from desk_app.services import reports_asked
from desk_app.services.lines import act_entry
from desk_app.services.office import fitting
from desk_app.services.report_making import make, read_period, texts_of
from desk_app.services.reports_asked import ReportAsked
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake, Trouble

__all__ = ["IssuedReport", "ModelReports", "ReportAsked"]

_AMOUNT = re.compile(r"(?<![\d.])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.])")
_NUMBER = re.compile(r"(?:\d[ .\-]?){9,}")
"""So many digits in a row are a telephone or personal number; money is written in threes."""
LONGEST_TEXT = 5000
"""What a person writes to a report is a page or two."""


@dataclass(frozen=True, slots=True)
class IssuedReport:
    """A report as it was issued; `id` finds it again."""

    id: int
    issued: Issued
    report: ModelReport

    @property
    def period(self) -> Period:
        """What it counts."""
        return self.report.period


@dataclass(frozen=True, slots=True)
class ModelReports:
    """The reports of one desk. Everybody who works here prepares them, the leader issues them."""

    seat: Seat

    # ---- what is asked for

    def asked(self) -> tuple[ReportAsked, ...]:
        """What the calendars ask for: owed, running, issued within a year."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            return reports_asked.asked(self.seat, reading)

    def followed(self) -> tuple[ReportCalendar, ...]:
        """The calendars that this office follows."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            return reports_asked.followed(self.seat, reading)

    def follow(self, ids: Sequence[str]) -> None:
        """Follow these calendars and no others. Raises Mistake("no-such-calendar")."""
        reports_asked.follow(self.seat, ids)

    # ---- preparing

    def report(self, period: str, as_of: date | None = None) -> ModelReport:
        """The report of a period ("2026-Q4@quy-14") as it would be issued, counted up to a day (today); before the last
        day of the period its figures are provisional. Raises Mistake: not-a-period, no-such-calendar."""
        self.seat.may("read")
        span = read_period(self.seat, period)
        with self.seat.reading() as reading:
            return make(self.seat, reading, span, _within(span, as_of or self.seat.today()))

    def texts(self, period: str) -> Mapping[str, str]:
        """What was written for the report: results, difficulties, proposals; the last two offered from last time where
        nothing was written yet."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            return texts_of(reading, read_period(self.seat, period))

    def keep_texts(self, period: str, texts: Mapping[str, str]) -> None:
        """Keep what was written; all of it empty: last time's is offered again. Raises Mistake: no-such-report-text,
        report-text-too-long, report-text-has-a-number."""
        self.seat.may("letters")
        span, body = read_period(self.seat, period), dict.fromkeys(TEXTS, "")
        for name, text in texts.items():
            if name not in TEXTS:
                raise Mistake("no-such-report-text", {"name": name})
            body[name] = _written(text)
        with self.seat.work() as work:
            work.reports.keep_draft(span.name, body if any(body.values()) else {})
            work.commit()

    # ---- issuing

    def issue(self, period: str, number: str = "", reason: str = "") -> IssuedReport:
        """Freeze the report under its digest and the number that the office gave it; again is the next version, with
        the reason why. Raises Mistake: report-still-running, report-needs-reason, report-unchanged,
        setting-too-long."""
        self.seat.may("district")
        seat, span = self.seat.still(), read_period(self.seat, period)
        if seat.today() < span.last:
            raise Mistake("report-still-running", {"day": f"{span.last:%d/%m/%Y}"})
        given, why = fitting("number", number), fitting("reason", reason)
        with seat.work() as work:
            content = content_of(make(seat, work, span, span.last))
            kept = _next(
                seat,
                work.reports.versions(span.name),
                KeptReport(0, "", span.name, 1, given, seat.today(), digest_of(content), content, why),
            )
            _tell(seat, work, kept, span)
            kept = replace(kept, id=work.reports.add(kept))
            work.commit()
        return _opened(kept)

    def issued(self) -> tuple[IssuedReport, ...]:
        """Every version of every report, the latest issued first."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            return tuple(map(_opened, reading.reports.all()))

    def get(self, id: int) -> IssuedReport:
        """An issued report. Raises Mistake("no-such-report"), Trouble("report-changed")."""
        self.seat.may("read")
        with self.seat.reading() as reading:
            return _opened(_kept(reading, id))

    # ---- on paper

    def written(self, report: int | ModelReport, form: str) -> bytes:
        """A file of `form` pdf, docx, xlsx or json: of an issued report (its id), the same bytes whenever it is asked
        for, or of one that is being prepared. Raises Mistake: no-such-report-form, no-such-report."""
        self.seat.may("read")
        if form not in REPORT_FORMS:
            raise Mistake("no-such-report-form", {"form": form})
        if isinstance(report, ModelReport):
            return report_file(report, form, (None, self.seat.today()), paths.resources())
        held = self.get(report)
        day = date.fromisoformat(held.issued.on)
        return report_file(held.report, form, (held.issued, day), paths.resources())

    def file_name(self, report: IssuedReport, form: str) -> Path:
        """A name for its file: the same on every system, telling which version it is."""
        version = f"_{report.issued.version}" if report.issued.version > 1 else ""
        return Path(f"BC_{report.period.name.replace('@', '_').replace('..', '_')}{version}.{form}")


def form_of(path: Path) -> str:
    """The form that the name of a file asks for. Raises Mistake("no-such-report-form")."""
    form = path.suffix.lower().removeprefix(".")
    if form not in REPORT_FORMS:
        raise Mistake("no-such-report-form", {"form": form})
    return form


def _within(span: Period, day: date) -> date:
    return min(max(day, span.first), span.last)


def _written(text: str) -> str:
    lines = "\n".join(tidy(line) for line in text.splitlines()).strip()
    if len(lines) > LONGEST_TEXT:
        raise Mistake("report-text-too-long", {"limit": str(LONGEST_TEXT)})
    if _NUMBER.search(_AMOUNT.sub("", lines)):
        raise Mistake("report-text-has-a-number")
    return lines


def _next(seat: Seat, versions: Sequence[KeptReport], kept: KeptReport) -> KeptReport:
    """The version after those that were issued; the first has a subject of its own and needs no reason."""
    if not versions:
        return replace(kept, subject=seat.subject(), reason="")
    newest = versions[0]
    if not kept.reason:
        raise Mistake("report-needs-reason", {"version": str(newest.version), "day": f"{newest.issued_on:%d/%m/%Y}"})
    if (newest.digest, newest.number) == (kept.digest, kept.number):
        raise Mistake("report-unchanged", {"version": str(newest.version)})
    return replace(kept, subject=newest.subject, version=newest.version + 1)


def _tell(seat: Seat, work: Work, kept: KeptReport, span: Period) -> None:
    calendar = kept.period.partition("@")[2]
    days = {"first": span.first.isoformat(), "last": span.last.isoformat(), "digest": kept.digest}
    figures = {**days, "calendar": calendar} if calendar else days
    home = {"number": kept.number, "period": kept.period}
    work.journal.append(replace(act_entry(seat, "report-issued", kept.subject, figures, home), version=kept.version))


def _kept(reading: Reading, id: int) -> KeptReport:
    kept = reading.reports.get(id)
    if kept is None:
        raise Mistake("no-such-report", {"id": str(id)})
    return kept


def _opened(kept: KeptReport) -> IssuedReport:
    if digest_of(kept.content) != kept.digest:
        raise Trouble("report-changed", {"id": str(kept.id)})
    try:
        report = read_content(kept.content)
    except NotAReport as newer:
        raise Trouble("report-of-newer-program", {"id": str(kept.id)}) from newer
    issued = Issued(kept.version, kept.number, kept.issued_on.isoformat(), kept.digest, kept.reason)
    return IssuedReport(kept.id, issued, report)
