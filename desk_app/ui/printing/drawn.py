"""A row of the queue as a picture, and what to say when sheets did not reach the printer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage

from common.words import printing as said
from desk_app.services.print_desk import Sheet, WaitingLetter, picture
from desk_app.services.printers import PrinterSetup
from desk_app.ui.jobs import Cancelled
from desk_app.ui.printing.model import PrintingModel, Sent
from desk_app.ui.printing.printer import CannotPrint
from desk_app.ui.told import sentence_of

SHOWN_DPI = 150


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sheet with its picture; `image` is None where there is none."""

    row: WaitingLetter
    sheet: Sheet
    image: QImage | None


def draw_row(model: PrintingModel, row: WaitingLetter, setup: PrinterSetup) -> Drawn:
    """The sheet of this row; slow (tens of milliseconds), so not in the window's thread."""
    sheet = model.sheet(row, setup)
    if not sheet.pdf:
        return Drawn(row, sheet, None)
    page = picture(sheet.pdf, SHOWN_DPI, setup.ink)
    kind = QImage.Format.Format_Grayscale8 if page.channels == 1 else QImage.Format.Format_RGB888
    return Drawn(row, sheet, QImage(page.pixels, page.width, page.height, page.width * page.channels, kind).copy())


def why_not(error: Exception) -> str:
    """What happened, what is safe, what to do."""
    if isinstance(error, Cancelled):
        return said.STOPPED
    if isinstance(error, CannotPrint):
        return (said.NO_PRINTER if error.missing else said.REFUSED).format(printer=error.printer)
    return sentence_of(error)


def left_out(sent: Sent) -> str:
    """Letters that were not printed, and why."""
    return said.LETTERS_LEFT_OUT.format(count=len(sent.left_out), reasons="; ".join(sent.left_out))
