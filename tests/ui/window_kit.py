"""What tests of pages share: a real desk made once, an asker that answers from a list, keys as a keyboard does."""

from __future__ import annotations

import secrets
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cheap_passwords import cheapen
from hand_clock import Clock
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.house import Login, World, open_desk, set_up
from desk_app.services.desk import Desk
from desk_app.services.setup import Wished
from desk_app.services.sticks import Stick
from desk_app.ui.ask import Asker
from desk_app.ui.jobs import Jobs
from desk_app.ui.page import Around

sys.path.append(str(Path(__file__).resolve().parents[1] / "services"))

LOGIN = Login("clerk", "demo")
UNIT = "26461"


def make_folder(folder: Path, leader: str = "Phạm Quốc Thịnh") -> Path:
    """A fresh desk in a folder, to be copied for every test."""
    world = World(Clock(), secrets.token_bytes, practice=True)
    set_up(folder, world, LOGIN, Wished(UNIT, leader=leader, phone="0200 3555 018"))
    cheapen(folder, LOGIN.user, LOGIN.password)
    return folder


def open_copy(made: Path, folder: Path, clock: Clock) -> Desk:
    """A desk of one's own."""
    shutil.copytree(made, folder)
    return open_desk(folder, World(clock, secrets.token_bytes, practice=True), LOGIN)


class Answers(Asker):
    """Says what it was asked and answers from a list, the harmless button where the list is empty."""

    def __init__(self, *answers: Any) -> None:
        super().__init__()
        self.answers = list(answers)
        self.asked: list[tuple[str, str]] = []

    def _next(self, title: str, text: str, otherwise: Any = None) -> Any:
        self.asked.append((title, text))
        return self.answers.pop(0) if self.answers else otherwise

    def tell(self, title: str, text: str) -> None:
        self.asked.append((title, text))

    def ask(self, title: str, text: str, buttons: Sequence[str], harmless: int = -1) -> int:
        return int(self._next(title, text, range(len(buttons))[harmless]))

    def ask_text(self, title: str, label: str, text: str = "", secret: bool = False) -> str | None:
        return self._next(title, label)  # type: ignore[no-any-return]

    def choose_one(self, title: str, label: str, names: Sequence[str], usual: str = "") -> str | None:
        return self._next(title, label, usual or names[0])  # type: ignore[no-any-return]

    def sticks(self) -> tuple[Stick, ...]:
        """The place that is answered next is plugged in; with several in one answer, all of them."""
        if not self.answers or not isinstance(self.answers[0], (Path, tuple)):
            return ()
        plugged = self.answers.pop(0)
        return tuple(Stick(path, path.name) for path in (plugged if isinstance(plugged, tuple) else (plugged,)))

    def choose_folder(self, title: str, start: Path | None = None) -> Path | None:
        return self._next(title, "folder")  # type: ignore[no-any-return]

    def choose_file(self, title: str, start: Path | None = None, kinds: str = "") -> Path | None:
        return self._next(title, kinds)  # type: ignore[no-any-return]

    def save_file(self, title: str, suggested: Path, kinds: str = "") -> Path | None:
        return self._next(title, suggested.name)  # type: ignore[no-any-return]


@dataclass
class Window:
    """What a page is given, with what it said and where it went."""

    desk: Desk
    asker: Answers = field(default_factory=Answers)
    jobs: Jobs = field(default_factory=Jobs)
    went: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    counted: int = 0

    def around(self) -> Around:
        """The page's side of it."""
        return Around(self.desk, self.asker, self.jobs, self._go, self._changed, self.said.append)

    def _go(self, page: str, **what: object) -> None:
        self.went.append((page, what))

    def _changed(self) -> None:
        self.counted += 1


def press(widget: QWidget, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One key down and up, sent to whatever holds the focus inside the widget."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        target = widget.focusWidget() or widget
        QApplication.sendEvent(target, QKeyEvent(kind, key, keys))


def type_text(widget: QWidget, text: str) -> None:
    """Letters as key events, one after the other."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget.focusWidget() or widget, event)
