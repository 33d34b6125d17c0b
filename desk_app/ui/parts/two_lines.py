"""How a row of two lines is drawn: text, second line, or a tag."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk_app.ui.theme.look import NORMAL, SEMIBOLD, face, px
from desk_app.ui.theme.tokens import CHAM, CHAM_NHAT, KE, MUC, MUC_NHAT, RADIUS, TONES, TRANG, Ink

SECOND, TONE, SECOND_TONE, TAG, STRONG = (int(Qt.ItemDataRole.UserRole) + step for step in range(1, 6))
_PAD, _AFTER = 14, 6


class TwoLineDelegate(QStyledItemDelegate):
    """Reads the roles SECOND, TONE, SECOND_TONE, TAG and STRONG; the selected row has a bar at its left. `bold`: the
    column whose first line is the name of the row; the first one where it has two."""

    bold = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines where there is a second one."""
        return QSize(px(80), px(48 if index.data(SECOND) else 38))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, bar, words."""
        painter.save()
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, QColor(CHAM_NHAT if chosen else TRANG))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(KE))
        if chosen and index.column() == 0:
            painter.fillRect(QRectF(box.left(), box.top(), 4, box.height()), QColor(CHAM))
        after = _PAD if _stands_right(index) else _AFTER
        self._words(painter, box.adjusted(px(_PAD), 0, -px(after), 0), index)
        painter.restore()

    def _words(self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        text, second = str(index.data() or ""), str(index.data(SECOND) or "")
        tone = str(index.data(TONE) or "")
        if index.data(TAG):
            if text:
                _tag(painter, box, text, tone or "xam")
            return
        named = index.column() == self.bold and bool(second or self.bold)
        bold = bool(tone) or named or bool(index.data(STRONG))
        ink = TONES[tone][1] if tone else MUC
        if not second.strip():
            _line(painter, box, text, (face(11.25, SEMIBOLD if bold else NORMAL), ink), _stands_right(index))
            return
        half = box.height() / 2
        upper = box.adjusted(0, px(4), 0, -half + px(3))
        _line(painter, upper, text, (face(11.25, SEMIBOLD if bold else NORMAL), ink))
        second_tone = str(index.data(SECOND_TONE) or "")
        lower = box.adjusted(0, half + px(2), 0, -px(4))
        _line(painter, lower, second, (face(9.5), TONES[second_tone][1] if second_tone else MUC_NHAT))


def _stands_right(index: QModelIndex | QPersistentModelIndex) -> bool:
    side = index.data(Qt.ItemDataRole.TextAlignmentRole)
    return side is not None and bool(Qt.AlignmentFlag(side) & Qt.AlignmentFlag.AlignRight)


def _line(painter: QPainter, box: QRectF, text: str, pen: tuple[QFont, Ink], right: bool = False) -> None:
    font, ink = pen
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _tag(painter: QPainter, box: QRectF, text: str, tone: str) -> None:
    font = face(9.5, SEMIBOLD)
    ground, ink, _ = TONES[tone]
    wide = QFontMetricsF(font).horizontalAdvance(text) + px(14)
    cap = QRectF(box.left(), box.center().y() - px(11), min(wide, box.width()), px(22))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(cap, RADIUS["tag"], RADIUS["tag"])
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, text)
