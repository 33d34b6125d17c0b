"""What an update may carry beside the table of units: letters, report calendars, question sets. Every part is read
whole before anything of it is used; what is wrong is told with its place."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from common.calendars import NotACalendar, ReportCalendar, read_calendar
from common.letter_check import checked_letter
from common.letter_text import Template, TemplateFault
from common.questions import NotAQuestionSet, QuestionSet, read_question_set
from exchange import canonical
from exchange.documents import read_canonical
from exchange.shapes import is_day
from exchange.verdicts import Refused

LETTERS, CALENDARS, QUESTIONS = "letters.json", "calendars.json", "questions.json"
LETTERS_FORMAT = "motcua-letters/1"
LARGEST_PART = 1 << 20
"""Bytes of the largest of these members, unpacked."""
MOST = 40
"""Documents of one sort in one update, entries of one list, names of one object."""
LONGEST = 500
"""Characters of the longest text of a calendar or a question set."""
_LETTER = frozenset({"name", "kind", "layout", "title", "from", "text"})
_DAYS = ("from", "to_day", "since")
_NOT_SAID = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_FIRST, _LAST = "1976-01-01", "2199-12-31"

T = TypeVar("T")


class BadPart(Refused):
    """A part of an update that no desk may use: `part` is letter, calendar or questions, `name` which of them, `place`
    where in it, `found` what stands there."""

    def __init__(self, part: str, code: str, name: str = "", place: str = "", found: str = "") -> None:
        super().__init__("damaged", f"{part}-{code}")
        self.part, self.code, self.name, self.place, self.found = part, code, name, place, found


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of an update: name, kind, layout and title, the first day on which it is in force, and its text, which
    was read as `template`."""

    name: str
    kind: str
    layout: str
    title: str
    from_day: date
    text: str
    template: Template

    def told(self) -> dict[str, str]:
        """The letter as `letters.json` has it."""
        names = {"name": self.name, "kind": self.kind, "layout": self.layout, "title": self.title}
        return {**names, "from": self.from_day.isoformat(), "text": self.text}


@dataclass(frozen=True, slots=True)
class Parts:
    """What an update carries beside units; calendars and question sets with the canonical bytes of their document."""

    letters: tuple[Letter, ...] = ()
    calendars: tuple[tuple[ReportCalendar, bytes], ...] = ()
    questions: tuple[tuple[QuestionSet, bytes], ...] = ()


def write_parts(
    letters: Iterable[Mapping[str, str]] = (), calendars: Iterable[bytes] = (), questions: Iterable[bytes] = ()
) -> dict[str, bytes]:
    """The members that carry these letters (as `Letter.told`), calendars and question sets (their JSON files); raises
    BadPart for what no desk would take."""
    told: dict[str, Any] = {
        LETTERS: {"format": LETTERS_FORMAT, "letters": list(letters)},
        CALENDARS: [_from_file(raw, "calendar") for raw in calendars],
        QUESTIONS: [_from_file(raw, "questions") for raw in questions],
    }
    filled = {name: value for name, value in told.items() if (value["letters"] if name == LETTERS else value)}
    members = {name: _written(name, value) for name, value in filled.items()}
    read_parts(members)
    return members


def read_parts(members: Mapping[str, bytes]) -> Parts:
    """Every part of these members; raises Refused, BadPart where the place can be told."""
    found = {name: _read(name, members[name]) for name in (LETTERS, CALENDARS, QUESTIONS) if name in members}
    letters = found.get(LETTERS, {"format": LETTERS_FORMAT, "letters": None})
    return Parts(
        tuple(_once("letter", [_letter(one) for one in _letters(letters)], lambda one: one.name)),
        tuple(_once("calendar", _documents(found, CALENDARS, read_calendar), lambda one: one[0].id)),
        tuple(_once("questions", _documents(found, QUESTIONS, read_question_set), lambda one: one[0].mark)),
    )


_SORTS = {LETTERS: "letter", CALENDARS: "calendar", QUESTIONS: "questions"}


def _from_file(raw: bytes, part: str) -> Any:
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as broken:
        raise BadPart(part, "form") from broken


