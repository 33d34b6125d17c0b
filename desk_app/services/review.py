"""Cần xem lại: letters a person must decide about, registrations that look alike, lines the level above laid aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import convert

from common.words import today as words
from common.words.verdicts import reason as aside_reason
from desk_app.db.register import Reading
from desk_app.db.registrations import Kept
from desk_app.services.alike import ALIKE, likenesses_among
from desk_app.services.naming import Tagged, names_of, second_line, tag_of, who
from desk_app.services.queues import Row
from desk_app.services.receiving import is_ours
from desk_app.services.waiting import WaitingSheet
from exchange.canonical import decode
from exchange.receipt import Receipt

LOOK_BACK = timedelta(days=7)
"""How long a registration without a kept reason is compared with the others."""

_NEWEST = 100
_RECEIPTS = 12


def held_rows(sheets: Sequence[WaitingSheet]) -> tuple[Row, ...]:
    """Letters held back, each with its reasons; a row leads to the sheet, where it is opened or left."""
    return tuple(
        Row(
            kind="registration",
            id=sheet.rows[0].id,
            who=who(sheet.rows),
            second=second_line(sheet.rows),
            tag=tag_of(sheet.rows[0].event),
            todo=words.TO_DECIDE,
            note=words.held(sheet.held),
            covers=tuple(row.id for row in sheet.rows),
            goes="printing",
        )
        for sheet in sheets
    )


def alike_rows(reading: Reading, today: date) -> tuple[Row, ...]:
    """Registrations of the last week that may be entered twice, the newer of each pair; a kept reason settles it."""
    return tuple(_alike(reading, today))


def _alike(reading: Reading, today: date) -> Iterator[Row]:
    rows = [kept for kept in reading.registrations.newest(_NEWEST) if _open(kept, today)]
    found = likenesses_among(reading, {kept.id: kept.registration for kept in rows})
    for kept in rows:
        earlier = [one.kept for one in found[kept.id] if one.kept.id < kept.id]
        if not earlier:
            continue
        first = earlier[0].registration
        yield Row(
            kind="registration",
            id=kept.id,
            who=names_of(kept.registration),
            second=second_line([kept]),
            tag=tag_of(kept.event),
            todo=words.TO_COMPARE,
            note=words.alike(first.number, names_of(first)),
            covers=(kept.id,),
        )


def _open(kept: Kept, today: date) -> bool:
    """Whether nobody has said yet what it is, and it is of the last week."""
    return kept.state == "live" and kept.registration.registered_on >= today - LOOK_BACK and ALIKE not in kept.reasons


def aside_rows(reading: Reading) -> tuple[Row, ...]:
    """Registrations whose lines the newest receipt of a bundle still lays aside."""
    return tuple(_aside(reading))


def _aside(reading: Reading) -> Iterator[Row]:
    newest = {kept.bundle: kept for kept in reading.receipts.all()[-_RECEIPTS:] if is_ours(reading, kept)}
    for kept in newest.values():
        for line in convert(decode(kept.manifest), Receipt, strict=False).set_aside:
            id = reading.overview.registration_at(line.position)
            for row in reading.registrations.several([id]) if id else ():
                yield Row(
                    kind="registration",
                    id=row.id,
                    who=names_of(row.registration),
                    second=second_line([row]),
                    tag=Tagged(words.LINE_TAG, "hoe"),
                    todo=words.TO_LOOK_INTO,
                    note=aside_reason(line.reason),
                    covers=(row.id,),
                )
