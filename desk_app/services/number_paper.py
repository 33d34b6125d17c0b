"""Sổ cấp số of a year on paper, for whoever keeps the books of an office."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from common.dates import place_and_date
from common.paper.number_book import NumberPaper, number_pdf
from common.paper.sheet import Heading
from common.words import numbering as words
from desk_app.services.access_notes import done
from desk_app.services.numbering import BookLine, NumberBook
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.seat import Seat
from desk_app.services.typefaces import typefaces


def number_paper(seat: Seat, year: int) -> bytes:
    """The book as A4 PDF, by sign, the lowest number first; as of today, or of the last day of a year that is over.
    It names everybody, so that it is noted in the access log."""
    lines = tuple(reversed(NumberBook(seat).lines(year)))
    done(seat, "numbers-paper", year)
    with seat.reading() as reading:
        office = office_on(read_letterhead(reading.office), seat.units, seat.today())
    day = min(seat.today(), date(year, 12, 31))
    by_sign = sorted(lines, key=lambda line: (line.sign, line.number))
    paper = NumberPaper(
        heading=Heading(office.parent_name, office.unit_name, place_and_date(office.place, seat.today())),
        under=words.PAPER_UNDER.format(year=year, day=words.day(day)),
        parts=[(sign, [_row(line) for line in some]) for sign, some in groupby(by_sign, key=lambda line: line.sign)],
        total=words.PAPER_TOTAL.format(**_counts(lines)),
    )
    return number_pdf(paper, typefaces())


def _row(line: BookLine) -> tuple[str, ...]:
    if line.state == "gap":
        return words.gap_short(line.number, line.last, line.sign), "", "", "", line.note or words.STATES["gap"]
    note = words.STATES["void"] if line.state == "void" else ""
    return line.told, words.day(line.dated), words.kind(line.kind), line.who, note


def _counts(lines: tuple[BookLine, ...]) -> dict[str, int]:
    states = [line.state for line in lines]
    given = states.count("given") + states.count("void")
    return {"given": given, "void": states.count("void"), "gaps": states.count("gap")}
