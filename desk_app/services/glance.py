"""The sheet behind a row, for a look: the archived page, or the page that would be written now."""

from __future__ import annotations

from collections.abc import Sequence

from desk_app.services.access_notes import seen
from desk_app.services.preview import PREVIEW_DPI, PagePixels, Preview
from desk_app.services.print_desk import PrintDesk, picture
from desk_app.services.seat import Seat


def glance(seat: Seat, covers: Sequence[int], letter: int) -> PagePixels:
    """The page of `letter`, or of the letter that these registrations wait for. Slow: not in the window's thread."""
    if letter:
        seen(seat, "letter-seen", letter)
        return Preview(seat).prepared(letter)
    desk = PrintDesk(seat)
    row = next((row for row in desk.waiting() if set(row.covers) == set(covers)), None)
    sheet = desk.sheet(row, "colour") if row else None
    if sheet is None or not sheet.pdf:
        return PagePixels(0, 0, b"", "; ".join(sheet.stops) if sheet else "")
    band = picture(sheet.pdf, PREVIEW_DPI, "colour")
    return PagePixels(band.width, band.height, band.pixels, row.title if row else "")
