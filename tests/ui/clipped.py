"""What a person could not read or reach on a page: texts cut, neighbours that overlap, widgets beyond their frame.

A finding is one line: class and object name, what is wrong, how many px are missing; never a word of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from clipped_rows import cells_cut, header_cut
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QSplitter,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QTabWidget,
    QToolButton,
    QWidget,
)

from desk_app.ui.parts.page_head import ElidedLabel

SLACK = 1
"""px that nobody sees."""
BUTTON_AIR = 4
"""The least between a button's words and its edge."""
OWN_AFFAIR = (QAbstractScrollArea, QTabBar, QTabWidget, QSplitter, QComboBox, QLineEdit, QMenuBar)
"""Qt arranges what is inside these."""


def clipped(root: QWidget) -> list[str]:
    """Every trouble below a shown widget, in the order of its children; other windows are not looked into."""
    return [f"{_name(widget)}: {trouble}" for widget in _seen(root) for trouble in _troubles(widget)]


def _seen(root: QWidget) -> list[QWidget]:
    below = [w for w in root.findChildren(QWidget) if w.isVisibleTo(root) and w.window() is root.window()]
    return [w for w in (root, *below) if not _belongs_to_qt(w)]


def _belongs_to_qt(widget: QWidget) -> bool:
    return widget.objectName().startswith("qt_") and not isinstance(widget.parent(), QTabWidget)


def _name(widget: QWidget) -> str:
    parent = widget.parentWidget()
    inside = f" in {type(parent).__name__}" if parent else ""
    return f"{type(widget).__name__} {widget.objectName()}".strip() + inside


def _troubles(widget: QWidget) -> Iterator[str]:
    yield from _text_cut(widget)
    if isinstance(widget, QAbstractScrollArea):
        yield from _scrolled_sideways(widget)
    if not isinstance(widget, OWN_AFFAIR):
        yield from _overlaps(widget)
        yield from _squeezed(widget)
    yield from _beyond(widget)


def _text_cut(widget: QWidget) -> Iterator[str]:
    kinds = (
        (QLabel, _label),
        (QCheckBox, _box),
        (QRadioButton, _box),
        (QPushButton, _button),
        (QToolButton, _button),
        (QLineEdit, _line),
        (QComboBox, _combo),
        (QTabBar, _tabs),
        (QMenuBar, _menus),
        (QHeaderView, header_cut),
        (QAbstractItemView, cells_cut),
    )
    look = next((look for kind, look in kinds if isinstance(widget, kind)), None)
    if look:
        yield from look(widget)


def _label(label: QLabel) -> Iterator[str]:
    if not label.text() or not label.pixmap().isNull() or label.toolTip() or isinstance(label, ElidedLabel):
        return
    if not label.wordWrap():
        yield from _short(label, label.sizeHint(), "words")
        return
    yield from _short(label, QSize(0, label.heightForWidth(label.width())), "words")
    if "<" not in label.text():
        widest = max(label.fontMetrics().horizontalAdvance(word) for word in label.text().split() or [""])
        yield from _short(label, QSize(widest - label.contentsRect().width() + label.width(), 0), "a word")


def _box(box: QAbstractButton) -> Iterator[str]:
    if not box.toolTip():
        yield from _short(box, QSize(box.sizeHint().width(), box.fontMetrics().height()), "words")


def _button(button: QAbstractButton) -> Iterator[str]:
    if not button.text() or button.toolTip():
        return
    own = type(button).sizeHint not in (QPushButton.sizeHint, QToolButton.sizeHint)
    plain = button.fontMetrics().horizontalAdvance(button.text()) + (
        button.iconSize().width() + BUTTON_AIR if not button.icon().isNull() else 0
    )
    wide = button.sizeHint().width() - 6 * BUTTON_AIR if own else plain
    yield from _short(button, QSize(wide + 2 * BUTTON_AIR, button.fontMetrics().height()), "words")


