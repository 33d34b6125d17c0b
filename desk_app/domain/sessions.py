"""A morning with the people (seed 000): its plan, who came, what was said and what was answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

FIELDS = ("reform", "environment", "security", "land", "services", "other")
"""In the order of their digits."""
ANSWERS = ("answered", "promised", "passed-on")
SHORTEST, LONGEST = 160, 600
MOST = 100_000


@dataclass(frozen=True, slots=True)
class Plan:
    """When and where leaders will sit with the people, who leads it and what about."""

    on: date
    place: str
    chair: str
    topic: str


@dataclass(frozen=True, slots=True)
class Held:
    """What it was: hours as HH:MM where they are known, citizens as a number, `bodies` by name, who wrote it down."""

    on: date
    begun: str
    ended: str
    citizens: int
    bodies: tuple[str, ...]
    clerk: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """`reply` is what was answered at once; a promise names `who` and `due_on`, what was passed up to `who`. The
    speaker's name and hamlet stay at the desk."""

    field: str
    text: str
    answer: str
    reply: str
    who: str
    due_on: date | None
    speaker: str
    hamlet: str


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a promise, and when."""

    on: date
    result: str


Fact = Plan | Held | Opinion | Done


def to_json(fact: Fact) -> dict[str, Any]:
    """A fact as it is kept and as commands tell it: days in ISO, null where nothing is."""
    told = {one.name: getattr(fact, one.name) for one in fields(fact)}
    return {name: _plain(value) for name, value in told.items()}


def typed(fact: Fact) -> dict[str, str]:
    """A fact as somebody would type it."""
    return {one.name: _typed(getattr(fact, one.name)) for one in fields(fact)}


def plan_of(told: Mapping[str, Any]) -> Plan:
    """The plan that `to_json` told."""
    return Plan(date.fromisoformat(told["on"]), *(str(told[name]) for name in ("place", "chair", "topic")))


def held_of(told: Mapping[str, Any]) -> Held:
    """The session that `to_json` told."""
    hours = (str(told["begun"]), str(told["ended"]))
    bodies = tuple(str(one) for one in told["bodies"])
    return Held(date.fromisoformat(told["on"]), *hours, int(told["citizens"]), bodies, str(told["clerk"]))


def opinion_of(told: Mapping[str, Any]) -> Opinion:
    """The opinion that `to_json` told."""
    due = date.fromisoformat(told["due_on"]) if told["due_on"] else None
    return Opinion(**{**{one.name: told[one.name] for one in fields(Opinion)}, "due_on": due})


def done_of(told: Mapping[str, Any]) -> Done:
    """The result that `to_json` told."""
    return Done(date.fromisoformat(told["on"]), str(told["result"]))


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _typed(value: Any) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if value is None else str(value)
