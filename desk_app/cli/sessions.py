"""session plan, hold, opinion, done, list, minutes: mornings with the people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from common.words import said
from common.words import sessions as words
from desk_app.cli.group import NUMBER, main, told
from desk_app.cli.terminal import Line, read_values
from desk_app.domain.sessions import to_json
from desk_app.services.files import write_file
from desk_app.services.sessions_kept import Said, Session

FILE = click.Path(path_type=Path)


@main.group("session", help="Buổi sáng với Nhân dân: lịch, người dự, ý kiến, lời hẹn, biên bản.")
def session() -> None:
    """Planned, held, what was said and what came of it."""


@session.command("plan", help="Lên lịch một buổi từ tệp JSON, hoặc sửa lịch của buổi đã có.")
@click.argument("file", type=FILE)
@click.option("--session", "id", type=NUMBER, default=0, help="Sửa lịch của buổi này.")
@click.pass_obj
@told
def session_plan(line: Line, file: Path, id: int) -> None:
    """Day, place, chair, topic."""
    values = read_values(file)
    with line.desk() as desk:
        kept = desk.sessions.plan(values, id)
    if not isinstance(kept, Session):
        line.refuse(kept)
    line.say({"id": kept.id, **to_json(kept.plan)}, [words.planned(kept.id, kept.plan.on)])


@session.command("hold", help="Ghi một buổi đã họp từ tệp JSON: giờ, số người dân, cơ quan dự, người ghi.")
@click.argument("session", type=NUMBER)
@click.argument("file", type=FILE)
@click.pass_obj
@told
def session_hold(line: Line, session: int, file: Path) -> None:
    """An empty day is today; said again it is mended."""
    values = read_values(file)
    with line.desk() as desk:
        kept = desk.sessions.hold(session, values)
    if not isinstance(kept, Session):
        line.refuse(kept)
    assert kept.held is not None
    line.say({"id": kept.id, **to_json(kept.held)}, [words.held(kept.id, kept.on, kept.held.citizens)])


@session.command("opinion", help="Ghi một ý kiến của buổi đã họp từ tệp JSON.")
@click.argument("session", type=NUMBER)
@click.argument("file", type=FILE)
@click.pass_obj
@told
def session_opinion(line: Line, session: int, file: Path) -> None:
    """Answered at once, promised or passed up."""
    values = read_values(file)
    with line.desk() as desk:
        kept = desk.sessions.say(session, values)
    if not isinstance(kept, Said):
        line.refuse(kept)
    line.say(_said(kept), [words.said(kept.id, kept.opinion.field, kept.opinion.answer)])


@session.command("done", help="Ghi kết quả của một ý kiến đã hẹn hoặc đã chuyển.")
@click.argument("opinion", type=NUMBER)
@click.option("--result", required=True, help="Đã làm gì.")
@click.option("--on", default="", help="Ngày xong; để trống là hôm nay.")
@click.pass_obj
@told
def session_done(line: Line, opinion: int, result: str, on: str) -> None:
    """What came of it."""
    with line.desk() as desk:
        kept = desk.sessions.done(opinion, {"on": on, "result": result})
    if not isinstance(kept, Said):
        line.refuse(kept)
    line.say(_said(kept), [words.done(kept.id)])


@session.command("take-back", help="Bỏ một buổi hay một ý kiến, ghi lý do; không còn tính vào số liệu.")
@click.argument("number", type=NUMBER)
@click.option("--reason", required=True, help="Vì sao bỏ.")
@click.option("--opinion", is_flag=True, help="Số ghi trên là số của ý kiến.")
@click.pass_obj
@told
def session_take_back(line: Line, number: int, reason: str, opinion: bool) -> None:
    """A session goes with its opinions."""
    with line.desk() as desk:
        (desk.sessions.drop if opinion else desk.sessions.take_back)(number, reason)
    line.say({"id": number}, [(words.dropped if opinion else words.taken_back)(number)])


@session.command("list", help="Các buổi và ý kiến của từng buổi, mới nhất ở trên.")
@click.pass_obj
@told
def session_list(line: Line) -> None:
    """What is late is said so."""
    with line.desk() as desk:
        listed, today = desk.sessions.listed(), desk.seat.today()
    rows: list[str] = []
    for one in listed:
        rows.append(words.line(one.id, one.on, one.plan.place, _came(one)))
        for each in one.said:
            told = each.opinion
            state = words.state(told.answer, told.due_on, each.done.on if each.done else None, each.is_late(today))
            rows.append(words.opinion_line(each.id, told.field, told.text, state))
    line.say({"sessions": [_told(one) for one in listed]}, rows or [words.NONE])


@session.command("minutes", help="Biên bản, hoặc tờ kết quả cho bảng tin, ra PDF hay DOCX theo đuôi tệp.")
@click.argument("session", type=NUMBER)
@click.argument("out", type=FILE)
@click.option("--board", is_flag=True, help="Tờ kết quả không có tên người nói.")
@click.pass_obj
@told
def session_minutes(line: Line, session: int, out: Path, board: bool) -> None:
    """A file that ends in .docx is a document, any other a PDF."""
    # Making a paper loads a library that nothing else here needs.
    from desk_app.services.session_papers import session_paper

    target = line.target(out)
    with line.desk() as desk:
        docx = out.suffix.lower() == ".docx"
        write_file(target, session_paper(desk.seat, session, "board" if board else "minutes", docx))
    line.say({"file": out.name}, [said.file_written(out.name)])


def _came(one: Session) -> str:
    """What is known of a session in a few words."""
    citizens = one.held.citizens if one.held else None
    return words.came(citizens, len(one.said), sum(each.is_open for each in one.said))


def _told(one: Session) -> dict[str, Any]:
    held = to_json(one.held) if one.held else None
    return {"id": one.id, "plan": to_json(one.plan), "held": held, "opinions": [_said(each) for each in one.said]}


def _said(one: Said) -> dict[str, Any]:
    done = to_json(one.done) if one.done else None
    return {"id": one.id, "session": one.session, "version": one.version, **to_json(one.opinion), "done": done}
