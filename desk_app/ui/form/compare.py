"""Two records beside each other, line by line or as their letters: what differs is signed and yellow, and the ways out;
the harmless one has the focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from common.words import form_compare as said
from desk_app.services.comparing import Comparison
from desk_app.services.preview import PagePixels
from desk_app.ui.form.page_keys import read_on
from desk_app.ui.form.record_heads import RecordHeads
from desk_app.ui.form.wrapped_row import wrapped_row
from desk_app.ui.parts.banner import sign
from desk_app.ui.parts.button import KeyButton, button, quiet_button
from desk_app.ui.parts.card import block_title, words
from desk_app.ui.parts.glance import image_of
from desk_app.ui.parts.over import Over
from desk_app.ui.parts.page_picture import PagePicture
from desk_app.ui.parts.scroll import Scrolled
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.tokens import HOE_CHU, HOE_NHAT, MUC, MUC_NHAT, Ink

OPEN, OTHER, DROP = "open", "other", "drop"
_KEYS = {OPEN: "Alt+M", OTHER: "Alt+K", DROP: "Alt+T"}
_WIDE, _LOW, _VERY_LOW, _EDGE, _SIDE, _LABELS, _ROW, _PAD, _AIR = 900, 480, 400, 24, 20, 150, 38, 14, 4
Pages = tuple[PagePixels, PagePixels]
Draw = Callable[[Callable[[Pages], None]], None]
"""Draws both letters elsewhere and hands them over."""
TYPED, CHANGED, KEPT = "typed", "changed", "kept"


class CompareDialog(Over):
    """`chosen` carries the way that was chosen: open, other or drop; Esc chooses none. `kind`: a draft beside a record,
    a record about to be changed, or two that both stand."""

    chosen = Signal(str)

    def __init__(self, both: Comparison, parent: QWidget, draw: Draw, kind: str = TYPED) -> None:
        super().__init__(parent)
        self.setWindowTitle(said.compare_title(both.event))
        self.setAccessibleName(said.compare_title(both.event))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._draw: Draw | None = draw
        self.table, self.pages = _table(both), (PagePicture(), PagePicture())
        self._views = QStackedWidget()
        self._views.addWidget(self.table)
        self._views.addWidget(_sheets(both, self.pages))
        self.turn = quiet_button(said.SEE_LETTERS, "Ctrl+K", "mail")
        self.turn.clicked.connect(self.show_letters)
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self.show_letters)
        room = parent.width() - _EDGE - 2 * _SIDE
        low = parent.height() < px(_LOW)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 16, _SIDE, 14)
        column.setSpacing(12)
        self._note = words(said.COMPARE_NOTE, "second", 10)
        self._noted = _head(column, both, (self._note, self.turn), room)
        # Under heads of several lines no line would be left: in a very low window they scroll along.
        self._along = Scrolled(self._views) if parent.height() < px(_VERY_LOW) else None
        column.addWidget(self._along or self._views, 1)
        # In a low window what the buttons say has to be enough: the lines need the room.
        column.addLayout(_hint("" if low else _HINTS.get(kind, said.COMPARE_HINTS[both.event])))
        ways = self._ways(both, kind, room)
        column.addLayout(ways)
        self._harmless.setFocus()
        wide = min(max(px(_WIDE), ways.minimumSize().width() + 2 * _SIDE), parent.width() - _EDGE)
        self.resize(wide, parent.height() - _EDGE)

    def showEvent(self, event: QShowEvent) -> None:
        """As tall as its lines: how tall they are is known once the columns have their widths."""
        super().showEvent(event)
        self.table.resizeRowsToContents()
        lines = self.table.verticalHeader().length() + self.table.horizontalHeader().height()
        if self._along:
            self.table.setMinimumHeight(lines + 4)
            return
        self.resize(self.width(), min(self.height(), self.height() - self.table.height() + lines + 4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The lines scroll by the keys for pages wherever the focus is."""
        if not read_on((self._along or self.table).verticalScrollBar(), event):
            super().keyPressEvent(event)

    def show_letters(self) -> None:
        """The letters in place of the lines, or the lines again; drawn when they are first asked for."""
        letters = self._views.currentIndex() == 0
        self._views.setCurrentIndex(int(letters))
        self.turn.set_words(said.SEE_LINES if letters else said.SEE_LETTERS)
        self.turn.set_sign("list" if letters else "mail")
        self._note.setVisible(self._noted and not letters)
        if letters and self._draw is not None:
            draw, self._draw = self._draw, None
            draw(self._drawn)

    def _drawn(self, pages: Pages) -> None:
        if not isValid(self):
            return  # closed before the letters were there
        for picture, page in zip(self.pages, pages, strict=True):
            picture.show_page(image_of(page), page.note or said.NO_SHEET)

    def _ways(self, both: Comparison, kind: str, room: int) -> QVBoxLayout:
        ways = said.kept_ways if kind == KEPT else said.compare_ways
        made = list(zip((OPEN, OTHER, DROP), ways(both.event, both.number), strict=True))
        presses = [self._way(way, told) for way, told in made if kind != CHANGED or way != DROP]
        back = quiet_button(said.BACK, "Esc")
        back.clicked.connect(self.reject)
        presses[0].setDefault(True)
        self._harmless = presses[0]
        return wrapped_row((*presses, back), room)

    def _way(self, way: str, told: str) -> KeyButton:
        press = button(told, _KEYS[way])
        press.setObjectName(f"way:{way}")
        press.clicked.connect(lambda: self._choose(way))
        QShortcut(QKeySequence(_KEYS[way]), self).activated.connect(lambda: self._choose(way))
        return press

    def _choose(self, way: str) -> None:
        self.accept()
        self.chosen.emit(way)


