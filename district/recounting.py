"""What desks' lines say by month, counted once and kept: a province's chart and reports are read, not recounted."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from common.counts import Fact
from common.periods import Period
from district.recount import Recount, Said, cut_months, months_in, said_by, told_by
from district.store.engine import StoreTrouble
from district.store.recounts import LASTING, YEARLY, RecountRow, Tip
from district.store.store import Store, Work

_Rows = dict[int, RecountRow]
_BEGINS = ("registered", "letter-prepared", "local")
"""Lines with which a subject begins, or that count nowhere: nothing older has to be read for them."""
_RULE = 3
"""Raised whenever lines are counted otherwise than before: what was kept under an older rule is counted anew."""


class _Stored(msgspec.Struct, frozen=True):
    """The parts of a stored line that counting needs; the line was checked when it came in."""

    kind: str
    on: str
    subject: str
    version: int
    figures: dict[str, Any]


def facts_of_desk(work: Work, desk: int) -> Iterator[Fact]:
    """What happened at the desk in the order of its journal; lines set aside are left out."""
    return _facts(work.lines.counted(desk))


def _facts(lines: Iterable[bytes]) -> Iterator[Fact]:
    read = msgspec.json.Decoder(_Stored)
    for raw in lines:
        line = read.decode(raw)
        yield Fact(line.kind, date.fromisoformat(line.on), line.subject, line.version, line.figures)


def recounts(
    store: Store, years: Sequence[int], more: Sequence[int] = (), desks: Collection[int] | None = None
) -> dict[int, Recount]:
    """The recounts of these years by desk; `more` are months (202610) of which the days are wanted too, and YEARLY;
    `desks` leaves out all others. What was not counted yet is counted now and kept for the next who asks."""
    asked = (*years, *more)
    tips, held, fresh = _counted(store, asked, desks)
    held |= {desk: {row.year: row for row in rows} for desk, rows in fresh.items()}
    return {desk: told_by(held[desk], asked) for desk in tips}


def recounts_over(
    store: Store,
    periods: Iterable[Period],
    *,
    yearly: bool = False,
    desks: Collection[int] | None = None,
    by_day: bool = False,
) -> dict[int, Recount]:
    """The recounts from which `Recount.of` tells each of these periods; with `yearly` what else the office did, too,
    with `by_day` every day of them."""
    spans = tuple(periods)
    years = sorted({year for span in spans for year in range(span.first.year, span.last.year + 1)})
    days = sorted({month for span in spans for month in (months_in(span) if by_day else cut_months(span))})
    return recounts(store, years, (*days, *((YEARLY,) if yearly else ())), desks)


def renew(store: Store) -> int:
    """Count what came since the last time, so that nobody who looks has to wait for it; how many desks that were."""
    return len(_counted(store, (), None)[2])


def _counted(
    store: Store, years: Sequence[int], desks: Collection[int] | None
) -> tuple[dict[int, Tip], dict[int, _Rows], dict[int, list[RecountRow]]]:
    with store.reading() as work:
        tips = {desk: tip for desk, tip in work.recounts.tips().items() if desks is None or desk in desks}
        held = _held(work, years, tips)
        stale = [desk for desk, tip in tips.items() if desk not in held or _mark(held[desk][LASTING]) != tip]
        fresh = {desk: _recounted(work, desk, tips[desk]) for desk in stale}
    _keep(store, fresh)
    return tips, held, fresh


def _held(work: Work, years: Sequence[int], desks: Collection[int]) -> dict[int, _Rows]:
    held: dict[int, _Rows] = {}
    for row in work.recounts.of_years((LASTING, *years), desks):
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


def _recounted(work: Work, desk: int, tip: Tip) -> list[RecountRow]:
    held = {row.year: row for row in work.recounts.of_desk(desk)}
    if not _is_ours(held) or not _goes_on(work, held[LASTING], tip):
        said = Said()
        said.add(tuple(facts_of_desk(work, desk)))
        return said.rows(desk, tip, _RULE)
    said, until = said_by(held), held[LASTING].head
    facts = tuple(_facts(work.recounts.lines_after(desk, until)))
    begun = {fact.subject for fact in facts if fact.kind in _BEGINS}
    older = sorted({fact.subject for fact in facts} - begun)
    said.add(facts, tuple(_facts(work.recounts.lines_about(desk, older, until))))
    return said.rows(desk, tip, _RULE)


def _goes_on(work: Work, row: RecountRow, tip: Tip) -> bool:
    """Whether what is held only goes on from what was counted, and no line of that was set aside or let in since."""
    same = work.lines.digest_at(row.desk, row.head) == row.digest
    return same and row.head < tip.head and _mark(row).aside == tip.aside
