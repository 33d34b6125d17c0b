"""What the office hands down to all its desks in one signed file: letters, report calendars, question sets, the table
of units. Gathered from files and folders, looked at whole, then signed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path, PurePath
from typing import Any

from common.letter_check import LAYOUTS
from common.letter_findings import errors, findings, tidied
from common.letter_names import layout_of
from common.unit_check import LARGEST, BadUnitTable, checked_table
from common.units import NotAUnitTable, UnitTable
from common.words import updates as words
from district.moments import VIETNAM, utc_text
from district.store.office import Act
from district.store.store import Store
from district.trouble import Mistake
from exchange.documents import Written
from exchange.files import update_name
from exchange.keys import OfficeKeys
from exchange.update import MEMBERS, UNITS, Update, write_update
from exchange.update_parts import LETTERS_FORMAT, BadPart, Parts, read_parts, write_parts
from exchange.verdicts import Refused

_ENDS = (".json", ".tsv", ".txt")


@dataclass(frozen=True, slots=True)
class Content:
    """What goes into an update: the bytes of a table of units (none: empty), and its members as a desk will read
    them."""

    units: bytes
    table: UnitTable | None
    parts: Parts
    members: Mapping[str, bytes]

    def told(self) -> tuple[str, ...]:
        """A sentence for everything that goes in."""
        forms = words.LAYOUT_TITLES
        letters = (words.letter_in(one.title, forms[one.layout], one.from_day) for one in self.parts.letters)
        calendars = (words.calendar_in(one.name, one.source) for one, _ in self.parts.calendars)
        questions = (words.questions_in(one.mark, len(one.questions)) for one, _ in self.parts.questions)
        units = (words.units_in(self.table.edition),) if self.table else ()
        return (*letters, *calendars, *questions, *units)

    def names(self) -> tuple[tuple[str, str], ...]:
        """Kind and name of everything that goes in."""
        parts = self.parts
        letters = (("letter", one.name) for one in parts.letters)
        calendars = (("calendar", one.id) for one, _ in parts.calendars)
        questions = (("questions", one.mark) for one, _ in parts.questions)
        return (*letters, *calendars, *questions, *((("units", UNITS),) if self.table else ()))


@dataclass(slots=True)
class _Found:
    """What lay in the files, by sort."""

    units: list[bytes] = field(default_factory=list)
    letters: list[Any] = field(default_factory=list)
    calendars: list[bytes] = field(default_factory=list)
    questions: list[bytes] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Updating:
    """Signing as this person of the office; `edition`: the day of the table of units that the office goes by."""

    store: Store
    keys: OfficeKeys
    user: str
    app: str
    now: Callable[[], datetime]
    unit: str
    edition: date

    def gather(self, files: Iterable[tuple[str, bytes]], from_day: date) -> Content:
        """Everything in these files, name and bytes of each; letters are in force from that day. Raises Mistake:
        update-file-unknown, update-nothing, bad-update-part, bad-unit-table, unit-table-older."""
        found = _Found()
        for name, raw in files:
            _sort(name, raw, found, from_day)
        if len(found.units) > 1:
            raise Mistake("bad-unit-table", detail="twice")
        units = {UNITS: found.units[0]} if found.units else {}
        with _telling():
            parts = write_parts(found.letters, found.calendars, found.questions)
        return self.content({**parts, **units})

    def content(self, members: Mapping[str, bytes]) -> Content:
        """The same of members that were gathered before; looked at whole once more."""
        if not members or members.keys() - MEMBERS:
            raise Mistake("update-nothing")
        units = members.get(UNITS, b"")
        table = self._table(units) if UNITS in members else None
        with _telling():
            parts = read_parts(members)
        _refuse_unsound(parts)
        return Content(units, table, parts, members)

    def sign(self, content: Content) -> tuple[str, Written]:
        """The file for all desks, with its name; the act is noted."""
        at = self.now()
        edition = content.table.edition if content.table else at.astimezone(VIETNAM).date()
        update = Update(
            office=self.keys.public.verify,
            office_unit=self.unit,
            edition=edition.isoformat(),
            issued_at=utc_text(at),
            app=self.app,
        )
        written = write_update(update, self.keys, content.members)
        with self.store.work() as work:
            touched = " ".join(("handed", update.edition, *sorted(content.members)))
            work.office.note(Act(utc_text(at), self.user, "update", touched))
        return update_name(self.unit, update.edition), written

    def _table(self, raw: bytes) -> UnitTable:
        try:
            table = checked_table(raw)
        except NotAUnitTable as bad:
            raise Mistake("bad-unit-table", detail=bad.code if isinstance(bad, BadUnitTable) else "form") from bad
        if not table.known(self.unit):
            raise Mistake("bad-unit-table", detail="own-unit")
        if table.edition < self.edition:
            raise Mistake("unit-table-older", day=f"{self.edition:%d/%m/%Y}")
        return table


def _told(bad: Refused) -> dict[str, str]:
    if not isinstance(bad, BadPart):
        return {"which": words.WHOLE, "what": words.TOO_MUCH}
    return {"which": words.which(bad.part, bad.name), "what": words.wrong(bad.code, bad.place, bad.found)}


def read_files(paths: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of these files, and of what may travel in these folders. Raises Mistake: file-unreadable."""
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.iterdir() if one.suffix.lower() in _ENDS and one.is_file())
            yield from ((one.name, _read(one)) for one in inside)
        else:
            yield path.name, _read(path)


