"""salvage: read a damaged register page by page and write out what it still holds; the register is only read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from common.words import salvage as words
from desk_app.cli.group import command
from desk_app.cli.terminal import Line, read_secret
from desk_app.house import unit_table
from desk_app.services.restoring import Ground
from desk_app.services.salvage import Found, salvage
from desk_app.services.salvage_tables import states, summary
from desk_app.services.taking_back import Key
from desk_app.services.trouble import Mistake

FILE = click.Path(path_type=Path)


@command("salvage", "Đọc cứu hộ một sổ bị hỏng: đọc từng trang, ghi ra những gì còn, nói rõ những gì mất.")
@click.option("--out", type=FILE, default=None, help="Thư mục để ghi ra, ngoài thư mục dữ liệu; để trống là chỉ xem.")
@click.option("--recovery-file", type=FILE, default=None, help="Tệp chứa mã cứu hộ (hoặc DESK_RECOVERY).")
@click.option("--beside", type=FILE, default=None, help="Thư mục có bản sao, khi tệp khóa cạnh sổ đã mất.")
@click.option("--seal-file", type=FILE, default=None, help="Tệp chứa mật khẩu: ghi một tệp có khóa.")
@click.option("--open", "sealed", type=FILE, default=None, help="Mở một tệp có khóa đã ghi vào thư mục --out.")
def salvage_register(line: Line, out: Path | None, recovery_file: Path | None, **more: Path | None) -> None:
    """Nothing is written into the data folder, whatever state the register is in."""
    seal = read_secret(more["seal_file"]) if more["seal_file"] else ""
    if more["sealed"]:
        _open(line, more["sealed"], seal, out)
        return
    world = line.world()
    ground = Ground(line.data, world.now, world.random)
    beside = (more["beside"],) if more["beside"] else ()
    found = salvage(ground, _key(line, recovery_file), lambda done, total: None, beside)
    value, told = _value(found), [*summary(found), *states(found)]
    if out:
        # Typesetting and spreadsheets take their time to import: looking alone does not pay for them.
        from desk_app.services.salvage_export import Place, export

        unit = unit_table().unit(found.unit, world.today())
        place = Place(out, line.data, world.random, unit.full_name if unit else "", seal)
        done = export(found, place, lambda done, total: None)
        value["written"] = str(done.path)
        told += [words.written(done.path.name, done.registrations, done.letters)]
        told += [words.letters_left_out(done.left_out)] if done.left_out else []
    line.say(value, told)


def _key(line: Line, recovery_file: Path | None) -> Key:
    code = read_secret(recovery_file) if recovery_file else os.environ.get("DESK_RECOVERY", "")
    if code.strip():
        return Key("", "", code.strip())
    login = line.login()
    return Key(login.user, login.password)


def _open(line: Line, sealed: Path, password: str, out: Path | None) -> None:
    if out is None or not password:
        raise Mistake("no-password-given")
    from desk_app.services.salvage_export import open_sealed

    files = open_sealed(sealed, password, line.target(out))
    line.say({"files": [file.name for file in files]}, [words.opened(out.name, len(files))])


def _value(found: Found) -> dict[str, Any]:
    missing = [
        {
            "event": one.event,
            "book": one.book,
            "number": one.number,
            "names": list(one.names),
            "date": one.registered_on,
        }
        for one in found.missing
    ]
    return {
        "known": found.known,
        "read": len(found.read),
        "unsure": sum(not one.sure for one in found.read),
        "missing": missing,
        "letters": len(found.letters),
        "letters_lost": len(found.letters_lost),
        "drafts": len(found.drafts),
        "spans": [[span.first, span.last] for span in found.spans],
        "gaps": [list(gap) for gap in found.gaps],
        "pages": found.pages,
        "broken": found.broken,
    }
