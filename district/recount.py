"""What the lines of one desk say, by day: while it is counted, as the rows that keep it, and as who asks reads it.

A row belongs to a year (its months), to a month (202610: its days), or to LASTING or YEARLY (of all times).
"""

import json
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from common.counts import Fact
from common.model_figures import day_figures
from common.month_counts import MonthFigures, added, tallies
from common.periods import Period
from common.voice_counts import still_open, surveys
from district.store.recounts import LASTING, YEARLY, RecountRow, Tip

KEPT = ("report-issued", "criteria-scored", "evidence-pack")
"""Kinds of lines that are kept as they were told, every version of them."""
_NOTHING: MonthFigures = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line that is kept as it was told; `on` is the day it bears (ISO)."""

    kind: str
    subject: str
    version: int
    on: str
    figures: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Recount:
    """What the lines of one desk say: figures by month ("2026-10") of the years asked for, and by day of the months
    asked for; months of those years in which something was put right after they were over, the first day on which a
    letter was handed over (ISO, "" none), the last restore as (day of the line, day of the copy), None where there was
    none; of all times, the figures of each survey's newest line by subject, how many follow-ups wait to be done by the
    day they are due (ISO), and where it was asked for what `common.year_counts` counts by day and name, and the lines
    of KEPT in the order of their journal; `since` is the first day of a registration that stands (ISO, "" none)."""

    months: Mapping[str, MonthFigures] = field(default_factory=dict)
    amended: frozenset[str] = frozenset()
    first_handed: str = ""
    restored: tuple[str, str] | None = None
    surveys: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    due: Mapping[str, int] = field(default_factory=dict)
    days: Mapping[str, MonthFigures] = field(default_factory=dict)
    year: Mapping[tuple[str, str], int] = field(default_factory=dict)
    told: tuple[ToldLine, ...] = ()
    since: str = ""

    def month(self, name: str) -> MonthFigures:
        """The figures of that month, empty where nothing happened."""
        return self.months.get(name, _NOTHING)

    def numbers(self) -> Counter[tuple[str, str]]:
        """All that was read, by day (ISO) and name; months of which no days were read stand on their first."""
        by_day = {day[:7] for day in self.days}
        found = Counter({(day, name): n for day, figures in self.days.items() for name, n in figures.items()})
        for month, figures in self.months.items():
            if month not in by_day:
                found.update({(f"{month}-01", name): n for name, n in figures.items()})
        return found

    def of(self, period: Period) -> Counter[str]:
        """The figures of a period: whole months as they were kept, those that it cuts from their days."""
        cut = cut_months(period)
        whole = [self.month(part.name) for part in period.months() if _number(part) not in cut]
        first, last = period.first.isoformat(), period.last.isoformat()
        edges = {f"{month // 100:04}-{month % 100:02}" for month in cut}
        ends = [figures for day, figures in self.days.items() if day[:7] in edges and first <= day <= last]
        return added((*whole, *ends))


def months_in(period: Period) -> tuple[int, ...]:
    """Every month (202610) that the period touches."""
    return tuple(map(_number, period.months()))


def cut_months(period: Period) -> tuple[int, ...]:
    """The months (202610) of which the period holds some days, but not all."""
    return tuple(
        _number(part)
        for part in period.months()
        if (part.first.day, part.last.day) != (1, monthrange(part.last.year, part.last.month)[1])
    )


def _number(month: Period) -> int:
    return month.first.year * 100 + month.first.month


def amended_months(facts: Iterable[Fact]) -> frozenset[str]:
    """Months of which a registration was amended or voided only after the month was over."""
    registered: dict[str, str] = {}
    amended: set[str] = set()
    for fact in facts:
        if fact.kind == "registered":
            registered[fact.subject] = str(fact.figures["registered_on"])[:7]
        elif fact.kind in ("amended", "voided") and fact.subject in registered:
            month = registered[fact.subject]
            amended.update({month} if fact.on.isoformat()[:7] > month else ())
    return frozenset(amended)


@dataclass(slots=True)
class Said:
    """What a desk's lines say, while it is being counted."""

    days: Counter[tuple[str, str]] = field(default_factory=Counter)
    amended: set[str] = field(default_factory=set)
    first_handed: str = ""
    restored: list[str] | None = None
    surveys: dict[str, dict[str, Any]] = field(default_factory=dict)
    due: Counter[str] = field(default_factory=Counter)
    year: Counter[tuple[str, str]] = field(default_factory=Counter)
    told: list[ToldLine] = field(default_factory=list)

    def rows(self, desk: int, tip: Tip, rule: int) -> list[RecountRow]:
        """The rows that keep it."""
        lasting = {"aside": tip.aside, "first_handed": self.first_handed, "restored": self.restored, "rule": rule}
        lasting |= {"surveys": self.surveys, "due": dict(+self.due)}
        lasting["since"] = min((day for (day, name), n in self.days.items() if n and name[:6] == "event "), default="")
        lines = [[one.kind, one.subject, one.version, one.on, dict(one.figures)] for one in self.told]
        kept: dict[int, dict[str, Any]] = {LASTING: lasting, YEARLY: {"days": _nested(+self.year), "told": lines}}
        months: dict[str, Counter[str]] = {}
        for day, figures in _nested(self.days).items():
            kept.setdefault(int(day[:4] + day[5:7]), {})[day] = figures
            months.setdefault(day[:7], Counter()).update(figures)
        for month in sorted({*months, *self.amended}):
            told = kept.setdefault(int(month[:4]), {"months": {}, "amended": []})
            told["months"] |= {month: dict(months[month])} if month in months else {}
            told["amended"] += [month] if month in self.amended else []
        return [RecountRow(desk, key, tip.head, tip.digest, _json(told)) for key, told in kept.items()]

    def add(self, facts: Sequence[Fact], before: Sequence[Fact] = ()) -> None:
        """Count these facts too; `before` is what was counted of the same subjects already. Registrations and letters
        are counted each by itself, so what else there is need not be read."""
        whole = (*before, *facts)
        gone, come = day_figures(before, before), day_figures(whole, whole)
        for figures in (gone.numbers, gone.tasks, tallies(before)):
            self.days.subtract(figures)
        for figures in (come.numbers, come.tasks, tallies(whole)):
            self.days.update(figures)
        self.year.subtract(gone.year)
        self.year.update(come.year)
        self.amended |= amended_months(whole)
        self.due.subtract(still_open(before))
        self.due.update(still_open(whole))
        self.surveys |= {subject: dict(fact.figures) for subject, fact in surveys(whole).items()}
        for fact in facts:
            self._note(fact)

    def _note(self, fact: Fact) -> None:
        if fact.kind == "letter-delivered" and "returned_on" not in fact.figures:
            self.first_handed = min(self.first_handed or "9", str(fact.figures["delivered_on"]))
        elif fact.kind == "restored":
            self.restored = [fact.on.isoformat(), str(fact.figures["backup_date"])]
        elif fact.kind in KEPT:
            self.told.append(ToldLine(fact.kind, fact.subject, fact.version, fact.on.isoformat(), fact.figures))


