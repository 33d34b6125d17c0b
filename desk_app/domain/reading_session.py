"""Reading what was typed about a morning with the people: the fact, or everything there is to mend in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from common.dates import exact_day
from common.names import tidy
from desk_app.domain.problems import Outcome, Problem
from desk_app.domain.sessions import ANSWERS, FIELDS, LONGEST, MOST, SHORTEST, Done, Held, Opinion, Plan

T = TypeVar("T")
EARLIEST, LAST = date(2000, 1, 1), date(2199, 12, 31)
_HOUR = re.compile(r"([01]?\d|2[0-3])\s*(?:[:hg.]|giờ)\s*([0-5]\d)?(?:\s*phút)?", re.ASCII)
_PLAN = ("on", "place", "chair", "topic")
_HELD = ("on", "begun", "ended", "citizens", "bodies", "clerk")
_OPINION = ("field", "text", "answer", "reply", "who", "due_on", "speaker", "hamlet")
_DONE = ("on", "result")


@dataclass(slots=True)
class _Typed:
    """Values as they were typed, and what was found wrong while they were read."""

    values: Mapping[str, object]
    problems: list[Problem] = field(default_factory=list)

    def only(self, names: tuple[str, ...]) -> None:
        """A slip in a name loses nothing: it is said."""
        for unknown in (name for name in self.values if name not in names):
            self.problems.append(Problem(unknown, "session-unknown", "error", {"name": unknown}))

    def wrong(self, name: str, code: str, **details: str) -> None:
        """What is wrong with a field, once: more would follow from the first."""
        if all(told.field != name for told in self.problems):
            self.problems.append(Problem(name, code, "error", details))

    def text(self, name: str, most: int = SHORTEST, needed: bool = False) -> str:
        value = self.values.get(name)
        if value is not None and not isinstance(value, str):
            self.wrong(name, "session-plain")
            return ""
        told = tidy(value or "")
        if len(told) > most:
            self.wrong(name, "session-too-long", limit=str(most))
        elif needed and not told:
            self.wrong(name, f"session-{name}-empty")
        return told

    def day(self, name: str) -> date | None:
        told = self.text(name)
        if not told:
            return None
        day = exact_day(told)
        if day is None or not EARLIEST <= day <= LAST:
            self.wrong(name, "session-day")
            return None
        return day

    def past(self, name: str, today: date) -> date:
        day = self.day(name)
        if day and day > today:
            self.wrong(name, "session-day-to-come", today=f"{today:%d/%m/%Y}")
        return day or today

    def hour(self, name: str) -> str:
        told = self.text(name)
        found = _HOUR.fullmatch(told.lower())
        if told and not found:
            self.wrong(name, "session-hour")
        return f"{int(found[1]):02}:{int(found[2] or 0):02}" if found else ""

    def count(self, name: str) -> int:
        value = self.values.get(name)
        told = str(value) if isinstance(value, int) and not isinstance(value, bool) else self.text(name)
        if not (told.isascii() and told.isdecimal() and len(told) <= len(str(MOST)) and int(told) <= MOST):
            self.wrong(name, "session-count")
            return 0
        return int(told)

    def names(self, name: str) -> tuple[str, ...]:
        value = self.values.get(name)
        if isinstance(value, (list, tuple)):
            each = [tidy(one) for one in value if isinstance(one, str)]
        else:
            each = [tidy(one) for one in self.text(name, LONGEST).split(";")]
        return tuple(dict.fromkeys(one for one in each if one))

    def chosen(self, name: str, of: tuple[str, ...]) -> str:
        told = self.text(name)
        if told not in of:
            self.wrong(name, "session-choose")
        return told


def read_plan(values: Mapping[str, object]) -> Outcome[Plan]:
    """A plan; the day may be any, to come or past: a session that was held already is planned after it."""
    typed = _Typed(values)
    typed.only(_PLAN)
    day = typed.day("on")
    if day is None:
        typed.wrong("on", "session-on-empty")
    plan = Plan(
        day or EARLIEST,
        typed.text("place", needed=True),
        typed.text("chair", needed=True),
        typed.text("topic", LONGEST),
    )
    return _outcome(typed, plan)


def read_held(values: Mapping[str, object], today: date) -> Outcome[Held]:
    """What a session was; an empty day is today."""
    typed = _Typed(values)
    typed.only(_HELD)
    held = Held(
        typed.past("on", today),
        typed.hour("begun"),
        typed.hour("ended"),
        typed.count("citizens"),
        typed.names("bodies"),
        typed.text("clerk", needed=True),
    )
    if held.begun and held.ended and held.ended <= held.begun:
        typed.wrong("ended", "session-ended-before")
    return _outcome(typed, held)


def read_opinion(values: Mapping[str, object], held_on: date) -> Outcome[Opinion]:
    """What somebody said: answered at once with what, promised with due day and who, or passed up to whom."""
    typed = _Typed(values)
    typed.only(_OPINION)
    opinion = Opinion(
        typed.chosen("field", FIELDS),
        typed.text("text", LONGEST, needed=True),
        typed.chosen("answer", ANSWERS),
        typed.text("reply", LONGEST),
        typed.text("who"),
        typed.day("due_on"),
        typed.text("speaker"),
        typed.text("hamlet"),
    )
    if not typed.problems:
        for name, code in _misfits(opinion, held_on):
            typed.wrong(name, code, day=f"{held_on:%d/%m/%Y}")
    return _outcome(typed, opinion)


def read_done(values: Mapping[str, object], held_on: date, today: date) -> Outcome[Done]:
    """What came of it; an empty day is today."""
    typed = _Typed(values)
    typed.only(_DONE)
    done = Done(typed.past("on", today), typed.text("result", LONGEST, needed=True))
    if done.on < held_on:
        typed.wrong("on", "session-done-before", day=f"{held_on:%d/%m/%Y}")
    return _outcome(typed, done)


def _misfits(opinion: Opinion, held_on: date) -> Iterator[tuple[str, str]]:
    if opinion.answer == "answered":
        if not opinion.reply:
            yield "reply", "session-reply-empty"
        if opinion.due_on:
            yield "due_on", "session-due-answered"
        return
    if not opinion.who:
        yield "who", "session-who-empty"
    if opinion.due_on is None:
        yield "due_on", "session-due-empty"
    elif opinion.due_on < held_on:
        yield "due_on", "session-due-before"


def _outcome(typed: _Typed, fact: T) -> Outcome[T]:
    return Outcome(None, tuple(typed.problems)) if typed.problems else Outcome(fact)
