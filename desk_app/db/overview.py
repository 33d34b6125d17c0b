"""Short looks at many rows for the screens of the day: letters without their pages, counts from indexes alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from desk_app.db import rows

_LETTER, _COVER, _ROW = rows.letters.c, rows.letter_registrations.c, rows.registrations.c
_LINE = select(
    *(_LETTER.id, _LETTER.kind, _LETTER.subject, _LETTER.code, _LETTER.state, _LETTER.copies),
    *(_LETTER.dated, _LETTER.printed_on, _LETTER.delivered_on, _LETTER.way, _LETTER.reaction),
)


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


class Overview:
    """What the screens of the day ask of one register, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def letters_prepared(self, limit: int) -> tuple[LetterLine, ...]:
        """Letters that were archived and never printed, oldest first."""
        return self._lines(_LETTER.state == "prepared", limit)

    def letters_printed(self, on: date, limit: int) -> tuple[LetterLine, ...]:
        """Letters first printed on that day and not handed over, oldest first."""
        return self._lines((_LETTER.state == "printed") & (_LETTER.printed_on == on.isoformat()), limit)

    def letters_lying(self, before: date, limit: int) -> tuple[LetterLine, ...]:
        """Letters printed before that day and not handed over, oldest first."""
        return self._lines((_LETTER.state == "printed") & (_LETTER.printed_on < before.isoformat()), limit)

    def letters_in_hand(self, since: date, limit: int) -> tuple[LetterLine, ...]:
        """Letters first printed on that day or later, handed over or not, newest first."""
        printed = _LETTER.state.in_(("printed", "delivered")) & (_LETTER.printed_on >= since.isoformat())
        wanted = _LINE.where(printed).order_by(_LETTER.printed_on.desc(), _LETTER.id.desc()).limit(limit)
        return self._read(wanted)

    def letters_over(self, registrations: Sequence[int], limit: int) -> tuple[LetterLine, ...]:
        """The letters over these registrations, void ones included, newest first."""
        covering = select(_COVER.letter_id).where(_COVER.registration_id.in_(registrations))
        wanted = _LINE.where(_LETTER.id.in_(covering)).order_by(_LETTER.id.desc()).limit(limit)
        return self._read(wanted)

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
        wanted = select(_ROW.id).where(self._awaiting(since)).order_by(_ROW.id).limit(limit)
        return tuple(self._connection.scalars(wanted))

    def count_awaiting(self, since: date) -> int:
        """How many registrations `awaiting_letter` would name without a limit."""
        return self._count(_ROW.id, self._awaiting(since))

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
        standing = select(_COVER.registration_id).join_from(rows.letter_registrations, rows.letters)
        covered = standing.where(_LETTER.state != "void", _COVER.registration_id == _ROW.id).exists()
        # The month index keeps this from walking books of thirty years.
        return (_ROW.ym >= since.year * 100 + since.month) & (_ROW.state == "live") & ~covered

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
        )
