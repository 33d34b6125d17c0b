"""Tables and lists as `clipped` looks at them: heads and the first rows, scrolled to or not."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desk_app.ui.parts.two_lines import SECOND, TAG, TwoLineDelegate
from desk_app.ui.theme.look import SEMIBOLD, face, px

SLACK = 1
CELL_SIDES = 20
"""What a two-line cell leaves free at its left and right, px at 100 %."""
TAG_SIDES = 34
PLAIN_SIDES = 6
MOST_ROWS = 50


def header_cut(header: QHeaderView) -> Iterator[str]:
    """Titles wider than their columns."""
    for section in range(header.count() if header.orientation() is Qt.Orientation.Horizontal else 0):
        title = str(header.model().headerData(section, header.orientation()) or "")
        told = str(header.model().headerData(section, header.orientation(), Qt.ItemDataRole.ToolTipRole) or "")
        shown = not header.isSectionHidden(section) and bool(title) and title not in told
        missing = header.sectionSizeHint(section) - header.sectionSize(section)
        if shown and missing > SLACK:
            yield f"title {section} {missing} px short"


def cells_cut(view: QAbstractItemView) -> Iterator[str]:
    """Cells whose words end in dots without a tool tip, and rows lower than their words."""
    found: dict[tuple[str, int], int] = {}
    for index in _shown(view):
        for what, missing in _cell(view, index):
            place = (what, index.column())
            found[place] = max(found.get(place, 0), missing)
    yield from (f"{what} in column {column} {missing} px short" for (what, column), missing in found.items())


def _shown(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model, top = view.model(), view.rootIndex()
    if model is None:
        return
    columns = range(model.columnCount(top)) if isinstance(view, QTableView) else (0,)
    for row in range(min(model.rowCount(top), MOST_ROWS)):
        for column in columns:
            index = model.index(row, column, top)
            if not view.visualRect(index).isEmpty():
                yield index


def _cell(view: QAbstractItemView, index: QModelIndex) -> Iterator[tuple[str, int]]:
    box = view.visualRect(index)
    lines = _two_lines if isinstance(_delegate(view, index), TwoLineDelegate) else _plain
    told = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
    for text, wide in lines(view, index):
        if wide - box.width() > SLACK and text not in told:
            yield "words", round(wide - box.width())
    if isinstance(view, QTableView):
        low = view.sizeHintForRow(index.row()) - box.height()
        if low > SLACK + 1:
            yield "row height", low


def _delegate(view: QAbstractItemView, index: QModelIndex) -> object:
    return view.itemDelegateForIndex(index)


def _two_lines(view: QAbstractItemView, index: QModelIndex) -> Iterator[tuple[str, float]]:
    text, second = str(index.data() or ""), str(index.data(SECOND) or "")
    if index.data(TAG):
        yield text, QFontMetricsF(face(9.5, SEMIBOLD)).horizontalAdvance(text) + px(TAG_SIDES)
        return
    yield text, QFontMetricsF(face(11.25)).horizontalAdvance(text) + px(CELL_SIDES)
    yield second, QFontMetricsF(face(9.5)).horizontalAdvance(second) + px(CELL_SIDES)


def _plain(view: QAbstractItemView, index: QModelIndex) -> Iterator[tuple[str, float]]:
    text = str(index.data() or "")
    font = index.data(Qt.ItemDataRole.FontRole) or view.font()
    yield text, QFontMetricsF(font).horizontalAdvance(text) + PLAIN_SIDES
