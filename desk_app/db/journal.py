"""The journal: audit trail and outgoing queue in one, append-only, every line chained to the one before."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, delete, or_, select, text, true

from common.counts import Fact
from common.periods import Period
from desk_app.db import rows
from desk_app.db.quick import adding, asked, first, wrote_all
from desk_app.db.trouble import RegisterTrouble
from exchange.journal import BadLine, Line, commitment, first_digest, next_digest, read_line, write_line

Part = Literal["shared", "home"]
PARTS: tuple[Part, ...] = ("shared", "home")
_AT_ONCE = 500
# Built once: composing a statement costs more than running it, and these run at every save.
_SLICE = "SELECT line FROM journal WHERE position BETWEEN ? AND ? ORDER BY position"
_HEAD = "SELECT position, digest FROM journal ORDER BY position DESC LIMIT 1"
# The lines are read by the subjects found: in the order of their positions SQLite would rather walk all there are.
_SPANS = """WITH spans (first, last, first_month, last_month) AS (
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(:spans)
    )"""
_ABOUT = text(f"""{_SPANS}, told (subject) AS (
        SELECT subject FROM journal WHERE rare = 'ratings-tally'
        UNION ALL
        SELECT subject FROM spans CROSS JOIN journal ON day BETWEEN first AND last
        UNION ALL
        SELECT subject FROM spans CROSS JOIN registrations
            ON ym BETWEEN first_month AND last_month AND registered_on BETWEEN first AND last
    )
    SELECT line FROM journal INDEXED BY ix_journal_subject WHERE subject IN told ORDER BY position
