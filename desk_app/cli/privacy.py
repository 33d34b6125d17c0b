"""access-log, about, erase, opt-out: who looked at what, and the rights of the people in the register."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from common.dates import exact_day
from common.words import erasing as erasing_words
from common.words import privacy as words
from desk_app.cli.group import NUMBER, command
from desk_app.cli.terminal import Line
from desk_app.services.about_person import AboutPerson, lines_of
from desk_app.services.access_log import AccessLog
from desk_app.services.erasing import Erasing
from desk_app.services.files import write_file
from desk_app.services.opt_outs import OptOutDesk
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


@command("about", "Mọi thứ đang giữ về một người, để trả lời người ấy; phần của người khác được che.")
@click.option("--number", default="", help="Số định danh của người hỏi.")
@click.option("--name", default="", help="Họ tên, đi cùng --born.")
@click.option("--born", default="", help="Ngày sinh.")
@click.option("--code", default="", help="Mã in trên thư.")
@click.option("--out", type=FILE, default=None, help="Ghi ra giấy A4 (PDF) để giao.")
def about(line: Line, out: Path | None, **who: str) -> None:
    """By personal number, by name and day of birth, or by the code of a letter."""
    # Drawing loads the PDF library, which nothing else here needs.
    from desk_app.services.privacy_papers import about_pdf

    with line.desk() as desk:
        asking = AboutPerson(desk.seat)
        told = asking.tell(asking.sought(**who))
        if out:
            write_file(line.target(out), about_pdf(desk.seat, told))
    line.say(asdict(told), lines_of(told))


@command("erase", "Xóa theo luật một bản ghi: chỉ lãnh đạo và người quản trị, có lý do, gõ lại số của bản ghi.")
@click.argument("id", type=NUMBER)
@click.option("--reason", required=True, help="Vì sao xóa; không nhắc tên.")
@click.option("--confirm", default="", help="Số của bản ghi, gõ lại cho chắc; để trống thì máy hỏi.")
@click.option("--papers", type=FILE, default=None, help="Thư mục để ghi giấy báo và danh sách bản sao cần hủy.")
def erase(line: Line, id: int, reason: str, confirm: str, papers: Path | None) -> None:
    """Nothing brings it back; the figures and the chain of the journal stay."""
    from desk_app.services.privacy_papers import destroy_pdf, receipt_pdf

    folder = line.target(papers) if papers else None
    with line.desk() as desk:
        erasing = Erasing(desk.seat)
        ahead = erasing.look(id)
        if not confirm:
            for sentence in erasing_words.prospect(
                ahead.number, ahead.event, ahead.letters, ahead.shared, len(ahead.copies)
            ):
                click.echo(sentence, err=True)
            confirm = click.prompt(erasing_words.ASK_NUMBER, err=True)
        gone = erasing.erase(id, reason, confirm)
        if folder:
            write_file(folder / "giay-bao-da-xoa.pdf", receipt_pdf(desk.seat, gone))
            write_file(folder / "ban-sao-can-huy.pdf", destroy_pdf(desk.seat, gone))
    told = [erasing_words.erased(gone.number, len(gone.copies))]
    line.say(asdict(gone), told if gone.scrubbed else [*told, erasing_words.NOT_SCRUBBED])


@command("opt-out", "Gia đình trong bản ghi này không nhận thư nữa; chỉ giữ dấu để nhận ra, không giữ tên.")
@click.argument("id", type=NUMBER)
@click.option("--take-back", is_flag=True, help="Gia đình đổi ý, nhận thư lại.")
def opt_out(line: Line, id: int, take_back: bool) -> None:
    """Their later registrations are held back too, even after an erasure."""
    with line.desk() as desk:
        wishes = OptOutDesk(desk.seat)
        marks = wishes.take_back(id) if take_back else wishes.keep(id)
    line.say({"id": id, "marks": marks, "taken_back": take_back}, [words.opted(marks, take_back)])


def _day(text: str, otherwise: date) -> date:
    if not text:
        return otherwise
    day = exact_day(text)
    if day is None:
        raise Mistake("not-a-day", {"text": text})
    return day
