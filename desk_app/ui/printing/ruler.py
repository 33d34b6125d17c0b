"""A sheet with rulers, to see how far a printer moves the print."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter

from common.words import print_paper as papers
from common.words import printing as said
from desk_app.services.sheet_size import sheet_size
from desk_app.ui.printing.printer import CannotPrint, PrintOrder, paint_sheet, set_up_sheet

WIDE, TALL, EDGE = 210, 148, 10
"""A5 landscape, and the frame's distance from the edge: mm."""
FRAME = QRectF(EDGE, EDGE, WIDE - 2 * EDGE, TALL - 2 * EDGE)
MOST, STROKE = 15, 2.4
"""Strokes of the scale on either side of naught, a tenth of a millimetre apart; how long each is, in mm."""


def print_frame(printer: QPrinter, order: PrintOrder, edge: float) -> None:
    """The page of `order` (a frame, lightly) with a scale over its left and upper lines, `edge` mm inside the sheet:
    on stock with the frame on it the stroke that meets the printed line says how far to move. Raises CannotPrint."""
    dpi = set_up_sheet(printer, order)
    painter = _begun(printer)
    paint_sheet(painter, order, dpi)
    _in_millimetres(painter, order, dpi)
    painter.setPen(QPen(QColor("black"), 0.12))
    wide, tall = sheet_size(order.pdf)
    _scale(painter, (edge, (tall - 2 * MOST * STROKE) / 2), down=True)
    _scale(painter, ((wide - 2 * MOST * STROKE) / 2, edge), down=False)
    painter.setFont(_font(3))
    painter.drawText(QRectF(76, tall / 2, 68, 60), Qt.TextFlag.TextWordWrap, papers.WHERE_FRAME)
    painter.end()


def _scale(painter: QPainter, begun: tuple[float, float], down: bool) -> None:
    """Strokes side by side, each a tenth of a millimetre further; every fifth is numbered as the field writes it."""
    painter.setFont(_font(2.4))
    for step in range(-MOST, MOST + 1):
        along, off = (step + MOST) * STROKE, step / 10
        if down:
            x, y = begun[0] + off, begun[1] + along
            painter.drawLine(QLineF(x, y, x, y + STROKE * 0.8))
            at = QPointF(begun[0] - 6.6, y + STROKE * 0.8)
        else:
            x, y = begun[0] + along, begun[1] + off
            painter.drawLine(QLineF(x, y, x + STROKE * 0.8, y))
            at = QPointF(x - 1, begun[1] - 2.4)
        if step % 5 == 0:
            painter.drawText(at, f"{step / 10:.1f}".replace(".", ","))


def _begun(printer: QPrinter) -> QPainter:
    painter = QPainter()
    if not painter.begin(printer):
        raise CannotPrint(printer.printerName(), missing=False)
    return painter


def _in_millimetres(painter: QPainter, order: PrintOrder, dpi: int) -> None:
    """From here one unit is a millimetre of the sheet."""
    painter.scale(dpi / 25.4, dpi / 25.4)
    painter.translate(order.across / 10, order.down / 10)


def print_ruler(printer: QPrinter, order: PrintOrder) -> None:
    """A frame 10 mm inside the edges with a mark at every millimetre, moved as letters are. Raises CannotPrint."""
    dpi = set_up_sheet(printer, order)
    painter = _begun(printer)
    _in_millimetres(painter, order, dpi)
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
    painter.setFont(_font(4))
    for at in range(20, WIDE - EDGE, 20):
        painter.drawText(QPointF(at - 2, EDGE + 11), str(at))
    for at in range(40, TALL - EDGE, 20):
        painter.drawText(QPointF(EDGE + 7, at + 1), str(at))
    painter.drawText(FRAME, Qt.AlignmentFlag.AlignCenter, said.WHERE_EDGE)


def _font(millimetres: float) -> QFont:
    font = QFont()
    font.setPixelSize(max(1, round(millimetres)))
    return font
