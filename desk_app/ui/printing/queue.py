"""Letters as a list with ticks: box, two lines, a tag at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desk_app.ui.parts.rows import Column, Index, RowsModel, rows_table
from desk_app.ui.parts.two_lines import SECOND
from desk_app.ui.theme.icons import picture
from desk_app.ui.theme.look import SEMIBOLD, face, px
from desk_app.ui.theme.tokens import CHAM, CHAM_NHAT, KE, MUC, MUC_NHAT, RADIUS, TONES, TRANG, TREN_NUT, VIEN, VO, Ink

TICK, TAG_WORD, TAG_TONE = (int(Qt.ItemDataRole.UserRole) + step for step in range(11, 14))
TONE_OF = {"birth": "sen", "marriage": "son", "death": "xam", "thanks": "cham", "apology": "hoe"}
_BOX, _LEFT, _TEXT = 18, 12, 46
_TAGGED, _ROOMY = 270, 400


class TickModel(RowsModel):
    """Rows with a tick. `ticked(row)` tells, `tick(row, on)` changes and says whether it did; None cannot be ticked."""

    def __init__(
        self, column: Column, ticked: Callable[[Any], bool | None], tick: Callable[[Any, bool], bool], event: str
    ) -> None:
        super().__init__((column,))
        self._ticked, self._tick, self._event = ticked, tick, event

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be looked at and ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The tick and the tag beside what the column says."""
        row = self.row(index)
        if row is not None and role == Qt.ItemDataRole.ToolTipRole:
            return self.data(index, Qt.ItemDataRole.AccessibleTextRole)
        if row is None or role not in (Qt.ItemDataRole.CheckStateRole, TICK, TAG_WORD, TAG_TONE):
            return super().data(index, role)
        if role == TAG_WORD:
            return row.tag
        if role == TAG_TONE:
            return TONE_OF[getattr(row, self._event)]
        on = self._ticked(row)
        return on if role == TICK else Qt.CheckState.Checked if on else Qt.CheckState.Unchecked

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A tick put or taken."""
        row = self.row(index)
        if row is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        done = self._tick(row, Qt.CheckState(value) == Qt.CheckState.Checked)
        if done:
            self.dataChanged.emit(index, index)
        return done


class TickDelegate(QStyledItemDelegate):
    """Draws a row of a TickModel; a click on the box ticks, as Space does."""

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Space anywhere in the row, or the mouse upon the box."""
        if isinstance(event, QMouseEvent):
            inside = event.position().x() < option.rect.left() + px(_TEXT)
            if event.type() != QEvent.Type.MouseButtonRelease or not inside:
                return False
        elif event.type() != QEvent.Type.KeyPress or event.key() != Qt.Key.Key_Space:  # type: ignore[attr-defined]
            return False
        on = index.data(TICK) is True
        state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, bar, box, words, tag."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, QColor(CHAM_NHAT if chosen else TRANG))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(KE))
        if chosen:
            painter.fillRect(QRectF(box.left(), box.top(), 4, box.height()), QColor(CHAM))
        _paint_tick(painter, box, index.data(TICK))
        half, beside = box.height() / 2, px(10)
        text = box.adjusted(px(_TEXT), px(4), -beside, 0)
        text.setHeight(half - px(2))
        under = text.translated(0, half - px(4))
        # In a narrow list the name needs the room: the tag stands behind the second line, or is left out, as that line
        # says as well what kind of letter it is.
        if box.width() >= px(_TAGGED):
            roomy = box.width() >= px(_ROOMY)
            tag = _paint_tag(painter, box if roomy else under.adjusted(0, 0, beside, 0), _tag_of(index))
            under.setRight(tag.left() - px(6))
            text.setRight(under.right() if roomy else text.right())
        _line(painter, text, str(index.data()), (face(11.25, SEMIBOLD), MUC))
        _line(painter, under, str(index.data(SECOND)), (face(10), MUC_NHAT))
        painter.restore()


def tick_table(model: TickModel, name: str) -> QTableView:
    """The list as people see it."""
    table = rows_table(model, name)
    table.setItemDelegate(TickDelegate(table))
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table


def _paint_tick(painter: QPainter, row: QRectF, on: bool | None) -> None:
    side = px(_BOX)
    box = QRectF(row.left() + px(_LEFT), row.center().y() - side / 2, side, side)
    painter.setPen(QPen(QColor(CHAM if on else VIEN), 1.4))
    painter.setBrush(QColor(CHAM if on else VO if on is None else TRANG))
    painter.drawRoundedRect(box, 4, 4)
    if on:
        painter.drawPixmap(box.adjusted(2, 2, -2, -2).topLeft().toPoint(), picture("check", side - 4, TREN_NUT))


def _tag_of(index: QModelIndex | QPersistentModelIndex) -> tuple[str, str]:
    return str(index.data(TAG_WORD)), str(index.data(TAG_TONE))


def _paint_tag(painter: QPainter, row: QRectF, tag: tuple[str, str]) -> QRectF:
    font = face(9.5, SEMIBOLD)
    ground, ink, _ = TONES[tag[1]]
    wide = QFontMetricsF(font).horizontalAdvance(tag[0]) + px(14)
    cap = QRectF(row.right() - wide - px(10), row.center().y() - px(10), wide, px(20))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(cap, RADIUS["tag"], RADIUS["tag"])
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, tag[0])
    return cap


def _line(painter: QPainter, box: QRectF, text: str, pen: tuple[QFont, Ink]) -> None:
    painter.setFont(pen[0])
    painter.setPen(QColor(pen[1]))
    shown = QFontMetricsF(pen[0]).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
