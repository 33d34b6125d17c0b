"""A queue as a tile: how many, of what, the oldest."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton

from desk_app.ui.parts.keycap import key_width, paint_key
from desk_app.ui.theme.icons import icon as tabler
from desk_app.ui.theme.look import NORMAL, SEMIBOLD, face, px
from desk_app.ui.theme.tokens import CHAM, MUC, MUC_NHAT, SON_CHU, Ink

_WIDE, _TALL, _FLAT, _PAD = 170, 121, 56, 12
_SMALLEST_PT = 8.6


class Tile(QToolButton):
    """A checkable tile of 121 px height; `oldest` turns red when `late`."""

    def __init__(self, icon: str, key: str, count: int, words: str, oldest: str = "") -> None:
        super().__init__()
        self.setObjectName("tile")
        self.setCheckable(True)
        self._icon, self._key, self._words = icon, key, words
        self.setMinimumHeight(px(_TALL))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._flat = False
        self.put(count, oldest)

    def flatten(self, flat: bool) -> None:
        """Two lines instead of four, where two rows of tiles must find the height of one."""
        self._flat = flat
        self.setFixedHeight(px(_FLAT if flat else _TALL))
        self.update()

    def put(self, count: int, oldest: str = "", late: bool = False) -> None:
        """Another number and another oldest item."""
        self._count, self._oldest, self._late = count, oldest, late
        self.setAccessibleName(f"{self._words}: {count}")
        self.setAccessibleDescription(f"{self._key} {oldest}".strip())
        self.update()

    def count(self) -> int:
        """The number shown."""
        return self._count

    def sizeHint(self) -> QSize:
        """As in the design."""
        return QSize(px(_WIDE), px(_TALL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style draws the ground, then sign, key, number, words and the oldest item."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        top = 9 if self._flat else 11
        tabler(self._icon, CHAM).paint(painter, px(_PAD), px(top), px(20), px(20))
        wide = key_width(self._key)
        paint_key(painter, QRectF(self.width() - px(_PAD) - wide, px(top), wide, px(20)), self._key)
        if self._flat:
            self._line(painter, f"{self._count}  {self._words}", (9, 20), face(11.25, SEMIBOLD), MUC)
        else:
            self._line(painter, str(self._count), (36, 36), face(24, SEMIBOLD), MUC)
            self._line(painter, self._words, (73, 20), face(11.25, SEMIBOLD), MUC)
        late = SON_CHU if self._late else MUC_NHAT
        below = 31 if self._flat else 93
        self._line(painter, self._oldest, (below, 18), face(9.5, SEMIBOLD if self._late else NORMAL), late)
        painter.end()

    def _line(self, painter: QPainter, text: str, place: tuple[int, int], font: QFont, ink: Ink) -> None:
        top, tall = place
        beside = self._flat and top < px(20)
        left = px(_PAD + 28) if beside else px(_PAD)
        room = self.width() - px(_PAD) - left - (key_width(self._key) + px(6) if beside else 0)
        while (
            QFontMetricsF(font).horizontalAdvance(text) > room and font.pointSizeF() > face(_SMALLEST_PT).pointSizeF()
        ):
            font.setPointSizeF(font.pointSizeF() - 0.25)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, px(top), room, px(tall)), Qt.AlignmentFlag.AlignVCenter, shown)
