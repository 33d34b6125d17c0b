"""How large a paper is drawn, for whoever sets up a printer."""

from __future__ import annotations


def sheet_size(pdf: bytes) -> tuple[int, int]:
    """Width and height of the first page in millimetres."""
    from desk_app.letters.raster import millimetres  # slow to load: not before the first sheet

    return millimetres(pdf)


def sheets_in(pdf: bytes) -> int:
    """How many pages a PDF has."""
    from pypdfium2 import PdfDocument  # slow to load: not before the first sheet

    with PdfDocument(pdf) as document:
        return len(document)
