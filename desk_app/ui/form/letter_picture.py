"""The letter beside the form: a name on it leads to its field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from desk_app.services.letter_spots import Spot
from desk_app.ui.parts.page_picture import PagePicture


class LetterPicture(PagePicture):
    """`name_chosen` carries the field of the name that was clicked."""

    name_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.spots: tuple[Spot, ...] = ()
        self.setMouseTracking(True)

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Where the names stand on the page that is shown."""
        self.spots = tuple(spots)

    def spot_box(self, spot: Spot) -> QRectF:
        """A spot in px of this widget."""
        sheet = self.sheet()
        left, top = sheet.left() + spot.x * sheet.width(), sheet.top() + spot.y * sheet.height()
        return QRectF(left, top, spot.width * sheet.width(), spot.height * sheet.height())

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
