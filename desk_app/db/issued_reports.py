"""Reports as they were issued, and what was written for those that are not yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from desk_app.db.year_rows import issued_reports, report_drafts

_KEPT = issued_reports.c


@dataclass(frozen=True, slots=True)
class KeptReport:
    """One version of an issued report. `content` is what `common.model_report.content_of` gave, `digest` its identity;
    all versions of a period have one `subject`."""

    id: int
    subject: str
    period: str
    version: int
    number: str
    issued_on: date
    digest: str
    content: bytes
    reason: str = ""


class IssuedReports:
    """The reports of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, report: KeptReport) -> int:
        """Keep a new version, whatever its id says; its id."""
        values = {name: getattr(report, name) for name in ("subject", "period", "version", "number", "digest")}
        told = {**values, "issued_on": report.issued_on.isoformat(), "content": report.content, "reason": report.reason}
        return int(self._connection.execute(insert(issued_reports), told).lastrowid)

    def get(self, id: int) -> KeptReport | None:
        """The report of this id."""
        row = self._connection.execute(select(issued_reports).where(_KEPT.id == id)).first()
        return _report(row) if row else None

    def versions(self, period: str) -> tuple[KeptReport, ...]:
        """Every version of a period's report, the newest first."""
        wanted = select(issued_reports).where(_KEPT.period == period).order_by(_KEPT.version.desc())
        return tuple(_report(row) for row in self._connection.execute(wanted))

    def all(self) -> tuple[KeptReport, ...]:
        """Every version of every report, the latest issued first."""
        wanted = select(issued_reports).order_by(_KEPT.issued_on.desc(), _KEPT.id.desc())
        return tuple(_report(row) for row in self._connection.execute(wanted))

    def draft(self, period: str) -> Mapping[str, Any]:
        """What was written for a report; empty where nothing was."""
        found = self._connection.execute(select(report_drafts.c.body).where(report_drafts.c.period == period)).scalar()
        return found or {}

    def drafts(self) -> Mapping[str, Mapping[str, Any]]:
        """What was written for reports, by the period's name."""
        return {row.period: row.body for row in self._connection.execute(select(report_drafts))}

    def keep_draft(self, period: str, body: Mapping[str, Any]) -> None:
        """Keep what was written for a report in the place of what was there; nothing written is forgotten."""
        self._connection.execute(delete(report_drafts).where(report_drafts.c.period == period))
        if body:
            self._connection.execute(insert(report_drafts), {"period": period, "body": dict(body)})


def _report(row: Any) -> KeptReport:
    named = (row.id, row.subject, row.period, row.version, row.number)
    return KeptReport(*named, date.fromisoformat(row.issued_on), row.digest, row.content, row.reason)
