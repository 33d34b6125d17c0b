"""Bars by level, and a dot with its range for each kind of letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from common.counts import wilson
from common.words import ratings_page as said
from desk_app.services.ratings_view import SMALLEST, KindShare, Quarter
from desk_app.ui.theme.look import NORMAL, SEMIBOLD, face, px
from desk_app.ui.theme.tokens import CHAM, MUC, MUC_NHAT, SEN, SEN_VUA, SON, SON_VUA, VIEN, VIEN_NHE, VO

_ROW, _ROOMY = 32, 470
_SHADES = (SEN, SEN_VUA, VIEN, SON_VUA, SON)
S = TypeVar("S", KindShare, Quarter)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Bars(QWidget):
    """One bar a level, best first; the last is red."""

    def __init__(self) -> None:
        super().__init__()
        self.bars: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def put(self, bars: Sequence[tuple[str, int]]) -> None:
        """Show these."""
        self.bars = tuple(bars)
        self.setAccessibleName("; ".join(f"{word} {count}" for word, count in self.bars))
        self.setFixedHeight(px(_ROW) * len(self.bars))
        self.update()

    def sizeHint(self) -> QSize:
        """A row each."""
        return QSize(px(380), px(_ROW) * len(self.bars))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Word, bar on its trough, count."""
        painter = QPainter(self)
        total = sum(count for _, count in self.bars) or 1
        shades = (_SHADES[0], _SHADES[1], _SHADES[4]) if len(self.bars) == 3 else _SHADES
        for row, (word, count) in enumerate(self.bars):
            top = row * px(_ROW)
            painter.setFont(face(10.5))
            painter.setPen(QColor(MUC))
            painter.drawText(QRectF(0, top, px(150), px(_ROW)), _MIDDLE, word)
            room = QRectF(px(150), top + px(6), self.width() - px(150) - px(52), px(20))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(VO))
            painter.drawRoundedRect(room, 3, 3)
            painter.setBrush(QColor(shades[row]))
            painter.drawRoundedRect(QRectF(room.left(), room.top(), room.width() * count / total, room.height()), 3, 3)
            painter.setPen(QColor(MUC))
            painter.setFont(face(11.25, SEMIBOLD))
            number = QRectF(self.width() - px(48), top, px(48), px(_ROW))
            painter.drawText(number, _MIDDLE | Qt.AlignmentFlag.AlignRight, str(count))
        painter.end()


class Ranges(QWidget, Generic[S]):
    """Name, n, the dot on its 95 % range, the share; in words where there are too few for one."""

    def __init__(self, name_of: Callable[[S], str]) -> None:
        super().__init__()
        self._name_of: Callable[[S], str] = name_of
        self.groups: tuple[S, ...] = ()

    def put(self, groups: Sequence[S]) -> None:
        """Show these."""
        self.groups = tuple(groups)
        told = [f"{self._name_of(group)} {_told(group)}" for group in self.groups]
        self.setAccessibleName("; ".join(told))
        self.setToolTip("\n".join(told))
        self.setFixedHeight(px(_ROW) * len(self.groups))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A row each under a fine line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, group in enumerate(self.groups):
            self._paint_group(painter, QRectF(0, row * px(_ROW), self.width(), px(_ROW)), group)
        painter.end()

    def _paint_group(self, painter: QPainter, box: QRectF, group: S) -> None:
        right = box.width() - px(150)
        # Where there is little room the names need it more than the line.
        left = right - px(150 if box.width() > px(_ROOMY) else 96)
        painter.setPen(QColor(MUC))
        painter.setFont(face(10.5))
        metrics = QFontMetricsF(painter.font())
        name = metrics.elidedText(self._name_of(group), Qt.TextElideMode.ElideRight, left - px(60))
        painter.drawText(box, _MIDDLE, name)
        count = QRectF(left - px(60), box.top(), px(44), box.height())
        painter.drawText(count, _MIDDLE | Qt.AlignmentFlag.AlignRight, str(group.n))
        painter.setPen(QColor(VO))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if group.n >= SMALLEST:
            self._paint_range(painter, QRectF(left, box.top(), right - left, box.height()), group)
            self._paint_share(painter, QRectF(right + px(16), box.top(), px(134), box.height()), group)
            return
        painter.setPen(QColor(MUC_NHAT))
        painter.drawText(QRectF(left, box.top(), box.right() - left, box.height()), _MIDDLE, said.TOO_FEW)

    def _paint_range(self, painter: QPainter, box: QRectF, group: S) -> None:
        y, wide, left, right = box.center().y(), box.width(), box.left(), box.right()
        low, high = wilson(group.content, group.n)
        painter.setPen(QPen(QColor(VIEN_NHE), 2))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setPen(QPen(QColor(CHAM), 4))
        painter.drawLine(QPointF(left + wide * low, y), QPointF(left + wide * high, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(CHAM))
        painter.drawEllipse(QPointF(left + wide * group.content / group.n, y), px(5), px(5))

    def _paint_share(self, painter: QPainter, box: QRectF, group: S) -> None:
        share, span = said.kind_share(group.content, group.n)
        painter.setPen(QColor(MUC))
        painter.setFont(face(10.5, SEMIBOLD))
        painter.drawText(box, _MIDDLE, share)
        moved = QFontMetricsF(painter.font()).horizontalAdvance(f"{share} ")
        painter.setPen(QColor(MUC_NHAT))
        painter.setFont(face(10.5, NORMAL))
        painter.drawText(box.adjusted(moved, 0, 0, 0), _MIDDLE, span)


def kinds_ranges() -> Ranges[KindShare]:
    """A row for each kind of letter."""
    return Ranges(lambda group: said.kinds(group.kinds, 4))


def quarter_ranges() -> Ranges[Quarter]:
    """A row for each quarter."""
    return Ranges(lambda group: said.quarter(group.period))


def _told(group: KindShare | Quarter) -> str:
    return said.out_of(group.content, group.n) if group.n >= SMALLEST else said.TOO_FEW
