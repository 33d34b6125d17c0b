"""What a person without a mouse, or without eyes, could not do: fields without a name, places Tab does not lead to.

A finding is one line: class and object name and what is wrong; never a word of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QRadioButton, QScrollArea, QWidget

from desk_app.ui.parts.keycap import KeyCap

_CODE = re.compile(r"[A-Za-z_]+[a-z][A-Z]\w*|qt_\w*|[a-z]+_\w+")
"""How names of objects are written, and words for people are not."""
_ONCE: dict[tuple[object, ...], bool] = {}


def unreachable(root: QWidget, stops: list[QWidget]) -> list[str]:
    """Every trouble of a shown window in which Tab stops so."""
    found = [f"{told(widget)}: no name" for widget in stops if not named(widget)]
    found += [f"{told(each)}: Tab never comes here" for each in expected(root) if each not in stops]
    found += [f"{told(after)}: Tab comes here after {told(before)}" for before, after in _turned(stops)]
    found += [f"{told(each)}: only the mouse gets here" for each in _passed_over(root)]
    return found


def _turned(stops: list[QWidget]) -> list[tuple[QWidget, QWidget]]:
    """Where the ring of stops turns back; once it has to, at its end."""
    ring = [*stops, *stops[:1]]
    turned = [(before, after) for before, after in pairwise(ring) if _backwards(before, after)]
    last = min(turned, key=lambda pair: (_place(pair[1]).top(), _place(pair[1]).left()), default=None)
    return [pair for pair in turned if pair is not last]


def expected(root: QWidget) -> list[QWidget]:
    """Where Tab has to stop, in no order."""
    return [each for each in root.findChildren(QWidget) if _takes_tab(each, root)]


def doubled(stops: list[QWidget]) -> list[str]:
    """Stops of one group that a screen reader calls the same."""
    found, seen = [], set()
    for each in stops:
        face = QAccessible.queryAccessibleInterface(each)
        # Here a list to choose from answers with what is chosen; on Windows with its name.
        name = each.accessibleName() or (face.text(QAccessible.Text.Name).strip() if face else "")
        called = (name, face.role() if face else None, _group(each))
        if called[0] and called in seen:
            found.append(f"{told(each)}: another here has the same name")
        seen.add(called)
    return found


def _group(widget: QWidget) -> str:
    """What a screen reader says of the parts around it: a card, a section, a place with a label."""
    around, said = widget.parentWidget(), []
    while around is not None and not around.isWindow():
        said.append(around.accessibleName())
        around = around.parentWidget()
    return " ".join(said)


def named(widget: QWidget) -> bool:
    """Whether a screen reader has words for it."""
    face = QAccessible.queryAccessibleInterface(widget)
    name = face.text(QAccessible.Text.Name).strip() if face else ""
    return bool(name) and name != widget.objectName() and not _CODE.fullmatch(name)


def _takes_tab(widget: QWidget, root: QWidget) -> bool:
    if not widget.isVisibleTo(root) or not widget.isEnabled() or widget.window() is not root.window():
        return False
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes and not (isinstance(widget, QRadioButton) and not _first_of_group(widget))


def _first_of_group(radio: QRadioButton) -> bool:
    """Tab stops once at a group, at what is chosen; the arrows go on from there."""
    group = radio.group()
    if group is None or group.checkedButton() is None:
        return True
    return group.checkedButton() is radio


def _passed_over(root: QWidget) -> Iterator[QWidget]:
    for button in root.findChildren(QAbstractButton):
        mine = button.isVisibleTo(root) and button.window() is root.window() and button.isEnabled()
        if mine and button.focusPolicy() == Qt.FocusPolicy.NoFocus and not _has_key(button):
            yield button


def _has_key(button: QAbstractButton) -> bool:
    parent = button.parentWidget()
    keyed = getattr(button, "_key", "") or "Ctrl" in button.text() or isinstance(parent, QLineEdit)
    heading = button.objectName().startswith("section:")
    return bool(keyed) or heading or bool(parent and parent.findChildren(KeyCap))


def _backwards(before: QWidget, after: QWidget) -> bool:
    """Up in the same column, or to the left in the same row."""
    if before.isAncestorOf(after) or after.isAncestorOf(before):
        return False
    scrolled, other = _area(before), _area(after)
    if scrolled is not other:
        before, after = scrolled or before, other or after
    here, there = _place(before), _place(after)
    beside = min(here.bottom(), there.bottom()) - max(here.top(), there.top()) > min(here.height(), there.height()) / 2
    if beside:
        return there.right() <= here.left()
    over = there.bottom() <= here.top()
    return over and ((there.left() < here.right() and here.left() < there.right()) or there.right() <= here.left())


def _area(widget: QWidget) -> QScrollArea | None:
    """What scrolls it."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def unseen_focus(stops: list[QWidget]) -> list[str]:
    """What looks the same with the focus and without; each kind of widget is looked at once."""
    found = []
    for widget in stops:
        kind = (type(widget), widget.objectName(), widget.property("kind"), type(widget.parent()))
        # A window that is a picture to look at: nothing in it can be chosen.
        if kind not in _ONCE and not widget.isWindow():
            _ONCE[kind] = _changes(widget)
            if not _ONCE[kind]:
                found.append(f"{told(widget)}: the focus cannot be seen")
    return found


def _changes(widget: QWidget) -> bool:
    held = QApplication.focusWidget()
    if held is widget:
        widget.clearFocus()
    without = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    seen = not widget.hasFocus() or widget.grab().toImage() != without
    if held is not None:
        held.setFocus()
    return seen


def told(widget: QWidget) -> str:
    """A widget by its class, its own name and its parent's class."""
    parent = widget.parentWidget()
    return f"{type(widget).__name__} {widget.objectName()} in {type(parent).__name__}".replace("  ", " ")
