"""templates list, show, check, save, approve, withdraw, write, draw: the office's own letters."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from common.letter_findings import Finding, errors
from common.words import letter_templates as words
from desk_app.cli.group import main, told
from desk_app.cli.terminal import Line, read_moment, read_text
from desk_app.services.desk import Desk
from desk_app.services.files import write_file
from desk_app.services.letter_samples import FIRST
from desk_app.services.letter_templates import Draft, Listed, Saved, Version

FILE = click.Path(path_type=Path)


@main.group("templates", help="Mẫu thư của xã: sửa thành bản thảo, lãnh đạo duyệt, dùng từ một ngày.")
def templates() -> None:
    """Versions of letters."""


@templates.command("list", help="Các mẫu thư và từng bản: đi kèm phần mềm, bản thảo, đã duyệt, đã thôi dùng.")
@click.pass_obj
@told
def templates_list(line: Line) -> None:
    """Those of the program first."""
    with line.desk() as desk:
        every = desk.templates.listed()
    rows = []
    for one in every:
        rows.append(f"{one.name}: {one.title}")
        rows += [f"  {version.line}" for version in one.versions]
        rows += [f"  {one.notice}"] if one.notice else []
    line.say({"templates": [_listed(one) for one in every]}, rows)


@templates.command("show", help="Lời của một bản; không nói bản nào thì là bản đang dùng.")
@click.argument("name")
@click.option("--version", type=int, default=None, help="Bản số mấy.")
@click.pass_obj
@told
def templates_show(line: Line, name: str, version: int | None) -> None:
    """The text as it is written."""
    with line.desk() as desk:
        number = version or _usual(desk, name)
        text = desk.templates.text(name, number)
    line.say({"name": name, "version": number, "text": text}, [text])


@templates.command("check", help="Xem một tệp mẫu thư đã dùng được chưa, với mọi loại gia đình; không giữ gì.")
@click.argument("file", type=FILE)
@click.option("--name", default="", help=words.NAME_HELP)
@click.pass_obj
@told
def templates_check(line: Line, file: Path, name: str) -> None:
    """Status 2 where something has to be mended."""
    text = read_text(file)
    with line.desk() as desk:
        found = desk.templates.live(name or file.stem).checked(text)
    if errors(found):
        _refuse(line, found)
    line.say({"findings": _rows(found), "sound": True}, [*_said(found), words.SOUND])


@templates.command("save", help="Giữ một tệp mẫu thư làm bản thảo; đang có bản thảo thì thay lời của bản ấy.")
@click.argument("file", type=FILE)
@click.option("--layout", default="", help="Khuôn của một lá thư mới, như birth-card; tên thư là dòng “tên:” của tệp.")
@click.pass_obj
@told
def templates_save(line: Line, file: Path, layout: str) -> None:
    """Told with the place where it cannot be read; then nothing is kept."""
    with line.desk() as desk:
        result = _saved(desk, file, layout)
    if isinstance(result, tuple):
        _refuse(line, result)
    row = {"name": result.name, "version": result.version}
    line.say(row, [words.SAVED.format(**row)])


@templates.command("approve", help="Lãnh đạo duyệt một bản thảo; bản ấy không sửa được nữa.")
@click.argument("name")
@click.argument("version", type=int)
@click.option("--from", "day", default="", help="Dùng từ ngày nào, như 2026-12-01; để trống là hôm nay.")
@click.pass_obj
@told
def templates_approve(line: Line, name: str, version: int, day: str) -> None:
    """Letters written before keep their words."""
    with line.desk() as desk:
        result = desk.templates.approve(name, version, read_moment(day).date() if day else None)
    if not isinstance(result, Version):
        _refuse(line, result)
    since = result.from_day or date.min
    row = {"name": name, "version": version, "from_day": since.isoformat()}
    line.say(row, [words.APPROVED.format(name=name, version=version, day=f"{since:%d/%m/%Y}")])


@templates.command("withdraw", help="Thôi dùng một bản đã duyệt, ghi lý do; thư viết từ nay theo bản trước đó.")
@click.argument("name")
@click.argument("version", type=int)
@click.option("--reason", required=True, help="Vì sao thôi dùng.")
@click.pass_obj
@told
def templates_withdraw(line: Line, name: str, version: int, reason: str) -> None:
    """It stays in the list."""
    with line.desk() as desk:
        desk.templates.withdraw(name, version, reason)
    line.say({"name": name, "version": version}, [words.WITHDRAWN.format(name=name, version=version)])


@templates.command("write", help="Ghi một bản ra tệp, để mang sang quầy khác hoặc sửa bằng Notepad.")
@click.argument("name")
@click.option("--version", type=int, default=None, help="Bản số mấy; để trống là bản đang dùng.")
@click.option("--out", type=FILE, required=True, help="Tệp để ghi ra, nên mang tên mẫu, như birth-card.txt.")
@click.pass_obj
@told
def templates_write(line: Line, name: str, version: int | None, out: Path) -> None:
    """UTF-8."""
    with line.desk() as desk:
        number = version or _usual(desk, name)
        desk.templates.write_out(name, number, line.target(out))
    line.say({"name": name, "version": number, "file": str(out)}, [words.WRITTEN.format(name=name, file=out.name)])


@templates.command("draw", help="Vẽ một tệp mẫu thư với một gia đình mẫu ra PDF.")
@click.argument("file", type=FILE)
@click.option("--name", default="", help=words.NAME_HELP)
@click.option("--case", default="usual", show_default=True, help=f"Gia đình mẫu: {', '.join(FIRST)}, hay một nhánh.")
@click.option("--ink", type=click.Choice(["colour", "black"]), default="colour", show_default=True, help="Màu mực.")
@click.option("--out", type=FILE, required=True, help="Tệp PDF để ghi ra.")
@click.pass_obj
@told
def templates_draw(line: Line, /, file: Path, out: Path, **asked: str) -> None:
    """Nobody real stands on it."""
    text, name, case, ink = read_text(file), asked["name"] or file.stem, asked["case"], asked["ink"]
    with line.desk() as desk:
        live = desk.templates.live(name)
        cases = {one.name: one.caption for one in live.cases(text)}
        raw = live.pdf(text, case, ink)
        if not isinstance(raw, bytes):
            _refuse(line, raw)
        write_file(line.target(out), raw)
    row = {"case": case, "cases": list(cases), "file": str(out)}
    line.say(row, [words.DRAWN.format(name=name, case=cases.get(case, case), file=out.name)])


def _saved(desk: Desk, file: Path, layout: str) -> Saved | Draft | tuple[Finding, ...]:
    there = next((one.draft for one in desk.templates.listed() if one.name == file.stem and not layout), None)
    if there is None:
        return desk.templates.take_in(file, layout)
    return desk.templates.save(file.stem, there.version, read_text(file))


def _usual(desk: Desk, name: str) -> int:
    one = desk.templates.one(name)
    return (one.in_force or one.versions[0]).version


def _refuse(line: Line, found: tuple[Finding, ...]) -> NoReturn:
    line.say({"findings": _rows(found), "sound": False}, _said(found))
    raise SystemExit(2)


def _said(found: tuple[Finding, ...]) -> list[str]:
    return [f"{one.place}: {one.sentence}" for one in found]


def _rows(found: tuple[Finding, ...]) -> list[dict[str, Any]]:
    names = ("level", "code", "section", "line", "column", "sentence")
    return [{name: getattr(one, name) for name in names} for one in found]


def _listed(one: Listed) -> dict[str, Any]:
    names = ("version", "state", "title", "by", "approved_by", "origin", "reason", "in_force")
    versions = [
        {name: getattr(each, name) for name in names}
        | {"from_day": each.from_day.isoformat() if each.from_day else None}
        for each in one.versions
    ]
    told_row = {name: getattr(one, name) for name in ("name", "title", "kind", "layout", "own")}
    return {**told_row, "versions": versions}
