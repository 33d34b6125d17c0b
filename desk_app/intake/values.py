"""A cell as the ministry writes what it says: dates dotted, codes as numbers; and what was found on the way."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from common.dates import NEWEST_SHORT_YEAR
from common.names import tidy
from desk_app.domain.ministry import Kind
from desk_app.domain.ministry_codes import code_for
from desk_app.domain.ministry_said import dotted_day, is_citizen_id
from desk_app.intake.cells import Cell
from desk_app.intake.dates import day_in_text, day_of_number

WHOLE = re.compile(r"([0-9]+)[.,]0+")
_SCIENTIFIC = re.compile(r"[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]+")
_BLANKS = frozenset({"-", "--", "—", "…", "...", "NULL", "/", "."})
_NO_VALUE = frozenset({"0", "null", "n/a", "none", "không", "không rõ", "không có"})
"""Stands under a code, a date or a number where nothing is known."""
_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#GETTING_DATA", "#######"})


@dataclass(frozen=True, slots=True)
class Seen:
    """Something found in a cell, by its code (`common.words.intake.FINDINGS`)."""

    code: str
    details: Mapping[str, str] = field(default_factory=dict, hash=False)


Read = tuple[str, tuple[Seen, ...]]


def value_of(cell: Cell, kind: Kind, newest: int = NEWEST_SHORT_YEAR) -> Read:
    """The text of a cell in the ministry's writing for its kind, "" where it says nothing, and everything found.

    `newest` is the last year that two figures may mean. What cannot be read stays as it stands.
    """
    text, seen = _shown(cell, kind)
    if not text or text in _BLANKS:
        return "", seen
    if text in _ERRORS:
        return "", (*seen, Seen("error-cell", {"text": text}))
    if kind == "date":
        taken, more = _date(text, cell, newest)
    else:
        reader = _BY_KIND.get(kind)
        taken, more = reader(text, cell) if reader else (text, ())
    return taken, seen + more


def _shown(cell: Cell, kind: Kind) -> Read:
    """The cell as a text, as a person would copy it."""
    if isinstance(cell, str):
        return _typed(cell)
    if isinstance(cell, bool):
        return str(cell).upper(), ()
    if isinstance(cell, float | int):
        return _number(cell, kind), ()
    return _moment(cell, kind)


def _typed(cell: str) -> Read:
    """Text as it is kept; the sign before it that told a spreadsheet to leave it alone is no part of it."""
    text = tidy(cell)
    seen: tuple[Seen, ...] = ()
    if not cell.isprintable() and any(unicodedata.category(sign) in ("Cf", "Cs") for sign in cell):
        seen = (Seen("signs-dropped", {"text": text}),)
    if text[:1] == "'" and len(text) > 1 and (text[1].isdigit() or text[1] in "=+-@"):
        text = text[1:].strip()
    if text[:1] in ("=", "@") or (text[:1] == "+" and not text[1:2].isdigit()):
        seen += (Seen("formula", {"text": text}),)
    return text, seen


def _number(cell: float, kind: Kind) -> str:
    if kind == "time" and 0 <= cell < 1:
        return _clock(round(cell * 1440))
    whole = int(cell) if abs(cell) < 1e18 else None
    return str(whole) if whole is not None and cell == whole else repr(cell)


def _moment(cell: date | datetime | time | timedelta, kind: Kind) -> Read:
    if isinstance(cell, timedelta):
        return _clock(int(cell.total_seconds()) // 60), ()
    if isinstance(cell, time) or (kind == "time" and isinstance(cell, datetime)):
        return f"{cell.hour:02d}:{cell.minute:02d}", ()
    if kind != "number":
        return dotted_day(cell), ()
    shown = f"{cell.month:02d}/{cell.year}" if cell.day == 1 else dotted_day(cell)
    return shown, (Seen("number-was-date", {"text": dotted_day(cell), "taken": shown}),)


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def _date(text: str, cell: Cell, newest: int) -> Read:
    if isinstance(cell, date):
        return text, ()
    if text.lower() in _NO_VALUE or not text.strip("0.:/- "):
        return "", ()
    whole = WHOLE.fullmatch(text)
    bare = whole[1] if whole else text
    number = day_of_number(int(bare)) if bare.isascii() and bare.isdigit() and len(bare) <= 5 else ""
    if number:
        return number, (Seen("date-from-serial", {"text": bare, "taken": number}),) if "." in number else ()
    taken, code, details = day_in_text(bare, newest)
    return taken, (Seen(code, {"text": text, "taken": taken, **details}),) if code else ()


def _name(text: str, cell: Cell) -> Read:
    seen: list[Seen] = []
    if isinstance(cell, str) and "  " in cell.strip():
        seen.append(Seen("spaces", {"text": text}))
    if len(text) > 1 and text.isupper():
        seen.append(Seen("all-caps", {"text": text}))
    elif text[:1].islower():
        seen.append(Seen("name-begins-small", {"text": text}))
    return text, tuple(seen)


def _counted(text: str, cell: Cell) -> Read:
    """A number of a book or a paper: `5.0` is 5."""
    whole = WHOLE.fullmatch(text)
    return (whole[1], (Seen("number-shown-whole", {"text": text, "taken": whole[1]}),)) if whole else (text, ())


def _id(text: str, cell: Cell) -> Read:
    """A personal number, or the number of another paper."""
    bare = WHOLE.sub(r"\1", "".join(text.split()))
    if bare.lower() in _NO_VALUE:
        return "", ()
    if _SCIENTIFIC.fullmatch(bare):
        return "", (Seen("digits-lost", {"text": text}),)
    digits = bare.replace(".", "").replace("-", "")
    if not (digits.isascii() and digits.isdigit()):
        return text, ()
    if is_citizen_id(digits) or len(digits) == 9:
        return digits, ()
    if len(digits) in (10, 11):
        return digits.zfill(12), (Seen("zero-lost", {"text": digits, "taken": digits.zfill(12)}),)
    return digits, (Seen("number-kept-apart", {"text": digits}),)


def _coded(kind: Kind) -> Callable[[str, Cell], Read]:
    def read(text: str, cell: Cell) -> Read:
        bare = WHOLE.sub(r"\1", text)
        code = code_for(kind, bare)
        if code is not None:
            return code, ()
        return ("", ()) if bare.lower() in _NO_VALUE else (bare, (Seen("code-unknown", {"text": text}),))

    return read


_BY_KIND: Mapping[Kind, Callable[[str, Cell], Read]] = {
    "name": _name,
    "number": _counted,
    "id": _id,
    "notice": lambda text, cell: (WHOLE.sub(r"\1", text), ()),
    **{kind: _coded(kind) for kind in ("sex", "type", "residence", "paper", "birth-case")},
}
