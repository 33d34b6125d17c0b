"""intake, ministry-export, ministry-compare: sheets of the ministry into the register and back."""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from common.names import fold
from common.terminal import MISTAKE
from common.words import intake_desk as words
from common.words import ministry_desk as ministry_words
from desk_app.cli.group import NUMBER, command
from desk_app.cli.terminal import Line
from desk_app.domain.events import EVENTS
from desk_app.domain.ministry import key_named
from desk_app.services.desk import Desk
from desk_app.services.intake import Choice, Look, LookedRow, Opened, Pile, Stayed, Taken, TakenIn
from desk_app.services.ministry import Wanted
from desk_app.services.report_making import read_period
from desk_app.services.trouble import Mistake
from desk_app.services.typed_day import read_day

FILE = click.Path(path_type=Path)
AS_IT_STANDS = "none"
_TOLD: tuple[Pile, ...] = ("changed", "conflict", "unreadable")


@command("intake", "Nhập bảng tính của Bộ vào sổ; xem thử, hoàn lại, kể các lần nhập.")
@click.argument("file", type=FILE, required=False)
@click.option("--dry-run", is_flag=True, help="Chỉ xem từng dòng rơi vào đâu, không ghi gì.")
@click.option("--sheet", default="", help="Tên trang của bảng; để trống là trang đọc được nhiều cột nhất.")
@click.option("--event", type=click.Choice(EVENTS), help="Đọc như loại việc này; để trống thì máy tự nhận.")
@click.option("--map", "mapped", multiple=True, help="Cột nào là gì, CỘT=KHÓA; CỘT là tên cột hay chữ A, B…")
@click.option("--convert", "converted", multiple=True, help="Đổi chữ cũ của một cột, CỘT=tcvn3, vni hay none.")
@click.option("--accept-changed", is_flag=True, help="Nhận mọi dòng khác bản đã ghi; không có thì các dòng ấy để lại.")
@click.option("--letters-from", default="", help="Đăng ký từ ngày nào thì thư tự chờ in; thường là 30 ngày gần đây.")
@click.option("--undo", type=NUMBER, help="Hoàn lại cả một lần nhập, theo số của nó.")
@click.option("--reason", default="", help="Vì sao hoàn lại.")
@click.option("--list", "listed", is_flag=True, help="Các lần đã nhập, mới nhất ở trên.")
def intake(line: Line, /, file: Path | None, undo: int | None, listed: bool, **asked: Any) -> None:
    """Status 2 where a row could not be read; all the others are in the register then."""
    if listed:
        _list(line)
    elif undo is not None:
        _undo(line, undo, str(asked["reason"]))
    elif file is None:
        raise Mistake("sheet-no-file")
    else:
        _take_in(line, file, asked)


def _take_in(line: Line, file: Path, asked: dict[str, Any]) -> None:
    with line.desk() as desk:
        choice = _choice(desk, desk.intake.open(file), asked)
        others = [sheet for at, sheet in enumerate(choice.opened.sheets) if at != choice.sheet]
        if others:
            click.echo(words.other_sheets([sheet.name for sheet in others]), err=True)
        look = desk.intake.look(choice, letters_from=_day(desk, str(asked["letters_from"])))
        taken = None if asked["dry_run"] else _taken(desk, look, accept=bool(asked["accept_changed"]))
        _say(line, (choice, look), taken)
    if look.counts["unreadable"]:
        raise SystemExit(MISTAKE)


@command("ministry-export", "Xuất các việc của một kỳ theo cột của phần mềm Bộ, ra XLSX hay CSV.")
@click.argument("period")
@click.option("--out", type=FILE, required=True, help="Tệp .xlsx, hoặc .csv (mỗi loại việc một tệp).")
@click.option("--reason", required=True, help="Xuất để làm gì; ghi vào sổ truy cập.")
@click.option("--whole", is_flag=True, help="Kể cả số giấy tờ, dân tộc, nguyên nhân chết (lãnh đạo).")
def ministry_export(line: Line, period: str, out: Path, reason: str, whole: bool) -> None:
    """Names leave the desk: one line of the journal says why."""
    with line.desk() as desk:
        wanted = Wanted(reason, read_period(desk.seat, period), whole=whole)
        done = desk.ministry.export(wanted, line.target(out))
    files = [str(file) for file in done.files]
    line.say({"files": files, "counts": dict(done.counts)}, [ministry_words.exported(done.counts, len(files)), *files])


@command("ministry-compare", "Đặt bảng của Bộ về một kỳ cạnh sổ: chỉ có ở đâu, khác gì.")
@click.argument("period")
@click.argument("file", type=FILE)
@click.option("--sheet", default="", help="Tên trang của bảng; để trống là trang đọc được nhiều cột nhất.")
def ministry_compare(line: Line, period: str, file: Path, sheet: str) -> None:
    """Nothing is written."""
    with line.desk() as desk:
        choice = _choice(desk, desk.intake.open(file), {"sheet": sheet, "event": None, "mapped": (), "converted": ()})
        compared = desk.ministry.compare(read_period(desk.seat, period), desk.intake.look(choice))
    here = [{"id": one.id, "number": one.registration.number} for one in compared.only_here]
    there, different = ([_row(row) for row in rows] for rows in (compared.only_there, compared.different))
    told = [ministry_words.compared(len(there), len(here), len(different), compared.same)]
    told += [words.row_line(row.line, "new", row.number, "") for row in compared.only_there]
    told += [ministry_words.only_here(one.id, one.registration.number) for one in compared.only_here]
    told += list(_lines(compared.different))
    line.say({"same": compared.same, "only_there": there, "only_here": here, "different": different}, told)