@contextmanager
def _telling() -> Iterator[None]:
    """What no desk would take becomes a sentence for the officer."""
    try:
        yield
    except Refused as bad:
        raise Mistake("bad-update-part", detail=bad.detail, **_told(bad)) from bad


def _sort(name: str, raw: bytes, found: _Found, from_day: date) -> None:
    end = PurePath(name).suffix.lower()
    if end == ".tsv":
        found.units.append(raw)
    elif end == ".txt":
        found.letters.append(_letter(name, raw, from_day))
    elif end == ".json":
        _sort_json(name, raw, found)
    else:
        raise Mistake("update-file-unknown", file=name)


def _sort_json(name: str, raw: bytes, found: _Found) -> None:
    try:
        told = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as broken:
        raise Mistake("update-file-unknown", file=name) from broken
    if isinstance(told, dict) and told.get("format") == LETTERS_FORMAT:
        found.letters += told["letters"] if isinstance(told.get("letters"), list) else [None]
        return
    for one in told if isinstance(told, list) else [told]:
        listed = next((key for key in ("terms", "questions") if isinstance(one, dict) and key in one), "")
        if not listed:
            raise Mistake("update-file-unknown", file=name)
        (found.calendars if listed == "terms" else found.questions).append(json.dumps(one).encode())


def _letter(name: str, raw: bytes, from_day: date) -> dict[str, str]:
    """A template file as an update carries it: its name tells its form, its first line its title."""
    stem = PurePath(name).stem
    layout = layout_of(stem)
    if layout not in LAYOUTS:
        raise Mistake("update-file-unknown", file=name)
    try:
        text = tidied(raw.decode("utf-8"))
    except UnicodeDecodeError as broken:
        raise Mistake("update-file-unknown", file=name) from broken
    title = next((line[5:].strip() for line in text.split("\n") if line.startswith("tên: ")), "")
    names = {"name": stem, "kind": LAYOUTS[layout].kind, "layout": layout, "title": title}
    return {**names, "from": from_day.isoformat(), "text": text}


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise Mistake("file-unreadable", file=path.name) from error


def _refuse_unsound(parts: Parts) -> None:
    """What a desk would mind of a letter beyond its form: words that no letter may lack."""
    for letter in parts.letters:
        for one in errors(findings(letter.text, letter.layout))[:1]:
            told = {"which": words.which("letter", letter.name), "what": f"{one.place}: {one.sentence}"}
            raise Mistake("bad-update-part", detail=f"letter-{one.code}", **told)
