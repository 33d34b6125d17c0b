"""What people wrote or said, a row each; the chosen one in full. Nothing scrolls in it: the page does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from common.words import ratings_page as said
from desk_app.ui.actions import BY_ID
from desk_app.ui.parts.button import quiet_button
from desk_app.ui.parts.card import words
from desk_app.ui.parts.rows import Column, Index, RowsModel, rows_table
from desk_app.ui.parts.sight import bring_into_sight
from desk_app.ui.parts.two_lines import TwoLineDelegate
from desk_app.ui.parts.wrapped import height_of
from desk_app.ui.ratings.model import Line
from desk_app.ui.theme.look import face, px
from desk_app.ui.theme.tokens import HEIGHT, MUC, MUC_NHAT

_TEXT, _PHONE = 2, 3
_AT_FIRST = 20
"""Rows that are shown before all are asked for."""
_WIDE, _NARROW = (120, 150, 0, 160, 130), (104, 134, 0, 160, 96)
"""Columns in px; 0 takes what is left."""
_AIR, _SIDES = 8, 20
"""px over and under words that wrap, and beside them as TwoLineDelegate leaves it."""


class LinesModel(RowsModel):
    """Rows whose words are also their tool tip; `under` is what no column says of a row, read aloud after its words."""

    def __init__(self, columns: Sequence[Column], under: Callable[[Any], str]) -> None:
        super().__init__(columns)
        self._under = under

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words in full."""
        told = super().data(index, Qt.ItemDataRole.DisplayRole if role == Qt.ItemDataRole.ToolTipRole else role)
        if role != Qt.ItemDataRole.AccessibleTextRole or index.column() != _TEXT:
            return told
        return ", ".join(part for part in (told, self._under(self.row(index))) if part)


