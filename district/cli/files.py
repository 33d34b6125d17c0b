"""report: the figures of a period, as text or JSON, and the model's whole report as a file; reports issued."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from common.periods import Period
from common.words import district as words
from common.words import said
from common.words import year_reports as year_words
from district.cli.group import FILE, command, main, told
from district.cli.line import Line
from district.house import District
from district.model_reports import CommuneYear, Over, YearReports
from district.periods import asked_span
from district.reports import Former, Span, figures, figures_over, former_units
from district.store.desks import DeskRow
from district.store.store import Work
from district.told_reports import state_of
from district.trouble import Mistake
from exchange.files import write_beside

FORMS = (".pdf", ".docx", ".xlsx", ".json")


@command("report", "Báo cáo của một kỳ: 2026-10, 2026-Q4, 2026-Q4@quy-14, 2026-H1, 2026-9M, 2026 hoặc TỪ..ĐẾN.")
@click.argument("period")
@click.option("--unit", default="", help="Chỉ một xã (hoặc huyện); để trống là tất cả.")
@click.option("--out", type=FILE, default=None, help="Tệp .pdf, .docx, .xlsx hoặc .json để ghi báo cáo đủ các phần.")
def report(line: Line, period: str, unit: str, out: Path | None) -> None:
    """Counted from the lines that desks sent; ratings from batches by the day they were formed."""
    asked = asked_span(period)
    if out is not None and line.target(out).suffix.lower() not in FORMS:
        raise Mistake("no-such-report-form", form=out.suffix or out.name)
    with line.member("report") as (district, _):
        span = Span.over(district.store, asked)
        with district.store.reading() as work:
            desks, former = _desks(district, work, unit)
            counted = figures(work, desks, asked, former) if former else figures_over(work, desks, span)
        raw = _file(district, asked, Over(unit, desks, former), out.suffix.lower()[1:]) if out else b""
    sentences = said.report_lines(counted)
    if out is not None:
        write_beside(out, raw)
        sentences.append(words.file_written(out.name))
    line.say(counted.to_json(), sentences)


@main.group("reports")
def reports() -> None:
    """Báo cáo mà các xã đã lập, theo những gói đã nhận."""


@reports.command("issued", help="Xã nào đã lập báo cáo của kỳ, bản mấy, ngày nào, dấu gì; xã nào muộn hay chưa.")
@click.argument("period")
@click.pass_obj
@told
def issued(line: Line, period: str) -> None:
    """What stands here was told by bundles: a commune's last word may still be on its way."""
    asked = asked_span(period)
    with line.member("report") as (district, _):
        table, today = reports_of(district).table(asked, district.world.today()), district.world.today()
    value = [_said(row, asked, table.due, today) for row in table.rows]
    sentences = [_sentence(row, asked, table.due, today) for row in table.rows]
    due = table.due.isoformat() if table.due else ""
    line.say({"period": asked.name, "due": due, "communes": value}, sentences or [year_words.NO_COMMUNES])


def reports_of(district: District) -> YearReports:
    """Who counts the model's reports of this office."""
    return YearReports(district.store, district.places, district.units, district.facts.unit)


def _said(row: CommuneYear, period: Period, due: date | None, today: date) -> dict[str, object]:
    told = row.told.issued_of(period)
    value: dict[str, object] = {"unit": row.place.code, "name": row.place.official, "state": state_of(told, due, today)}
    if told is None:
        return value | {"version": None, "on": None, "first_on": None, "digest": None}
    days = {"on": told.on.isoformat(), "first_on": told.since.isoformat()}
    return value | {"version": told.version, **days, "digest": told.digest}


def _sentence(row: CommuneYear, period: Period, due: date | None, today: date) -> str:
    told = row.told.issued_of(period)
    state = state_of(told, due, today)
    return year_words.issued_line(row.place.official, state, (told.version, told.on, told.digest) if told else None)


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


def _file(district: District, period: Period, over: Over, form: str) -> bytes:
    from district.model_files import report_file  # drawing is slow to load, and most commands draw nothing

    today, made = district.world.today(), reports_of(district)
    told = made.report_over(period, today, over) if over.unit else made.report(period, today)
    assert told is not None, "only of one commune may there be nothing"
    return report_file(told, form, today)
