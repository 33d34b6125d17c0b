"""The indigo side bar: new entry, the pages with their counts and keys, the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from common.words import window as said
from desk_app.ui.actions import BY_ID, Action
from desk_app.ui.parts.button import KeyButton
from desk_app.ui.parts.tooth_band import ToothBand
from desk_app.ui.theme.icons import icon
from desk_app.ui.theme.look import MEDIUM, NORMAL, SEMIBOLD, face, px
from desk_app.ui.theme.tokens import (
    CHAM,
    CHAM_DAM,
    CHAM_NHAT,
    CHON,
    HOE_CHU,
    HOE_NHAT,
    PHIM_TREN_CHAM,
    SIDE_WIDTH,
    TREN_CHAM,
    TREN_NEN,
    VIEN_CHAM,
    VONG,
)

NARROW_WIDTH, FOLDED_WIDTH = 188, 64
_ID, _COUNT = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1
_ROW = 40
_SOMEBODY_WAITS = frozenset({"ratings"})
"""Pages whose count is of people who asked to be called: amber, so that it is not taken for a pile of paper."""
_CROWDED, _FOLDED = 176, 90
"""A row narrower than this in px of the design shows its count where else its key stands, or a sign over its key."""


class Side(QFrame):
    """`chosen` carries the id of the action of the row that was clicked or entered."""

    chosen = Signal(str)

    def __init__(self, rows: Sequence[Action], today: date) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setFixedWidth(px(SIDE_WIDTH))
        self.new_entry = KeyButton(said.NEW_ENTRY, BY_ID["new"].shown_key, "", "plus")
        self.new_entry.setObjectName("newEntry")
        self.new_entry.setProperty("spread", True)
        self.new_entry.setMinimumHeight(px(42))
        self.rows = _rows(rows)
        self.rows.itemClicked.connect(lambda item: self.chosen.emit(item.data(_ID)))
        self.rows.itemActivated.connect(lambda item: self.chosen.emit(item.data(_ID)))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.new_entry)
        column.addSpacing(4)
        column.addWidget(self.rows, 1)
        self.date = _Day()
        self.date.put(today)
        column.addWidget(self.date)

    def narrow(self, narrow: bool, folded: bool = False) -> None:
        """Leave more of a small window to the page; `folded` leaves signs, counts and keys and no words."""
        self.setFixedWidth(px(FOLDED_WIDTH if folded else NARROW_WIDTH if narrow else SIDE_WIDTH))
        self._column.setContentsMargins(*((4, 6, 4, 4) if folded else (10, 12, 10, 10)))
        self.new_entry.show_sign_alone(folded)
        self.new_entry.setMinimumHeight(px(32 if folded else 42))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The day gives way where the rows need the height."""
        super().resizeEvent(event)
        needed = self.new_entry.sizeHint().height() + self.rows.count() * px(_ROW) + self.date.sizeHint().height()
        self.date.setVisible(self.height() >= needed + px(46) and self.width() >= px(NARROW_WIDTH))

    def show_chosen(self, id: str) -> None:
        """Mark the row of the page in front; none when the page has no row."""
        for place in range(self.rows.count()):
            if self.rows.item(place).data(_ID) == id:
                self.rows.setCurrentRow(place)
                return
        self.rows.setCurrentRow(-1)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Numbers by page; 0 or absent shows nothing."""
        for place in range(self.rows.count()):
            item = self.rows.item(place)
            action = BY_ID[item.data(_ID)]
            n = 0 if action.what else counts.get(action.page, 0)
            item.setData(_COUNT, n)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{action.words} {n or ''} {action.shown_key}")


class _Day(QWidget):
    """The day under a tooth band, solar and lunar."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(ToothBand())
        self._lines = QLabel(), QLabel()
        for label in self._lines:
            label.setFont(face(9.5))
            label.setContentsMargins(6, 0, 0, 0)
            column.addWidget(label)

    def put(self, today: date) -> None:
        """Another day."""
        self.day = today
        for label, line in zip(self._lines, (said.short_day(today), said.lunar_day(today)), strict=True):
            label.setText(line)


