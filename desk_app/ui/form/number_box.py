"""A personal number: whole while somebody works on it, masked for whoever looks over the shoulder afterwards."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QStylePainter

from desk_app.ui.form.field_box import LineBox
from desk_app.ui.theme.look import px

_DIGITS, _DOT = 12, "•"


def masked(number: str) -> str:
    """0••• •••• 5182; what is no whole number stays as it is, for it has to be mended."""
    digits = "".join(number.split())
    if len(digits) != _DIGITS or not digits.isdigit():
        return number
    return f"{digits[0]}{_DOT * 3} {_DOT * 4} {digits[-4:]}"


class NumberBox(LineBox):
    """A line whose digits are read only while it has the focus."""

    def _make_line(self) -> QLineEdit:
        return _NumberLine()


class _NumberLine(QLineEdit):
    def shown(self) -> str:
        """What can be read here now."""
        return self.text() if self.hasFocus() else masked(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame with the mask instead of the digits."""
        if self.shown() == self.text():
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        room: QRect = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        painter.setPen(option.palette.text().color())
        painter.drawText(room.adjusted(px(2), 0, -px(2), 0), Qt.AlignmentFlag.AlignVCenter, self.shown())
        painter.end()
