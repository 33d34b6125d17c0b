"""Long work beside the window: count, Cancel, and an end that arrives in the window's own thread."""

from __future__ import annotations

import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from common.words import window as said

if TYPE_CHECKING:
    from PySide6.QtWidgets import QProgressDialog

T = TypeVar("T")
Step = Callable[[int, int], None]
"""`step(done, total)`: tells how far the work is; raises Cancelled when the person asked to stop."""

SHOWN_AFTER_MS = 500
SWEPT_AT = 50_000
"""New objects since the last sweep, in long work that tells its steps."""


class Cancelled(Exception):
    """The person stopped the work, or the window closes; nothing half done may stay."""


@dataclass(eq=False)
class _Job:
    words: str
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    stop: Event = field(default_factory=Event)


class Jobs(QObject):
    """One piece of work at a time, in order. `done(result)` or `failed(error)` is called in the window's thread;
    `failed` also receives Cancelled. `busy_changed` says when the first begins and the last ends.

    While work is open Python's collector rests: it runs in whatever thread allocates, and would take widgets apart in
    the working one, which Qt does not survive. It sweeps in the window's thread at each step instead."""

    busy_changed = Signal(bool)
    _ended = Signal(object, object, object)
    _stepped = Signal(object, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = parent
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._open: list[_Job] = []
        self._closed = False
        self._dialog: QProgressDialog | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SHOWN_AFTER_MS)
        self._patience.timeout.connect(self._show)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._stepped.connect(self._on_stepped, Qt.ConnectionType.QueuedConnection)

    def start(
        self, work: Callable[[Step], T], done: Callable[[T], None], failed: Callable[[Exception], None], words: str
    ) -> None:
        """Begin `work(step)`; `words` say what the person waits for, empty when the page itself says it.
        After `close` nothing begins: a timer of a page may still ask."""
        if self._closed:
            return
        job = _Job(words, done, failed)
        self._open.append(job)
        if len(self._open) == 1:
            gc.disable()
            self._patience.start()
            self.busy_changed.emit(True)
        self._pool.submit(self._run, job, work)

    @property
    def busy(self) -> bool:
        """Whether something is still being done that a person waits for."""
        return any(job.words for job in self._open)

    def cancel(self) -> None:
        """Ask everything to stop at its next step."""
        for job in self._open:
            job.stop.set()

    def close(self) -> None:
        """Stop at the next step and wait for it; what had not begun never begins. Nothing is called back any more."""
        self._closed = True
        self.cancel()
        self._patience.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._open.clear()
        gc.enable()
        self._hide()

    def _run(self, job: _Job, work: Callable[[Step], Any]) -> None:
        def step(done: int, total: int) -> None:
            if job.stop.is_set():
                raise Cancelled
            self._stepped.emit(job, done, total)

        result: object = None
        trouble: Exception | None = None
        try:
            step(0, 0)
            result = work(step)
        except Exception as error:
            trouble = error
        self._ended.emit(job, result, trouble)

    def _on_stepped(self, job: _Job, done: int, total: int) -> None:
        if gc.get_count()[0] > SWEPT_AT:
            gc.collect(1)
        if self._dialog and self._open and job is self._open[0]:
            self._dialog.setLabelText(said.counted(job.words, done, total))
            self._dialog.setMaximum(total)
            # Last: it lets events through, and the job may end in between and take the dialog with it.
            self._dialog.setValue(min(done, max(total - 1, 0)))

    def _on_ended(self, job: _Job, result: object, trouble: Exception | None) -> None:
        if self._closed:
            return
        self._open.remove(job)
        self._hide()
        if self._open:
            self._patience.start()
        else:
            self._patience.stop()
            gc.enable()
            self.busy_changed.emit(False)
        if trouble is None:
            job.done(result)
        else:
            job.failed(trouble)

    def _show(self) -> None:
        if not self._open or not self._open[0].words:
            return
        from PySide6.QtWidgets import QProgressDialog  # loaded by the first long work, not before the lock is painted

        dialog = QProgressDialog(self._open[0].words, said.STOP, 0, 0, self._over)
        dialog.setWindowTitle(said.PRODUCT)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(0)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        # Esc does not always reach the dialog's own shortcut: leaving it in any way asks the work to stop.
        for left in (dialog.canceled, dialog.rejected):
            left.connect(self.cancel)
        dialog.show()
        self._dialog = dialog

    def _hide(self) -> None:
        if self._dialog:
            for left in (self._dialog.canceled, self._dialog.rejected):
                left.disconnect(self.cancel)
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None
