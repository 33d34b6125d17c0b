"""Rows of a list that one chooses from: as high as those of a table."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListView, QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from desk_app.ui.parts.wrapped import height_of
from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import HEIGHT

_AIR, _SIDES = 8, 28
"""px over and under words that wrap, and beside them as style sheet and toolkit leave it."""


class ListRows(QStyledItemDelegate):
    """One line has the height of a row, wrapped words more; an item that says its own height keeps it."""

    def __init__(self, choices: QListWidget) -> None:
        super().__init__(choices)
        self._choices = choices

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Measured here: rows with air out of the style sheet lie on each other where one is chosen before they are
        seen."""
        own = index.data(Qt.ItemDataRole.SizeHintRole)
        if isinstance(own, QSize):
            return own
        words = height_of(str(index.data() or ""), self._choices.font(), self._choices.viewport().width() - _SIDES)
        return QSize(0, max(px(HEIGHT["row"]), ceil(words) + 2 * px(_AIR)))


def in_rows(choices: QListWidget) -> None:
    """Give a list such rows; long words wrap."""
    choices.setObjectName("choices")
    choices.setWordWrap(True)
    choices.setResizeMode(QListView.ResizeMode.Adjust)
    choices.setItemDelegate(ListRows(choices))
