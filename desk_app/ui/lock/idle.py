"""When nobody touches keys or mouse for a while, the desk is covered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QInputEvent, QInputMethodEvent

_LOOK_MS = 10_000
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.InputMethod,
}


class Idle(QObject):
    """Watches a whole application: after `minutes()` without a touch it calls `cover`, which may decline. `seconds`
    is a clock that only goes forward."""

    def __init__(self, seconds: Callable[[], float], minutes: Callable[[], int], cover: Callable[[], None]) -> None:
        super().__init__()
        self._seconds, self._minutes, self._cover = seconds, minutes, cover
        self._touched = seconds()
        self.timer = QTimer(self)
        self.timer.setInterval(_LOOK_MS)
        self.timer.timeout.connect(self.look)

    def watch(self) -> None:
        """From now on."""
        self.touch()
        self.timer.start()
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def rest(self) -> None:
        """No longer."""
        self.timer.stop()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def look(self) -> None:
        """Cover when it is time."""
        if self._seconds() - self._touched >= self._minutes() * 60:
            self._cover()

    def touch(self) -> None:
        """Somebody is here."""
        self._touched = self._seconds()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every touch counts; nothing is held back."""
        # Every event of the program comes by here: its class tells sooner than its type.
        if isinstance(event, (QInputEvent, QInputMethodEvent)) and event.type() in _TOUCHES:
            self.touch()
        return False
