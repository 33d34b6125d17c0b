"""numbers, number: sổ cấp số of a year, and the number of a letter that was signed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from common.words import numbering as words
from desk_app.cli.group import NUMBER, command
from desk_app.cli.terminal import Line
from desk_app.services.files import write_file
from desk_app.services.numbering import LARGEST, BookLine, NumberBook

FILE = click.Path(path_type=Path)


@command("numbers", "Sổ cấp số của một năm; thư đã in chưa có số đứng trước, kèm số tới.")
@click.option("--year", type=click.IntRange(1900, 9999), default=None, help="Năm của sổ; để trống là năm nay.")
@click.option("--out", type=FILE, default=None, help="Ghi cả sổ ra tệp PDF khổ A4.")
def show_numbers(line: Line, year: int | None, out: Path | None) -> None:
    """Letters that wait are shown beside the book of the running year only."""
    # Drawing loads the PDF library, which nothing else here needs.
    from desk_app.services.number_paper import number_paper

    target = line.target(out) if out else None
    with line.desk() as desk:
        book, asked = NumberBook(desk.seat), year or desk.seat.today().year
        waiting = book.waiting() if asked == desk.seat.today().year else ()
        lines = (*waiting, *book.lines(asked))
        if target:
            write_file(target, number_paper(desk.seat, asked))
    line.say([_row(one) for one in lines], [_told(one) for one in lines] or [words.NOTHING])


@command("number", "Ghi số cho thư đã ký; nhiều thư thì số chạy liền nhau.")
@click.argument("letters", type=NUMBER, nargs=-1, required=True)
@click.option("--number", type=click.IntRange(1, LARGEST), default=None, help="Số đầu tiên; để trống là số tới.")
@click.option("--dated", type=click.DateTime(["%Y-%m-%d"]), default=None, help="Ngày ký, cho thư để trống ngày.")
@click.option("--take-back", is_flag=True, help="Gỡ số gõ nhầm, thư lại chưa có số.")
def give_number(
    line: Line, letters: tuple[int, ...], number: int | None, dated: datetime | None, take_back: bool
) -> None:
    """All of the letters or none."""
    with line.desk() as desk:
        book = NumberBook(desk.seat)
        if take_back:
            told = tuple(book.take_back(letter) for letter in letters)
        else:
            told = book.give(letters, number, dated.date() if dated else None)
    said = [words.TAKEN_BACK.format(number=one) for one in told] if take_back else [words.given(told)]
    line.say([{"letter": letter, "number": one} for letter, one in zip(letters, told, strict=True)], said)


def _row(one: BookLine) -> dict[str, Any]:
    row: dict[str, Any] = {"state": one.state, "number": one.told, "year": one.dated.year}
    if one.state == "gap":
        return {**row, "why": one.note}
    return {**row, "letter": one.letter, "kind": one.kind, "dated": one.dated.isoformat(), "undated": one.undated}


def _told(one: BookLine) -> str:
    about = one.note or words.UNEXPLAINED if one.state == "gap" else f"{words.kind(one.kind).lower()}, {one.who}"
    state = f" ({words.STATES[one.state]})" if words.STATES[one.state] else ""
    return words.line(f"{one.told}{state}", one.dated, about)
