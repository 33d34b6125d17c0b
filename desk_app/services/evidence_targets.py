"""What a file may prove: criteria, sessions, letters, press mentions, pledges, the committee, funding, surveys,
meetings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from common.words import evidence as words
from common.words.year_log import CHOICES
from desk_app.db.evidence import Link
from desk_app.db.register import Reading
from desk_app.services.criteria_sets import usual_set

__all__ = ["KINDS", "Choice", "Link", "choices_of", "told_links"]
KINDS = tuple(words.TARGETS)
"""criterion, session, letter, press, pledge, committee, funding, survey, meeting."""
_DAYS = ("on_day", "held_on", "planned_on", "begun_on", "dated")
_NAMED = {"press": "title", "committee": "decision", "funding": "purpose", "survey": "name", "meeting": "what"}
"""What a thing is called beside its day: only words that name nobody, for they stand in the pack too."""
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that a file may be tied to, and what it is called."""

    ref: str
    told: str


def choices_of(reading: Reading, kind: str, year: int) -> tuple[Choice, ...]:
    """Everything of a kind, the newest first; criteria are those by which the year is scored."""
    if kind == "criterion":
        one = usual_set(reading, year)
        each = (criterion for group in one.groups for criterion in group.criteria)
        return tuple(
            Choice(f"{one.id}/{year}/{own.code}", words.criterion(own.code, own.text[:_LONGEST])) for own in each
        )
    return tuple(Choice(str(row["id"]), _told(kind, row)) for row in reading.evidence.targets(kind))


def is_there(reading: Reading, link: Link) -> bool:
    """Whether such a thing is kept; criteria are known by their own sets."""
    return link[0] == "criterion" or reading.evidence.target(link) is not None


def told_links(reading: Reading, links: Iterable[Link]) -> Mapping[Link, str]:
    """What each link is called; what is gone since is told by its number."""
    return {link: _name(reading, link) for link in dict.fromkeys(links)}


def _name(reading: Reading, link: Link) -> str:
    kind, ref = link
    if kind == "criterion":
        _, year, code = ("", *ref.split("/"))[-3:] if ref.count("/") == 2 else ("", "", ref)
        return words.criterion_of(code, year)
    row = reading.evidence.target(link)
    return _told(kind, row) if row else words.target_told(kind, ref)


def _told(kind: str, row: Mapping[str, Any]) -> str:
    day = next((str(row[name]) for name in _DAYS if row.get(name)), "")
    if kind == "letter":
        # Its name would be a citizen's: it is told by its kind and day alone.
        return words.letter(str(row["kind"]), str(row["id"]), day)
    body = row.get("body")
    typed: Mapping[str, Any] = {**(body.get("entry", {}) if isinstance(body, Mapping) else {}), **row}
    text = str(typed.get(_NAMED.get(kind, ""), ""))
    return words.target_row(kind, str(row["id"]), day, CHOICES["what"].get(text, text)[:_LONGEST])
