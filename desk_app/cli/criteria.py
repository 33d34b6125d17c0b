"""criteria list, show, score, province, confirm, reopen, take-in, begin, use, write: how the office scores itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from common.words import criteria as words
from common.words import said
from desk_app.cli.group import main, told
from desk_app.cli.terminal import Line
from desk_app.services.criteria import Listed, YearRow
from desk_app.services.criteria_import import Taken
from desk_app.services.criteria_sheet import Row, Sheet
from desk_app.services.files import write_file
from desk_app.services.trouble import Mistake

FILE = click.Path(path_type=Path)
YEAR = click.IntRange(2000, 2199)
FORMS = (".pdf", ".xlsx")


@main.group("criteria", help="Bộ tiêu chí: tự chấm, lãnh đạo xác nhận, điểm của tỉnh, từng năm.")
def criteria() -> None:
    """How friendly the office is, by the set in force."""


@criteria.command("list", help="Các bộ tiêu chí và các năm đã chấm.")
@click.pass_obj
@told
def criteria_list(line: Line) -> None:
    """Sets first, then years."""
    with line.desk() as desk:
        sets, years = desk.criteria.sets(), desk.criteria.years()
    rows = [
        words.set_line(one.criteria.name, one.criteria.edition, one.state, one.years) + f" ({one.criteria.mark})"
        for one in sets
    ]
    rows += [words.year_line(one.year, one.version, words.total(one.points, one.most), one.level) for one in years]
    line.say({"sets": [_set(one) for one in sets], "years": [_year(one) for one in years]}, rows)


@criteria.command("show", help="Một năm: từng tiêu chí, số của sổ, điểm, lý do.")
@click.argument("year", type=YEAR)
@click.option("--set", "mark", default="", help=words.SET_HELP)
@click.pass_obj
@told
def criteria_show(line: Line, year: int, mark: str) -> None:
    """Points in hundredths in the answer of a program."""
    with line.desk() as desk:
        sheet = desk.criteria.year(year, mark)
    rows = [
        words.row_line(row.criterion.code, row.points, row.criterion.most, row.criterion.text) for row in sheet.rows
    ]
    total = f"{words.total(sheet.points, sheet.criteria.most)}, {words.level(sheet.level)}"
    line.say(_sheet(sheet), [f"{sheet.criteria.name}, {year}", *rows, total])


@criteria.command("score", help="Chấm một tiêu chí; ghi lý do khi khác mức sổ đề nghị hoặc chưa đủ điểm.")
@click.argument("year", type=YEAR)
@click.argument("code")
@click.argument("points")
@click.option("--reason", default="", help="Vì sao chấm như vậy.")
@click.option("--set", "mark", default="", help=words.SET_HELP)
@click.pass_obj
@told
def criteria_score(line: Line, /, year: int, code: str, mark: str, **typed: str) -> None:
    """ "-" as points goes back to what the register proposes."""
    with line.desk() as desk:
        typed["points"] = typed["points"].removesuffix("-")
        if problems := desk.criteria.score(year, code, typed, mark):
            line.refuse(problems)
        row = desk.criteria.year(year, mark).get(code)
    got = row.points if row and row.points is not None else 0
    most = row.criterion.most if row else 0
    line.say({"year": year, "code": code, "points": got, "most": most}, [words.scored(code, got, most)])


@criteria.command("province", help="Ghi điểm tỉnh chấm theo quyết định; đặt cạnh, không đổi điểm tự chấm.")
@click.argument("year", type=YEAR)
@click.option("--number", required=True, help="Số quyết định, như 812/QĐ-UBND.")
@click.option("--on", required=True, help="Ngày quyết định.")
@click.option("--total", default="", help="Tổng điểm của tỉnh; để trống là cộng các tiêu chí.")
@click.option("--points", "each", multiple=True, help="MÃ=ĐIỂM của một tiêu chí; ghi nhiều lần được.")
@click.option("--set", "mark", default="", help=words.SET_HELP)
@click.pass_obj
@told
def criteria_province(line: Line, /, year: int, mark: str, **typed: Any) -> None:
    """A criterion that is not named stays as it was."""
    points = dict(one.partition("=")[::2] for one in typed.pop("each"))
    with line.desk() as desk:
        if problems := desk.criteria.province(year, {**typed, "points": points}, mark):
            line.refuse(problems)
        given = desk.criteria.year(year, mark).province
    total = given.sum if given else None
    line.say({"year": year, "number": typed["number"], "total": total}, [words.province_kept(typed["number"])])


@criteria.command("confirm", help="Lãnh đạo xác nhận bảng chấm của một năm; tổng điểm đi theo gói tháng.")
@click.argument("year", type=YEAR)
@click.option("--set", "mark", default="", help=words.SET_HELP)
@click.pass_obj
@told
def criteria_confirm(line: Line, year: int, mark: str) -> None:
    """The year is frozen."""
    with line.desk() as desk:
        done = desk.criteria.confirm(year, mark)
    told_row = {name: getattr(done, name) for name in ("year", "version", "digest", "points", "most")}
    line.say(told_row, [words.confirmed(year, done.version, words.total(done.points, done.most), done.digest)])


@criteria.command("reopen", help="Mở bản sau của một năm đã xác nhận, ghi lý do; bản trước giữ nguyên.")
@click.argument("year", type=YEAR)
@click.option("--reason", required=True, help="Vì sao phải sửa.")
@click.option("--set", "mark", default="", help=words.SET_HELP)
@click.pass_obj
@told
def criteria_reopen(line: Line, year: int, reason: str, mark: str) -> None:
    """The next version."""
    with line.desk() as desk:
        version = desk.criteria.reopen(year, reason, mark)
    line.say({"year": year, "version": version}, [words.reopened(year, version)])


@criteria.command("take-in", help="Đọc bộ tiêu chí từ bảng tính: xem từng dòng; --keep thì nhận thành bản đang soạn.")
@click.argument("file", type=FILE)
@click.option("--keep", is_flag=True, help="Đã xem, nhận bộ này.")
@click.pass_obj
@told
def criteria_take_in(line: Line, file: Path, keep: bool) -> None:
    """Without --keep nothing changes."""
    with line.desk() as desk:
        taken = desk.criteria.editing.take_in_xlsx(file)
        kept = desk.criteria.editing.take(taken) if keep else None
    rows = [words.taken_line(each.row, each.criterion.code, each.criterion.text, each.wrong) for each in taken.rows]
    rows.append(words.taken(kept.name, len(taken.rows), taken.most) if kept else words.not_kept(len(taken.rows)))
    line.say({**_taken(taken), "kept": kept.mark if kept else None}, rows)


@criteria.command("begin", help="Lập lần ban hành mới của một bộ để sửa.")
@click.argument("set")
@click.pass_obj
@told
def criteria_begin(line: Line, set: str) -> None:
    """A draft."""
    with line.desk() as desk:
        draft = desk.criteria.editing.begin(set)
    line.say({"set": draft.mark}, [words.begun(draft.mark)])


@criteria.command("use", help="Đưa một bộ đang soạn vào dùng.")
@click.argument("set")
@click.pass_obj
@told
def criteria_use(line: Line, set: str) -> None:
    """From then on it is not changed any more."""
    with line.desk() as desk:
        used = desk.criteria.editing.put_in_force(set)
    line.say({"set": used.mark}, [words.used(used.name, used.edition)])


@criteria.command("write", help="Ghi bảng chấm của một năm ra tệp .pdf hoặc .xlsx.")
@click.argument("year", type=YEAR)
@click.option("--out", type=FILE, required=True, help="Tệp để ghi ra.")
@click.option("--set", "mark", default="", help=words.SET_HELP)
@click.pass_obj
@told
def criteria_write(line: Line, year: int, out: Path, mark: str) -> None:
    """As the end of the file's name says."""
    # Drawing loads the PDF library, which nothing else here needs.
    from desk_app.services.criteria_papers import criteria_paper, criteria_table

    form = out.suffix.lower()
    if form not in FORMS:
        raise Mistake("no-such-form", {"form": form})
    with line.desk() as desk:
        raw = (criteria_paper if form == ".pdf" else criteria_table)(desk.seat, year, mark)
        write_file(line.target(out), raw)
    line.say({"year": year, "file": str(out)}, [said.file_written(out.name)])


