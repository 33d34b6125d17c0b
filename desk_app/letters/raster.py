"""Pages as pixels, by pdfium: previews, goldens and the printer all see the same file."""

from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True, slots=True)
class GreyImage:
    """One byte a pixel, 0 black to 255 white, rows from the top without padding."""

    width: int
    height: int
    pixels: bytes


def pixels(pdf: bytes, page: int, dpi: int) -> GreyImage:
    """Page number `page` (from 0) in grey at `dpi` dots per inch."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[page].render(scale=dpi / 72, grayscale=True)
        rows = bytes(bitmap.buffer)
        kept = b"".join(rows[y * bitmap.stride : y * bitmap.stride + bitmap.width] for y in range(bitmap.height))
        return GreyImage(bitmap.width, bitmap.height, kept)
    finally:
        document.close()
