"""signatory list, add, end: who signs the letters, in which capacity, from which day to which."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import click

from common.names import tidy
from common.words import signatories as words
from desk_app.cli.group import main, told
from desk_app.cli.terminal import Line
from desk_app.domain.office import EVERY, Signatory
from desk_app.domain.signing import read_name
from desk_app.services.signatory_desk import Listed, SignatoryDesk, Typed
from desk_app.services.trouble import Mistake

DAY = click.DateTime(["%Y-%m-%d"])
KINDS = (EVERY, "birth", "marriage", "death", "thanks", "apology")


@main.group("signatory", help="Người ký thư: nhiều người cùng lúc, mỗi người một chức danh, từ ngày đến ngày.")
def signatory() -> None:
    """Letters written before keep whoever signed them."""


@signatory.command("list", help="Ai ký thư, chức danh nào, từ ngày nào đến ngày nào.")
@click.pass_obj
@told
def show(line: Line) -> None:
    """Those of today first; among them first whoever signs when nobody is chosen."""
    with line.desk() as desk:
        found = SignatoryDesk(desk.seat).all()
    line.say({"signatories": [_row(one) for one in found]}, [_told(one) for one in found] or [words.NOBODY])


@signatory.command("add", help="Thêm một người ký; dòng chức danh cách nhau bằng dấu /.")
@click.argument("name")
@click.option("--title", default="Chủ tịch", show_default=True, help="Ví dụ: KT. Chủ tịch / Phó Chủ tịch.")
@click.option("--first", type=DAY, default=None, help="Ký từ ngày; để trống là hôm nay.")
@click.option("--last", type=DAY, default=None, help="Ký đến hết ngày; để trống khi chưa biết.")
@click.option("--usual", type=click.Choice(KINDS), multiple=True, help="Không chọn ai thì người này ký loại thư ấy.")
@click.pass_obj
@told
def add(line: Line, /, name: str, title: str, usual: tuple[str, ...], **days: Any) -> None:
    """What stands before a name and another chair on the same days are said, and kept as typed."""
    with line.desk() as desk:
        signers = SignatoryDesk(desk.seat)
        first, last = _day(days["first"]) or desk.seat.today(), _day(days["last"])
        typed = Typed(name, title, first, last, usual)
        heads = signers.heads_beside(typed)
        new = signers.add(typed)
        listed = next(one for one in signers.all() if one.one == new)
    titles = read_name(name).titles
    said = [words.kept(new.name), *([words.titles(titles)] if titles else [])]
    beside = [(one.name, " / ".join(one.authority), one.valid_from, one.valid_to) for one in heads]
    line.say(_row(listed), [*said, *([words.heads(beside)] if beside else [])])


@signatory.command("end", help="Ghi ngày cuối một người ký thư.")
@click.argument("name")
@click.option("--last", type=DAY, required=True, help="Ký đến hết ngày này.")
@click.option("--first", type=DAY, default=None, help="Ngày đầu của dòng ấy, khi một người có nhiều dòng.")
@click.pass_obj
@told
def end(line: Line, name: str, last: datetime, first: datetime | None) -> None:
    """Letters of later days that bear the name all the same are counted."""
    with line.desk() as desk:
        signers = SignatoryDesk(desk.seat)
        one = _named([each.one for each in signers.all()], tidy(name), _day(first))
        after = signers.end(one, last.date())
    line.say({"signatory": one.name, "last": last.date().isoformat(), "after": after}, [words.kept(one.name, after)])


def _named(people: list[Signatory], name: str, first: date | None) -> Signatory:
    """The entry that is meant: among several of one person those that are still open."""
    there = [one for one in people if name in (one.name, one.told) and first in (None, one.valid_from)]
    meant = [one for one in there if one.valid_to is None] or there
    if not meant:
        raise Mistake("no-such-signatory", {"name": name})
    if len(meant) > 1:
        raise Mistake("signatory-which", {"name": name})
    return meant[0]


def _day(typed: datetime | None) -> date | None:
    return typed.date() if typed else None


def _row(listed: Listed) -> dict[str, object]:
    one = listed.one
    days = {"first": one.valid_from.isoformat(), "last": one.valid_to.isoformat() if one.valid_to else None}
    row: dict[str, object] = {"name": one.name, "authority": list(one.authority), **days}
    return {**row, "usual": list(one.usual), "state": listed.state, "signs": listed.first}


def _told(listed: Listed) -> str:
    one = listed.one
    state = words.state(listed.state, listed.first, one.usual)
    return words.line(one.told, words.period(one.valid_from, one.valid_to), state)
