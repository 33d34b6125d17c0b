"""The two tables of results, with what was sought on yellow ground."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QTableView

from desk_app.ui.parts.rows import Column, Index, RowsModel, rows_table
from desk_app.ui.parts.two_lines import SECOND, TwoLineDelegate
from desk_app.ui.theme.look import NORMAL, SEMIBOLD, face, px
from desk_app.ui.theme.tokens import HEIGHT, MUC, MUC_NHAT, TRUNG, Ink

MARKS = int(Qt.ItemDataRole.UserRole) + 20
"""Spans in the first and in the second line."""

_WORDS = 1
Spans = Sequence[tuple[int, int]]

RECORD_COLUMNS = (
    Column("", lambda row: row.tag.words, tone=lambda row: row.tag.tone, tag=True, width=100),
    Column("", lambda row: row.names, second=lambda row: row.second or " "),
    Column("", lambda row: row.number, second=lambda row: row.day, width=120),
)
LETTER_COLUMNS = (
    Column("", lambda row: row.tag.words, tone=lambda row: row.tag.tone, tag=True, width=100),
    Column("", lambda row: row.names, second=lambda row: row.second or " "),
    Column("", lambda row: row.day, width=120),
)


class HitsModel(RowsModel):
    """Rows that know where the words stand that were sought."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The spans beside what every row says."""
        row = self.row(index)
        if role == MARKS and row is not None and index.column() == _WORDS:
            both = getattr(row, "name_marks", None)
            return (row.marks, ()) if both is None else (both, row.second_marks)
        return super().data(index, role)


class HitsDelegate(TwoLineDelegate):
    """Draws the spans under the words."""

    def _words(self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.column() != _WORDS:
            super()._words(painter, box, index)
            return
        first, second = index.data(MARKS) or ((), ())
        if not str(index.data(SECOND) or "").strip():
            _line(painter, box, (str(index.data() or ""), first), (face(11.25, SEMIBOLD), MUC))
            return
        half = box.height() / 2
        upper = box.adjusted(0, px(4), 0, -half + px(3))
        lower = box.adjusted(0, half + px(2), 0, -px(4))
        _line(painter, upper, (str(index.data() or ""), first), (face(11.25, SEMIBOLD), MUC))
        _line(painter, lower, (str(index.data(SECOND) or ""), second), (face(9.5, NORMAL), MUC_NHAT))


def hits_table(columns: Sequence[Column], name: str) -> tuple[QTableView, HitsModel]:
    """A table without a head; one row at a time."""
    model = HitsModel(columns)
    table = rows_table(model, name)
    table.setItemDelegate(HitsDelegate(table))
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.horizontalHeader().hide()
    return table, model


def _line(painter: QPainter, box: QRectF, told: tuple[str, Spans], pen: tuple[QFont, Ink]) -> None:
    (text, marks), (font, ink) = told, pen
    measure = QFontMetricsF(font)
    painter.setFont(font)
    for first, last in marks:
        left = measure.horizontalAdvance(text[:first])
        wide = min(measure.horizontalAdvance(text[first:last]), box.width() - left)
        if wide > 0:
            tall = measure.height()
            painter.fillRect(QRectF(box.left() + left - 1, box.center().y() - tall / 2, wide + 2, tall), QColor(TRUNG))
    painter.setPen(QColor(ink))
    shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)


def bar(table: QTableView, place: int) -> None:
    """Put the bar on one row and bring it into sight."""
    index = table.model().index(place, 0)
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
    table.scrollTo(index)


def as_tall_as_rows(table: QTableView, model: HitsModel, most: int) -> None:
    """No taller than its rows, and than so many of them."""
    table.setMaximumHeight(min(len(model.rows), most) * px(HEIGHT["two-line-row"]) + 4)
