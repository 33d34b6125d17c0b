"""The dot before a state: it never stands without its word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from desk_app.ui.theme.tokens import TONES


def paint_dot(widget: QWidget, place: QRectF, tone: str) -> None:
    """Inside a paintEvent: a filled circle in a tone's own colour."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(TONES[tone][2]))
    painter.drawEllipse(place)
    painter.end()
