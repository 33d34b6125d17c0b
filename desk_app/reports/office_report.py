"""The commune's own figures of a period, by the one counting rule."""

from __future__ import annotations

from collections.abc import Iterable

from common.counts import Answers, Fact, Report, count
from common.periods import Period


def make_report(facts: Iterable[Fact], period: Period, answers: Answers) -> Report:
    """The figures of a period; `answers` counts those taken at the desk as they stand, so tallies are left out."""
    return count((fact for fact in facts if fact.kind != "ratings-tally"), period, answers)
