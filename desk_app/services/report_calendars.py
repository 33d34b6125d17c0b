"""The report calendars that are in force at this desk: those of the program, and those of updates in their place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from common.calendars import Calendars, NotACalendar, ReportCalendar, read_calendar, read_calendars
from desk_app import paths
from desk_app.db.register import Reading, Work


@dataclass(slots=True)
class CalendarsInUse:
    """The calendars, read with the first period that names one; None until then, and after an update came or went."""

    read: Calendars | None = None


@cache
def packed_calendars() -> Calendars:
    """What came with the program; read once."""
    return read_calendars(paths.resources() / "calendars")


def report_calendars(store: Reading | Work) -> Calendars:
    """What came with the program, and what updates brought: of one id the newest."""
    brought = {one.id: one for one in _brought(store)}
    known = {one.id: one for one in packed_calendars().calendars} | brought
    return Calendars(tuple(known[id] for id in sorted(known)))


def _brought(store: Reading | Work) -> Iterator[ReportCalendar]:
    for raw, stands in store.updates.every("calendar"):
        # Nothing of ours writes what cannot be read; a desk counts by its other calendars all the same.
        with suppress(NotACalendar):
            if stands:
                yield read_calendar(raw)
