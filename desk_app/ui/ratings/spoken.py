"""What people wrote or said, a row each, and the chosen one in full beneath."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from common.words import ratings_page as said
from desk_app.ui.parts.card import Card, words
from desk_app.ui.parts.rows import Column, Index, RowsModel, rows_table
from desk_app.ui.ratings.model import Line
from desk_app.ui.theme.look import px
from desk_app.ui.theme.tokens import HEIGHT

_PHONE = 3
_FEWEST = 3
_WIDE, _NARROW = (120, 150, 0, 160, 130), (104, 134, 0, 160, 96)
"""Columns in px; 0 takes what is left."""


class LinesModel(RowsModel):
    """Rows whose words are also their tool tip."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words in full."""
        return super().data(index, Qt.ItemDataRole.DisplayRole if role == Qt.ItemDataRole.ToolTipRole else role)


class Spoken(QWidget):
    """`chosen()` when another row is chosen, `called()` when G, `taken()` when N was pressed in the table."""

    chosen = Signal()
    called = Signal()
    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._most = _FEWEST
        self.rows = LinesModel(_columns())
        self.table = rows_table(self.rows, said.WORDS_TITLE, two_lines=False)
        self.table.setVerticalScrollMode(self.table.ScrollMode.ScrollPerPixel)
        self.whole, self.nothing = Card(), words(said.NO_WORDS, "second")
        self._who, self._text = words("", points=10.5, bold=True), words("", points=11.25)
        self.whole.body.setSpacing(2)
        for label in (self._who, self._text):
            self.whole.body.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.table, self.whole, self.nothing):
            column.addWidget(widget)
        column.addStretch(1)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._choose())
        self.table.installEventFilter(self)

    def put(self, lines: Sequence[Line]) -> None:
        """Other rows, the first of them chosen."""
        self.rows.put(lines)
        self._stand()
        for widget in (self.table, self.whole):
            widget.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        self.table.selectRow(0)
        self._choose()

    def line(self) -> Line | None:
        """The chosen row."""
        line = self.rows.row(self.table.currentIndex())
        return line if isinstance(line, Line) else None

    def fit(self, narrow: bool, tall: int) -> None:
        """The table has `tall` px; in a narrow window the telephone number stands beneath only."""
        self._most = max(tall, _FEWEST * px(HEIGHT["row"])) // px(HEIGHT["row"])
        self._stand()
        self.table.setColumnHidden(_PHONE, narrow)
        header = self.table.horizontalHeader()
        for section, width in enumerate(_NARROW if narrow else _WIDE):
            if width:
                header.resizeSection(section, px(width))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """G and N in the table are the keys of the buttons, not letters to search for."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        told = {Qt.Key.Key_G: self.called, Qt.Key.Key_N: self.taken}
        if pressed and isinstance(event, QKeyEvent) and event.key() in told and not event.modifiers():
            told[Qt.Key(event.key())].emit()
            return True
        return super().eventFilter(watched, event)

    def _stand(self) -> None:
        """As many rows as there are and as fit."""
        seen = max(min(len(self.rows.rows), self._most), 1)
        self.table.setFixedHeight(px(HEIGHT["table-head"]) + seen * px(HEIGHT["row"]) + 4)

    def _choose(self) -> None:
        line = self.line()
        if line is not None:
            told = (said.week(line.on), _kind(line), line.phone, _state(line))
            self._who.setText(" · ".join(part for part in told if part))
            self._text.setText(line.text)
            self._text.setVisible(bool(line.text))
        self.chosen.emit()


def _columns() -> tuple[Column, ...]:
    titles = said.COLUMNS
    return (
        Column(titles[0], lambda line: said.week(line.on), width=_WIDE[0]),
        Column(titles[1], lambda line: said.ROW_KINDS[line.kind], tone=_tag_tone, tag=True, width=_WIDE[1]),
        Column(titles[2], lambda line: line.text),
        Column(titles[3], lambda line: line.phone, width=_WIDE[3]),
        Column(titles[4], _state, tone=_state_tone, width=_WIDE[4]),
    )


def _kind(line: Line) -> str:
    return said.desk_kind(line.note) if line.kind == "desk" else said.ROW_KINDS[line.kind]


def _tag_tone(line: Line) -> str:
    return {"call": "son", "message": "cham", "desk": "hoe"}.get(line.kind, "xam")


def _state(line: Line) -> str:
    return line.taken if line.kind != "call" else said.DONE if line.called else said.NOT_YET


def _state_tone(line: Line) -> str:
    return "" if line.kind != "call" else "sen" if line.called else "son"
