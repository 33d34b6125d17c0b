"""What a friendly office writes down by its day, each kind with its own facts; which words and lengths they take.

Meetings, commendations and conduct are counted upward (seeds 000, 001, 003); press, pledges (seed 004), committees and
funding stay at the desk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

HOW_TOLD = ("spoken", "phone", "written", "slip", "online", "above")
FOUND = ("open", "upheld", "unfounded")
TONES = ("good", "critical")


@dataclass(frozen=True, slots=True)
class Meeting:
    """Citizens received, a dialogue, complaints or denunciations of a day: how many people or cases, how many of them
    are settled. Who came is asked nowhere."""

    on: date
    what: str
    n: int
    settled: int


@dataclass(frozen=True, slots=True)
class Commendation:
    """Praise given: `who` stays at the desk, `to` (person or body) and `merit` are counted."""

    on: date
    to: str
    who: str
    merit: str
    reason: str
    number: str
    by: str


@dataclass(frozen=True, slots=True)
class Conduct:
    """A complaint about how an officer behaved, for leaders alone: `found` says what looking into it gave on
    `found_on`, `done` what was done. Only the days and the finding are counted."""

    on: date
    how: str
    about: str
    words: str
    found: str
    found_on: date | None
    done: str


@dataclass(frozen=True, slots=True)
class Press:
    """A piece in a paper or on the air about the office, good or critical."""

    on: date
    outlet: str
    title: str
    tone: str


@dataclass(frozen=True, slots=True)
class Pledge:
    """Giao ước: who signed with whom, and what they promised."""

    on: date
    signed: str
    with_whom: str
    text: str


@dataclass(frozen=True, slots=True)
class Committee:
    """A steering committee by its decision: members, from `on`, to `until` where that is known."""

    on: date
    decision: str
    members: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Funding:
    """Money for the programme: whole đồng."""

    on: date
    source: str
    purpose: str
    amount: int


Entry = Meeting | Commendation | Conduct | Press | Pledge | Committee | Funding
KINDS: Mapping[str, type[Entry]] = {
    "meeting": Meeting,
    "commendation": Commendation,
    "press": Press,
    "pledge": Pledge,
    "committee": Committee,
    "funding": Funding,
    "conduct": Conduct,
}
"""In the order of their digits; conduct last, so that the others keep theirs where it is not shown."""
TRAVEL = frozenset({"meeting", "commendation", "conduct"})
GUARDED = "conduct"
"""The kind whose words only leaders read and write."""

DAYS = frozenset({"on", "found_on", "until"})
COUNTS = frozenset({"n", "settled", "amount"})
CHOICES: Mapping[str, tuple[str, ...]] = {
    "what": ("reception", "dialogue", "complaint", "denunciation"),
    "to": ("person", "body"),
    "merit": ("attitude", "initiative", "results", "other"),
    "how": HOW_TOLD,
    "found": FOUND,
    "tone": TONES,
}
LEFT_OPEN = frozenset({"settled", "number", "by", "found_on", "done", "until", "about"})
"""Facts that may be left empty."""
LONG = frozenset({"reason", "words", "done", "text", "members", "purpose"})
SHORTEST, LONGEST = 160, 600
"""Characters of a fact: of one that is a name or title, and of one in LONG."""
MOST: Mapping[str, int] = {"n": 1_000_000, "settled": 1_000_000, "amount": 10**13}


def kind_of(entry: Entry) -> str:
    """The kind of an entry."""
    return next(kind for kind, made in KINDS.items() if type(entry) is made)


def facts_of(kind: str) -> tuple[str, ...]:
    """The names of a kind's facts in the order they are typed."""
    return tuple(one.name for one in fields(KINDS[kind]))


def typed(entry: Entry) -> dict[str, str]:
    """An entry as somebody would type it."""
    told = {name: getattr(entry, name) for name in facts_of(kind_of(entry))}
    return {name: f"{value:%d/%m/%Y}" if isinstance(value, date) else _said(value) for name, value in told.items()}


def to_json(entry: Entry) -> dict[str, object]:
    """An entry as it is kept and as commands tell it: days in ISO, null where nothing is."""
    told = {name: getattr(entry, name) for name in facts_of(kind_of(entry))}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in told.items()}


def of_json(kind: str, told: Mapping[str, Any]) -> Entry:
    """The entry that `to_json` told."""
    days = {name: date.fromisoformat(told[name]) if told[name] else None for name in DAYS & told.keys()}
    return KINDS[kind](**{**{name: told[name] for name in facts_of(kind)}, **days})


def _said(value: object) -> str:
    return str(value) if value else ""
