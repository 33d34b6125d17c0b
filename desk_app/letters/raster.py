"""Pages as pixels, by pdfium: previews, goldens and the printer all see the same file."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from threading import Lock
from typing import Any

import pypdfium2

BAND_ROWS = 256
"""Rows of pixels drawn at a time for the printer: 1.3 MB of grey across A5 at 600 dpi."""

_ONE_AT_A_TIME = Lock()  # pdfium keeps state for the whole process; the window draws while a job prints


@dataclass(frozen=True, slots=True)
class GreyImage:
    """One byte a pixel, 0 black to 255 white, rows from the top without padding."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Band:
    """Rows `y` to `y + height` of a page: `channels` bytes a pixel (1 grey, 3 red green blue), without padding."""

    y: int
    width: int
    height: int
    channels: int
    pixels: bytes


def pixels(pdf: bytes, page: int, dpi: int) -> GreyImage:
    """Page number `page` (from 0) in grey at `dpi` dots per inch."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            bitmap = document[page].render(scale=dpi / 72, grayscale=True)
            return GreyImage(bitmap.width, bitmap.height, _rows(bitmap, 1))
        finally:
            document.close()


def millimetres(pdf: bytes) -> tuple[int, int]:
    """Width and height of the first page."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            width, height = document[0].get_size()
            return round(width / 72 * 25.4), round(height / 72 * 25.4)
        finally:
            document.close()


def bands(pdf: bytes, page: int, dpi: int, channels: int = 1, rows: int = BAND_ROWS) -> Iterator[Band]:
    """The page from top to bottom, never more than `rows` rows in memory. The same file gives the same bands every
    time; beside one picture of the whole page only the grey of some edges differs, by less than a tenth of black."""
    scale = dpi / 72
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        sheet = document[page]
        height = ceil(sheet.get_height() * scale)
    try:
        for top in range(0, height, rows):
            with _ONE_AT_A_TIME:
                band = _band(sheet, scale, (top, min(rows, height - top), height), channels)
            yield band
    finally:
        with _ONE_AT_A_TIME:
            document.close()


def _band(sheet: Any, scale: float, place: tuple[int, int, int], channels: int) -> Band:
    """Rows `top` to `top + height` of `whole`. The crop is given in points, which pdfium turns back into whole rows by
    rounding up: a tenth of a row less keeps it from taking one more."""
    top, height, whole = place
    below = whole - top - height
    crop = (0, _points(below, scale), 0, _points(top, scale))
    bitmap = sheet.render(scale=scale, crop=crop, grayscale=channels == 1, rev_byteorder=channels == 3)
    return Band(top, bitmap.width, bitmap.height, channels, _rows(bitmap, channels))


def _points(rows: int, scale: float) -> float:
    return (rows - 0.1) / scale if rows else 0.0


def _rows(bitmap: Any, channels: int) -> bytes:
    raw, wide = bytes(bitmap.buffer), bitmap.width * channels
    if bitmap.stride == wide:
        return raw
    return b"".join(raw[y * bitmap.stride : y * bitmap.stride + wide] for y in range(bitmap.height))
