"""The office's figures: recounted from the lines that desks sent, with the rating batches that were formed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from types import MappingProxyType
from typing import Any

from common.counts import Fact, Report, count
from common.month_counts import added, report_of
from common.periods import Period
from common.units import UnitTable
from district.pools import answers_in
from district.recount import Recount
from district.recounting import facts_of_desk, recounts_over
from district.store.desks import DeskRow
from district.store.store import Store, Work


@dataclass(frozen=True, slots=True)
class Former:
    """What a desk's commune was made of, as far as it was asked for: codes, and the last day of the last of them."""

    units: frozenset[str]
    until: date


_NONE: Mapping[int, Former] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Span:
    """A period, and what was counted of its months and days before, by desk."""

    period: Period
    kept: Mapping[int, Recount]

    @classmethod
    def over(cls, store: Store, period: Period) -> "Span":
        """The period with what was counted before; lines that came since are counted now."""
        return cls(period, recounts_over(store, [period]))


def figures_over(work: Work, desks: Sequence[DeskRow], span: Span) -> Report:
    """As `figures`, read from what was counted before."""
    units = sorted({desk.unit for desk in desks})
    batches = [batch for unit in units for batch in work.batches.of_unit(unit)]
    whole = added(span.kept[desk.number].of(span.period) for desk in desks if desk.number in span.kept)
    return report_of(whole, span.period, answers_in(batches, span.period))


def figures(work: Work, desks: Sequence[DeskRow], period: Period, former: Mapping[int, Former] = _NONE) -> Report:
    """The report of these desks' lines and of their offices' batches, by the one counting rule of both sides. Of the
    desks in `former` only what belongs to those units counts; answers that were told have gone along with the desk."""
    units = sorted({desk.unit for desk in desks if desk.number not in former})
    batches = [batch for unit in units for batch in work.batches.of_unit(unit)]
    told = (
        of_former(facts(work, [desk]), former[desk.number]) if desk.number in former else facts(work, [desk])
        for desk in desks
    )
    return count(chain.from_iterable(told), period, answers_in(batches, period))


def former_units(table: UnitTable, unit: str, asked: str) -> Former | None:
    """What went into this unit and is the one asked for, or lay under it on its last day; None where nothing did."""
    ends = {
        one.code: one.valid_to
        for code in table.ancestry(unit)
        for one in table.known(code)
        if one.valid_to and asked in (code, *(upper.code for upper in table.above(one, one.valid_to)))
    }
    return Former(frozenset(ends), max(ends.values())) if ends else None


def of_former(told: Iterable[Fact], former: Former) -> Iterator[Fact]:
    """Registrations in the books of those units, and the letters and answers of their time where the desk was theirs:
    what it registered then says whose it was."""
    lines = tuple(told)
    books = {line.subject: line.figures for line in lines if line.kind in ("registered", "amended")}
    kept = {subject for subject, figures in books.items() if _stood_in(figures, former)}
    then = Counter(str(line.figures["unit"]) for line in lines if line.kind == "registered" and line.on <= former.until)
    theirs = bool(then) and then.most_common(1)[0][0] in former.units
    letters = {line.subject for line in lines if line.kind == "letter-prepared" and line.on <= former.until}
    for line in lines:
        of_then = line.subject in letters or (line.kind == "ratings-tally" and line.on <= former.until)
        if line.subject in kept or (theirs and of_then):
            yield line


def _stood_in(figures: Mapping[str, Any], former: Former) -> bool:
    return figures["unit"] in former.units and date.fromisoformat(figures["registered_on"]) <= former.until


def facts(work: Work, desks: Iterable[DeskRow]) -> Iterator[Fact]:
    """What happened at these desks, each desk in the order of its journal; lines set aside are left out."""
    for desk in desks:
        yield from facts_of_desk(work, desk.number)
