"""Keeps the page beside the form up to date: after a pause, off the window's thread, never two at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from common.words import form as said
from desk_app.services.preview import Check, PagePixels
from desk_app.ui.jobs import Cancelled, Jobs

Asked = TypeVar("Asked")
PAUSE_MS = 300


class LivePage(QObject, Generic[Asked]):
    """`specimen` draws what is typed, `prepared` an archived letter by its id, both off the window's thread. `drawn`
    carries PagePixels; whatever went wrong arrives as a page without pixels that says so."""

    drawn = Signal(object)

    def __init__(
        self,
        specimen: Callable[[Asked], PagePixels],
        prepared: Callable[[int], PagePixels],
        jobs: Jobs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._specimen, self._prepared, self._jobs = specimen, prepared, jobs
        self._wanted: Callable[[], PagePixels] | None = None
        self._drawing = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._draw)

    def show_draft(self, asked: Asked, now: bool = False) -> None:
        """Draw what is typed, once the typing pauses or now."""
        self._wanted = partial(self._specimen, asked)
        if now:
            self._pause.stop()
            self._draw()
        else:
            self._pause.start()

    def show_letter(self, letter: int) -> None:
        """Draw the archived page of a letter now."""
        self._wanted = partial(self._prepared, letter)
        self._pause.stop()
        self._draw()

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._wanted = None
        self._pause.stop()

    def _draw(self) -> None:
        wanted = self._wanted
        if wanted is None or self._drawing:
            return
        self._drawing, self._wanted = True, None
        # Without words: a page that takes long must not put a dialog between the clerk and the keys.
        self._jobs.start(lambda step: wanted(), self._done, self._failed, "")

    def _done(self, page: PagePixels) -> None:
        self._drawing = False
        if self._wanted is None:
            self.drawn.emit(page)
        elif not self._pause.isActive():
            self._draw()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._drawing = False
            return
        self._done(PagePixels(0, 0, b"", said.NO_PAGE, (Check("hoe", said.NO_PAGE),)))
