"""The journal of a damaged register: in which spans its lines are unbroken, and what it witnesses of registrations."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from desk_app.db import rows
from desk_app.db.marker import Marker
from desk_app.db.salvage import Gathered, Stored
from exchange.journal import BadLine, Line, commitment, first_digest, next_digest, read_line

Part = Literal["shared", "home"]


@dataclass(frozen=True, slots=True)
class Span:
    """Lines `first` to `last`, each chained to the one before; `proved` when the chain begins at the register's own
    beginning or passes where the marker beside it says."""

    first: int
    last: int
    proved: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What the journal's lines say of one registration: its newest version, and of every version the part that names
    it (None where that part cannot be read), and the event."""

    event: str
    registered_on: str
    version: int = 1
    voided: bool = False
    parts: Mapping[int, Mapping[str, Any] | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lines:
    """`spans` in order; `gaps` are the lines between and behind them that cannot be read; `registrations` by subject,
    `erased` subjects; `letters` (kind and day) by subject, of those never taken back; `numbered` which number a letter
    had last, and the day on which it was given, by subject."""

    spans: tuple[Span, ...]
    gaps: tuple[tuple[int, int], ...]
    registrations: Mapping[str, Told]
    erased: frozenset[str]
    letters: Mapping[str, tuple[str, str]]
    numbered: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def read_lines(gathered: Gathered, mark: Marker | None) -> Lines:
    """The journal as far as it can be read; `mark` tells how far it had come."""
    kept: dict[int, Stored] = dict(gathered.rows(rows.journal))
    lines = dict(_lines(kept))
    spans = tuple(_spans(kept, sorted(lines), _register_id(gathered, mark), mark))
    last = max([mark.position if mark else 0, *lines])
    registrations: dict[str, Told] = {}
    letters: dict[str, tuple[str, str]] = {}
    for position, line in sorted(lines.items()):
        _follow(registrations, letters, line, _part(gathered, position, line))
    numbered = dict(_numbered(gathered, lines))
    erased = frozenset(line.subject for line in lines.values() if line.kind == "erased")
    return Lines(spans, tuple(_gaps(spans, last)), registrations, erased, letters, numbered)


def _lines(kept: Mapping[int, Stored]) -> Iterator[tuple[int, Line]]:
    for position, stored in kept.items():
        try:
            line = read_line(stored.told["line"])
        except BadLine:
            continue
        if line.position == position and line.subject == stored.told["subject"]:
            yield position, line


def _register_id(gathered: Gathered, mark: Marker | None) -> bytes | None:
    if mark:
        return mark.register_id
    stored = gathered.rows(rows.identity).get(1)
    return stored.told["register_id"] if stored and stored.sealed else None


def _spans(
    kept: Mapping[int, Stored], positions: list[int], register_id: bytes | None, mark: Marker | None
) -> Iterator[Span]:
    begun: int | None = None
    proved, previous = False, 0
    for position in positions:
        told = kept[position].told
        start = first_digest(register_id) if position == 1 and register_id else None
        before = kept[previous].told["digest"] if begun and previous == position - 1 else start
        chained = before is not None and next_digest(before, told["line"]) == told["digest"]
        if begun and (previous != position - 1 or not chained):
            yield Span(begun, previous, proved)
            begun, proved = None, False
        if begun is None:
            begun, proved = position, position == 1 and chained
        previous = position
        proved = proved or bool(mark and (mark.position, mark.digest) == (position, told["digest"]))
    if begun:
        yield Span(begun, previous, proved)


def _gaps(spans: tuple[Span, ...], last: int) -> Iterator[tuple[int, int]]:
    next_one = 1
    for span in spans:
        if span.first > next_one:
            yield next_one, span.first - 1
        next_one = span.last + 1
    if last >= next_one:
        yield next_one, last


def _numbered(gathered: Gathered, lines: Mapping[int, Line]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each letter whose number was changed, and the number it had then ("" taken back), in the order of the lines."""
    for position, line in sorted(lines.items()):
        told = _part(gathered, position, line, "home") if line.kind == "local" else None
        if told and told.get("act") == "numbered" and "letter" in told:
            yield str(told["letter"]), (str(told.get("new", "")), line.on)


def _part(gathered: Gathered, position: int, line: Line, part: Part = "shared") -> Mapping[str, Any] | None:
    """A part of a line, when it is what the line promised; the shared one names people."""
    promised = line.home if part == "home" else line.shared
    stored = gathered.rows(rows.journal_parts).get((position, part))
    if stored is None or promised != commitment(part, stored.told["salt"], stored.told["body"]):
        return None
    read: Mapping[str, Any] = json.loads(stored.told["body"])
    return read


def _follow(
    registrations: dict[str, Told], letters: dict[str, tuple[str, str]], line: Line, part: Mapping[str, Any] | None
) -> None:
    before = registrations.get(line.subject)
    if line.kind in ("registered", "amended"):
        parts = {**(before.parts if before else {}), line.version: part}
        event, on = str(line.figures["event"]), str(line.figures["registered_on"])
        registrations[line.subject] = Told(event, on, line.version, False, parts)
    elif line.kind == "voided" and before:
        registrations[line.subject] = Told(before.event, before.registered_on, line.version, True, before.parts)
    elif line.kind == "letter-prepared":
        letters[line.subject] = (str(line.figures["letter"]), line.on)
    elif line.kind == "letter-voided":
        letters.pop(line.subject, None)
