"""The head of a card: whose letter it is on the left, place and date on the right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from common.words.labels import COMMITTEE
from desk_app.letters.blocks import SMALLEST_PART, capitals, fitted
from desk_app.letters.fit import TooLong
from desk_app.letters.shaping import Style
from desk_app.letters.sheet import Sheet

AGENCY = (Style("EBGaramond", 9.6, tracking=20), Style("EBGaramond-Bold", 9.6, tracking=20))
DATE = Style("EBGaramond-Italic", 11)
LEADING, CLOSE_LEADING, RISE = 4.3, 3.8, 1.0
BEFORE_DATE = 3.0


@dataclass(frozen=True, slots=True)
class HeadPlace:
    """Where a head stands, in millimetres: the left end of its first baseline, how wide a line of the agency may be;
    the right end of the date's baseline and how far left it may begin beside a short agency, None without a date."""

    at: tuple[float, float]
    room: float
    date: tuple[float, float] | None = None
    date_from: float = 0.0


@dataclass(frozen=True, slots=True)
class _Head:
    agency: tuple[tuple[str, Style], ...]
    date: Style


def set_head(sheet: Sheet, agency: Sequence[str], date: str, place: HeadPlace) -> None:
    """The agency in capitals, what is its own bold. Where that and the date do not fit beside each other, the unit's
    name stands on a line of its own under the committee, the lines closer together, the date beside the middle one.
    Raises TooLong."""
    (x, y), leading, (right, date_y) = place.at, LEADING, place.date or (0.0, 0.0)
    try:
        head = _fitted(sheet, _whole(agency), date, place)
    except TooLong:
        head = _fitted(sheet, _broken(agency), date, _leaving_room(sheet, date, place))
        y, leading = y - RISE, CLOSE_LEADING
        date_y = y + leading
    for number, (line, style) in enumerate(head.agency):
        sheet.text(line, (x, y + number * leading), style)
    if place.date:
        sheet.text(date, (right, date_y), head.date, "right")


def _whole(agency: Sequence[str]) -> tuple[tuple[str, Style], ...]:
    *above, own = map(capitals, agency)
    return (*((line, AGENCY[0]) for line in above), (own, AGENCY[1]))


def _broken(agency: Sequence[str]) -> tuple[tuple[str, Style], ...]:
    """The committee's name and the unit's, each on its line; as it is where the last line does not begin so."""
    committee = f"{capitals(COMMITTEE)} "
    *above, (own, style) = _whole(agency)
    if not own.startswith(committee):
        return (*above, (own, style))
    return (*above, (committee.strip(), style), (own.removeprefix(committee), style))


def _leaving_room(sheet: Sheet, date: str, place: HeadPlace) -> HeadPlace:
    """The agency so narrow that the date fits beside it, be it at its smallest."""
    if place.date is None:
        return place
    smallest = DATE.at(round(DATE.size * SMALLEST_PART, 1))
    left = place.date[0] - sheet.stock.shaper.width(date, smallest) - BEFORE_DATE
    return replace(place, room=min(place.room, left - place.at[0]))


def _fitted(sheet: Sheet, agency: tuple[tuple[str, Style], ...], date: str, place: HeadPlace) -> _Head:
    """Every line at the size that fits, the date beside the widest."""
    set_lines = tuple((line, fitted(sheet, line, style, place.room, "office_unit_name")) for line, style in agency)
    if place.date is None:
        return _Head(set_lines, DATE)
    width = max(sheet.stock.shaper.width(line, style) for line, style in set_lines)
    left = max(place.at[0] + width + BEFORE_DATE, place.date_from)
    return _Head(set_lines, fitted(sheet, date, DATE, place.date[0] - left, "office_place"))
