"""The page that will print, shown as the picture of that very page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desk_app.ui.theme.look import face, px
from desk_app.ui.theme.tokens import GIAY, MUC_NHAT, VIEN_NHE

_NOTE, _SHADOW = 22, 6
_WIDEST = 297 / 210


class PagePicture(QWidget):
    """A sheet of paper as wide as the room allows, with a note beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._note = ""
        self.setMinimumSize(px(200), px(150))

    def show_page(self, image: QImage | None, note: str = "") -> None:
        """Show this page; without a page only the note stands, in the middle."""
        self._image, self._note = image, note
        self.setAccessibleName(note)
        self.updateGeometry()
        self.update()

    def image(self) -> QImage | None:
        """The page shown."""
        return self._image

    def hasHeightForWidth(self) -> bool:
        """Paper keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Tall enough for the sheet and the note."""
        shape = self._image.height() / self._image.width() if self._image else 1 / _WIDEST
        return round(width * shape) + px(_NOTE) + 2 * _SHADOW

    def sizeHint(self) -> QSize:
        """An A5 card in the form's right column."""
        return QSize(px(402), self.heightForWidth(px(402)))

    def sheet(self) -> QRectF:
        """Where the paper lies in this widget, in px; empty without a page."""
        if self._image is None:
            return QRectF()
        room = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW - px(_NOTE))
        scale = min(room.width() / self._image.width(), room.height() / self._image.height())
        wide, tall = self._image.width() * scale, self._image.height() * scale
        return QRectF(room.center().x() - wide / 2, room.top(), wide, tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shadow, paper, note."""
        painter = QPainter(self)
        painter.setFont(face(9.5))
        if self._image is None:
            painter.setPen(QColor(MUC_NHAT))
            wrap = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()), wrap, self._note)
        else:
            self._paint_sheet(painter, self._image)
        painter.end()

    def _paint_sheet(self, painter: QPainter, image: QImage) -> None:
        sheet = self.sheet()
        painter.setPen(Qt.PenStyle.NoPen)
        for grow in range(_SHADOW, 0, -1):
            painter.setBrush(QColor(28, 35, 38, 9))
            painter.drawRoundedRect(sheet.adjusted(-grow, -grow + 2, grow, grow + 1), grow, grow)
        painter.fillRect(sheet, QColor(GIAY))
        ratio = self.devicePixelRatioF()
        pixels = QSize(max(1, round(sheet.width() * ratio)), max(1, round(sheet.height() * ratio)))
        smooth = Qt.TransformationMode.SmoothTransformation
        painter.drawImage(sheet, image.scaled(pixels, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(VIEN_NHE), 1))
        painter.drawRect(sheet)
        painter.setPen(QColor(MUC_NHAT))
        note = QRectF(0, sheet.bottom() + _SHADOW, self.width(), px(_NOTE))
        painter.drawText(note, Qt.AlignmentFlag.AlignHCenter, self._note)
