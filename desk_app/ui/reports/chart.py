"""Two bars a month: outline for what was registered, filled for letters handed over; both with their figures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from common.model_report import MonthBar
from common.words import reports_page as said
from common.words.model_report import CHART_LEGEND, month_short
from desk_app.ui.theme.look import NORMAL, SEMIBOLD, face, px
from desk_app.ui.theme.tokens import CHAM, MUC, MUC_NHAT, TRANG, VIEN, VIEN_NHE

_CENTRE = Qt.AlignmentFlag.AlignCenter
_FOOT, _TOP, _AXIS = 44, 22, 34
_STEPS = (1, 2, 5)


class MonthChart(QWidget):
    """`put` shows months from left to right."""

    def __init__(self) -> None:
        super().__init__()
        self.months: tuple[MonthBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(px(180))

    def put(self, months: Sequence[MonthBar]) -> None:
        """Show these."""
        self.months = tuple(months)
        told = [
            f"{month_short(one.month)}: {CHART_LEGEND[0]} {one.registered}, {CHART_LEGEND[1]} {one.delivered}"
            for one in self.months
        ]
        self.setAccessibleName(f"{said.CHART}. {'; '.join(told)}")
        self.update()

    def sizeHint(self) -> QSize:
        """As in a card beside the table."""
        return QSize(px(400), px(196))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines, bars, figures, legend."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.months:
            room = QRectF(px(_AXIS), px(_TOP), self.width() - px(_AXIS) - 4, self.height() - px(_FOOT) - px(_TOP))
            top = ceiling(max(max(one.registered, one.delivered) for one in self.months))
            self._paint_lines(painter, room, top)
            step = room.width() / len(self.months)
            for at, one in enumerate(self.months):
                self._paint_month(painter, QRectF(room.left() + at * step, room.top(), step, room.height()), one, top)
            self._paint_legend(painter, QRectF(0, self.height() - px(20), self.width(), px(18)))
        painter.end()

    def _paint_lines(self, painter: QPainter, room: QRectF, top: int) -> None:
        painter.setFont(face(9, NORMAL))
        for part in range(4):
            n = top * part // 3
            y = room.bottom() - room.height() * n / top
            painter.setPen(QPen(QColor(VIEN if part == 0 else VIEN_NHE), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(QColor(MUC_NHAT))
            box = QRectF(0, y - px(8), room.left() - px(6), px(16))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(n))

    def _paint_month(self, painter: QPainter, box: QRectF, one: MonthBar, top: int) -> None:
        wide, middle = min(box.width() * 0.34, px(24)), box.center().x()
        for left, n, filled in ((middle - wide - 1, one.registered, False), (middle + 1, one.delivered, True)):
            tall = box.height() * n / top
            painter.setPen(QPen(QColor(CHAM), 1.5))
            painter.setBrush(QColor(CHAM if filled else TRANG))
            painter.drawRect(QRectF(left, box.bottom() - tall, wide, tall))
            painter.setPen(QColor(MUC))
            painter.setFont(face(9, SEMIBOLD if filled else NORMAL))
            painter.drawText(QRectF(left - wide / 2, box.bottom() - tall - px(17), wide * 2, px(16)), _CENTRE, str(n))
        painter.setFont(face(9, NORMAL))
        painter.setPen(QColor(MUC_NHAT))
        name = month_short(one.month).removeprefix("0")
        painter.drawText(QRectF(box.left(), box.bottom() + px(3), box.width(), px(16)), _CENTRE, name)

    def _paint_legend(self, painter: QPainter, box: QRectF) -> None:
        painter.setFont(face(9, NORMAL))
        widths = [painter.fontMetrics().horizontalAdvance(text) + px(18) for text in CHART_LEGEND]
        x = box.center().x() - (sum(widths) + px(18)) / 2
        for at, (text, wide) in enumerate(zip(CHART_LEGEND, widths, strict=True)):
            painter.setPen(QPen(QColor(CHAM), 1.5))
            painter.setBrush(QColor(CHAM if at else TRANG))
            painter.drawRect(QRectF(x, box.top() + px(3), px(11), px(11)))
            painter.setPen(QColor(MUC_NHAT))
            painter.drawText(QRectF(x + px(16), box.top(), wide, box.height()), Qt.AlignmentFlag.AlignVCenter, text)
            x += wide + px(18)


def ceiling(most: int) -> int:
    """The round number, three equal parts high, under which every bar stays."""
    unit = 1
    while True:
        for step in _STEPS:
            if 3 * step * unit >= most:
                return 3 * step * unit
        unit *= 10
