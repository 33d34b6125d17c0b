"""What a damaged register still holds, read page by page; the folder is only read, nothing is written anywhere."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Integer, LargeBinary, Table

from desk_app.db import letter_rows, rows
from desk_app.db.backup import REGISTER_FILE
from desk_app.db.salvage_cells import TABLE_LEAF, Row, kind_of, rows_of
from desk_app.db.salvage_pages import Page, Pages, open_files
from desk_app.db.trouble import RegisterTrouble
from desk_app.domain.courtesy_drafts import COURTESY_DRAFTS
from desk_app.domain.events import EVENTS

Step = Callable[[int, int], None]
"""Told (done, total); what it raises stops the reading."""
Key = Any
"""The id of a row, or the values of a key of several columns."""

# On this page SQLite keeps its locks; nothing is ever written there.
_LOCKS = (1 << 30) // 4096 + 1
_TOLD_EVERY = 64
_SUBJECT = 32
_READ = (
    rows.identity,
    rows.registrations,
    rows.registration_versions,
    rows.letters,
    rows.journal,
    rows.journal_parts,
    rows.drafts,
    letter_rows.numbers,
    letter_rows.courtesies,
    letter_rows.handings,
)
_RANK = ("prepared", "printed", "delivered", "void")
_AGE: Mapping[str, Callable[[Mapping[str, Any]], Any]] = {
    "registrations": lambda told: told["version"],
    "letters": lambda told: (_RANK.index(told["state"]) if told["state"] in _RANK else -1, told["copies"]),
    "drafts": lambda told: told["kept_at"],
}


@dataclass(frozen=True, slots=True)
class Stored:
    """A row by the names of its columns; `sealed` when its pages were byte for byte as written."""

    told: Mapping[str, Any]
    sealed: bool


@dataclass(frozen=True, slots=True)
class Numbered:
    """What the index of numbers tells of a registration; its row may be gone."""

    event: str
    unit: str
    book: str
    year: int
    number: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """Rows of the tables by name and key, numbers by the id of their registration, entries (subject, id or position)
    of each page of the indexes of subjects, the pages that are not as written and how many there are in all, and
    whether something of the log beside the register could not be read."""

    tables: Mapping[str, Mapping[Key, Stored]]
    numbers: Mapping[int, Numbered]
    subjects: Sequence[Mapping[str, int]]
    broken: tuple[int, ...]
    pages: int
    log_broken: bool

    def rows(self, table: Table) -> Mapping[Key, Stored]:
        """The rows of a table by key: the id, or the values of a key of several columns."""
        return self.tables[table.name]


def gather(folder: Path, key: bytes, step: Step) -> Gathered:
    """Read every page of the register in `folder` and of the log beside it, whatever state they are in.

    Raises RegisterTrouble("register-missing") where there is neither; nothing else but what `step` raises.
    """
    file, log = open_files(folder, REGISTER_FILE)
    if file is None and log is None:
        raise RegisterTrouble("register-missing", {"folder": folder.name})
    with _closed(file), _closed(log):
        pages = Pages(file, log, key)
        return _Heap(pages).fill(step)


def _closed(file: BinaryIO | None) -> Any:
    return closing(file) if file else nullcontext()


class _Heap:
    """Rows found so far."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._tables: dict[str, dict[Key, Stored]] = {table.name: {} for table in _READ}
        self._numbers: dict[int, Numbered] = {}
        self._subjects: list[dict[str, int]] = []

    def fill(self, step: Step) -> Gathered:
        pages, broken = self._pages, []
        free = pages.free()
        for number in range(1, pages.count + 1):
            if number % _TOLD_EVERY == 1:
                step(number - 1, pages.count)
            page = pages.page(number)
            whole = page is not None and page.sealed and not (number == 1 and pages.salt_lost)
            if not whole and number != _LOCKS:
                broken.append(number)
            # A free page holds what was deleted, or an older form of rows that lie elsewhere now.
            if page and number not in free:
                self._take(number, page)
        step(pages.count, pages.count)
        return Gathered(self._tables, self._numbers, self._subjects, tuple(broken), pages.count, pages.log_broken)

    def _take(self, number: int, page: Page) -> None:
        kind, subjects = kind_of(number, page), dict[str, int]()
        for row in rows_of(number, page, self._pages.page):
            if kind == TABLE_LEAF:
                self._put(row)
            elif not self._note(row.values, subjects) and row.sealed:
                # Another index: so is all of this page.
                break
        if subjects:
            self._subjects.append(subjects)

    def _put(self, row: Row) -> None:
        for shape in _SHAPES:
            told, table = _as_row(shape, row), shape.table
            if told is None:
                continue
            key, kept = _key(table, told), self._tables[table.name]
            found = Stored(told, row.sealed)
            if key not in kept or _before(table, kept[key], found):
                kept[key] = found
            return

    def _note(self, values: Sequence[Any], subjects: dict[str, int]) -> bool:
        """Whether this is an entry of the index of numbers in use (event, unit, book, year, number, id) or of one of
        subjects."""
        if _are(values, (str, str, str, int, str, int)) and values[0] in EVENTS:
            self._numbers[values[5]] = Numbered(*values[:5])
        elif _are(values, (str, int)) and len(values[0]) == _SUBJECT:
            subjects[values[0]] = values[1]
        else:
            return False
        return True