def _set(one: Listed) -> dict[str, Any]:
    held = one.criteria
    days = {"first_day": held.first_day.isoformat(), "last_day": held.last_day.isoformat() if held.last_day else None}
    return {
        "set": held.mark,
        "name": held.name,
        "state": one.state,
        "most": held.most,
        **days,
        "years": list(one.years),
    }


def _year(one: YearRow) -> dict[str, Any]:
    day = one.confirmed_on.isoformat() if one.confirmed_on else None
    names = ("set_id", "year", "version", "points", "most", "province")
    level = one.level.name if one.level else None
    return {**{name: getattr(one, name) for name in names}, "confirmed_on": day, "level": level}


def _sheet(sheet: Sheet) -> dict[str, Any]:
    given, then = sheet.province, sheet.before
    return {
        **{"set": sheet.criteria.mark, "year": sheet.year, "version": sheet.version, "digest": sheet.digest},
        **{"first": sheet.period.first.isoformat(), "as_of": sheet.as_of.isoformat()},
        "confirmed_on": sheet.confirmed_on.isoformat() if sheet.confirmed_on else None,
        **{"points": sheet.points, "most": sheet.criteria.most, "level": sheet.level.name if sheet.level else None},
        "province": {"number": given.number, "on": given.on.isoformat(), "total": given.sum} if given else None,
        "before": {"year": then.year, "points": then.points} if then else None,
        "criteria": [_row(row) for row in sheet.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    one, value = row.criterion, row.value
    names = ("proposed", "points", "reason", "evidence", "lacks", "province", "before")
    figure = {"part": value.part, "whole": value.whole} if value else None
    told_row = {"group": row.group.code, "code": one.code, "text": one.text, "most": one.most, "fed": one.fed}
    return {**told_row, "value": figure, **{name: getattr(row, name) for name in names}}


def _taken(taken: Taken) -> dict[str, Any]:
    rows = [
        {"row": one.row, "group": one.group, "code": one.criterion.code, "text": one.criterion.text}
        | {"most": one.criterion.most, "noticed": list(one.noticed), "wrong": list(one.wrong)}
        for one in taken.rows
    ]
    return {"sheet": taken.sheet, "header": taken.header, "most": taken.most, "rows": rows}