def _list(line: Line) -> None:
    with line.desk() as desk:
        found = desk.intake.imports()
    told = [words.import_line(one.id, one.on, (one.entered, one.amended, one.left), one.undone_on) for one in found]
    line.say({"imports": [_import(one) for one in found]}, told or [words.NO_IMPORTS])


def _undo(line: Line, id: int, reason: str) -> None:
    with line.desk() as desk:
        done = desk.intake.undo(id, reason)
    told = [words.undone(done.voided, done.put_back, len(done.stayed))]
    told += [words.stayed_line(one.number, one.why) for one in done.stayed]
    counts = {"voided": done.voided, "put_back": done.put_back}
    line.say({**counts, "stayed": [_stayed(one) for one in done.stayed]}, told)


def _choice(desk: Desk, opened: Opened, asked: dict[str, Any]) -> Choice:
    """The sheet as it is to be read; columns in an old encoding have to be decided about."""
    names = [sheet.name for sheet in opened.sheets]
    if asked["sheet"] and asked["sheet"] not in names:
        raise Mistake("sheet-no-such-sheet", {"sheet": asked["sheet"], "sheets": ", ".join(names)})
    choice = desk.intake.choose(opened, names.index(asked["sheet"]) if asked["sheet"] else None, asked["event"] or "")
    for column, key in map(_pair, asked["mapped"]):
        if key and key_named(choice.layout.event, key) is None:
            raise Mistake("sheet-no-such-key", {"key": key})
        choice = choice.with_key(_column(choice, column), key)
    decided = {_column(choice, column): encoding.lower() for column, encoding in map(_pair, asked["converted"])}
    open_ones = [one.caption for one in choice.suspects if one.at not in decided]
    if open_ones:
        raise Mistake("sheet-old-letters", {"columns": ", ".join(open_ones)})
    for at, encoding in decided.items():
        choice = choice.converting(at, "" if encoding == AS_IT_STANDS else encoding)
    return choice


def _pair(text: str) -> tuple[str, str]:
    column, _, value = text.rpartition("=")
    return column.strip(), value.strip()


def _column(choice: Choice, named: str) -> int:
    """A column by its heading, else by its letter."""
    columns = choice.layout.columns
    found = [one.at for one in columns if one.caption and fold(one.caption) == fold(named)]
    if not found and named and set(named.upper()) <= set(string.ascii_uppercase) and len(named) <= 2:
        at = 0
        for letter in named.upper():
            at = at * 26 + string.ascii_uppercase.index(letter) + 1
        found = [one.at for one in columns if one.at == at - 1]
    if not found:
        raise Mistake("sheet-no-such-column", {"column": named})
    return found[0]


def _day(desk: Desk, text: str) -> date | None:
    return read_day(desk.seat, text, "sheet-letters-from") if text else None


def _taken(desk: Desk, look: Look, accept: bool) -> Taken | None:
    """What was written; None where there is nothing to write."""
    changed = [row.line for row in look.of("changed")] if accept else []
    return desk.intake.take(look, changed) if changed or look.counts["new"] else None


def _say(line: Line, read: tuple[Choice, Look], taken: Taken | None) -> None:
    choice, look = read
    counts = {str(pile): n for pile, n in look.counts.items()}
    told = [words.counted(counts)]
    if taken:
        told.append(words.taken(taken.import_id, taken.entered, taken.amended, taken.waiting))
    shown = look.of(*_TOLD)
    sheet = choice.opened.sheets[choice.sheet].name
    row: dict[str, Any] = {"sheet": sheet, "event": choice.layout.event, "counts": counts}
    row |= {"letters_from": look.letters_from.isoformat(), "rows": [_row(one) for one in shown]}
    row |= {
        "import": taken.import_id if taken else None,
        "entered": taken.entered if taken else 0,
        "amended": taken.amended if taken else 0,
    }
    line.say(row, [*told, *_lines(shown)])


def _lines(rows: Sequence[LookedRow]) -> Iterator[str]:
    for row in rows:
        changes = [words.change(one.label, one.before, one.after) for one in row.changes]
        why = "; ".join([*(told.sentence for told in row.told), *changes])
        yield words.row_line(row.line, row.pile, row.number, why)


def _row(row: LookedRow) -> dict[str, Any]:
    told = [{"field": one.field, "column": one.column, "sentence": one.sentence} for one in row.told]
    changes = [{"label": one.label, "before": one.before, "after": one.after} for one in row.changes]
    return {"line": row.line, "pile": row.pile, "id": row.id, "number": row.number, "told": told, "changes": changes}


def _import(one: TakenIn) -> dict[str, Any]:
    days = {"on": one.on.isoformat(), "undone_on": one.undone_on.isoformat() if one.undone_on else None}
    first = one.letters_from.isoformat() if one.letters_from else None
    counts = {"entered": one.entered, "amended": one.amended, "left": one.left, "letters_from": first}
    return {"id": one.id, "who": one.who, "kind": one.kind, **days, **counts, "stayed": [*map(_stayed, one.stayed)]}


def _stayed(one: Stayed) -> dict[str, Any]:
    return {"id": one.id, "number": one.number, "why": one.why}
