"""reports leader: the month before on one page of A4."""

from __future__ import annotations

from pathlib import Path

import click

from common.words import said
from desk_app.cli.group import told
from desk_app.cli.terminal import Line
from desk_app.cli.yearly import reports
from desk_app.services.files import write_file
from desk_app.services.leader_sheet import leader_sheet, sheet_done


@reports.command("leader", help="Tờ lãnh đạo đầu tháng: tháng trước trong một trang A4, không nêu tên ai.")
@click.argument("month", required=False, default="")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Tệp PDF.")
@click.pass_obj
@told
def leader(line: Line, month: str, out: Path) -> None:
    """MONTH as 2026-10; without it the month before today."""
    with line.desk() as desk:
        write_file(line.target(out), leader_sheet(desk.seat, month))
        sheet_done(desk.seat, month)
    line.say({"file": str(out)}, [said.file_written(out.name)])
