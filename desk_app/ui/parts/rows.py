"""Tables of frozen rows, one or two lines each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desk_app.ui.parts.sight import bring_into_sight
from desk_app.ui.parts.two_lines import SECOND, SECOND_TONE, STRONG, TAG, TONE, TwoLineDelegate
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.tokens import HEIGHT

Index = QModelIndex | QPersistentModelIndex
Cell = Callable[[Any], str]
_WHOLE = {Qt.ItemDataRole.AccessibleTextRole: ", ", Qt.ItemDataRole.ToolTipRole: "\n"}
"""Roles that tell both lines of a cell, however narrow the column, and what stands between them."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what a row says here, a second line, and the tones (sen, son, hoe, cham, xam or "") of both."""

    title: str
    text: Cell
    second: Cell | None = None
    tone: Cell | None = None
    second_tone: Cell | None = None
    tag: bool = False
    width: int = 0
    """px at 100 %; 0 takes what is left."""
    right: bool = False
    """Figures stand under each other."""
    strong: Callable[[Any], bool] | None = None
    """Rows whose words weigh more here."""

    @property
    def side(self) -> Qt.AlignmentFlag:
        """Where title and words stand."""
        across = Qt.AlignmentFlag.AlignRight if self.right else Qt.AlignmentFlag.AlignLeft
        return across | Qt.AlignmentFlag.AlignVCenter

    def value(self, row: Any, role: int) -> Any:
        """What the table asks of this column."""
        cells = {
            Qt.ItemDataRole.DisplayRole: self.text,
            SECOND: self.second,
            TONE: self.tone,
            SECOND_TONE: self.second_tone,
        }
        if role == TAG:
            return self.tag
        if role == STRONG:
            return bool(self.strong and self.strong(row))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side
        cell = cells.get(role)
        return cell(row) if cell else None


class RowsModel(QAbstractTableModel):
    """Frozen rows under columns; `put` replaces them all."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Any] = ()) -> None:
        super().__init__()
        self.columns, self.rows = tuple(columns), tuple(rows)

    def put(self, rows: Sequence[Any]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row(self, index: Index) -> Any | None:
        """The row at an index, or None."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Flat."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As told."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the column says."""
        row = self.row(index)
        if row is None:
            return None
        if role in _WHOLE:
            said = [self.columns[index.column()].value(row, each) for each in (Qt.ItemDataRole.DisplayRole, SECOND)]
            return _WHOLE[Qt.ItemDataRole(role)].join(text for text in said if text)
        return self.columns[index.column()].value(row, role)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles on top, over what they name."""
        if way is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].side
        return None


def rows_table(model: RowsModel, name: str, two_lines: bool = True) -> QTableView:
    """A table for people: whole rows, no grid, Tab leaves it; `name` is its accessible name."""
    table = QTableView()
    table.setModel(model)
    table.setItemDelegate(TwoLineDelegate(table))
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(px(HEIGHT["two-line-row" if two_lines else "row"]))
    _arrange(table.horizontalHeader(), model.columns)
    table.selectionModel().currentRowChanged.connect(lambda now, before: _follow(table))
    return table


def put_rows(table: QTableView, model: RowsModel, rows: Sequence[Any], touched: int = 0) -> None:
    """Other rows; the one of this id stays under the bar, without it whatever comes in its place."""
    at = max(0, table.currentIndex().row())
    model.put(rows)
    places = {one.id: place for place, one in enumerate(rows)}
    table.setCurrentIndex(model.index(places.get(touched, min(at, len(rows) - 1)), 0))


def _follow(table: QTableView) -> None:
    """On a page that scrolls the row under the bar is seen."""
    if table.hasFocus():
        bring_into_sight(table)


def _arrange(header: QHeaderView, columns: Sequence[Column]) -> None:
    header.setFont(face(10, SEMIBOLD))
    header.setHighlightSections(False)
    header.setFixedHeight(px(HEIGHT["table-head"]))
    for section, column in enumerate(columns):
        if column.width:
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(section, px(column.width))
        else:
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
