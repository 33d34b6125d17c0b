"""A clerk in a process of their own, who types without a pause and tells each key, until the process is killed."""

from __future__ import annotations

import secrets
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desk_app.house import Login, World, open_desk
from desk_app.ui.ask import Asker
from desk_app.ui.form.form_page import FormPage
from desk_app.ui.jobs import Jobs
from desk_app.ui.page import Around

BETWEEN_KEYS_MS = 40


def main(folder: str) -> None:
    app = QApplication([])
    world = World(lambda: datetime(2026, 11, 20, 9, 30, tzinfo=UTC), secrets.token_bytes, practice=True)
    desk = open_desk(Path(folder), world, Login("clerk", "demo"))
    around = Around(desk, Asker(), Jobs(), lambda page, **what: None, lambda: None, lambda text: None)
    page = FormPage(around)
    page.show()
    page.arrive(event="birth")
    line = page.form.sections.boxes["child_name"].entry

    def key() -> None:
        QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "ễ"))
        print(len(page.form.model.text("child_name")), time.monotonic(), flush=True)

    timer = QTimer()
    timer.timeout.connect(key)
    timer.start(BETWEEN_KEYS_MS)
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
