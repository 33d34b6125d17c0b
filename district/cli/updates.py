"""update: the office signs letters, report calendars, question sets and the table of units for all its desks."""

from datetime import date
from pathlib import Path

import click

from common.words import updates as words
from district.cli.group import FILE, command
from district.cli.line import Line
from district.moments import VIETNAM
from district.trouble import Mistake
from district.updating import read_files
from exchange.files import write_beside


@command("update", "Ký mẫu thư, lịch báo cáo, bộ câu hỏi, danh mục xã, phường thành tệp CN-….mctt cho mọi quầy.")
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.option("--from", "first", default="", help="Ngày mẫu thư bắt đầu dùng, như 2026-12-01; để trống là hôm nay.")
@click.option("--out", type=FILE, help="Tệp hoặc thư mục để ghi tệp CN-….mctt; để trống thì chỉ xem trước.")
def update(line: Line, files: tuple[Path, ...], first: str, out: Path | None) -> None:
    """FILES are files or folders of them: .txt letters, .json calendars and question sets, .tsv the table of units."""
    if out is not None:
        line.target(out)
    with line.member("enrol") as (district, member):
        updating, today = district.updating(member), district.world.now().astimezone(VIETNAM).date()
        content = updating.gather(read_files(files), _day(first, today))
        told: dict[str, object] = {
            "parts": [list(one) for one in content.names()],
            "file": None,
            "document": None,
            "edition": None,
        }
        if out is None:
            line.say(told, [*content.told(), words.NOT_WRITTEN])
            return
        name, written = updating.sign(content)
        target = free_name(out / name) if out.is_dir() else out
        write_beside(target, written.raw)
        if content.table:
            district.use_units(content.units)
    edition = content.table.edition if content.table else today
    told |= {"file": str(target), "document": written.document, "edition": edition.isoformat()}
    end = words.WRITTEN.format(file=target.name, what=words.counted(content.names()))
    line.say(told, [*content.told(), end])


def free_name(path: Path) -> Path:
    """The same name, or the next one where another update of that day lies there."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}_{number}")
    return free


def _day(text: str, today: date) -> date:
    try:
        return date.fromisoformat(text) if text else today
    except ValueError as wrong:
        raise Mistake("not-a-day", text=text) from wrong
