"""A key as it is drawn on the keyboard, beside the words of what it does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desk_app.ui.theme.look import MEDIUM, face, px
from desk_app.ui.theme.tokens import MUC, PHIM_TREN_NUT, PHIM_VIEN, TRANG, TREN_NUT

_PAD, _TALL = 6, 20


class KeyCap(QWidget):
    """One key or chord, for example Ctrl+P."""

    def __init__(self, text: str, on_dark: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._on_dark = text, on_dark
        self.setObjectName("key")
        self.setAccessibleName(text)
        self.setFixedSize(QSize(round(key_width(text)), px(_TALL)))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def text(self) -> str:
        """The key's name."""
        return self._text

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cap."""
        painter = QPainter(self)
        paint_key(painter, QRectF(self.rect()), self._text, self._on_dark)
        painter.end()


def key_width(text: str) -> float:
    """How wide a cap with this text is, in px; 0 without text."""
    return QFontMetricsF(face(8.6, MEDIUM)).horizontalAdvance(text) + 2 * px(_PAD) if text else 0.0


def paint_key(painter: QPainter, box: QRectF, text: str, on_dark: bool = False) -> None:
    """Draw a cap into the middle of `box`, whose width it fills."""
    tall = px(_TALL)
    cap = QRectF(box.left() + 0.5, box.center().y() - tall / 2 + 0.5, box.width() - 1, tall - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(PHIM_TREN_NUT if on_dark else PHIM_VIEN), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if on_dark else QColor(TRANG))
    painter.drawRoundedRect(cap, 4, 4)
    painter.setPen(QColor(TREN_NUT if on_dark else MUC))
    font = face(8.6, MEDIUM)
    font.setUnderline(False)  # the words beside it may be a link
    painter.setFont(font)
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, text)
