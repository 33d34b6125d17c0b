"""Two printers that write files, for tests of the printing page."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PySide6.QtPrintSupport import QPrinter

from desk_app.ui.printing.printer import CannotPrint


class _Drum(QPrinter):
    def __init__(self, dpi: int) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self._dpi = dpi

    def supportedResolutions(self) -> list[int]:
        return [self._dpi]


class FilePrinters:
    """What a job printed lies in `paper()`; when `gone`, printers are listed and not there. Their drums are coarse, for
    a stack of letters in a sixteenth of the time; tests/ui/test_ui_printer.py feeds one of 600 dots."""

    def __init__(self, folder: Path, dpi: int = 150) -> None:
        self.folder, self.dpi, self.gone = folder, dpi, False
        self.listed: tuple[str, ...] = ("Brother HL-L2321D", "Canon LBP2900")
        self.jobs = 0

    def names(self) -> tuple[str, ...]:
        return self.listed

    def usual(self) -> str:
        return "Canon LBP2900"

    def open(self, name: str) -> QPrinter:
        if self.gone:
            raise CannotPrint(name, missing=True)
        self.jobs += 1
        printer = _Drum(self.dpi)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.paper()))
        return printer

    def paper(self) -> Path:
        return self.folder / f"job-{self.jobs}.pdf"

    def sheets(self) -> int:
        document = pypdfium2.PdfDocument(self.paper())
        count = len(document)
        document.close()
        return count
