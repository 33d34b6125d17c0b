"""What is typed about criteria, read into what is kept: scores, the province's decision, criteria, sets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from common.calendars import Calendars
from common.criteria import CriteriaSet, Criterion, check_criterion
from common.dates import exact_day
from common.names import tidy
from common.words.criteria import points as told_points
from common.words.criteria import read_bands, read_levels, read_points
from desk_app.domain.problems import Problem
from desk_app.services.criteria_sheet import Province, Row, Sheet, lacks

Problems = tuple[Problem, ...]
LONGEST = 600
_EARLIEST = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Typed:
    """A score as typed; points None go back to what is proposed."""

    points: int | None
    reason: str


def texts(values: Mapping[str, object]) -> Callable[[str], str]:
    """Each value as tidy text, "" where there is none."""
    return lambda name: tidy(str(values.get(name) if values.get(name) is not None else ""))


def read_score(values: Mapping[str, object], row: Row) -> Typed | Problems:
    """Points and reason."""
    told = texts(values)
    typed, reason, one = told("points"), told("reason"), row.criterion
    points = read_points(typed) if typed else None
    if typed and (points is None or points > one.most):
        return (_wrong("points", "criteria-number", most=told_points(one.most)),)
    if len(reason) > LONGEST:
        return (_wrong("reason", "criteria-long", limit=str(LONGEST)),)
    if points is not None and lacks(one, row.proposed, points, reason):
        return (_wrong("reason", "criteria-reason"),)
    return Typed(points, reason)


def read_province(values: Mapping[str, object], sheet: Sheet, today: date) -> Province | Problems:
    """The decision with its points; what is not named of single criteria stays as it was."""
    told, found = texts(values), []
    number, on = told("number"), exact_day(told("on"))
    if not 0 < len(number) <= 60:
        found.append(_wrong("number", "criteria-decision"))
    if on is None or not _EARLIEST <= on <= today:
        found.append(_wrong("on", "criteria-decision-day"))
    total = _points(told("total"), sheet.criteria.most)
    if told("total") and total is None:
        found.append(_wrong("total", "criteria-number", most=told_points(sheet.criteria.most)))
    points = dict(sheet.province.points) if sheet.province else {}
    named = values.get("points") or {}
    for code, typed in named.items() if isinstance(named, Mapping) else ():
        one, text = sheet.criteria.get(str(code)), tidy(str(typed))
        points.pop(str(code), None)
        got = _points(text, one.most) if one else None
        if text and got is None:
            found.append(_wrong("points", "criteria-number", most=told_points(one.most if one else 0)))
        elif got is not None:
            points[str(code)] = got
    return tuple(found) if found or on is None else Province(number, on, total, points)


def read_criterion(values: Mapping[str, object]) -> Criterion | Problems:
    """A criterion as typed: code, text, most, evidence, rule, fed, bands."""
    told = texts(values)
    rule = told("rule") or "hand"
    bands = read_bands(told("bands")) if rule in ("share", "amount") else ()
    most = read_points(told("most"))
    one = Criterion(told("code"), told("text"), most or 0, told("evidence"), rule, told("fed"), bands or ())
    if bands is None:
        one = replace(one, bands=())
    return _problems_of(one) or one


def read_head(values: Mapping[str, object], one: CriteriaSet, calendars: Calendars) -> CriteriaSet | Problems:
    """Name, source, days, calendar and levels of a set."""
    told, found = texts(values), []
    first, last = exact_day(told("first_day")), exact_day(told("last_day"))
    found += [_wrong(name, "criteria-text") for name in ("name", "source") if not told(name)]
    found += [_wrong(name, "criteria-long", limit="200") for name in ("name", "source") if len(told(name)) > 200]
    if first is None or (told("last_day") and last is None) or (last is not None and last < first):
        found.append(_wrong("last_day" if first else "first_day", "criteria-days"))
    if told("calendar") and calendars.get(told("calendar")) is None:
        found.append(_wrong("calendar", "criteria-calendar"))
    levels = read_levels(told("levels"))
    if not levels:
        found.append(_wrong("levels", "criteria-levels"))
    if found or first is None or levels is None:
        return tuple(found)
    named = replace(one, name=told("name"), source=told("source"), levels=levels)
    return replace(named, first_day=first, last_day=last, calendar=told("calendar"))


def _problems_of(one: Criterion) -> Problems:
    return tuple(_wrong(found.place, found.code, limit=str(LONGEST)) for found in check_criterion(one))


def _points(text: str, most: int) -> int | None:
    got = read_points(text) if text else None
    return got if got is not None and got <= most else None


def _wrong(field: str, code: str, **details: str) -> Problem:
    return Problem(field, code, "error", details)
