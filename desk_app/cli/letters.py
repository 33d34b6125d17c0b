"""letter, letters, printed, delivered."""

from __future__ import annotations

from pathlib import Path

import click

from common.words import said
from common.words.labels import REACTION_WORDS, WAY_WORDS
from desk_app.cli.group import NUMBER, command
from desk_app.cli.terminal import Line, problem_row
from desk_app.services.files import write_file
from desk_app.services.letter_desk import Prepared, Wish

FILE = click.Path(path_type=Path)


@command("letter", "Chuẩn bị thư của một việc, hoặc của các cháu sinh đôi trên một tờ.")
@click.argument("ids", type=NUMBER, nargs=-1, required=True)
@click.option("--template", default=None, help="Mẫu thư, khi không theo bản ghi.")
@click.option("--out", type=FILE, required=True, help="Tệp PDF để ghi ra.")
@click.option("--anyway", default="", help="Lý do mở một lá thư đang được giữ lại.")
@click.option("--free-line", default="", help="Một câu riêng, nhiều nhất 160 chữ.")
@click.option("--ink", type=click.Choice(["colour", "black"]), default="colour", show_default=True, help="Màu mực.")
def letter(line: Line, ids: tuple[int, ...], out: Path, **wished: str) -> None:
    """A letter prepared before is drawn again from the archive, equal to the pixel, with the same code."""
    wish = Wish(wished["template"], wished["anyway"], wished["free_line"], wished["ink"])
    line.target(out)
    with line.desk() as desk:
        result = desk.letters.prepare(tuple(dict.fromkeys(ids)), wish)
        if not isinstance(result, Prepared):
            line.refuse(result)
        write_file(out, desk.letters.pdf([result.letter]))
    row = {"file": str(out), **_row(result), "pages": 1}
    line.say(row, [said.letter_ready(result.letter, out.name, result.code), *map(said.fitting_step, result.steps)])


@command("letters", "Chuẩn bị mọi thư đang chờ vào một tệp PDF.")
@click.option("--pending", is_flag=True, required=True, help="Mọi bản ghi chưa có thư, và thư chưa in.")
@click.option("--out", type=FILE, required=True, help="Tệp PDF để ghi ra.")
def letters(line: Line, pending: bool, out: Path) -> None:
    """One PDF, a sheet each; what is held back is listed with its reasons and loses nothing."""
    line.target(out)
    with line.desk() as desk:
        done, held = desk.letters.prepare_pending()
        if done:
            write_file(out, desk.letters.pdf([prepared.letter for prepared in done]))
    rows = [_row(prepared) for prepared in done]
    waiting = [{"ids": list(row.covers), "problems": [problem_row(one) for one in row.problems]} for row in held]
    value = {"file": str(out) if done else "", "letters": rows, "pages": len(done), "held": waiting}
    reasons = [said.held(row.covers, [problem_row(one)["sentence"] for one in row.problems]) for row in held]
    line.say(value, [said.letters_ready(len(done), out.name), *reasons])


def _row(prepared: Prepared) -> dict[str, object]:
    return {
        "letter": prepared.letter,
        "kind": prepared.kind,
        "covers": list(prepared.covers),
        "code": prepared.code,
        "link": prepared.link,
        "steps": list(prepared.steps),
    }


@command("printed", "Ghi rằng các tờ thư đã in đủ trên bàn.")
@click.argument("letters", type=NUMBER, nargs=-1, required=True)
def printed(line: Line, letters: tuple[int, ...]) -> None:
    """Said only after the sheets are in the hand."""
    letters = tuple(dict.fromkeys(letters))
    with line.desk() as desk:
        desk.letters.printed(letters)
    line.say({"printed": list(letters)}, [said.printed(len(letters))])


@command("delivered", "Ghi rằng thư đã trao, cách trao và lời gia đình.")
@click.argument("letters", type=NUMBER, nargs=-1, required=True)
@click.option("--way", type=click.Choice(sorted(WAY_WORDS)), required=True, help="Trao bằng cách nào.")
@click.option(
    "--reaction", type=click.Choice(sorted(REACTION_WORDS)), default="none", show_default=True, help="Phản ánh."
)
def delivered(line: Line, letters: tuple[int, ...], way: str, reaction: str) -> None:
    """The seed programme counts letters handed over and how families took them."""
    letters = tuple(dict.fromkeys(letters))
    with line.desk() as desk:
        desk.letters.delivered(letters, way, reaction)
    line.say(
        {"delivered": list(letters), "way": way, "reaction": reaction}, [said.delivered(len(letters), WAY_WORDS[way])]
    )
