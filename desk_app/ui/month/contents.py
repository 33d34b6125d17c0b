"""Step 1: the table, the sum that must agree, what is in the bundle and what is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from common.words import month as said
from desk_app.services.month_view import Counted, MonthContents
from desk_app.ui.month.lacking import AfterRestore
from desk_app.ui.parts.banner import Banner, sign
from desk_app.ui.parts.button import quiet_button
from desk_app.ui.parts.card import Card, block_title, words
from desk_app.ui.parts.places import clear
from desk_app.ui.parts.tag import Tag
from desk_app.ui.theme.look import NORMAL, SEMIBOLD, face, px
from desk_app.ui.theme.tokens import DIEP, HOE, MUC, SEN_CHU, SON_CHU, TRANG, VO, Ink

_ROW, _HEAD, _KIND, _NARROW = 28, 32, 118, 700
_TIGHT, _TIGHT_KIND, _AIR, _TIGHT_AIR = 100, 96, 14, 6
"""px: a column of figures narrower than this, and the air beside them."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Figures(QStyledItemDelegate):
    """Air beside the figures and a fine line under each row; the last row on a ground of its own."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, line, figure."""
        box = QRectF(option.rect)
        last = index.row() == index.model().rowCount() - 1
        painter.fillRect(box, QColor(DIEP if last else TRANG))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(VO))
        painter.setPen(QColor(MUC))
        painter.setFont(index.data(Qt.ItemDataRole.FontRole))
        side = _RIGHT if index.column() else _LEFT
        air = px(_TIGHT_AIR if option.rect.width() < px(_TIGHT) else _AIR)
        painter.drawText(box.adjusted(air, 0, -air, 0), side, str(index.data()))


