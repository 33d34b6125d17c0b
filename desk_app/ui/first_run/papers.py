"""What stands at the right: the letterhead as it will print, and the rescue sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from common.words import first_run as said
from common.words.reports import COMMITTEE, MOTTO, NATION
from desk_app import paths
from desk_app.services.communes import Commune
from desk_app.services.office import authority_lines
from desk_app.ui.theme.look import NORMAL, SEMIBOLD, face, px
from desk_app.ui.theme.tokens import MUC, MUC_NHAT, TRANG, VIEN_NHE

_SERIF = "Liberation Serif"
_CUTS = ("LiberationSerif.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf")
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


def load_serif() -> None:
    """The letters' own face for the screen."""
    if _SERIF not in QFontDatabase.families():
        for cut in _CUTS:
            QFontDatabase.addApplicationFontFromData(QByteArray((paths.resources() / "fonts" / cut).read_bytes()))


class Paper(QWidget):
    """A white sheet with a fine shadow."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._size = QSize(px(width), px(height))
        self.setFixedSize(self._size)

    def ground(self, painter: QPainter) -> None:
        """Shadow and paper."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(28, 35, 38, 22))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 2, -1, 0), 3, 3)
        painter.setBrush(QColor(TRANG))
        painter.setPen(QPen(QColor(VIEN_NHE), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(2, 1, -3, -4))
        painter.setPen(QColor(MUC))


class Letterhead(Paper):
    """Who writes, the nation and its motto, the dated line, and who signs."""

    def __init__(self) -> None:
        super().__init__(376, 232)
        load_serif()
        self.lines: tuple[str, ...] = ()
        self._head: tuple[str, ...] = ()
        self._signed: tuple[str, ...] = ()
        self.put(None, "", "")

    def put(self, commune: Commune | None, leader: str, title: str) -> None:
        """Other words."""
        self._head = (commune.parent.upper(), COMMITTEE.upper(), commune.full_name.upper()) if commune else ()
        self._place = said.place_line(commune.name if commune else "")
        self._signed = (*authority_lines(title), leader) if title else ()
        self.lines = (*self._head, self._place, *self._signed)
        self.setAccessibleName(", ".join(self.lines))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As on the letter, smaller."""
        painter = QPainter(self)
        self.ground(painter)
        left, right = QRectF(px(4), 0, px(138), 0), QRectF(px(142), 0, px(228), 0)
        top = float(px(18))
        for number, line in enumerate(self._head):
            top = self._line(painter, left, top, (line, _serif(8.4, bold=number > 0)))
        if self._head:
            self._rule(painter, left.center().x(), top + px(4), px(44))
        top = self._line(painter, right, px(18), (NATION, _serif(7.5, bold=True)))
        top = self._line(painter, right, top, (MOTTO, _serif(8.8, bold=True)))
        self._rule(painter, right.center().x(), top + px(3), px(146))
        self._line(painter, right, top + px(8), (self._place, _serif(8.8, italic=True)))
        self._sign(painter)
        painter.end()

    def _sign(self, painter: QPainter) -> None:
        place, top = QRectF(px(180), 0, px(180), 0), float(px(122))
        for line in self._signed[:-1]:
            top = self._line(painter, place, top, (line, _serif(8.8, bold=True)))
        if self._signed:
            self._line(painter, place, px(196), (self._signed[-1], _serif(9.6, bold=True)))

    def _line(self, painter: QPainter, column: QRectF, top: float, told: tuple[str, QFont]) -> float:
        """One or more lines within the column; gives the y below them."""
        text, font = told
        painter.setFont(font)
        tall = QFontMetricsF(font).boundingRect(
            QRectF(0, 0, column.width(), 999), _MIDDLE | Qt.TextFlag.TextWordWrap, text
        )
        box = QRectF(column.left(), top, column.width(), tall.height())
        painter.drawText(box, _MIDDLE | Qt.TextFlag.TextWordWrap, text)
        return top + tall.height()

    def _rule(self, painter: QPainter, middle: float, y: float, wide: float) -> None:
        painter.setPen(QPen(QColor(MUC), 1))
        painter.drawLine(QPointF(middle - wide / 2, y), QPointF(middle + wide / 2, y))


def _serif(points: float, bold: bool = False, italic: bool = False) -> QFont:
    font = face(points, SEMIBOLD if bold else NORMAL)
    font.setFamily(_SERIF)
    font.setBold(bold)
    font.setItalic(italic)
    return font


class RescueSheet(Paper):
    """Eight groups, large; covered while the proof is typed."""

    def __init__(self) -> None:
        super().__init__(320, 292)
        self._head, self._made = "", ""
        self._groups: tuple[str, ...] = ()
        self.covered = False

    def put(self, unit: str, groups: Sequence[str], on: date) -> None:
        """The sheet of this commune."""
        self._head, self._groups, self._made = said.sheet_head(unit), tuple(groups), said.sheet_made(on)
        self.cover(False)

    def cover(self, covered: bool) -> None:
        """Cover or show it."""
        self.covered = covered
        shown = said.SHEET_HIDDEN if covered else " ".join(self._groups)
        self.setAccessibleName(f"{self._head}. {shown}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Head, groups in two columns, what to do with it."""
        painter = QPainter(self)
        self.ground(painter)
        wide = float(self.width())
        painter.setFont(face(10.5, SEMIBOLD))
        painter.drawText(QRectF(px(8), px(14), wide - px(16), px(40)), _MIDDLE | Qt.TextFlag.TextWordWrap, self._head)
        if self.covered:
            painter.setFont(face(10.5))
            painter.setPen(QColor(MUC_NHAT))
            box = QRectF(px(24), px(60), wide - px(48), px(120))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, said.SHEET_HIDDEN)
        else:
            self._paint_groups(painter)
        painter.setPen(QColor(MUC))
        painter.setFont(face(9.5))
        box = QRectF(px(18), px(212), wide - px(32), px(72))
        text = "\n".join((self._made, *said.SHEET_LINES))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, text)
        painter.end()

    def _paint_groups(self, painter: QPainter) -> None:
        for number, group in enumerate(self._groups):
            left, top = px(32) + (number % 2) * px(140), px(58) + (number // 2) * px(36)
            painter.setFont(face(9.5))
            painter.setPen(QColor(MUC_NHAT))
            painter.drawText(QPointF(left, top + px(20)), str(number + 1))
            painter.setFont(face(15, SEMIBOLD))
            painter.setPen(QColor(MUC))
            painter.drawText(QPointF(left + px(20), top + px(22)), group)
