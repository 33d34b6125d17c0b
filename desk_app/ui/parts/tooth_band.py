"""The band of two rules with teeth between them, the family mark of every page."""

from __future__ import annotations

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desk_app.ui.theme.tokens import PHIM_TREN_CHAM, Ink

_TALL, _PITCH = 7, 3


class ToothBand(QWidget):
    """7 px tall, as wide as it is given room."""

    def __init__(self, colour: Ink = PHIM_TREN_CHAM, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setFixedHeight(_TALL)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rules, then teeth."""
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._colour), 1))
        painter.setOpacity(0.75)
        wide = self.width()
        painter.drawLine(QLineF(0, 0.5, wide, 0.5))
        painter.drawLine(QLineF(0, _TALL - 1.5, wide, _TALL - 1.5))
        painter.setOpacity(0.45)
        painter.drawLines([QLineF(x + 0.5, 2, x + 0.5, _TALL - 3) for x in range(1, wide, _PITCH)])
        painter.end()
