"""Sheets go to a QPrinter band by band, at the printer's own dots: a PC with little memory prints as well as any."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QMarginsF, QPoint
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desk_app.services.print_desk import FINEST, bands_of
from desk_app.services.sheet_size import sheet_size

TENTHS_PER_INCH = 254
"""Offsets are given in tenths of a millimetre."""
COARSEST = 150
A5_WIDE, A5_TALL = 210.0, 148.0
LONGEST_A5, LONGEST_C5, A4_TALL = 220, 240, 297
"""No side of an A5 sheet, or of an envelope C5, is longer, in millimetres; how tall A4 is."""
_FORMATS = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_RGB888}
Step = Callable[[int, int], None]


class CannotPrint(Exception):
    """The printer is not there (`missing`), or does not take the sheets; nothing is lost."""

    def __init__(self, printer: str, missing: bool) -> None:
        super().__init__(printer)
        self.printer = printer
        self.missing = missing


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """Sheets of one PDF, `copies` of each, moved by tenths of a millimetre; `half`: an A5 sheet on half an A4 sheet.
    `name` stands in the printer's own list, which shows no name of a family."""

    pdf: bytes
    sheets: int
    copies: int = 1
    ink: str = "black"
    across: int = 0
    down: int = 0
    name: str = "Thu"
    half: bool = False


class Printery(Protocol):
    """Where the printers of this PC are asked for."""

    def names(self) -> tuple[str, ...]:
        """The printers that are installed."""

    def usual(self) -> str:
        """The one the system prefers, or an empty name."""

    def open(self, name: str) -> QPrinter:
        """That printer, ready for a job; raises CannotPrint."""


class InstalledPrinters:
    """The printers of the operating system."""

    def names(self) -> tuple[str, ...]:
        """The printers that are installed."""
        return tuple(QPrinterInfo.availablePrinterNames())

    def usual(self) -> str:
        """The one the system prefers, or an empty name."""
        return QPrinterInfo.defaultPrinterName()

    def open(self, name: str) -> QPrinter:
        """That printer, ready for a job; raises CannotPrint."""
        found = QPrinterInfo.printerInfo(name)
        if found.isNull():
            raise CannotPrint(name, missing=True)
        return QPrinter(found)


def print_sheets(printer: QPrinter, order: PrintOrder, step: Step) -> None:
    """Send every sheet; `step` may raise to stop, then the job is taken back. Raises CannotPrint."""
    dpi = set_up_sheet(printer, order)
    painter = QPainter()
    if not painter.begin(printer):
        raise CannotPrint(printer.printerName(), missing=False)
    try:
        # A PDF printer would otherwise make JPEG of the bands.
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        _all_sheets(printer, painter, (order, dpi), step)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    if printer.printerState() == QPrinter.PrinterState.Error:
        raise CannotPrint(printer.printerName(), missing=False)


def set_up_sheet(printer: QPrinter, order: PrintOrder) -> int:
    """Resolution, ink and paper as the sheet is drawn, A5, C5 or A4; the dots per inch that will be fed."""
    # A printer that names only a screen's 72 dots, as the one into files does, is fed the finest.
    fits = [dpi for dpi in printer.supportedResolutions() if COARSEST <= dpi <= FINEST]
    printer.setResolution(max(fits, default=FINEST))
    colour = QPrinter.ColorMode.GrayScale if order.ink == "black" else QPrinter.ColorMode.Color
    printer.setColorMode(colour)
    printer.setDocName(order.name)
    # The sheet's own origin, not the printable area's, or every printer would move the frame by its margins.
    printer.setFullPage(True)
    # The sheet with rulers is drawn, not rasterised: it has no PDF and is A5 landscape, as letters are.
    width, height = sheet_size(order.pdf) if order.pdf else (A5_WIDE, A5_TALL)
    paper = _paper(A4_TALL if order.half else max(width, height))
    lying = width > height and not order.half
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(paper, way, QMarginsF(0, 0, 0, 0)))
    return min(printer.resolution(), FINEST)


def _paper(longest: float) -> QPageSize:
    sizes = QPageSize.PageSizeId
    if longest <= LONGEST_A5:
        return QPageSize(sizes.A5)
    return QPageSize(sizes.C5E if longest <= LONGEST_C5 else sizes.A4)


def paint_sheet(painter: QPainter, order: PrintOrder, dpi: int) -> None:
    """The first sheet, where the printer stands."""
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    for image, place in _bands(order, 0, dpi):
        painter.drawImage(place, image)


def _all_sheets(printer: QPrinter, painter: QPainter, what: tuple[PrintOrder, int], step: Step) -> None:
    order, dpi = what
    total = order.sheets * order.copies
    for number in range(total):
        if number and not printer.newPage():
            raise CannotPrint(printer.printerName(), missing=False)
        for image, place in _bands(order, number // order.copies, dpi):
            step(number, total)
            painter.drawImage(place, image)
    step(total, total)


def _bands(order: PrintOrder, sheet: int, dpi: int) -> Iterator[tuple[QImage, QPoint]]:
    """Each band as a picture, and where it goes in the printer's dots."""
    left, top = round(order.across * dpi / TENTHS_PER_INCH), round(order.down * dpi / TENTHS_PER_INCH)
    for band in bands_of(order.pdf, sheet, dpi, order.ink):
        wide = band.width * band.channels
        image = QImage(band.pixels, band.width, band.height, wide, _FORMATS[band.channels])
        yield image, QPoint(left, top + band.y)
