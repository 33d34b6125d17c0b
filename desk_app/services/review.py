"""Cần xem lại: letters a person must decide about, registrations that look alike, lines the level above laid aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import convert

from common.words import today as words
from common.words.verdicts import reason as aside_reason
from desk_app.db.register import Reading
from desk_app.db.registrations import Kept
from desk_app.domain.standing import field_of
from desk_app.services.alike import ALIKE, likenesses_among
from desk_app.services.decided import may_be_twice, seen_asides
from desk_app.services.naming import Tagged, names_of, second_line, tag_of, who
from desk_app.services.queues import Row
from desk_app.services.receiving import is_ours
from desk_app.services.waiting import MOST, WaitingSheet
from exchange.canonical import decode
from exchange.journal import BadLine, Line, read_line
from exchange.receipt import Receipt

LOOK_BACK = timedelta(days=7)
"""How long a registration without a kept reason is compared with the others."""

_NEWEST = 100
_OF_A_VERSION = frozenset({"registered", "amended"})
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
            letter=sheet.letter,
            goes="printing",
            at=field_of(details["reason"] for details in sheet.held),
            because=max((int(details.get("record", 0)) for details in sheet.held), default=0),
        )
        for sheet in sheets
    )


def alike_rows(reading: Reading, today: date) -> tuple[Row, ...]:
    """Registrations that may be entered twice, the newer of each pair: those of the last week, and any that came in
    with nobody there to ask; a kept reason settles it."""
    return tuple(_alike(reading, today))


def _alike(reading: Reading, today: date) -> Iterator[Row]:
    since = today - LOOK_BACK
    newest = (one for one in reading.registrations.newest(_NEWEST) if one.registration.registered_on >= since)
    open_still = may_be_twice(reading)[:MOST]
    waiting = reading.registrations.several(open_still) if open_still else ()
    rows = {kept.id: kept for kept in (*waiting, *newest) if kept.state == "live" and ALIKE not in kept.reasons}
    found = likenesses_among(reading, {id: kept.registration for id, kept in rows.items()})
    for kept in rows.values():
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


def aside_rows(reading: Reading) -> tuple[Row, ...]:
    """Records whose line the newest receipt of a bundle still lays aside, their own or that of a letter over them,
    until somebody mends what stands there or has looked into it."""
    return tuple(_aside(reading))


def _aside(reading: Reading) -> Iterator[Row]:
    newest = {kept.bundle: kept for kept in reading.receipts.all()[-_RECEIPTS:] if is_ours(reading, kept)}
    seen = seen_asides(reading)
    for kept in newest.values():
        for line in convert(decode(kept.manifest), Receipt, strict=False).set_aside:
            row = None if line.position in seen else _stands(reading, line.position)
            if row is not None:
                yield Row(
                    kind="aside",
                    id=line.position,
                    who=names_of(row.registration),
                    second=second_line([row]),
                    tag=Tagged(words.LINE_TAG, "hoe"),
                    todo=words.TO_LOOK_INTO,
                    note=aside_reason(line.reason),
                    covers=(row.id,),
                )


def _stands(reading: Reading, position: int) -> Kept | None:
    """The record of a line as long as nobody mended it: another version of it travels with the next bundle."""
    letter = reading.overview.letter_at(position)
    id = reading.overview.registration_at(position) or (letter.covers[0] if letter and letter.covers else None)
    rows = reading.registrations.several([id]) if id else ()
    if not rows or (letter and letter.state == "void"):
        return None
    line = _line_at(reading, position)
    mended = line is not None and line.kind in _OF_A_VERSION and line.version != rows[0].version
    return None if mended else rows[0]


def _line_at(reading: Reading, position: int) -> Line | None:
    try:
        return next((read_line(raw) for raw in reading.journal.slice(position, position)), None)
    except BadLine:
        return None
