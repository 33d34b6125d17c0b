"""The window tries itself: the work that the command line tries too, then every page brought to the front over a fresh
practice register."""

from __future__ import annotations

import secrets
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QFontInfo

from common.words import said
from desk_app.app.door import pages
from desk_app.app.options import Asked
from desk_app.house import Login, open_desk, set_up
from desk_app.selftest import run_self_test
from desk_app.services.desk import Desk
from desk_app.services.setup import Wished
from desk_app.services.trouble import Trouble
from desk_app.ui.ask import Asker
from desk_app.ui.jobs import Jobs
from desk_app.ui.shell.window import MainWindow
from desk_app.ui.theme.look import FAMILY, face, wear
from desk_app.ui.told import sentence_of

UNIT = "26461"
NOW = "2026-11-20T09:30"
SIZE = (1366, 728)


def run_trial() -> int:
    """0 when the real work could be done and every page drawn in our own type; otherwise 1, and a sentence names the
    step. A page that cannot be drawn ends the program with its error."""
    with TemporaryDirectory(prefix="mot-cua-") as place:
        try:
            steps = run_self_test(_empty(Path(place) / "work"), secrets.token_bytes)
        except Trouble as trouble:
            print(sentence_of(trouble), file=sys.stderr)
            return 1
        drawn = _drawn_in(Path(place) / "desk")
    print(" ".join(steps))
    print(" ".join(drawn))
    in_own_type = QFontInfo(face(10)).family() == FAMILY
    if set(drawn) == set(pages()) and in_own_type:
        return 0
    print(sentence_of(Trouble("self-test-failed", {"step": said.SELF_TEST["window"]})), file=sys.stderr)
    return 1


def _empty(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _drawn_in(folder: Path) -> list[str]:
    world, login = Asked(folder, NOW).world(), Login("thu", secrets.token_urlsafe(12))
    set_up(folder, world, login, Wished(UNIT, leader="Phạm Quốc Thịnh", phone="0200 3555 018"))
    desk = open_desk(folder, world, login)
    try:
        return draw_pages(desk)
    finally:
        desk.close()


def draw_pages(desk: Desk) -> list[str]:
    """The pages that came to the front and left something on the paper."""
    jobs = Jobs()
    window = MainWindow(desk, Asker(), jobs, pages())
    wear(window)
    window.resize(*SIZE)
    drawn = []
    for page in pages():
        window.go(page)
        if not window.grab().toImage().isNull():
            drawn.append(page)
    jobs.close()
    window.deleteLater()
    return drawn
