"""Problems as a form shows them, and how a save ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from common.words.problems import sentence
from desk_app.domain.events import Event
from desk_app.domain.problems import Level, Problem
from desk_app.ui.form.fields import Field

REASONED = frozenset({"groom-under-age", "bride-under-age", "book-closed", "courtesy-twice"})
"""Errors that a reason turns into warnings."""
ALIKE = "looks-alike"


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem as the form shows it: the form field to go to, the sentence, the reason typed so far, and the
    registration it speaks of (0: none)."""

    field: str
    code: str
    level: Level
    sentence: str
    reason: str = ""
    needs_reason: bool = False
    record: int = 0


@dataclass(frozen=True, slots=True)
class Stopped:
    """Nothing was saved; these are all the reasons at once, in the order of the form."""

    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What must be mended."""
        return tuple(one for one in self.findings if one.level == "error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What the clerk was asked to look at."""
        return tuple(one for one in self.findings if one.level == "warning")


@dataclass(frozen=True, slots=True)
class Saved:
    """On disk under this number; `letter` is the prepared letter and `covers` the registrations on its sheet, `held`
    what keeps it from being made. `alone`: a twin whose brother or sister is not written yet. `follows`, `beside`: as
    in Entered."""

    id: int
    number: str
    event: Event = "birth"
    letter: int | None = None
    covers: tuple[int, ...] = ()
    held: tuple[Finding, ...] = ()
    alone: bool = False
    follows: str = ""
    beside: str = ""


def findings(
    problems: Iterable[Problem], fields: Mapping[str, Field], reasons: Mapping[str, str]
) -> tuple[Finding, ...]:
    """The problems in the order of the form, each at the field where it is mended."""
    order = list(fields)
    found = [_finding(problem, fields, reasons) for problem in problems]
    return tuple(sorted(found, key=lambda one: order.index(one.field) if one.field in order else len(order)))


def _finding(problem: Problem, fields: Mapping[str, Field], reasons: Mapping[str, str]) -> Finding:
    return Finding(
        field=_place(problem, fields),
        code=problem.code,
        level=problem.level,
        sentence=sentence(problem.code, problem.details),
        reason=reasons.get(problem.code, ""),
        needs_reason=problem.code in REASONED,
        record=int(problem.details.get("id", "0")),
    )


def _place(problem: Problem, fields: Mapping[str, Field]) -> str:
    """The form field where a problem is mended: a case is mended at its box."""
    if problem.field != "case":
        return problem.field
    person = problem.details.get("person", "")
    wanted = f"case:{problem.details['case']}" if "case" in problem.details else "case:abandoned"
    wanted = f"case:{person}_unknown" if person else wanted
    boxes = [name for name in fields if name.startswith("case:")]
    return wanted if wanted in boxes else boxes[0]
