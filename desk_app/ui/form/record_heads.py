"""The heads over two records that stand beside each other: what each is, under it by whom and when; whatever does not
fit on a line goes on in the next."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.tokens import MUC, MUC_NHAT, VIEN_BANG, VO

_SIDE, _AIR, _GAP, _LEAST = 17, 7, 2, 32
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class RecordHeads(QHeaderView):
    """As tall as the words of the tallest head need at the widths that the columns have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns have their widths: the heads take the height that these ask for."""
        super().resizeEvent(event)
        tall = max((self.sectionSizeFromContents(each).height() for each in range(self.count())), default=0)
        if tall and tall != self.minimumHeight():
            self.setFixedHeight(tall)

    def sectionSizeFromContents(self, section: int) -> QSize:
        """As wide as the longest word, as tall as all of them at the width that there is."""
        lines = self._lines(section)
        longest = [QFontMetrics(font).horizontalAdvance(word) for text, font in lines for word in text.split()]
        tall = sum(_tall(text, font, self._room(section)) for text, font in lines) + px(_GAP) * (len(lines) - 1)
        return QSize(max(longest, default=0) + 2 * px(_SIDE), max(tall + 2 * px(_AIR), px(_LEAST)))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """The ground of every head of a table, and the words."""
        painter.save()
        painter.fillRect(rect, QColor(VO))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(VIEN_BANG))
        top = rect.top() + px(_AIR)
        for place, (text, font) in enumerate(self._lines(logicalIndex)):
            tall = _tall(text, font, self._room(logicalIndex))
            painter.setFont(font)
            painter.setPen(QColor(MUC_NHAT if place else MUC))
            painter.drawText(QRect(rect.left() + px(_SIDE), top, self._room(logicalIndex), tall), _WRAPPED, text)
            top += tall + px(_GAP)
        painter.restore()

    def _room(self, section: int) -> int:
        return max(self.sectionSize(section) - 2 * px(_SIDE), 1)

    def _lines(self, section: int) -> list[tuple[str, QFont]]:
        told = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "") if self.model() else ""
        return [
            (text, face(10) if place else face(10, SEMIBOLD)) for place, text in enumerate(told.split("\n")) if text
        ]


def _tall(text: str, font: QFont, wide: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, wide, 10_000), _WRAPPED, text).height()
