"""The list of people at the lock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from common.words import lock as said
from desk_app.services.doorstep import Resident
from desk_app.ui.theme.look import NORMAL, SEMIBOLD, face, px
from desk_app.ui.theme.tokens import CHAM, CHAM_MO, MUC, MUC_NHAT, TRANG, TREN_NUT, VIEN_NHE, VO, VONG

_ROW, _GAP, _SHOWN = 60, 8, 3
_LOGIN, _SECOND, _CALLED = (Qt.ItemDataRole.UserRole + number for number in range(3))


class PeopleList(QListWidget):
    """One card per person, the first letter of the given name in a disc; a row's text is the shown name."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("people")
        self.setAccessibleName(said.WHO)
        self.setItemDelegate(_PersonDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def put(self, people: Sequence[Resident], chosen: str = "") -> None:
        """Other people, or other words about them; the login `chosen` is taken, else whoever was."""
        login = chosen or self.user()
        while self.count():  # one by one: clear() may take items that Python knows, and the process with them
            self.takeItem(0)
        for one in people:
            item = QListWidgetItem(one.name)
            second = said.at_work(one.work, one.drafts)
            item.setData(_LOGIN, one.login)
            item.setData(_SECOND, second)
            item.setData(_CALLED, one.greeting)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, second)
            item.setToolTip(f"{one.name}\n{second}".strip())
            item.setSizeHint(QSize(0, px(_ROW + _GAP)))
            self.addItem(item)
        self.setMinimumHeight(px(_ROW + _GAP) * min(_SHOWN, len(people)) + 2)
        self.choose(login)

    def user(self) -> str:
        """The chosen login, empty without any."""
        item = self.currentItem()
        return str(item.data(_LOGIN)) if item else ""

    def logins(self) -> tuple[str, ...]:
        """Everyone's login, from top to bottom."""
        return tuple(str(self.item(row).data(_LOGIN)) for row in range(self.count()))

    def choose(self, login: str) -> None:
        """Take this person; the first where there is no such login."""
        logins = self.logins()
        self.setCurrentRow(logins.index(login) if login in logins else 0)


class _PersonDelegate(QStyledItemDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view: QListWidget = self.parent()  # type: ignore[assignment]
        chosen = view.currentRow() == index.row()
        box = QRectF(option.rect).adjusted(1, 1, -1, -px(_GAP) - 1)
        edge = (VONG, 3) if chosen and view.hasFocus() else (CHAM, 2) if chosen else (VIEN_NHE, 1)
        painter.setPen(QPen(*edge))
        painter.setBrush(QColor(CHAM_MO if chosen else TRANG))
        painter.drawRoundedRect(box, 8, 8)
        _disc(painter, box, str(index.data(_CALLED)), chosen)
        _lines(painter, box.adjusted(px(66), 0, -px(12), 0), str(index.data()), str(index.data(_SECOND) or ""))
        painter.restore()


def _disc(painter: QPainter, box: QRectF, called: str, chosen: bool) -> None:
    disc = QRectF(box.left() + px(12), box.center().y() - px(20), px(40), px(40))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(CHAM if chosen else VO))
    painter.drawEllipse(disc)
    painter.setPen(QColor(TREN_NUT if chosen else MUC))
    painter.setFont(face(11.25, SEMIBOLD))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, called.split()[-1][:1].upper() if called.split() else "")


def _lines(painter: QPainter, room: QRectF, name: str, second: str) -> None:
    middle = room.center().y()
    upper = room.adjusted(0, px(8), 0, middle - room.bottom()) if second else room
    _line(painter, upper, name, True)
    if second:
        _line(painter, room.adjusted(0, middle - room.top(), 0, -px(7)), second, False)


def _line(painter: QPainter, room: QRectF, text: str, first: bool) -> None:
    font = face(11.25, SEMIBOLD) if first else face(9.5, NORMAL)
    painter.setFont(font)
    painter.setPen(QColor(MUC if first else MUC_NHAT))
    cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)
