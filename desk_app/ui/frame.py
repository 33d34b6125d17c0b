"""The one window on the screen: the lock lies over the work without unloading it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QCloseEvent, QColor, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from common.words.window import PRODUCT
from desk_app.ui.theme.icons import ornament
from desk_app.ui.theme.tokens import DIEP, HOE

_SIZE = (1366, 728)
_SMALLEST = (1000, 620)
_PRACTICE_BORDER = 6


class Frame(QWidget):
    """Shows one thing at a time. `may_close` is asked before the window goes; `closed` is called when it went."""

    def __init__(self, may_close: Callable[[], bool], closed: Callable[[], None]) -> None:
        super().__init__()
        self._may_close, self._closed = may_close, closed
        self._stack, self._edge = QStackedWidget(), QVBoxLayout(self)
        self._edge.setContentsMargins(0, 0, 0, 0)
        self._edge.addWidget(self._stack)
        self.setWindowTitle(PRODUCT)
        self.setWindowIcon(QIcon(ornament("dau-hieu", 64)))
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)

    def show_only(self, widget: QWidget) -> None:
        """Bring this one to the front; the others stay as they are, unseen."""
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def front(self) -> QWidget | None:
        """What is seen."""
        return self._stack.currentWidget()

    def drop(self, widget: QWidget) -> None:
        """Forget a widget."""
        self._stack.removeWidget(widget)
        widget.deleteLater()

    def mark_practice(self, practice: bool) -> None:
        """A wide border around everything where nothing counts."""
        edge = _PRACTICE_BORDER if practice else 0
        self._edge.setContentsMargins(edge, edge, edge, edge)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The border of practice."""
        painter = QPainter(self)
        practice = self._edge.contentsMargins().left() > 0
        painter.fillRect(self.rect(), QColor(HOE if practice else DIEP))
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing typed is lost and nothing is left half done."""
        if not self._may_close():
            event.ignore()
            return
        self._closed()
        event.accept()
