"""Reading what was typed for the year's log: an entry of its kind, or everything there is to mend in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from common.dates import exact_day
from common.names import tidy
from desk_app.domain.problems import Outcome, Problem
from desk_app.domain.year_log import (
    CHOICES,
    COUNTS,
    DAYS,
    KINDS,
    LEFT_OPEN,
    LONG,
    LONGEST,
    MOST,
    SHORTEST,
    Conduct,
    Entry,
    Meeting,
    facts_of,
)

EARLIEST = date(2000, 1, 1)
_AHEAD = frozenset({"until"})


def read_entry(kind: str, values: Mapping[str, object], today: date) -> Outcome[Entry]:
    """An entry out of texts or numbers by the names of its facts; an empty day `on` is today, an empty `settled`
    nought, an empty `found` open. What the kind does not ask is a problem too: a slip in a name loses nothing."""
    names = facts_of(kind)
    problems = [Problem(name, "log-unknown", "error", {"name": name}) for name in values if name not in names]
    told: dict[str, Any] = {}
    for name in names:
        told[name], problem = _fact(name, values.get(name), today)
        problems += [problem] if problem else []
    if not problems:
        entry = KINDS[kind](**told)
        problems = _agree(entry)
        if not problems:
            return Outcome(entry)
    return Outcome(None, tuple(problems))


def _fact(name: str, value: object, today: date) -> tuple[Any, Problem | None]:
    if value is not None and (isinstance(value, bool) or not isinstance(value, (str, int))):
        return None, Problem(name, "log-plain", "error")
    text = tidy("" if value is None else str(value))
    if not text and name == "found":
        return "open", None
    if name in DAYS:
        return _day(name, text, today)
    if name in COUNTS:
        return _count(name, text)
    return text, _wrong_text(name, text)


def _wrong_text(name: str, text: str) -> Problem | None:
    if name in CHOICES:
        return None if text in CHOICES[name] else Problem(name, "log-choose", "error")
    most = LONGEST if name in LONG else SHORTEST
    if len(text) > most:
        return Problem(name, "log-too-long", "error", {"limit": str(most)})
    empty = not text and name not in LEFT_OPEN
    return Problem(name, f"log-{name.replace('_', '-')}-empty", "error") if empty else None


def _day(name: str, text: str, today: date) -> tuple[date | None, Problem | None]:
    if not text:
        return (None, None) if name in LEFT_OPEN else (today, None)
    day = exact_day(text)
    if day is None or day < EARLIEST:
        return None, Problem(name, "log-day", "error", {"today": f"{today:%d/%m/%Y}"})
    late = day > today and name not in _AHEAD
    return day, Problem(name, "log-day-to-come", "error", {"today": f"{today:%d/%m/%Y}"}) if late else None


def _count(name: str, text: str) -> tuple[int, Problem | None]:
    if not text and name in LEFT_OPEN:
        return 0, None
    # 12.500.000 and 12 500 000 are how money is written; isdecimal takes the digits of every script.
    plain = text.replace(".", "").replace(" ", "") if name == "amount" else text
    whole = plain.isascii() and plain.isdecimal() and len(plain) <= len(str(MOST[name]))
    least = 0 if name in LEFT_OPEN else 1
    if not whole or not least <= int(plain) <= MOST[name]:
        return 0, Problem(name, "log-amount" if name == "amount" else "log-count", "error")
    return int(plain), None


def _agree(entry: Entry) -> list[Problem]:
    return [Problem(field, code, "error") for field, code in _misfits(entry)]


def _misfits(entry: Entry) -> Iterator[tuple[str, str]]:
    if isinstance(entry, Meeting) and entry.settled > entry.n:
        yield "settled", "log-more-settled"
    if isinstance(entry, Conduct):
        yield from _conduct(entry)
    until = getattr(entry, "until", None)
    if until and until < entry.on:
        yield "until", "log-until-before"


def _conduct(entry: Conduct) -> Iterator[tuple[str, str]]:
    if entry.found == "open":
        if entry.found_on:
            yield "found_on", "log-found-open"
        return
    if not entry.found_on:
        yield "found_on", "log-found-on-empty"
    elif entry.found_on < entry.on:
        yield "found_on", "log-found-before"
    if not entry.done:
        yield "done", "log-done-empty"
