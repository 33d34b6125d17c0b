"""import and report: files of desks come in, receipts and figures go out."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from common.counts import Report
from common.periods import NotAPeriod, Period, read_period
from common.terminal import TROUBLE
from common.words import district as words
from common.words import said, verdicts
from district.cli.group import FILE, command
from district.cli.line import Line
from district.decisions import Decision
from district.house import District
from district.moments import day_of
from district.paths import make_folder
from district.reports import Former, figures, former_units
from district.sitting import Sitting
from district.store.desks import DeskRow
from district.store.store import Work
from district.trouble import Mistake
from exchange.files import write_beside
from exchange.seal import LARGEST_FILE

WELCOME = ("accepted", "already-accepted", "waiting")
UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file named on the line; `raw` is None when it could not be read."""

    path: Path
    raw: bytes | None


@command("import", "Nhận gói của các quầy; mỗi tệp một câu. --dry-run chỉ xem trước.")
@click.argument("paths", type=FILE, nargs=-1, required=True, metavar="TỆP…")
@click.option("--dry-run", is_flag=True, help="Chỉ nói sẽ ra sao, không ghi gì.")
@click.option("--receipts", type=FILE, default=None, help="Thư mục để ghi biên nhận.")
def import_files(line: Line, paths: tuple[Path, ...], dry_run: bool, receipts: Path | None) -> None:
    """Status 0 when every file is held now or waits for one that is missing, else 1."""
    incoming = [Incoming(path, _read(path)) for path in paths]
    with line.member("import") as (district, member):
        sitting = district.sitting(member)
        decisions = _preview(sitting, incoming) if dry_run else _receive(sitting, incoming, receipts)
    rows = [_row(one, decision) for one, decision in zip(incoming, decisions, strict=True)]
    line.say(
        rows, [words.file_says(one.path.name, str(row["sentence"])) for one, row in zip(incoming, rows, strict=True)]
    )
    if any(row["verdict"] not in WELCOME for row in rows):
        raise SystemExit(TROUBLE)


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError:
        return None


def _preview(sitting: Sitting, incoming: Sequence[Incoming]) -> list[Decision | None]:
    decisions = iter(sitting.preview([one.raw for one in incoming if one.raw is not None]))
    return [next(decisions) if one.raw is not None else None for one in incoming]


def _receive(sitting: Sitting, incoming: Sequence[Incoming], receipts: Path | None) -> list[Decision | None]:
    taken = [sitting.receive(one.raw) if one.raw is not None else None for one in incoming]
    healed = iter(sitting.heal([decision for decision in taken if decision is not None]))
    decisions = [next(healed) if decision is not None else None for decision in taken]
    if receipts is not None:
        _write_receipts(decisions, receipts)
    return decisions


def _write_receipts(decisions: Sequence[Decision | None], folder: Path) -> None:
    """Everything is in the database by now; a receipt that cannot be written is made again by the next import."""
    make_folder(folder)
    for decision in decisions:
        if decision is not None and decision.receipt is not None:
            write_beside(folder / decision.receipt.name, decision.receipt.raw)


def _row(one: Incoming, decision: Decision | None) -> dict[str, object]:
    if decision is None:
        sentence = words.trouble("file-unreadable", {"file": one.path.name})
        return {"file": str(one.path), "verdict": UNREADABLE, "sentence": sentence, "applied": 0, "set_aside": 0}
    return {
        "file": str(one.path),
        "verdict": decision.verdict,
        "sentence": sentence_of(decision),
        "applied": decision.applied,
        "set_aside": decision.set_aside,
    }


def sentence_of(decision: Decision) -> str:
    """What the officer is told about one file."""
    if decision.detail == "words-not-compared":
        return words.trouble(decision.detail)
    details = {"detail": decision.detail, "taken": str(decision.applied), "set_aside": str(decision.set_aside)}
    if decision.known_on:
        details |= {"on": f"{day_of(decision.known_on):%d/%m/%Y}", "seq": str(decision.seq)}
    return verdicts.sentence(decision.verdict, details)


@command("report", "Báo cáo của một kỳ: 2026-10, 2026-Q4, 2026-H1, 2026-9M, 2026 hoặc TỪ..ĐẾN.")
@click.argument("period")
@click.option("--unit", default="", help="Chỉ một xã (hoặc huyện); để trống là tất cả.")
@click.option("--out", type=FILE, default=None, help="Tệp .pdf hoặc .json để ghi ra.")
def report(line: Line, period: str, unit: str, out: Path | None) -> None:
    """Counted from the lines that desks sent; ratings from batches by the day they were formed."""
    asked = _period(period)
    if out is not None and out.suffix.lower() not in (".pdf", ".json"):
        raise Mistake("no-such-form", form=out.suffix or out.name)
    if out is not None:
        line.target(out)
    with line.member("report") as (district, _), district.store.reading() as work:
        desks, former = _desks(district, work, unit)
        counted = figures(work, desks, asked, former)
        value = counted.to_json()
        over = ((), unit) if former else (desks, unit)
        raw = _pdf(district, work, over, counted) if out and out.suffix.lower() == ".pdf" else None
    told = said.report_lines(counted)
    if out is not None:
        write_beside(out, raw or json.dumps(value, ensure_ascii=False, indent=1).encode())
        told.append(words.file_written(out.name))
    line.say(value, told)


def _period(text: str) -> Period:
    try:
        return read_period(text)
    except NotAPeriod as refusal:
        raise Mistake(refusal.code, period=text) from refusal


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


def _pdf(district: District, work: Work, over: tuple[Sequence[DeskRow], str], counted: Report) -> bytes:
    from district.cli.paper import report_file  # drawing is slow to load, and most commands draw nothing

    return report_file(district, work, over, counted)