def _line(line: QLineEdit) -> Iterator[str]:
    words = line.text() if line.isReadOnly() else "" if line.text() else line.placeholderText()
    if not words or words in line.toolTip():
        return
    edge = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, _option(line), line)
    margins = line.textMargins()
    room = edge.width() - margins.left() - margins.right() - 4 - _inside(line)
    missing = line.fontMetrics().horizontalAdvance(words) - room
    if missing > SLACK:
        yield f"words {missing} px short"


def _inside(line: QLineEdit) -> int:
    """What signs in the field take away."""
    return sum(child.width() + 6 for child in line.findChildren(QToolButton) if child.isVisibleTo(line))


def _option(line: QLineEdit) -> QStyleOptionFrame:
    option = QStyleOptionFrame()
    option.initFrom(line)
    option.lineWidth = 1
    return option


def _combo(combo: QComboBox) -> Iterator[str]:
    if combo.currentText() in combo.toolTip():
        return
    option = QStyleOptionComboBox()
    option.initFrom(combo)
    field = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, combo
    )
    missing = combo.fontMetrics().horizontalAdvance(combo.currentText()) + 2 - field.width()
    if missing > SLACK:
        yield f"chosen words {missing} px short"


def _tabs(bar: QTabBar) -> Iterator[str]:
    for place in range(bar.count()):
        missing = bar.fontMetrics().horizontalAdvance(bar.tabText(place)) + 8 - bar.tabRect(place).width()
        if bar.isTabVisible(place) and missing > SLACK:
            yield f"tab {place} {missing} px short"
    last = bar.tabRect(bar.count() - 1).right() if bar.count() else 0
    if last > bar.width():
        yield f"tabs {last - bar.width()} px beyond the bar"


def _menus(bar: QMenuBar) -> Iterator[str]:
    for place, action in enumerate(bar.actions()):
        box = bar.actionGeometry(action)
        if action.isVisible() and (box.isEmpty() or not bar.rect().contains(box)):
            yield f"menu {place} does not fit"


def _short(widget: QWidget, needs: QSize, what: str) -> Iterator[str]:
    for missing, way in ((needs.width() - widget.width(), "wide"), (needs.height() - widget.height(), "high")):
        if missing > SLACK:
            yield f"{what} {missing} px short ({way})"


# ---- places


def _overlaps(parent: QWidget) -> Iterator[str]:
    children = [c for c in parent.children() if isinstance(c, QWidget)]
    beside = [c for c in children if c.isVisibleTo(parent) and not c.isWindow() and not _belongs_to_qt(c)]
    for one, other in combinations(beside, 2):
        common = one.geometry().intersected(other.geometry())
        if min(common.width(), common.height()) > SLACK and not _lies_over(one, other):
            yield f"{type(one).__name__} and {type(other).__name__} overlap by {common.width()}×{common.height()} px"


def _lies_over(one: QWidget, other: QWidget) -> bool:
    """Meant so: one of them says that it lies over the page."""
    return any(widget.property("over") is True for widget in (one, other))


def _squeezed(widget: QWidget) -> Iterator[str]:
    layout = widget.layout()
    if layout is None or isinstance(widget.parent(), QAbstractScrollArea):
        return
    yield from _short(widget, layout.totalMinimumSize(), "its parts")


def _beyond(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or _scrolls(widget, parent):
        return
    here, room = widget.geometry(), parent.rect()
    if room.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(here):
        return
    wide = max(room.left() - here.left(), here.right() - room.right())
    high = max(room.top() - here.top(), here.bottom() - room.bottom())
    yield f"beyond its frame by {max(wide, 0)}×{max(high, 0)} px"


def _scrolls(widget: QWidget, parent: QWidget) -> bool:
    area = parent.parentWidget()
    return isinstance(parent, QAbstractScrollArea) or (
        isinstance(area, QAbstractScrollArea) and area.viewport() is parent
    )


def _scrolled_sideways(area: QAbstractScrollArea) -> Iterator[str]:
    """Reading a page must not need a bar at the foot; a bar that is switched off hides what is behind it."""
    bar: QAbstractSlider = area.horizontalScrollBar()
    if bar.maximum() > SLACK:
        yield f"{bar.maximum()} px to the right are out of sight"
