"""The list of people at the lock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from common.words import lock as said
from desk_app.ui.theme.look import NORMAL, SEMIBOLD, face, px
from desk_app.ui.theme.tokens import CHAM, CHAM_MO, MUC, TRANG, VIEN_NHE, VO

_ROW, _GAP = 60, 8


class PeopleList(QListWidget):
    """One card per person, the first letter of the given name in a disc."""

    def __init__(self, users: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("people")
        self.setAccessibleName(said.WHO)
        self.setItemDelegate(_PersonDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for user in users:
            item = QListWidgetItem(user)
            item.setSizeHint(QSize(0, px(_ROW + _GAP)))
            self.addItem(item)
        self.setCurrentRow(0)

    def user(self) -> str:
        """The chosen name, empty without any."""
        item = self.currentItem()
        return item.text() if item else ""


class _PersonDelegate(QStyledItemDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view: QListWidget = self.parent()  # type: ignore[assignment]
        chosen = view.currentRow() == index.row()
        box = QRectF(option.rect).adjusted(1, 1, -1, -px(_GAP) - 1)
        painter.setPen(QPen(QColor(CHAM if chosen else VIEN_NHE), 2 if chosen else 1))
        painter.setBrush(QColor(CHAM_MO if chosen else TRANG))
        painter.drawRoundedRect(box, 8, 8)
        name = str(index.data())
        disc = QRectF(box.left() + px(12), box.center().y() - px(20), px(40), px(40))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(CHAM if chosen else VO))
        painter.drawEllipse(disc)
        painter.setPen(QColor(TRANG if chosen else MUC))
        painter.setFont(face(11.25, SEMIBOLD))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, name.split()[-1][:1].upper())
        painter.setPen(QColor(MUC))
        painter.setFont(face(11.25, SEMIBOLD if chosen else NORMAL))
        painter.drawText(box.adjusted(px(66), 0, -px(8), 0), Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()
