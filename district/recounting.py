"""What desks' lines say by month, counted once and kept: a province's chart and reports are read, not recounted."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

import msgspec

from common.counts import Fact
from common.month_counts import MonthFigures, count_months
from common.voice_counts import still_open, surveys
from district.store.engine import StoreTrouble
from district.store.recounts import LASTING, RecountRow, Tip
from district.store.store import Store, Work

_Rows = dict[int, RecountRow]
_BEGINS = ("registered", "letter-prepared", "local")
"""Lines with which a subject begins, or that count nowhere: nothing older has to be read for them."""
_RULE = 2
"""Raised whenever lines are counted otherwise than before: what was kept under an older rule is counted anew."""
_NOTHING: MonthFigures = MappingProxyType({})


class _Stored(msgspec.Struct, frozen=True):
    """The parts of a stored line that counting needs; the line was checked when it came in."""

    kind: str
    on: str
    subject: str
    version: int
    figures: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Recount:
    """What the lines of one desk say: figures by month ("2026-10") of the years asked for, months of those years in
    which something was put right after they were over, the first day on which a letter was handed over (ISO, "" none),
    the last restore as (day of the line, day of the copy), None where there was none; of all times, the figures of each
    survey's newest line by subject, and how many follow-ups wait to be done by the day they are due (ISO)."""

    months: Mapping[str, MonthFigures] = field(default_factory=dict)
    amended: frozenset[str] = frozenset()
    first_handed: str = ""
    restored: tuple[str, str] | None = None
    surveys: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    due: Mapping[str, int] = field(default_factory=dict)

    def month(self, name: str) -> MonthFigures:
        """The figures of that month, empty where nothing happened."""
        return self.months.get(name, _NOTHING)


def facts_of_desk(work: Work, desk: int) -> Iterator[Fact]:
    """What happened at the desk in the order of its journal; lines set aside are left out."""
    return _facts(work.lines.counted(desk))


def _facts(lines: Iterable[bytes]) -> Iterator[Fact]:
    read = msgspec.json.Decoder(_Stored)
    for raw in lines:
        line = read.decode(raw)
        yield Fact(line.kind, date.fromisoformat(line.on), line.subject, line.version, line.figures)


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


def recounts(store: Store, years: Sequence[int]) -> dict[int, Recount]:
    """The recounts of these years by desk. What was not counted yet is counted now and kept for the next who asks."""
    tips, held, fresh = _counted(store, years)
    held |= {desk: {row.year: row for row in rows} for desk, rows in fresh.items()}
    return {desk: _read(held[desk], years) for desk in tips}


def renew(store: Store) -> int:
    """Count what came since the last time, so that nobody who looks has to wait for it; how many desks that were."""
    return len(_counted(store, ())[2])


def _counted(
    store: Store, years: Sequence[int]
) -> tuple[dict[int, Tip], dict[int, _Rows], dict[int, list[RecountRow]]]:
    with store.reading() as work:
        tips, held = work.recounts.tips(), _held(work, years)
        stale = [desk for desk, tip in tips.items() if desk not in held or _mark(held[desk][LASTING]) != tip]
        fresh = {desk: _recounted(work, desk, tips[desk]) for desk in stale}
    _keep(store, fresh)
    return tips, held, fresh


def _held(work: Work, years: Sequence[int]) -> dict[int, _Rows]:
    held: dict[int, _Rows] = {}
    for row in work.recounts.of_years((LASTING, *years)):
        held.setdefault(row.desk, {})[row.year] = row
    return {desk: rows for desk, rows in held.items() if _is_ours(rows)}


def _is_ours(rows: _Rows) -> bool:
    return LASTING in rows and json.loads(rows[LASTING].said).get("rule") == _RULE


def _mark(row: RecountRow) -> Tip:
    return Tip(row.head, row.digest, int(json.loads(row.said)["aside"]))


def _keep(store: Store, fresh: Mapping[int, Sequence[RecountRow]]) -> None:
    if not fresh:
        return
    try:
        with store.work() as work:
            for desk, rows in fresh.items():
                work.recounts.keep(desk, rows)
    except StoreTrouble:
        return  # somebody else writes: the next who looks counts again, and sees the same


