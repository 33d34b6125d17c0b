"""access-log: who looked at what."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from common.dates import NotADate, PartialDate
from common.words import privacy as words
from desk_app.cli.group import command
from desk_app.cli.terminal import Line
from desk_app.services.access_log import AccessLog
from desk_app.services.trouble import Mistake

FILE = click.Path(path_type=Path)


@command("access-log", "Sổ truy cập: ai làm gì, lúc nào, với bản ghi số mấy. Dành cho lãnh đạo và người quản trị.")
@click.option("--from", "first", default="", help="Từ ngày, ví dụ 01/11/2026.")
@click.option("--to", "last", default="", help="Đến hết ngày.")
@click.option("--by", "who", default="", help="Chỉ một người, theo tên đăng nhập.")
@click.option("--out", type=FILE, default=None, help="Ghi ra bảng CSV.")
def access_log(line: Line, first: str, last: str, who: str, out: Path | None) -> None:
    """Newest first; no citizen's name stands in it."""
    days = (_day(first, date.min), _day(last, date.max))
    with line.desk() as desk:
        log = AccessLog(desk.seat)
        rows = log.rows(*days, who)
        if out:
            log.save_csv(rows, line.target(out))
    told = [words.row(row.at, row.user, row.words, row.number) for row in rows]
    line.say([asdict(row) for row in rows], [words.rows(len(rows)), *([] if out else told)])


def _day(text: str, otherwise: date) -> date:
    if not text:
        return otherwise
    try:
        day = PartialDate.parse(text).exact()
    except NotADate:
        day = None
    if day is None:
        raise Mistake("not-a-day", {"text": text})
    return day
