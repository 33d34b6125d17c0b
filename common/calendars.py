"""Report calendars: which days a programme's report counts and by when it is due, as data (resources/calendars).

A file is one JSON object: `id` (a word), `name`, `programme`, `to` (recipients), `source` (the letter that asks for
it), `from` and optionally `to_day` (days between which it is asked for), optionally `since` (every term counts from
then) and `terms`. A term is `part` ("" for the year, Q1…Q4, H1, H2, 9M, 01…12), `first`, `last` and optionally `due`,
each {"month", "day", "year"?}: the year is counted from the report's own, a day past the month's end is its last day.
"""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from common.names import tidy
from common.periods import NotAPeriod, Period, read_period

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,31}", re.ASCII)
_PART = re.compile(r"|Q[1-4]|H[12]|9M|0[1-9]|1[0-2]")
_NAMED = re.compile(r"([0-9]{4})(?:-(Q[1-4]|H[12]|9M|0[1-9]|1[0-2]))?")
_LEAP = 2024


class NotACalendar(ValueError):
    """The data is no report calendar; the text says where: `terms[2].due.month`."""


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day told by month and day, in the report's own year or so many before or after it."""

    month: int
    day: int
    year: int = 0

    def of(self, year: int) -> date:
        """The day itself; 30/02 is the last of February."""
        year += self.year
        return date(year, self.month, min(self.day, monthrange(year, self.month)[1]))


@dataclass(frozen=True, slots=True)
class Term:
    """One report of the year: `due` is the last day on which it may come, None where nobody set one."""

    part: str
    first: DayOfYear | None
    last: DayOfYear
    due: DayOfYear | None


@dataclass(frozen=True, slots=True)
class Due:
    """A report that is asked for: what it counts, and by when it is due."""

    period: Period
    due: date | None


@dataclass(frozen=True, slots=True)
class ReportCalendar:
    """The reports that one programme asks for."""

    id: str
    name: str
    programme: str
    recipients: tuple[str, ...]
    source: str
    first_day: date
    last_day: date | None
    since: date | None
    terms: tuple[Term, ...]

    def period(self, year: int, part: str) -> Period:
        """The days that the report of that year and part counts; NotAPeriod where the programme asks for none."""
        return self._of(self._term(year, part), year).period

    def due(self, year: int, part: str) -> date | None:
        """By when that report is due."""
        return self._of(self._term(year, part), year).due

    def reports(self, first: date, last: date) -> tuple[Due, ...]:
        """The reports that close between two days, both included, the earliest first."""
        years = range(first.year - 1, last.year + 2)
        every = (self._of(term, year) for year in years for term in self.terms if self._asks(term, year))
        return tuple(sorted((one for one in every if first <= one.period.last <= last), key=_in_time))

    def running(self, today: date) -> tuple[Due, ...]:
        """The reports that count this day, those that close first in front."""
        near = self.reports(today, today + timedelta(days=366))
        return tuple(one for one in near if one.period.contains(today))

    def _term(self, year: int, part: str) -> Term:
        found = next((term for term in self.terms if term.part == part), None)
        if found is None or not self._asks(found, year):
            raise NotAPeriod(_name(year, part, self.id))
        return found

    def _asks(self, term: Term, year: int) -> bool:
        last = term.last.of(year)
        return self.first_day <= last and (self.last_day is None or last <= self.last_day)

    def _of(self, term: Term, year: int) -> Due:
        last = term.last.of(year)
        first = self.since or (term.first.of(year) if term.first else last)
        return Due(Period(_name(year, term.part, self.id), first, last), term.due.of(year) if term.due else None)


@dataclass(frozen=True, slots=True)
class Calendars:
    """Every report calendar that this program knows, by id."""

    calendars: tuple[ReportCalendar, ...]

    def get(self, id: str) -> ReportCalendar | None:
        """The calendar of that id."""
        return next((one for one in self.calendars if one.id == id), None)

    def read_period(self, text: str) -> Period:
        """`2026-Q4@quy-14`, or any period that needs no calendar; raises NotAPeriod."""
        asked, at, id = tidy(text).partition("@")
        if not at:
            return read_period(text)
        calendar, named = self.get(id.strip().lower()), _NAMED.fullmatch(asked.strip().upper())
        if calendar is None:
            raise NotAPeriod(tidy(text), "no-such-calendar")
        if named is None or int(named[1]) < 2:
            raise NotAPeriod(tidy(text))
        return calendar.period(int(named[1]), named[2] or "")


