"""The place that listens: every key of a scan lands here and nowhere else, with the moment it came."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from common.words import scanner as said
from desk_app.domain.scan_keys import MEDDLED
from desk_app.ui.form.burst import WAIT_MS
from desk_app.ui.parts.card import block_title, words
from desk_app.ui.scanner.reading import Key

LISTENS_MS = 2 * WAIT_MS
"""So much silence ends a scan, however slow the scanner."""
_LEADS_AWAY = (Qt.Key.Key_Escape, Qt.Key.Key_Backtab)
"""No scanner sends these."""
_ENDS = {Qt.Key.Key_Return: "\n", Qt.Key.Key_Enter: "\n", Qt.Key.Key_Tab: "\t", Qt.Key.Key_Backspace: "\b"}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Pad(QFrame):
    """`heard` carries the keys of a scan once silence has come."""

    heard = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("scanPad")
        self.setProperty("takesScans", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAccessibleName(said.PAD)
        self._keys: list[Key] = []
        self._clock = QElapsedTimer()
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(LISTENS_MS)
        self._silence.timeout.connect(self._ended)
        self.state = block_title(said.PAD)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addWidget(self.state)
        self._lines: list[QLabel] = [words(line, "second", 10.5) for line in said.PAD_LINES]
        for told in self._lines:
            column.addWidget(told)
        column.addStretch(1)

    def forget(self) -> None:
        """Nothing of what came stays."""
        self._silence.stop()
        self._keys.clear()
        self.explain(True)

    def explain(self, whole: bool) -> None:
        """What to do here; shorter once somebody did it, for what came needs the room."""
        self.state.setText(said.PAD if whole else said.PAD_AGAIN)
        for line in self._lines:
            line.setVisible(whole)

    def event(self, event: QEvent) -> bool:
        """A scanner's keys are no shortcuts, and its Tab leads nowhere."""
        if isinstance(event, QKeyEvent) and self._written(event):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._take(self._written(event))
            return True
        if isinstance(event, QKeyEvent) and self._keys and _is_alt_code(event):
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """An input method that composes words has written instead of the scanner."""
        for letter in f"{MEDDLED}{event.commitString()}":
            self._take(letter)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A frame shows that it listens."""
        super().focusInEvent(event)
        self.update()

    def _written(self, event: QKeyEvent) -> str:
        """What a key writes, "" for a command; Enter, Tab and steps back count only inside a scan."""
        if event.modifiers() & _HELD == Qt.KeyboardModifier.ControlModifier or event.key() in _LEADS_AWAY:
            return ""
        end = _ENDS.get(Qt.Key(event.key()))
        if end is not None:
            return end if self._keys else ""
        return event.text() if len(event.text()) == 1 else ""

    def _take(self, text: str) -> None:
        if not self._keys:
            self._clock.start()
            self.state.setText(said.LISTENING)
        self._keys.append(Key(text, int(self._clock.elapsed())))
        self._silence.start()

    def _ended(self) -> None:
        keys = tuple(self._keys)
        self.forget()
        self.heard.emit(keys)


def _is_alt_code(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) and Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9
