"""The report of the model for one period: figures, comparisons, what people wrote to them; frozen once issued.

`content` is the JSON of everything on paper, canonical, and `digest_of` its identity: a report taken out of its content
again is equal to the pixel years later.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from msgspec import convert, to_builtins

from common.counts import Report
from common.periods import Period
from common.voice_counts import FollowUps
from common.year_counts import YearCounts

TEXTS = ("results", "difficulties", "proposals")
"""What a person writes: what was done, what is hard, what is proposed; the last two are offered again next time."""
_TAG = b"motcua-report/1\n"


class NotAReport(ValueError):
    """The content is no report of this program, or of a newer one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks for the report: calendar's id, its name, the programme, recipients, the letter that asks, due day (ISO,
    "" where nobody set one)."""

    calendar: str
    name: str
    programme: str
    recipients: tuple[str, ...]
    source: str
    due: str = ""


@dataclass(frozen=True, slots=True)
class SurveyCount:
    """A survey that ended in the period: sort and surveyor as in its line, slips and answers; `by_score` empty where it
    is too small to tell."""

    survey: str
    by: str
    began_on: str
    ended_on: str
    handed: int
    returned: int
    n: int
    scale: int
    by_score: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that is counted of one period."""

    report: Report
    year: YearCounts
    follow_ups: FollowUps
    surveys: tuple[SurveyCount, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitEvents:
    """Registrations by the commune that issued them: the old ones too, after a merger."""

    unit: str
    name: str
    events: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class MonthBar:
    """One month of the chart: registrations, letters handed over."""

    month: str
    registered: int
    delivered: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """What can be shown: letters kept as set pages, hand-overs with a day, files by what they prove."""

    letters: int = 0
    handed: int = 0
    files: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands on the paper beside the figures, as it was when the report was made: names of the office as inside a
    sentence, the place in front of the date, the signature from the top, and where the unit was called otherwise in the
    time of the figures a sentence that says so and that name."""

    parent: str = ""
    body: str = ""
    place: str = ""
    signer_lines: tuple[str, ...] = ()
    figures_of: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class ModelReport:
    """One report. `as_of` is the last day counted (ISO; before the period's end the figures are provisional); `before`
    and `last_year` are None where nothing is compared; `others` are parts of a report over several units."""

    unit: str
    office: str
    period: Period
    as_of: str
    asked: Asked | None
    figures: Figures
    before: Figures | None = None
    last_year: Figures | None = None
    units: tuple[UnitEvents, ...] = ()
    months: tuple[MonthBar, ...] = ()
    evidence: Evidence = Evidence()
    texts: Mapping[str, str] = field(default_factory=dict)
    head: Head = Head()


@dataclass(frozen=True, slots=True)
class Issued:
    """What a report got when it was issued: version from 1, number as written by hand or "", day (ISO), digest, and why
    it replaces the version before ("" for the first)."""

    version: int
    number: str
    on: str
    digest: str
    reason: str = ""


def content_of(report: ModelReport) -> bytes:
    """The report's bytes as they are kept: keys sorted, no spaces, UTF-8."""
    told = {"format": "motcua-report/1", **to_builtins(report, str_keys=True)}
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def read_content(content: bytes) -> ModelReport:
    """The report behind the bytes; raises NotAReport."""
    try:
        told: dict[str, Any] = json.loads(content)
        if told.pop("format", None) != "motcua-report/1":
            raise NotAReport("format")
        return convert(told, ModelReport, str_keys=True)
    except (ValueError, TypeError, AttributeError) as wrong:
        raise NotAReport(str(wrong)) from wrong


def digest_of(content: bytes) -> str:
    """64 hex digits that name the content."""
    return hashlib.sha256(_TAG + content).hexdigest()