def _are(values: Sequence[Any], kinds: Sequence[type]) -> bool:
    return len(values) == len(kinds) and all(map(isinstance, values, kinds))


@dataclass(frozen=True, slots=True)
class _Shape:
    """A table as its rows are stored: columns by name with what they may hold; `alias` where the first is the key of
    the row itself, which is stored as nothing."""

    table: Table
    columns: tuple[tuple[str, tuple[type, ...]], ...]
    alias: bool


def _shape(table: Table) -> _Shape:
    stored = [column for column in table.columns if column.computed is None]
    columns = tuple((column.name, (_kind(column.type), *((type(None),) * bool(column.nullable)))) for column in stored)
    alias = len(table.primary_key) == 1 and isinstance(stored[0].type, Integer)
    return _Shape(table, columns, alias)


def _kind(column: Any) -> type:
    if isinstance(column, Integer):
        return int
    return bytes if isinstance(column, LargeBinary) else str


_SHAPES = tuple(_shape(table) for table in _READ)


def _as_row(shape: _Shape, row: Row) -> dict[str, Any] | None:
    """The row by the names of this table's columns; None when it cannot be one of this table (tables are STRICT)."""
    if len(shape.columns) != len(row.values):
        return None
    values = row.values
    if shape.alias:
        if values[0] is not None or row.rowid < 1:
            return None
        values = (row.rowid, *values[1:])
    if not all(isinstance(value, kinds) for value, (_, kinds) in zip(values, shape.columns, strict=True)):
        return None
    told = {name: value for value, (name, _) in zip(values, shape.columns, strict=True)}
    sounds = _SOUNDS.get(shape.table.name)
    return told if sounds is None or sounds(told) else None


def _is_courtesy(told: Mapping[str, Any]) -> bool:
    try:
        body = json.loads(told["body"])
    except ValueError:
        return False
    return isinstance(body, dict) and body.get("letter") in COURTESY_DRAFTS


# Tables of equal columns are told apart by their words.
_SOUNDS: Mapping[str, Callable[[Mapping[str, Any]], bool]] = {
    "registrations": lambda told: told["event"] in EVENTS,
    "drafts": lambda told: told["event"] in (*EVENTS, *COURTESY_DRAFTS),
    "journal_parts": lambda told: told["part"] in ("home", "shared"),
    "letter_numbers": lambda told: told["dated"].startswith(f"{told['year']}-"),
    "courtesies": _is_courtesy,
}


def _key(table: Table, told: Mapping[str, Any]) -> Key:
    key = tuple(told[column.name] for column in table.primary_key)
    return key[0] if len(key) == 1 else key


def _before(table: Table, kept: Stored, found: Stored) -> bool:
    """Whether `found` takes the place of `kept`: what is as written before what is not, then the newer."""
    if kept.sealed != found.sealed:
        return found.sealed
    age = _AGE.get(table.name)
    return age is not None and bool(age(found.told) > age(kept.told))


def versions_by_id(gathered: Gathered) -> Iterator[tuple[int, dict[int, Stored]]]:
    """The versions of each registration by number, for every id of which there is one."""
    by_id: dict[int, dict[int, Stored]] = {}
    for stored in gathered.rows(rows.registration_versions).values():
        by_id.setdefault(stored.told["registration_id"], {})[stored.told["version"]] = stored
    yield from by_id.items()
