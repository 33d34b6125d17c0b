"""Small things side by side, on as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class FlowRow(QWidget):
    """`put` takes the widgets; the height follows the width."""

    def __init__(self, gap: int = 8) -> None:
        super().__init__()
        self._gap = gap
        self._held: tuple[QWidget, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, widgets: Sequence[QWidget]) -> None:
        """Show these in place of those before."""
        for each in self._held:
            each.hide()
            each.deleteLater()
        self._held = tuple(widgets)
        for each in self._held:
            each.setParent(self)
            each.show()
        self._place(self.width())
        self.updateGeometry()

    def refit(self) -> None:
        """One of them has other words now."""
        self._place(self.width())
        self.updateGeometry()

    def widgets(self) -> tuple[QWidget, ...]:
        """What is shown."""
        return self._held

    def hasHeightForWidth(self) -> bool:
        """Narrow means tall."""
        return True

    def heightForWidth(self, width: int) -> int:
        """So tall at this width."""
        places = self._places(width)
        return max((place.y() + size.height() for place, size in places), default=0)

    def sizeHint(self) -> QSize:
        """As wide as it is, and as tall as that asks for."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """The widest of them must find room."""
        widest = max((each.sizeHint().width() for each in self._held if not each.isHidden()), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines."""
        self._place(self.width())
        self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        """Only what is dressed knows how wide it is."""
        self.refit()

    def _place(self, width: int) -> None:
        for each, (place, size) in zip(self._held, self._places(width), strict=True):
            each.setGeometry(place.x(), place.y(), size.width(), size.height())

    def _places(self, width: int) -> list[tuple[QPoint, QSize]]:
        places: list[tuple[QPoint, QSize]] = []
        left = top = tall = 0
        for each in self._held:
            if each.isHidden():
                places.append((QPoint(left, top), QSize(0, 0)))
                continue
            size = each.sizeHint().expandedTo(each.minimumSize()).boundedTo(QSize(max(width, 1), 9999))
            if left and left + size.width() > width:
                left, top, tall = 0, top + tall + self._gap, 0
            places.append((QPoint(left, top), size))
            left, tall = left + size.width() + self._gap, max(tall, size.height())
        return places
