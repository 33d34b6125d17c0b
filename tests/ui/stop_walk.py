"""What a person without a mouse or without eyes meets in a state: every stop once, in reading order, seen, named, and
the same way back.

A finding is one line: class and object name and what is wrong; never a word of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from access import doubled, told, unreachable, unseen_focus
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QScrollArea, QTextEdit, QWidget

from desk_app.ui.parts.sight import under_bar
from tools.pictures.stage import rest

_SLACK, _HELD_MS = 2, 100
"""ms: a Tab that may belong to a scan is held for a moment."""
_SEEN_AT_LEAST = 24
"""px of a widget larger than its frame that have to be seen while it has the focus."""


def stop_troubles(standing: Any) -> list[str]:
    """Every trouble of what is in front: the last dialog, or the window."""
    overs = [over for over in standing.dialogs() if not isinstance(over, QMenu)]
    front: QWidget = overs[-1] if overs else standing.frame
    front.activateWindow()
    QApplication.processEvents()
    held = QApplication.focusWidget()
    if held is None or not front.isAncestorOf(held):
        front.setFocus()
    _hand_at_the_keys()
    stops, found = _around()
    for area in front.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)  # which stop stands over which is told as one sees them first
    found += [*unreachable(front, stops), *doubled(stops), *_back(stops)]
    return [*found, *unseen_focus(stops)]


def _hand_at_the_keys() -> None:
    """A Tab that follows a scan at once is the scanner's: another key says that a person is here."""
    here = QApplication.focusWidget()
    if here is not None:
        pressed = QEvent.Type.ShortcutOverride
        QApplication.sendEvent(here, QKeyEvent(pressed, Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier))


def press_tab(forwards: bool) -> QWidget | None:
    """Tab, or Shift+Tab, pressed; what has the focus then."""
    here = QApplication.focusWidget()
    key, held = (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    if not forwards:
        key, held = Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier
    if here is not None:
        QApplication.sendEvent(here, QKeyEvent(QEvent.Type.KeyPress, key, held, "\t"))
    if QApplication.focusWidget() is here:
        rest(_HELD_MS)
    return QApplication.focusWidget()


def _around() -> tuple[list[QWidget], list[str]]:
    """Once around: the stops, each in sight while it has the focus, and after the last the first again."""
    stops: list[QWidget] = []
    found = []
    here = QApplication.focusWidget()
    if here is not None and not here.focusPolicy() & Qt.FocusPolicy.TabFocus:
        here = press_tab(True)  # a page may hold the keys itself as long as nothing on it is chosen
    while here is not None and here not in stops:
        stops.append(here)
        if len(stops) > 1 and not _in_sight(here):
            found.append(f"{told(here)}: has the focus out of sight")
        here = press_tab(True)
    if stops and here is not stops[0]:
        found.append(f"{told(stops[0])}: Tab does not come here again")
    return stops, found


def _back(stops: list[QWidget]) -> Iterator[str]:
    for expected in reversed(stops):
        if press_tab(False) is not expected:
            yield f"{told(expected)}: Shift+Tab does not come here"
            return
        if not _in_sight(expected):
            yield f"{told(expected)}: has the focus out of sight on the way back"


def _in_sight(widget: QWidget) -> bool:
    box = _meant(widget)
    seen = widget.visibleRegion().boundingRect().intersected(box)
    high = min(box.height(), max(_SEEN_AT_LEAST, _room(widget) - _SLACK))
    return seen.height() >= high - _SLACK and seen.width() > 0


def _room(widget: QWidget) -> int:
    """How much of it could be seen at most: the lowest of what it lies in."""
    lowest, around = widget.window().height(), widget.parentWidget()
    while around is not None and not around.isWindow():
        lowest, around = min(lowest, around.height()), around.parentWidget()
    return lowest


def _meant(widget: QWidget) -> QRect:
    """Of a table the row under the bar, of a text taller than its frame the line that is written on."""
    if isinstance(widget, QTextEdit) and widget.height() > _room(widget):
        line = widget.cursorRect()
        return QRect(widget.viewport().mapTo(widget, line.topLeft()), line.size().expandedTo(QSize(1, 1)))
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        row = widget.visualRect(under_bar(widget))
        return QRect(widget.viewport().mapTo(widget, row.topLeft()), row.size())
    return QRect(QPoint(0, 0), widget.size())
