"""Where the sheet will lie: white paper with a bud and two lines, while no letter waits."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desk_app.ui.theme.icons import ornament
from desk_app.ui.theme.look import NORMAL, SEMIBOLD, face, px
from desk_app.ui.theme.tokens import GIAY, MUC_GIAY, MUC_GIAY_NHAT, VIEN_NHE, Ink

_SHAPE = 148 / 210
_EDGE = 8
_BUD = 84


class BlankSheet(QWidget):
    """An A5 sheet still to be written; `say` sets its two lines."""

    def __init__(self) -> None:
        super().__init__()
        self._title = self._text = ""
        self.setMinimumSize(px(200), px(150))

    def say(self, title: str, text: str) -> None:
        """What stands on it."""
        self._title, self._text = title, text
        self.setAccessibleName(f"{title}. {text}")
        self.update()

    def heightForWidth(self, width: int) -> int:
        """A5 across."""
        return round(width * _SHAPE) + 2 * _EDGE

    def sizeHint(self) -> QSize:
        """Little is enough; the frame gives what there is."""
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, frame, bud, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = min(self.width() - 2 * _EDGE, (self.height() - 2 * _EDGE) / _SHAPE)
        sheet = QRectF((self.width() - wide) / 2, _EDGE, wide, wide * _SHAPE)
        painter.setPen(QPen(QColor(VIEN_NHE), 1))
        painter.setBrush(QColor(GIAY))
        painter.drawRect(sheet)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(VIEN_NHE), 1, Qt.PenStyle.DashLine))
        painter.drawRect(sheet.adjusted(px(10), px(10), -px(10), -px(10)))
        self._fill(painter, sheet.adjusted(px(24), px(16), -px(24), -px(16)))
        painter.end()

    def _fill(self, painter: QPainter, room: QRectF) -> None:
        tall = min(px(_BUD), round(room.height() * 0.4))
        lines = px(30) + px(48)
        top = room.center().y() - (tall + lines) / 2
        bud = ornament("sen-nho", tall, self.devicePixelRatioF())
        painter.setOpacity(0.55)
        painter.drawPixmap(round(room.center().x() - bud.deviceIndependentSize().width() / 2), round(top), bud)
        painter.setOpacity(1)
        _centred(
            painter, QRectF(room.left(), top + tall, room.width(), px(30)), self._title, (face(13, SEMIBOLD), MUC_GIAY)
        )
        below = QRectF(room.left(), top + tall + px(30), room.width(), px(48))
        _centred(painter, below, self._text, (face(10.5, NORMAL), MUC_GIAY_NHAT))


def _centred(painter: QPainter, box: QRectF, text: str, pen: tuple[QFont, Ink]) -> None:
    painter.setFont(pen[0])
    painter.setPen(QColor(pen[1]))
    painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, text)
