"""Opening a sheet and choosing how it is read: each step gives a new value, nothing is written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from common.words import intake as words
from desk_app.db.register import Reading, Work
from desk_app.domain.drafts import draft_values
from desk_app.intake.cells import NotATable, Sheet, TableFile
from desk_app.intake.layout import Column, Layout, find_layout
from desk_app.intake.rows import ReadRow, read_rows
from desk_app.intake.tables import read_pasted, read_table
from desk_app.services.files import read_file
from desk_app.services.intake_values import SheetLine, Source, Told
from desk_app.services.seat import Seat
from desk_app.services.trouble import Mistake

_PAPER = "sheet-layouts"
_MOST_REMEMBERED = 60
"""Kinds of sheets whose mapping is remembered; the oldest goes first."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file or the clipboard: its sheets that hold anything, the encoding of a text file, and for each sheet the
    reading that is proposed, with what was chosen the last time for these headings; `as_before` are the sheets of which
    something was chosen."""

    table: TableFile
    layouts: tuple[Layout, ...]
    source: Source
    as_before: frozenset[int] = frozenset()

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Its sheets, in their order."""
        return self.table.sheets

    @property
    def encoding(self) -> str:
        """That of a text file; "" for a workbook."""
        return self.table.encoding

    @property
    def best(self) -> int:
        """The sheet that most columns can be read of."""
        read = [sum(1 for column in layout.columns if column.key) for layout in self.layouts]
        return read.index(max(read))


@dataclass(frozen=True, slots=True)
class Suspect:
    """A column that seems to be in an encoding of the days before Unicode: some of its texts before and after."""

    at: int
    caption: str
    encoding: str
    samples: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A sheet with how it is read: its layout, and the legacy encodings of columns that a person confirmed."""

    opened: Opened
    sheet: int
    layout: Layout
    conversions: Mapping[int, str] = field(default_factory=dict)

    @property
    def suspects(self) -> tuple[Suspect, ...]:
        """Columns that would be converted, confirmed or not, each with samples before and after."""
        return tuple(_suspects(self.layout.columns, self.conversions))

    @property
    def as_before(self) -> bool:
        """Whether the sheet is read as such a sheet was the last time."""
        return self.sheet in self.opened.as_before and self.layout == self.opened.layouts[self.sheet]

    def with_key(self, at: int, key: str) -> Choice:
        """A column read as this key; "" reads it as nothing."""
        return replace(self, layout=self.layout.with_key(at, key))

    def converting(self, at: int, encoding: str) -> Choice:
        """A column converted from this encoding; "" takes it as it stands."""
        told = {**self.conversions, at: encoding}
        return replace(self, conversions={place: code for place, code in told.items() if code})


def opened(seat: Seat, path: Path) -> Opened:
    """A file as its sheets."""
    raw = read_file(path)
    kind = path.suffix.lower().removeprefix(".")[:8]
    return _opened(seat, _table(lambda: read_table(raw)), Source(kind, hashlib.sha256(raw).hexdigest()))


def pasted(seat: Seat, text: str) -> Opened:
    """What lay on the clipboard."""
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return _opened(seat, _table(lambda: read_pasted(text)), Source("pasted", digest))


def choose(opened: Opened, sheet: int | None = None, event: str = "") -> Choice:
    """A sheet (the best one where none is named) as it is proposed to be read, or as this event."""
    at = opened.best if sheet is None else sheet
    layout = opened.layouts[at]
    return Choice(opened, at, find_layout(opened.sheets[at], event) if event and event != layout.event else layout)


def lines_of(choice: Choice, seat: Seat) -> tuple[SheetLine, ...]:
    """The rows of a sheet that say anything, as drafts."""
    rows = read_rows(choice.opened.sheets[choice.sheet], choice.layout, choice.conversions, seat.today())
    return tuple(_line(row, choice.layout.event) for row in rows if not row.passed)


def source_of(choice: Choice) -> Source:
    """What may be kept of a sheet that is taken in, its mapping among it."""
    keys = tuple(column.key for column in choice.layout.columns if column.key)
    told = {_digest(heading): key for heading, key in choice.layout.mapping().items()}
    return replace(choice.opened.source, columns=keys, mapping=told, event=choice.layout.event)


def remember(work: Work, source: Source) -> None:
    """Keep how these headings were read. Only digests of the headings are kept: whatever stood there names nobody."""
    if not source.mapping:
        return
    kept = _remembered(work)
    kept.pop(_signature(source.mapping), None)
    kept[_signature(source.mapping)] = {"event": source.event, "keys": dict(source.mapping)}
    newest = dict(list(kept.items())[-_MOST_REMEMBERED:])
    work.office.put(_PAPER, json.dumps(newest))


def _opened(seat: Seat, table: TableFile, source: Source) -> Opened:
    with seat.reading() as reading:
        kept = _remembered(reading)
    found = [_layout(sheet, kept) for sheet in table.sheets]
    known = frozenset(at for at, (_, as_before) in enumerate(found) if as_before)
    return Opened(table, tuple(layout for layout, _ in found), source, known)


def _layout(sheet: Sheet, kept: Mapping[str, Mapping[str, object]]) -> tuple[Layout, bool]:
    """How a sheet is read, and whether that was chosen the last time."""
    found = find_layout(sheet)
    digests = {heading: _digest(heading) for heading in found.mapping()}
    known = kept.get(_signature({digest: "" for digest in digests.values()}))
    if known is None:
        return found, False
    keys = dict(known["keys"])  # type: ignore[call-overload]
    chosen = {heading: keys[digest] for heading, digest in digests.items()}
    return find_layout(sheet, str(known["event"]), chosen), True


def _remembered(store: Reading | Work) -> dict[str, dict[str, object]]:
    kept: dict[str, dict[str, object]] = json.loads(store.office.get(_PAPER) or "{}")
    return kept


def _signature(mapping: Mapping[str, str]) -> str:
    return _digest("\n".join(sorted(mapping)))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _table(read: Callable[[], TableFile]) -> TableFile:
    try:
        return read()
    except NotATable as wrong:
        raise Mistake(f"sheet-{wrong.code}", wrong.details) from wrong


def _line(row: ReadRow, event: str) -> SheetLine:
    told = tuple(
        Told(one.field, words.finding(one.code, one.details), one.column) for one in row.findings if one.level == "look"
    )
    if row.draft is None:
        return SheetLine(row.line, event, {}, told, readable=False)
    texts = {name: text for name, text in draft_values(row.draft).items() if isinstance(text, str) and text}
    return SheetLine(row.line, event, texts, told)


def _suspects(columns: Sequence[Column], confirmed: Mapping[int, str]) -> Iterator[Suspect]:
    for column in columns:
        encoding = confirmed.get(column.at) or column.suspected
        if encoding:
            yield Suspect(column.at, column.caption, encoding, column.shown(encoding))
