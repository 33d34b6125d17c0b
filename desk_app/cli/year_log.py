"""log add, change, take-back, list: what the office did in a year beside registering."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from common.periods import read_period
from common.words import said
from common.words import year_log as words
from common.year_counts import YearCounts
from desk_app.cli.group import NUMBER, main, told
from desk_app.cli.terminal import Line, read_values
from desk_app.domain.year_log import KINDS, to_json
from desk_app.services.files import write_file
from desk_app.services.log_words import erase_entry
from desk_app.services.year_log import Logged

FILE = click.Path(path_type=Path)
YEAR = click.IntRange(2000, 2199)


@main.group("log", help="Hoạt động trong năm: tiếp dân, khen thưởng, báo chí, giao ước, ban chỉ đạo, kinh phí.")
def log() -> None:
    """Meetings, commendations, press, pledges, committees, funding; conduct for leaders."""


@log.command("add", help="Ghi một việc từ tệp JSON, mỗi loại có các mục riêng.")
@click.argument("kind", type=click.Choice(tuple(KINDS)))
@click.argument("file", type=FILE)
@click.pass_obj
@told
def log_add(line: Line, kind: str, file: Path) -> None:
    """An empty day is today."""
    values = read_values(file)
    with line.desk() as desk:
        kept = desk.log.add(kind, values)
    if not isinstance(kept, Logged):
        line.refuse(kept)
    line.say(_told(kept), [words.added(kept.id, kept.kind)])


@log.command("change", help="Sửa một mục từ tệp JSON; mục không ghi trong tệp giữ như cũ.")
@click.argument("entry", type=NUMBER)
@click.argument("file", type=FILE)
@click.pass_obj
@told
def log_change(line: Line, entry: int, file: Path) -> None:
    """The next version of the same."""
    values = read_values(file)
    with line.desk() as desk:
        kept = desk.log.change(entry, values)
    if not isinstance(kept, Logged):
        line.refuse(kept)
    line.say(_told(kept), [words.changed(kept.id, kept.version)])


@log.command("take-back", help="Bỏ một mục, ghi lý do; không còn tính vào số liệu.")
@click.argument("entry", type=NUMBER)
@click.option("--reason", required=True, help="Vì sao bỏ.")
@click.pass_obj
@told
def log_take_back(line: Line, entry: int, reason: str) -> None:
    """It stays in the register and counts nowhere."""
    with line.desk() as desk:
        desk.log.take_back(entry, reason)
    line.say({"id": entry}, [words.taken_back(entry)])


@log.command("erase", help="Xóa theo luật mọi lời ghi của một mục; số đếm giữ nguyên. Lãnh đạo, người quản trị.")
@click.argument("entry", type=NUMBER)
@click.option("--reason", required=True, help="Vì sao xóa, không ghi tên người ấy.")
@click.pass_obj
@told
def log_erase(line: Line, entry: int, reason: str) -> None:
    """What was chosen, days and numbers stay and count."""
    with line.desk() as desk:
        scrubbed = erase_entry(desk.seat, entry, reason)
    line.say({"id": entry, "scrubbed": scrubbed}, [words.ERASED if scrubbed else words.ERASED_NOT_WRITTEN])


@log.command("list", help="Các mục của một năm và số đếm của năm.")
@click.option("--year", type=YEAR, default=None, help="Năm; để trống là năm nay.")
@click.option("--kind", type=click.Choice(tuple(KINDS)), default=None, help="Chỉ loại này.")
@click.option("--out", type=FILE, default=None, help="Ghi cả năm ra bảng XLSX.")
@click.pass_obj
@told
def log_list(line: Line, year: int | None, kind: str | None, out: Path | None) -> None:
    """The latest first. Of conduct a clerk is told the counts alone, and so is the table."""
    # Making a table loads a library that nothing else here needs.
    from desk_app.services.year_log_sheet import log_table

    target = line.target(out) if out else None
    with line.desk() as desk:
        asked = year or desk.seat.today().year
        listed, counts = desk.log.listed(asked, kind or ""), desk.log.counts(read_period(f"{asked:04}"))
        if target:
            write_file(target, log_table(desk.seat, asked))
    rows = [words.line(one.id, one.kind, to_json(one.entry)) for one in listed] or [words.NONE]
    written = [said.file_written(out.name)] if out else []
    line.say(
        {"year": asked, "entries": [_told(one) for one in listed], "counts": _counts(counts)},
        [*rows, *words.counts(counts), *written],
    )


def _told(one: Logged) -> dict[str, Any]:
    return {"id": one.id, "kind": one.kind, "version": one.version, "by_user": one.who, **to_json(one.entry)}


def _counts(of: YearCounts) -> dict[str, Any]:
    meetings = {what: {"n": one.n, "settled": one.settled} for what, one in of.meetings.items()}
    conduct = {"told": of.conduct_told, "upheld": of.conduct_upheld, "unfounded": of.conduct_unfounded}
    return {
        "meetings": meetings,
        "commendations": dict(of.commendations),
        "merits": dict(of.merits),
        "conduct": conduct,
    }