def said_by(held: Mapping[int, RecountRow]) -> Said:
    """What was counted so far, out of all rows of a desk."""
    lasting, yearly = json.loads(held[LASTING].said), json.loads(held[YEARLY].said)
    said = Said(first_handed=lasting["first_handed"], restored=lasting["restored"], surveys=lasting["surveys"])
    said.due, said.year = Counter(lasting["due"]), _flat(yearly["days"])
    said.told = [ToldLine(*line) for line in yearly["told"]]
    for key, row in held.items():
        if key > _LAST_YEAR:
            said.days.update(_flat(json.loads(row.said)))
        elif key > YEARLY:
            said.amended |= set(json.loads(row.said)["amended"])
    return said


def recount_of(facts: Iterable[Fact]) -> Recount:
    """What these facts of one desk say, of all times; nothing of it is kept."""
    said = Said()
    said.add(tuple(facts))
    rows = {row.year: row for row in said.rows(0, Tip(0, b"", 0), 0)}
    return told_by(rows, [key for key in rows if key != LASTING])


_LAST_YEAR = 9999


def told_by(rows: Mapping[int, RecountRow], keys: Sequence[int]) -> Recount:
    """What the rows of these years and months say."""
    lasting = json.loads(rows[LASTING].said)
    months: dict[str, MonthFigures] = {}
    days: dict[str, MonthFigures] = {}
    amended: set[str] = set()
    yearly: dict[str, Any] = {"days": {}, "told": []}
    for key in keys:
        row = rows.get(key)
        if row is None or (row.head, row.digest) != (rows[LASTING].head, rows[LASTING].digest):
            continue
        told = json.loads(row.said)
        if key == YEARLY:
            yearly = told
        elif key > _LAST_YEAR:
            days.update(told)
        else:
            months.update(told["months"])
            amended.update(told["amended"])
    restored = tuple(lasting["restored"]) if lasting["restored"] else None
    known = (lasting["first_handed"], restored, lasting["surveys"], lasting["due"])
    lines = tuple(ToldLine(*line) for line in yearly["told"])
    return Recount(months, frozenset(amended), *known, days, _flat(yearly["days"]), lines, lasting["since"])


def _nested(days: Mapping[tuple[str, str], int]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for (day, name), n in days.items():
        if n:
            found.setdefault(day, {})[name] = n
    return found


def _flat(nested: Mapping[str, Mapping[str, int]]) -> Counter[tuple[str, str]]:
    return Counter({(day, name): n for day, figures in nested.items() for name, n in figures.items()})


def _json(told: Mapping[str, Any]) -> str:
    return json.dumps(told, sort_keys=True, separators=(",", ":"))
