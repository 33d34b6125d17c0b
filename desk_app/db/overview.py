"""Short looks at many rows for the screens of the day: letters without their pages, counts from indexes alone."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Text, cast, func, select, true

from desk_app.db import rows
from desk_app.db.quick import asked

_LETTER, _COVER, _ROW = rows.letters.c, rows.letter_registrations.c, rows.registrations.c
_LINE = select(
    *(_LETTER.id, _LETTER.kind, _LETTER.subject, _LETTER.code, _LETTER.state, _LETTER.copies),
    *(_LETTER.dated, _LETTER.printed_on, _LETTER.delivered_on, _LETTER.way, _LETTER.reaction, _LETTER.template),
)
_PLACE = rows.journal.c.position
# Lines are canonical JSON, so a letter's first printing can be told without reading them.
_PRINTED = (
    select(_PLACE, rows.journal.c.subject)
    .where(rows.journal.c.kind == "letter-printed", cast(rows.journal.c.line, Text).contains('"reprint":0'))
    .order_by(_PLACE.desc())
)
_OVER = """SELECT DISTINCT letter_id FROM letter_registrations
    WHERE registration_id IN (SELECT value FROM json_each(?)) ORDER BY letter_id DESC LIMIT ?"""
_STANDING = """SELECT DISTINCT letter_id FROM letter_registrations JOIN letters ON letters.id = letter_id
    WHERE registration_id IN (SELECT value FROM json_each(?)) AND state <> 'void' ORDER BY letter_id"""
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter without its page; `covers` ids of registrations, `stale` when one of them was amended since."""

    id: int
    kind: str
    subject: str
    code: str
    state: str
    copies: int
    dated: date
    printed_on: date | None
    delivered_on: date | None
    way: str
    reaction: str
    covers: tuple[int, ...]
    stale: bool
    template: str = ""


