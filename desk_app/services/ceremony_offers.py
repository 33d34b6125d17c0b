"""Who can be added to a ceremony: glad letters that nobody handed over, and why some of them must wait."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from common.words import labels
from desk_app.db.overview import LetterLine
from desk_app.db.register import Reading
from desk_app.db.registrations import Kept as KeptRegistration
from desk_app.services.addressed import courtesy_to
from desk_app.services.ceremony_lines import GLAD
from desk_app.services.ceremony_order import Place, newest
from desk_app.services.decided import awaiting
from desk_app.services.letter_desk import sheet_of
from desk_app.services.print_desk import NEWEST_DAYS
from desk_app.services.seat import Seat
from desk_app.services.sheets import newly_held, what_holds

MOST_OFFERED = 500
MOST_LISTED = 60
LEFT_OPEN = 7
"""Days for which a ceremony that was held may wait to be written down; after them its people may stand in another."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Somebody whose letter nobody handed over yet; `refused` says why it cannot stand in a ceremony."""

    place: Place
    kind: str
    who: str
    day: date
    hamlet: str
    state: str
    refused: str = ""


def marks(place: Place) -> frozenset[tuple[str, int]]:
    """What stands in one ceremony at a time: each registration, each letter."""
    letter = {("letter", place.letter)} if place.letter else set()
    return frozenset(letter | {("registration", id) for id in place.registrations})


def taken_in(reading: Reading, today: date) -> frozenset[tuple[str, int]]:
    """Everybody who stands in a ceremony that is to come, or was held these days and not written down yet."""
    return frozenset(
        mark
        for one in newest(reading, MOST_LISTED)
        if one.over is None and one.plan.held_on >= today - timedelta(days=LEFT_OPEN)
        for turn in one.order
        for mark in marks(turn.place)
    )


def offered(seat: Seat, reading: Reading) -> Iterator[Offer]:
    """Everybody whose glad letter was not handed over, taken or not, refused or not."""
    since = seat.today() - timedelta(days=NEWEST_DAYS)
    yield from _unwritten(seat, reading, awaiting(reading, since, MOST_OFFERED))
    lines = (
        *reading.overview.letters_prepared(MOST_OFFERED),
        *reading.overview.letters_lying(seat.today(), MOST_OFFERED),
        *reading.overview.letters_printed(seat.today(), MOST_OFFERED),
    )
    glad = [line for line in lines if line.kind in GLAD]
    covered = {row.id: row for row in reading.registrations.several(sorted({i for line in glad for i in line.covers}))}
    for line in glad:
        offer = _courtesy(reading, line) if not line.covers else _written(seat, reading, line, covered)
        if offer:
            yield offer


def _unwritten(seat: Seat, reading: Reading, ids: Sequence[int]) -> Iterator[Offer]:
    groups: dict[object, list[KeptRegistration]] = {}
    for row in reading.registrations.several(ids):
        if row.event in GLAD:
            groups.setdefault(sheet_of(row), []).append(row)
    for rows in groups.values():
        problems = what_holds(reading, [row.registration for row in rows], seat.today(), "", seat.mourners)
        yield _offer(rows, "none", "; ".join(labels.held(one.details) for one in problems))


def _written(seat: Seat, reading: Reading, line: LetterLine, covered: Mapping[int, KeptRegistration]) -> Offer | None:
    rows = [row for id in line.covers if (row := covered.get(id)) and row.state == "live"]
    if not rows:
        return None
    found, day = [row.registration for row in rows], (seat.today(), seat.mourners)
    problems = newly_held(reading, (line.subject, line.copies), found, day)
    return _offer(rows, line.state, "; ".join(labels.held(one.details) for one in problems))


def _offer(rows: Sequence[KeptRegistration], state: str, refused: str) -> Offer:
    first = rows[0].registration
    names = ", ".join(name.text for row in rows for name in row.registration.principals())
    place = Place(tuple(row.id for row in rows))
    return Offer(place, rows[0].event, names, first.registered_on, first.hamlet, state, refused)


def _courtesy(reading: Reading, line: LetterLine) -> Offer | None:
    to = courtesy_to(reading, line.id)
    return Offer(Place((), line.id), line.kind, to.line, line.dated, "", line.state) if to else None