class WordsDelegate(TwoLineDelegate):
    """The chosen row is as high as its words need; beside them stand, above, what the other columns say."""

    def __init__(self, parent: QWidget, under: Callable[[Index], str]) -> None:
        super().__init__(parent)
        self._under = under
        self._open = False

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Remember whether the row is the chosen one."""
        self._open = bool(option.state & QStyle.StateFlag.State_Selected)
        super().paint(painter, option, index)

    def _words(self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        if not self._open:
            super()._words(painter, box, index)
            return
        if index.column() != _TEXT:
            super()._words(painter, QRectF(box.left(), box.top(), box.width(), px(HEIGHT["row"])), index)
            return
        top = box.top() + px(_AIR)
        for text, font, ink in _parts(str(index.data() or ""), self._under(index)):
            painter.setFont(font)
            painter.setPen(QColor(ink))
            room = QRectF(box.left(), top, box.width(), height_of(text, font, box.width()))
            painter.drawText(room, Qt.TextFlag.TextWordWrap, text)
            top = room.bottom()


class Spoken(QWidget):
    """`chosen()` when another row is chosen, `called()` when G, `taken()` when N was pressed in the table."""

    chosen = Signal()
    called = Signal()
    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self._all = False
        self.rows = LinesModel(_columns(), self._under)
        self.table = rows_table(self.rows, said.WORDS_TITLE, two_lines=False)
        self.table.setItemDelegate(WordsDelegate(self.table, lambda index: self._under(self.rows.row(index))))
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing, self.more = words(said.NO_WORDS, "second"), quiet_button("", BY_ID["all-voices"].shown_key)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.table, self.nothing):
            column.addWidget(widget)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.installEventFilter(self)
        self.more.clicked.connect(self._show_all)

    def put(self, lines: Sequence[Line], anew: bool = True) -> None:
        """Other rows, the first of them chosen; not `anew`: the same read again, and the bar stays where it was."""
        at = 0 if anew else max(0, self.table.currentIndex().row())
        self._lines = tuple(lines)
        self._all = self._all and not anew
        self._put()
        self.table.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        self.table.selectRow(min(at, len(self.rows.rows) - 1))

    def line(self) -> Line | None:
        """The chosen row."""
        line = self.rows.row(self.table.currentIndex())
        return line if isinstance(line, Line) else None

    def fit(self, narrow: bool) -> None:
        """In a narrow window the telephone number stands under the words."""
        self.table.setColumnHidden(_PHONE, narrow)
        header = self.table.horizontalHeader()
        for section, width in enumerate(_NARROW if narrow else _WIDE):
            if width:
                header.resizeSection(section, px(width))
        self._stand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap elsewhere."""
        super().resizeEvent(event)
        self._stand()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """G and N in the table are the keys of the buttons, not letters to search for."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        told = {Qt.Key.Key_G: self.called, Qt.Key.Key_N: self.taken}
        if pressed and isinstance(event, QKeyEvent) and event.key() in told and not event.modifiers():
            told[Qt.Key(event.key())].emit()
            return True
        return super().eventFilter(watched, event)

    def _put(self) -> None:
        shown = self._lines if self._all else self._lines[:_AT_FIRST]
        self.rows.put(shown)
        self.more.setText(said.all_words(len(self._lines)))
        self.more.setVisible(len(self._lines) > len(shown))
        self._stand()

    def _show_all(self) -> None:
        """The bar goes to the first row that was not seen yet."""
        at, self._all = len(self.rows.rows), True
        self._put()
        self.table.setFocus()
        self.table.selectRow(at)

    def _stand(self) -> None:
        """Every row in full height, the chosen one as high as its words."""
        chosen = self.table.currentIndex()
        usual = px(HEIGHT["row"])
        for row in range(len(self.rows.rows)):
            self.table.setRowHeight(row, usual)
        line = self.rows.row(chosen)
        if isinstance(line, Line):
            room = self.table.columnWidth(_TEXT) - px(_SIDES)
            parts = _parts(line.text, self._under(line))
            tall = ceil(sum(height_of(text, font, room) for text, font, _ in parts)) + 2 * px(_AIR)
            self.table.setRowHeight(chosen.row(), max(usual, tall))
        rows = sum(self.table.rowHeight(row) for row in range(len(self.rows.rows)))
        self.table.setFixedHeight(px(HEIGHT["table-head"]) + max(rows, usual) + 4)

    def _under(self, line: Any) -> str:
        """What no column says of the chosen row."""
        if not isinstance(line, Line):
            return ""
        taken = said.desk_kind(line.note) if line.kind == "desk" else ""
        told = (taken, line.phone if self.table.isColumnHidden(_PHONE) else "")
        return " · ".join(part for part in told if part)

    def _choose(self) -> None:
        self._stand()
        if self.table.hasFocus():
            # The page hears of the rows' new height when this is over.
            QTimer.singleShot(0, self.table, lambda: bring_into_sight(self.table))
        self.chosen.emit()


def _parts(text: str, under: str) -> list[tuple[str, QFont, Any]]:
    """The words and what stands under them."""
    both = [(text, face(11.25), MUC), (under, face(9.5), MUC_NHAT)]
    return [part for part in both if part[0]]


def _columns() -> tuple[Column, ...]:
    titles = said.COLUMNS
    return (
        Column(titles[0], lambda line: said.week(line.on), width=_WIDE[0]),
        Column(titles[1], lambda line: said.ROW_KINDS[line.kind], tone=_tag_tone, tag=True, width=_WIDE[1]),
        Column(titles[2], lambda line: line.text),
        Column(titles[3], lambda line: line.phone, width=_WIDE[3]),
        Column(titles[4], _state, tone=_state_tone, width=_WIDE[4]),
    )


def _tag_tone(line: Line) -> str:
    return {"call": "son", "message": "cham", "desk": "hoe"}.get(line.kind, "xam")


def _state(line: Line) -> str:
    return line.taken if line.kind != "call" else said.DONE if line.called else said.NOT_YET


def _state_tone(line: Line) -> str:
    return "" if line.kind != "call" else "sen" if line.called else "son"