class Overview:
    """What the screens of the day ask of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def letters_prepared(self, limit: int) -> tuple[LetterLine, ...]:
        """Letters that were archived and never printed, oldest first."""
        return self._lines(_LETTER.state == "prepared", limit)

    def letters_printed(self, on: date, limit: int) -> tuple[LetterLine, ...]:
        """Letters first printed on that day, or by a clock that stood wrong on a later one, and not handed over, oldest
        first."""
        return self._lines(_printed_since(on), limit)

    def count_printed(self, on: date) -> int:
        """How many letters `letters_printed` would name without a limit."""
        return self._count(_LETTER.id, _printed_since(on))

    def letters_lying(self, before: date, limit: int) -> tuple[LetterLine, ...]:
        """Letters printed before that day and not handed over, oldest first."""
        return self._lines((_LETTER.state == "printed") & (_LETTER.printed_on < before.isoformat()), limit)

    def anything_until(self, last: date) -> bool:
        """Whether the register holds a registration of that day's month or of an earlier one."""
        wanted = select(_ROW.id).where(_ROW.ym <= last.year * 100 + last.month).limit(1)
        return self._connection.execute(wanted).first() is not None

    def letters_delivered(self, first: date, last: date, limit: int) -> tuple[LetterLine, ...]:
        """Letters that stand as handed over from the first day to the last, the newest of them, oldest first."""
        day = _LETTER.delivered_on
        within = day.between(first.isoformat(), last.isoformat()) & (_LETTER.state + "" == "delivered")
        newest = self._read(_LINE.where(within).order_by(day.desc(), _LETTER.id.desc()).limit(limit))
        return tuple(reversed(newest))

    def letters_in_hand(self, since: date, limit: int) -> tuple[LetterLine, ...]:
        """Letters first printed on that day or later, handed over or not, newest first.

        Read from the end of the journal: letters handed over are nearly all there ever were."""
        # Asked by the bare state, SQLite would read every letter ever handed over instead of these few subjects.
        printed = (_LETTER.state + "").in_(("printed", "delivered")) & (_LETTER.printed_on >= since.isoformat())
        found: dict[int, LetterLine] = {}
        before = None
        while len(found) < limit:
            told = self._connection.execute(_PRINTED.where(_printed_before(before)).limit(_AT_ONCE)).all()
            those = self._read(_LINE.where(_LETTER.subject.in_({row.subject for row in told}), printed))
            found |= {letter.id: letter for letter in those}
            # The clock may have stood wrong for a while: only many lines in a row without such a letter end the walk.
            if not those or len(told) < _AT_ONCE:
                break
            before = told[-1].position
        newest = sorted(found.values(), key=lambda letter: (letter.printed_on or date.min, letter.id), reverse=True)
        return tuple(newest[:limit])

    def letters_over(self, registrations: Sequence[int], limit: int) -> tuple[LetterLine, ...]:
        """The letters over these registrations, void ones included, newest first."""
        # Asked with every key pressed in the find box: nothing is composed anew for it.
        newest = [id for (id,) in asked(self._connection, _OVER, json.dumps([*registrations]), limit)]
        return self._read(_LINE.where(_LETTER.id.in_(newest)).order_by(_LETTER.id.desc())) if newest else ()

    def letters_standing(self, registrations: Sequence[int]) -> tuple[LetterLine, ...]:
        """The letters over these registrations that still count, oldest first."""
        ids = [id for (id,) in asked(self._connection, _STANDING, json.dumps([*registrations]))]
        return self.letters_among(ids) if ids else ()

    def letters_newest(self, limit: int) -> tuple[LetterLine, ...]:
        """The letters archived last, without void ones, newest first."""
        return self._read(_LINE.where(_LETTER.state != "void").order_by(_LETTER.id.desc()).limit(limit))

    def letters_among(self, ids: Sequence[int]) -> tuple[LetterLine, ...]:
        """These letters, void ones included, oldest first."""
        return tuple(line for some in _chunks(tuple(ids)) for line in self._lines(_LETTER.id.in_(some), len(some)))

    def letter(self, id: int) -> LetterLine | None:
        """One letter, void or not."""
        return next(iter(self._lines(_LETTER.id == id, 1)), None)

    def letter_of_serial(self, serial: int) -> LetterLine | None:
        """The letter whose printed code carries this serial."""
        return next(iter(self._lines(_LETTER.serial == serial, 1)), None)

    def letters_in(self, state: str) -> int:
        """How many letters stand in this state."""
        return self._count(rows.letters.c.state, _LETTER.state == state)

    def awaiting_letter(self, since: date, limit: int) -> tuple[int, ...]:
        """Live registrations since the first day of that month that no standing letter covers, oldest first."""
        # Ordered by the bare id, SQLite would rather walk the whole table than sort what the month index finds.
        wanted = select(_ROW.id).where(self._awaiting(since)).order_by(_ROW.id + 0).limit(limit)
        return tuple(self._connection.scalars(wanted))

    def count_awaiting(self, since: date) -> int:
        """How many registrations `awaiting_letter` would name without a limit."""
        return self._count(_ROW.id, self._awaiting(since))

    def awaiting_among(self, subjects: Collection[str]) -> tuple[int, ...]:
        """The live ones of these registrations that no standing letter covers."""
        ids: list[int] = []
        for some in _chunks(tuple(subjects)):
            wanted = select(_ROW.id).where(_ROW.subject.in_(some), _ROW.state == "live", ~_covered())
            ids += self._connection.scalars(wanted)
        return tuple(sorted(ids))

    def events_of(self, subjects: Collection[str]) -> Mapping[str, str]:
        """The kind of event of each of these subjects that is a registration."""
        events: dict[str, str] = {}
        for some in _chunks(tuple(subjects)):
            found = self._connection.execute(select(_ROW.subject, _ROW.event).where(_ROW.subject.in_(some)))
            events.update((row.subject, row.event) for row in found)
        return events

    def registrations(self) -> int:
        """How many registrations were ever entered."""
        return self._highest(_ROW.id)

    def letters(self) -> int:
        """How many letters were ever archived."""
        return self._highest(_LETTER.id)

    def registration_at(self, position: int) -> int | None:
        """The registration that the journal line at `position` speaks of."""
        line = rows.journal.c
        wanted = select(_ROW.id).join_from(rows.journal, rows.registrations, _ROW.subject == line.subject)
        found: int | None = self._connection.execute(wanted.where(line.position == position)).scalar()
        return found

    def letter_at(self, position: int) -> LetterLine | None:
        """The letter that the journal line at `position` speaks of."""
        line = rows.journal.c
        subject = select(line.subject).where(line.position == position).scalar_subquery()
        return next(iter(self._lines(_LETTER.subject == subject, 1)), None)

    def _awaiting(self, since: date) -> ColumnElement[bool]:
        # The month index keeps this from walking books of thirty years.
        return (_ROW.ym >= since.year * 100 + since.month) & (_ROW.state == "live") & ~_covered()

    def _highest(self, id: Any) -> int:
        # No row is ever deleted, so the highest id is the count; counting would walk the whole table.
        return int(self._connection.execute(select(func.max(id))).scalar() or 0)

    def _count(self, column: Any, which: ColumnElement[bool]) -> int:
        return int(self._connection.execute(select(func.count(column)).where(which)).scalar_one())

    def _lines(self, which: ColumnElement[bool], limit: int) -> tuple[LetterLine, ...]:
        return self._read(_LINE.where(which).order_by(_LETTER.id).limit(limit))

    def _read(self, wanted: Any) -> tuple[LetterLine, ...]:
        """The letters asked for, with all that they cover read at once."""
        found = self._connection.execute(wanted).all()
        columns = select(_COVER.letter_id, _COVER.registration_id, _COVER.registration_version, _ROW.version)
        joined = columns.join_from(rows.letter_registrations, rows.registrations)
        covers: dict[int, list[Any]] = {row.id: [] for row in found}
        for cover in self._connection.execute(
            joined.where(_COVER.letter_id.in_(covers)).order_by(_COVER.registration_id)
        ):
            covers[cover.letter_id].append(cover)
        return tuple(self._line(row, covers[row.id]) for row in found)

    @staticmethod
    def _line(row: Any, covers: Sequence[Any]) -> LetterLine:
        return LetterLine(
            id=row.id,
            kind=row.kind,
            subject=row.subject,
            code=row.code,
            state=row.state,
            copies=row.copies,
            dated=date.fromisoformat(row.dated),
            printed_on=date.fromisoformat(row.printed_on) if row.printed_on else None,
            delivered_on=date.fromisoformat(row.delivered_on) if row.delivered_on else None,
            way=row.way,
            reaction=row.reaction,
            covers=tuple(cover.registration_id for cover in covers),
            stale=any(cover.registration_version != cover.version for cover in covers),
            template=row.template,
        )


def _covered() -> ColumnElement[bool]:
    """Whether a standing letter covers the registration."""
    standing = select(_COVER.registration_id).join_from(rows.letter_registrations, rows.letters)
    return standing.where(_LETTER.state != "void", _COVER.registration_id == _ROW.id).exists()


def _printed_since(day: date) -> ColumnElement[bool]:
    return (_LETTER.state == "printed") & (_LETTER.printed_on >= day.isoformat())


def _printed_before(position: int | None) -> ColumnElement[bool]:
    return true() if position is None else position > _PLACE


def _chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """No statement takes endlessly many values."""
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))
