"""reports asked, follow, texts, issue, list, write: the reports that programmes ask for."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from common.words import said
from common.words import yearly as words
from desk_app.cli.group import NUMBER, main, told
from desk_app.cli.terminal import Line, read_values
from desk_app.services.files import write_file
from desk_app.services.model_reports import IssuedReport, ReportAsked, form_of

FILE = click.Path(path_type=Path)


@main.group("reports", help="Báo cáo của mô hình: kỳ nào phải gửi, chốt một lần rồi giữ nguyên.")
def reports() -> None:
    """Asked for by calendars, issued once, never changed."""


@reports.command("asked", help="Các báo cáo mà các lịch xã dùng hỏi tới, và tình trạng từng kỳ.")
@click.pass_obj
@told
def asked(line: Line) -> None:
    """What is owed first."""
    with line.desk() as desk:
        listed = desk.yearly.asked()
    rows = [
        words.asked_line(one.period.name, one.calendar.name, (one.first, one.last, one.due), one.state)
        for one in listed
    ]
    line.say({"asked": [_asked(one) for one in listed]}, rows or [words.NONE_ASKED])


@reports.command("follow", help="Chọn các lịch báo cáo xã dùng; không ghi gì thì nói đang dùng lịch nào.")
@click.argument("calendars", nargs=-1)
@click.pass_obj
@told
def follow(line: Line, calendars: tuple[str, ...]) -> None:
    """The calendars named take the place of those before."""
    with line.desk() as desk:
        if calendars:
            desk.yearly.follow(calendars)
        followed = desk.yearly.followed()
    line.say({"followed": [one.id for one in followed]}, [words.followed([one.id for one in followed])])


@reports.command("texts", help="Xem phần chữ của một báo cáo, hoặc ghi từ tệp JSON.")
@click.argument("period")
@click.argument("file", type=FILE, required=False)
@click.pass_obj
@told
def texts(line: Line, period: str, file: Path | None) -> None:
    """The file holds results, difficulties, proposals."""
    with line.desk() as desk:
        if file:
            desk.yearly.keep_texts(period, {name: str(text) for name, text in read_values(file).items()})
        kept = desk.yearly.texts(period)
    shown = [words.text_line(name, text) for name, text in kept.items() if text]
    line.say(
        {"period": period, "texts": dict(kept)}, [*([words.TEXTS_KEPT] if file else []), *shown] or [words.NO_TEXTS]
    )


@reports.command("issue", help="Chốt báo cáo của một kỳ đã hết: con số giữ nguyên từ nay.")
@click.argument("period")
@click.option("--number", default="", help="Số văn bản xã ghi cho báo cáo.")
@click.option("--reason", default="", help="Vì sao chốt lại, khi kỳ này đã có báo cáo.")
@click.option("--out", type=FILE, default=None, help="Tệp để ghi báo cáo vừa chốt ra.")
@click.pass_obj
@told
def issue(line: Line, /, period: str, out: Path | None, **given: str) -> None:
    """Again, it is the next version."""
    with line.desk() as desk:
        form = form_of(line.target(out)) if out else ""
        done = desk.yearly.issue(period, **given)
        if out:
            write_file(out, desk.yearly.written(done.id, form))
    told = words.issued(done.issued.version, done.issued.digest)
    line.say(
        {**_issued(done), "file": str(out) if out else None}, [told, *([said.file_written(out.name)] if out else [])]
    )


@reports.command("list", help="Các báo cáo đã chốt, từng bản.")
@click.pass_obj
@told
def report_list(line: Line) -> None:
    """The latest first."""
    with line.desk() as desk:
        listed = desk.yearly.issued()
    rows = [
        words.issued_line(
            *(one.id, one.period.name, one.issued.number),
            (one.issued.version, date.fromisoformat(one.issued.on)),
        )
        for one in listed
    ]
    line.say({"reports": [_issued(one) for one in listed]}, rows or [words.NONE_ISSUED])


@reports.command("write", help="Ghi một báo cáo đã chốt ra tệp, đúng như lúc chốt.")
@click.argument("report", type=NUMBER)
@click.option("--out", type=FILE, required=True, help="Tệp để ghi ra.")
@click.pass_obj
@told
def write(line: Line, report: int, out: Path) -> None:
    """The same bytes whenever it is asked for."""
    with line.desk() as desk:
        write_file(line.target(out), desk.yearly.written(report, form_of(out)))
    line.say({"id": report, "file": str(out)}, [said.file_written(out.name)])


def _asked(one: ReportAsked) -> dict[str, Any]:
    days = {"first": one.first.isoformat(), "last": one.last.isoformat(), "due": one.due and one.due.isoformat()}
    return {"period": one.period.name, "calendar": one.calendar.id, **days, "state": one.state, "id": one.issued}


def _issued(one: IssuedReport) -> dict[str, Any]:
    given = one.issued
    told = {"version": given.version, "number": given.number, "on": given.on, "digest": given.digest}
    return {"id": one.id, "period": one.period.name, **told, "reason": given.reason}
