"""The office's figures: recounted from the lines that desks sent, with the rating batches that were formed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from common.counts import Answers, Fact, Report, count
from common.periods import Period
from district.store.batches import Batch
from district.store.desks import DeskRow
from district.store.store import Work


class _Stored(msgspec.Struct, frozen=True):
    """The parts of a stored line that counting needs; the line was checked when it came in."""

    kind: str
    on: str
    subject: str
    version: int
    figures: dict[str, Any]


def figures(work: Work, desks: Sequence[DeskRow], period: Period) -> Report:
    """The report of these desks' lines and of their offices' batches, by the one counting rule of both sides."""
    units = sorted({desk.unit for desk in desks})
    batches = [batch for unit in units for batch in work.batches.of_unit(unit)]
    return count(facts(work, desks), period, answers_in(batches, period))


def facts(work: Work, desks: Iterable[DeskRow]) -> Iterator[Fact]:
    """What happened at these desks, each desk in the order of its journal; lines set aside are left out."""
    read = msgspec.json.Decoder(_Stored)
    for desk in desks:
        for raw in work.lines.counted(desk.number):
            line = read.decode(raw)
            yield Fact(line.kind, date.fromisoformat(line.on), line.subject, line.version, line.figures)


def answers_in(batches: Iterable[Batch], period: Period) -> Answers:
    """What the batches formed in the period say together."""
    by_score: Counter[str] = Counter()
    by_channel: Counter[str] = Counter()
    n = 0
    for batch in batches:
        if period.contains(date.fromisoformat(batch.formed_on)):
            n += batch.n
            by_score.update(batch.by_score)
            by_channel.update(batch.by_channel)
    return Answers(n=n, by_score=dict(sorted(by_score.items())), by_channel=dict(sorted(by_channel.items())))
