"""A card scanned where nobody takes one: over a question, a table, a button. It presses nothing, it stands nowhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QDialog, QLineEdit, QWidget

from common.words import scans as said
from desk_app.ui.form.burst import PAUSE_MS, SWALLOW_MS, Burst, is_bar_code
from desk_app.ui.form.scan_filter import character_of

_TYPED_INTO = (QLineEdit, QAbstractSpinBox, QComboBox)
TAKES_SCANS = "takesScans"
"""The property of a widget that takes scans itself."""


class ScanGuard(QObject):
    """Watches a whole application while its window lives. A field of a page keeps its keys: it may be searched by
    them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._told: Callable[[str], object] = str
        self._burst = Burst()
        self._held: list[QKeyEvent] = []
        self._first, self._giving_back = "", False
        self._since_first, self._after_scan, self._silence = QElapsedTimer(), QTimer(self), QTimer(self)
        for timer in (self._after_scan, self._silence):
            timer.setSingleShot(True)
        self._after_scan.setInterval(SWALLOW_MS)
        self._silence.timeout.connect(self._ended)

    def watch(self, told: Callable[[str], None]) -> None:
        """From now on; `told` gets one line when a card was let fall."""
        self._told = told
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True for the keys of a scan."""
        # Every event of the program comes by here: its class tells sooner than its type.
        if not isinstance(event, QKeyEvent) or self._giving_back or not isinstance(watched, QWidget):
            return False
        if watched is not (QApplication.focusWidget() or watched) or not _is_guarded(watched):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            if self._burst.certain:
                event.accept()
            return self._burst.certain
        return event.type() == QEvent.Type.KeyPress and self._key(watched, event)

    def _key(self, watched: QWidget, event: QKeyEvent) -> bool:
        character = character_of(event)
        if self._burst.certain:
            return self._hold(event, character or event.text())
        if character == "\n" and self._after_scan.isActive():
            return True
        self._after_scan.stop()
        if self._is_first(watched, character):
            return False
        if character and self._burst.take(character) == "hold":
            return self._hold(event, "")
        self._give_back()
        return False

    def _is_first(self, watched: QWidget, character: str) -> bool:
        """One digit alone is a command here (queue 1, answer 2) and is not kept waiting; a second one at once is."""
        if isinstance(watched, _TYPED_INTO) or self._burst.text or not character.isdigit():
            return False
        if self._first and not self._since_first.hasExpired(PAUSE_MS):
            self._burst.take(self._first)
            return False
        self._first = character
        self._since_first.start()
        return True

    def _hold(self, event: QKeyEvent, more: str) -> bool:
        for letter in more:
            self._burst.take(letter)
        self._held.append(event.clone())
        self._silence.start(self._burst.patience)
        return True

    def _ended(self) -> None:
        text = self._burst.text
        if self._burst.certain or is_bar_code(text):
            self._burst.pause()
            self._held.clear()
            self._after_scan.start()
            self._told(said.SCANNED_ELSEWHERE)
        else:
            self._give_back()

    def _give_back(self) -> None:
        """It was typing: the keys go where they were meant to, in order."""
        self._silence.stop()
        self._burst.pause()
        self._first = ""
        held, self._held = self._held, []
        self._giving_back = True
        try:
            for event in held:
                target = QApplication.focusWidget()
                if target is not None:
                    QApplication.sendEvent(target, event)
        finally:
            self._giving_back = False


def _is_guarded(widget: QWidget) -> bool:
    asked = isinstance(widget.window(), QDialog)
    above: QWidget | None = widget
    while above is not None and not asked:
        if above.property(TAKES_SCANS):
            return False
        above = above.parentWidget()
    return asked or not isinstance(widget, _TYPED_INTO)
