"""check and self-test: they run without logging in."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from common.words import said
from desk_app.cli.group import command
from desk_app.cli.terminal import Line
from desk_app.services.stand import look_at


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


@command("self-test", "Tự thử trong thư mục tạm: sổ, thư, gói.")
def self_test(line: Line) -> None:
    """A temporary register, one letter read back, one bundle opened; nothing of the office is touched."""
    # It opens a letter and plays the office: other commands need not load the tools for that.
    from desk_app.cli.selftest import run_self_test

    with tempfile.TemporaryDirectory(prefix="motcua-") as folder:
        steps = run_self_test(Path(folder))
    line.say({"passed": list(steps)}, [said.self_test(step) for step in steps])
