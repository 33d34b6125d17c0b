"""The band over the question: whose screen this is."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desk_app.ui.theme.tokens import TRANG, VIEN_NHE


class Head(QWidget):
    """White, over a fine line."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(TRANG))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(VIEN_NHE))
        painter.end()
