"""A sheet with rulers, to see how far a printer moves the print."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter

from common.words import printing as said
from desk_app.ui.printing.printer import CannotPrint, PrintOrder, set_up_sheet

WIDE, TALL, EDGE = 210, 148, 10
"""A5 landscape, and the frame's distance from the edge: mm."""
FRAME = QRectF(EDGE, EDGE, WIDE - 2 * EDGE, TALL - 2 * EDGE)


def print_ruler(printer: QPrinter, order: PrintOrder) -> None:
    """A frame 10 mm inside the edges with a mark at every millimetre, moved as letters are. Raises CannotPrint."""
    dpi = set_up_sheet(printer, order)
    painter = QPainter()
    if not painter.begin(printer):
        raise CannotPrint(printer.printerName(), missing=False)
    # From here one unit is a millimetre of the sheet.
    painter.scale(dpi / 25.4, dpi / 25.4)
    painter.translate(order.across / 10, order.down / 10)
    painter.setPen(QPen(Qt.GlobalColor.black, 0.2))
    painter.drawRect(FRAME)
    for at in range(EDGE, WIDE - EDGE + 1):
        painter.drawLine(QLineF(at, EDGE, at, EDGE + _length(at)))
    for at in range(EDGE, TALL - EDGE + 1):
        painter.drawLine(QLineF(EDGE, at, EDGE + _length(at), at))
    _write(painter)
    painter.end()


def _length(at: int) -> float:
    return 6.0 if at % 10 == 0 else 4.0 if at % 5 == 0 else 2.5


def _write(painter: QPainter) -> None:
    font = QFont()
    font.setPixelSize(4)
    painter.setFont(font)
    for at in range(20, WIDE - EDGE, 20):
        painter.drawText(QPointF(at - 2, EDGE + 11), str(at))
    for at in range(40, TALL - EDGE, 20):
        painter.drawText(QPointF(EDGE + 7, at + 1), str(at))
    painter.drawText(FRAME, Qt.AlignmentFlag.AlignCenter, said.WHERE_EDGE)
