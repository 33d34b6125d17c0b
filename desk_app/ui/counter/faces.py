"""Faces of the levels, drawn as strokes: they never stand without their words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desk_app.ui.theme.tokens import CHAM, SEN, SON, Ink

_MOUTHS: Mapping[int, tuple[int, ...]] = {3: (2, 1, -1), 5: (2, 1, 0, -1, -2)}
"""From the best: 2 laughs, 1 smiles, 0 neither, -1 down, -2 far down."""


def mouth_of(level: int, scale: int) -> int:
    """The mouth of a level."""
    return _MOUTHS[scale][scale - level]


def tone_of(mouth: int) -> Ink:
    """The colour of a level, beside its word and its face."""
    return SEN if mouth > 0 else CHAM if mouth == 0 else SON


def paint_face(painter: QPainter, box: QRectF, mouth: int) -> None:
    """A face that fills the square `box`."""
    wide = box.width() / 24
    pen = QPen(QColor(tone_of(mouth)), 1.5 * wide)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(wide, wide, -wide, -wide))
    middle = box.center()
    painter.setBrush(QColor(tone_of(mouth)))
    for side in (-1, 1):
        painter.drawEllipse(QPointF(middle.x() + side * 3.7 * wide, middle.y() - 3 * wide), 0.7 * wide, 0.7 * wide)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _paint_mouth(painter, middle, mouth, wide)


def _paint_mouth(painter: QPainter, middle: QPointF, mouth: int, wide: float) -> None:
    x, y = middle.x(), middle.y()
    if mouth == 2:
        painter.drawChord(QRectF(x - 5 * wide, y - 3.4 * wide, 10 * wide, 10 * wide), 180 * 16, 180 * 16)
    elif mouth == 1:
        painter.drawArc(QRectF(x - 5 * wide, y - 4 * wide, 10 * wide, 9.4 * wide), 205 * 16, 130 * 16)
    elif mouth == 0:
        painter.drawLine(QPointF(x - 4.4 * wide, y + 3.6 * wide), QPointF(x + 4.4 * wide, y + 3.6 * wide))
    else:
        deep = 8 if mouth == -1 else 10
        painter.drawArc(QRectF(x - 5 * wide, y + 2.2 * wide, 10 * wide, deep * wide), 30 * 16, 120 * 16)
