"""One thing that can be printed: a sign, two lines of words, its key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStylePainter

from desk_app.ui.parts.button import KeyButton
from desk_app.ui.parts.keycap import key_width, paint_key
from desk_app.ui.theme.icons import icon
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.tokens import CHAM_DAM, KE, MUC, MUC_NHAT, TAT

_TALL, _EDGE, _ICON, _GAP = 44, 10, 20, 12


class PrintOut(KeyButton):
    """A row of the card "In cho buổi lễ"; `ruled`: under another one."""

    def __init__(self, words: tuple[str, str], key: str, icon: str, ruled: bool = False) -> None:
        super().__init__(words[0], key, "link", icon)
        self._under, self._ruled = words[1], ruled
        self.setProperty("small", True)
        self.setMinimumHeight(px(_TALL))

    def sizeHint(self) -> QSize:
        """Both lines, and the key beside them."""
        words = max(_wide(self.text(), 11.25, bold=True), _wide(self._under, 9.5))
        cap = key_width(self.key()) + px(_GAP)
        return QSize(round(2 * px(_EDGE) + px(_ICON) + px(_GAP) + words + cap), px(_TALL))

    def minimumSizeHint(self) -> QSize:
        """Nothing of it is cut."""
        return self.sizeHint()

    def _paint_line(self, painter: QStylePainter) -> None:
        self._row(painter, QRectF(self.rect()), self.text())

    def _row(self, painter: QPainter, box: QRectF, told: str) -> None:
        on = self.isEnabled()
        if self._ruled:
            painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), QColor(KE))
        left, size = box.left() + px(_EDGE), px(_ICON)
        sign = icon(self._sign, CHAM_DAM if on else TAT)
        sign.paint(painter, round(left), round(box.center().y() - size / 2), size, size)
        left += size + px(_GAP)
        half = box.height() / 2
        for text, points, bold, ink, shift in (
            (told, 11.25, True, MUC if on else TAT, px(5)),
            (self._under, 9.5, False, MUC_NHAT if on else TAT, half - px(1)),
        ):
            painter.setFont(face(points, SEMIBOLD) if bold else face(points))
            painter.setPen(QColor(ink))
            line = QRectF(left, box.top() + shift, box.width(), half - px(4))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
        wide = key_width(self.key())
        paint_key(painter, QRectF(box.right() - px(_EDGE) - wide, box.top(), wide, box.height()), self.key())


def _wide(text: str, points: float, bold: bool = False) -> float:
    font = face(points, SEMIBOLD) if bold else face(points)
    return QFontMetricsF(font).horizontalAdvance(text) + 2
