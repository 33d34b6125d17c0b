"""The clipboard for personal data: kept out of histories, emptied after a minute and when the panel goes."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

KEPT_MS = 60_000
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
# Windows keeps a history of the clipboard and may send it to other devices, unless these formats lie beside the text.
_OUT_OF_HISTORY = {
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"\x01\x00\x00\x00",
    _WINDOWS.format("CanIncludeInClipboardHistory"): b"\x00\x00\x00\x00",
    _WINDOWS.format("CanUploadToCloudClipboard"): b"\x00\x00\x00\x00",
    "x-kde-passwordManagerHint": b"secret",
}


class Clip(QObject):
    """`put` lays words there; `forgotten` once they lay there for a minute. What somebody else copied is never
    touched."""

    forgotten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ours = ""
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(KEPT_MS)
        self.timer.timeout.connect(self._forget)

    def put(self, text: str) -> None:
        """These words and nothing else; no words take away what lay there of ours."""
        if not text:
            self.empty()
            return
        held = QMimeData()
        held.setText(text)
        for form, sign in _OUT_OF_HISTORY.items():
            held.setData(form, sign)
        QGuiApplication.clipboard().setMimeData(held)
        self._ours = text
        self.timer.start()

    def empty(self) -> bool:
        """Take our words away, where they still lie there; whether they did."""
        self.timer.stop()
        board = QGuiApplication.clipboard()
        ours = bool(self._ours) and board.text() == self._ours
        if ours:
            board.clear()
        self._ours = ""
        return ours

    def _forget(self) -> None:
        if self.empty():
            self.forgotten.emit()
