"""The order as a table: rows are dragged to other places, the grip and the number at the left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from common.words import ceremony as said
from desk_app.ui.ceremony.model import Row, columns
from desk_app.ui.parts.rows import Index, RowsModel, rows_table
from desk_app.ui.parts.two_lines import TONE, TwoLineDelegate
from desk_app.ui.theme.icons import picture
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.tokens import HEIGHT, MUC, MUC_NHAT, TONES

_DOT, _PITCH = 1.3, 5
_LETTER, _SIGNS, _NOTES = 2, 3, 4
_OF_TONE = {"sen": "circle-check", "hoe": "clock", "son": "alert-circle"}
_TIGHT, _TIGHTER = 660, 540
"""px under which the column of signing, then that of notes, gives way to the names."""


class OrderModel(RowsModel):
    """Rows that can be dragged among each other."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Dragged from anywhere, let fall between two rows."""
        drag = Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | drag

    def supportedDropActions(self) -> Qt.DropAction:
        """A turn moves."""
        return Qt.DropAction.MoveAction


class OrderDelegate(TwoLineDelegate):
    """The first column has a grip before its number, the state of letter and signature a sign before its word."""

    bold = 1

    def _words(self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.column() == 0:
            self._grip(painter, box, index)
        elif index.data():
            super()._words(painter, self._signed(painter, box, index), index)

    @staticmethod
    def _signed(painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex) -> QRectF:
        """The room that is left beside the sign."""
        tone = str(index.data(TONE) or "")
        if index.column() not in (_LETTER, _SIGNS) or not tone:
            return box
        size = px(18)
        sign = picture(_OF_TONE[tone], size, TONES[tone][1], painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(box.left(), box.center().y() - size / 2), sign)
        return box.adjusted(size + px(6), 0, 0, 0)

    @staticmethod
    def _grip(painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(MUC_NHAT))
        for dot in range(6):
            across, down = dot % 2, dot // 2 - 1
            middle = QPointF(box.left() + px(2) + across * px(_PITCH), box.center().y() + down * px(_PITCH))
            painter.drawEllipse(middle, px(1) * _DOT, px(1) * _DOT)
        painter.setPen(QColor(MUC))
        painter.setFont(face(11.25, SEMIBOLD))
        text = box.adjusted(px(_PITCH) + px(12), 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, str(index.data()))


class OrderTable(QWidget):
    """`moved(from, to)` after a drag, `stepped(row)` when another row came under the bar, `opened()` by Enter."""

    moved = Signal(int, int)
    stepped = Signal(int)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = OrderModel(columns())
        self.table: QTableView = rows_table(self.model, said.ROWS)
        self.table.setItemDelegate(OrderDelegate(self.table))
        self.table.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.table.setDragDropOverwriteMode(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setMinimumSize(300, 140)
        self.table.viewport().installEventFilter(self)
        self.table.installEventFilter(self)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _: self._step(now.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.setFocusProxy(self.table)

    def put(self, rows: tuple[Row, ...], at: int) -> None:
        """Other rows, that one under the bar."""
        self.table.selectionModel().blockSignals(True)
        self.model.put(rows)
        if rows:
            self.table.setCurrentIndex(self.model.index(at, 1))
        self.table.selectionModel().blockSignals(False)
        self.setMaximumHeight(px(HEIGHT["table-head"]) + len(rows) * px(HEIGHT["two-line-row"]) + 4)
        self.table.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the columns at the right give way to the names."""
        super().resizeEvent(event)
        self.table.setColumnHidden(_SIGNS, self.width() < px(_TIGHT))
        self.table.setColumnHidden(_NOTES, self.width() < px(_TIGHTER))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is let fall here moves; Enter opens."""
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._drop(event)
            return True
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in enter
        if watched is self.table and pressed:
            self.opened.emit()
            return True
        return bool(super().eventFilter(watched, event))

    def _drop(self, event: QDropEvent) -> None:
        start, at = self.table.currentIndex().row(), event.position().toPoint()
        index = self.table.indexAt(at)
        last = len(self.model.rows) - 1
        to = index.row() if index.isValid() else last
        box = self.table.visualRect(index) if index.isValid() else None
        if box is not None:
            # Over the upper half it comes before that row, over the lower half behind it.
            to += int(at.y() > box.center().y()) - int(to > start)
        event.setDropAction(Qt.DropAction.CopyAction)  # else the view would take its own row away
        event.accept()
        if start >= 0:
            self.moved.emit(start, max(0, min(to, last)))

    def _step(self, row: int) -> None:
        if row >= 0:
            self.stepped.emit(row)
