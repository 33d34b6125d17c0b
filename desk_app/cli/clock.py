"""The clock of the PC against what stands in the register."""

from __future__ import annotations

import click

from common.words import clock as words
from desk_app.cli.group import command
from desk_app.cli.terminal import Line
from desk_app.services.clock_watch import confirm_clock, look_at_clock


@command("clock", "So ngày giờ của máy với việc cuối cùng ghi trong sổ.")
@click.option("--right", is_flag=True, help="Đã xem lại: ngày giờ của máy đang đúng.")
def clock(line: Line, right: bool) -> None:
    """A clock that was answered for is not asked about again until something new speaks against it."""
    with line.desk() as desk:
        doubt = look_at_clock(desk.seat)
        if right:
            confirm_clock(desk.seat)
    told = words.CONFIRMED if right else words.doubt(doubt.now, doubt.last) if doubt else words.SOUND
    last = doubt.last.isoformat() if doubt else None
    line.say({"in_doubt": bool(doubt) and not right, "last": last}, [told])
