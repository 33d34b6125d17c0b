"""What stands at the right: the letterhead as it will print, and the rescue sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from common.words import first_run as said
from common.words.reports import COMMITTEE, MOTTO, NATION
from desk_app import paths
from desk_app.services.office import authority_lines
from desk_app.services.papers import rescue_symbol
from desk_app.ui.parts.card import block_title, words
from desk_app.ui.parts.wrapped import height_of
from desk_app.ui.theme.look import NORMAL, SEMIBOLD, face, px
from desk_app.ui.theme.tokens import GIAY, MUC_GIAY, MUC_GIAY_NHAT, VIEN_NHE

_SERIF = "Liberation Serif"
_CUTS = ("LiberationSerif.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf")
_WIDE, _LOW, _TALL = 376, 136, 236
_SHEET = 318
_TOP = Qt.AlignmentFlag(0)
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


def load_serif() -> None:
    """The letters' own face for the screen."""
    if _SERIF not in QFontDatabase.families():
        for cut in _CUTS:
            QFontDatabase.addApplicationFontFromData(QByteArray((paths.resources() / "fonts" / cut).read_bytes()))


@dataclass(frozen=True, slots=True)
class Shown:
    """What the letterhead shows: "tỉnh Nam Hải", "xã An Liên", "An Liên", and who signs as what; nothing yet: ""."""

    parent: str = ""
    unit: str = ""
    place: str = ""
    leader: str = ""
    title: str = ""


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
        painter.setBrush(QColor(GIAY))
        painter.setPen(QPen(QColor(VIEN_NHE), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(2, 1, -3, -4))
        painter.setPen(QColor(MUC_GIAY))


class Letterhead(Paper):
    """Who writes, the nation and its motto, the dated line, and who signs."""

    def __init__(self) -> None:
        super().__init__(_WIDE, _LOW)
        load_serif()
        self.lines: tuple[str, ...] = ()
        self._head: tuple[str, ...] = ()
        self._signed: tuple[str, ...] = ()
        self.put(Shown())

    def put(self, shown: Shown) -> None:
        """Other words."""
        self._head = (shown.parent.upper(), COMMITTEE.upper(), shown.unit.upper()) if shown.unit else ()
        self._place = said.place_line(shown.place)
        self._signed = (*authority_lines(shown.title), shown.leader) if shown.leader else ()
        self.lines = (*self._head, self._place, *self._signed)
        self.setAccessibleName(", ".join(self.lines))
        self.setFixedHeight(px(_TALL if self._signed else _LOW))
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
        low = self._line(painter, right, px(18), (NATION, _serif(7.5, bold=True)))
        low = self._line(painter, right, low, (MOTTO, _serif(8.8, bold=True)))
        self._rule(painter, right.center().x(), low + px(3), px(146))
        low = self._line(painter, right, low + px(8), (self._place, _serif(8.8, italic=True)))
        self._sign(painter, max(top, low) + px(16))
        painter.end()

    def _sign(self, painter: QPainter, top: float) -> None:
        place = QRectF(px(150), 0, px(216), 0)
        for line in self._signed[:-1]:
            top = self._line(painter, place, top, (line, _serif(8.8, bold=True)))
        if self._signed:
            name = (self._signed[-1], _serif(9.6, bold=True))
            self._line(painter, place, px(_TALL - 16) - height_of(*name, place.width()), name)

    def _line(self, painter: QPainter, column: QRectF, top: float, told: tuple[str, QFont]) -> float:
        """One or more lines within the column; gives the y below them."""
        text, font = told
        painter.setFont(font)
        tall = height_of(text, font, column.width())
        painter.drawText(QRectF(column.left(), top, column.width(), tall), _MIDDLE | Qt.TextFlag.TextWordWrap, text)
        return top + tall

    def _rule(self, painter: QPainter, middle: float, y: float, wide: float) -> None:
        painter.setPen(QPen(QColor(MUC_GIAY), 1))
        painter.drawLine(QPointF(middle - wide / 2, y), QPointF(middle + wide / 2, y))


def _serif(points: float, bold: bool = False, italic: bool = False) -> QFont:
    font = face(points, SEMIBOLD if bold else NORMAL)
    font.setFamily(_SERIF)
    font.setBold(bold)
    font.setItalic(italic)
    return font


class RescuePaper(Paper):
    """The rescue sheet as it prints, smaller: head, symbol, eight groups; covered while the proof is typed."""

    def __init__(self) -> None:
        super().__init__(_SHEET, 246)
        self._head, self._made = "", ""
        self._groups: tuple[str, ...] = ()
        self._symbol = QImage()
        self.covered = False

    def put(self, unit: str, groups: Sequence[str], on: date) -> None:
        """The sheet of this commune."""
        self._head, self._groups, self._made = said.sheet_head(unit), tuple(groups), said.sheet_made(on)
        self._symbol = _picture_of(rescue_symbol(groups))
        self.cover(False)

    def cover(self, covered: bool) -> None:
        """Cover or show it."""
        self.covered = covered
        shown = said.SHEET_HIDDEN if covered else " ".join(self._groups)
        self.setAccessibleName(f"{self._head}. {shown}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Head, symbol and groups, what to do with it."""
        painter = QPainter(self)
        self.ground(painter)
        wide = float(self.width())
        painter.setFont(face(11.25, SEMIBOLD))
        head = QRectF(px(12), px(12), wide - px(24), px(34))
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._head)
        self._hair(painter, px(50))
        if self.covered:
            painter.setFont(face(10.5))
            painter.setPen(QColor(MUC_GIAY_NHAT))
            box = QRectF(px(30), px(56), wide - px(60), px(104))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, said.SHEET_HIDDEN)
        else:
            self._paint_code(painter)
        self._hair(painter, px(166))
        painter.setPen(QColor(MUC_GIAY))
        painter.setFont(face(9.5))
        box = QRectF(px(18), px(174), wide - px(32), px(64))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, "\n".join((self._made, *said.SHEET_LINES)))
        painter.end()

    def _paint_code(self, painter: QPainter) -> None:
        painter.drawImage(QRectF(px(18), px(60), px(88), px(88)), self._symbol)
        for number, group in enumerate(self._groups):
            left, foot = px(122) + (number % 2) * px(96), px(74) + (number // 2) * px(24)
            painter.setFont(face(9.5))
            painter.setPen(QColor(MUC_GIAY_NHAT))
            painter.drawText(QPointF(left, foot), str(number + 1))
            painter.setFont(_spaced(face(13, SEMIBOLD)))
            painter.setPen(QColor(MUC_GIAY))
            painter.drawText(QPointF(left + px(14), foot), group)

    def _hair(self, painter: QPainter, y: float) -> None:
        painter.setPen(QPen(QColor(VIEN_NHE), 1))
        painter.drawLine(QPointF(px(16), y), QPointF(self.width() - px(17), y))


def _picture_of(modules: Sequence[Sequence[bool]]) -> QImage:
    image = QImage(len(modules), len(modules), QImage.Format.Format_Grayscale8)
    image.fill(255)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if dark:
                image.setPixel(x, y, 0xFF000000)
    return image


def _spaced(font: QFont) -> QFont:
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 105)
    return font


class Papers(QWidget):
    """The letterhead, or the rescue sheet, with its title and a line under it."""

    def __init__(self) -> None:
        super().__init__()
        self.letterhead, self.rescue = Letterhead(), RescuePaper()
        self._title, self._under = block_title(""), words("", "second", 10.5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self._title, self.letterhead, self.rescue, self._under):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if isinstance(widget, Paper) else _TOP)
        column.addStretch(1)
        self.turn(sheet=False)

    def turn(self, sheet: bool) -> None:
        """Show the one or the other."""
        # First the one that goes: both at once would make the window taller for good.
        (self.letterhead if sheet else self.rescue).hide()
        (self.rescue if sheet else self.letterhead).show()
        self.setFixedWidth(px((_SHEET if sheet else _WIDE) + 8))
        self._title.setText(said.SHEET_HEAD if sheet else said.LETTERHEAD)
        self._under.setText(said.SHEET_ONCE if sheet else said.LETTERHEAD_TEXT)
        # A layout asks for the height at the width it has to give, not at the one that is fixed here.
        self._under.setFixedHeight(self._under.heightForWidth(self.minimumWidth()))
