"""Journal lines of desks as they came, with the digest of every position: what all counting is done from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Connection, Dialect, Integer, Row, Select, bindparam, func, insert, select, text

from district.store.postgresql import add_in_lists
from district.store.tables import positions, shared_parts

_LETTER = select(positions.c.serial, positions.c.letter, positions.c.subject, positions.c.line, positions.c.position)
_Where = tuple[ColumnElement[bool], ...]
Asked = TypeVar("Asked", int, str)

# Written out, not bound: SQLite takes a partial index only for the very words of its condition.
IS_VOID = text("kind = 'letter-voided'")
IS_ASIDE = text("state = 'aside'")
HAS_SERIAL = text("serial IS NOT NULL")

HISTORY = 0  # the branch that counts as the desk's history
FORKED = "forked-history"  # why a line stands aside that a person set aside with its whole history
CHUNK = 500  # numbers asked for in one statement, well under every database's limit on parameters


class LineRow(NamedTuple):
    """One line at its position, in the order of the table's columns. `state` is counted or aside; `letter` and `serial`
    stand on prepared letters only."""

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
    live: bool = True
    """Whether it stands in the desk's history; False: in one that was set aside at a fork."""
    position: int = 0


class LineRows:
    """The rows of positions within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def head(self, desk: int) -> int:
        """The last position held of that desk; 0 when nothing came yet."""
        return self._connection.execute(_HEAD, {"desk": desk}).scalar() or 0

    def tip(self, desk: int) -> tuple[int, bytes]:
        """The last position held and the digest there: what changes whenever the desk's history does."""
        head = self.head(desk)
        return head, self.digest_at(desk, head) or b""

    def digest_at(self, desk: int, position: int) -> bytes | None:
        """The digest held at that position."""
        return self._connection.execute(_DIGEST, {"desk": desk, "position": position}).scalar()

    def append(self, rows: Sequence[LineRow]) -> None:
        """Add lines; a position that is held already is a broken constraint."""
        if not rows:
            return
        if self._connection.dialect.name == "postgresql":
            add_in_lists(self._connection, positions, rows)
            return
        # Rows are what the driver takes already: this halves the cost of a bundle of fifty thousand lines.
        self._connection.exec_driver_sql(_adding(self._connection.dialect), rows)

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
        """Lines of the desk's history beyond position `after` that could not be taken."""
        found = self._connection.execute(_ASIDE, {"desk": desk, "position": after})
        return tuple(AsideLine(row.position, row.reason) for row in found if row.branch == HISTORY)

    def letters(self, desk: int, serials: Sequence[int]) -> tuple[LetterLine, ...]:
        """The prepared letters that carry one of these serials: in the desk's history, else in one that was set aside
        at a fork. Such a letter is counted no more, but its family holds it on paper."""
        found = tuple(self._letters(_counted(desk), serials, live=True))
        known = {letter.serial for letter in found}
        left = [serial for serial in serials if serial not in known]
        return (*found, *self._letters(_forked(desk), left, live=False))

    def voids(self, desk: int, letters: Sequence[LetterLine]) -> tuple[tuple[str, bytes], ...]:
        """The lines that void one of these letters, wholly or in part, in the history in which it stands:
        (subject, line)."""
        live, lost = ([one.subject for one in letters if one.live is wanted] for wanted in (True, False))
        return (*self._voids(_counted(desk), live), *self._voids(_forked(desk), lost))

    def handed_over(self, desk: int, letters: Sequence[LetterLine]) -> Iterator[tuple[str, bytes]]:
        """The lines that say that one of these letters of the desk's history was handed over: (subject, line)."""
        since = min((letter.position for letter in letters), default=0)
        for chunk in _chunks([letter.subject for letter in letters]):
            asked = select(positions.c.subject, positions.c.line).where(*_handed(desk, since))
            for row in self._connection.execute(asked.where(positions.c.subject.in_(chunk))):
                yield row.subject, row.line

    def handed_over_since(self, desk: int, position: int) -> tuple[str, ...]:
        """The letters whose hand-over was told beyond that position, by subject."""
        asked = select(positions.c.subject).distinct().where(*_handed(desk, position)).order_by(positions.c.subject)
        return tuple(self._connection.execute(asked).scalars())

    def letters_of(self, desk: int, subjects: Sequence[str]) -> tuple[tuple[int, str], ...]:
        """Serial and kind of those of these few letters of the desk's history that have a serial."""
        if not subjects:
            return ()
        wanted = select(positions.c.serial, positions.c.letter).where(
            *_counted(desk), HAS_SERIAL, positions.c.subject.in_(subjects)
        )
        return tuple((row.serial, row.letter) for row in self._connection.execute(wanted))

    def newest_day(self, desk: int) -> str:
        """The day that the last line of the desk's history bears; "" before any came."""
        asked = select(positions.c.day).where(*_history(desk), positions.c.position == self.head(desk))
        return self._connection.execute(asked).scalar() or ""

    def _letters(self, where: _Where, serials: Sequence[int], *, live: bool) -> Iterator[LetterLine]:
        for chunk in _chunks(serials):
            for row in self._connection.execute(_LETTER.where(*where, positions.c.serial.in_(chunk))):
                yield LetterLine(row.serial, row.letter, row.subject, row.line, live, row.position)

    def _voids(self, where: _Where, subjects: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        for chunk in _chunks(subjects):
            asked = select(positions.c.subject, positions.c.line).where(*where, IS_VOID, positions.c.subject.in_(chunk))
            for row in self._connection.execute(asked):
                yield row.subject, row.line

    def _streamed(self, asked: Select[*tuple[object, ...]]) -> Iterator[Row[*tuple[object, ...]]]:
        yield from self._connection.execute(asked, execution_options={"yield_per": 2000})


@lru_cache(maxsize=4)
def _adding(dialect: Dialect) -> str:
    """The statement that takes a row as it is."""
    compiled = insert(positions).compile(dialect=dialect)
    assert compiled.positiontup == list(LineRow._fields), "rows stand in the order of the table's columns"
    return str(compiled)


def _history(desk: int) -> _Where:
    return positions.c.desk == desk, positions.c.branch == HISTORY


# Composed once: for a bundle of few lines, composing them each time would take longer than all its lines.
_DESK, _POSITION = bindparam("desk", type_=Integer), bindparam("position", type_=Integer)
_HEAD = select(func.max(positions.c.position)).where(positions.c.desk == _DESK, positions.c.branch == HISTORY)
_DIGEST = select(positions.c.digest).where(
    positions.c.desk == _DESK, positions.c.branch == HISTORY, positions.c.position == _POSITION
)
# The branch is left to Python: asked for in SQL, it would draw SQLite away from the index of lines set aside.
_ASIDE = (
    select(positions.c.position, positions.c.reason, positions.c.branch)
    .where(positions.c.desk == _DESK, IS_ASIDE, positions.c.position > _POSITION)
    .order_by(positions.c.position, positions.c.branch)
)


def _counted(desk: int) -> _Where:
    return *_history(desk), positions.c.state == "counted"


def _handed(desk: int, since: int) -> _Where:
    # By the position: hand-overs follow their letters closely, so few lines are read without an index.
    return *_counted(desk), positions.c.position > since, positions.c.kind == "letter-delivered"


def _forked(desk: int) -> _Where:
    return positions.c.desk == desk, positions.c.branch > HISTORY


def _chunks(values: Sequence[Asked]) -> Iterator[Sequence[Asked]]:
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]
