"""A window of the desk stands open: whoever comes second is refused, named who works there, and changes nothing.

Every one of them is a process of its own; the window is killed at last, and its lock keeps nobody out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fault_desk import BIRTH, LOGIN, WORLD
from faults import ROOT

from common.words.troubles import sentence
from desk_app.db.lock import LOCK_FILE
from desk_app.domain.drafts import draft_values
from desk_app.house import open_desk
from desk_app.services.trouble import Trouble

NOW = "2026-11-20T09:30"
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desk_app import paths
from desk_app.app.door import Door
from desk_app.app.loading import pages
from desk_app.app.options import Asked
from desk_app.ui.theme.look import dress
app = QApplication([])
dress(app, paths.resources())
door = Door(Asked(Path(sys.argv[1]), sys.argv[2]), pages)
door.open()
door.lock.asked.emit("clerk", "demo")
while door.window is None:
    app.processEvents()
print("open", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def window(fresh: Callable[[], Path]) -> Iterator[tuple[Path, subprocess.Popen[str]]]:
    """The folder of a desk, and the process whose window is open over it."""
    folder = fresh()
    words = [sys.executable, "-c", WINDOW, str(folder), NOW]
    offscreen = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=offscreen
    ) as started:
        assert started.stdout is not None
        assert started.stdout.readline() == "open\n"
        yield folder, started
        started.kill()


def command(folder: Path, *words: str) -> tuple[int, str]:
    """Exit status and all that the command line of the desk says, in a process of its own."""
    login = os.environ | {"DESK_USER": LOGIN.user, "DESK_PASSWORD": LOGIN.password}
    asked = [sys.executable, "-m", "desk_app.cli", "--data", str(folder), "--now", NOW, *words]
    done = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, env=login, check=False)
    return done.returncode, done.stdout + done.stderr


def test_whoever_comes_second_is_refused_and_told_who_works_there(
    window: tuple[Path, subprocess.Popen[str]], tmp_path: Path
) -> None:
    folder, first = window
    told = sentence("register-locked", {"holder": LOGIN.user})
    entered = tmp_path / "birth.json"
    entered.write_text(json.dumps(draft_values(BIRTH)), encoding="utf-8")
    status, said = command(folder, "enter", "birth", str(entered))
    assert (status, said.strip()) == (1, told)
    with pytest.raises(Trouble) as refused:
        open_desk(folder, WORLD, LOGIN)
    assert (refused.value.code, refused.value.details["process"]) == ("register-locked", str(first.pid))
    first.kill()
    first.wait()
    assert (folder / LOCK_FILE).read_bytes()
    desk = open_desk(folder, WORLD, LOGIN)
    assert len(desk.register.find("Nguyễn")) == 1
    desk.care.check()
    desk.close()
