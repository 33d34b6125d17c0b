"""The commune's own report: figures counted by the one counting rule, as PDF or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from common.counts import Answers, Fact, Report, count
from common.dates import place_and_date
from common.periods import Period
from desk_app.domain.office import Office, Signatory

REPORT_FORMS = ("pdf", "json")


@dataclass(frozen=True, slots=True)
class Signing:
    """Who issues the report, who signs it, and when."""

    office: Office
    signatory: Signatory | None
    day: date
    figures_of: tuple[str, str] = ("", "")
    """Where the office bore other names in that time: a sentence that says so, and the name where it was one alone."""


def make_report(facts: Iterable[Fact], period: Period, answers: Answers) -> Report:
    """The figures of a period; `answers` counts those taken at the desk as they stand, so tallies are left out."""
    return count((fact for fact in facts if fact.kind != "ratings-tally"), period, answers)


def report_bytes(report: Report, form: str, signing: Signing, resources: Path) -> bytes:
    """The report as a file: `pdf` for people, `json` for programs."""
    if form == "json":
        return json.dumps(report.to_json(), ensure_ascii=False, indent=1).encode()
    return _pdf(report, signing, resources)


def _pdf(report: Report, signing: Signing, resources: Path) -> bytes:
    # Typesetting takes a fifth of a second to import: only a report on paper pays for it.
    from common.paper.fonts import Fonts
    from common.paper.sheet import Heading, report_pdf

    office, signer = signing.office, signing.signatory
    heading = Heading(
        parent=office.parent_name,
        body=office.unit_name,
        place_and_date=place_and_date(office.place, signing.day),
        signer_lines=(*signer.authority, signer.name) if signer else (),
        figures_of=signing.figures_of,
    )
    return report_pdf(report, heading, Fonts(resources / "fonts"))
