"""What a file may prove: criteria, sessions, letters, press mentions, pledges, the committee, funding, surveys,
meetings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from common.words import evidence as words
from desk_app.db.evidence import Link
from desk_app.db.register import Reading

__all__ = ["KINDS", "Choice", "Link", "choices_of", "told_links"]
KINDS = tuple(words.TARGETS)
"""criterion, session, letter, press, pledge, committee, funding, survey, meeting."""
_DAYS = ("on_day", "held_on", "planned_on", "begun_on", "dated")
_NAMED = ("name", "title", "what", "topic", "text")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that a file may be tied to, and what it is called."""

    ref: str
    told: str


def choices_of(reading: Reading, kind: str) -> tuple[Choice, ...]:
    """Everything of a kind, the newest first; a criterion is told by its code."""
    if kind == "criterion":
        return ()
    return tuple(Choice(str(row["id"]), _told(kind, row)) for row in reading.evidence.targets(kind))


def is_there(reading: Reading, link: Link) -> bool:
    """Whether such a thing is kept; criteria are known by their own sets."""
    return link[0] == "criterion" or reading.evidence.target(link) is not None


def told_links(reading: Reading, links: Iterable[Link]) -> Mapping[Link, str]:
    """What each link is called; what is gone since is told by its number."""
    return {link: _name(reading, link) for link in dict.fromkeys(links)}


def _name(reading: Reading, link: Link) -> str:
    row = reading.evidence.target(link) if link[0] != "criterion" else None
    return _told(link[0], row) if row else words.target_told(*link)


def _told(kind: str, row: Mapping[str, Any]) -> str:
    body = row.get("body")
    written: Mapping[str, Any] = {**(body if isinstance(body, Mapping) else {}), **row}
    day = next((str(row[name]) for name in _DAYS if row.get(name)), "")
    # A letter's name would be a citizen's: it is told by its number and day alone.
    text = "" if kind == "letter" else next((str(written[name]) for name in _NAMED if written.get(name)), "")
    return words.target_row(kind, str(row["id"]), day, text[:_LONGEST])
