"""follow-up list, open, done, reopen; check-draw list, show: what an opinion leads to, and letters drawn by lot."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from common.words import follow_ups as words
from common.words.labels import WAY_WORDS
from desk_app.cli.group import NUMBER, main, told
from desk_app.cli.terminal import Line
from desk_app.services.check_draw import CheckDraw, DrawnLetter
from desk_app.services.follow_ups import Done, FollowUp, FollowUps


@main.group("follow-up", help="Việc phải làm sau góp ý: nhận việc, ghi đã làm gì.")
def follow_up() -> None:
    """What is to be done after an opinion."""


@follow_up.command("list", help="Các việc: chưa làm trước, gấp nhất trên cùng.")
@click.pass_obj
@told
def follow_up_list(line: Line) -> None:
    """Tasks with their days."""
    with line.desk() as desk:
        listed, today = FollowUps(desk.seat).listed(), desk.seat.today()
    rows = [words.line(one.id, one.source, one.task, _state(one, today)) for one in listed]
    line.say({"follow_ups": [_task(one, today) for one in listed]}, rows or [words.NONE])


@follow_up.command("open", help="Nhận một việc phải làm sau góp ý.")
@click.argument("task")
@click.option("--source", type=click.Choice(tuple(words.SOURCES)), default="own", help="Việc này từ đâu.")
@click.option("--ref", default="", help="Mã của lời nhắn hay góp ý, nếu có.")
@click.pass_obj
@told
def follow_up_open(line: Line, task: str, source: str, ref: str) -> None:
    """A task already open for the same opinion is given back."""
    with line.desk() as desk:
        kept = FollowUps(desk.seat).open(source, ref, task)
    line.say({"id": kept.id, "due_on": kept.due_on.isoformat()}, [words.opened(kept.id, kept.due_on)])


@follow_up.command("done", help="Ghi đã làm gì với một việc.")
@click.argument("follow_up", type=NUMBER)
@click.option("--outcome", type=click.Choice(tuple(words.OUTCOMES)), required=True, help="Kết quả.")
@click.option("--told", "what", required=True, help="Đã làm gì; ở lại máy của xã.")
@click.option("--public", default="", help="Câu để dán ở bảng Xã đã sửa gì, không nêu tên ai.")
@click.pass_obj
@told
def follow_up_done(line: Line, /, follow_up: int, outcome: str, what: str, public: str) -> None:
    """Said anew, it is the next version."""
    with line.desk() as desk:
        kept = FollowUps(desk.seat).done(follow_up, Done(outcome, what, public))
    line.say({"id": kept.id, "outcome": kept.outcome}, [words.done(kept.id, kept.outcome)])


@follow_up.command("reopen", help="Mở lại một việc đã ghi là xong.")
@click.argument("follow_up", type=NUMBER)
@click.pass_obj
@told
def follow_up_reopen(line: Line, follow_up: int) -> None:
    """What was told of it stands until it is done again."""
    with line.desk() as desk:
        kept = FollowUps(desk.seat).reopen(follow_up)
    line.say({"id": kept.id, "due_on": kept.due_on.isoformat()}, [words.reopened(kept.id, kept.due_on)])


@main.group("check-draw", help="Thư cấp trên rút thăm: đối chiếu chữ ký nhận thư.")
def check_draw() -> None:
    """Letters whose hand-over the leader shows."""


@check_draw.command("list", help="Các thư được rút thăm: trao cho ai, ngày nào, đã đối chiếu chưa.")
@click.pass_obj
@told
def check_draw_list(line: Line) -> None:
    """The newest receipt first; nobody's answer is told."""
    with line.desk() as desk:
        drawn = CheckDraw(desk.seat).listed()
    line.say({"drawn": [_drawn(one) for one in drawn]}, [_drawn_line(one) for one in drawn] or [words.NONE_DRAWN])


@check_draw.command("show", help="Lãnh đạo ghi: thư này có chữ ký nhận hay không.")
@click.argument("receipt", type=NUMBER)
@click.argument("serial", type=NUMBER)
@click.option("--found", type=click.Choice(tuple(words.FOUND)), required=True, help="Thấy gì ở danh sách ký nhận.")
@click.pass_obj
@told
def check_draw_show(line: Line, receipt: int, serial: int, found: str) -> None:
    """Goes up with the next bundle."""
    with line.desk() as desk:
        CheckDraw(desk.seat).show(receipt, serial, found)
    line.say({"receipt": receipt, "serial": serial, "found": found}, [words.shown(serial, found)])


def _state(one: FollowUp, today: date) -> str:
    return words.state(one.due_on, one.done_on, one.outcome, today)


def _task(one: FollowUp, today: date) -> dict[str, Any]:
    days = {"opened_on": one.opened_on.isoformat(), "due_on": one.due_on.isoformat()}
    done = {"done_on": one.done_on.isoformat() if one.done_on else None, "late": one.late(today)}
    told_of = {"outcome": one.outcome, "told": one.told, "public": one.public, "letter": one.letter}
    return {"id": one.id, "source": one.source, "ref": one.source_ref, "task": one.task, **days, **done, **told_of}


def _drawn(one: DrawnLetter) -> dict[str, Any]:
    handed = {"handed_on": one.handed_on.isoformat() if one.handed_on else None, "way": one.way}
    return {
        "receipt": one.receipt,
        "serial": one.serial,
        "letter": one.letter,
        "who": one.who,
        **handed,
        "found": one.found,
    }


def _drawn_line(one: DrawnLetter) -> str:
    handed = words.handed(one.handed_on, WAY_WORDS.get(one.way, ""))
    return words.drawn(one.receipt, one.serial, one.who, handed, one.found)