class CountTable(QTableWidget):
    """Five kinds and their total; figures stand right, nothing stands for nought."""

    def __init__(self) -> None:
        super().__init__(6, len(said.COLUMNS))
        self._tight = False
        self.setAccessibleName(said.CONTENTS_NAME)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setItemDelegate(_Figures(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(px(_ROW))
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.setFixedHeight(px(_HEAD) + 6 * px(_ROW) + 2)
        for column, title in enumerate(said.COLUMNS):
            item = QTableWidgetItem(title)
            item.setTextAlignment(_RIGHT if column else _LEFT)
            item.setFont(face(10, SEMIBOLD))
            self.setHorizontalHeaderItem(column, item)
        header = self.horizontalHeader()
        header.setFixedHeight(px(_HEAD))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, px(_KIND))
        header.setHighlightSections(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window less air stands beside titles and figures."""
        super().resizeEvent(event)
        tight = event.size().width() - px(_KIND) < px(_TIGHT) * (self.columnCount() - 1)
        if tight is not self._tight:
            self._tight = tight
            air = f"QHeaderView::section {{ padding: 0 {px(_TIGHT_AIR)}px; }}" if tight else ""
            self.horizontalHeader().setStyleSheet(air)
            self.horizontalHeader().resizeSection(0, px(_TIGHT_KIND if tight else _KIND))

    def put(self, rows: Sequence[Counted], total: Counted) -> None:
        """Show these rows, the total last."""
        for line, row in enumerate((*rows, total)):
            last = line == len(rows)
            self._cell(line, 0, said.KINDS[row.kind], last)
            for column, figure in enumerate(_figures(row), 1):
                self._cell(line, column, str(figure) if figure or last else "", last)

    def _cell(self, line: int, column: int, text: str, last: bool) -> None:
        item = self.item(line, column)
        if item is None:
            item = QTableWidgetItem()
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.setItem(line, column, item)
        # Written anew, never replaced: an item that goes while Python knows it may take the process with it.
        item.setText(text)
        item.setFont(face(11.25, SEMIBOLD if last or not column else NORMAL))


class ContentsPage(QWidget):
    """What would go up; `letters_asked` when the clerk wants to see the letters without a hand-over first."""

    letters_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.since = block_title(""), words("", "second", 9.5)
        self.to = Tag("", "cham")
        self.table = CountTable()
        self.sum = Banner("sen", "", "")
        self.inside, self.outside = (Card(title, points=11.25) for title in (said.IN_IT, said.NOT_IN_IT))
        self.held = words("", "second", 9.5)
        self.sign = sign("alert-triangle", HOE, size=18)
        self.look, self.unhanded = words(said.LOOK_FIRST, "look", 10.5, bold=True), quiet_button("", "Alt+3")
        self.unhanded.setProperty("small", True)
        self.unhanded.clicked.connect(self.letters_asked)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.after = AfterRestore()
        column.addWidget(self.after)
        column.addLayout(self._top())
        column.addWidget(self.table)
        column.addWidget(self.sum)
        self._lists, self._foot = _side_by_side(self.inside, self.outside), self._notes()
        column.addLayout(self._foot)
        column.addLayout(self._lists, 1)
        self._air(narrow=False)

    def _top(self) -> QHBoxLayout:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.title)
        titles.addWidget(self.since)
        row = QHBoxLayout()
        row.addLayout(titles, 1)
        row.addWidget(self.to)
        return row

    def _notes(self) -> QHBoxLayout:
        self.look.setWordWrap(False)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.held, 1)
        row.addWidget(self.sign)
        row.addWidget(self.look)
        row.addWidget(self.unhanded)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, what stands side by side stands one under the other."""
        narrow = self.width() < px(_NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._air(narrow)
        self._lists.setDirection(way)
        self._foot.setDirection(way)
        super().resizeEvent(event)

    def _air(self, narrow: bool) -> None:
        """Little of it where a usual month is seen whole at 768 lines; a narrow window scrolls anyway."""
        between, edge = (2, 8) if narrow else (0, 6)
        self._column.setSpacing(10 if narrow else 8)
        self.sum.pad(10 if narrow else 6)
        for card in (self.inside, self.outside):
            card.body.setSpacing(between)
            card.body.setContentsMargins(16, edge, 16, edge)

    def put(self, contents: MonthContents) -> None:
        """Show these contents."""
        self.title.setText(said.contents_title(contents.month.name))
        since = said.since(contents.receipt, contents.receipt_on, contents.seq, contents.bundles)
        self.since.setText(said.unfinished(contents.seq) if contents.unfinished else since)
        self.to.setText(said.send_to(contents.to))
        self.table.put(contents.rows, contents.total)
        self._put_sum(contents)
        self._put_lists(contents)
        self.held.setText(said.held_note(contents.held))
        self.unhanded.set_words(said.unhanded(contents.waiting))
        for widget in (self.sign, self.look, self.unhanded):
            widget.setVisible(contents.waiting > 0)

    def _put_sum(self, contents: MonthContents) -> None:
        say_sum(self.sum, contents)

    def _put_lists(self, contents: MonthContents) -> None:
        _list(self.inside, said.inside(contents.tallied, contents.named, contents.voice), ("check", SEN_CHU))
        _list(self.outside, said.outside(contents.named), ("x", SON_CHU))


def say_sum(banner: Banner, contents: MonthContents) -> None:
    """The sum that must agree, or by how much it does not."""
    added = contents.sum
    if added.agrees:
        told = f"{_bold(said.AGREES)} {said.sum_of(added.parts, added.lines, _bold)}"
        empty = not any(_figures(contents.total)) and not contents.stop
        banner.say("sen", "", f"{told}<br>{said.NOTHING_YET}" if empty else told)
        return
    banner.say("son", "", said.sum_differs(sum(added.parts.values()), added.lines, added.unread))


def _bold(text: str) -> str:
    return f"<b>{text}</b>"


def _figures(row: Counted) -> tuple[int, ...]:
    return row.registered, row.printed, row.held, row.delivered, row.changed


def _list(card: Card, lines: Sequence[str], mark: tuple[str, Ink]) -> None:
    """The lines of a card, each with its sign; what stood there before goes."""
    clear(card.body, keep=1)
    for line in lines:
        row = QWidget()
        places = QHBoxLayout(row)
        places.setContentsMargins(0, 0, 0, 0)
        places.setSpacing(8)
        places.addWidget(sign(*mark, size=18))
        places.addWidget(_plain(line), 1)
        card.body.addWidget(row)
    card.body.addStretch(1)


def _plain(text: str) -> QLabel:
    label = words(text, points=10.5)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _side_by_side(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget, 1)
    return row
