"""The one window on the screen: the lock lies over the work without unloading it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from common.words.window import PRACTICE, PRODUCT
from desk_app.ui.parts.as_read import go_on
from desk_app.ui.theme.icons import ornament
from desk_app.ui.theme.look import BOLD, face, wear
from desk_app.ui.theme.tokens import DIEP, HOE, TREN_NUT

_SIZE = (1366, 728)
_SMALLEST = (640, 310)
"""What a screen of 1366×768 leaves at 200 % under a title bar."""
_PRACTICE_BORDER = 6
ICON_SIZES = (16, 24, 32, 48)


class Frame(QWidget):
    """Shows one thing at a time. `may_close` is asked before the window goes; `closed` is called when it went.
    `dressed` says that the application's type or colours were changed."""

    dressed = Signal()

    def __init__(self, may_close: Callable[[], bool], closed: Callable[[], None]) -> None:
        super().__init__()
        wear(self)
        self._may_close, self._closed = may_close, closed
        self._stack, self._edge = QStackedWidget(), QVBoxLayout(self)
        self._edge.setContentsMargins(0, 0, 0, 0)
        self._edge.addWidget(self._stack)
        self.setWindowTitle(PRODUCT)
        self.setWindowIcon(_icon(False))
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
        self.setWindowIcon(_icon(practice))
        self.update()

    def fit(self, room: QSize) -> None:
        """No larger than the screen leaves: where that is less than was wished, all of it, under the title bar too."""
        wished = self.size()
        self.resize(wished.boundedTo(room))
        if self.size() != wished:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def changeEvent(self, event: QEvent) -> None:
        """Another size of type or another ground was chosen."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.dressed.emit()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab and Shift+Tab, as what stands on the screen now is read."""
        return go_on(self, next) or super().focusNextPrevChild(next)

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


def _icon(practice: bool) -> QIcon:
    """The mark in every size that a task bar asks for; where nothing counts with TẬP across it."""
    made = QIcon()
    for size in ICON_SIZES:
        made.addPixmap(_marked(ornament("dau-hieu", size)) if practice else ornament("dau-hieu", size))
    return made


def _marked(mark: QPixmap) -> QPixmap:
    side = mark.height()
    painter = QPainter(mark)
    font = face(11.25, BOLD)
    font.setPixelSize(max(side * 26 // 64, 6))
    painter.setFont(font)
    tall = side * 28 // 64
    band = QRect(0, side - tall, side, tall)
    painter.fillRect(band, QColor(HOE))
    painter.setPen(QColor(TREN_NUT))
    painter.drawText(band, Qt.AlignmentFlag.AlignCenter, PRACTICE)
    painter.end()
    return mark
