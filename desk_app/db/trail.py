"""The journal read backwards by whoever looks after the desk: what was done, by whom, on which record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, literal, select

from desk_app.db import rows

_LINE, _PART, _ROW = rows.journal.c, rows.journal_parts.c, rows.registrations.c
_LETTER, _COVER = rows.letters.c, rows.letter_registrations.c
_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the journal with its home part (None once the law had it erased) and the book number of the
    registration it is about, the first one where it is about a letter ("" for the office's own business)."""

    position: int
    kind: str
    line: bytes
    home: bytes | None
    number: str


class Trail:
    """What was done in one register, newest first, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def back(self) -> Iterator[Step]:
        """Every line, the last one first; read as far as it is walked."""
        joined = (
            rows.journal.outerjoin(rows.journal_parts, (_PART.position == _LINE.position) & (_PART.part == "home"))
            .outerjoin(rows.registrations, _ROW.subject == _LINE.subject)
            .outerjoin(rows.letters, _LETTER.subject == _LINE.subject)
        )
        number = func.coalesce(_ROW.number, _number_under(_LETTER.id), "")
        columns = (_LINE.position, _LINE.kind, _LINE.line, _PART.body, number)
        wanted = select(*columns).select_from(joined).order_by(_LINE.position.desc())
        for row in self._connection.execute(wanted).yield_per(_AT_ONCE):
            yield Step(*row)

    def bodies(self) -> Iterator[tuple[int, str, dict[str, Any]]]:
        """Every version ever kept, as the registration's id, its event and the plain values; oldest first."""
        version = rows.registration_versions.c
        joined = rows.registration_versions.join(rows.registrations)
        wanted = select(version.registration_id, _ROW.event, version.body).select_from(joined)
        found = self._connection.execute(wanted.order_by(version.registration_id, version.version))
        for row in found.yield_per(_AT_ONCE):
            yield row[0], row[1], row[2]

    def printings(self, subjects: Sequence[str]) -> Iterator[tuple[str, bytes | None]]:
        """Every printing of letters with these subjects with its home part, oldest first."""
        joined = rows.journal.outerjoin(rows.journal_parts, (_PART.position == _LINE.position) & (_PART.part == "home"))
        for begun in range(0, len(subjects), _AT_ONCE):
            which = _LINE.subject.in_(subjects[begun : begun + _AT_ONCE]) & (_LINE.kind == "letter-printed")
            wanted = select(_LINE.subject, _PART.body).select_from(joined).where(which).order_by(_LINE.position)
            for row in self._connection.execute(wanted):
                yield row[0], row[1]

    def number(self, registration: int) -> str:
        """The book number of a registration, erased or not; "" for one that is not here."""
        return self._connection.execute(select(_ROW.number).where(_ROW.id == registration)).scalar() or ""

    def number_of_letter(self, letter: int) -> str:
        """The book number of the first registration under a letter."""
        return self._connection.execute(select(_number_under(literal(letter)))).scalar() or ""


def _number_under(letter: ColumnElement[Any]) -> Any:
    numbered = rows.registrations.alias()
    joined = rows.letter_registrations.join(numbered, numbered.c.id == _COVER.registration_id)
    wanted = select(numbered.c.number).select_from(joined).where(_COVER.letter_id == letter)
    return wanted.order_by(_COVER.registration_id).limit(1).scalar_subquery()
