"""Above and under a signature: who signs in whose place, and how a name stands there (NĐ 30/2020/NĐ-CP, Annex I)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from common.names import tidy
from desk_app.domain.office import Signatory
from desk_app.domain.problems import Problem

MOST_LINES = 3
"""No signature block has room for more lines of authority."""
_HEADS = ("CHỦ TỊCH", "Q. CHỦ TỊCH", "Q.CHỦ TỊCH")
_TITLES = (
    *("gs", "pgs", "ts", "tskh", "ths", "bs", "bscki", "bsckii", "ck1", "ck2", "cki", "ckii", "ks", "kts", "cn", "ds"),
    *("dsckii", "dscki", "ls", "ngnd", "ngưt", "ttnd", "ttưt"),
    *("giáo sư", "phó giáo sư", "tiến sĩ", "tiến sỹ", "thạc sĩ", "thạc sỹ", "bác sĩ", "bác sỹ", "kỹ sư", "kĩ sư"),
    *("cử nhân", "luật sư", "dược sĩ", "kiến trúc sư", "nhà giáo ưu tú", "nhà giáo nhân dân", "đồng chí", "đ/c"),
    *("ông", "bà"),
)
_BEFORE = re.compile(
    r"^(?:" + "|".join(re.escape(one) for one in sorted(_TITLES, key=len, reverse=True)) + r")"
    r"(?:[.,\s]+|$)",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")


@dataclass(frozen=True, slots=True)
class Name:
    """A typed name: `titles` in front of it that no administrative paper prints, and the name as it should stand."""

    titles: tuple[str, ...]
    proper: str


def read_name(typed: str) -> Name:
    """Take academic titles and forms of address off a typed name; what is all capitals, or all small, gets its case.
    A single word stays as it is: "Bà" may be all that somebody has typed so far."""
    rest, titles = tidy(typed), []
    while (found := _BEFORE.match(rest)) and len(rest) > found.end():
        titles.append(found.group().strip(" ,"))
        rest = rest[found.end() :]
    return Name(tuple(titles), _cased(rest))


def _cased(name: str) -> str:
    if not (name.isupper() or name.islower()) or " " not in name:
        return name
    return _WORD.sub(lambda word: word.group()[:1].upper() + word.group()[1:].lower(), name)


def is_head(one: Signatory) -> bool:
    """Whether this capacity is the chair's own, in office or acting: one person at a time has it."""
    return one.authority[-1] in _HEADS and not any(line.startswith(("KT.", "TUQ.", "TL.")) for line in one.authority)


def other_heads(one: Signatory, people: Iterable[Signatory]) -> tuple[Signatory, ...]:
    """Who else is chair, or acting, on some of the same days."""
    if not is_head(one):
        return ()
    return tuple(other for other in people if other != one and is_head(other) and share_days(one, other))


def share_days(one: Signatory, other: Signatory) -> bool:
    """Whether there is a day on which both may sign."""
    ends = (one.valid_to or date.max, other.valid_to or date.max)
    return max(one.valid_from, other.valid_from) <= min(ends)


def nobody_from(people: Sequence[Signatory], today: date, days: int) -> date | None:
    """The first day within so many days after today on which nobody may sign any more; None while somebody may, or
    where nobody may today."""
    if not any(one.in_office(today) for one in people):
        return None
    coming = (today + timedelta(days=ahead) for ahead in range(days + 1))
    return next((day for day in coming if not any(one.in_office(day) for one in people)), None)


def why_nobody(people: Sequence[Signatory], day: date) -> Problem:
    """What to tell where nobody may sign a letter of that day: whose time ran out, or who signs only later."""
    past, coming = _last_before(people, day), _first_after(people, day)
    told = {"day": f"{day:%d/%m/%Y}"}
    if past is not None and past.valid_to is not None:
        details = told | {"name": past.name, "last": f"{past.valid_to:%d/%m/%Y}"}
        return Problem("signatory", "letter-signatory-ended", "error", details)
    if coming is not None:
        details = told | {"name": coming.name, "first": f"{coming.valid_from:%d/%m/%Y}"}
        return Problem("signatory", "letter-signatory-later", "error", details)
    return Problem("signatory", "letter-needs-signatory", "error")


def _last_before(people: Iterable[Signatory], day: date) -> Signatory | None:
    """Who signed last before that day, where the time ran out."""
    past = [one for one in people if one.valid_to is not None and one.valid_to < day]
    return max(past, key=lambda one: one.valid_to or day, default=None)


def _first_after(people: Iterable[Signatory], day: date) -> Signatory | None:
    """Who signs next after that day."""
    return min((one for one in people if one.valid_from > day), key=lambda one: one.valid_from, default=None)
