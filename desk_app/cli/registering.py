"""enter, amend, void, show, find, scan."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from common.dates import PartialDate
from common.words import said
from common.words.labels import CARD_NOTE_WORDS
from desk_app.cli.group import NUMBER, command
from desk_app.cli.terminal import Line, problem_row, read_values
from desk_app.db.search import Found
from desk_app.domain.cards import IdentityCard
from desk_app.domain.drafts import Draft, NotText, UnknownFields, draft_from, draft_values
from desk_app.domain.events import EVENTS
from desk_app.domain.reading import draft_of
from desk_app.services.alike import ALIKE
from desk_app.services.desk import Desk
from desk_app.services.history import Step, history_of
from desk_app.services.registering import Entered
from desk_app.services.scans import scanned_card
from desk_app.services.search_renewal import renew_index, renewal_is_due
from desk_app.services.trouble import Mistake

FILE = click.Path(path_type=Path)


def read_draft_file(event: str, path: Path) -> Draft:
    """A draft from a JSON file, or a Mistake that names the stranger."""
    try:
        return draft_from(event, read_values(path))
    except UnknownFields as error:
        raise Mistake("unknown-fields", {"file": path.name, "fields": ", ".join(error.names)}) from error
    except NotText as error:
        raise Mistake("field-not-text", {"file": path.name, "field": error.name}) from error


@command("enter", "Ghi mới một hay nhiều việc từ tệp JSON.")
@click.argument("event", type=click.Choice(EVENTS))
@click.argument("files", type=FILE, nargs=-1, required=True)
def enter(line: Line, event: str, files: tuple[Path, ...]) -> None:
    """Enter one draft per file; what stands before a refused file stays entered."""
    drafts = [read_draft_file(event, path) for path in files]
    rows: list[dict[str, object]] = []
    with line.desk() as desk:
        for path, draft in zip(files, drafts, strict=True):
            rows.append(_entered(line, desk, draft, (path, rows)))
        # Told at once: what is on disk is not kept waiting for the register to close.
        line.say(rows[0] if len(rows) == 1 else rows, [sentence for row in rows for sentence in _told(row)])


def _told(row: Mapping[str, Any]) -> list[str]:
    return [said.entered(row["id"], row["number"]), *warned(row["warnings"])]


def warned(rows: Sequence[Mapping[str, str]]) -> list[str]:
    """Problem rows as sentences, each behind the label of its field."""
    return [said.problem(row["field"], row["level"], row["sentence"]) for row in rows]


def _entered(line: Line, desk: Desk, draft: Draft, place: tuple[Path, list[dict[str, object]]]) -> dict[str, object]:
    path, before = place
    result = desk.register.enter(draft)
    if not isinstance(result, Entered):
        if before:
            click.echo(said.stopped_at(path.name, len(before)), err=True)
        line.refuse(result)
    warnings = [problem_row(problem) for problem in result.warnings]
    return {"id": result.id, "number": result.number, "warnings": warnings}


@command("amend", "Sửa một bản ghi, giữ bản cũ và lý do.")
@click.argument("id", type=NUMBER)
@click.argument("file", type=FILE)
@click.option("--reason", required=True, help="Vì sao sửa.")
@click.option("--anyway", default="", help="Vì sao đây là bản khác, khi bản sửa giống một bản đã ghi.")
def amend(line: Line, id: int, file: Path, reason: str, anyway: str) -> None:
    """Fields in the file replace those of the record, the rest stays; one that becomes like another stops, as in the
    window, until somebody says why it is another."""
    values = read_values(file)
    with line.desk() as desk:
        try:
            result = desk.register.amend(id, _decided(desk, id, values, anyway), reason, attended=True)
        except UnknownFields as error:
            raise Mistake("unknown-fields", {"file": file.name, "fields": ", ".join(error.names)}) from error
        except NotText as error:
            raise Mistake("field-not-text", {"file": file.name, "field": error.name}) from error
    if isinstance(result, tuple):
        if all(one.level == "warning" for one in result):
            click.echo(said.MAY_BE_TWICE, err=True)
        line.refuse(result)
    row = {"id": result.id, "version": result.version, "letters": list(result.letters)}
    warnings = [problem_row(problem) for problem in result.warnings]
    told = [said.amended(result.id, result.version, len(result.letters)), *warned(warnings)]
    line.say({**row, "warnings": warnings}, told)


def _decided(desk: Desk, id: int, values: Mapping[str, Any], anyway: str) -> Mapping[str, Any]:
    """The values with the reason why it is another one beside those that the record has already."""
    if not anyway.strip():
        return values
    told = values.get("reasons")
    given = told if isinstance(told, Mapping) else desk.register.show(id).reasons
    return {**values, "reasons": {**given, ALIKE: anyway}}


@command("void", "Bỏ một bản ghi khỏi mọi con số, giữ lý do.")
@click.argument("id", type=NUMBER)
@click.option("--reason", required=True, help="Vì sao bỏ.")
def void(line: Line, id: int, reason: str) -> None:
    """Nothing is deleted; letters of the record are taken back with it."""
    with line.desk() as desk:
        result = desk.register.void(id, reason)
    line.say({"id": result.id, "letters": list(result.letters)}, [said.voided(result.id, len(result.letters))])


@command("show", "Xem một bản ghi.")
@click.argument("id", type=NUMBER)
@click.option("--history", is_flag=True, help="Kể cả mọi lần ghi, sửa, bỏ và mọi lá thư của bản ghi.")
def show(line: Line, id: int, history: bool) -> None:
    """Everything the record holds, as a draft again; with --history also how it came to be so."""
    with line.desk() as desk:
        kept = desk.register.show(id)
        past = history_of(desk.seat, id).steps if history else None
    values = draft_values(draft_of(kept.registration))
    head = {"id": kept.id, "kind": kept.event, "version": kept.version, "state": kept.state}
    filled = [said.field(name, str(value)) for name, value in values.items() if value]
    told = [said.record(kept.id, kept.version, kept.state), *filled]
    if past is None:
        line.say({**head, "values": values}, told)
    else:
        line.say({**head, "values": values, "history": [asdict(step) for step in past]}, [*told, *_past(past)])


def _past(steps: Sequence[Step]) -> Iterator[str]:
    for step in steps:
        yield said.past_step(step.what, step.by, step.why)
        yield from (said.past_change(one.label, one.before, one.after) for one in step.changes)


@command("find", "Tìm theo tên, có dấu hay không, hoặc theo số.")
@click.argument("text")
@click.option("--limit", type=click.IntRange(1, 500), default=20, show_default=True, help="Nhiều nhất bao nhiêu dòng.")
def find(line: Line, text: str, limit: int) -> None:
    """Exact marks first."""
    with line.desk() as desk:
        _read_through(desk)
        found = desk.register.find(text, limit)
    rows = [_found_row(row) for row in found]
    told = [
        said.found(row.id, row.event, ", ".join(row.names), (_slashed(row.date), row.number, row.state))
        for row in found
    ]
    line.say(rows, told or [said.nothing_found(text)])


def _read_through(desk: Desk) -> None:
    """Index anew what an earlier version indexed with less, as the window does beside the work; done once."""
    if renewal_is_due(desk.seat):
        click.echo(said.index_renewed(), err=True)
        renew_index(desk.seat)


def _slashed(day: str) -> str:
    return PartialDate.parse(day).slashed() if day else ""


def _found_row(row: Found) -> dict[str, object]:
    return {"id": row.id, "kind": row.event, "names": list(row.names), "date": row.date, "number": row.number}


@command("scan", "Đọc mã thẻ căn cước từ bàn phím hay máy quét (stdin).")
def scan(line: Line) -> None:
    """The scanned text is read, shown and forgotten: it is never stored or logged."""
    raw = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    with line.desk() as desk:
        outcome = scanned_card(desk.seat, raw)
    if outcome.value is None:
        line.refuse(outcome.problems)
    row = card_row(outcome.value)
    notes = [CARD_NOTE_WORDS[note] for note in outcome.value.notes]
    line.say(
        row, [f"{said.card_label(name)}: {value}" for name, value in row.items() if value and name != "notes"] + notes
    )


def card_row(card: IdentityCard) -> dict[str, object]:
    """A card as the JSON contract says it."""
    return {
        "citizen_id": card.citizen_id.digits if card.citizen_id else "",
        "old_id": card.old_id,
        "name": card.name.text if card.name else "",
        "born": card.born.iso() if card.born else "",
        "sex": card.sex,
        "residence": card.residence,
        "issued": card.issued.iso() if card.issued else "",
        "notes": list(card.notes),
    }