def _rows(actions: Sequence[Action]) -> QListWidget:
    rows = QListWidget()
    rows.setObjectName("navigation")
    rows.setAccessibleName(said.NAVIGATION)
    rows.setItemDelegate(_RowDelegate(rows))
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.setSpacing(0)
    rows.setMinimumWidth(1)
    for action in actions:
        item = QListWidgetItem(icon(action.side, TREN_CHAM, CHAM_DAM), action.words)
        item.setSizeHint(QSize(0, px(_ROW)))
        item.setData(_ID, action.id)
        item.setData(_COUNT, 0)
        item.setToolTip(f"{action.words} {action.shown_key}")
        rows.addItem(item)
    return rows


class _RowDelegate(QStyledItemDelegate):
    """Icon, words, a pill with the count, the key."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view: QListWidget = self.parent()  # type: ignore[assignment]
        chosen = view.currentRow() == index.row()
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)
        if chosen:
            painter.setPen(QColor(VONG) if view.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(CHON))
            painter.drawRoundedRect(box.adjusted(1, 0, -1, 0), 6, 6)
        action = BY_ID[index.data(_ID)]
        if box.width() < px(_FOLDED):
            _paint_folded(painter, box, action, (int(index.data(_COUNT) or 0), chosen))
            painter.restore()
            return
        mark = px(20)
        top = round(box.center().y() - mark / 2)
        icon(action.side, CHAM if chosen else TREN_CHAM).paint(painter, round(box.left()) + px(8), top, mark, mark)
        painter.setPen(QColor(CHAM_DAM if chosen else TREN_CHAM))
        painter.setFont(face(11.25, SEMIBOLD if chosen else NORMAL))
        painter.drawText(box.adjusted(px(36), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, action.words)
        waits = int(index.data(_COUNT) or 0)
        self._right(painter, box, action.shown_key, (waits, chosen, action.page in _SOMEBODY_WAITS))
        painter.restore()

    @staticmethod
    def _right(painter: QPainter, box: QRectF, key: str, state: tuple[int, bool, bool]) -> None:
        count, chosen, urgent = state
        crowded = box.width() < px(_CROWDED)
        painter.setPen(QColor(CHAM_DAM if chosen else PHIM_TREN_CHAM))
        painter.setFont(face(8.6))
        if not (count and crowded):
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box.adjusted(0, 0, -px(10), 0), right, key)
        if not count:
            return
        font = face(9.5, MEDIUM)
        wide = max(px(24), QFontMetricsF(font).horizontalAdvance(str(count)) + px(14))
        free = px(10 if crowded else 44)
        pill = QRectF(box.right() - free - wide, box.center().y() - px(10), wide, px(20))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(HOE_NHAT if urgent else CHAM_NHAT if chosen else VIEN_CHAM))
        painter.drawRoundedRect(pill, px(10), px(10))
        painter.setPen(QColor(HOE_CHU if urgent else CHAM_DAM if chosen else TREN_NEN))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, str(count))


def _paint_folded(painter: QPainter, box: QRectF, action: Action, state: tuple[int, bool]) -> None:
    """The sign over its key, the count beside the sign."""
    count, chosen = state
    mark = px(18)
    left = box.center().x() - mark / 2 - (px(10) if count else 0)
    icon(action.side, CHAM if chosen else TREN_CHAM).paint(painter, round(left), round(box.top()) + px(4), mark, mark)
    painter.setPen(QColor(CHAM_DAM if chosen else PHIM_TREN_CHAM))
    painter.setFont(face(8.6))
    under = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
    painter.drawText(box.adjusted(0, 0, 0, -px(1)), under, action.shown_key)
    if count:
        painter.setPen(QColor(CHAM_DAM if chosen else TREN_NEN))
        painter.setFont(face(9.5, SEMIBOLD))
        beside = QRectF(left + mark + px(3), box.top() + px(4), box.right() - left - mark, mark)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, str(count))
