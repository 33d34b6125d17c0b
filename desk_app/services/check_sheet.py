"""Phiếu đối chiếu chữ ký nhận thư on A4: the letters drawn, room for the place in the book, the leader's name."""

from __future__ import annotations

from collections.abc import Sequence

from common.dates import place_and_date
from common.paper.listed_sheet import ListedSheet, listed_pdf
from common.words import check_draw as words
from common.words.slips import agency
from desk_app.services.access_notes import done
from desk_app.services.check_draw import DrawnLetter
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.seat import Seat
from desk_app.services.typefaces import typefaces


def check_sheet(seat: Seat, letters: Sequence[DrawnLetter]) -> bytes:
    """The sheet as PDF. It names people, so that it is noted in the access log."""
    seat.may("read")
    done(seat, "check-sheet")
    with seat.reading() as reading:
        office = office_on(read_letterhead(reading.office), seat.units, seat.today())
    sheet = ListedSheet(
        agency=agency(office.unit_name),
        dated=place_and_date(office.place, seat.today()),
        title=words.SHEET_TITLE,
        under=words.sheet_under(office.unit_name, len(letters)),
        head=words.SHEET_HEAD,
        widths=words.WIDTHS,
        rows=_rows(letters),
        notes=words.SHEET_NOTES,
        name=words.SHEET_NAME,
    )
    return listed_pdf([sheet], typefaces())


def _rows(letters: Sequence[DrawnLetter]) -> list[tuple[str, ...]]:
    """A result that is known stands there already."""
    found = {code: told for code, told in words.FOUND.items() if code}
    return [
        (f"{number}", one.who or words.NO_LETTER, one.kind, one.handed, "", found.get(one.found, ""))
        for number, one in enumerate(letters, 1)
    ]
