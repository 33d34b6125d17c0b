"""Journal lines of desks as they came, with the digest of every position: what all counting is done from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, func, insert, select, text, update

from district.store.tables import positions, shared_parts

Asked = TypeVar("Asked", int, str)

# Written out, not bound: SQLite takes a partial index only for the very words of its condition.
IS_VOID = text("kind = 'letter-voided'")
IS_ASIDE = text("state = 'aside'")

HISTORY = 0  # the branch that counts as the desk's history
CHUNK = 500  # numbers asked for in one statement, well under every database's limit on parameters


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line at its position. `state` is counted or aside; `letter` and `serial` stand on prepared letters only."""

    desk: int
    branch: int
    position: int
    digest: bytes
    line: bytes
    kind: str
    day: str
    subject: str
    version: int
    letter: str | None
    serial: int | None
    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class AsideLine:
    """A line that is kept and shown but not counted, and why."""

    position: int
    reason: str


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter that a desk reported as prepared: what an answer must find before it counts."""

    serial: int
    letter: str
    subject: str
    line: bytes


class LineRows:
    """The rows of positions within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def head(self, desk: int) -> int:
        """The last position held of that desk; 0 when nothing came yet."""
        asked = select(func.max(positions.c.position)).where(*_history(desk))
        return self._connection.execute(asked).scalar() or 0

    def digest_at(self, desk: int, position: int) -> bytes | None:
        """The digest held at that position."""
        asked = select(positions.c.digest).where(*_history(desk), positions.c.position == position)
        return self._connection.execute(asked).scalar()

    def append(self, rows: Sequence[LineRow]) -> None:
        """Add lines; a position that is held already is a broken constraint."""
        if not rows:
            return
        compiled = insert(positions).compile(dialect=self._connection.dialect)
        if compiled.positiontup is None:
            names = [field.name for field in fields(LineRow)]
            self._connection.execute(insert(positions), [{name: getattr(row, name) for name in names} for row in rows])
            return
        # Values are plain already: handing the driver tuples halves the cost of a bundle of fifty thousand lines.
        values = attrgetter(*compiled.positiontup)
        self._connection.exec_driver_sql(str(compiled), [values(row) for row in rows])

    def keep_parts(self, desk: int, parts: Iterable[tuple[int, bytes, bytes]]) -> None:
        """Keep parts that travelled with their salts: (position, salt, part)."""
        rows = [{"desk": desk, "position": where, "salt": salt, "part": part} for where, salt, part in parts]
        if rows:
            self._connection.execute(insert(shared_parts), rows)

    def raw(self, desk: int) -> Iterator[tuple[int, bytes, bytes]]:
        """Every line of the desk's history in order: (position, digest, line)."""
        asked = (
            select(positions.c.position, positions.c.digest, positions.c.line)
            .where(*_history(desk))
            .order_by(positions.c.position)
        )
        for row in self._streamed(asked):
            yield row.position, row.digest, row.line

    def counted(self, desk: int) -> Iterator[bytes]:
        """The lines of the desk that count, in order."""
        asked = (
            select(positions.c.line)
            .where(*_history(desk), positions.c.state == "counted")
            .order_by(positions.c.position)
        )
        for row in self._streamed(asked):
            yield row.line

    def aside(self, desk: int, after: int = 0) -> tuple[AsideLine, ...]:
        """Lines set aside beyond position `after`, whatever branch they are on."""
        asked = (
            select(positions.c.position, positions.c.reason)
            .where(positions.c.desk == desk, IS_ASIDE, positions.c.position > after)
            .order_by(positions.c.position, positions.c.branch)
        )
        return tuple(AsideLine(row.position, row.reason) for row in self._connection.execute(asked))

    def letters(self, desk: int, serials: Sequence[int]) -> tuple[LetterLine, ...]:
        """The prepared letters that carry one of these serials."""
        found: list[LetterLine] = []
        for chunk in _chunks(serials):
            asked = select(positions.c.serial, positions.c.letter, positions.c.subject, positions.c.line).where(
                *_history(desk), positions.c.state == "counted", positions.c.serial.in_(chunk)
            )
            found.extend(LetterLine(*row) for row in self._connection.execute(asked))
        return tuple(found)

    def voids(self, desk: int, subjects: Sequence[str]) -> tuple[tuple[str, bytes], ...]:
        """The lines that void one of these letters, wholly or in part: (subject, line)."""
        found: list[tuple[str, bytes]] = []
        for chunk in _chunks(subjects):
            asked = select(positions.c.subject, positions.c.line).where(
                *_history(desk),
                positions.c.state == "counted",
                IS_VOID,
                positions.c.subject.in_(chunk),
            )
            found.extend((row.subject, row.line) for row in self._connection.execute(asked))
        return tuple(found)

    def branch_off(self, desk: int, after: int, reason: str) -> int:
        """Set every line beyond `after` aside on a branch of its own; returns how many lines that were."""
        asked = select(func.max(positions.c.branch)).where(positions.c.desk == desk)
        branch = (self._connection.execute(asked).scalar() or HISTORY) + 1
        moved = self._connection.execute(
            update(positions)
            .where(*_history(desk), positions.c.position > after)
            .values(branch=branch, state="aside", reason=reason)
        )
        return moved.rowcount

    def _streamed(self, asked: Select[*tuple[object, ...]]) -> Iterator[Row[*tuple[object, ...]]]:
        yield from self._connection.execute(asked, execution_options={"yield_per": 2000})


def _history(desk: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return positions.c.desk == desk, positions.c.branch == HISTORY


def _chunks(values: Sequence[Asked]) -> Iterator[Sequence[Asked]]:
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]
