"""What has the focus is seen, however many scrolling parts lie around it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget

_EDGE = 24
"""px that stay free over and under it."""


def bring_into_sight(widget: QWidget) -> None:
    """Scroll everything around it; of a table or list the row under the bar is meant."""
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        widget.scrollTo(widget.currentIndex())
    here = _meant(widget)
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and (body := around.widget()) is not None and body.isAncestorOf(widget):
            _scroll(around, QRect(widget.mapTo(body, here.topLeft()), here.size()))
        around = around.parentWidget()


def _meant(widget: QWidget) -> QRect:
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        box = widget.visualRect(widget.currentIndex())
        return QRect(widget.viewport().mapTo(widget, box.topLeft()), box.size()).intersected(widget.rect())
    return widget.rect()


def _scroll(area: QScrollArea, box: QRect) -> None:
    """All of it, or the top of what is taller than the room."""
    bar, room = area.verticalScrollBar(), area.viewport().height()
    edge = max(0, min(_EDGE, (room - box.height()) // 2))
    lowest, highest = box.bottom() + 1 + edge - room, box.top() - edge
    bar.setValue(highest if lowest > highest else max(min(bar.value(), highest), lowest))
