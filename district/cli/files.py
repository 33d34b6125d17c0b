"""report: the figures of a period, as text, paper or JSON."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from common.counts import Report
from common.words import district as words
from common.words import said
from district.cli.group import FILE, command
from district.cli.line import Line
from district.house import District
from district.periods import asked_span
from district.reports import Former, Span, figures, figures_over, former_units
from district.store.desks import DeskRow
from district.store.store import Work
from district.trouble import Mistake
from exchange.files import write_beside


@command("report", "Báo cáo của một kỳ: 2026-10, 2026-Q4, 2026-H1, 2026-9M, 2026 hoặc TỪ..ĐẾN.")
@click.argument("period")
@click.option("--unit", default="", help="Chỉ một xã (hoặc huyện); để trống là tất cả.")
@click.option("--out", type=FILE, default=None, help="Tệp .pdf hoặc .json để ghi ra.")
def report(line: Line, period: str, unit: str, out: Path | None) -> None:
    """Counted from the lines that desks sent; ratings from batches by the day they were formed."""
    asked = asked_span(period)
    if out is not None and out.suffix.lower() not in (".pdf", ".json"):
        raise Mistake("no-such-form", form=out.suffix or out.name)
    if out is not None:
        line.target(out)
    with line.member("report") as (district, _):
        span = Span.over(district.store, asked)
        with district.store.reading() as work:
            desks, former = _desks(district, work, unit)
            counted = figures(work, desks, asked, former) if former else figures_over(work, desks, span)
            over = ((), unit) if former else (desks, unit)
            raw = _pdf(district, work, over, (counted, span)) if out and out.suffix.lower() == ".pdf" else None
    value = counted.to_json()
    told = said.report_lines(counted)
    if out is not None:
        write_beside(out, raw or json.dumps(value, ensure_ascii=False, indent=1).encode())
        told.append(words.file_written(out.name))
    line.say(value, told)


def _desks(district: District, work: Work, unit: str) -> tuple[tuple[DeskRow, ...], Mapping[int, Former]]:
    """All desks that count, or those of one unit and of the communes that lay under it when they were enrolled; of a
    unit that is no more also those whose commune it became, with what of them was its own."""
    desks = tuple(desk for desk in work.desks.all() if desk.state != "waiting")
    if not unit:
        return desks, {}
    if not district.units.known(unit):
        raise Mistake("unknown-unit", unit=unit, day=f"{district.world.today():%d/%m/%Y}")
    own = tuple(desk for desk in desks if unit in (desk.unit, *_above(district, desk)))
    found = {desk.number: former_units(district.units, desk.unit, unit) for desk in desks if desk not in own}
    former = {number: one for number, one in found.items() if one}
    return tuple(desk for desk in desks if desk in own or desk.number in former), former


def _above(district: District, desk: DeskRow) -> tuple[str, ...]:
    own = district.unit_on_day(desk.unit)
    on = min(district.world.today(), own.valid_to or district.world.today())
    return tuple(upper.code for upper in district.units.above(own, on))


def _pdf(district: District, work: Work, over: tuple[Sequence[DeskRow], str], counted: tuple[Report, Span]) -> bytes:
    from district.cli.paper import report_file  # drawing is slow to load, and most commands draw nothing

    return report_file(district, work, over, counted)
