"""What desks' lines say by month, counted once and kept: a province's chart and reports are read, not recounted."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

import msgspec

from common.counts import Fact
from common.month_counts import MonthFigures, count_months
from district.store.engine import StoreTrouble
from district.store.recounts import LASTING, RecountRow, Tip
from district.store.store import Store, Work

_Rows = dict[int, RecountRow]
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
    and the last restore as (day of the line, day of the copy), None where there was none."""

    months: Mapping[str, MonthFigures] = field(default_factory=dict)
    amended: frozenset[str] = frozenset()
    first_handed: str = ""
    restored: tuple[str, str] | None = None

    def month(self, name: str) -> MonthFigures:
        """The figures of that month, empty where nothing happened."""
        return self.months.get(name, _NOTHING)


def facts_of_desk(work: Work, desk: int) -> Iterator[Fact]:
    """What happened at the desk in the order of its journal; lines set aside are left out."""
    read = msgspec.json.Decoder(_Stored)
    for raw in work.lines.counted(desk):
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
    return {desk: rows for desk, rows in held.items() if LASTING in rows}


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


def _recounted(work: Work, desk: int, tip: Tip) -> list[RecountRow]:
    facts = tuple(facts_of_desk(work, desk))
    years: dict[int, dict[str, Any]] = {}
    for month, figures in count_months(facts).items():
        _year(years, month)["months"][month] = dict(figures)
    for month in amended_months(facts):
        _year(years, month)["amended"].append(month)
    said: dict[int, dict[str, Any]] = {LASTING: _lasting(facts, tip), **years}
    return [
        RecountRow(desk, year, tip.head, tip.digest, json.dumps(told, sort_keys=True)) for year, told in said.items()
    ]


def _year(years: dict[int, dict[str, Any]], month: str) -> dict[str, Any]:
    return years.setdefault(int(month[:4]), {"months": {}, "amended": []})


def _lasting(facts: Iterable[Fact], tip: Tip) -> dict[str, Any]:
    handed, restored = "", None
    for fact in facts:
        if fact.kind == "letter-delivered" and "returned_on" not in fact.figures:
            handed = min(handed or "9", str(fact.figures["delivered_on"]))
        elif fact.kind == "restored":
            restored = [fact.on.isoformat(), fact.figures["backup_date"]]
    return {"aside": tip.aside, "first_handed": handed, "restored": restored}


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
    restored = lasting["restored"]
    return Recount(months, frozenset(amended), lasting["first_handed"], tuple(restored) if restored else None)
