"""update: what the level above sends, looked at first, then used, or put back."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from common.words import unit_updates
from common.words import updates as words
from desk_app.cli.group import command
from desk_app.cli.terminal import Line
from desk_app.services.unit_changes import UnitPreview
from desk_app.services.updates import Preview, Standing, TakenUpdate, Updates

FILE = click.Path(path_type=Path)


@command("update", "Tệp cập nhật của cấp trên: xem trước, dùng, hoặc trở về trước đó.")
@click.argument("file", type=FILE, required=False)
@click.option("--accept", is_flag=True, help="Dùng những gì trong tệp; không có thì chỉ xem trước.")
@click.option("--back", is_flag=True, help="Trở về trước bản cập nhật nhập sau cùng.")
def update(line: Line, file: Path | None, accept: bool, back: bool) -> None:
    """Without a file: what came from above and is in force."""
    with line.desk() as desk:
        updates = Updates(desk.seat)
        if back:
            gone = updates.put_back()
            line.say(_stands(updates.standing()), [words.PUT_BACK.format(day=gone.edition)])
            return
        if file is None:
            line.say(_stands(updates.standing()), _told(updates.standing()))
            return
        preview = updates.take(file) if accept else updates.look(file)
    end = words.TAKEN.format(day=preview.edition) if accept else words.LOOKED
    told = [line for part in preview.parts for line in (f"{part.title}:", *(f"  {one}" for one in part.told))]
    line.say({**_preview(preview), "taken": accept}, [*told, end])


def _stands(stands: Standing) -> dict[str, object]:
    day = stands.units_taken_on
    units = {"edition": stands.units.isoformat(), "taken_on": day.isoformat() if day else None}
    return {"units": units, "updates": [_one(one) for one in stands.taken], "way_back": stands.last is not None}


def _one(one: TakenUpdate) -> dict[str, object]:
    back = one.put_back_on.isoformat() if one.put_back_on else None
    days = {"edition": one.edition.isoformat(), "taken_on": one.taken_on.isoformat(), "put_back_on": back}
    return {"document": one.document, **days, "by": one.by, "parts": [list(name) for name in one.names]}


def _told(stands: Standing) -> list[str]:
    last = stands.last
    told = words.standing(last.edition, last.taken_on, last.names) if last else words.NOTHING_TAKEN
    return [told, unit_updates.in_force(stands.units, stands.units_taken_on)]


def _preview(preview: Preview) -> dict[str, object]:
    told = {"edition": preview.edition.isoformat(), "document": preview.document}
    parts = [{"part": part.kind, "told": list(part.told)} for part in preview.parts]
    return {**told, "parts": parts, "units": _units(preview.units) if preview.units else None}


def _units(units: UnitPreview) -> dict[str, object]:
    changes = asdict(units.changes)
    changes["since"] = units.changes.since.isoformat() if units.changes.since else None
    own = [{**asdict(one), "since": one.since.isoformat(), "split": list(one.split)} for one in units.own]
    return {"edition": units.edition.isoformat(), "changes": changes, "own": own}