def read_calendars(folder: Path) -> Calendars:
    """Every calendar in `*.json` of a folder; NotACalendar names file and place."""
    found = []
    for path in sorted(folder.glob("*.json")):
        try:
            found.append(read_calendar(path.read_bytes()))
        except NotACalendar as broken:
            raise NotACalendar(f"{path.name}: {broken}") from broken
    if len({one.id for one in found}) != len(found):
        raise NotACalendar("the same id twice")
    return Calendars(tuple(found))


def read_calendar(raw: bytes) -> ReportCalendar:
    """One calendar; NotACalendar says where it does not fit."""
    try:
        told = json.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as broken:
        raise NotACalendar("not JSON in UTF-8") from broken
    if not isinstance(told, dict) or not _ID.fullmatch(str(told.get("id"))):
        raise NotACalendar("id")
    since = _date(told, "since") if told.get("since") else None
    return ReportCalendar(
        id=str(told["id"]),
        name=_text(told, "name"),
        programme=_text(told, "programme"),
        recipients=_recipients(told),
        source=_text(told, "source"),
        first_day=_date(told, "from"),
        last_day=_date(told, "to_day") if told.get("to_day") else None,
        since=since,
        terms=_terms(told, since is not None),
    )


def _terms(told: Mapping[str, Any], cumulative: bool) -> tuple[Term, ...]:
    listed = told.get("terms")
    if not isinstance(listed, list) or not listed:
        raise NotACalendar("terms")
    terms = tuple(_term(one, f"terms[{at}]", cumulative) for at, one in enumerate(listed))
    if len({term.part for term in terms}) != len(terms):
        raise NotACalendar("terms")
    return terms


def _term(told: object, place: str, cumulative: bool) -> Term:
    if not isinstance(told, dict) or not _PART.fullmatch(str(told.get("part"))):
        raise NotACalendar(f"{place}.part")
    first = None if cumulative else _day(told.get("first"), f"{place}.first")
    last = _day(told.get("last"), f"{place}.last")
    due = _day(told["due"], f"{place}.due") if "due" in told else None
    # In a leap year every day of any year is told apart.
    if first and first.of(_LEAP) > last.of(_LEAP):
        raise NotACalendar(f"{place}.first")
    if due and due.of(_LEAP) < last.of(_LEAP):
        raise NotACalendar(f"{place}.due")
    return Term(str(told["part"]), first, last, due)


def _day(told: object, place: str) -> DayOfYear:
    if not isinstance(told, dict):
        raise NotACalendar(place)
    bounds = {"month": (1, 12), "day": (1, 31), "year": (-1, 1)}
    for name, (least, most) in bounds.items():
        value = told.get(name, 0)
        if type(value) is not int or not least <= value <= most:
            raise NotACalendar(f"{place}.{name}")
    return DayOfYear(told["month"], told["day"], told.get("year", 0))


def _text(told: Mapping[str, Any], name: str) -> str:
    found = told.get(name)
    if not isinstance(found, str) or not tidy(found):
        raise NotACalendar(name)
    return tidy(found)


def _recipients(told: Mapping[str, Any]) -> tuple[str, ...]:
    found = told.get("to")
    if not isinstance(found, list) or not found or not all(isinstance(one, str) and tidy(one) for one in found):
        raise NotACalendar("to")
    return tuple(map(tidy, found))


def _date(told: Mapping[str, Any], name: str) -> date:
    try:
        return date.fromisoformat(str(told.get(name)))
    except ValueError as wrong:
        raise NotACalendar(name) from wrong


def _name(year: int, part: str, id: str) -> str:
    return f"{year:04}{'-' if part else ''}{part}@{id}"


def _in_time(one: Due) -> tuple[date, str]:
    return one.period.last, one.period.name
