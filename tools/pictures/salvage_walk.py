"""A damaged register at the door: the key, what is read of it, what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desk_app.app.options import Asked
from desk_app.app.salvage_door import ways
from desk_app.ui.jobs import Jobs
from desk_app.ui.salvage.view import SalvagePage
from tools.pictures.register import FIRST_PASSWORD
from tools.pictures.stage import Answering, keys

_PAGE = 4096


def salvage_stops(
    folder: Path, jobs: Jobs, show: Callable[[QWidget], None], settle: Callable[[], None]
) -> Iterator[str]:
    """Damages the register in `folder`, which nobody has open, and gives every picture's name."""
    file = folder / "register.db"
    pages = file.stat().st_size // _PAGE
    with file.open("r+b") as stream:
        for number in range(pages // 8, pages, 2):
            stream.seek(number * _PAGE)
            stream.write(bytes(_PAGE))
    page = SalvagePage(ways(Asked(folder, "2026-11-20T11:47")), Answering(), jobs)
    show(page)
    settle()
    yield "36-salvage"
    page.prove.other.click()
    settle()
    yield "36-salvage-sheet"
    page.prove.other.click()
    keys(page, f"{FIRST_PASSWORD}\n")
    settle()
    yield "36-salvage-read"
    page.lists.tabs[1].click()
    settle()
    yield "36-salvage-lost"