@dataclass(slots=True)
class _Said:
    """What a desk's lines say, while it is being counted."""

    months: dict[str, Counter[str]] = field(default_factory=dict)
    amended: set[str] = field(default_factory=set)
    first_handed: str = ""
    restored: list[str] | None = None
    surveys: dict[str, dict[str, Any]] = field(default_factory=dict)
    due: Counter[str] = field(default_factory=Counter)

    def rows(self, desk: int, tip: Tip) -> list[RecountRow]:
        """The rows that keep it, a year each."""
        lasting = {"aside": tip.aside, "first_handed": self.first_handed, "restored": self.restored, "rule": _RULE}
        lasting |= {"surveys": self.surveys, "due": dict(+self.due)}
        years: dict[int, dict[str, Any]] = {LASTING: lasting}
        for month in sorted({*self.months, *self.amended}):
            told = years.setdefault(int(month[:4]), {"months": {}, "amended": []})
            told["months"] |= {month: dict(self.months[month])} if month in self.months else {}
            told["amended"] += [month] if month in self.amended else []
        return [RecountRow(desk, year, tip.head, tip.digest, _json(told)) for year, told in years.items()]

    def add(self, facts: Sequence[Fact], before: Sequence[Fact] = ()) -> None:
        """Count these facts too; `before` is what was counted of the same subjects already. Registrations and letters
        are counted each by itself, so what else there is need not be read."""
        for month, figures in count_months(before).items():
            self.months[month].subtract(figures)
        for month, figures in count_months((*before, *facts)).items():
            self.months.setdefault(month, Counter()).update(figures)
        self.amended |= amended_months((*before, *facts))
        self.due.subtract(still_open(before))
        self.due.update(still_open((*before, *facts)))
        self.surveys |= {subject: dict(fact.figures) for subject, fact in surveys((*before, *facts)).items()}
        for fact in facts:
            if fact.kind == "letter-delivered" and "returned_on" not in fact.figures:
                self.first_handed = min(self.first_handed or "9", str(fact.figures["delivered_on"]))
            elif fact.kind == "restored":
                self.restored = [fact.on.isoformat(), str(fact.figures["backup_date"])]


def _recounted(work: Work, desk: int, tip: Tip) -> list[RecountRow]:
    held = {row.year: row for row in work.recounts.of_desk(desk)}
    if not _is_ours(held) or not _goes_on(work, held[LASTING], tip):
        said = _Said()
        said.add(tuple(facts_of_desk(work, desk)))
        return said.rows(desk, tip)
    said, until = _said(held), held[LASTING].head
    facts = tuple(_facts(work.recounts.lines_after(desk, until)))
    begun = {fact.subject for fact in facts if fact.kind in _BEGINS}
    older = sorted({fact.subject for fact in facts} - begun)
    said.add(facts, tuple(_facts(work.recounts.lines_about(desk, older, until))))
    return said.rows(desk, tip)


def _goes_on(work: Work, row: RecountRow, tip: Tip) -> bool:
    """Whether what is held only goes on from what was counted, and no line of that was set aside or let in since."""
    same = work.lines.digest_at(row.desk, row.head) == row.digest
    return same and row.head < tip.head and _mark(row).aside == tip.aside


def _said(held: Mapping[int, RecountRow]) -> _Said:
    lasting, said = json.loads(held[LASTING].said), _Said()
    said.first_handed, said.restored = lasting["first_handed"], lasting["restored"]
    said.surveys, said.due = lasting["surveys"], Counter(lasting["due"])
    for year, row in held.items():
        if year != LASTING:
            told = json.loads(row.said)
            said.months |= {month: Counter(figures) for month, figures in told["months"].items()}
            said.amended |= set(told["amended"])
    return said


def _json(told: Mapping[str, Any]) -> str:
    return json.dumps(told, sort_keys=True, separators=(",", ":"))


def _read(rows: Mapping[int, RecountRow], years: Sequence[int]) -> Recount:
    lasting = json.loads(rows[LASTING].said)
    months: dict[str, MonthFigures] = {}
    amended: set[str] = set()
    for year in years:
        row = rows.get(year)
        if row is not None and (row.head, row.digest) == (rows[LASTING].head, rows[LASTING].digest):
            told = json.loads(row.said)
            months.update(told["months"])
            amended.update(told["amended"])
    restored = tuple(lasting["restored"]) if lasting["restored"] else None
    return Recount(months, frozenset(amended), lasting["first_handed"], restored, lasting["surveys"], lasting["due"])
