"""What has the focus is seen, however many scrolling parts lie around it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QSize
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QTableView, QTextEdit, QWidget

_EDGE = 24
"""px that stay free over and under it."""
_DOT = QSize(1, 1)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll everything around it; of a table or list the row under the bar is meant, of a text that has not the room
    the line that is written on."""
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        widget.scrollTo(under_bar(widget))
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and (body := around.widget()) is not None and body.isAncestorOf(widget):
            here = _meant(widget, around.viewport().height())
            _scroll(around, QRect(widget.mapTo(body, here.topLeft()), here.size()))
        around = around.parentWidget()


def under_bar(view: QAbstractItemView) -> QModelIndex:
    """The current index, in the first column that is shown where its own is hidden: nothing scrolls to a hidden one."""
    here = view.currentIndex()
    if not isinstance(view, QTableView) or not view.isColumnHidden(here.column()):
        return here
    columns = range(view.model().columnCount())
    return here.siblingAtColumn(next((each for each in columns if not view.isColumnHidden(each)), here.column()))


def _meant(widget: QWidget, room: int) -> QRect:
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        box = widget.visualRect(under_bar(widget))
        return QRect(widget.viewport().mapTo(widget, box.topLeft()), box.size()).intersected(widget.rect())
    if isinstance(widget, QTextEdit) and widget.height() > room:
        line = widget.cursorRect()
        return QRect(widget.viewport().mapTo(widget, line.topLeft()), line.size().expandedTo(_DOT))
    return widget.rect()


def _scroll(area: QScrollArea, box: QRect) -> None:
    """All of it, or the top of what is taller than the room."""
    bar, room = area.verticalScrollBar(), area.viewport().height()
    edge = max(0, min(_EDGE, (room - box.height()) // 2))
    lowest, highest = box.bottom() + 1 + edge - room, box.top() - edge
    bar.setValue(highest if lowest > highest else max(min(bar.value(), highest), lowest))
