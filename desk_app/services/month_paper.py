"""The contents of the next bundle as a page to print."""

from __future__ import annotations

from common.paper.month_sheet import ContentsSheet, contents_pdf
from common.words import month as said
from common.words.reports import COMMITTEE
from desk_app.services.month_view import Counted, MonthContents
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.seat import Seat
from desk_app.services.typefaces import typefaces


def preview_pdf(seat: Seat, contents: MonthContents) -> bytes:
    """What stands on the screen, as an A4 PDF; no name of a citizen stands in it."""
    with seat.reading() as reading:
        office = office_on(read_letterhead(reading.office), seat.units, seat.today())
    added = contents.sum
    since = said.since(contents.receipt, contents.receipt_on, contents.seq)
    agrees = f"{said.AGREES} {said.sum_of(added.parts, added.lines)}"
    sheet = ContentsSheet(
        unit=f"{COMMITTEE} {office.unit_name}",
        title=said.page_title(contents.month.name),
        since=[since, said.send_to(contents.to)] if contents.to else [since],
        rows=[*(_row(row) for row in contents.rows), _row(contents.total, last=True)],
        total=agrees if added.agrees else said.sum_differs(sum(added.parts.values()), added.lines, added.unread),
        inside=said.inside(contents.tallied, contents.named, contents.voice),
        outside=said.outside(contents.named),
        notes=[note for note in (said.held_note(contents.held), said.PRACTICE if contents.practice else "") if note],
        printed=said.made_by(seat.user, seat.moment()),
    )
    return contents_pdf(sheet, typefaces())


def _row(row: Counted, last: bool = False) -> tuple[str, ...]:
    figures = (row.registered, row.printed, row.held, row.delivered, row.changed)
    return said.KINDS[row.kind], *(str(figure) if figure or last else "" for figure in figures)
