"""A day as somebody typed it, where it must be one."""

from __future__ import annotations

from datetime import date

from common.dates import exact_day, with_year
from common.names import tidy
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake


def read_day(seat: Seat, typed: str, wrong: str) -> date:
    """A day whose year may be left out: the latest such day. Raises Mistake of this code, with what was typed."""
    text = tidy(typed)
    day = exact_day(with_year(text, seat.today()))
    if day is None:
        raise Mistake(wrong, {"text": text})
    return day