def _written(name: str, value: Any) -> bytes:
    try:
        return canonical.encode(value)
    except canonical.NotCanonical as wrong:
        raise BadPart(_SORTS[name], wrong.code) from wrong


def _read(name: str, raw: bytes) -> Any:
    if len(raw) > LARGEST_PART:
        raise Refused("too-large", f"{_SORTS[name]}-size")
    value = read_canonical(raw, f"{_SORTS[name]}-form")
    if name != LETTERS and not isinstance(value, list):
        raise Refused("damaged", f"{_SORTS[name]}-form")
    return value


def _letters(value: Any) -> list[Any]:
    if not isinstance(value, dict) or value.keys() != {"format", "letters"}:
        raise Refused("damaged", "letter-form")
    if value["format"] != LETTERS_FORMAT:
        raise Refused("too-new", "letter-format")
    if value["letters"] is None:
        return []
    return _counted("letter", value["letters"])


def _letter(told: Any) -> Letter:
    if not isinstance(told, dict) or told.keys() != _LETTER or {type(text) for text in told.values()} != {str}:
        raise BadPart("letter", "form")
    if not _is_day(told["from"]):
        raise BadPart("letter", "from", told["name"][:40], "from", told["from"][:40])
    try:
        template = checked_letter(told["name"], told["kind"], told["layout"], told["text"])
    except TemplateFault as fault:
        place = f"{fault.place[1]}:{fault.place[2]}"
        raise BadPart("letter", fault.code, fault.place[0], place, fault.found) from fault
    if told["title"] != template.title or len(template.title) > LONGEST:
        raise BadPart("letter", "title", template.name, "title", told["title"][:40])
    day = date.fromisoformat(told["from"])
    return Letter(template.name, told["kind"], told["layout"], template.title, day, told["text"], template)


def _documents(found: Mapping[str, Any], member: str, read: Callable[[bytes], T]) -> list[tuple[T, bytes]]:
    part = _SORTS[member]
    return [_document(part, one, read) for one in (_counted(part, found[member]) if member in found else [])]


def _document(part: str, told: Any, read: Callable[[bytes], T]) -> tuple[T, bytes]:
    name = str(told.get("id", ""))[:40] if isinstance(told, dict) else ""
    _look_through(part, name, told)
    raw = canonical.encode(told)
    try:
        return read(raw), raw
    except (NotACalendar, NotAQuestionSet) as wrong:
        raise BadPart(part, "place", name, str(wrong)) from wrong


def _look_through(part: str, name: str, told: Any) -> None:
    """Lengths and signs of every text, counts of every list, and days that an office can mean: the readers of
    calendars and question sets trust their own files there."""
    if not isinstance(told, dict):
        raise BadPart(part, "form")
    for day in _DAYS:
        if part == "calendar" and told.get(day) is not None and not _is_day(told[day]):
            raise BadPart(part, "day", name, day, str(told[day])[:40])
    waiting: list[tuple[str, Any]] = [("", told)]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, str) and not _is_plain(value):
            raise BadPart(part, "text", name, place)
        if isinstance(value, dict | list):
            if len(value) > MOST:
                raise BadPart(part, "count", name, place)
            waiting += _inside(place, value)


def _inside(place: str, value: Any) -> list[tuple[str, Any]]:
    if isinstance(value, list):
        return [(f"{place}[{at}]", one) for at, one in enumerate(value)]
    texts = [(f"{place}.{key}".lstrip(".")[:LONGEST], key) for key in value]
    return texts + [(f"{place}.{key}".lstrip(".")[:LONGEST], one) for key, one in value.items()]


def _is_plain(text: str) -> bool:
    return len(text) <= LONGEST and not any(unicodedata.category(sign) in _NOT_SAID for sign in text)


def _is_day(value: Any) -> bool:
    return is_day(value) and _FIRST <= value <= _LAST


def _counted(part: str, value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise Refused("damaged", f"{part}-form")
    if len(value) > MOST:
        raise Refused("too-large", f"{part}-count")
    return value


def _once(part: str, listed: list[T], name_of: Callable[[T], str]) -> list[T]:
    names: set[str] = set()
    for one in listed:
        if name_of(one) in names:
            raise BadPart(part, "twice", name_of(one))
        names.add(name_of(one))
    return listed
