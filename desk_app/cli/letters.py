"""letter, letters, printed, delivered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from common.words import said
from common.words.choosing import ADDRESS_WORDS, CHOICE_WORDS
from common.words.labels import REACTION_WORDS, WAY_WORDS
from desk_app.cli.group import NUMBER, command
from desk_app.cli.terminal import Line, problem_row
from desk_app.services.delivery import Delivery, Given
from desk_app.services.files import write_file
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.trouble import Mistake

_NAMED = ("template", "free_line", "english", "signatory", "undated")


def _addresses(typed: tuple[str, ...]) -> dict[str, str]:
    """{"mother": "bà"} out of "mother=bà"."""
    parts = [text.partition("=") for text in typed]
    wrong = next(("".join(part) for part in parts if not part[1] or part[0] not in ADDRESS_WORDS), "")
    if wrong:
        raise Mistake("letter-address-form", {"text": wrong, "known": ", ".join(ADDRESS_WORDS)})
    return {whose: word for whose, _, word in parts}


FILE = click.Path(path_type=Path)


@command("letter", "Chuẩn bị thư của một việc, hoặc của các cháu sinh đôi trên một tờ.")
@click.argument("ids", type=NUMBER, nargs=-1, required=True)
@click.option("--template", default=None, help="Mẫu thư, khi không theo bản ghi.")
@click.option("--out", type=FILE, required=True, help="Tệp PDF để ghi ra.")
@click.option("--anyway", default="", help="Lý do mở một lá thư đang được giữ lại.")
@click.option("--free-line", default=None, help="Một câu riêng, nhiều nhất 160 chữ.")
@click.option(
    "--choice",
    "choices",
    type=click.Choice(sorted(filter(None, CHOICE_WORDS))),
    multiple=True,
    help="Lời thư chọn tay.",
)
@click.option("--address", "addresses", multiple=True, help="Cách xưng hô, như mother=bà.")
@click.option("--english/--no-english", default=None, help="Bản tiếng Anh ở mặt sau.")
@click.option("--signatory", default=None, help="Người ký, khi không phải người ký thường ngày.")
@click.option("--undated/--dated", default=None, help="Chừa ngày, tháng để viết tay.")
@click.option("--ink", type=click.Choice(["colour", "black"]), default="colour", show_default=True, help="Màu mực.")
def letter(line: Line, ids: tuple[int, ...], out: Path, **wished: Any) -> None:
    """A letter prepared before is drawn again from the archive, equal to the pixel, with the same code. What was chosen
    for it before stands, but for what is named here."""
    line.target(out)
    ids = tuple(dict.fromkeys(ids))
    with line.desk() as desk:
        result = desk.letters.prepare(ids, _wish(desk.letters.chosen(ids), wished))
        if not isinstance(result, Prepared):
            line.refuse(result)
        pdf = desk.letters.pdf([result.letter], wished["ink"])
        both = bool(desk.letters.backs_of([result.letter]))
        write_file(out, pdf)
    row = {"file": str(out), **_row(result), "pages": 1 + both}
    line.say(row, [said.letter_ready(result.letter, out.name, result.code), *map(said.fitting_step, result.steps)])


def _wish(before: Wish, wished: dict[str, Any]) -> Wish:
    """What stands for this letter, with what was named on the line."""
    named = {name: wished[name] for name in _NAMED if wished[name] is not None}
    if wished["choices"]:
        named["choices"] = frozenset(wished["choices"])
    if wished["addresses"]:
        named["addresses"] = {**before.addresses, **_addresses(wished["addresses"])}
    return replace(before, anyway=wished["anyway"], ink=wished["ink"], whole=bool(named) or before.whole, **named)


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
@click.option("--way", type=click.Choice(sorted(WAY_WORDS)), help="Trao bằng cách nào.")
@click.option(
    "--reaction", type=click.Choice(sorted(REACTION_WORDS)), default="none", show_default=True, help="Phản ánh."
)
@click.option("--with", "together", help="Cùng ai trao, như Hội Liên hiệp Phụ nữ xã.")
@click.option("--evidence", help="Bằng chứng: số ảnh, trang sổ theo dõi.")
@click.option("--returned", metavar="LÝ DO", help="Thư trở về, vì sao: thôi tính là đã trao.")
def delivered(line: Line, letters: tuple[int, ...], **told: str | None) -> None:
    """The seed programme counts letters handed over and how families took them."""
    letters, back = tuple(dict.fromkeys(letters)), told["returned"]
    if (told["way"] is None) == (back is None):
        raise Mistake("way-or-returned")
    if back is not None:
        with line.desk() as desk:
            Delivery(desk.seat).came_back(letters, back)
        line.say({"returned": list(letters), "why": back}, [said.returned(len(letters))])
        return
    way, reaction = told["way"] or "", told["reaction"] or "none"
    with line.desk() as desk:
        Delivery(desk.seat).hand_over(letters, Given(way, reaction, told["together"], told["evidence"]))
    value = {"delivered": list(letters), "way": way, "reaction": reaction}
    line.say(value, [said.delivered(len(letters), WAY_WORDS[way])])
