"""courtesy, courtesy-letter, courtesy-void: letters of thanks and apology."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from common.words import courtesy as words
from desk_app.cli.group import NUMBER, command
from desk_app.cli.registering import warned
from desk_app.cli.terminal import Line, problem_row, read_values
from desk_app.domain.courtesy_drafts import COURTESY_DRAFTS, CourtesyDraft, courtesy_from
from desk_app.domain.drafts import NotText, UnknownFields
from desk_app.services.courtesy_sheets import TWICE
from desk_app.services.desk import Desk
from desk_app.services.files import write_file
from desk_app.services.letter_desk import Prepared, Wish
from desk_app.services.lookup import Lookup
from desk_app.services.trouble import Mistake

FILE = click.Path(path_type=Path)


def read_courtesy_file(letter: str, path: Path, anyway: str) -> CourtesyDraft:
    """A draft from a JSON file, with the reason why it is written a second time, or a Mistake that names the
    stranger."""
    values = read_values(path)
    told = values.get("reasons")
    reasons = {**(told if isinstance(told, Mapping) else {}), TWICE: anyway}
    try:
        given = {**values, "reasons": reasons} if anyway.strip() else values
        return courtesy_from(letter, given)
    except UnknownFields as error:
        raise Mistake("unknown-fields", {"file": path.name, "fields": ", ".join(error.names)}) from error
    except NotText as error:
        raise Mistake("field-not-text", {"file": path.name, "field": error.name}) from error


@command("courtesy", "Viết một lá thư cảm ơn hay thư xin lỗi từ tệp JSON.")
@click.argument("letter", type=click.Choice(sorted(COURTESY_DRAFTS)))
@click.argument("file", type=FILE)
@click.option("--dry-run", is_flag=True, help="Chỉ xem lại, chưa viết.")
@click.option("--anyway", default="", help="Vì sao viết thêm, khi người ấy đã có lá thư như vậy.")
@click.option("--signatory", default="", help="Người ký, khi không phải người ký thường ngày.")
def courtesy(line: Line, letter: str, file: Path, **told: str) -> None:
    """The letter is archived and waits for the printer, or everything that is wrong with it is said at once."""
    draft = read_courtesy_file(letter, file, told["anyway"])
    with line.desk() as desk:
        if told["dry_run"]:
            _looked_over(line, desk, draft)
            return
        warnings = desk.courtesy.check(draft).warnings
        result = desk.courtesy.prepare(draft, wish=Wish(signatory=told["signatory"]))
    if not isinstance(result, Prepared):
        line.refuse(result)
    rows = [problem_row(one) for one in warnings]
    who = words.to_whom(draft.to_address, draft.to_name, bool(draft.household))
    row = {"id": result.letter, "letter": result.kind, "code": result.code, "link": result.link}
    line.say(
        {**row, "steps": list(result.steps), "warnings": rows},
        [words.written_as(result.letter, letter, who, result.code), *warned(rows)],
    )


def _looked_over(line: Line, desk: Desk, draft: CourtesyDraft) -> None:
    outcome = desk.courtesy.check(draft)
    if outcome.value is None:
        line.refuse(outcome.problems)
    rows = [problem_row(one) for one in outcome.warnings]
    line.say({"id": None, "warnings": rows}, [words.COULD_BE_WRITTEN, *warned(rows)])


@command("courtesy-letter", "Vẽ lại một lá thư cảm ơn, xin lỗi ra tệp PDF.")
@click.argument("letter", type=NUMBER)
@click.option("--out", type=FILE, required=True, help="Tệp PDF để ghi ra.")
@click.option("--ink", type=click.Choice(["colour", "black"]), default="colour", show_default=True, help="Màu mực.")
def courtesy_letter(line: Line, letter: int, out: Path, ink: str) -> None:
    """From the archive, equal to the pixel."""
    line.target(out)
    with line.desk() as desk:
        record = Lookup(desk.seat).letter(letter)
        write_file(out, desk.letters.pdf([letter], ink))
    state = record.letters[0].state if record.letters else "void"
    line.say(
        {"id": letter, "letter": record.event, "file": str(out), "state": state},
        [words.drawn_again(letter, record.title, out.name)],
    )


@command("courtesy-void", "Bỏ một lá thư cảm ơn, xin lỗi chưa trao khỏi mọi con số, giữ lý do.")
@click.argument("letter", type=NUMBER)
@click.option("--reason", required=True, help="Vì sao bỏ.")
def courtesy_void(line: Line, letter: int, reason: str) -> None:
    """Nothing is deleted."""
    with line.desk() as desk:
        desk.courtesy.take_back(letter, reason)
    line.say({"id": letter}, [words.TAKEN_BACK])
