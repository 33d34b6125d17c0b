"""Papers printed and signed by hand: the rescue sheet, the slip that goes with a bundle, the sheet of the drill, and
that of the first PC."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from common.paper.drill import DrillSheet, drill_pdf
from common.paper.password_slip import FirstPassword, password_slips_pdf
from common.paper.scan_sheet import ScanSheet, scan_sheet_pdf
from common.paper.slip_page import modules
from common.paper.slips import RescueSheet, Slip, Transmittal, rescue_pdf, transmittal_pdf
from common.paper.trial_sheet import trial_pdf
from desk_app.services.copies import FOLDER, SECOND_PLACE
from desk_app.services.drill import last_drill
from desk_app.services.office import office_on, read_letterhead
from desk_app.services.seat import Seat
from desk_app.services.typefaces import typefaces


def rescue_sheet(unit: str, made_on: date, groups: Sequence[str]) -> bytes:
    """The rescue sheet of "xã An Liên" as an A5 PDF; needs no open desk. Keep the bytes in memory: they are a key."""
    return rescue_pdf(RescueSheet(unit, made_on, tuple(groups)), typefaces())


def password_slips(unit: str, made_on: date, people: Sequence[tuple[str, str, str]]) -> bytes:
    """A sheet with the first password for each of these people (shown name, login, password); needs no open desk. Keep
    the bytes in memory: they are keys."""
    return password_slips_pdf(unit, made_on, [FirstPassword(*person) for person in people], typefaces())


def rescue_symbol(groups: Sequence[str]) -> tuple[tuple[bool, ...], ...]:
    """The QR symbol of that sheet, dark or not, row by row."""
    return modules("-".join(groups))


def transmittal(seat: Seat, slip: Slip) -> bytes:
    """The slip of a bundle of this office as an A5 PDF."""
    with seat.reading() as reading:
        office = office_on(read_letterhead(reading.office), seat.units, slip.at.date())
    way = Transmittal(office.unit_name, office.parent_name, office.place, slip)
    return transmittal_pdf(way, typefaces())


def drill_sheet(seat: Seat) -> bytes:
    """The sheet "Tập khôi phục trong mười phút" of this desk as an A5 PDF."""
    with seat.reading() as reading:
        head, last = read_letterhead(reading.office), last_drill(reading)
        second = json.loads(reading.office.get(SECOND_PLACE) or '""')
    unit = office_on(head, seat.units, seat.today()).unit_name
    own = str(seat.folder / FOLDER)
    return drill_pdf(DrillSheet(unit, seat.today(), own, second, head.support, last), typefaces())


def scan_sheet(seat: Seat) -> bytes:
    """The sheet of specimen codes with which a scanner is tried, as an A5 PDF."""
    with seat.reading() as reading:
        head = read_letterhead(reading.office)
    unit = office_on(head, seat.units, seat.today()).unit_name
    return scan_sheet_pdf(ScanSheet(unit, seat.today()), typefaces())


def trial_sheet(version: str) -> bytes:
    """The sheet for the first trial of this version on a real PC, two A4 pages; needs no open desk."""
    return trial_pdf(version, typefaces())
