"""How high words are where they wrap."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

_ENDLESS = 100_000


def height_of(text: str, font: QFont, wide: float) -> float:
    """px that the words need in a column of this width, px."""
    room = QRectF(0, 0, max(wide, 1), _ENDLESS)
    return QFontMetricsF(font).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
