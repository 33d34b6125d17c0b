"""The foot of a page: quiet things left, what one came for right; two lines where one is too narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from desk_app.ui.parts.strip import Strip
from desk_app.ui.theme.look import px

_SIDE, _GAP = 20, 10
_SECOND = 42
"""px that a second line adds."""


class Foot(Strip):
    """56 px under the page's body."""

    def __init__(self, quiet: Sequence[QWidget] = (), primary: Sequence[QWidget] = ()) -> None:
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts = QHBoxLayout(), QHBoxLayout()
        self._quiet, self._primary, self._moved = tuple(quiet), tuple(primary), False
        super().__init__("foot")
        self.setObjectName("foot")
        self.setLayout(self._lines)
        for place, (part, widgets) in enumerate(zip(self._parts, (quiet, primary), strict=True)):
            part.setSpacing(_GAP)
            self._lines.addLayout(part, 1 - place)
            if place:
                part.addStretch(1)
            for widget in widgets:
                part.addWidget(widget)
            if not place:
                part.addStretch(1)

    def event(self, event: QEvent) -> bool:
        """Other words on a button, another button: count again."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line or two."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """One line where everything has room in it, else the quiet things over the others; where these alone have no
        room in a line the first of them goes up."""
        room = self.width() - 2 * _SIDE
        crowded = _least(self._primary) > room
        self._move(crowded)
        quiet = any(not each.isHidden() for each in self._quiet)
        both = crowded or (quiet and _least((*self._quiet, *self._primary)) > room)
        edge = 3 if self.low or both else 8
        ways = QBoxLayout.Direction
        self._lines.setDirection(ways.TopToBottom if both else ways.LeftToRight)
        gap = 2 if both else _GAP
        if self._lines.spacing() != gap:  # setting it asks for a new layout even where it stays, and that leads here
            self._lines.setSpacing(gap)
        self._lines.setContentsMargins(_SIDE, edge, _SIDE, edge)
        self.setFixedHeight(self.line() + (px(_SECOND) if both else 0))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest line where everything stands on two."""
        wide = max(_least(self._quiet), min(_least(self._primary), _least(self._primary[1:])))
        return QSize(wide + 2 * _SIDE, self.line())

    def _move(self, up: bool) -> None:
        if up is self._moved or not self._primary:
            return
        self._moved = up
        if up:
            self._parts[0].addWidget(self._primary[0])
        else:
            self._parts[1].insertWidget(1, self._primary[0])


def _least(widgets: Sequence[QWidget]) -> int:
    """The least room they take beside each other, px."""
    shown = [each.minimumWidth() or each.minimumSizeHint().width() for each in widgets if not each.isHidden()]
    return sum(shown) + _GAP * max(len(shown) - 1, 0)