_HINTS = {CHANGED: said.CHANGED_HINT, KEPT: said.KEPT_HINT}


def _head(column: QVBoxLayout, both: Comparison, beside: tuple[QLabel, KeyButton], room: int) -> bool:
    """What is asked, how differences are marked, the key to the letters; whether there is room for the second."""
    mark, title = sign("copy", HOE_CHU, 22), block_title(said.compare_title(both.event))
    note, turn = beside
    note.setWordWrap(False)
    row = QHBoxLayout()
    row.setSpacing(10)
    for each in (mark, title):
        row.addWidget(each)
    row.addStretch(1)
    fits = sum(each.sizeHint().width() + 10 for each in (mark, title, note, turn)) <= room
    note.setVisible(fits)
    row.addWidget(note)
    row.addWidget(turn)
    column.addLayout(row)
    return fits


def _hint(told: str) -> QHBoxLayout:
    row = QHBoxLayout()
    if not told:
        return row
    row.setSpacing(8)
    row.addWidget(sign("info-circle", MUC_NHAT, 18), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words(told, "second", 10), 1)
    return row


def _sheets(both: Comparison, pages: Sequence[PagePicture]) -> QWidget:
    """Both letters under their headings, with how far each is."""
    held, last = QWidget(), both.rows[-1]
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    for page, head, state in zip(pages, (both.typed_head, both.kept_head), (last.typed, last.kept), strict=True):
        column = QVBoxLayout()
        column.setSpacing(4)
        what, _, by = head.partition("\n")
        column.addWidget(words(what, points=10, bold=True))
        column.addWidget(words(by, "second", 10))
        column.addWidget(words(f"{last.label}: {state}", "second", 10))
        page.show_page(None, said.DRAWING)
        page.setMinimumSize(px(160), px(60))
        column.addWidget(page, 1)
        row.addLayout(column, 1)
    return held


def _table(both: Comparison) -> QTableWidget:
    table = QTableWidget(len(both.rows), 3)
    table.setAccessibleName(said.compare_title(both.event))
    table.setHorizontalHeader(RecordHeads())
    table.setHorizontalHeaderLabels(["", both.typed_head, both.kept_head])
    table.verticalHeader().hide()
    table.verticalHeader().setMinimumSectionSize(px(_ROW))
    table.setShowGrid(True)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setWordWrap(True)
    table.setStyleSheet(f"QTableView::item {{ padding: {px(_AIR)}px {px(_PAD)}px; }}")
    table.setTabKeyNavigation(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for line, row in enumerate(both.rows):
        label = said.DIFFERS.format(text=row.label) if row.differs else row.label
        table.setItem(line, 0, _cell(label, MUC if row.differs else MUC_NHAT, False))
        for place, text in enumerate((row.typed, row.kept), start=1):
            table.setItem(line, place, _cell(text, MUC, row.differs))
    table.setColumnWidth(0, px(_LABELS))
    for place in (1, 2):
        table.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table


def _cell(text: str, ink: Ink, differs: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    font = face(11.25, SEMIBOLD) if differs else QFont(face(11.25))
    item.setFont(font)
    item.setToolTip(text)
    item.setForeground(QColor(ink))
    if differs:
        item.setBackground(QColor(HOE_NHAT))
    return item