""")
_WITHIN = text(f"{_SPANS} SELECT count(*) FROM spans CROSS JOIN journal ON day BETWEEN first AND last")
_MUCH = 2
_FIRST_ACT = "SELECT line FROM journal WHERE kind <> 'local' ORDER BY position LIMIT 1"
_ADD_LINE = adding(rows.journal, "position", "kind", "subject", "line", "digest")
_ADD_PARTS = adding(rows.journal_parts, "position", "part", "salt", "body")


@dataclass(frozen=True, slots=True)
class Entry:
    """An act about to be written down: `subject` 32 hex digits; `shared` and `home` are parts that the line only
    commits to."""

    kind: str
    on: date
    subject: str
    version: int
    figures: Mapping[str, object]
    shared: bytes | None = None
    home: bytes | None = None


@dataclass(frozen=True, slots=True)
class StoredPart:
    """A part with the salt that opens the commitment of the line at `position`."""

    position: int
    salt: bytes
    body: bytes


class Journal:
    """The lines of one register, inside one transaction."""

    def __init__(self, connection: Connection, register_id: bytes, random: Callable[[int], bytes]) -> None:
        self._connection = connection
        self._register_id = register_id
        self._random = random

    def append(self, entry: Entry) -> int:
        """Write the act as the next line and give its position; raises BadLine for a figure outside the closed list."""
        return self.append_all((entry,))

    def append_all(self, entries: Iterable[Entry]) -> int:
        """The same for many acts, one line after the other; the position of the last."""
        position, digest = self.head()
        lines, parts = [], []
        for entry in entries:
            position += 1
            salts = {part: self._random(32) for part in PARTS if getattr(entry, part) is not None}
            raw = write_line(self._line(entry, position, salts))
            digest = next_digest(digest, raw)
            lines.append((position, entry.kind, entry.subject, raw, digest))
            parts += [(position, part, salt, getattr(entry, part)) for part, salt in salts.items()]
        wrote_all(self._connection, _ADD_LINE, lines)
        wrote_all(self._connection, _ADD_PARTS, parts)
        return position

    def _line(self, entry: Entry, position: int, salts: Mapping[Part, bytes]) -> Line:
        promised = {part: commitment(part, salt, getattr(entry, part)) for part, salt in salts.items()}
        return Line(
            position=position,
            kind=entry.kind,
            on=entry.on.isoformat(),
            subject=entry.subject,
            version=entry.version,
            figures=entry.figures,
            shared=promised.get("shared"),
            home=promised.get("home"),
        )

    def head(self) -> tuple[int, bytes]:
        """The last position and the digest there; position 0 before the first line."""
        found = first(self._connection, _HEAD)
        return (found[0], found[1]) if found else (0, first_digest(self._register_id))

    def first_act(self) -> date | None:
        """The day of the first line that is more than the office's own business; None while there is none."""
        found = first(self._connection, _FIRST_ACT)
        return date.fromisoformat(read_line(found[0]).on) if found else None

    def digest_at(self, position: int) -> bytes | None:
        """The digest after the line at `position`, or None beyond the head."""
        if position == 0:
            return first_digest(self._register_id)
        wanted = select(rows.journal.c.digest).where(rows.journal.c.position == position)
        found: bytes | None = self._connection.execute(wanted).scalar()
        return found

    def slice(self, first: int, last: int) -> Iterator[bytes]:
        """The lines `first` to `last`, both included, byte for byte as stored."""
        for (line,) in asked(self._connection, _SLICE, first, last):
            yield line

    def shared_parts(self, first: int, last: int) -> Iterator[StoredPart]:
        """The shared parts of the lines `first` to `last` as far as the law has left them."""
        yield from self._parts("shared", first, last)

    def home_parts(self, first: int, last: int) -> Iterator[StoredPart]:
        """The home parts of the lines `first` to `last`; they never leave the desk."""
        yield from self._parts("home", first, last)

    def facts(self, *kinds: str) -> Iterator[Fact]:
        """Every line as a fact to count, oldest first; of these kinds alone where some are named."""
        chosen = or_(*map(_of_kind, kinds)) if kinds else true()
        wanted = select(rows.journal.c.line).where(chosen).order_by(rows.journal.c.position)
        return map(_fact, self._connection.scalars(wanted.execution_options(yield_per=_AT_ONCE)))

    def facts_about(self, *periods: Period) -> Iterator[Fact]:
        """All lines about whatever was registered or done within the periods, oldest first, and the tallies of answers:
        enough to count them. No other line is looked at, unless they hold much of the journal: then it is read as a
        whole, which is quicker than by subjects."""
        spans = {"spans": json.dumps([_span(*days) for days in _together(periods)])}
        if self._connection.execute(_WITHIN, spans).scalar_one() * _MUCH > self.head()[0]:
            return self.facts()
        return map(_fact, self._connection.execute(_ABOUT, spans).scalars())

    def of_subject(self, subject: str) -> tuple[Line, ...]:
        """What the journal says of one registration or letter, oldest first."""
        columns = select(rows.journal.c.line).where(rows.journal.c.subject == subject)
        return tuple(read_line(raw) for raw in self._connection.scalars(columns.order_by(rows.journal.c.position)))

    def of_kind(self, kind: str) -> tuple[Line, ...]:
        """Every line of one kind, oldest first; of a common kind (`rows.COMMON_KINDS`) it walks the whole journal."""
        wanted = select(rows.journal.c.line).where(_of_kind(kind)).order_by(rows.journal.c.position)
        return tuple(read_line(raw) for raw in self._connection.scalars(wanted))

    def forget(self, subject: str) -> None:
        """Delete the parts of a subject that an `erased` line lets go; the chain still verifies."""
        positions = select(rows.journal.c.position).where(rows.journal.c.subject == subject)
        self._connection.execute(delete(rows.journal_parts).where(rows.journal_parts.c.position.in_(positions)))

    def verify(self) -> int:
        """Walk the whole chain, open every commitment, and give the number of lines.

        Raises RegisterTrouble("journal-broken") with the first `position` that is not as it was written.
        """
        expected, digest = 1, first_digest(self._register_id)
        for row in self._walk(rows.journal.c.line, rows.journal.c.digest):
            digest = next_digest(digest, row.line)
            if row.position != expected or row.digest != digest or not _is_line(row.line, expected):
                raise _broken(expected)
            expected += 1
        self._verify_parts()
        return expected - 1

    def _verify_parts(self) -> None:
        part = rows.journal_parts.c
        joined = select(part.position, part.part, part.salt, part.body, rows.journal.c.line).join_from(
            rows.journal_parts, rows.journal
        )
        for row in self._connection.execute(joined).yield_per(_AT_ONCE):
            if getattr(read_line(row.line), row.part) != commitment(row.part, row.salt, row.body):
                raise _broken(row.position)

    def _walk(self, *columns: Any) -> Iterator[Row[Any]]:
        position = rows.journal.c.position
        yield from self._connection.execute(select(position, *columns).order_by(position)).yield_per(_AT_ONCE)

    def _parts(self, part: Part, first: int, last: int) -> Iterator[StoredPart]:
        kept = rows.journal_parts.c
        wanted = select(kept.position, kept.salt, kept.body).where(
            kept.part == part, kept.position.between(first, last)
        )
        for row in self._connection.execute(wanted.order_by(kept.position)).yield_per(_AT_ONCE):
            yield StoredPart(row.position, row.salt, row.body)


class _Stored(msgspec.Struct, frozen=True):
    """What counting needs of a line; it was looked at with care when it was written."""

    kind: str
    on: str
    subject: str
    version: int
    figures: dict[str, Any]


_STORED = msgspec.json.Decoder(_Stored)
_day = lru_cache(maxsize=4096)(date.fromisoformat)


def _fact(raw: bytes) -> Fact:
    try:
        line: _Stored | Line = _STORED.decode(raw)
    except msgspec.DecodeError:
        line = read_line(raw)
    return Fact(line.kind, _day(line.on), line.subject, line.version, line.figures)


def _together(periods: Iterable[Period]) -> Iterator[tuple[date, date]]:
    """The days of these periods, each once, from first to last."""
    spans = sorted((period.first, period.last) for period in periods)
    first, last = spans[0]
    for begins, ends in spans[1:]:
        if begins > last:
            yield first, last
            first = begins
        last = max(last, ends)
    yield first, last


def _span(first: date, last: date) -> tuple[str, str, int, int]:
    return first.isoformat(), last.isoformat(), first.year * 100 + first.month, last.year * 100 + last.month


def _of_kind(kind: str) -> ColumnElement[bool]:
    line = rows.journal.c
    return line.kind == kind if kind in rows.COMMON_KINDS else line.rare == kind


def _is_line(raw: bytes, position: int) -> bool:
    try:
        return read_line(raw).position == position
    except BadLine:
        return False


def _broken(position: int) -> RegisterTrouble:
    return RegisterTrouble("journal-broken", {"position": str(position)})
