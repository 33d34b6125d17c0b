"""The real door of the program over a register of one's own, with printers that write files and a clerk before it."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtWidgets import QApplication
from window_clerk import Clerk

from file_printers import FilePrinters  # isort: skip
from window_kit import Answers  # isort: skip

from desk_app import paths
from desk_app.app.door import Door, pages
from desk_app.app.options import Asked
from desk_app.ui.page import PageMaker
from desk_app.ui.printing.view import PrintingPage
from desk_app.ui.theme.look import dress

NOW = "2026-11-20T09:30"


def open_door(made: Path, folder: Path, printers: FilePrinters) -> Clerk:
    """A clerk before the locked window of a register that is a copy of `made`."""
    if made != folder:
        shutil.copytree(made, folder)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, paths.resources())
    makers: dict[str, PageMaker] = {**pages(), "printing": lambda around: PrintingPage(around, printers)}
    door = Door(Asked(folder, NOW), lambda: makers)
    asker = Answers()
    door.asker = asker
    door.open()
    return Clerk(door, printers, asker)
