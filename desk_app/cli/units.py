"""update: a new table of units from the level above, looked at first, then used, or put back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from common.words import unit_updates as words
from desk_app.cli.group import command
from desk_app.cli.terminal import Line
from desk_app.services.unit_updates import InForce, Preview, UnitUpdates, told_of

FILE = click.Path(path_type=Path)


@command("update", "Danh mục xã, phường: xem tệp cấp trên gửi, dùng, hoặc trở về danh mục trước.")
@click.argument("file", type=FILE, required=False)
@click.option("--accept", is_flag=True, help="Dùng danh mục trong tệp; không có thì chỉ xem trước.")
@click.option("--back", is_flag=True, help="Trở về danh mục dùng trước đó.")
def update(line: Line, file: Path | None, accept: bool, back: bool) -> None:
    """Without a file: which table is in force."""
    with line.desk() as desk:
        updates = UnitUpdates(desk.seat)
        if back or file is None:
            stands = updates.put_back() if back else updates.in_force()
            line.say(_stands(stands), [_told(stands)])
            return
        preview = updates.take(file) if accept else updates.look(file)
    end = words.TAKEN.format(day=preview.edition) if accept else words.LOOKED
    line.say({**_preview(preview), "taken": accept}, [*told_of(preview), end])


def _stands(stands: InForce) -> dict[str, object]:
    kept = asdict(stands.kept) if stands.kept else None
    return {"edition": stands.edition.isoformat(), "kept": kept, "way_back": stands.way_back}


def _told(stands: InForce) -> str:
    return words.in_force(stands.edition, date.fromisoformat(stands.kept.taken_on) if stands.kept else None)


def _preview(preview: Preview) -> dict[str, object]:
    changes = asdict(preview.changes)
    changes["since"] = preview.changes.since.isoformat() if preview.changes.since else None
    own = [{**asdict(one), "since": one.since.isoformat(), "split": list(one.split)} for one in preview.own]
    return {"edition": preview.edition.isoformat(), "document": preview.document, "changes": changes, "own": own}
