"""Tab leads as one reads: in the order in which widgets stand in their layouts, however late each of them came.

The toolkit's own order is that in which widgets were made, and it jumps over what stands before a page's focus proxy.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLayout,
    QMainWindow,
    QRadioButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QWidget,
)

from desk_app.ui.parts.sight import bring_into_sight


def next_stop(root: QWidget, held: QWidget | None, forwards: bool) -> QWidget | None:
    """Where Tab (or Shift+Tab) leads from what has the focus: from what is no stop into it, from nowhere to the first
    or last stop; None where there is no stop below `root`."""
    read = [each for each in _stops(root) if each.isEnabled() and each.isVisibleTo(root)]
    if held not in read:
        inside = [each for each in read if held is not None and held.isAncestorOf(each)] or read
        return next(iter(inside if forwards else reversed(inside)), None)
    return read[(read.index(held) + (1 if forwards else -1)) % len(read)]


def go_on(root: QWidget, forwards: bool) -> bool:
    """Give the focus to the next stop and bring it into sight; False where the toolkit had better decide."""
    held = root.focusWidget()
    # What loses the focus by being hidden asks too, in the middle of that: it is the toolkit's own affair.
    going = held is not None and not held.isVisible()
    stop = None if going else next_stop(root, held, forwards)
    if stop is None:
        return False
    stop.setFocus(Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason)
    bring_into_sight(stop)
    return True


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if _passed(widget):
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    for part in _parts(widget):
        yield from _stops(part)


def _passed(widget: QWidget) -> bool:
    """Of a group of choices only what is chosen is a stop: the arrows go on from there."""
    group = widget.group() if isinstance(widget, QRadioButton) else None
    return group is not None and group.checkedButton() not in (None, widget)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QMainWindow):
        yield from (part for part in (widget.centralWidget(), widget.statusBar()) if part is not None)
    elif isinstance(widget, QScrollArea):
        yield from (part for part in (widget.widget(),) if part is not None)
    elif isinstance(widget, QTabWidget):
        yield from (part for part in (widget.tabBar(), widget.currentWidget()) if part is not None)
    elif isinstance(widget, QSplitter):
        yield from (part for part in map(widget.widget, range(widget.count())) if part is not None)
    elif (layout := widget.layout()) is not None:
        yield from _laid(layout)
    elif not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield from sorted(_placed(widget), key=lambda part: (part.y(), part.x()))


def _placed(widget: QWidget) -> list[QWidget]:
    return [part for part in widget.children() if isinstance(part, QWidget) and not part.isWindow()]


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for _, part in sorted(_places(layout), key=lambda at: at[0]):
        if isinstance(part, QLayout):
            yield from _laid(part)
        else:
            yield part


def _places(layout: QLayout) -> Iterator[tuple[tuple[int, ...], QWidget | QLayout]]:
    """What stands in a layout, each with its place. The layout is never asked for its items: the binding keeps what it
    once saw of an item, and when the toolkit has let the item go, what is made next at its address brings the program
    down."""
    owner = layout.parentWidget()
    for part in (*(owner.children() if owner is not None else ()), *layout.children()):
        if not isinstance(part, QWidget | QLayout) or (place := layout.indexOf(part)) < 0:
            continue
        # Row and column come first in what a grid tells of a place.
        grid = layout.getItemPosition(place) if isinstance(layout, QGridLayout) else (place,)
        yield cast(tuple[int, ...], grid), part
