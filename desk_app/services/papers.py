"""Papers that are printed and signed by hand: the rescue sheet and the slip that goes with a bundle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from common.paper.fonts import Fonts
from common.paper.slip_page import modules
from common.paper.slips import RescueSheet, Transmittal, rescue_pdf, transmittal_pdf
from common.periods import read_period
from common.words.slips import month_words
from desk_app import paths
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.seat import Seat


@dataclass(frozen=True, slots=True)
class Slip:
    """What a bundle says of itself: its number, its month ("2026-10"), how many lines, six words with their groups of
    hex digits, who made it, who looked it over ("" when nobody did), and when (local time)."""

    number: int
    month: str
    lines: int
    words: tuple[str, ...]
    figures: tuple[str, ...]
    made_by: str
    seen_by: str
    at: datetime


def rescue_sheet(unit: str, made_on: date, groups: Sequence[str]) -> bytes:
    """The rescue sheet of "xã An Liên" as an A5 PDF; needs no open desk. Keep the bytes in memory: they are a key."""
    return rescue_pdf(RescueSheet(unit, made_on, tuple(groups)), _fonts())


def rescue_symbol(groups: Sequence[str]) -> tuple[tuple[bool, ...], ...]:
    """The QR symbol of that sheet, dark or not, row by row."""
    return modules("-".join(groups))


def transmittal(seat: Seat, slip: Slip) -> bytes:
    """The slip of a bundle of this office as an A5 PDF."""
    with seat.reading() as reading:
        office = office_on(read_letterhead(reading.office), seat.units, slip.at.date())
    return transmittal_pdf(
        Transmittal(
            unit=office.unit_name,
            parent=office.parent_name,
            place=office.place,
            number=slip.number,
            month=month_words(read_period(slip.month)),
            lines=slip.lines,
            words=slip.words,
            figures=slip.figures,
            made_by=slip.made_by,
            seen_by=slip.seen_by,
            at=slip.at,
        ),
        _fonts(),
    )


def _fonts() -> Fonts:
    return Fonts(paths.resources() / "fonts")
