"""Two records beside each other, what differs in yellow, and the ways out; the harmless one has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from common.words import form_compare as said
from desk_app.services.comparing import Comparison
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.button import KeyButton, button, quiet_button
from desk_app.ui.parts.card import block_title, words
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.tokens import HOE_CHU, HOE_NHAT, MUC, MUC_NHAT

OPEN, OTHER, DROP = "open", "other", "drop"
_KEYS = {OPEN: "Alt+M", OTHER: "Alt+K", DROP: "Alt+T"}
_WIDE, _EDGE, _LABELS, _ROW, _PAD, _AROUND = 900, 24, 170, 38, 14, 152


class CompareDialog(QDialog):
    """`chosen` carries the way that was chosen: open, other or drop; Esc chooses none."""

    chosen = Signal(str)

    def __init__(self, both: Comparison, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(said.compare_title(both.event))
        self.setAccessibleName(said.compare_title(both.event))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = _table(both)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        column.addLayout(_head(both))
        column.addWidget(self.table, 1)
        column.addLayout(_hint(both))
        column.addLayout(self._ways(both))
        self._harmless.setFocus()
        wide = min(px(_WIDE), parent.width() - _EDGE)
        tall = self.table.horizontalHeader().height() + px(_ROW) * len(both.rows) + px(_AROUND)
        self.resize(wide, min(tall, parent.height() - _EDGE))

    def _ways(self, both: Comparison) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        made = zip((OPEN, OTHER, DROP), said.compare_ways(both.event, both.number), strict=True)
        presses = [self._way(way, told) for way, told in made]
        for press in presses:
            row.addWidget(press)
        row.addStretch(1)
        back = quiet_button(said.BACK, "Esc")
        back.clicked.connect(self.reject)
        row.addWidget(back)
        presses[0].setDefault(True)
        self._harmless = presses[0]
        return row

    def _way(self, way: str, told: str) -> KeyButton:
        press = button(told, _KEYS[way])
        press.setObjectName(f"way:{way}")
        press.clicked.connect(lambda: self._choose(way))
        QShortcut(QKeySequence(_KEYS[way]), self).activated.connect(lambda: self._choose(way))
        return press

    def _choose(self, way: str) -> None:
        self.accept()
        self.chosen.emit(way)


def _head(both: Comparison) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(sign("copy", HOE_CHU, 22))
    row.addWidget(block_title(said.compare_title(both.event)))
    row.addStretch(1)
    note = words(said.COMPARE_NOTE, "second", 10)
    note.setWordWrap(False)
    row.addWidget(note)
    return row


def _hint(both: Comparison) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(sign("info-circle", MUC_NHAT, 18), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words(said.COMPARE_HINTS[both.event], "second", 10), 1)
    return row


def _table(both: Comparison) -> QTableWidget:
    table = QTableWidget(len(both.rows), 3)
    table.setAccessibleName(said.compare_title(both.event))
    table.setHorizontalHeaderLabels(["", both.typed_head, both.kept_head])
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for place, told in enumerate((both.typed_head, both.kept_head), start=1):
        head = QTableWidgetItem(told)
        head.setToolTip(told)
        table.setHorizontalHeaderItem(place, head)
    table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
    table.verticalHeader().hide()
    table.verticalHeader().setMinimumSectionSize(px(_ROW))
    table.setShowGrid(True)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setWordWrap(True)
    table.setStyleSheet(f"QTableView::item {{ padding: 0 {px(_PAD)}px; }}")
    table.setTabKeyNavigation(False)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for line, row in enumerate(both.rows):
        table.setItem(line, 0, _cell(row.label, MUC_NHAT, False))
        for place, text in enumerate((row.typed, row.kept), start=1):
            table.setItem(line, place, _cell(text, MUC, row.differs))
    table.setColumnWidth(0, px(_LABELS))
    for place in (1, 2):
        table.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table


def _cell(text: str, ink: str, differs: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    font = face(11.25, SEMIBOLD) if differs else QFont(face(11.25))
    item.setFont(font)
    item.setToolTip(text)
    item.setForeground(QColor(ink))
    if differs:
        item.setBackground(QColor(HOE_NHAT))
    return item
