"""check and self-test, which run without logging in, and the drill."""

from __future__ import annotations

import os
import secrets
import tempfile
from importlib.metadata import version
from pathlib import Path

import click

from common.words import drill as drill_words
from common.words import said
from desk_app.cli.group import command
from desk_app.cli.terminal import Line
from desk_app.services.drill import drill_held
from desk_app.services.files import write_file
from desk_app.services.stand import look_at
from desk_app.services.trouble import Mistake


@command("check", "Kiểm tra sổ; đăng nhập thì kiểm tra từng dòng nhật ký.")
def check(line: Line) -> None:
    """Without a log-in only what can be seen from outside is checked."""
    seen = look_at(line.data)
    if not (line.user or os.environ.get("DESK_USER")):
        line.say({"register": seen, "lines": None}, [said.looked(seen)])
        return
    with line.desk() as desk:
        lines = desk.care.check()
    line.say({"register": seen, "lines": lines}, [said.checked(lines)])


@command("drill", "In tờ tập khôi phục trong mười phút, hoặc ghi nhận là hôm nay đã tập.")
@click.option("--out", type=click.Path(path_type=Path), default=None, help="Tệp PDF để ghi ra.")
@click.option("--done", is_flag=True, help="Hôm nay đã tập xong.")
def drill(line: Line, out: Path | None, done: bool) -> None:
    """Half a year after the last one the desk reminds of the next."""
    if not out and not done:
        raise Mistake("drill-what")
    with line.desk() as desk:
        if out:
            # It draws a page: other commands need not load the tools for that.
            from desk_app.services.papers import drill_sheet

            write_file(line.target(out), drill_sheet(desk.seat))
        if done:
            drill_held(desk.seat)
    said_of = [said.file_written(out.name)] if out else []
    line.say({"file": str(out) if out else None, "done": done}, [*said_of, *([drill_words.NOTED] if done else [])])


@command("self-test", "Tự thử trong thư mục tạm: phông chữ, sổ, thư, gói, tệp văn phòng.")
def self_test(line: Line) -> None:
    """A temporary register, one letter read back, one bundle opened, files for Word and Excel; nothing of the office is
    touched."""
    # It opens a letter and plays the office: other commands need not load the tools for that.
    from desk_app.selftest import run_self_test

    with tempfile.TemporaryDirectory(prefix="motcua-") as folder:
        steps = run_self_test(Path(folder), secrets.token_bytes)
    line.say({"passed": list(steps)}, [said.self_test(step) for step in steps])


@command("trial-sheet", "In tờ thử trên máy Windows đầu tiên: cài, gõ, quét, in, USB, khôi phục, gỡ.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Tệp PDF để ghi ra.")
def trial_sheet(line: Line, out: Path) -> None:
    """Printed before anything is installed or set up."""
    from desk_app.services.papers import trial_sheet as drawn

    write_file(line.target(out), drawn(version("mot-cua-than-thien")))
    line.say({"file": str(out)}, [said.file_written(out.name)])
