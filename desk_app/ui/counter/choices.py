"""Large buttons that fill the room there is: a face over its words, or words alone; a digit in the corner taps each."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desk_app.ui.counter.faces import mouth_of, paint_face, tone_of
from desk_app.ui.counter.model import Offer
from desk_app.ui.parts.keycap import key_width, paint_key
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.tokens import CHAM, CHAM_NHAT, MUC, TRANG, VONG

MOST, LOWEST, LOWEST_WORDS = 9, 96, 84
"""So many at most; each level at least so many px of the screen tall, each of the words that may be ticked."""
_GAP, _TALLEST, _RADIUS, _SIDE, _CAP, _LOW = 12, 300, 12, 10, 20, 120
_LARGEST, _SMALLEST = 24.0, 15.0
"""Points of the words: 15 pt are 20 px."""
_FACE, _LEAST_FACE, _UNDER_FACE = 150, 36, 8
_FACE_ROW, _WORD_ROW = 5, 4
_WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap


class Choice(QAbstractButton):
    """One thing to tap."""

    def __init__(self, parent: QWidget, place: int) -> None:
        super().__init__(parent)
        self.offer, self._scale, self._key = Offer("", ""), 3, f"{place + 1}"
        self._points, self._face, self._tall = _SMALLEST, 0.0, 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def put(self, offer: Offer, scale: int) -> None:
        """Other words on the same button."""
        self.offer, self._scale = offer, scale
        self.setText(offer.words)
        self.setAccessibleName(offer.words)
        self.setAccessibleDescription(self._key)
        self.setCheckable(offer.ticked)
        self.setChecked(offer.ticked)

    def room(self) -> QRectF:
        """Where face and words may stand: words alone under the cap, or beside it on a low button."""
        inner = QRectF(self.rect()).adjusted(px(_SIDE), px(_SIDE), -px(_SIDE), -px(_SIDE))
        if self.offer.level:
            return inner
        if self.height() < px(_LOW):
            return inner.adjusted(0, 0, -key_width(self._key), 0)
        return inner.adjusted(0, px(_CAP) / 2, 0, 0)

    def fitting(self) -> float:
        """The largest type in which the words stand whole, in points."""
        room, points = self.room(), _LARGEST
        least = px(_LEAST_FACE) + px(_UNDER_FACE) if self.offer.level else 0
        while points > _SMALLEST and not self._fits(points, room, least):
            points -= 1
        return points

    def fits(self) -> bool:
        """Whether the words stand on it whole, clear of its border."""
        spare = px(_SIDE) - 6
        return self._fits(self._points, self.room().adjusted(0, -spare, 0, spare), 0)

    def words_tall(self, points: float) -> float:
        """How tall the words are in this size."""
        return self._words(points, self.room()).height()

    def dress(self, points: float, words_tall: float) -> None:
        """In the size of its neighbours; `words_tall` is what the longest words of them all take under the faces."""
        room = self.room()
        left = min(room.width(), room.height() - words_tall - px(_UNDER_FACE))
        self._points, self._face = points, max(0.0, min(px(_FACE), left)) if self.offer.level else 0.0
        self._tall = words_tall if self.offer.level else self.words_tall(points)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Border, face, words, digit."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mouth = mouth_of(self.offer.level, self._scale) if self.offer.level else None
        self._paint_ground(painter, QColor(CHAM if mouth is None else tone_of(mouth)))
        room = self.room()
        over = self._face + px(_UNDER_FACE) if self._face else 0
        top = room.center().y() - (over + self._tall) / 2
        if mouth is not None and self._face:
            paint_face(painter, QRectF(room.center().x() - self._face / 2, top, self._face, self._face), mouth)
        painter.setPen(QColor(MUC))
        painter.setFont(face(self._points, SEMIBOLD))
        painter.drawText(QRectF(room.left(), top + over, room.width(), self._tall + 2), _WRAPPED, self.text())
        wide = key_width(self._key)
        paint_key(painter, QRectF(self.width() - px(_SIDE) - wide, px(_SIDE), wide, px(_CAP)), self._key)
        painter.end()

    def _words(self, points: float, room: QRectF) -> QRectF:
        return QFontMetricsF(face(points, SEMIBOLD)).boundingRect(room, _WRAPPED, self.text())

    def _fits(self, points: float, room: QRectF, least: float) -> bool:
        box = self._words(points, room)
        return box.width() <= room.width() and box.height() + least <= room.height()

    def _paint_ground(self, painter: QPainter, ink: QColor) -> None:
        on = self.offer.ticked or self.isDown()
        painter.setBrush(QColor(CHAM_NHAT if on else TRANG))
        painter.setPen(QPen(ink, 4 if on else 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), _RADIUS, _RADIUS)
        if self.offer.ticked:
            left, top, side = px(_SIDE) + 4, px(_SIDE) + 4, px(_CAP)
            points = ((0.0, 0.55), (0.35, 0.9), (1.0, 0.1))
            painter.drawPolyline([QPointF(left + x * side, top + y * side) for x, y in points])
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(VONG), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), _RADIUS, _RADIUS)


class Choices(QWidget):
    """`tapped(place)`."""

    tapped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.buttons = tuple(Choice(self, place) for place in range(MOST))
        self._shown = 0
        for place, button in enumerate(self.buttons):
            button.hide()
            button.clicked.connect(lambda checked=False, place=place: self.tapped.emit(place))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def put(self, offers: Sequence[Offer], scale: int) -> None:
        """Show these and no others."""
        self._shown = len(offers)
        for button, offer in zip(self.buttons, offers, strict=False):
            button.put(offer, scale)
        for place, button in enumerate(self.buttons):
            button.setVisible(place < self._shown)
        self._arrange()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Rows of the least height."""
        rows = len(self._rows())
        least = LOWEST if self.buttons[0].offer.level else LOWEST_WORDS
        return QSize(px(300), rows * least + (rows - 1) * px(_GAP) if rows else 0)

    def sizeHint(self) -> QSize:
        """The same: the window gives the rest."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Deal the room anew."""
        self._arrange()
        super().resizeEvent(event)

    def _rows(self) -> list[int]:
        """How many stand in each row: as even as can be."""
        if not self._shown:
            return []
        across = _FACE_ROW if self.buttons[0].offer.level else _WORD_ROW
        rows = ceil(self._shown / across)
        return [self._shown // rows + (row < self._shown % rows) for row in range(rows)]

    def _arrange(self) -> None:
        rows, place, gap = self._rows(), 0, px(_GAP)
        if not rows:
            return
        tall = min((self.height() - gap * (len(rows) - 1)) // len(rows), px(_TALLEST))
        top = max(0, (self.height() - tall * len(rows) - gap * (len(rows) - 1)) // 2)
        for row in rows:
            wide = (self.width() - gap * (row - 1)) // row
            for column in range(row):
                self.buttons[place].setGeometry(QRect(column * (wide + gap), top, wide, tall))
                place += 1
            top += tall + gap
        self._dress()

    def _dress(self) -> None:
        """All in one size of type, all faces alike."""
        shown = self.buttons[: self._shown]
        points = min(button.fitting() for button in shown)
        tall = max(button.words_tall(points) for button in shown)
        for button in shown:
            button.dress(points, tall)
