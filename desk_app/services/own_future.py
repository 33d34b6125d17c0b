"""What is coming for this office's own unit, or waits for somebody to decide: told among the reminders of the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from common.units import UnitTable
from common.words import unit_updates as words
from desk_app.db.register import Reading
from desk_app.services.office import Letterhead, own_unit, read_letterhead
from desk_app.services.places import place_name
from desk_app.services.reminders import Reminder
from desk_app.services.seat import Seat

NOTICE = timedelta(days=45)
"""So long before another name the desk begins to tell of it: seals and signs have to be ordered."""


def unit_reminders(seat: Seat, reading: Reading) -> Iterator[Reminder]:
    """A split that waits for a person, and another name that is near."""
    head, units, today = read_letterhead(reading.office), seat.units, seat.today()
    if parts(head, units, today) and not own_unit(head, units, today).valid(today):
        yield Reminder("alert-triangle", *words.SPLIT_CARD, goes="settings", urgent=True)
    for day in (day for day in units.changes() if today < day <= today + NOTICE):
        before, after = (_name(head, units, one) for one in (day - timedelta(days=1), day))
        if before != after:
            yield Reminder("calendar-event", *words.coming_card(day, after), goes="settings")


def parts(head: Letterhead, units: UnitTable, today: date) -> dict[str, str]:
    """Code and name of the units among which this office has to choose, because its own was split; empty where there
    is nothing to choose."""
    ended = [one for one in units.known(head.unit) if one.valid_to is not None and one.valid_to < today]
    heirs = units.heirs(ended[-1], today) if ended else ()
    if len(heirs) < 2 or units.unit(head.unit, today) is not None:
        return {}
    return {heir.code: place_name(units, heir, today) for heir in heirs}


def _name(head: Letterhead, units: UnitTable, day: date) -> str:
    return place_name(units, own_unit(head, units, day), day)
