"""The window tries itself: a fresh practice register, the main window over it, every page brought to the front."""

from __future__ import annotations

import secrets
from pathlib import Path
from tempfile import TemporaryDirectory

from desk_app.app.door import pages
from desk_app.app.options import Asked
from desk_app.house import Login, open_desk, set_up
from desk_app.services.desk import Desk
from desk_app.services.setup import Wished
from desk_app.ui.ask import Asker
from desk_app.ui.jobs import Jobs
from desk_app.ui.shell.window import MainWindow

UNIT = "26461"
NOW = "2026-11-20T09:30"
SIZE = (1366, 728)


def run_trial() -> int:
    """0 when every page could be drawn; a page that cannot ends the program with its error."""
    with TemporaryDirectory(prefix="mot-cua-") as place:
        folder = Path(place) / "desk"
        world, login = Asked(folder, NOW).world(), Login("thu", secrets.token_urlsafe(12))
        set_up(folder, world, login, Wished(UNIT, leader="Phạm Quốc Thịnh", phone="0200 3555 018"))
        desk = open_desk(folder, world, login)
        try:
            drawn = draw_pages(desk)
        finally:
            desk.close()
    print(" ".join(drawn))
    return 0 if set(drawn) == set(pages()) else 1


def draw_pages(desk: Desk) -> list[str]:
    """The pages that came to the front and left something on the paper."""
    jobs = Jobs()
    window = MainWindow(desk, Asker(), jobs, pages())
    window.resize(*SIZE)
    drawn = []
    for page in pages():
        window.go(page)
        if not window.grab().toImage().isNull():
            drawn.append(page)
    jobs.close()
    window.deleteLater()
    return drawn
