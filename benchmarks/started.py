"""One start of a window, told in milliseconds since its process was begun; a program by itself, so that nothing else is
loaded. `python -m benchmarks.started bare|lock|work FOLDER`
"""

import os
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk_app.app.door import Door

SINCE = "BENCH_SINCE"
"""Under this name the environment tells when the process was begun."""
USER, PASSWORD, NOW = "thu", "cau-tre-qua-song-2026", "2026-11-20T09:30"
LATER = ("sqlalchemy", "sqlcipher3", "reportlab", "alembic", "python_calamine", "argon2")
"""What nobody needs before a password was typed."""
SIZE = (1366, 728)
PAUSE_MS = 20


def bare() -> None:
    """A window with nothing in it, of a program that knows the names a form is made of."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import (
        QApplication,
        QComboBox,
        QDateEdit,
        QFormLayout,
        QHBoxLayout,
        QLabel,
        QLineEdit,
        QMainWindow,
        QPushButton,
        QTableWidget,
        QTableWidgetItem,
        QWidget,
    )

    known = (Qt, QComboBox, QDateEdit, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QTableWidget)
    assert all((*known, QTableWidgetItem, QWidget))

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, lambda: _tell(_since(), ()))

    app = QApplication(sys.argv[:1])
    window = Window()
    window.resize(*SIZE)
    window.show()
    app.exec()


def lock(folder: str) -> None:
    """The program itself, until its lock screen is painted."""
    from desk_app.app.door import Door

    class Timed(Door):
        def _load(self) -> None:
            _tell(_since(), [name for name in LATER if name in sys.modules])

    _run(Timed, folder)


def work(folder: str) -> None:
    """The program itself, everything loaded that is loaded while somebody types: from the password until the main
    window is painted, without the time of the hash."""
    from PySide6.QtCore import QEvent, QTimer
    from PySide6.QtWidgets import QApplication

    from desk_app.app.door import Door
    from desk_app.ui.shell.window import MainWindow

    class Timed(Door):
        def _load(self) -> None:
            super()._load()
            self._wait()

        def _wait(self) -> None:
            if self.loading is not None and self.loading.is_alive():
                QTimer.singleShot(PAUSE_MS, self._wait)
                return
            self.hashing = _timed_hash()
            self.began = time.perf_counter()
            self._asked(USER, PASSWORD)

        def show_work(self, window: MainWindow) -> None:
            super().show_work(window)
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self.frame.repaint()
            _tell((time.perf_counter() - self.began - sum(self.hashing)) * 1000, ())

    _run(Timed, folder)


def _run(door: "type[Door]", folder: str) -> None:
    from desk_app.app import __main__ as program

    program.Door = door  # type: ignore[attr-defined]
    program.main(["--data", folder, "--now", NOW])


def _timed_hash() -> list[float]:
    """From here on each hash of a password leaves here how long it took."""
    from desk_app.db import keyring

    taken: list[float] = []
    true_hash = keyring.hash_secret_raw  # type: ignore[attr-defined]

    def timed(*values: object, **named: object) -> bytes:
        before = time.perf_counter()
        hashed = true_hash(*values, **named)  # type: ignore[arg-type]
        taken.append(time.perf_counter() - before)
        return hashed

    keyring.hash_secret_raw = timed  # type: ignore[attr-defined]
    return taken


def _since() -> float:
    return (time.time() - float(os.environ[SINCE])) * 1000


def _tell(milliseconds: float, loaded: Sequence[str]) -> None:
    print(*loaded, milliseconds, flush=True)
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        {"lock": lock, "work": work}[sys.argv[1]](sys.argv[2])
