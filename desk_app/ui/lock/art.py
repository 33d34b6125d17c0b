"""The lotus picture of the birth letter, at the left of the lock."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from desk_app import paths
from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import GIAY_DIEP, LA_GIAY, VIEN_NHE


class Art(QWidget):
    """Drawn once per size; a band of drums' circles along its foot."""

    def __init__(self) -> None:
        super().__init__()
        self._lotus = _drawing("tranh-sen")
        self._band = _drawing("dai-trong-190", ("#1C2326", LA_GIAY.name()))

    def sizeHint(self) -> QSize:
        """Two fifths of the window."""
        return QSize(560, 698)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, lotus, band, a rule at the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(GIAY_DIEP))
        room = QRectF(self.rect()).adjusted(40, 52, -40, -110)
        box = self._lotus.viewBoxF()
        scale = min(room.width() / box.width(), room.height() / box.height())
        wide, tall = box.width() * scale, box.height() * scale
        self._lotus.render(painter, QRectF(room.center().x() - wide / 2, room.center().y() - tall / 2, wide, tall))
        self._paint_band(painter)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(VIEN_NHE))
        painter.end()

    def _paint_band(self, painter: QPainter) -> None:
        box = self._band.viewBoxF()
        tall = px(26)
        self._band.render(painter, QRectF(0, self.height() - tall, tall * box.width() / box.height(), tall))


def _drawing(name: str, ink: tuple[str, str] = ("", "")) -> QSvgRenderer:
    text = (paths.resources() / "ornaments" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray((text.replace(*ink) if ink[0] else text).encode()))
