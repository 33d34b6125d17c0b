"""A survey as it is typed at the desk: who asks whom, and where slips went."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from common.dates import exact_day
from common.names import tidy
from desk_app.domain.problems import Outcome, Problem
from desk_app.feedback.counter import EARLIEST

KINDS = ("regular", "unannounced")
SURVEYORS = ("office", "front", "other")
RESPONDENTS = ("people", "bodies", "units")
NAME_LENGTH, NOTE_LENGTH = 120, 600
MOST_SLIPS = 100_000
_PLANS_AHEAD = 366
"""Days: a survey further away is a slip of the hand in the year."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a survey is. `by_name` says who asks where it is neither the office nor the Front; `question_set` is the
    mark of a set ("service-3/1"); `planned_on` the last day slips are awaited."""

    name: str
    kind: str
    by: str
    by_name: str
    respondents: str
    question_set: str
    begun_on: date
    planned_on: date | None
    note: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where slips went: a hamlet, a body or a unit. `spoiled` are those among the returned that say nothing."""

    name: str
    handed: int
    returned: int
    spoiled: int


def read_plan(values: Mapping[str, object], marks: Iterable[str], today: date) -> Outcome[Plan]:
    """Read what was typed; `begun_on` empty means today. `marks` are the question sets that may be chosen."""
    told = _texts(values)
    begun, first = _day(told("begun_on"), today)
    planned, last = _day(told("planned_on"), None)
    plan = Plan(
        name=told("name"),
        kind=told("kind"),
        by=told("by"),
        by_name=told("by_name") if told("by") == "other" else "",
        respondents=told("respondents"),
        question_set=told("question_set"),
        begun_on=begun or today,
        planned_on=planned,
        note=told("note"),
    )
    problems = [*_words(plan), *_choices(plan, marks)]
    problems += [Problem("begun_on", "survey-day", "error")] if first or not _likely(begun, today) else []
    late = planned is not None and begun is not None and planned < begun
    problems += [Problem("planned_on", "survey-last-day", "error")] if last or late else []
    return Outcome(None if problems else plan, tuple(problems))


def read_place(values: Mapping[str, object]) -> Outcome[Place]:
    """Read one place; empty numbers are nought."""
    told = _texts(values)
    name, problems, counts = told("name"), [], {}
    if not 0 < len(name) <= NAME_LENGTH:
        problems.append(
            Problem("name", "survey-place-name" if not name else "survey-too-long", "error", _limit(NAME_LENGTH))
        )
    for field in ("handed", "returned", "spoiled"):
        count = _count(told(field))
        counts[field] = count or 0
        if count is None:
            problems.append(Problem(field, "survey-number", "error"))
    if not problems and counts["returned"] > counts["handed"]:
        problems.append(Problem("returned", "survey-more-returned", "error"))
    if not problems and counts["spoiled"] > counts["returned"]:
        problems.append(Problem("spoiled", "survey-more-spoiled", "error"))
    return Outcome(None if problems else Place(name, **counts), tuple(problems))


def _texts(values: Mapping[str, object]) -> Callable[[str], str]:
    return lambda name: tidy(str(values.get(name, "") if values.get(name) is not None else ""))


def _words(plan: Plan) -> list[Problem]:
    found = []
    if not plan.name:
        found.append(Problem("name", "survey-name", "error"))
    if plan.by == "other" and not plan.by_name:
        found.append(Problem("by_name", "survey-by-name", "error"))
    limits = {"name": NAME_LENGTH, "by_name": NAME_LENGTH, "note": NOTE_LENGTH}
    long = [field for field, most in limits.items() if len(getattr(plan, field)) > most]
    return found + [Problem(field, "survey-too-long", "error", _limit(limits[field])) for field in long]


def _choices(plan: Plan, marks: Iterable[str]) -> list[Problem]:
    told = {"kind": KINDS, "by": SURVEYORS, "respondents": RESPONDENTS, "question_set": tuple(marks)}
    wrong = [field for field, allowed in told.items() if getattr(plan, field) not in allowed]
    return [Problem(field, "survey-choose", "error") for field in wrong]


def _likely(begun: date | None, today: date) -> bool:
    return begun is not None and begun >= EARLIEST and (begun - today).days <= _PLANS_AHEAD


def _day(text: str, usual: date | None) -> tuple[date | None, bool]:
    """The day, and whether something was typed that is none."""
    if not text:
        return usual, False
    day = exact_day(text)
    return day, day is None


def _count(text: str) -> int | None:
    if not text:
        return 0
    # isdecimal takes the digits of every script; slips are counted in ours.
    whole = text.isascii() and text.isdecimal() and len(text) <= len(str(MOST_SLIPS))
    return int(text) if whole and int(text) <= MOST_SLIPS else None


def _limit(most: int) -> dict[str, str]:
    return {"limit": str(most)}
