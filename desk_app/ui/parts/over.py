"""What lies over the window: never larger than the window, its words scroll where it is low, its buttons stay."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from desk_app.ui.parts.as_read import go_on
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.theme.look import px

_SIDES, _TOP = (20, 10), 14
_LOW, _NARROW = 480, 720


class Over(QDialog):
    """Tab goes round in it as it is read, and what it comes to is brought into sight."""

    _within: QWidget | None = None
    _below = 0

    def room(self) -> QSize:
        """What the window, or without one the screen, leaves."""
        parent = self.parentWidget()
        return parent.window().size() if parent is not None else self.screen().availableSize()

    def hold(self, body: QWidget, foot: QLayout, wide: int) -> None:
        """`body` over `foot`, so many px wide and as tall as it needs where there is room for that."""
        body.setObjectName("pageBody")
        room = self.room()
        side = _SIDES[room.width() < px(_NARROW)]
        edge = _TOP if room.height() >= _LOW else _TOP // 2
        column = QVBoxLayout(self)
        column.setContentsMargins(0, edge, 0, edge)
        column.setSpacing(edge)
        inside = body.layout()
        if inside is not None:
            inside.setContentsMargins(side, 0, side, 0)
        self._held = Scrolled(body)
        column.addWidget(self._held, 1)
        foot.setContentsMargins(side, 0, side, 0)
        column.addLayout(foot)
        _measure_anew(body)
        wide = min(max(wide, foot.minimumSize().width(), body.minimumSizeHint().width()), room.width())
        self._within, self._below = body, foot.sizeHint().height() + 3 * edge + 2
        tall = _tall(body, wide) + self._below
        bar = self._held.verticalScrollBar().sizeHint().width() if tall > room.height() else 0
        self.resize(min(wide + bar, room.width()), min(tall, room.height()))

    def grow(self) -> None:
        """Words were added to the body: taller by them, where the window leaves room, and still in its middle."""
        if self._within is None:
            return
        _measure_anew(self._within)
        missing = self.height() + self._hidden() if self.isVisible() else 0
        tall = min(max(_tall(self._within, self.width()) + self._below, missing), self.room().height())
        if tall > self.height():
            up = (tall - self.height()) // 2
            self.resize(self.width(), tall)
            self.move(self.x(), max(self.y() - up, 0))

    def _hidden(self) -> int:
        """px of the body that are out of sight; the bar's own width, which may break words anew, is not counted."""
        policies = Qt.ScrollBarPolicy
        self._held.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOff)
        hidden = self._held.verticalScrollBar().maximum()
        self._held.setVerticalScrollBarPolicy(policies.ScrollBarAsNeeded)
        return hidden

    def showEvent(self, event: QShowEvent) -> None:
        """However it was sized, the window is the most."""
        super().showEvent(event)
        self.resize(self.size().boundedTo(self.room()))
        self.grow()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab and Shift+Tab."""
        return go_on(self, next) or super().focusNextPrevChild(next)


def _measure_anew(body: QWidget) -> None:
    """What was measured before it lay here was not dressed yet; layouts within layouts hear of it only so."""
    inside = body.layout()
    if inside is not None:
        inside.invalidate()
        inside.activate()


def _tall(body: QWidget, wide: int) -> int:
    return body.heightForWidth(wide) if body.hasHeightForWidth() else body.sizeHint().height()
