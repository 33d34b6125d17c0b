"""The letter beside the form: a name on it leads to its field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from desk_app.services.letter_spots import Spot
from desk_app.ui.parts.page_picture import PagePicture
from desk_app.ui.theme.look import px

_EDGE, _SHAPE, _TALLEST, _ANY = 6, 148 / 210, 340, 16_777_215
_UPRIGHT = 260
"""px: an upright sheet lower than this could not be read; the column scrolls then."""


class LetterPicture(PagePicture):
    """`name_chosen` carries the field of the name that was clicked."""

    name_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.spots: tuple[Spot, ...] = ()
        self._room = _ANY
        self.setMouseTracking(True)

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Where the names stand on the page that is shown."""
        self.spots = tuple(spots)

    def spot_box(self, spot: Spot) -> QRectF:
        """A spot in px of this widget."""
        sheet = self.sheet()
        left, top = sheet.left() + spot.x * sheet.width(), sheet.top() + spot.y * sheet.height()
        return QRectF(left, top, spot.width * sheet.width(), spot.height * sheet.height())

    def heightForWidth(self, width: int) -> int:
        """The sheet alone, an upright one no taller than leaves room for what there is to say of it beneath."""
        image = self.image()
        shape = image.height() / image.width() if image else _SHAPE
        tall = min(round((width - 2 * _EDGE) * shape), max(px(_TALLEST), round(width * _SHAPE))) + 2 * _EDGE
        return max(min(tall, max(self._room, px(_UPRIGHT) if shape > 1 else 0)), self.minimumHeight())

    def fit(self, room: int) -> None:
        """No taller than this, as far as the letter can still be read."""
        room = max(room, self.minimumHeight())
        if room != self._room:
            self._room = room
            self.updateGeometry()

    def sheet(self) -> QRectF:
        """Where the paper lies, as large as the room allows."""
        image = self.image()
        if image is None:
            return QRectF()
        room = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        scale = min(room.width() / image.width(), room.height() / image.height())
        wide, tall = image.width() * scale, image.height() * scale
        return QRectF(room.center().x() - wide / 2, room.top(), wide, tall)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over a name."""
        over = self._field_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """To the field of the name."""
        field = self._field_at(event.position())
        if field:
            self.name_chosen.emit(field)

    def _field_at(self, place: QPointF) -> str:
        return next((spot.field for spot in self.spots if self.spot_box(spot).contains(place)), "")
